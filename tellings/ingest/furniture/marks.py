"""Marks of the trade around a text: contacts, tickers, live labels, authors' notes, end marks."""

import re

from tellings.ingest.furniture.cuts import Cut, Rule, pattern
from tellings.ingest.furniture.lines import Page
from tellings.ingest.furniture.vocabulary import AGENCY

__all__ = ["MARKS"]

UNSAID = r"(?!.*(?:[“”\"]|\b(?:said|says|told)\b))"
"""Nobody is quoted in the line."""

ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
PHONE = r"[+(]?\d[\d ()./-]{6,18}\d"
NAME = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|da|van|von|der|al|bin)){1,4}"
TRADE = (
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|producer|photographer|"
    r"freelancer?|contributor|author|fellow|bureau chief)"
)
NOTE = re.compile(
    rf"(?P<name>{NAME}),? (?:is (?:a|an|the|our)\b.{{0,80}}\b{TRADE}\b|covers\b|writes\b|"
    r"reports (?:on|for|from)\b|can be (?:reached|contacted|followed)\b|"
    r"has (?:covered|written for)\b|joined [A-Z]).*"
)
LONGEST_NOTE = 60


def authors_note(page: Page, at: int) -> Cut | None:
    """Find a note on the author below the text: the text itself never speaks of that person."""
    words = page.words(at)
    match = NOTE.fullmatch(words) if words.count(" ") < LONGEST_NOTE else None
    if match is None or not _below(page, at):
        return None
    family = re.compile(rf"\b{re.escape(match['name'].split()[-1])}\b")
    if any(prose and family.search(page.words(n)) for n, prose in enumerate(page.prose[:at])):
        return None
    return Cut(kind="byline", until=at + 1)


def _below(page: Page, at: int) -> bool:
    """Tell whether no more than one other paragraph follows."""
    return not page.near_top(at) and sum(page.prose[at + 1 :]) <= 1


MARKS: tuple[Rule, ...] = (
    Rule(name="note on the author", find=authors_note),
    pattern(
        "contact",
        "other",
        rf"(?:{ADDRESS}|\(\(.*(?:{ADDRESS}|{PHONE}).*\)\)|(?:e-?mail|tel|phone|telephone|fax|mobile|twitter|x)\.?\s*:\s*"
        rf"(?:{ADDRESS}|{PHONE}|@\w+).{{0,40}}|"
        r"(?:(?:media|press|news) )?(?:contacts?|enquiries|inquiries)(?: for (?:media|press))?"
        r"\s*:.*|"
        rf"(?:contact|reach|e-?mail|write to|follow) {UNSAID}.{{2,80}}"
        rf"(?:{ADDRESS}|{PHONE}|\w\.com/\w+).*)",
        most=30,
    ),
    pattern(
        "stock ticker",
        "other",
        r"(?=.*[%▲▼+−])(?-i:[A-Z][A-Z0-9&.]*(?: [A-Z0-9&.]+){0,3})\s+[$€£]?[\d,]+(?:\.\d+)?\s+"
        r"[▲▼+−–(-]*\s?[\d.,]+.{0,20}%?\W*",
        most=9,
    ),
    pattern(
        "weather",
        "other",
        r"(?:weather\W+)?(?:[^\W\d][\w’-]*,? ){0,3}-?\d{1,3}\s?°\s?[cf]?"
        r"(?: ?/ ?-?\d{1,3}\s?°\s?[cf]?)?"
        r"(?:\s[^.]{0,40})?",
        most=9,
    ),
    pattern(
        "label of a live report",
        "section",
        r"\W*(?:live|breaking(?: news)?|just in|developing(?: story)?|latest updates?|"
        r"live (?:updates?|blog|coverage|reporting|feed)|key (?:events|moments)|"
        r"jump to (?:the )?latest.*|(?:show|filter by) key events.*|"
        r"(?:this (?:page|blog) )?(?:auto[- ]?updates?|updates automatically)\b.*|"
        r"follow (?:our|the) live (?:blog|coverage|updates).*)\W*",
        most=8,
    ),
    pattern(
        "urgency of an agency",
        "section",
        r"(?-i:\W*(?:URGENT|FLASH|BULLETIN|ALERT|SNAP|NEWSALERT|NEWSBREAK)(?: \d{1,2})?\W*)",
        most=3,
    ),
    pattern(
        "what an agency changed",
        "correction-note",
        r"\((?:adds|updates|recasts|corrects|repeats|rewrites|refiles|clarifies)\b[^()]{3,160}\)\W*",
        most=30,
    ),
    pattern("hash tags", "other", r"#\w+(?:[\s,|]+#\w+)*"),
    pattern(
        "gallery controls",
        "other",
        r"\W*(?:\d+ (?:of|/) \d+|(?:view|open|show|see|enlarge|expand)(?: (?:this|the|full))? "
        r"(?:image|photo|picture|gallery|caption)s?\b.*|(?:view|see) all \d+ \w+|loading|"
        r"report (?:this )?ad|end of (?:list|image gallery|gallery)|(?:image|photo) gallery|"
        r"slide ?show\b.{0,20})\W*",
        most=8,
    ),
    pattern(
        "list of other articles", "related", r"recommended (?:stories|articles)? ?list of \d+.*"
    ),
    pattern(
        "call for support",
        "promotion",
        rf"{UNSAID}(?:(?:please )?support (?:independent|our|quality|local|public)\b.*|"
        r"(?:donate|give) (?:now|today|here)\b.*|"
        r"become a (?:member|supporter|patron|subscriber)\b.*|"
        r".*\b(?:make a (?:donation|contribution) (?:to|today|now)|donate (?:now|today))\b.*)",
        most=40,
        hint=("support", "donat", "become a", "give ", "contribution"),
    ),
    pattern("offer of a subscription", "paywall-notice", r"(?:get |enjoy )?unlimited .*access\b.*"),
    pattern(
        "credit to contributors",
        "byline",
        rf"(?:contribut(?:ing|ors?)(?: reporting)?\s*:.*|{UNSAID}.{{3,80}} contributed "
        r"(?:reporting |research )?(?:to this (?:report|story|article|piece)|from \w+)\b.{0,60}|"
        rf"(?-i:{NAME}(?:(?:, | and |, and ){NAME}){{0,5}}) contributed\W*)",
        hint=("contribut",),
    ),
    pattern(
        "dateline alone",
        "agency-credit",
        rf"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .,’'/-]{{1,40}},? (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? )?"
        rf"\({AGENCY}\)\W*)",
    ),
    pattern(
        "pointer without a colon",
        "related",
        r"\W*(?:read|see|find out|hear|watch) more "
        r"(?:about|on|from|here|in)\b[^.]{2,80}|\W*click here\b.{0,80}",
        most=14,
    ),
    pattern(
        "notice of comments",
        "other",
        r"comments (?:are|have been|were) (?:now )?(?:closed|disabled|turned off)\b.*|"
        r"(?:[^.!?]{0,40}\? )?(?:leave|post|add) (?:a|your) comment\b.{0,30}",
    ),
    pattern(
        "sound of the article",
        "other",
        r"\W*listen(?: to)?(?: this)? (?:article|story|piece)\b.{0,30}",
    ),
    pattern(
        "label of a release",
        "section",
        r"\W*(?:(?:press|news|media) (?:release|statement)(?: no\W*\d+)?|for immediate release|"
        r"notes? (?:to|for) editors|embargoed? (?:until|for)\b.{0,40})\W*",
        most=10,
    ),
    pattern(
        "time of a change",
        "date-label",
        r"\W*(?:last )?(?:updated?|modified|posted|published) (?:at|on|from)? ?"
        r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?\W*",
        most=8,
    ),
    pattern(
        "share link",
        "share",
        r"read or share this\b.*|(?:share )?all sharing options\b.*|"
        r"(?:\W*(?:e-?mail this|blog ?this!?|share (?:to|on) [a-z]+?|tweet this|pin it)"
        r"(?=$|\W|email|blog|share|tweet|pin))+\W*",
        most=30,
    ),
    pattern("drawn line", "other", r"[_*=~—–-]{3,}"),
    pattern(
        "end mark",
        "other",
        r"(?-i:[-–—\s]*(?:30|ENDS?|Ends|More to follow)[-–—\s]+|"
        r"[-–—\s]+(?:30|ENDS?|Ends?|ends)[-–—\s]*|ENDS|#(?: ?#){2,}|\*(?: ?\*){2,})",
    ),
)
