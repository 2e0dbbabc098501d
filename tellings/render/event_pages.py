"""Digest → the pages and data files of one event."""

from dataclasses import replace

from tellings.model.digest import Digest
from tellings.model.findings import Telling
from tellings.model.page import Page
from tellings.model.picture import Picture
from tellings.render import structured, tables, urls, wording
from tellings.render.counting import counted, differences
from tellings.render.excerpts import for_pages
from tellings.render.export import export
from tellings.render.exporting import Json
from tellings.render.index import Index, index
from tellings.render.json_lines import written
from tellings.render.robots import directives
from tellings.render.shells import Frontage, shell
from tellings.render.site import Site
from tellings.render.templates import fill
from tellings.render.theme import Theme
from tellings.render.urls import Addresses
from tellings.render.viewing.desk import Desk
from tellings.render.viewing.digest import digest_view
from tellings.render.viewing.source import source_view
from tellings.render.viewing.stance import stance_view
from tellings.render.views.common import Crumb, Link
from tellings.render.views.digest import Download
from tellings.render.views.listing import newest

__all__ = ["of_event"]


def of_event(digest: Digest, inputs_sha256: str, site: Site, theme: Theme) -> tuple[Page, ...]:
    """Make the pages and data files of an event.

    Raises:
        ContentError: when a finding points outside its source's text.
        ThemeError: when a template is wrong.
    """
    # First what refuses a finding outside its text: everything after it may lean on that.
    exported = export(digest, inputs_sha256, made_by=site.made_by)
    desk = Desk(index(for_pages(digest), theme.phrases), Addresses(page="", base_url=site.base_url))
    files = data(exported, desk.index)
    press = Press(desk, site, theme, inputs_sha256)
    return (
        press.digest(files),
        *(press.source(telling) for telling in desk.index.digest.tellings),
        press.stance(),
        *files,
        *picture(digest),
    )


def data(exported: Json, found: Index) -> tuple[Page, ...]:
    """Make the data files of an event, which are the same in every language."""
    files = (
        ("digest.json", (written(exported) + "\n").encode()),
        ("coverage.csv", tables.coverage(found)),
        ("stance.csv", tables.stance(found)),
        ("terms.csv", tables.terms(found)),
    )
    return tuple(Page(urls.event_file(found.digest.event.slug, name), body) for name, body in files)


def picture(digest: Digest) -> tuple[Page, ...]:
    """Give the event's picture as a file of the site, if the editor has set one."""
    event = digest.event
    if event.image is None:
        return ()
    return (Page(urls.picture(event.slug, event.image.kind), event.image.body),)


class Press:
    """Makes the pages of one event."""

    def __init__(self, desk: Desk, site: Site, theme: Theme, inputs_sha256: str) -> None:
        self.desk = desk
        self.event = desk.index.digest.event
        self.site = site
        self.theme = theme
        self.phrases = theme.phrases
        self.inputs = inputs_sha256

    def digest(self, files: tuple[Page, ...]) -> Page:
        """Make the digest page."""
        desk = self.at(urls.digest(self.event.slug))
        about = Frontage(
            title=self.event.title,
            description=self.phrases.text(
                "What the texts say about “%(event)s”: %(counted)s, %(differences)s, "
                "and the sentences behind every claim.",
                event=self.event.title,
                counted=counted(desk.index),
                differences=differences(desk.index),
            ),
            crumbs=self.crumbs(desk, self.phrases.text("Digest")),
            built=self.built(),
            kind="article",
            picture=self.picture(),
            nodes=structured.of_digest(desk, self.site, newest(desk.index.digest)),
        )
        view = digest_view(desk, downloads(desk, files), self.inputs, self.site)
        return self.page("digest.html", desk, about, view)

    def source(self, telling: Telling) -> Page:
        """Make a source's page."""
        desk = self.at(urls.source(self.event.slug, telling.id))
        view = source_view(desk, telling)
        about = Frontage(
            title=f"{view.title}, {view.label}",
            description=self.phrases.text(
                "The text of %(view)s about “%(event)s”, sentence by sentence, with voices marked "
                "and each sentence linked to the digest.",
                view=view.label,
                event=self.event.title,
            ),
            crumbs=self.crumbs(desk, view.label),
            robots=", ".join(directives(telling.document.source.robots)) or None,
            built=self.built(),
            picture=self.picture(),
            nodes=structured.of_source(telling, desk, self.site, view.title),
        )
        return self.page("source.html", desk, about, view)

    def stance(self) -> Page:
        """Make the stance summary."""
        desk = self.at(urls.stance(self.event.slug))
        title, digest = (
            self.phrases.text("Stance summary: %(event)s", event=self.event.title),
            urls.digest(self.event.slug),
        )
        about = Frontage(
            title=title,
            description=self.phrases.text(
                "How the texts about “%(event)s” speak of those involved, own voice and quoted "
                "apart, with every sentence.",
                event=self.event.title,
            ),
            crumbs=self.crumbs(desk, self.phrases.text("Stance summary")),
            built=self.built(),
            picture=self.picture(),
            nodes=structured.of_page("WebPage", desk.at.page, title, self.site, digest),
        )
        return self.page("stance.html", desk, about, stance_view(desk))

    def at(self, page: str) -> Desk:
        """Stand on a page."""
        return replace(self.desk, at=Addresses(page=page, base_url=self.site.base_url))

    def page(self, template: str, desk: Desk, about: Frontage, view: object) -> Page:
        """Fill a template."""
        around = shell(about, desk.at, self.site, self.theme)
        return Page(desk.at.page, fill(self.theme, template, shell=around, view=view))

    def crumbs(self, desk: Desk, here: str) -> tuple[Crumb, ...]:
        """Give the way from the home page to this one."""
        home = Crumb(words=desk.phrases.text("Events"), href=desk.at.to(urls.home()))
        if desk.at.page == urls.digest(self.event.slug):
            return home, Crumb(words=here, href=None)
        digest = Crumb(words=wording.clip(self.event.title, 60), href=desk.to_digest())
        return home, digest, Crumb(words=here, href=None)

    def picture(self) -> tuple[str, Picture] | None:
        """Give the event's picture and where it stands."""
        image = self.event.image
        return (urls.picture(self.event.slug, image.kind), image) if image else None

    def built(self) -> str:
        """Say by which version and from what the page was made."""
        files = wording.count(
            len(self.desk.index.digest.tellings) + self.event.withheld, "file", self.phrases
        )
        return self.phrases.text(
            "Made by tellings %(made_by)s from %(files)s. Inputs %(inputs)s. "
            "The same inputs give the same bytes.",
            made_by=self.site.made_by,
            files=files,
            inputs=self.inputs[:16],
        )


def downloads(desk: Desk, files: tuple[Page, ...]) -> tuple[Download, ...]:
    """Offer the data files."""
    found = desk.index
    claims = wording.count(len(found.claims), "claim", desk.phrases)
    texts = wording.count(len(found.texts), "text", desk.phrases)
    targets = wording.count(len(found.digest.targets), "target", desk.phrases)
    contents = {
        "digest.json": desk.phrases.text("everything, with its character spans"),
        "coverage.csv": f"{claims}, {texts}",
        "stance.csv": f"{texts}, {targets}",
        "terms.csv": wording.count(len(found.digest.frames), "term", desk.phrases),
    }
    return tuple(
        Download(
            link=Link(words=name, href=desk.at.to(file.path)),
            words=desk.phrases.text(
                "%(contents)s, %(number)s kB",
                contents=contents[name],
                number=max(1, round(len(file.body) / 1000)),
            ),
        )
        for file in files
        for name in [file.path.rpartition("/")[2]]
    )
