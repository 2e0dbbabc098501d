"""The headers of e-mails: whose text it is, when it was sent, what it is about.

A newsletter's sender is an outlet, a person who sends a text on is none: a mail's own headers and
those that a forwarded message prints above itself are asked in the same way.
"""

import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from tellings.ingest.facts import Fact
from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.vocabulary import agencies_in
from tellings.ingest.metadata.people import NAME, SOMEBODY
from tellings.model.phrase import mark
from tellings.model.source import Refusal

__all__ = ["PREFIX", "Said", "headers", "listed", "text_of", "told"]

Said = Fact | Refusal

PREFIX = re.compile(r"(?:(?P<kind>re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
FIELDS = {"from": "outlet", "date": "published", "sent": "published", "subject": "title"}
LISTS = ("list-id", "list-unsubscribe", "list-post", "mailing-list")
NO_REPLY = re.compile(
    r"(?:no|do-?not)[-_.]?reply\b.*|(?:e?-?news|news-?letters?|alerts?|updates?|digest|bulletin|"
    r"briefing|notifications?|mailer|subscriptions?)\b.*",
    re.IGNORECASE,
)
"""Addresses that nobody writes to; what comes from them was sent to many."""

OFFICE = re.compile(
    r"(?:press|media|info|contact|editor|editorial|editors|desk|newsdesk|newsroom|office|hello|mail|"
    r"comms|communications?|pr|public-?affairs|publicity|team|service|daily)\b.*",
    re.IGNORECASE,
)
"""Addresses of an office: with no name beside it, its domain is the outlet."""

BODY = re.compile(
    r"\b(?:office|times|post|herald|daily|gazette|tribune|journal|chronicle|press|media|radio|tv|"
    r"television|ministry|department|council|committee|union|party|association|federation|"
    r"foundation|institute|university|college|police|court|company|group|inc|ltd|llc|corp|"
    r"commission|authority|port|bank|club|society|cent(?:re|er)|embassy|government|parliament|"
    r"channel|review|today|weekly|monthly|digest|briefings?|newsletters?|bulletin|alerts?|updates?|"
    r"services?|communications?|relations|affairs|international|national|the|of|for|and|&)\b",
    re.IGNORECASE,
)
"""Words that stand in the names of bodies and papers, and in nobody's."""

SENDER = "the sender"
PERSON = mark("it is a person, not an outlet")
PASSED_ON = mark("it sent the text on")
LATE = mark("the day on which it was sent on")
RFC = re.compile(
    r"(?:[a-z]{3},\s+)?\d{1,2}\s+[a-z]{3}\s+\d{2,4}\s+\d\d?:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|[a-z]+)"
    r"(?:\s+\(.*\))?",
    re.IGNORECASE,
)
"""A date as mail standards (RFC 5322) write it."""


def listed(message: EmailMessage) -> str | None:
    """Give the name of the list that a message came by; empty where it has none, None without."""
    if not any(name in message for name in LISTS):
        return None
    words = text_of(message, "list-id").partition("<")[0].strip(' "')
    return words if words and "." not in words else ""


def headers(message: EmailMessage, raw: Sequence[str], *, passed_on: bool) -> Iterator[Said]:
    """Give what a message's own headers say; of one passed on, the subject alone is the text's."""
    for name in ("subject", "from", "date"):
        value = text_of(message, name)
        line = next((n for n, each in enumerate(raw, 1) if each.lower().startswith(f"{name}:")), 1)
        if not value:
            continue
        # A date's own words, not as the library would write them.
        own = raw[line - 1].partition(":")[2] if name == "date" and raw else ""
        for said in told(name, " ".join((own or value).split()), line, by=listed(message)):
            if not passed_on or said.field == "title":
                yield said
            elif isinstance(said, Refusal) or said.field == "outlet":
                yield Refusal(field="outlet", value=SENDER, line=line, because=PASSED_ON)
            else:
                yield Refusal(field=said.field, value=said.value, line=line, because=LATE)


def text_of(message: EmailMessage, name: str) -> str:
    """Give a header's words, encoded ones decoded; empty where there are none."""
    try:
        value = str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError, TypeError):
        # The library stumbles over some headers that break the standard.
        value = next((str(v) for n, v in message.raw_items() if n.lower() == name), "")
    if any("\udc80" <= sign <= "\udcff" for sign in value):
        value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(value.split())


def told(name: str, value: str, line: int, *, by: str | None = None) -> Iterator[Said]:
    """Give what one header says; `by` is the name of the list that the message came by."""
    field, shown = FIELDS.get(name), name.title()
    if field == "outlet":
        outlet = _outlet(value, by)
        if outlet is None:
            yield Refusal(field=field, value=SENDER, line=line, because=PERSON)
        elif outlet:
            yield Fact(field=field, value=outlet, words=f"{shown}: {outlet}", line=line)
    elif field == "published":
        if day := _day(value):
            yield Fact(field=field, value=day, words=f"{shown}: {value}", line=line)
    elif field == "title":
        title = PREFIX.sub("", value, count=1) if PREFIX.match(value) else value
        if title:
            yield Fact(field=field, value=title, words=f"{shown}: {value}", line=line)


def _outlet(value: str, by: str | None) -> str | None:
    """Give the outlet that a sender is, never its address; None where it is a person."""
    display, address = parseaddr(re.sub(r"\[mailto:([^\]]*)\]", r"<\1>", value))
    if not address and "@" not in value:
        display = value
    local, _, domain = address.rpartition("@")
    display = display.strip("\"' ")
    if "@" in display:
        display = ""
    to_many = by is not None or NO_REPLY.fullmatch(local) is not None
    if display and _is_person(display, local, domain):
        return by or (display if to_many else None)
    if display:
        return display
    labels = domain.lower().split(".")[:-1]
    return domain if to_many or OFFICE.fullmatch(local) or local.lower() in labels else None


def _is_person(display: str, local: str, domain: str) -> bool:
    """Tell whether a sender's name is a person's, by its words and by its address."""
    words = re.findall(r"\w+", display.casefold())
    own = "".join(word for word in words if word != "the")
    if any(own and own in label for label in domain.casefold().split(".")[:-1]):
        return False
    if any(part in words for part in re.findall(r"[^\W\d]{3,}", local.casefold())):
        return not BODY.search(display) and not SOMEBODY.fullmatch(display)
    near = any(len(word) > 3 and word in domain.casefold() for word in words)
    if near or BODY.search(display) or SOMEBODY.fullmatch(display) or agencies_in(display):
        return False
    turned = re.sub(r"^([^,]+), ([^,]+)$", r"\2 \1", display)
    return NAME.fullmatch(turned) is not None and not display.isupper()


def _day(value: str) -> str:
    """Give a header's date as a field of a source holds it; empty where it is none."""
    if RFC.fullmatch(value):
        try:
            sent = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            return ""
        return f"{sent:%Y-%m-%d %H:%M} {sent:%z}".strip()
    stamps = date_labels.stamps(value)
    if len(stamps) != 1 or len(stamps[0].days) != 1:
        return ""
    day = stamps[0].days[0]
    # “GMT+1” is not GMT.
    return day if re.search(r"[A-Z][+−-]\d", value) else stamps[0].value(day)
