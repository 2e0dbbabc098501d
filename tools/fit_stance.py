"""Fit the weights in tellings/data/sentiment.tsv and sentiment.npy to NewsMTSC.

    python -m tools.fit_stance train.jsonl [--write tellings/data]

train.jsonl is the training part of NewsMTSC (MIT; https://github.com/fhamborg/NewsMTSC). What is
printed is measured on it, in folds of whole articles; what is written is fitted to all.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from tellings.analysis.stance import signals
from tellings.data.sentiment import ALWAYS, ONE
from tools.targets import Judged, read

__all__ = ["main"]

STRENGTH = 0.06
"""C, the weight of what is learnt against the weights' smallness."""

FEWEST = 10
"""How many rows must have a signal for it to be weighed."""

FOLDS = 5
SIDES = (-1, 0, 1)
HEAD = (
    "What a named signal of a sentence weighs against and for the one who is named, both beside",
    "neither, in thousandths. Made by tools/fit_stance.py; SENTIMENT.md is the card, and the",
    "signals are explained in analysis/stance/signals.py.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The signals of all rows."""

    names: tuple[str, ...]
    values: sparse.csr_matrix
    """The named signals, then the directions."""


def known_of(rows: Sequence[Judged]) -> frozenset[str]:
    """Find the words that stand in small letters in enough rows."""
    count = Counter(
        word for row in rows for word in set(signals.mark(row.text, row.name, frozenset()).words)
    )
    return frozenset(w for w, n in count.items() if n >= FEWEST and w.isalpha() and w.islower())


def table_of(rows: Sequence[Judged], known: frozenset[str]) -> Table:
    """Read the signals of all rows."""
    marked = [signals.mark(row.text, row.name, known) for row in rows]
    named = [signals.named(one) for one in marked]
    count = Counter(key for each in named for key in each)
    reader = DictVectorizer()
    kept = [{k: v for k, v in each.items() if count[k] >= FEWEST} for each in named]
    words = reader.fit_transform(kept)
    directions = np.array([signals.about(one).rows.reshape(-1) for one in marked])
    values = sparse.hstack([words, sparse.csr_matrix(directions)]).tocsr()
    return Table(names=tuple(reader.get_feature_names_out()), values=values)


def fitted(values: sparse.csr_matrix, sides: NDArray[np.int64]) -> LogisticRegression:
    """Fit, each side with the same weight."""
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=500)
    return model.fit(values, sides)


def measure(rows: Sequence[Judged], table: Table, sides: NDArray[np.int64]) -> Iterable[str]:
    """Say how the fit does on articles that it has not seen."""
    given = np.zeros_like(sides)
    groups = [row.article for row in rows]
    for some, others in GroupKFold(FOLDS).split(table.values, sides, groups):
        given[others] = fitted(table.values[some], sides[some]).predict(table.values[others])
    yield f"{len(rows)} rows, {len(table.names)} named signals, {FOLDS} folds of articles"
    yield f"macro F1 {f1_score(sides, given, average='macro'):.3f}"
    several = np.array([not row.alone for row in rows])
    if several.any():
        both = f1_score(sides[several], given[several], average="macro")
        yield f"macro F1 {both:.3f} of the {several.sum()} rows whose sentences name several"


def write(folder: Path, model: LogisticRegression, names: tuple[str, ...]) -> None:
    """Write the weights, against and for beside neither, as whole thousandths."""
    beside = np.rint((model.coef_ - model.coef_[1])[[0, 2]] * ONE).astype(np.int16)
    always = np.rint((model.intercept_ - model.intercept_[1])[[0, 2]] * ONE).astype(int)
    lines = [f"# {line}" for line in HEAD]
    lines.append(f"{ALWAYS}\t{always[0]}\t{always[1]}")
    lines += [f"{n}\t{beside[0, at]}\t{beside[1, at]}" for at, n in enumerate(names)]
    (folder / "sentiment.tsv").write_text("\n".join([*lines, ""]), "utf-8", newline="\n")
    np.save(folder / "sentiment.npy", np.ascontiguousarray(beside[:, len(names) :]))


def main() -> None:
    """Read the command line, measure, and write the weights where that is asked for."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path, help="the training part of NewsMTSC")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the weights there")
    options = parser.parse_args()
    rows = read(options.train)
    sides = np.array([row.side for row in rows])
    table = table_of(rows, known_of(rows))
    print(*measure(rows, table, sides), sep="\n")
    if options.write:
        write(options.write, fitted(table.values, sides), table.names)


if __name__ == "__main__":
    main()
