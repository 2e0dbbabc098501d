"""The quotations of annotated events: which are found, and who is given as their speaker."""

import re
from collections.abc import Sequence
from pathlib import Path

from tellings.model.findings import Attribution
from tellings.model.span import Span
from tools import annotated
from tools.annotated_texts import f1, means, tellings_of

__all__ = ["measure"]

HALF = 0.5
WORD = re.compile(r"\w+")
MINOR = frozenset(re.split(" ", "the a an of s mr mrs ms member minister president"))
"""Words that do not make two speakers one."""


def quotations(folder: Path) -> tuple[int, int, int, int, int]:
    """Count an annotated event's quotations: right, given, annotated; speakers right and named."""
    right = given = wanted = spoken = named = 0
    every = annotated.loaded(folder, "quotes")["quoted_spans"]
    for source, (telling, places) in tellings_of(folder).items():
        text = telling.document.source.text
        ours = [a for a in telling.attributions if a.kind in {"direct", "partial"}]
        given += len(ours)
        for quote in every:
            if quote["source"] != source or quote["kind"].startswith("scare"):
                continue
            wanted += 1
            sentence = places[quote["sentence"]]
            start = text.find(quote["span"], sentence.start)
            match = start >= 0 and _closest(Span(start, start + len(quote["span"])), ours)
            if not match:
                continue
            ours.remove(match)
            right, named = right + 1, named + bool(quote["speaker"])
            names = f"{quote['speaker']} {quote.get('speaker_as_printed') or ''}"
            spoken += bool(quote["speaker"]) and same_name(match.speaker or "", names)
    return right, given, wanted, spoken, named


def _closest(span: Span, ours: Sequence[Attribution]) -> Attribution | None:
    """Find the first quotation that shares half of all that both cover."""
    for attribution in ours:
        content = Span(attribution.content.start, attribution.content.end)
        both = max(span.end, content.end) - min(span.start, content.start)
        if span.shared(content) >= HALF * both:
            return attribution
    return None


def same_name(one: str, other: str) -> bool:
    """Tell whether a speaker's words hold half of the weighty words of another's, at least one."""
    mine, theirs = (
        {w for w in WORD.findall(name.lower()) if w not in MINOR} for name in (one, other)
    )
    return bool(mine) and len(mine & theirs) >= HALF * min(len(mine), len(theirs))


def measure(gold: Path, apart: Sequence[str]) -> None:
    """Print quotations and speakers of each event, and means."""
    quotes: dict[str, list[float]] = {"apart": [], "the others": []}
    speakers: dict[str, list[float]] = {"apart": [], "the others": []}
    print(f"{'':<34}{'precision':>9}{'recall':>8}{'F1':>7}{'annotated':>11}{'given':>7}  speakers")
    for folder in sorted(path for path in gold.iterdir() if (path / "gold").is_dir()):
        right, given, wanted, spoken, named = quotations(folder)
        figures = f1(right, given, wanted)
        aside = "apart" if any(folder.name.startswith(name) for name in apart) else "the others"
        quotes[aside].append(float(figures.split()[2]))
        speakers[aside].append(spoken / named if named else 1.0)
        names = f"{speakers[aside][-1]:.3f} of {named}, {aside}"
        print(f"{folder.name:<34}{figures}{wanted:>11}{given:>7}  {names}")
    print("quotations")
    means(quotes)
    print("speakers")
    means(speakers)
