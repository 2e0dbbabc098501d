"""Why a text is read as it is, in plain words."""

from tellings.analysis.stance.signs import How, Sign
from tellings.model.findings import StanceVoice, Telling

__all__ = ["of_cell", "of_sentence"]

MOST = 3
ORDER: tuple[How, ...] = ("own", "inside", "chosen", "held off", "received", "quoted", "learnt")


def of_sentence(telling: Telling, found: list[Sign]) -> str:
    """Say which words of a sentence decided, and whose they are."""
    parts = []
    for how in ORDER:
        some = [sign for sign in found if sign.how == how]
        if some:
            parts.append(said(telling, how, some))
    return "; ".join(parts)


def said(telling: Telling, how: How, found: list[Sign]) -> str:
    """Say what decided in one way."""
    words = quoted(telling, found)
    alone = ", which alone takes no side" if all(sign.describing for sign in found) else ""
    match how:
        case "own":
            return f"its own words: {words}{alone}"
        case "inside" | "chosen":
            whose = speaker(telling, found)
            return f"its own words inside what is given as said by {whose}: {words}{alone}"
        case "held off":
            return f"its own quotation marks around the name: {words}"
        case "received":
            return f"tells how others judge: {words}{alone}"
        case "quoted":
            return f"in the words of {speaker(telling, found)}: {words}{alone}"
        case "learnt":
            whose = speaker(telling, found)
            return f"in the words of {whose}, by the sentence as a whole, {words} above all"


def speaker(telling: Telling, found: list[Sign]) -> str:
    """Name whose words the first sign stands in."""
    sign = found[0]
    name = telling.speaker_of(sign.words[0] if sign.words else sign.sentence.span)
    return name or "others"


def quoted(telling: Telling, found: list[Sign]) -> str:
    """List the words of signs, each once."""
    spans = sorted({word for sign in found for word in sign.words})
    every = dict.fromkeys(span.of(telling.text).strip("\"'“”‘’«»„") for span in spans)
    words = list(every)[:MOST]
    return ", ".join(f"“{word}”" for word in words)


def of_cell(telling: Telling, voice: StanceVoice, value: int, found: list[Sign]) -> str:
    """Say in plain words what decided about a text, a target and a voice."""
    place = "in its own voice" if voice == "own" else "in the words of others"
    if not found:
        return f"described without judgement {place}"
    named = quoted(telling, found)
    if all(sign.describing for sign in found):
        return f"words of a plain report {place}, which alone take no side: {named}"
    if value == 0:
        return f"judging words {place} that do not add up to a side: {named}"
    return f"{'speaks against' if value < 0 else 'speaks for'} it {place}: {named}"
