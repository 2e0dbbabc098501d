"""Why a text is read as it is, in plain words."""

from tellings.analysis.stance.sign import How, Sign
from tellings.model.findings import StanceVoice, Telling

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
                parts.append(f"{'the other way, ' * contrary}{said(telling, how, some)}")
    return "; ".join(parts)


def said(telling: Telling, how: How, found: list[Sign]) -> str:
    """Say what decided in one way."""
    words = quoted(telling, found)
    alone = ", which alone takes no side" if all(sign.describing for sign in found) else ""
    if how == "own":
        return f"its own words: {words}{alone}"
    if how == "held off":
        return f"its own marks around the name: {words}"
    if how == "received":
        return f"tells how others judge: {words}{alone}"
    return given(how, speaker(telling, found), words, alone)


def given(how: How, whose: str, words: str, alone: str) -> str:
    """Say what decided in the words that are given as somebody's."""
    if how in ("inside", "chosen"):
        return f"its own words inside what is given as said by {whose}: {words}{alone}"
    if how == "self":
        return f"in the words of {whose}, speaking for their own side: {words}"
    if how == "learnt":
        return f"in the words of {whose}, by the sentence as a whole, {words} above all"
    return f"in the words of {whose}: {words}{alone}"


def speaker(telling: Telling, found: list[Sign]) -> str:
    """Name whose words the first sign stands in."""
    sign = found[0]
    name = telling.speaker_of(sign.words[0] if sign.words else sign.sentence.span)
    return name if name and name.lower() not in NOBODY else "others"


def quoted(telling: Telling, found: list[Sign]) -> str:
    """List the words of signs, each once."""
    spans = sorted({word for sign in found for word in sign.words})
    every = list(dict.fromkeys(map(named, (span.of(telling.text) for span in spans))))
    return ", ".join(every[:MOST])


def named(word: str) -> str:
    """Name a word, and say that it stands in quotation marks where these decided."""
    bare = word.strip("\"'“”‘’«»„")
    return f"“{bare}”" if bare == word else f"“{bare}” in quotation marks"


def of_cell(telling: Telling, voice: StanceVoice, value: int, found: list[Sign]) -> str:
    """Say in plain words what decided about a text, a target and a voice."""
    place = "in its own voice" if voice == "own" else "in the words of others"
    if not found:
        return f"no judging word found {place}"
    if all(sign.describing for sign in found):
        these = quoted(telling, found)
        return f"words of a plain report {place}, which alone take no side: {these}"
    found = [sign for sign in found if sign.weight * value >= 0]
    place += ", headline included" * any(sign.sentence.part == "title" for sign in found)
    these = quoted(telling, found)
    if value == 0:
        return f"judging words {place} that do not add up to a side: {these}"
    return f"{'speaks against' if value < 0 else 'speaks for'} it {place}: {these}"
