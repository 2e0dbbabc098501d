"""Boxes of several lines: related articles, newsletters."""

import re

from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import Page, count_words, is_prose, is_teaser
from tellings.ingest.furniture.notes import CLOSING
from tellings.ingest.furniture.threads import thread

__all__ = ["BOXES", "newsletter", "related_box"]

THINGS = (
    r"(?:articles?|stories|story|content|coverage|topics?|posts?|news|links?|reading|items?|reads?|"
    r"headlines|videos?|now|today|of interest|this week|for you|on this (?:story|topic|subject))"
)
BOX_HEAD = re.compile(
    r"\W*(?:"
    rf"(?:related|recommended|see also|also read|read also|read next|read more)(?: {THINGS})*|"
    rf"(?:more|other|further|top|latest|popular|trending|similar)(?: {THINGS})+|"
    rf"most (?:popular|read|shared|viewed|commented|watched)(?: {THINGS})*|"
    r"(?:more|latest|other news|also) (?:from|on|in|about) \S+(?: \S+){0,4}|trending|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)(?: this)?|(?:also )?in the news|"
    r"don[’']t miss|around the web|from the web|from our partners|sponsored links|"
    r"editors?[’']s?[’']? (?:picks?|choice)|up next|what to read next|in case you missed it"
    r")\W*",
    re.IGNORECASE,
)
OPEN_HEAD = re.compile(
    r"(?:more|latest|also) (?:from|on|in|about) (?!this (?:story|topic|subject)\b).*", re.IGNORECASE
)
PROMISE_OF_MORE = re.compile(
    r"(?:the )?latest (?:from|on|news)\b|(?:read|see|watch|find) ", re.IGNORECASE
)
SENTENCE = re.compile(r"\w\w\w[.][\"”’')]*$")
LONGEST_ITEM = 25
"""Words of the longest headline in a box."""

MOST_ITEMS = 40
LABEL = 6
"""Words of a line that may be a subhead of the article rather than the last line of a box."""

OFFER = re.compile(
    r"(?:sign up|subscribe|register|join)\b.*\b(?:newsletters?|inbox|e-?mails?|briefing|alerts?|"
    r"updates|bulletin|breaking news|morning|podcast|channel|telegram|whatsapp)\b.*|"
    r"(?:get|receive|want)\b.*\b(?:newsletters?|(?:in|to|into) your (?:inbox|e-?mail|phone)|"
    r"by e-?mail|our (?:free )?app|news app)\b.*|"
    r".*\b(?:straight|direct|directly|delivered|sent) to your (?:inbox|phone|e-?mail)\b.*|"
    r"follow (?:us|our|@\w+|\w+(?: \w+){0,2} on (?:facebook|twitter|x|instagram|telegram))\b.*|"
    r"(?:enter|type) your e-?mail.*|by (?:signing up|subscribing|entering your).*|"
    r"(?:the |our |your )?(?:morning|evening|daily|weekly) "
    r"(?:briefing|newsletters?|e-?mail|digest)|"
    r"(?:our |the |e-?mail )?newsletters?|download (?:our|the) .*\bapp\b.*|"
    r"join (?:us on|our) .*\b(?:facebook|twitter|telegram|whatsapp|channel|community|list)\b.*|"
    r"like us on facebook.*|thank(?:s| you) for signing up\b.*",
    re.IGNORECASE,
)
OFFERING = (
    *("newsletter", "inbox", "mail", "phone", "briefing", "alert", "updates", "bulletin", "digest"),
    *(
        "breaking news",
        "morning",
        "podcast",
        "channel",
        "telegram",
        "whatsapp",
        "community",
        " app",
    ),
    *("list", "facebook", "twitter", "follow", "signing up", "subscribing", "entering"),
)
"""Words of which every offer has one."""

OFFERED = re.compile(
    r"\b(?:in ?box|e-?mail|newsletters?|sign(?:ing)? up|unsubscribe|subscrib\w+|opt out|terms|"
    r"message rates|privacy policy|never miss|"
    r"our (?:morning|evening|daily|weekly|editors|best|free))\b",
    re.IGNORECASE,
)
FORM = re.compile(
    r"(?:enter|type) your e-?mail.*|by signing up.*|subscribe\W*|sign up\W*|"
    r".*\byou can (?:unsubscribe|opt out)\b.*|.*\bunsubscribe at any time\b.*",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"^[\"“‘'«]|\b(?:said|says|told)\b")
REACH = 4
"""Lines of a newsletter box between its offer and its form."""


def related_box(page: Page, at: int) -> Cut | None:
    """Find a box of other articles: its heading, then headlines, labels, dates and teasers."""
    if count_words(page.words(at)) > 8 or not BOX_HEAD.fullmatch(page.words(at)):
        return _early_item(page, at)
    if page.head(at):
        # Above the text a box's heading is a menu; what follows may be the headline.
        return Cut(kind="section", until=at + 1)
    until = at + 1
    while until < min(len(page.lines), at + MOST_ITEMS) and _member(page, until):
        until += 1
    if until == at + 1 and OPEN_HEAD.fullmatch(page.words(at)):
        # “More on the strike” with a paragraph below it is more likely the article's subhead.
        return None
    until = _without_subhead(page, at, until)
    items = sum(_headline(page.words(member)) for member in range(at + 1, until))
    return Cut(kind="related", until=until, count=max(items, 1))


def _early_item(page: Page, at: int) -> Cut | None:
    """Find an item that stands above its box's heading and again below it."""
    words = page.words(at)
    again = (page.words(at + ahead) for ahead in (2, 3, 4))
    if (
        page.head(at)
        or is_prose(words)
        or not BOX_HEAD.fullmatch(page.words(at + 1))
        or words not in again
    ):
        return None
    return related_box(page, at + 1)


def _member(page: Page, at: int) -> bool:
    """Tell whether a line goes on with a box."""
    words = page.words(at)
    if thread(page, at) or _offer(words) or any(rule.find(page, at) for rule in CLOSING):
        return False
    joined = page.spaced and not page.gap(at)
    if is_prose(words) or SENTENCE.search(words):
        return joined or bool(PROMISE_OF_MORE.match(words))
    return is_teaser(words) or joined or count_words(words) <= LONGEST_ITEM


def _without_subhead(page: Page, at: int, until: int) -> int:
    """Give back a last short line that is the article's next subhead."""
    last = page.words(until - 1)
    if until - 1 <= at + 1 or until >= len(page.lines) or not is_prose(page.words(until)):
        return until
    follows = is_teaser(page.words(until - 2)) or is_prose(page.words(until - 2))
    short = count_words(last) <= LABEL and not is_teaser(last) and not date_labels.stamps(last)
    return until - 1 if short and follows and page.gap(until - 1) == page.spaced else until


def _headline(words: str) -> bool:
    """Tell whether a line of a box is one of its items: not a label, date or teaser."""
    dated = date_labels.only_label(words)
    return count_words(words) > 3 and not is_teaser(words) and not is_prose(words) and dated is None


def newsletter(page: Page, at: int) -> Cut | None:
    """Find an offer of a newsletter, with what it promises and its form."""
    if not _offer(page.words(at)):
        return None
    until = at + 1
    while until < len(page.lines):
        form = _form_after(page, until)
        words = page.words(until)
        if form:
            until = form
        elif _offer(words) or FORM.fullmatch(words) or _promised(page, until):
            until += 1
        else:
            break
    return Cut(kind="newsletter", until=until)


def _offer(words: str) -> bool:
    """Tell whether a sentence of a short line, nobody's quoted words, makes an offer."""
    if count_words(words) > 30:
        return False
    lower = words.lower()
    if not any(hint in lower for hint in OFFERING) or SPOKEN.search(words):
        return False
    return any(OFFER.fullmatch(sentence) for sentence in re.split(r"(?<=[.!?]) ", words))


def _promised(page: Page, at: int) -> bool:
    """Tell whether a line goes on with an offer: in its words, or by standing right below it."""
    words = page.words(at)
    if count_words(words) > 40 or SPOKEN.search(words) or thread(page, at):
        return False
    joined = page.spaced and not page.gap(at)
    return joined or (len(OFFERED.findall(words)) > 0 and count_words(words) <= 30)


def _form_after(page: Page, at: int) -> int | None:
    """Find the end of a newsletter's form close below a line."""
    for ahead in range(at, min(at + REACH, len(page.lines))):
        words = page.words(ahead)
        if FORM.fullmatch(words):
            return ahead + 1
        if count_words(words) > 30 or SPOKEN.search(words):
            return None
    return None


BOXES: tuple[Rule, ...] = (
    Rule(name="newsletter", find=newsletter),
    Rule(name="box of other articles", find=related_box),
)
