"""Why a text is read as it is, in plain words."""

from collections.abc import Sequence

from tellings.analysis.stance.sign import How, Sign
from tellings.model.findings import StanceVoice, Telling
from tellings.model.phrase import phrase, sequence

__all__ = ["of_cell", "of_sentence"]

MOST = 3
NOBODY = frozenset(
    ["he", "she", "it", "they", "his", "her", "its", "their", "who", "i", "we", "you"]
)
"""What names nobody when it stands unresolved."""

ORDER: tuple[How, ...] = (
    "own",
    "inside",
    "chosen",
    "held off",
    "received",
    "quoted",
    "self",
    "learnt",
)


def of_sentence(telling: Telling, found: list[Sign], value: int) -> str:
    """Say which words of a sentence decided, whose they are, and which weigh against the value."""
    parts = []
    for contrary in (False, True):
        for how in ORDER:
            some = [one for one in found if one.how == how and (one.weight * value < 0) == contrary]
            if some:
                part = said(telling, how, some)
                parts.append(phrase("the other way, %(part)s", part=part) if contrary else part)
    return apart(parts)


def apart(parts: Sequence[str]) -> str:
    """Join parts by semicolons."""
    if len(parts) < 2:
        return "".join(parts)
    return phrase("%(one)s; %(other)s", one=parts[0], other=apart(parts[1:]))


def said(telling: Telling, how: How, found: list[Sign]) -> str:
    """Say what decided in one way."""
    words = quoted(telling, found)
    reason = own(how, words) or given(how, speaker(telling, found), words)
    if how in ("held off", "self", "learnt") or not all(sign.describing for sign in found):
        return reason
    return phrase("%(reason)s, which alone takes no side", reason=reason)


def own(how: How, words: str) -> str:
    """Say what decided in words that are the text's own; nothing of those given as somebody's."""
    if how == "own":
        return phrase("its own words: %(words)s", words=words)
    if how == "held off":
        return phrase("its own marks around the name: %(words)s", words=words)
    if how == "received":
        return phrase("tells how others judge: %(words)s", words=words)
    return ""


def given(how: How, whose: str, words: str) -> str:
    """Say what decided in the words that are given as somebody's."""
    if how in ("inside", "chosen"):
        return phrase(
            "its own words inside what is given as said by %(whose)s: %(words)s",
            whose=whose,
            words=words,
        )
    if how == "self":
        return phrase(
            "in the words of %(whose)s, speaking for their own side: %(words)s",
            whose=whose,
            words=words,
        )
    if how == "learnt":
        return phrase(
            "in the words of %(whose)s, by the sentence as a whole, %(words)s above all",
            whose=whose,
            words=words,
        )
    return phrase("in the words of %(whose)s: %(words)s", whose=whose, words=words)


def speaker(telling: Telling, found: list[Sign]) -> str:
    """Name whose words the first sign stands in."""
    sign = found[0]
    name = telling.speaker_of(sign.words[0] if sign.words else sign.sentence.span)
    return name if name and name.lower() not in NOBODY else phrase("others")


def quoted(telling: Telling, found: list[Sign]) -> str:
    """List the words of signs, each once."""
    spans = sorted({word for sign in found for word in sign.words})
    every = list(dict.fromkeys(map(named, (span.of(telling.text) for span in spans))))
    return sequence(every[:MOST])


def named(word: str) -> str:
    """Name a word, and say that it stands in quotation marks where these decided."""
    bare = word.strip("\"'“”‘’«»„")
    if bare == word:
        return phrase("“%(word)s”", word=bare)
    return phrase("“%(word)s” in quotation marks", word=bare)


def of_cell(telling: Telling, voice: StanceVoice, value: int, found: list[Sign]) -> str:
    """Say in plain words what decided about a text, a target and a voice."""
    place = phrase("in its own voice") if voice == "own" else phrase("in the words of others")
    if not found:
        return phrase("no judging word found %(place)s", place=place)
    if all(sign.describing for sign in found):
        return phrase(
            "words of a plain report %(place)s, which alone take no side: %(words)s",
            place=place,
            words=quoted(telling, found),
        )
    found = [sign for sign in found if sign.weight * value >= 0]
    if any(sign.sentence.part == "title" for sign in found):
        place = phrase("%(place)s, headline included", place=place)
    return judged(value, place, quoted(telling, found))


def judged(value: int, place: str, words: str) -> str:
    """Say what judging words come to."""
    if value == 0:
        return phrase(
            "judging words %(place)s that do not add up to a side: %(words)s",
            place=place,
            words=words,
        )
    if value < 0:
        return phrase("speaks against it %(place)s: %(words)s", place=place, words=words)
    return phrase("speaks for it %(place)s: %(words)s", place=place, words=words)
