"""What is made of all events together: the site's own pages, the check of its links, its index."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from tellings import config
from tellings.build import events, records
from tellings.build.bench import Bench
from tellings.build.records import Known, Record
from tellings.build.steady import changed, steadily
from tellings.cache.ground import Inputs, key_of
from tellings.errors import Problem, PublishError
from tellings.model.page import Page
from tellings.reading import content_files

if TYPE_CHECKING:
    from tellings.render.views.listing import Listing

__all__ = ["Whole"]


@dataclass(slots=True, kw_only=True)
class Whole:
    """The events of a build, and what stands beside them."""

    bench: Bench
    base: str
    """What the keys of all findings share."""

    events: list[Known]
    pages: Record = field(default_factory=Record)
    """The site's own pages."""

    index: Record = field(default_factory=Record)
    """The files of the search index."""

    plain: Inputs | None = None
    """The plain pages with their hashes, once they are looked at."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All that was made or remembered, in the order of the site."""
        return (*(one.record for one in self.events if one.record), self.pages, self.index)

    @property
    def shas(self) -> dict[str, str]:
        """The hash of every page by its path."""
        return {out.path: out.sha256 for record in self.records for out in record.outputs}

    @property
    def shown(self) -> list[Known]:
        """The events that the site shows."""
        return [one for one in self.events if one.record and one.record.listing]

    def plain_inputs(self) -> Inputs:
        """Give the plain pages with their hashes."""
        root = self.bench.root
        if self.plain is None:
            read = partial(content_files.page_inputs, root)
            self.plain = self.bench.ground.inputs("content", [root / "content"], read)
        return self.plain

    def key(self) -> str:
        """Give the key of the site's own pages: listings, not events, decide them."""
        listings = [one.record.listing for one in self.shown if one.record]
        drafts = self.bench.options.drafts
        return key_of("site", self.base, drafts, self.plain_inputs(), listings)

    def find_pages(self) -> None:
        """Give the site its own pages: remembered while no listing has changed."""
        body = self.bench.shelf.found([self.key()]).get(self.key())
        known = records.read(body) if body else None
        if known is None:
            self.make_pages()
        else:
            self.pages = known

    def make_pages(self) -> None:
        """Make the site's own pages."""
        from tellings.build.making import stage  # noqa: PLC0415 - slow
        from tellings.reading import content_folder  # noqa: PLC0415 - slow
        from tellings.render import links, pages  # noqa: PLC0415 - slow

        bench = self.bench
        (texts, skipped, problems), self.plain = steadily(
            lambda: content_files.page_inputs(bench.root),
            lambda: content_folder.read_pages(bench.root, drafts=bench.options.drafts),
            "content",
        )
        self.pages = Record(skipped=skipped, problems=problems)
        if bench.look is None:
            return
        made = pages.of_site(tuple(self.listings()), texts, bench.site, bench.look)
        survey = links.survey(made, bench.base_path)
        self.pages = Record(
            outputs=stage(made, bench.stage),
            outward=survey.outward,
            skipped=skipped,
            problems=tuple(sorted({*problems, *survey.problems})),
        )
        if self.pages.sound:
            bench.shelf.keep({self.key(): records.write(self.pages)})

    def listings(self) -> Iterator["Listing"]:
        """Give what listings show of the events: just made, else remembered."""
        keys = [f"listing {one.record.listing}" for one in self.shown if one.record]
        known = self.bench.shelf.found(keys)
        for one in self.shown:
            body = known.get(f"listing {one.record.listing}") if one.record else None
            if one.listing is None and body is not None:
                one.listing = records.listed(body)
            if one.listing is None:
                events.make(self.bench, [one])
            if one.listing is not None:
                yield one.listing

    def check_links(self) -> None:
        """Report links from one event, or from the site's own pages, to what is not there."""
        from tellings.render import links  # noqa: PLC0415 - slow

        shas = self.shas
        known: dict[str, frozenset[str]] = {}

        def anchors(path: str) -> frozenset[str]:
            if path not in known:
                known[path] = links.ids_of(self.body(path, shas))
            return known[path]

        outward = (link for record in self.records for link in record.outward)
        self.bench.problems.extend(links.unmet(outward, shas, anchors))

    def find_index(self) -> None:
        """Give the site its search index: made again only where a page has changed."""
        from tellings.publish import search  # noqa: PLC0415 - seldom wanted

        bench = self.bench
        if not (bench.options.search and bench.options.write):
            return
        if not search.installed():
            bench.problems.append(_no_index(bench.file))
            return
        body = bench.shelf.found([self.index_key()]).get(self.index_key())
        known = records.read(body) if body else None
        if known is None:
            self.make_index()
        else:
            self.index = known

    def index_key(self) -> str:
        """Give the key of the search index."""
        from tellings.publish import search  # noqa: PLC0415 - seldom wanted

        searched = sorted(pair for pair in self.shas.items() if search.LISTED.fullmatch(pair[0]))
        return key_of("index", self.base, searched)

    def make_index(self) -> None:
        """Make the search index."""
        from tellings.build.making import stage  # noqa: PLC0415 - slow
        from tellings.publish import search  # noqa: PLC0415 - seldom wanted

        bench, shas = self.bench, self.shas
        bench.progress("indexing")
        with bench.timing("index"):
            searched = sorted(path for path in shas if search.LISTED.fullmatch(path))
            pages = (Page(path, self.body(path, shas)) for path in searched)
            self.index = Record(outputs=stage(search.index(pages), bench.stage))
            bench.shelf.keep({self.index_key(): records.write(self.index)})

    def body(self, path: str, shas: Mapping[str, str]) -> bytes:
        """Give the bytes of a page, made again where they are not at hand.

        Raises:
            PublishError: when they would be others now.
        """
        body = self.bench.body(path, shas[path])
        if body is None:
            self.lay_out(frozenset([path]))
            body = self.bench.body(path, shas[path])
        if body is None:
            raise PublishError(changed("content"))
        return body

    def lay_out(self, missing: frozenset[str]) -> None:
        """Make again what is remembered, and neither published nor in the stage."""
        lost = [one for one in self.events if one.record and one.record.holds(missing)]
        for one, done in zip(lost, events.made(self.bench, lost) if lost else (), strict=True):
            self.bench.progress(f"again: {one.slug}")
            # Where something else was remembered, the next build is to know better.
            again = replace(done, studied=False, seconds=())
            self.bench.shelf.keep(events.take(self.bench, one, again))
        if self.pages.holds(missing):
            self.make_pages()
        if self.index.holds(missing):
            self.make_index()


def _no_index(file: bytes) -> Problem:
    return Problem(
        path=config.FILE,
        line=config.line_of(file, "search"),
        message="no search index is made: Pagefind is not installed; the page leads to A–Z",
        hint='pip install "tellings[search]"',
        severity="warning",
    )
