"""Names in the texts' own words that can stand over a section."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from tellings.analysis import wording
from tellings.model.findings import Telling
from tellings.model.span import Passage

__all__ = ["Term", "terms"]

Term = str

LONGEST = 4
"""A longer run of capitals is no heading."""

CAPITALS = re.compile(r"[A-Z][\w.'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.'-]*)*")
SOURCES = 2
"""How many texts must print a name before it can be a heading, where there are that many."""


def terms(tellings: tuple[Telling, ...]) -> dict[Passage, frozenset[Term]]:
    """Give each sentence's names, each in its most usual printing."""
    found: dict[Passage, set[str]] = {}
    printings: dict[str, Counter[str]] = defaultdict(Counter)
    sources: dict[str, set[str]] = defaultdict(set)
    common = small_words(tellings)
    for telling in tellings:
        for sentence in telling.document.sentences:
            keys = found.setdefault(sentence.passage, set())
            for name in names(telling.document.words(sentence), common):
                key = name.split()[-1]
                keys.add(key)
                printings[key][name] += 1
                sources[key].add(telling.id)
    least = min(SOURCES, len(tellings))
    usual = {key: most_usual(forms) for key, forms in printings.items()}
    return {
        passage: frozenset(usual[key] for key in keys if len(sources[key]) >= least)
        for passage, keys in found.items()
    }


def small_words(tellings: tuple[Telling, ...]) -> frozenset[str]:
    """Give the words that the event prints in small letters: no names."""
    return frozenset(
        token for telling in tellings for token in wording.tokens(telling.text) if token.islower()
    )


def names(text: str, common: frozenset[str]) -> Iterator[str]:
    """Give the names of a sentence, possessive endings and unfit first words left out."""
    unnamed = wording.stop_words() | wording.days() | common
    for match in CAPITALS.finditer(wording.fold(text)):
        words = [word.removesuffix("'s").strip(".'-") for word in match.group().split()]
        while words and words[0].lower() in unnamed:
            words = words[1:]
        if (
            words
            and len(words) <= LONGEST
            and words[-1].lower() not in unnamed
            and len(words[-1]) > 1
        ):
            yield " ".join(words)


def most_usual(forms: Counter[str]) -> str:
    """Choose the printing seen most often, the shorter where two are as usual."""
    return min(forms, key=lambda form: (-forms[form], len(form), form))
