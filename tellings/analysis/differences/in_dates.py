"""Dates that the texts of one claim give differently."""

from collections.abc import Iterator
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.wording import Word
from tellings.model.findings import Claim, DatedExpression, Difference, Mention, Reading, Telling
from tellings.model.span import Passage

__all__ = ["dates"]

NEAR = 5
"""How many words before and after a date say what happened then."""

CLOSE = 0.6
"""How sure a mention must be of its claim before its date counts."""

SAYING = frozenset(
    {
        *("said", "says", "told", "added", "announced", "reported", "stated", "quoted", "wrote"),
        *("tweeted", "condemned", "urged", "warned", "denied", "accused", "insisted", "confirmed"),
        *("explained", "noted", "revealed", "recalled", "claimed", "stressed", "testified"),
        *("statement", "statements", "interview", "press", "conference"),
    }
)
"""Words beside which a date is the day of a saying."""

Found = tuple[str, DatedExpression, frozenset[Word]]


def dates(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find dates of one precision that differ; a month that holds the day does not."""
    found = [
        (texts[mention.passage.source], date, near)
        for mention in claim.mentions
        if mention.score >= CLOSE
        for date, near in dated(mention, tellings[mention.passage.source])
    ]
    clashing = [
        date.passage
        for one, other in combinations(found, 2)
        if one[0] != other[0] and differ(one, other) and not elsewhere(one, other, found)
        for _, date, _ in (one, other)
    ]
    passages = {date.passage: date for _, date, _ in found if date.passage in clashing}
    if len({passage.of(tellings[passage.source].text) for passage in passages}) < 2:
        return
    yield Difference(
        claim=claim.id,
        kind="date",
        relation="conflict",
        readings=tuple(
            Reading(passage=passage, value=printed(passage, passages[passage], tellings))
            for passage in sorted(passages)
        ),
    )


def dated(mention: Mention, telling: Telling) -> Iterator[tuple[DatedExpression, frozenset[Word]]]:
    """Give the dates of a mention with the stems around them; the day of a saying is left out."""
    sentence = mention.passage.span
    for found in telling.dates:
        span = found.passage.span
        if found.background or not sentence.holds(span) or loose(found, telling):
            continue
        before = wording.tokens(telling.text[sentence.start : span.start])[-NEAR:]
        after = wording.tokens(telling.text[span.end : sentence.end])[:NEAR]
        if SAYING & {word.lower() for word in before[-3:] + after[:2]}:
            continue
        stop = wording.stop_words() | wording.days()
        if not before and SAYING & {word.lower() for word in after}:
            continue
        words = (word.lower() for word in before + after)
        stems = frozenset(wording.stem(word) for word in words if word not in stop)
        yield found, stems - {wording.stem(word) for word in SAYING}


def loose(found: DatedExpression, telling: Telling) -> bool:
    """Tell whether a date is only counted back, or stands in somebody's quoted words."""
    span = found.passage.span
    quoted = (a.content.span for a in telling.attributions if a.kind != "indirect")
    return span.of(telling.text).lower().endswith("ago") or any(q.holds(span) for q in quoted)


def differ(one: Found, other: Found) -> bool:
    """Tell whether two dates of one precision place the same words differently, not years apart."""
    here, there = one[1], other[1]
    same_kind = here.precision == there.precision and here.precision in {"day", "month"}
    apart = here.date != there.date and here.date[:4] == there.date[:4]
    return same_kind and apart and bool(one[2] & other[2])


def elsewhere(one: Found, other: Found, found: list[Found]) -> bool:
    """Tell whether either text also gives the other's date."""
    given = {(text, date.date) for text, date, _ in found}
    return (one[0], other[1].date) in given or (other[0], one[1].date) in given


def printed(passage: Passage, date: DatedExpression, tellings: dict[str, Telling]) -> str:
    """Give a date as printed, with what it comes to."""
    return f"{passage.of(tellings[passage.source].text)} ({date.date})"
