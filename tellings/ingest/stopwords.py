"""The language of a whole text, told by its small words."""

import re
from collections import Counter

from tellings.data.words import load

__all__ = ["language"]

SMALL: dict[str, frozenset[str]] = {
    tag: frozenset(words.split()) for tag, words in load("newsroom")["smallwords"].items()
}
"""The commonest small words of each language."""

FEWEST = 25
"""Words of the shortest text whose language is told."""

SHARE = 0.15
"""The least share of small words in a text of a language."""

LEAD = 1.5
"""How many times the small words of the next language."""


def language(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Tell a whole text's language and the small words that decided; None when unsure."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < FEWEST:
        return None
    counts = Counter(words)
    votes = {tag: sum(counts[word] for word in small) for tag, small in SMALL.items()}
    (best, most), (_, next_) = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:2]
    if most / len(words) < SHARE or most < LEAD * next_:
        return None
    said = sorted(SMALL[best] & counts.keys(), key=lambda word: (-counts[word], word))
    return best, tuple(f"{word} {counts[word]}" for word in said[:3])
