"""Measure ingest: web pages as HTML and as flat text, and threads of readers' comments.

    python -m tools.measure_ingest [--pages FOLDER] [--comments FOLDER] [--misses N] [--leaks]
        [--no-html] [--apart]

PAGES holds folders with `source.html`, `expected.html` and `expected-metadata.json`; COMMENTS
holds text files with readers' comments below a marker line. Each set is parted by a hash of the
file's name into a half to tune on and a half to report on; only misses of the first are shown.
Some pages of the half to report on were opened later for the rules of flat text: the “second” and
the “third”.
What is left is measured as flat text with `--apart` alone, once for each round of work.
"""

import argparse
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean

from tellings.errors import ContentError
from tellings.ingest import drafting, furniture
from tellings.ingest.furniture.lines import is_prose
from tools.comment_pages import SHAPES, Threaded, bare, found_in, wrapped
from tools.flat_pages import (
    PARTS,
    Commented,
    WebPage,
    flatten,
    part_of,
    read_commented,
    read_pages,
    to_tune,
)

Extractor = Callable[[bytes], str]
LABELS = frozenset(
    (
        *("date-label", "byline", "share", "caption", "source-url", "agency-credit"),
        *("syndication-credit", "correction-note"),
    )
)
BOXES = frozenset(("related", "newsletter", "promotion", "section", "other"))
"""Kinds that the annotators of the comment files leave in an article and the program does not."""

SHORTEST = 50
"""Shingles of the shortest expected article that is measured as HTML."""


def ours(page: bytes) -> str:
    """Read a page as the program does."""
    try:
        return drafting.make(page, "page.html").source.text
    except ContentError:
        return ""


def ours_below_headline(page: bytes) -> str:
    """Read a page as the program does, without the headline, which the expected articles lack."""
    try:
        source = drafting.make(page, "page.html").source
    except ContentError:
        return ""
    return source.text if source.title_derived else source.text.removeprefix(source.title or "")


def trafilatura(page: bytes) -> str:
    """Read a page by trafilatura alone."""
    library = importlib.import_module("trafilatura")
    return library.extract(page.decode("utf-8", "replace")) or ""


def without_comments(page: bytes) -> str:
    """Read a page by trafilatura, which is told to leave comments out."""
    library = importlib.import_module("trafilatura")
    return library.extract(page.decode("utf-8", "replace"), include_comments=False) or ""


def readability(page: bytes) -> str:
    """Read a page by readability-lxml."""
    library = importlib.import_module("readability")
    return "\n".join(flatten(library.Document(page.decode("utf-8", "replace")).summary()))


def justext(page: bytes) -> str:
    """Read a page by jusText with its English list."""
    library = importlib.import_module("justext")
    found = library.justext(page, library.get_stoplist("English"))
    return "\n".join(each.text for each in found if not each.is_boilerplate)


EXTRACTORS: dict[str, Extractor] = {
    "tellings": ours,
    "below headline": ours_below_headline,
    "trafilatura": trafilatura,
    "trafilatura, told": without_comments,
    "readability-lxml": readability,
    "jusText": justext,
}


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Give every four words in a row."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return frozenset(zip(*(words[n:] for n in range(4)), strict=False))


def f1(right: float, found: float, wanted: float) -> float:
    """Give the harmonic mean of precision and recall; 1 where there is nothing to find."""
    return 2 * right / (found + wanted) if found + wanted else 1.0


def of_html(pages: Sequence[WebPage], extract: Extractor) -> dict[str, float]:
    """Measure an extractor on each page by four-word shingles."""
    scores: dict[str, float] = {}
    for page in pages:
        wanted = shingles("\n".join(flatten(page.expected)))
        if len(wanted) >= SHORTEST:
            try:
                found = shingles(extract(page.source))
            except Exception:  # a library that fails on a page finds nothing
                found = frozenset()
            scores[page.name] = f1(len(found & wanted), len(found), len(wanted))
    return scores


def flat(page: WebPage) -> Iterator[tuple[str, bool, bool, str]]:
    """Label a page's lines by the rules for flat text: line, kept, wanted, the rule's name."""
    lines = page.lines()
    pieces = furniture.label(tuple((n, words) for n, (words, _) in enumerate(lines)))
    for piece in pieces:
        wanted = lines[piece.line.number][1]
        if wanted is not None:
            yield piece.line.words, piece.kind == "article", wanted, piece.rule


def of_flat(pages: Sequence[WebPage]) -> dict[str, tuple[int, int, int]]:
    """Count each page's article lines: rightly kept, kept, wanted."""
    counts: dict[str, tuple[int, int, int]] = {}
    for page in pages:
        found = tuple(flat(page))
        right = sum(kept and wanted for _, kept, wanted, _ in found)
        kept_all = sum(kept for _, kept, _, _ in found)
        counts[page.name] = (right, kept_all, sum(wanted for _, _, wanted, _ in found))
    return counts


def of_comments(texts: Sequence[Commented]) -> dict[str, tuple[int, ...]]:
    """Count each file's lines: of comments, removed; of the article, labels, boxes, lost besides.

    The last count is of the article's sentences among all that is removed. A line without a letter
    or digit is no line of either.
    """
    counts: dict[str, tuple[int, ...]] = {}
    for text in texts:
        seen = [0, 0, 0, 0, 0, 0, 0]
        for piece in furniture.label(tuple(enumerate((*text.article, *text.comments)))):
            comment, kind = piece.line.number >= len(text.article), piece.kind
            if not any(map(str.isalnum, piece.line.text)):
                continue
            seen[0 if comment else 2] += 1
            if comment:
                seen[1] += kind != "article"
            elif kind != "article":
                seen[3 if kind in LABELS else 4 if kind in BOXES else 5] += 1
                seen[6] += is_prose(piece.line.words)
        counts[text.name] = tuple(seen)
    return counts


def report(title: str, names: Sequence[str], line: Callable[[Sequence[str]], str]) -> None:
    """Print one line for each half."""
    for half, chosen in (
        ("tuned on", [name for name in names if to_tune(name)]),
        ("reported", [name for name in names if not to_tune(name)]),
    ):
        print(f"{title:<18} {half}  {len(chosen):>4} files  {line(chosen)}")


def measure_html(pages: Sequence[WebPage]) -> None:
    """Print the shingle F1 of every extractor that is installed."""
    for name, extract in EXTRACTORS.items():
        try:
            extract(b"<html><body><p>A page.</p></body></html>")
        except ImportError:
            print(f"{name:<18} is not installed", file=sys.stderr)
            continue
        except Exception as error:  # a page of three words is no article
            print(f"{name:<18} {error}", file=sys.stderr)
        scores = of_html(pages, extract)
        report(
            f"html {name}",
            tuple(scores),
            lambda names, of=scores: f"F1 {mean(of[name] for name in names):.3f}",
        )


def of_leaks(
    pages: Sequence[Threaded], extract: Extractor
) -> tuple[tuple[str, str, int, int, int, int], ...]:
    """Count each page's lines: of comments, left in; of the article, left in."""
    counts: list[tuple[str, str, int, int, int, int]] = []
    for page in pages:
        try:
            found = bare(extract(page.source))
        except Exception:  # a library that fails on a page finds nothing
            found = ""
        leaked = sum(bare(line) in found for line in page.comments)
        kept = sum(bare(line) in found for line in page.article)
        counts.append((page.name, page.shape, len(page.comments), leaked, len(page.article), kept))
    return tuple(counts)


def measure_leaks(pages: Sequence[Threaded], misses: int) -> None:
    """Print how many lines of comments every extractor leaves in, by the shape of the page."""
    for name, extract in EXTRACTORS.items():
        if name == "below headline":
            continue
        counts = of_leaks(pages, extract)
        for shape in ("as saved", *SHAPES):
            for half, tuned in (("tuned on", True), ("reported", False)):
                of = [c for c in counts if c[1] == shape and to_tune(c[0]) is tuned]
                if of:
                    leaked, lines = sum(c[3] for c in of), sum(c[2] for c in of)
                    print(
                        f"leaks {name:<17} {shape:<17} {half} {len(of):>3} pages"
                        f"  comment lines kept {leaked / lines:.3f},"
                        f" pages with one {sum(c[3] > 0 for c in of):>3},"
                        f" article lines kept {sum(c[5] for c in of) / sum(c[4] for c in of):.3f}"
                    )
        for page in sorted((c for c in counts if to_tune(c[0])), key=lambda c: -c[3])[:misses]:
            print(f"  {page}")


def measure_flat(pages: Sequence[WebPage], misses: int, *, apart: bool) -> None:
    """Print the article-line F1: the mean over pages, and over all lines."""
    pages = [page for page in pages if apart or part_of(page.name) != "apart"]
    counts = of_flat(pages)
    for title, chosen in (
        ("flat text", pages),
        ("flat text, news", [page for page in pages if page.like_news]),
    ):
        for part in PARTS:
            names = [page.name for page in chosen if part_of(page.name) == part]
            if names:
                print(f"{title:<18} {part:<8}  {len(names):>4} files  {_line(counts, names)}")
    worst = sorted((f1(*counts[name]), name) for name in counts if part_of(name) != "apart")
    for score, name in worst[:misses]:
        print(f"\n## {name}: {score:.3f} {counts[name]}")
        for words, kept, wanted, rule in flat(next(p for p in pages if p.name == name)):
            if kept != wanted:
                print(f"  {'kept' if kept else 'lost'} {words[:100]} [{rule}]")


def _line(counts: dict[str, tuple[int, int, int]], names: Sequence[str]) -> str:
    each = [f1(*counts[name]) for name in names]
    every = [sum(counts[name][n] for name in names) for n in range(3)]
    recall, precision = every[0] / (every[2] or 1), every[0] / (every[1] or 1)
    return (
        f"F1 {mean(each):.3f} a page, {f1(*every):.3f} over all lines"
        f" (precision {precision:.3f}, recall {recall:.3f})"
    )


def measure_comments(texts: Sequence[Commented], misses: int) -> None:
    """Print the shares of comment lines removed and of article lines lost."""
    counts = of_comments(texts)

    def line(names: Sequence[str]) -> str:
        comments, removed, article, labels, boxes, rest, prose = (
            sum(counts[name][n] for name in names) for n in range(7)
        )
        whole = sum(counts[name][1] > 0.9 * counts[name][0] for name in names)
        return (
            f"comment lines removed {removed / comments:.3f}, article lines removed"
            f" {(labels + boxes + rest) / article:.4f}: dates, bylines, credits, captions"
            f" {labels / article:.4f}, boxes and links {boxes / article:.4f}, all else"
            f" {rest / article:.4f}; sentences among them {prose / article:.4f};"
            f" files with over nine tenths removed {whole}"
        )

    report("comments", tuple(counts), line)
    names = sorted(filter(to_tune, counts), key=lambda n: counts[n][1] - counts[n][0])
    for name in names[:misses]:
        print(f"  {name}: {counts[name][1]} of {counts[name][0]} comment lines removed")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--comments", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--leaks", action="store_true", help="measure comments in HTML alone")
    parser.add_argument("--no-html", action="store_true", help="measure flat text alone")
    parser.add_argument("--apart", action="store_true", help="measure the pages kept apart too")
    given = parser.parse_args(arguments)
    if given.leaks:
        saved = (found_in(page) for page in read_pages(given.pages or Path()))
        written = wrapped(read_commented(given.comments or Path()))
        measure_leaks((*filter(None, saved), *written), given.misses)
        return
    if given.pages:
        pages = read_pages(given.pages)
        measure_flat(pages, given.misses, apart=given.apart)
        if not given.no_html:
            measure_html(pages)
    if given.comments:
        measure_comments(read_commented(given.comments), given.misses)


if __name__ == "__main__":
    main()
