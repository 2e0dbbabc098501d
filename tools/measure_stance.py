"""Measure the scorer of sentiment towards a target on NewsMTSC, beside baselines on the same rows.

    python -m tools.measure_stance devtest_mt.jsonl --train train.jsonl

Without --train the bag of words, which has to learn, is left out; without vaderSentiment, VADER is.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from tellings.analysis.stance import leaning
from tools.targets import Judged, read

__all__ = ["main"]

SIDES = (-1, 0, 1)
AROUND = 60
"""How many characters on either side of the name the bag of words holds."""

SURE = 0.05
"""Where VADER's own documentation draws the line between neutral and not."""

STEPS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def scored(rows: Sequence[Judged]) -> list[tuple[int, float]]:
    """Give the scorer's side of each row, and its chance."""
    found = []
    for row in rows:
        one = leaning.lean(row.text, row.name)
        chances = dict(zip(SIDES, (one.against, one.neither, one.favour), strict=True))
        best = max(SIDES, key=lambda side: chances[side])
        found.append((best, chances[best]))
    return found


def valence(rows: Sequence[Judged]) -> list[int]:
    """Give the side of each row by VADER: of the sentence, whoever is named."""
    from vaderSentiment.vaderSentiment import (  # noqa: PLC0415 - only for comparison
        SentimentIntensityAnalyzer,
    )

    reader = SentimentIntensityAnalyzer()
    scores = [reader.polarity_scores(row.text)["compound"] for row in rows]
    return [1 if score >= SURE else -1 if score <= -SURE else 0 for score in scores]


def bag(train: Sequence[Judged], rows: Sequence[Judged]) -> list[int]:
    """Give the side of each row by the words around the name, in no order."""
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 - only here
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - only here

    def around(row: Judged) -> str:
        start, end = max(0, row.name.start - AROUND), row.name.end + AROUND
        return f"{row.text[start : row.name.start]} NAME {row.text[row.name.end : end]}"

    reader = CountVectorizer(binary=True, min_df=2, ngram_range=(1, 2))
    model = LogisticRegression(C=0.1, class_weight="balanced", max_iter=500)
    model.fit(reader.fit_transform(map(around, train)), [row.side for row in train])
    return [int(side) for side in model.predict(reader.transform(map(around, rows)))]


def f1_of(rows: Sequence[Judged], given: Sequence[int], side: int) -> float:
    """Give the F1 of one side."""
    right = sum(row.side == one == side for row, one in zip(rows, given, strict=True))
    every = sum(row.side == side for row in rows) + sum(one == side for one in given)
    return 2 * right / every if every else 0.0


def line(name: str, rows: Sequence[Judged], given: Sequence[int]) -> str:
    """Write one line of the table."""
    each = [f1_of(rows, given, side) for side in SIDES]
    right = sum(row.side == one for row, one in zip(rows, given, strict=True)) / len(rows)
    parts = "".join(f"{score:9.3f}" for score in each)
    return f"{name:<28}{sum(each) / len(each):9.3f}{parts}{right:9.3f}"


def trusted(rows: Sequence[Judged], found: Sequence[tuple[int, float]]) -> Iterator[str]:
    """Say how often a chance comes true."""
    for low, high in pairwise(STEPS):
        some = [
            row.side == side
            for row, (side, chance) in zip(rows, found, strict=True)
            if low <= chance < high
        ]
        if some:
            right = sum(some) / len(some)
            yield f"  chance {low:.1f} to {min(high, 1):.1f}: {right:.3f} of {len(some)}"


def main() -> None:
    """Read the command line and measure."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path, help="the part of NewsMTSC to measure on")
    parser.add_argument("--train", type=Path, help="its training part, for the bag of words")
    options = parser.parse_args()
    rows = read(options.rows)
    print(f"{len(rows)} rows{'macro F1':>27}  against  neither      for    right")
    commonest = Counter(row.side for row in rows).most_common(1)[0][0]
    print(line("always the commonest", rows, [commonest] * len(rows)))
    if find_spec("vaderSentiment"):
        print(line("VADER of the sentence", rows, valence(rows)))
    if options.train:
        print(line("words around the name", rows, bag(read(options.train), rows)))
    found = scored(rows)
    print(line("what ships", rows, [side for side, _ in found]))
    print(*trusted(rows, found), sep="\n")


if __name__ == "__main__":
    main()
