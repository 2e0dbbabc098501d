"""What the scorer of sentiment towards a target has learnt; SENTIMENT.md is its card."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ALWAYS", "ONE", "known", "named", "table"]

ALWAYS = "always"
"""The line of what is weighed whatever the sentence says."""

ONE = 1000
"""The weights are whole thousandths."""


@cache
def named() -> dict[str, tuple[int, int]]:
    """Read the weights of the named signals: against and for, both beside neither."""
    content = (files("tellings.data") / "sentiment.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in content.splitlines() if not line.startswith("#"))
    return {name: (int(against), int(favour)) for name, against, favour in rows}


@cache
def known() -> frozenset[str]:
    """Give the words that are known in small letters."""
    near = (name.removeprefix("near ") for name in named() if name.startswith("near "))
    return frozenset(word for word in near if word.isalpha() and word.islower())


@cache
def table() -> "NDArray[np.int16]":
    """Read the weights of the vectors: two lines, against and for."""
    import numpy as np  # noqa: PLC0415 - only builds that analyse need it

    with (files("tellings.data") / "sentiment.npy").open("rb") as stream:
        rows: NDArray[np.int16] = np.load(stream, allow_pickle=False)
    return rows
