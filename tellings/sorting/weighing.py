"""How much a word tells: rare in the pile, and rare in any text."""

import math
from collections.abc import Mapping
from functools import cache

from tellings.analysis import wording
from tellings.data import vectors, words

__all__ = ["weights"]


@cache
def _expected() -> Mapping[str, float]:
    """Give the share of texts that may be expected to hold a stem, by its rank (Zipf)."""
    table = words.load("sorting")["background"]
    found: dict[str, float] = {}
    for word, rank in vectors.vocabulary().items():
        if word.isalnum():
            share = min(table["often"], table["most"] * (rank + 1) ** -table["slope"])
            for form in (word, wording.stem(word)):
                found[form] = max(share, found.get(form, 0.0))
    return found


def weight_of(word: str, holding: int, texts: int) -> float:
    """Give the inverse document frequency of a word that so many of the pile's texts hold."""
    table = words.load("sorting")["background"]
    rare = table["most"] * table["unknown_rank"] ** -table["slope"]
    beside = table["weight"] * _expected().get(word.lower(), rare)
    return max(0.0, math.log((texts + table["weight"] + 1) / (holding + beside + 0.5)))


def weights(holding: Mapping[str, int], texts: int) -> dict[str, float]:
    """Weigh every word of the pile."""
    return {word: weight_of(word, count, texts) for word, count in holding.items()}
