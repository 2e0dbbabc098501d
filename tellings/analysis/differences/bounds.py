"""How far a number reaches: in which place, as part of what, found by whom."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tellings.analysis import wording
from tellings.analysis.numbers.comparing import Counted
from tellings.analysis.wording import Word
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["Bounds", "folded", "narrower", "of", "places_apart"]

WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|near|outside|around|throughout|to|with|from|[Aa]t|on)\s+"
    r"(?P<place>(?:(?:the|a|one|all|\d+|neighbou?ring|nearby)\s+){0,2}(?:[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*"
    r"(?:\s+(?:district|province|county|region|state|city))?"
    r"|(?:country|countries|province|district|county|region|town|village|state|city|area|world)s?\b))"
)
PART = re.compile(
    r"\balone\b|\b(?:of|among)\s+(?:them|these|those|whom|which)\b|\bin\s+one\s+[a-z]+|\bsingle\b"
)
# “Two fell on the pier, one hit a boat and one sank”: each is a part of what there were.
LISTED = re.compile(
    r"^[^.;]{3,60},\s+(?:and\s+)?(?:one|two|three|four|another|a\s+second)\s+[^.;]{3,60}"
    r"\b(?:and|,)\s+(?:one|two|three|four|another|the\s+(?:third|other))\s+[a-z]+(?:ed|t|ell|it|ank)\b"
)
POLL = re.compile(r"\b(?:poll|polls|survey|surveys|polled|surveyed|pollsters?)\b", re.IGNORECASE)
WHOLE = re.compile(r"\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+(?:(?:the|all|its|their|some)\s+)*")
BEFORE = 20
"""How many words before a share may name whose it is."""

REACH = 80
"""How many characters after a number say where it was counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What bounds a number."""

    places: frozenset[Word]
    """The stems of the places it was counted in; none where the text does not say."""

    part: bool
    """Whether the text says that it is part of a larger number."""

    whole: bool
    """Whether it is only what another number is taken of: “12 of 40 boats”."""

    polled: bool
    """Whether it was asked of people: two polls find two shares."""


@lru_cache(maxsize=1 << 13)
def of(number: Counted, telling: Telling) -> Bounds:
    """Read the bounds of a number in its sentence."""
    span = number.quantity.passage.span
    sentence = telling.document.sentence_at(span.start)
    whole = sentence.span if sentence else span
    text = folded(telling.text)
    after = text[span.end : min(whole.end, span.end + REACH)]
    # The sentence is over at its end: a stop inside it closes a mere abbreviation.
    after = re.split(r"[;:](?=\s|$)|\b(?:but|while)\b", after)[0]
    return Bounds(
        places=place_in(after)
        or place_in(opening(text, whole, span))
        or share_of(text, whole, number),
        part=bool(PART.search(after)) or bool(LISTED.match(text[span.end : whole.end])),
        whole=is_whole(number, telling),
        polled=bool(POLL.search(text[whole.start : whole.end])),
    )


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """Fold a whole text; each of its numbers asks for it."""
    return wording.fold(text)


def opening(text: str, sentence: Span, number: Span) -> str:
    """Give the words that open a sentence before a comma, where they stand before the number."""
    before = text[sentence.start : number.start]
    return before.partition(",")[0] if before[:3].lower() in {"in ", "at ", "acr"} else ""


def share_of(text: str, sentence: Span, number: Counted) -> frozenset[Word]:
    """Give the names that stand before a share without a place: “Tresa lost 40 percent”."""
    if number.measure != "%" or POLL.search(text[sentence.start : sentence.end]):
        return frozenset()
    before = text[sentence.start : number.quantity.passage.start].rsplit(";", maxsplit=1)[-1]
    return frozenset(
        wording.stem(word.lower())
        for word in wording.tokens(before)[1:][-BEFORE:]
        if word[0].isupper() and word.lower() not in wording.stop_words()
    )


def place_in(words: str) -> frozenset[Word]:
    """Give the stems of the first place that words name; a day or month is none."""
    for found in WHERE.finditer(words):
        stems = frozenset(
            wording.stem(word.lower())
            for word in wording.tokens(found["place"])
            if word.lower() not in wording.days() | wording.stop_words() and not word[0].isdigit()
        )
        if stems:
            return stems
    return frozenset()


def places_apart(one: Bounds, other: Bounds) -> bool:
    """Tell whether two numbers were counted in places of which neither names the other."""
    return bool(one.places and other.places) and not one.places & other.places


def narrower(one: Bounds, other: Bounds) -> bool:
    """Tell whether the place of one number is a named part of that of the other."""
    return bool(other.places) and one.places > other.places


def is_whole(number: Counted, telling: Telling) -> bool:
    """Tell whether a number is only the whole that another is taken of."""
    start = number.quantity.passage.start
    return any(
        other.passage.end <= start
        and WHOLE.fullmatch(telling.text[other.passage.end : start]) is not None
        for other in telling.quantities
    )
