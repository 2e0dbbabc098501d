"""Count on how many sites or files each rule fires, and how often wrongly.

    python -m tools.rule_support [--pages FOLDER] [--comments FOLDER] [--events FILE.jsonl.gz]
        [--attributions FOLDER] [--specs FOLDER] [--few]

Furniture: PAGES and COMMENTS are as for measure_ingest.py: there a line is removed wrongly when
the annotators see it in the article. EVENTS holds objects with `articles` of a `source` and a
`text`; they tell where a rule fires, not whether rightly. Of a rule about one line that is a long
alternation each alternative is counted by itself. Attributions: rules and cue words on the training
part of PolNeAR. Dates: rules on the specs of Recognizers-Text, and where they fire in EVENTS. Rules
below three sites are listed last: each needs a convention of the trade, or goes; `--few` prints
nothing else.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from tellings.ingest import furniture
from tellings.ingest.furniture.cuts import Rule
from tools import attribution_support, date_support
from tools.flat_pages import read_commented, read_pages
from tools.support import Supports, alternatives, fewest, table

Labelled = tuple[str, bool | None]
"""A line and whether it is the article; None where nobody has said."""

Text = tuple[str, Sequence[Labelled]]
"""The site a text is from, and its lines."""

Alternatives = tuple[tuple[str, re.Pattern[str]], ...]
"""What each alternative is called, and its expression; the first stands for none of them."""


def count(texts: Iterable[Text]) -> tuple[Supports, Supports]:
    """Count where rules, and alternatives of rules, fire in texts."""
    parts = parts_of(furniture.RULES)
    found = Supports(rule.name for rule in furniture.RULES)
    alone = Supports(name for each in parts.values() for name, _ in each[1:])
    for site, lines in texts:
        for piece in furniture.label(tuple((n, words) for n, (words, _) in enumerate(lines))):
            if not piece.rule:
                continue
            wanted = lines[piece.line.number][1]
            right = None if wanted is None else not wanted
            found[piece.rule].add(site, right)
            for name in deciding(parts.get(piece.rule, ()), " ".join(piece.line.text.split())):
                alone[name].add(site, right)
    return found, alone


def deciding(parts: Alternatives, words: str) -> Iterator[str]:
    """Name the alternatives by which a line matches, if it takes one of them to match."""
    if parts and not parts[0][1].fullmatch(words):
        yield from (name for name, expression in parts[1:] if expression.fullmatch(words))


@cache
def parts_of(rules: tuple[Rule, ...]) -> dict[str, Alternatives]:
    """Take the rules about one line apart."""
    return {
        rule.name: tuple(
            (f"{rule.name}: {part}", re.compile(whole, re.IGNORECASE))
            for part, whole in alternatives(rule.line)
        )
        for rule in rules
        if rule.line
    }


def from_pages(folder: Path) -> Iterator[Text]:
    """Give the pages as flat text; a name's number tells pages of one site apart."""
    for page in read_pages(folder):
        yield re.sub(r"-\d+$", "", page.name), page.lines()


def from_comments(folder: Path) -> Iterator[Text]:
    """Give articles with their comments; their sites are not known, so each file is one."""
    for text in read_commented(folder):
        article: list[Labelled] = [(words, True) for words in text.article]
        yield text.name, [*article, *((words, False) for words in text.comments)]


def from_events(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Give the articles of events, which nobody has labelled: outlet, text and day."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for article in json.loads(line)["articles"]:
                yield article["source"], article["text"], str(article.get("date") or "")[:10]


def of_furniture(given: argparse.Namespace) -> tuple[tuple[str, Supports], ...]:
    """Count furniture rules on the sets that are given."""
    texts: list[Text] = []
    texts += from_pages(given.pages) if given.pages else ()
    texts += from_comments(given.comments) if given.comments else ()
    if given.events:
        for site, text, _ in from_events(given.events):
            texts.append((site, [(words, None) for words in text.split("\n")]))
    if not texts:
        return ()
    found, alone = count(texts)
    return ("furniture", found), ("alternatives of furniture rules", alone)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table for each kind of rules, then those with little support."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("pages", "comments", "events", "attributions", "specs"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--few", action="store_true", help="print the last list alone")
    given = parser.parse_args(arguments)
    tables = [*of_furniture(given)]
    if given.attributions:
        tables += attribution_support.count(given.attributions / "train")
    if given.specs or given.events:
        texts = from_events(given.events) if given.events else ()
        tables += date_support.count(given.specs, texts)
    for title, supports in tables:
        if not given.few:
            print("\n".join(table(title, supports)), end="\n\n")
    for title, supports in tables:
        few = fewest(supports)
        print(f"{title}: {len(few)} of {len(supports)} with fewer than three sites")
        print("\n".join(f"  {name}" for name in few))


if __name__ == "__main__":
    main()
