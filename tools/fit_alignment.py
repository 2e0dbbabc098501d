"""Fit the weights in tellings/data/alignment.toml to a folder of annotated events.

    python -m tools.fit_alignment FOLDER [--write tellings/data/alignment.toml]

FOLDER holds a folder for each event, as tools/annotated.py reads them. The fit is L2 logistic
regression over standardised signals by Newton's method, each event with the same weight. What is
printed is measured with each event left out of the fit in turn, on the annotators' own sentences;
the weights that are written are fitted to all.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from unittest import mock

import numpy as np

from tellings.analysis import lineage
from tellings.analysis.claims import chances, draw
from tellings.model.findings import Claim
from tellings.model.span import Passage
from tools.annotated import Annotated, Floats, Pair, read

__all__ = ["main"]

STRENGTH = 0.003
"""C, the weight of what is learnt against the weights' smallness."""

STEPS = 50
DONE = 1e-8


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What was fitted: one row of numbers for each signal, and the bias."""

    names: tuple[str, ...]
    mean: Floats
    scale: Floats
    weight: Floats
    bias: float

    def chance(self, signals: Floats) -> Floats:
        """Give the chance of each row."""
        found: Floats = 1 / (
            1 + np.exp(-((signals - self.mean) / self.scale @ self.weight + self.bias))
        )
        return found

    def rows(self) -> tuple[float, tuple[tuple[str, float, float, float], ...]]:
        """Give what `chances.weights` reads from the packaged file."""
        columns = (self.mean.tolist(), self.scale.tolist(), self.weight.tolist())
        return self.bias, tuple(zip(self.names, *columns, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How the claims drawn for one event compare with the annotation."""

    name: str
    sentences: int
    pairs: int
    positive: int
    average: float
    """Average precision of the raw pairs, best first."""

    precision: float
    recall: float
    f1: float
    near: float
    """F1 with the links to related claims counted as well."""

    tempted: int
    claims: int


def fit(events: Sequence[Annotated], strength: float) -> Fit:
    """Fit the weights; an event's pairs weigh by what it has of pairs that tell one thing."""
    signals = np.vstack([event.signals for event in events])
    told = np.concatenate([event.told for event in events]).astype(np.float64)
    share = np.concatenate(
        [np.full(len(event.told), 1 / max(1, int(event.told.sum()))) for event in events]
    )
    share *= len(share) / share.sum()
    mean, scale = signals.mean(axis=0), signals.std(axis=0)
    scale[scale == 0] = 1
    found = newton((signals - mean) / scale, told, share, strength)
    return Fit(
        names=events[0].names, mean=mean, scale=scale, weight=found[:-1], bias=float(found[-1])
    )


def newton(signals: Floats, told: Floats, share: Floats, strength: float) -> Floats:
    """Minimise half the squared weights plus C times the loss; the bias, last, is free."""
    columns = np.hstack([signals, np.ones((len(signals), 1))])
    small = np.eye(columns.shape[1])
    small[-1, -1] = 1e-9
    found: Floats = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(columns @ found)))
        slope = small @ found + strength * columns.T @ (share * (chance - told))
        bend = (columns * (share * chance * (1 - chance))[:, None]).T @ columns
        step = np.linalg.solve(small + strength * bend, slope)
        found = found - step
        if np.abs(step).max() < DONE:
            break
    return found


def measure(event: Annotated, fitted: Fit) -> Measured:
    """Draw an event's claims by some weights and compare them with the annotation."""
    with mock.patch.object(chances, "weights", fitted.rows):
        claims = draw(event.tellings, event.likeness, lineage.trace(event.tellings))
    found = frozenset(pair for claim in claims for pair in pairs_in(claim, event))
    near = found | frozenset(pair for claim in claims for pair in pairs_beside(claim, event))
    hits = len(found & event.positive)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(event.positive))
    return Measured(
        name=event.name,
        sentences=len(event.ids),
        pairs=len(event.told),
        positive=len(event.positive),
        average=average_precision(event, fitted),
        precision=precision,
        recall=recall,
        f1=2 * hits / max(1, len(found) + len(event.positive)),
        near=2 * len(near & event.positive) / max(1, len(near) + len(event.positive)),
        tempted=len(found & event.tempting),
        claims=sum(len({event.texts[s] for s in claim.sources}) > 1 for claim in claims),
    )


def pairs_in(claim: Claim, event: Annotated) -> Iterator[Pair]:
    """Give the pairs of sentences of different texts that a claim joins."""
    places = sorted({mention.passage for mention in claim.mentions})
    for one, other in combinations(places, 2):
        if event.texts[one.source] != event.texts[other.source]:
            yield from pair_of(one, other, event)


def pairs_beside(claim: Claim, event: Annotated) -> Iterator[Pair]:
    """Give the pairs of sentences that relate a claim to others."""
    for link in claim.related:
        yield from pair_of(link.here, link.there, event)


def pair_of(one: Passage, other: Passage, event: Annotated) -> Iterator[Pair]:
    """Give the annotators' ids of two sentences, unless the annotation leaves one open."""
    a, b = sorted((event.ids[one.source, one.start], event.ids[other.source, other.start]))
    if not event.titles & {a, b}:
        yield a, b


def average_precision(event: Annotated, fitted: Fit) -> float:
    """Give the average precision of the pairs in order of their chances; what has none is lost."""
    told = event.told[np.argsort(-np.round(fitted.chance(event.signals), 4), kind="stable")]
    precision = np.cumsum(told) / np.arange(1, len(told) + 1)
    return float(precision[told].sum()) / max(1, len(event.positive))


def table(rows: Sequence[Measured]) -> Iterator[str]:
    """Print what was measured, with the mean and the worst."""
    yield "sentences  pairs  told  AP    P     R     F1    near  claims  tempted  event left out"
    for row in rows:
        figures = (row.average, row.precision, row.recall, row.f1, row.near)
        yield (
            f"{row.sentences:9}{row.pairs:7}{row.positive:6}"
            + "".join(f"  {figure:.2f}" for figure in figures)
            + f"{row.claims:8}{row.tempted:9}  {row.name}"
        )
    names = ("average", "precision", "recall", "f1", "near")
    columns = [[getattr(row, name) for row in rows] for name in names]
    yield " " * 22 + "".join(f"  {sum(c) / len(c):.3f}" for c in columns) + "  mean"
    yield " " * 22 + "".join(f"  {min(c):.3f}" for c in columns) + "  worst"


def written(fitted: Fit, rows: Sequence[Measured], strength: float) -> str:
    """Write the weights as TOML, with where they come from."""
    pairs, mean = sum(row.pairs for row in rows), sum(row.f1 for row in rows) / len(rows)
    precision = sum(row.precision for row in rows) / len(rows)
    head = (
        "How much each signal of a pair of sentences counts for their telling the same thing.",
        f"Made by tools/fit_alignment.py: logistic regression (L2, C = {strength:g}) over",
        f"standardised signals, fitted to {len(rows)} annotated news events ({pairs:,} pairs),",
        "each event with the same weight. The signals are explained in analysis/claims. With each",
        "event left out in turn, claims drawn by the weights of the others reach a mean pair F1",
        f"of {mean:.2f} at a precision of {precision:.2f}; docs/measures.md says more.",
    )
    bias, signals = fitted.rows()
    lines = (
        f"{n} = {{mean = {m:.4f}, scale = {s:.4f}, weight = {w:.4f}}}" for n, m, s, w in signals
    )
    return "\n".join(
        [*(f"# {line}" for line in head), "", f"bias = {bias:.4f}", "", "[signals]", *lines, ""]
    )


def main() -> None:
    """Read the command line, measure, and write the weights where that is asked for."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="holds a folder for each annotated event")
    parser.add_argument("--strength", type=float, default=STRENGTH, help="C; default %(default)s")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the weights as TOML")
    options = parser.parse_args()
    folders = sorted(path.parent for path in options.folder.glob("*/gold"))
    events = tuple(read(folder) for folder in folders)
    if len(events) < 2:
        parser.error(
            f"two annotated events at least are needed; {options.folder} has {len(events)}"
        )
    rows = tuple(
        measure(left_out, fit([e for e in events if e is not left_out], options.strength))
        for left_out in events
    )
    print(*table(rows), sep="\n")
    if options.write:
        content = written(fit(events, options.strength), rows, options.strength)
        options.write.write_text(content, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
