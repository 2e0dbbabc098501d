"""How often each date rule fires on specs and in articles, and how often wrongly."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tellings.analysis import sentences
from tellings.analysis.dates import finding
from tellings.analysis.dates.readings import Place
from tellings.analysis.dates.rules import rules
from tellings.model.source import Block, Source
from tellings.model.span import Span
from tools.date_specs import read
from tools.measure_dates import holds, same
from tools.support import Supports

__all__ = ["count"]


def count(
    specs: Path | None, texts: Iterable[tuple[str, str, str | None]]
) -> tuple[tuple[str, Supports], ...]:
    """Count rules on specs, where a coarser answer counts as right, and on articles."""
    asked, seen = (Supports(rule.name for rule in rules()) for _ in range(2))
    for case in read(specs) if specs else ():
        for found in finding.read(Place(sentence=case.words, day=case.day)):
            here = [e for e in case.expected if e.span.shared(found.span)]
            right = any(same(found, e) or holds(found, e) for e in here) if here else None
            asked[found.rule].add(case.words, right)
    for number, (_, text, printed) in enumerate(texts):
        day = finding.day_of(printed) or date(2026, 3, 4)
        for words in _sentences(text):
            for found in finding.read(Place(sentence=words, day=day)):
                seen[found.rule].add(str(number))
    tables = (("date rules, on specs", asked), ("date rules, in articles", seen))
    return tuple((title, each) for title, each in tables if any(s.fired for s in each.values()))


def _sentences(text: str) -> Iterable[str]:
    """Cut an article into sentences; a line is a paragraph."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(span=Span(at, at + len(line)), part="body", line=len(blocks) + 1))
        at += len(line) + 1
    if not blocks:
        return ()
    document = sentences.split(Source(id="a", path="a.md", text=text, blocks=tuple(blocks)))
    return (document.words(sentence) for sentence in document.sentences)
