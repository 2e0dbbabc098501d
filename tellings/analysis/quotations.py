"""The same quotation in several printings."""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from re import findall

from tellings.model.findings import Attribution, Quotation, Telling
from tellings.model.span import Passage

__all__ = ["gather"]

CONTAINED = 4
"""How many words make a cut quotation recognisable inside a longer one."""

OVERLAP = 0.7
"""The share of words (Jaccard 1912, on multisets) that makes two wordings one quotation."""

OF_ONE = 0.5
"""The same share where both texts name one speaker and the words are enough to tell."""

ENOUGH = 6
DOTS = re.compile(r"(?:[\[(]\s*)?(?:…|\.\s?\.\s?\.)(?:\s*[\])])?")
LETTER = re.compile(r"\[(\w)\]")
INSERTED = re.compile(r"\[[^\]]*\]")
"""What an editor has put between square brackets is nobody’s word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One text's quotation, as words without case, accents and marks."""

    passage: Passage
    words: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]
    """The words between the dots of an ellipsis."""

    speaker: str | None
    """The last word of the speaker's name, folded."""


def gather(tellings: tuple[Telling, ...]) -> tuple[Quotation, ...]:
    """Gather the quotations that two sources or more print, in reading order."""
    groups = _groups(_printings(tellings))
    several = [g for g in groups if len({p.passage.source for p in g}) > 1]
    return tuple(
        Quotation(id=f"q{n}", printings=tuple(p.passage for p in group))
        for n, group in enumerate(several, start=1)
    )


def _groups(printings: tuple[Printing, ...]) -> list[list[Printing]]:
    """Gather what is one quotation; what reads the same is compared with others once."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, printing in enumerate(printings):
        alike[printing.words, printing.pieces, printing.speaker].append(place)
    leader = list(range(len(printings)))
    for first, *others in alike.values():
        if _one(printings[first], printings[first]):
            for other in others:
                leader[other] = first
    firsts = tuple(places[0] for places in alike.values())
    for earlier, later in _likely(tuple(printings[place] for place in firsts)):
        one, other = _first(leader, firsts[earlier]), _first(leader, firsts[later])
        if one != other and _one(printings[firsts[earlier]], printings[firsts[later]]):
            leader[max(one, other)] = min(one, other)
    gathered: dict[int, list[Printing]] = defaultdict(list)
    for place, printing in enumerate(printings):
        gathered[_first(leader, place)].append(printing)
    return list(gathered.values())


def _first(leader: list[int], place: int) -> int:
    """Find the first printing that one is joined to, shortening the way for the next."""
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _likely(printings: tuple[Printing, ...]) -> Iterator[tuple[int, int]]:
    """Give the pairs of printings of which the longer has a rare word of the shorter.

    So many words may be missing from a quotation's other printing, and no more; of one word more
    than these, one is there. The rarest are looked up.
    """
    spread = Counter(word for printing in printings for word in set(printing.words))
    holders: dict[str, list[int]] = defaultdict(list)
    for place, printing in enumerate(printings):
        for word in set(printing.words):
            holders[word].append(place)
    for place, printing in enumerate(printings):
        length = len(printing.words)
        rarest = sorted(printing.words, key=lambda word: (spread[word], word))
        looked_up = set(rarest[: length - math.ceil(OF_ONE * length - 1e-6) + 1])
        for other in sorted({other for word in looked_up for other in holders[word]}):
            if other != place and len(printings[other].words) >= length:
                yield min(place, other), max(place, other)


def _printings(tellings: tuple[Telling, ...]) -> tuple[Printing, ...]:
    return tuple(
        _printing(attribution, telling.text)
        for telling in tellings
        for attribution in sorted(telling.attributions, key=lambda a: a.content)
        if attribution.kind in {"direct", "partial"}
    )


def _printing(given: Attribution, text: str) -> Printing:
    said = INSERTED.sub(" ", LETTER.sub(r"\1", DOTS.sub("…", given.content.of(text))))
    pieces = tuple(words for piece in said.split("…") if (words := _words(piece)))
    return Printing(
        passage=given.content,
        words=tuple(word for piece in pieces for word in piece),
        pieces=pieces,
        speaker=(_words(given.speaker) or (None,))[-1] if given.speaker else None,
    )


def _words(text: str) -> tuple[str, ...]:
    plain = text.lower().replace("’", "'")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(word.strip("'") for word in findall(r"\w+(?:'\w+)*", plain))


def _one(left: Printing, right: Printing) -> bool:
    """Tell whether two printings are one quotation."""
    cut, whole = sorted((left, right), key=lambda printing: len(printing.words))
    short, long = cut.words, whole.words
    if not short:
        return False
    of_one = left.speaker is not None and left.speaker == right.speaker
    if short == long:
        # A single word is a quotation in common only from a common mouth.
        return len(short) > 1 or of_one
    if len(short) < CONTAINED:
        return False
    if _cut_from(cut.pieces, long):
        return True
    enough = OF_ONE if of_one and len(short) >= ENOUGH else OVERLAP
    if round(len(short) / len(long), 6) < enough:
        return False
    common = (Counter(short) & Counter(long)).total()
    every = len(short) + len(long) - common
    return round(common / every, 6) >= enough


def _cut_from(pieces: tuple[tuple[str, ...], ...], long: tuple[str, ...]) -> bool:
    """Tell whether the pieces of a quotation stand in a longer one, in their order."""
    after = 0
    for piece in pieces:
        starts = range(after, len(long) - len(piece) + 1)
        found = next((at for at in starts if long[at : at + len(piece)] == piece), None)
        if found is None:
            return False
        after = found + len(piece)
    return True
