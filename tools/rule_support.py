"""Count on how many sites or files each furniture rule fires, and how often wrongly.

    python tools/rule_support.py [--pages FOLDER] [--comments FOLDER] [--events FILE.jsonl.gz]

PAGES and COMMENTS are as for measure_ingest.py: there a line is removed wrongly when the
annotators see it in the article. EVENTS holds objects with `articles` of a `source` and a `text`;
they tell where a rule fires, not whether rightly. Rules below three sites are listed last: each
needs a convention of the trade, or goes.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flat_pages import read_commented, read_pages

from tellings.ingest import furniture

FEWEST = 3
"""Sites that support a rule by themselves."""

Labelled = tuple[str, bool | None]
"""A line and whether it is the article; None where nobody has said."""


@dataclass(slots=True)
class Support:
    """What is known of a rule."""

    sites: set[str] = field(default_factory=set)
    lines: int = 0
    judged: int = 0
    wrong: int = 0


def count(texts: Iterable[tuple[str, Sequence[Labelled]]]) -> dict[str, Support]:
    """Count where rules fire in texts, each with the site it is from."""
    found: dict[str, Support] = defaultdict(Support)
    for site, lines in texts:
        for piece in furniture.label(tuple((n, words) for n, (words, _) in enumerate(lines))):
            if not piece.rule:
                continue
            support, wanted = found[piece.rule], lines[piece.line.number][1]
            support.sites.add(site)
            support.lines += 1
            support.judged += wanted is not None
            support.wrong += wanted is True
    return found


def from_pages(folder: Path) -> Iterator[tuple[str, Sequence[Labelled]]]:
    """Give the pages as flat text; a name's number tells pages of one site apart."""
    for page in read_pages(folder):
        yield re.sub(r"-\d+$", "", page.name), page.lines()


def from_comments(folder: Path) -> Iterator[tuple[str, Sequence[Labelled]]]:
    """Give articles with their comments; their sites are not known, so each file is one."""
    for text in read_commented(folder):
        article: list[Labelled] = [(words, True) for words in text.article]
        yield text.name, [*article, *((words, False) for words in text.comments)]


def from_events(path: Path) -> Iterator[tuple[str, Sequence[Labelled]]]:
    """Give the articles of events, which nobody has labelled."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for article in json.loads(line)["articles"]:
                yield article["source"], [(words, None) for words in article["text"].split("\n")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table of all rules, the least supported last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--comments", type=Path)
    parser.add_argument("--events", type=Path)
    given = parser.parse_args(arguments)
    texts: list[tuple[str, Sequence[Labelled]]] = []
    for reader, path in (
        (from_pages, given.pages),
        (from_comments, given.comments),
        (from_events, given.events),
    ):
        texts += reader(path) if path else ()
    found = count(texts)
    names = sorted((rule.name for rule in furniture.RULES), key=lambda n: -len(found[n].sites))
    print(f"{'rule':<40}{'sites':>6}{'lines':>7}{'judged':>8}{'wrong':>7}")
    for name in names:
        support = found[name]
        few = "  fewer than three sites" if len(support.sites) < FEWEST else ""
        print(
            f"{name:<40}{len(support.sites):>6}{support.lines:>7}"
            f"{support.judged:>8}{support.wrong:>7}{few}"
        )


if __name__ == "__main__":
    main()
