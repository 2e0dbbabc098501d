"""The numbers of a claim as its texts give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.analysis import wording
from tellings.analysis.differences import bounds, figures
from tellings.analysis.differences.bounds import Bounds
from tellings.analysis.differences.counts import counts
from tellings.analysis.differences.days import Moment, moment_of
from tellings.analysis.differences.figures import Figure
from tellings.analysis.differences.heads import heads
from tellings.analysis.numbers.comparing import Counted
from tellings.analysis.wording import Word
from tellings.model.findings import Claim, Mention, Telling
from tellings.model.span import Span

__all__ = ["Given", "given", "of_mentions"]

CLOSE = 0.3
"""How sure a mention must be of its claim before its numbers are those of the other mentions."""

BESIDE = 60
"""How many characters before and after a number say how it was come to."""

# A toll that has grown says so: “now 31”, “rose to 31”.
LATER = re.compile(
    r"\b(?:now|(?:ris|ros|rais|climb|grow|grew|jump|revis|update)\w*\s+(?:\w+\s+){0,2}to)"
    r"\s+(?:stands?\s+at\s+|at\s+|up\s+to\s+)?(?:at\s+least\s+|about\s+|more\s+than\s+|over\s+|nearly\s+)?$"
)
ONE_OF_THEM = re.compile(
    r"\b(?:including|counting|among\s+them|plus)\s+(?:the\s+)?(?:\w+\s+)?(?:gunman|gunmen|shooter|attackers?"
    r"|bombers?|suspects?|assailants?|killer|driver|pilot|himself|herself|themselves)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A number as one text gives it."""

    source: str
    text: str
    when: Moment
    """When the text was published."""

    number: Counted
    sure: bool
    """Whether its sentence is surely one of the claim's."""

    bounds: Bounds

    figure: Figure
    acts: frozenset[Word]
    """What was done with what it counts."""

    history: bool
    """Whether it stands in a sentence of history."""

    dated: str
    """The one day that its sentence names, else ""."""

    told: frozenset[Word]
    """The stems of its sentence."""

    days: frozenset[Word]
    """The names of days and months in its sentence."""

    later: bool
    """Whether the text says that an earlier number was another."""

    author: bool
    """Whether it counts in whoever did it: “four dead, including the gunman”."""


def given(claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]) -> Iterator[Given]:
    """Give the numbers of a claim, mention by mention."""
    yield from of_mentions(claim.mentions, tellings, texts)


def of_mentions(
    mentions: tuple[Mention, ...], tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Given]:
    """Give the numbers of some sentences, in their order."""
    for mention in mentions:
        telling = tellings[mention.passage.source]
        text = texts[mention.passage.source]
        when = moment_of(text, tellings, texts)
        for number in counts(telling, mention.passage.span):
            yield placed(number, mention, telling, (text, when))


def placed(number: Counted, mention: Mention, telling: Telling, told: tuple[str, Moment]) -> Given:
    """Give a number with what its sentence says of it; `told` is its text and when."""
    span = number.quantity.passage.span
    sentence = telling.document.sentence_at(span.start)
    whole = sentence.span if sentence else mention.passage.span
    folded = bounds.folded(telling.text)
    before = folded[max(whole.start, span.start - BESIDE) : span.start]
    after = folded[span.end : min(whole.end, span.end + BESIDE)]
    return Given(
        source=mention.passage.source,
        text=told[0],
        when=told[1],
        number=number,
        sure=mention.score >= CLOSE,
        bounds=bounds.of(number, telling),
        figure=figures.of(number, telling),
        acts=heads(whole.of(folded), Span(span.start - whole.start, span.end - whole.start)),
        history=any(d.background and whole.holds(d.passage) for d in telling.dates),
        dated=day_in(whole, telling),
        told=frozenset(wording.content(whole.of(folded))),
        days=frozenset(word.lower() for word in wording.tokens(whole.of(folded))) & wording.days(),
        later=LATER.search(before) is not None,
        author=ONE_OF_THEM.search(after) is not None,
    )


def day_in(sentence: Span, telling: Telling) -> str:
    """Give the day that a sentence names, where it names one."""
    days = {
        date.date
        for date in telling.dates
        if date.precision == "day" and sentence.holds(date.passage)
    }
    return days.pop() if len(days) == 1 else ""
