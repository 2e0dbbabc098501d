"""The few words that show what differs: a number with what it counts, a day with its act."""

import re

from tellings.analysis import wording
from tellings.analysis.differences.counts import MODEL
from tellings.analysis.differences.heads import CLOSED, CUT, LEADING, STARTED, is_act
from tellings.analysis.numbers.comparing import Counted
from tellings.analysis.numbers.counting import fates
from tellings.model.findings import Telling
from tellings.model.span import Passage, Span

__all__ = ["of_date", "of_number"]

BOUND = re.compile(
    r"(?:\b(?:at\s+least|at\s+most|more\s+than|less\s+than|fewer\s+than|up\s+to|as\s+many\s+as|over|about"
    r"|around|some|nearly|almost|roughly|approximately)\s+)$",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
END = re.compile(r"[.;:!?,](?=\s|$)|\s[–—-]\s|[()\"“”]")
NEXT = re.compile(END.pattern + r"|\s(?:and|or|but|while|with)\s")

TIMES = wording.stem("times")
THINGS, FATE, ACT = 60, 4, 6
"""How many characters of things, words to a fate, and words to an act, a phrase may take along."""


def of_number(number: Counted, telling: Telling) -> Passage:
    """Give a number with what it counts and what became of them, in the text's own words."""
    span, text = number.quantity.passage.span, telling.text
    if not number.value:
        return number.quantity.passage
    sentence = telling.document.sentence_at(span.start)
    whole = sentence.span if sentence else span
    bound = BOUND.search(text, whole.start, span.start)
    start = bound.start() if bound else span.start
    end = max(span.end, end_of_things(number, telling, whole))
    if number.fate is None:
        return Passage(telling.id, act_before(number, text, whole.start, start), end)
    told = {word.lower() for word in WORD.findall(text[span.end : end])} & fates().keys()
    before = start if told else fate_before(text, whole.start, start)
    ahead = None if told or before < start else fate_after(text, end, whole.end)
    return Passage(telling.id, before, ahead or end)


def end_of_things(number: Counted, telling: Telling, sentence: Span) -> int:
    """Say where the words for what a number counts end."""
    end = number.quantity.passage.end
    model = MODEL.match(telling.text, end)
    if model and not number.quantity.counts:
        return min(model.end(), sentence.end)
    things = number.quantity.counts or ""
    at = telling.text.find(things, end, min(sentence.end, end + THINGS)) if things else -1
    broken = at >= 0 and END.search(telling.text, end, at)
    return at + len(things) if at >= 0 and not broken else end


def fate_after(text: str, end: int, last: int) -> int | None:
    """Say where a fate that stands close behind ends: “24 people were killed”."""
    close = NEXT.search(text, end, last)
    for count, word in enumerate(WORD.finditer(text, end, close.start() if close else last)):
        if count == FATE:
            return None
        if word.group().lower() in fates():
            return word.end()
    return None


def fate_before(text: str, first: int, start: int) -> int:
    """Say where a fate that stands right before begins: “killing 24”."""
    before = list(WORD.finditer(text, first, start))[-1:]
    found = (
        word.start()
        for word in before
        if word.group().lower() in fates() and text[word.end() : start].isspace()
    )
    return next(found, start)


def act_before(number: Counted, text: str, first: int, start: int) -> int:
    """Say where the word begins for what was done so many times: “fired eleven times”."""
    before = list(WORD.finditer(text, first, start))[-1:]
    if TIMES not in number.things or not before or not text[before[0].end() : start].isspace():
        return start
    grammar = before[0].group().lower() in wording.stop_words()
    return start if grammar else before[0].start()


def dates_from(word: str) -> bool:
    """Tell whether a word is an act, or the beginning of one."""
    return is_act(word.lower()) or word.lower() in STARTED


def of_date(passage: Passage, telling: Telling) -> Passage:
    """Give a date with the act that it dates, where the two stand close together."""
    sentence = telling.document.sentence_at(passage.start)
    if sentence is None:
        return passage
    text, first = telling.text, sentence.span.start
    cuts = [cut.end() for cut in CUT.finditer(text[first : passage.start])]
    before = list(WORD.finditer(text, first + (cuts[-1] if cuts else 0), passage.start))
    led = bool(before) and before[-1].group().lower() in LEADING
    act = next((word for word in reversed(before[-ACT:]) if dates_from(word.group())), None)
    start = act.start() if act else before[-1].start() if led else passage.start
    if led or act or CLOSED.match(text, passage.end):
        return Passage(passage.source, start, passage.end)
    after = WORD.search(text, passage.end, sentence.span.end)
    noun = after and after.group().lower() not in wording.stop_words()
    return Passage(passage.source, start, after.end() if after and noun else passage.end)
