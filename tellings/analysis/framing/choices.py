"""Among which words the texts of an event choose, whoever these are said of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tellings.analysis.framing.apart import Odd, set_apart
from tellings.analysis.framing.deeds import Deed, deeds
from tellings.analysis.framing.lexicon import lemma
from tellings.analysis.framing.lists import SET_PHRASE, every_word, lists
from tellings.analysis.framing.matter import matter
from tellings.analysis.framing.spellings import Spelling, spellings
from tellings.analysis.wording import content
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["Choices", "Contest", "Listing", "Term", "choices", "terms"]

MARKS = "\"'“‘«„(["


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A listed word as it stands in a sentence."""

    span: Span
    word: str
    families: tuple[str, ...]
    """The families it is a plain word of; none when it is loaded."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What the texts of an event choose among."""

    families: frozenset[str]
    """Families in which they choose different words."""

    common: frozenset[str]
    """The lemmas that more than half of the texts use: no news of any."""

    about: frozenset[str]
    """The stems of what the event is about."""

    central: frozenset[str]
    """Families of which a word belongs to what the event is about: all their words name it."""


Listing = tuple[tuple[Sentence, tuple[Term, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the texts choose among, text by text."""

    listed: tuple[Listing, ...]
    contest: Contest
    odd: Mapping[str, tuple[Odd, ...]]
    """The words that set each text apart, by its id."""

    deeds: Mapping[str, Deed]
    spellings: Mapping[str, tuple[Spelling, ...]]


# Who proposes targets asks for the terms of many, and their frames are found after that.
@lru_cache(maxsize=1)
def choices(tellings: tuple[Telling, ...]) -> Choices:
    """Find what the texts choose among."""
    listed = tuple(listing(telling) for telling in tellings)
    return Choices(
        listed=listed,
        contest=contested(listed, matter(tellings)),
        odd=set_apart(tellings),
        deeds=deeds(tellings),
        spellings=spellings(tellings),
    )


def listing(telling: Telling) -> Listing:
    """Find the listed words of a text, sentence by sentence."""
    return tuple((sentence, terms(telling, sentence)) for sentence in telling.document.sentences)


def terms(telling: Telling, sentence: Sentence) -> tuple[Term, ...]:
    """Find the listed words of a sentence; a word inside a longer term or set phrase is none.

    Outside a heading a capital inside the sentence makes a name, and a name is nobody's choice.
    """
    known, found, last = lists(), list[Term](), sentence.span.start
    heading = sentence.part in ("title", "subhead")
    for span, word in every_word().find(telling.text, sentence.span.start, sentence.span.end):
        inside = span.start > sentence.span.start and telling.text[span.start - 1] not in MARKS
        named = not heading and inside and telling.text[span.start].isupper()
        if named and word != SET_PHRASE and word not in known.capitalised:
            continue
        if span.start < last:
            continue
        last = span.end
        if word != SET_PHRASE:
            families = () if word in known.loaded else known.plain[word]
            found.append(Term(span=span, word=word, families=families))
    return tuple(found)


def contested(listed: tuple[Listing, ...], about: frozenset[str]) -> Contest:
    """Find the families in which the texts choose different words, and the words all choose."""
    chosen: dict[str, dict[str, set[int]]] = {}
    judged = {
        family
        for listing_ in listed
        for sentence, found in listing_
        if sentence.part == "title"
        for term in found
        if not term.families
        for family in lists().family.get(term.word, ())
    }
    for number, listing_ in enumerate(listed):
        for term in (term for _, found in listing_ for term in found):
            for family in lists().family.get(term.word, ()):
                chosen.setdefault(family, {}).setdefault(lemma(term.word), set()).add(number)
    return Contest(
        about=about,
        central=frozenset(
            family
            for word, families in lists().family.items()
            if set(content(word)) & about
            for family in families
        ),
        families=frozenset(
            family
            for family, uses in chosen.items()
            if len(uses) > 1 and any(len(texts) < len(listed) for texts in uses.values())
        ),
        common=frozenset(
            word
            for family, uses in chosen.items()
            for word, texts in uses.items()
            if family not in judged and len(listed) > 1 and 2 * len(texts) > len(listed)
        ),
    )
