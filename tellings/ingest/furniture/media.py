"""What galleries and players leave between the paragraphs when a page is saved as text."""

import re

from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import Page, count_words
from tellings.ingest.furniture.paragraphs import letters, paragraph

__all__ = ["MEDIA"]

COUNTED = re.compile(r"(?P<at>\d{1,3})\s?(?:/|of)\s?(?P<all>\d{1,3})(?=\s|$)(?: (?P<name>.+))?")
"""How galleries number their pictures."""

PICTURES = 4
"""Pictures of the smallest gallery that is told by its numbers alone."""

PICTURE = 6
"""Lines from one picture to the next, at most."""

BESIDE = 1000
"""Letters of paragraphs beside a gallery: without them it is the article itself."""

CREDIT = 4
"""Words of the longest credit below a picture."""

CONTROL = re.compile(
    r"\W*(?:play(?: video)?|pause|(?:un)?mute|current time\b.{0,10}|duration\b.{0,15}|replay|embed|"
    r"loaded\s?:.{0,8}|progress\s?:.{0,8}|stream type\b.{0,8}|remaining time\b.{0,10}|"
    r"playback rate|(?:closed )?captions?(?: (?:off|on|settings|not available|will look)\b.*)?|"
    r"chapters?|descriptions?(?: off\b.*)?|subtitles?(?: off\b.*)?|audio track|default\b.{0,12}|"
    r"full ?screen|picture[- ]in[- ]picture|video quality|auto|high \(hd\)|medium|low|"
    r"this is a modal window\b.*|"
    r"(?:beginning|end) of dialog window\b.*|(?:fore|back)ground|window|effects|presets|"
    r"(?:font|type|text) size|text edge style|font family|reset|defaults?|done|settings|"
    r"\d{1,3}%(?: \((?:transparency|opaque)\))?|style options|position|bottom|top|language|"
    r"closed caption settings|no item available|report issue|aa?|close|share|back|english|text|"
    r"0:00|-?\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|live|volume|quality|speed|\dx?)\W*",
    re.IGNORECASE,
)
SURELY = re.compile(
    r"\W*(?:(?:un)?mute|current time|duration time|remaining time|loaded\s?:|playback rate|"
    r"(?:closed )?captions? (?:off|settings|not available)|full ?screen|stream type|"
    r"video quality|closed caption settings|(?:descriptions|subtitles) off|"
    r"this is a modal window)\b",
    re.IGNORECASE,
)
"""Controls that nothing but a player has."""

LONGEST = 120
"""Letters of the longest control."""

CONTROLS, SURE = 5, 2
"""Controls on end that are a player, and how many of them nothing else has."""


def gallery(page: Page, at: int) -> Cut | None:
    """Find numbered pictures with their captions and credits, from the first to the last."""
    until = page.once(_galleries).get(at)
    if until is None:
        return None
    last = sum(bool(COUNTED.fullmatch(page.words(n))) for n in range(at, until))
    return Cut(kind="caption", until=until, count=last)


def _galleries(page: Page) -> dict[int, int]:
    """Find where galleries begin and end; none where hardly anything is told beside them."""
    found: dict[int, int] = {}
    at = 0
    while at < len(page.lines):
        numbered = _numbered(page, at) if page.words(at).startswith("1") else []
        if len(numbered) >= PICTURES:
            found[at] = _end(page, numbered)
        at = max(found.get(at, at), at + 1)
    if not found:
        return found
    inside = {line for start, end in found.items() for line in range(start, end)}
    beside = sum(
        letters(words) for n, words in enumerate(page.every) if n not in inside and paragraph(words)
    )
    return found if beside >= BESIDE else {}


def _numbered(page: Page, at: int) -> list[int]:
    """Give the lines that number a gallery’s pictures, the first of which stands here."""
    first = COUNTED.fullmatch(page.words(at))
    if first is None or first["at"] != "1":
        return []
    found = [at]
    near = at + 1
    while near < len(page.lines) and near - found[-1] <= PICTURE:
        each = COUNTED.fullmatch(page.words(near))
        if each and each["all"] == first["all"] and int(each["at"]) == len(found) + 1:
            found.append(near)
        near += 1
    return found


def _end(page: Page, numbered: list[int]) -> int:
    """Give the end of a gallery: below the last caption and its credit."""
    until = numbered[-1] + 1
    if paragraph(page.words(numbered[-2] + 1)) and paragraph(page.words(until)):
        until += 1
    credit = page.words(until)
    # Only where the pictures above have a credit of this kind: a subhead may follow as well.
    credited = any(_credit(page.words(n - 1)) == credit for n in numbered[1:])
    return until + 1 if credit and credited and _credit(credit) else until


def _credit(words: str) -> str:
    return words if 0 < count_words(words) <= CREDIT else ""


def player(page: Page, at: int) -> Cut | None:
    """Find the controls of a player, one on each line."""
    words = page.words(at)
    if len(words) > LONGEST or not CONTROL.fullmatch(words):
        return None
    until = at + 1
    while CONTROL.fullmatch(page.words(until)):
        until += 1
    sure = sum(bool(SURELY.match(page.words(n))) for n in range(at, until))
    return Cut(kind="other", until=until) if until - at >= CONTROLS and sure >= SURE else None


MEDIA: tuple[Rule, ...] = (
    Rule(name="gallery", find=gallery),
    Rule(name="controls of a player", find=player),
)
