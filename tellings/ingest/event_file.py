"""A new event's event.md."""

import datetime as dt
import re
from collections.abc import Sequence

from tellings.model.source import Source
from tellings.reading import event_folder, front_writing

__all__ = ["write"]

HOW = "# Take “# ” off a line to use it.\n"
ON = "# on: 2026-03-04           # the day of the event\n"
REST = """\
# place: Saltmere          # the town or country
# targets:                 # whom or what the stance summary compares
# - {id: dockers, name: The dockers, aliases: [dock workers]}
# draft: true              # leaves the event out; --drafts shows it
# image: harbour.jpg       # a PNG or JPEG file beside this one: those who link to the event show it
# Below the three dashes may stand a note of yours, in Markdown.
"""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write(slug: str, sources: Sequence[Source], title: str = "") -> str:
    """Write the file with what slug and sources agree on; the rest is left to the editor.

    A title that is proposed takes the place of the slug's words.
    """
    fields = {"title": title or _title(slug, sources), "on": _day(slug, sources)}
    head = front_writing.write({name: value for name, value in fields.items() if value})
    return head.removesuffix("---\n") + HOW + ("" if fields["on"] else ON) + REST + "---\n"


def _title(slug: str, sources: Sequence[Source]) -> str:
    """Give the slug's words, or the first headline where the slug is only a day."""
    printed = [source.title for source in sources if source.title and not source.title_derived]
    if re.fullmatch(r"[\d-]+", slug) and printed:
        return printed[0]
    return event_folder.title_of(slug)


def _day(slug: str, sources: Sequence[Source]) -> str | None:
    """Give the slug's day, or the one day on which all dated sources were published."""
    match = DAY.match(slug)
    if match:
        try:
            return dt.date.fromisoformat(match[0]).isoformat()
        except ValueError:
            return None
    days = {source.published[:10] for source in sources if source.published}
    return days.pop() if len(days) == 1 else None
