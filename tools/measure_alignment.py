"""Measure what finds sentences that tell one thing: each group of signals, all, and without guards.

Each annotated event is left out in turn, weighed by what was fitted to the others. Sentence pairs
that others have judged measure the likeness of letters and directions alone.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np

from tellings.analysis import similarity
from tellings.analysis.claims import chances, drawing
from tools.annotated import Annotated, Floats, read
from tools.fit_alignment import STRENGTH, Measured, fit, measure

__all__ = ["main"]

NUMBERS = ("numbers_", "slot_", "counts_", "measures_")
TIMES = ("days", "years_", "dates_")
PLACE = ("place_", "title", "lead_", "length_", "clause_count")
LIKENESS = ("letters", "sense", "value")
NAMES = ("names_", "quoted", "negation_")
WORDS = ("words", "held_", "rare", "shared_mass", "clause", "word_pairs", "run")
AROUND = (
    *("rank_", "margin_", "share_", "score_", "mean_"),
    *("texts_close", "in_step", "beside", "way_round", "alike_rows"),
)
GROUPS = {
    "likeness": LIKENESS,
    "place and length": PLACE,
    "words and clauses": WORDS,
    "names, quotes, negation": NAMES,
    "numbers": NUMBERS,
    "days and years": TIMES,
    "neighbours": AROUND,
}
"""By group, how the names of its signals begin; a signal belongs to the first that fits."""

SCALE = 3.0
"""From this score of 0 to 5 on two headlines count as saying the same."""


def group_of(signal: str) -> str:
    """Give the group of a signal.

    Raises:
        SystemExit: when a new signal belongs to none.
    """
    for name in ("place and length", *GROUPS):
        if signal.startswith(GROUPS[name]):
            return name
    raise SystemExit(f"the signal {signal} belongs to no group of tools/measure_alignment.py")


def with_signals(event: Annotated, names: Sequence[str]) -> Annotated:
    """Keep some signals of an event alone."""
    columns = [event.names.index(name) for name in names]
    return replace(event, names=tuple(names), signals=event.signals[:, columns])


def left_out(events: Sequence[Annotated]) -> tuple[Measured, ...]:
    """Measure each event with weights fitted to the others."""
    return tuple(
        measure(event, fit([other for other in events if other is not event], STRENGTH))
        for event in events
    )


def row(name: str, measured: Sequence[Measured]) -> str:
    """Write one row: the means, and the worst precision."""
    fields = ("average", "precision", "recall", "f1", "near")
    means = (sum(getattr(one, field) for one in measured) / len(measured) for field in fields)
    worst = min(one.precision for one in measured)
    figures = "".join(f"  {mean:.3f}" for mean in means)
    tempted = sum(one.tempted for one in measured)
    return f"{name:<28}{figures}  {worst:.3f}  {tempted:7}"


def table(events: Sequence[Annotated]) -> Iterator[str]:
    """Measure each group alone, all but each, all, and all drawn with other rules."""
    yield f"{'signals':<28}  AP     P      R      F1     near   worst  tempted"
    names = events[0].names
    for group in GROUPS:
        own = [name for name in names if group_of(name) == group]
        yield row(f"{group} alone", left_out([with_signals(event, own) for event in events]))
    for group in GROUPS:
        rest = [name for name in names if group_of(name) != group]
        yield row(f"without {group}", left_out([with_signals(event, rest) for event in events]))
    yield row("all", left_out(events))
    with mock.patch.object(chances, "GUARD", 1.0):
        yield row("all, no guards", left_out(events))
    with mock.patch.object(drawing, "smoothed", dict):
        yield row("all, not levelled", left_out(events))
    for strict in (1.0, 1.2, 1.5, 1.7):
        with mock.patch.object(drawing, "STRICT", strict), mock.patch.object(drawing, "LOWEST", 0):
            yield row(f"all, cut at {strict:g} times best", left_out(events))


def likenesses(pairs: Sequence[tuple[str, str]]) -> Floats:
    """Give the likeness of each pair, as sentences of one event are compared."""
    times = Counter(text for pair in pairs for text in pair)
    place = {text: n for n, text in enumerate(times)}
    which = np.array([place[text] for pair in pairs for text in pair])
    about = similarity.directions(tuple(times), which)
    letters = similarity.Letters(times)
    asked: dict[int, list[int]] = {}
    for n, (one, _) in enumerate(pairs):
        asked.setdefault(place[one], []).append(n)
    found = np.zeros(len(pairs))
    for rows in letters.blocks():
        lexical = letters.cosines(rows)
        for here in rows:
            for n in asked.get(here, ()):
                there = place[pairs[n][1]]
                sense = similarity.cosines(about[here : here + 1], about[there : there + 1])[0, 0]
                found[n] = lexical[here - rows.start, there] + similarity.SENSE * sense
    return found / (1 + similarity.SENSE)


def ranks(values: Floats) -> Floats:
    """Rank values, equal ones by their mean rank."""
    _, first, count = np.unique(values, return_inverse=True, return_counts=True)
    found: Floats = (np.cumsum(count) - (count - 1) / 2)[first]
    return found


def spearman(one: Floats, other: Floats) -> float:
    """Give the correlation of ranks."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def judged(values: Floats, same: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[float, float]:
    """Give F1 and accuracy, each half of the pairs told apart by the best cut of the other half."""
    told = np.zeros(len(values), dtype=np.bool_)
    half = np.arange(len(values)) % 2 == 0
    for own in (half, ~half):
        told[own] = values[own] >= best_cut(values[~own], same[~own])
    hits = float((told & same).sum())
    return 2 * hits / max(1.0, float(told.sum() + same.sum())), float((told == same).mean())


def best_cut(values: Floats, same: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    """Give the cut of the highest accuracy."""
    order = np.argsort(-values, kind="stable")
    right = np.cumsum(np.where(same[order], 1, -1))
    return float(values[order][int(np.argmax(right))])


def headlines(path: Path) -> Iterator[str]:
    """Measure on scored pairs: score, one and other, parted by tabs."""
    rows = [line.split("\t") for line in path.read_text("utf-8-sig").splitlines() if line]
    values = likenesses([(one, other) for _, one, other, *_ in rows])
    scores = np.array([float(score) for score, *_ in rows])
    f1, right = judged(values, scores >= SCALE)
    rho = spearman(values, scores)
    yield f"{path.name:<28}  {len(rows):5}  {rho:.3f}     {f1:.3f}  {right:.3f}"


def paraphrases(path: Path) -> Iterator[str]:
    """Measure on pairs judged yes or no: verdict, two ids, one and other, parted by tabs."""
    _, *lines = path.read_text("utf-8-sig").splitlines()
    rows = [line.split("\t") for line in lines if line]
    values = likenesses([(one, other) for _, _, _, one, other, *_ in rows])
    f1, right = judged(values, np.array([verdict == "1" for verdict, *_ in rows]))
    yield f"{path.name:<28}  {len(rows):5}     –      {f1:.3f}  {right:.3f}"


def main() -> None:
    """Read the command line and measure."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="holds a folder for each annotated event")
    parser.add_argument("--pairs", type=Path, help="holds sts-*.tsv and msr-*.tsv")
    options = parser.parse_args()
    events = tuple(read(path.parent) for path in sorted(options.folder.glob("*/gold")))
    if len(events) < 2:
        parser.error(f"two annotated events at least are needed; there are {len(events)}")
    for line in table(events):
        print(line, flush=True)
    if options.pairs:
        print(f"\n{'sentence pairs':<28}  pairs  Spearman  F1     right")
        for path in sorted(options.pairs.glob("sts-*.tsv")):
            print(*headlines(path), sep="\n", flush=True)
        for path in sorted(options.pairs.glob("msr-*.tsv")):
            print(*paraphrases(path), sep="\n", flush=True)


if __name__ == "__main__":
    main()
