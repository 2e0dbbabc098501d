"""What stands in a text and tells nothing: credits, captions, links and stamps of a web page.

Filing takes such lines out of raw files; in a text that was typed or pasted they may still stand.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from tellings.analysis import wording
from tellings.data import words as lists
from tellings.model.document import Document, Sentence

__all__ = ["capitals", "credit_of", "heads", "lines"]

LONGEST, LETTERS = 30, 400
"""More words, or characters, make a sentence of the article, whatever it opens with."""

TAIL = 160
"""In so many characters before its end a sentence names whose picture it is."""

CAPTION = 60
"""A paragraph of more words is no caption, even if a picture's credit ends it."""

HEAD = 12
"""A paragraph of more words is no heading."""

SHARE = 3
"""A text of which a third and more is set in capitals sets its sentences so."""

ENDED = re.compile(r"[.!?…:;,][”\"'’)\]]*$")
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
PEOPLE = r"(?-i:[A-Z][\w.’'-]*(?:(?:,? (?:and|of|in|the|for)|,)? [A-Z(][\w.’')-]*){0,12})"

WORK = (
    r"(?:(?:and )?(?:(?:additional|further) )?(?:reporting|writing|editing|compiled)"
    r"(?: and (?:writing|editing))? by )"
)
STAMP = (
    rf"(?:[\s,.:|()/–-]|\d|{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|at\b|on\b"
    r"|[ap]\.?m\b|(?-i:[A-Z]{2,4}\b)){1,40}+"
)
NAMES = r"(?-i:{0}(?:(?:, (?:and )?| and ){0})+)".format(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,2}")

LINE = re.compile(
    r"\W*(?:"
    # Pointers to other pages.
    r"(?:see also|also read|read (?:more|also|next|on)|related(?: \w+)?|more(?: from [^:]{2,40})?"
    r"|watch(?: also)?|must[- ]read|recommended|don[’']t miss|further reading)\s*[:|].*(?<![.!?])"
    r"|(?:see also|also read|read (?:more|also|next)|related (?:stories|articles|links))\s*:.*"
    r"|related (?:coverage|content|topics)\b.*"
    r"|\(?(?:read|see|watch|listen to|view|check out) (?:the |our |his |her |their |its )?"
    r"(?:(?:full|whole|entire|complete|original|current|latest|rest of the) )+"
    r"[a-z]+(?: issue| \w+)?(?: here)?|for more (?:from|on|information)\b.{0,60}"
    r"\b(?:check out|visit|see|go to|click|subscribe|sign up)\b.*"
    r"|(?:click|tap) here\b.*|get [^.]{3,60} by clicking here|get (?:the|our) .{1,40} apps?\b.*"
    r"|download (?:the|our) .{1,40} apps?\b.*"
    # What a page asks of its readers.
    r"|(?:sign up|subscribe|register) (?:here|now|today|for|to)\b.*"
    r"(?:newsletters?|inbox|updates?|alerts?|e-?mails?|daily|briefing|channel|here|now|today)\b.*"
    r"|(?:manage|subscribe to|get) (?:our |your )?newsletters?\b.*|(?:sign up|subscribe) here"
    r"|(?:get|want|receive) .{3,120} (?:delivered|in|to) .{0,24}\binbox\b.*"
    r"|follow (?:(?:us|me|him|her|them)|@?\w+(?: [\w.’'-]+){0,4}) (?:on|at) (?:twitter|facebook"
    r"|instagram|youtube|linkedin|x|threads|http\S*)\b.*"
    r"|follow .{1,60} at https?://.*|like us on .*|join the (?:conversation|discussion)\b.*"
    r"|(?:support|become a member of|donate to) \S+(?: \S+){0,2} (?:journalism|reporting|newsroom)"
    r"|(?:write|send (?:tips|feedback|comments)|reach (?:him|her|them|us)|contact .{1,40}?) "
    r"(?:to |at |us )?.{0,60}\S+@\S+.*"
    # Who made the text and its pictures, and when.
    rf"|(?:{WORK}{PEOPLE}[;,.]? ?)+|contributing(?: reporters?)?: .*"
    r"|(?:by|(?:words|story|text|photographs?) by|written by) " + PEOPLE + r"(?<![.!?])"
    r"|analysis by (?-i:[A-Z]).{3,60}(?<![.!?])|" + NAMES + r"(?<![.!?])"
    r"|(?:continue reading|story continues)(?: below)?"
    r"|copyright (?:©|\(c\)|\d{4}).*|(?:©|\(c\)) ?(?:copyright )?\d{4}.*|all rights reserved\b.*"
    r"|editor[’']?s[’']? note\b.*"
    rf"|(?:last )?(?:updated|modified|published|posted):? {STAMP}"
    r"|this (?:article|story|post|report|page) (?:is more than|was (?:first |originally |last )?"
    r"(?:published|updated)|has been (?:updated|corrected)|will be updated)\b.*"
    r"|this is a (?:breaking|developing)(?: news)? story\b.*|check back (?:for|later|soon)\b.*"
    # Pictures.
    r"|(?:file photo|file picture|photos?|picture|image)\s*[:|].*|(?-i:FILE)\s*[-–—:].*"
    r"|enlarge this image\b.*"
    r")\W*",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that is the page's own line, as newsrooms and their sites word them."""

HOLDS = re.compile(
    r"\b(?:contributed (?:reporting )?to this (?:report|story|article|post|dispatch)\b"
    r"|contributed reporting(?: from .{2,40})?\W*$|e-?mail us at \S+@|read more$"
    r"|this (?:article|story|post|page) is (?:no longer|still|being) .{0,10}updated"
    r"|image (?:copyright|caption|source)\b|media caption\b|(?:hide|toggle) caption\b"
    r"|media playback is (?:un|not )supported)",
    re.IGNORECASE,
)
"""Words that stand in no other sentence."""

SHOWS = re.compile(
    r"\b(?:arrives?|attends?|addresses|answers|carr(?:y|ies)|cheers?|covers|delivers|embraces?"
    r"|enters|fill(?:s|ed)? out|gestures|greets?|holds?|hugs?|leaves|listens?|looks?|marche?s?"
    r"|passe?s|poses?|prays?|protests?|reacts?|runs?|shakes?|shows?|sits?|smiles|speaks?|stands?"
    r"|takes? part|talks?|testif(?:y|ies)|waits?|walks?|waves?|works?"
    r"|(?:is|are) (?:seen|shown|pictured|displayed))\b"
)
"""What the people in a picture do, in the present tense in which captions tell it."""

TOLD = re.compile(
    r"\b(?:was|were|had|has|have|will|would|could|said|says|told|that|is(?! seen| shown| pict)"
    r"|are(?! seen| shown| pict))\b"
)
LED = re.compile(
    r"\(?(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]*/[A-Z]\w+(?: Images)?\)?\s+(?=[A-Z“\"])"
)
"""What may be the credit of a picture before a sentence."""

CREDITS = ("/", "|", "Getty", "hoto")
"""What every credit holds one of."""

FULL_DAY = re.compile(
    rf",\s+(?:[A-Z][a-z]+day,?\s+)?(?:{MONTH} \d{{1,2}},?|\d{{1,2}} {MONTH}) (?:19|20)\d\d\b"
)
"""A day given in full without “on” or “from”, as captions give it."""


def lines(document: Document) -> frozenset[int]:
    """Give where the sentences of a text begin that are the page's furniture."""
    return frozenset(sentence.span.start for sentence in furniture(document))


def furniture(document: Document) -> Iterator[Sentence]:
    """Give the sentences of a text that are the page's furniture."""
    running = (one for one in document.sentences if one.part != "title")
    paragraphs = [tuple(group) for _, group in groupby(running, lambda one: one.paragraph)]
    shouted = [group for group in paragraphs if linked(document, group)]
    if SHARE * len(shouted) < len(paragraphs):
        yield from (sentence for group in shouted for sentence in group)
    for group in paragraphs:
        if is_caption(document, group):
            yield from group
        else:
            yield from (one for one in group if is_line(document.words(one)))


def linked(document: Document, group: tuple[Sentence, ...]) -> bool:
    """Tell whether a paragraph is one line in capitals without an end: a link to another page."""
    words = document.words(group[0])
    quoted = words.startswith(("“", '"', "‘", "'"))
    return len(group) == 1 and not quoted and not ENDED.search(words) and capitals(words)


def capitals(words: str) -> bool:
    """Tell whether words are set in capitals, as headlines of other articles are."""
    # Of words that are mostly in small letters nothing more need be asked.
    if len(words.split()) <= 3 or 2 * sum(map(str.islower, words)) > len(words):
        return False
    letters = [char for char in words if char.isalpha()]
    return 2 * sum(map(str.isupper, letters)) > len(letters)


def is_line(words: str) -> bool:
    """Tell whether a sentence is a page's own line, or the credit of a picture."""
    short = len(words) <= LETTERS and len(words.split()) <= LONGEST
    return (short and bool(LINE.fullmatch(words) or HOLDS.search(words))) or credited(words)


def credited(words: str) -> bool:
    """Tell whether a sentence ends in the credit of a picture."""
    tail = words[-TAIL:]
    return any(mark in tail for mark in CREDITS) and bool(credit().search(tail))


def is_caption(document: Document, group: tuple[Sentence, ...]) -> bool:
    """Tell whether a paragraph is a picture's caption: it ends in a credit, or shows a dated scene.

    A report says “on Friday”; a caption gives the day in full and tells in the present tense.
    """
    every = [document.words(one) for one in group]
    if len(wording.tokens(" ".join(every))) > CAPTION:
        return False
    if credited(every[-1]):
        return True
    shows = SHOWS.search(every[0])
    return bool(
        len(every) == 1
        and shows
        and FULL_DAY.search(every[0], shows.end())
        and not TOLD.search(every[0])
        and "“" not in every[0]
    )


def credit_of(words: str) -> int:
    """Give the offset at which a sentence begins behind a picture's credit glued to it, or 0."""
    found = LED.match(words)
    return found.end() if found and credited(found.group()) else 0


@cache
def credit() -> re.Pattern[str]:
    """Match the credit of a picture at the end of a sentence: “AP Photo/Mara Lind”."""
    table: dict[str, list[str]] = lists.load("agencies")["agencies"]
    names = sorted((name for forms in table.values() for name in forms), key=len, reverse=True)
    agency = rf"(?:{'|'.join(map(re.escape, (*names, 'REUTERS', 'Getty')))})"
    person = r"[A-Z][\w.’'-]*(?:[ /,]+[A-Z][\w.’'-]*){0,6}"
    return re.compile(
        rf"(?:\b{agency}(?: Photo| Images)?\s?/\s?{person}|\w\s?[/|]\s?{agency}(?: Images)?"
        rf"(?:/{person})?|\b(?:via )?Getty Images|\b{agency} [Pp]hotos?)"
        r"(?:,? (?:FILE|File)(?: [Pp]hoto)?)?\W*$"
    )


def heads(document: Document) -> frozenset[int]:
    """Give where the headings of a text begin: paragraphs without an end above running text.

    Two such lines one after the other make a list, which tells something.
    """
    running = [one for one in document.sentences if one.part != "title"]
    paragraphs = [tuple(group) for _, group in groupby(running, lambda one: one.paragraph)]
    bare = [is_bare(document, group) for group in paragraphs]
    return frozenset(
        group[0].span.start
        for at, group in enumerate(paragraphs[:-1])
        if group[0].part == "subhead"
        or (bare[at] and not bare[at + 1] and not any(bare[at - 1 : at]))
    )


def is_bare(document: Document, group: tuple[Sentence, ...]) -> bool:
    """Tell whether a paragraph is one short line that no mark ends."""
    words = document.words(group[0])
    return len(group) == 1 and len(words.split()) <= HEAD and not ENDED.search(words)
