"""When a text was published, and by how much another came later."""

import re
from datetime import date

from tellings.model.findings import Telling
from tellings.model.phrase import counted, mark, phrase

__all__ = ["Moment", "day_of", "later_by", "moment_of"]

CLOCK = re.compile(
    r"^\d{4}-\d\d-\d\d[ T](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?\s*(?P<zone>\S*)$"
)
HOUR = 60
Moment = tuple[str, int | None, str]
"""A day, the minute of it and its zone as printed; "" and None where a text does not say."""

COUNTED = mark(("one", "two", "three", "four", "five", "six"))
NEVER: Moment = ("", None, "")


def day_of(text: str, tellings: dict[str, Telling], texts: dict[str, str]) -> str:
    """Give the first day that a file of a text was published, "" when none says."""
    return moment_of(text, tellings, texts)[0]


def moment_of(text: str, tellings: dict[str, Telling], texts: dict[str, str]) -> Moment:
    """Give the first moment that a file of a text was published."""
    told = (
        telling.document.source.published
        for id_, telling in sorted(tellings.items())
        if texts[id_] == text
    )
    return min((read(moment) for moment in told if moment), key=in_time, default=NEVER)


def in_time(moment: Moment) -> tuple[str, int]:
    """Give a key that puts moments in order, a day without a time first."""
    return moment[0], -1 if moment[1] is None else moment[1]


def read(published: str) -> Moment:
    """Read the moment of a text's publishing, as its source prints it."""
    clock = CLOCK.match(published)
    minute = int(clock["hour"]) * HOUR + int(clock["minute"]) if clock else None
    return published[:10], minute, clock["zone"] if clock else ""


def later_by(early: Moment, late: Moment) -> str:
    """Say by how much one moment is later than another, "" when it is not, or nobody can tell."""
    if not early[0] or not late[0] or late[0] < early[0]:
        return ""
    if early[0] < late[0]:
        apart = (date.fromisoformat(late[0]) - date.fromisoformat(early[0])).days
        return counted("a day", "%(days)s days", apart, days=number(apart))
    if early[1] is None or late[1] is None or early[2] != late[2] or late[1] - early[1] < HOUR:
        return ""
    apart = (late[1] - early[1]) // HOUR
    return counted("an hour", "%(hours)s hours", apart, hours=number(apart))


def number(count: int) -> str:
    """Give a small count in words."""
    return phrase(COUNTED[count - 1]) if count <= len(COUNTED) else str(count)
