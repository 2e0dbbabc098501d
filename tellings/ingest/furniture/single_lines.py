"""Furniture that is told by one line alone, and beginnings of lines that are furniture."""

import re

from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.cuts import Cut, Rule, pattern
from tellings.ingest.furniture.lines import Kind, Page, count_words, is_prose
from tellings.ingest.furniture.vocabulary import AGENCY, SHARE

__all__ = ["PREFIXES", "SINGLE"]

SHARE_BEGINS = re.compile(rf"\W*(?:{SHARE})(?=$|[\s|,:;·•/()-])", re.IGNORECASE)
SHARE_WORD = re.compile(rf"(?:{SHARE})(?=$|[\s|,:;·•/()-])", re.IGNORECASE)
DATE_GLUED = re.compile(
    r"\s*(?:date|published|posted|updated):?\s+\d{4}-\d{2}-\d{2}\s+(?=[A-Z“\"‘'])"
)
CRUMBS_GLUED = re.compile(
    r"\s*you are here:\s*(?:[^>»]{1,30}[>»]\s*)+\S+\s+(?=\S+\s+\S+)", re.IGNORECASE
)
POINTER = re.compile(
    r"(?:[>»▶►•*-]\s*)?\[?(?:read(?: (?:more|also|next))?|also read|see also|related(?: \w+)?|"
    r"watch(?: also)?|listen(?: to)?|more(?: from [^:]{2,40}| on [^:]{2,40})?|recommended|"
    r"don[’']t miss|must[- ]read|go deeper|full coverage|in depth|explore more|"
    r"you (?:may|might) also like|further reading|follow live|"
    r"most (?:read|shared|popular|viewed))\]?\s*[:|–—-]\s*\S.*",
    re.IGNORECASE,
)
GLUED = re.compile(
    r"(?:Read also|Read more|Also read|See also|READ ALSO|READ MORE)(?=[A-Z“\"‘À-Þ])"
)
LONGEST_BAR = 200
"""Characters of a share bar."""

LONGEST_POINTER = 30
"""Words of a promoted headline, its cue included; more is an article's own line."""


def pointer(page: Page, at: int) -> Cut | None:
    """Find “Read more: …” and its kin, the cue parted by a colon or glued to a headline."""
    words = page.words(at)
    if not POINTER.fullmatch(words) and not GLUED.match(words):
        return None
    if count_words(words) > LONGEST_POINTER:
        return None
    # “Watch: …” may open a sentence of somebody's; “More: the ship …” likewise.
    if is_prose(words) and not re.match(r"(?:read|see|also)", words, re.IGNORECASE):
        return None
    return Cut(kind="related", until=at + 1)


def share_bar(page: Page, at: int) -> Cut | None:
    """Find a line made of nothing but the words of share buttons."""
    words = page.words(at)
    if len(words) > LONGEST_BAR or not SHARE_BEGINS.match(words):
        return None
    left, said = SHARE_WORD.subn(" ", words)
    if not said or re.search(r"\w", left):
        return None
    lone = re.fullmatch(r"(?:share|print|tweet|e-?mail)(?: this\b.*)?:?", words, re.IGNORECASE)
    counted = page.near_top(at) and re.fullmatch(r"\d+ \w+", words)
    return Cut(kind="share", until=at + 1) if said > 1 or lone or counted else None


def date_line(page: Page, at: int) -> Cut | None:
    """Find a line that only gives the text's date, above the text, below it, or labelled."""
    words = page.words(at)
    if not date_labels.is_label(words, head=page.near_top(at)):
        return None
    labelled = re.match(
        r"(?:page |first |last )?(?:published|posted|updated|edited|modifi)", words, re.IGNORECASE
    )
    if page.near_top(at) or labelled or not page.prose_after(at):
        kind: Kind = "agency-credit" if re.match(rf"\W*{AGENCY}", words) else "date-label"
        if BYLINE.fullmatch(date_labels.only_label(words) or ""):
            kind = "byline"
        return Cut(kind=kind, until=at + 1)
    return None


def glued_date(page: Page, at: int) -> Cut | None:
    """Find “date 2026-03-04” glued to the first words of the text."""
    match = DATE_GLUED.match(page.lines[at].text)
    return Cut(kind="date-label", until=at, characters=match.end()) if match else None


def glued_crumbs(page: Page, at: int) -> Cut | None:
    """Find “You are here: Front > Region > Story” glued to the headline."""
    match = CRUMBS_GLUED.match(page.lines[at].text)
    return Cut(kind="breadcrumb", until=at, characters=match.end()) if match else None


def byline(page: Page, at: int) -> Cut | None:
    """Find a line that names the authors, above the text or at its end."""
    if not BYLINE.fullmatch(page.words(at)):
        return None
    # “By Land and Sea” may be the headline: a byline above the text has the headline above it.
    titled = any(count_words(page.words(above)) >= 3 for above in range(at))
    if page.prose_after(at) and not (titled and page.near_top(at)):
        return None
    return Cut(kind="byline", until=at + 1)


NAME = r"(?:[A-ZÀ-Þ][\w’'.-]*|de|da|di|van|von|der|den|la|le|el|al|bin|ibn)"
PEOPLE = rf"{NAME}(?: {NAME}){{0,4}}"
BYLINE = re.compile(
    r"(?:By|BY|Words by|Story by|Written by|Text by|Author:) (?:(?:[Aa]|OUR|[Oo]ur) )?"
    rf"{PEOPLE}(?:(?:, | and | AND |, and | \| | in | IN ){PEOPLE}){{0,6}}"
)

PREFIXES: tuple[Rule, ...] = (
    Rule(name="date glued to the text", find=glued_date),
    Rule(name="breadcrumb glued to the headline", find=glued_crumbs),
)

SINGLE: tuple[Rule, ...] = (
    pattern("web address", "source-url", r"(?:(?:source|url|link|original)\s*:\s*)?https?://\S+"),
    pattern("web address without scheme", "source-url", r"www\.[\w.-]+\.[a-z]{2,}(?:/\S*)?"),
    Rule(name="date line", find=date_line),
    pattern(
        "reading time",
        "reading-time",
        r"(?:reading time:?\s*|read(?:ing)?\s*:?\s*)?(?:about )?\d{1,2}[ -]?min(?:ute)?s?\.?"
        r"(?: read(?:ing)?| to read)?(?: time)?|"
        r"[^.!?]{4,24}\W\d{1,2}[ -]?min(?:ute)?s? read",
    ),
    pattern(
        "advertisement",
        "advertisement",
        r"\W*(?:advertisements?|advertising|advert|ads?|ads? by \w+|"
        r"sponsored(?: content)?|promoted)\W*(?:\W*(?:story|article|scroll)\b.*)?",
    ),
    pattern(
        "advertisement label",
        "advertisement",
        r"(?:sponsored(?: by)?|promoted(?: by)?|paid (?:post|content)|ad|advertisement)\s*:.*",
    ),
    pattern(
        "the article goes on below",
        "advertisement",
        r"\W*(?:(?:story|article|post) continue[sd](?: (?:below|after))?(?: (?:this |the )?"
        r"(?:advertisement|ad|video|promotion))?|continue reading(?: the main story| below)?|"
        r"skip (?:past )?(?:advertisement|newsletter promotion)|"
        r"scroll (?:down )?to continue.*|after (?:promotion|newsletter promotion))\W*",
        most=10,
    ),
    pattern(
        "call to click",
        "advertisement",
        r"(?:click|tap) here (?:to|for) "
        r"(?:get|download|install|see|view|buy|shop|win|full|more|the)\b.*",
        most=14,
    ),
    Rule(name="share bar", find=share_bar),
    pattern(
        "button that opens a window",
        "share",
        r"\d*click to (?:share|e-?mail|print|save)\b.*\(opens in (?:a )?new (?:window|tab)\)\d*",
        most=14,
    ),
    Rule(name="pointer to another article", find=pointer),
    Rule(name="byline", find=byline),
    pattern(
        "reporting credit",
        "byline",
        r"\W*(?:(?:additional |further )?reporting by|edited by|editing by|compiled by|"
        r"translated by|with (?:additional )?reporting (?:by|from))\b.*",
        most=30,
    ),
    pattern(
        "caption",
        "caption",
        r"(?:\W*(?:photo(?:graph)?s?|image|picture|file photo|video|graphic|map|illustration|"
        r"caption)(?: (?:credit|courtesy|source|by))?\s*[:|]|\W*file (?:photo|picture|image)\b|"
        r"[\[(](?:photo|image|picture|file photo|ap photo|getty|reuters/)).*",
        most=60,
    ),
    pattern(
        "caption of an agency's picture",
        "caption",
        r"[^“”\"]*\b(?:getty images|image caption|media caption|image copyright|image source|"
        r"(?:hide|toggle) caption)\W*.*|media playback is (?:un|not )supported.*|"
        rf"(?-i:[^“”\"]*(?:\([^()]*(?:[/|] ?{AGENCY}|{AGENCY} [Pp]hoto)[^()]*\)|[|/] ?{AGENCY}|"
        rf"{AGENCY} [Pp]hotos?)\W*)",
        most=60,
        hint=("getty", "caption", "image ", "media playback", "/", "|", "photo"),
    ),
    pattern("source of a chart", "caption", r"[^.!?“”\"]{2,60}\| ?sources?: \S.*", most=20),
    pattern(
        "call to sign in",
        "other",
        r"\W*(?:(?:you )?must (?:be )?(?:log(?:ged)?|sign(?:ed)?)[ -]?in|"
        r"you must (?:log ?in|sign in|register|be registered)|"
        r"(?:please )?(?:log|sign)(?:ged|ed)?[ -]?in|login)\b.{0,40}\b"
        r"(?:to|before) (?:leave |post |add |write )?(?:a |your )?"
        r"(?:comment(?:ing)?|reply|replies)\W*",
        most=20,
    ),
    pattern(
        "age of the article",
        "date-label",
        r"(?:published|posted|updated) (?:\d+|an?) (?:minutes?|hours?|days?|weeks?) ago|"
        r"this (?:article|story) is (?:more than|over) \d+ (?:days|months|years?) old\W*",
    ),
    pattern(
        "pointer to pictures",
        "promotion",
        r"(?:here[’']s|here is|see|view|click (?:here )?(?:for|to see)|scroll down for)\b.*"
        r"\b(?:slideshow|slide show|gallery|photo essay|more (?:photos|pictures|images))\b.*",
        most=20,
    ),
)
