"""Whether a sentence can be read without the ones around it, as a sum of small faults."""

import re
from collections.abc import Sequence
from functools import cache

from tellings.analysis import datelines, wording
from tellings.analysis.framing import chosen
from tellings.analysis.furniture import capitals, credit_of
from tellings.analysis.stance import judgements
from tellings.data import words as lists
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Passage, covered

__all__ = ["HEADLINE", "UNFIT", "fault", "loaded", "plain"]

UNFIT = 3.0
"""From so much fault on, a sentence does not sum up anything."""

WHOLE = 0.9
"""A sentence that is quoted by more than this share names no speaker."""

HEADLINE = 2.6
"""A headline, or what has no full stop, sums up where hardly anything else does."""

SHORT, LONG = 10, 34
"""Fewer or more words than these make a sentence a poor summary."""

LABELLED = 4
"""More words before a colon, unless all in capitals, are a sentence's own."""

LISTED = 4
"""A comma after every so many words makes a list, not a sentence."""

NEAR = 8
"""Within how many words “the new rule” must meet a name to be told from any other."""

MIDWAY = re.compile(r"[\"“‘'…(\[\s]*[a-z][a-z-]*\b(?!\d)")
"""It opens in the middle of a sentence: an item of a list, or a quotation’s second half."""

QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
LABEL = re.compile(r"[^\s“”\"(),;:](?:[^“”\"();:.]|\d\.\d){1,48}:\s+(?=[A-Z])")
SPEAKS = re.compile(
    r"\b(?:said|says|told|tells|asked|wrote|added|tweeted|replied|that|is|are|was|were|include\w*|follow\w*)\b"
)
BULLET = re.compile(r"[•·▪◦‣*]\s*(?=[A-Z])")
JOINING = re.compile(r"(?:But|And|Yet|So|Still|However|Meanwhile|Also),?\s+(?=[A-Z](?!\b))")
TIMES = (
    r"(?:week|weekend|month|year|decade|century|quarter|season|spring|summer|autumn|fall|winter"
    r"|morning|afternoon|evening|time|[A-Z]\w+)"
)
THIS = rf"(?:that|those|these|this(?!(?: past)? (?-i:{TIMES})\b)) (?!of\b|who\b|which\b)\w+"
"""“this protest”, and no time that the day of writing tells."""

LEANING = re.compile(
    r"\W*(?:(?:other|another|both|such|neither|either|others|most|some|none|all) of (?:them|these)"
    r"|(?:others|such|neither)\b"
    r"|prior to (?:that|this)\b|\(|rather,? (?:he|she|it|they)\b"
    r"|(?:with|after|despite|by|under|amid|following) (?:that|those|these|such)\b"
    rf"|(?:back )?(?:amid|at|before|by|during|following|from|in|of|on|since|under|until) {THIS}"
    r"|the (?:first|second|third|fourth|last|latter|former|others?|two|three|pair|same)"
    r" (?:is|was|are|were|has|had|have|will|would|of (?:these|those|them))\b"
    r"|the reasons?(?:,| (?:is|was|are|were)\b)"
    r"|(?:none|neither|both|some|many|several|few|most|all|each|either|another) (?:would|could|did"
    r"|does|do|was|were|is|are|has|have|had|said|says|say|told|will|can|may|might|should)\b"
    r"|(?:first|second|secondly|third|then|later|earlier|previously|until then|in turn|in fact"
    r"|finally|lastly|now|for now|since then|by then|in (?:return|exchange)|as an alternative"
    r"|as a (?:compromise|consequence|precaution|start)|at (?:issue|stake)|among the most \w+"
    r"|(?:on )?(?:the|that) (?:next|following|same|previous)"
    r" (?:day|night|morning|afternoon|evening)"
    r"|in response|in addition|in contrast|by contrast|by comparison|at first|at the (?:same )?time"
    r"|at that point|for one|for example|for instance|as a result|after all|in short"
    r"|in other words|of course|in truth|that said|even so|to be sure"
    r"|on the other hand|perhaps|maybe|true|indeed|no|yes|stepping back|worth noting),"
    r"|(?:\w+ )?(?:year|month|week|day|hour|minute|moment)s? (?:later|earlier|before|after|ago)\b)",
    re.IGNORECASE,
)
AGAIN = re.compile(
    r"^\W*both\b"
    r"|\b(?:also|again|another|others?|similar|such|added that|even (?:further|more|worse))\b"
    r"|\b\w+ added[.,:]"
    r"|\b(?:those|these|the same|the two|the three) \w+"
    rf"|\b(?:all|in|of|to|by|on|with) this(?!(?: past)? (?-i:{TIMES})\b) \w+",
    re.IGNORECASE,
)
THE_SAME = re.compile(
    r"(?:,|according to|said|says) the (?!police|government|authorities|army|military|court)[a-z]+"
    r"(?: (?:said|says|added|told)\b|[.,]|$)"
)
"""“…, the campaign said”: of several, which one?"""

HE = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
THEY = re.compile(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
SPEAKER = re.compile(
    r"\b(?:I|I['’]\w+|[Mm]e|[Mm]y|[Ww]e|[Ww]e['’]\w+|us|[Oo]urs?|[Yy]ous?|[Yy]our)\b"
)
IT = re.compile(r"\bit\b(?! (?:is|was|will be|seems|appears|remains|took)\b)", re.IGNORECASE)
BARE = re.compile(r"\b(?:this|that)(?: but\b|,? and\b(?! \w+ that\b)|[.,;:]| too\b)")
"""“denied this but”: a pronoun that stands for what was said before."""

VAGUE = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:this|last|next) \w+ing\b)", re.IGNORECASE
)
BEFORE = re.compile(
    r"\W*(?:last|earlier (?:this|last)|over the (?:last|past)(?: \w+)?|in recent|in the past)"
    r" (?:days|week|weeks|month|months|year|years|fall|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
"""It opens with what came before the news."""

GLUED = re.compile(r"\b(?!Mac)(?:[A-Z][a-z]{2,}|[a-z]{3,})[A-Z][a-z]{2,}\b")
"""Two words glued together, as where a box of links stood in a sentence."""

NET = re.compile(r"https?:|www\.|\bpic\.|(?:^|[^\w])[@#]\w")
THE = re.compile(r"(?:(?:On|By|In|At|Late|Early) (?:the )?\w+(?: \w+)?, )?[Tt]he (?=[a-z])")
SIGNED = re.compile(r"\(@\w+\)")
ENDED = re.compile(r"[.!…][”\"'’)\]]*$")


def plain(sentence: Sentence, telling: Telling) -> Passage:
    """Give a sentence without what only leads into it: a dateline, a bullet, “But”."""
    words = telling.document.words(sentence)
    start = max(datelines.end_of(words), credit_of(words))
    for lead in (BULLET, LABEL, JOINING):
        found = lead.match(words, start)
        if found and not says(found):
            start = found.end()
    return Passage(sentence.source, sentence.span.start + start, sentence.span.end)


def says(lead: re.Match[str]) -> bool:
    """Tell whether a label is more than that: it says who speaks or what is listed."""
    return lead.re is LABEL and (
        bool(SPEAKS.search(lead.group()))
        or (len(lead.group().split()) > LABELLED and not lead.group().isupper())
    )


def fault(passage: Passage, sentence: Sentence, telling: Telling) -> float:
    """Add up what keeps a sentence from being read alone; `UNFIT` and more is too much."""
    words = " ".join(passage.of(telling.text).split())
    own = QUOTED.sub(" “ ", words)
    count = len(wording.tokens(words))
    faults = (
        (UNFIT, unpaired(words)),
        (UNFIT, bool(NET.search(words))),
        (UNFIT, capitals(words)),
        (UNFIT, words.rstrip("”\"'’)").endswith("?")),
        (UNFIT, bool(SPEAKER.search(own))),
        (UNFIT, unnamed(own)),
        (UNFIT, speechless(passage, telling)),
        (UNFIT, posted(sentence, telling)),
        (UNFIT, titled(words, sentence, telling)),
        (UNFIT, leans(words)),
        (UNFIT, bool(MIDWAY.match(words))),
        (HEADLINE, sentence.part in {"title", "subhead"} or not ENDED.search(words)),
        (2.0, LISTED * words.count(",") > count),
        (1.0, definite(words)),
        (0.5, not any(map(is_name, wording.tokens(words)[1:])) and not re.search(r"\d", words)),
        (1.0, telling.voice_of(passage.span) == "direct_quote"),
        (1.0, bool(AGAIN.search(own))),
        (1.5, bool(GLUED.search(own))),
        (1.5, bool(BARE.search(own))),
        (1.5, bool(THE_SAME.search(own)) and not any(map(is_name, wording.tokens(words)[1:]))),
        (1.0, any(date.background for date in telling.dates if within(date.passage, passage))),
        (0.5, bool(VAGUE.search(own))),
        (1.0, bool(BEFORE.match(words))),
        (1.5, count < SHORT),
        (0.1 * max(0, count - LONG), True),
        (loaded(passage, telling), True),
    )
    return round(sum(weight for weight, holds in faults if holds), 4)


def loaded(passage: Passage, telling: Telling) -> float:
    """Say how much is against a sentence because it judges, or chooses among contested words."""
    judged = 2.0 * any(judgements(telling, passage.span))
    return judged + 1.0 * any(chosen(telling, passage.span))


def posted(sentence: Sentence, telling: Telling) -> bool:
    """Tell whether a sentence stands in a post that the text shows, signed with an account."""
    near = (
        telling.document.words(other)
        for other in telling.document.sentences
        if sentence.paragraph <= other.paragraph <= sentence.paragraph + 1
        and (other.paragraph == sentence.paragraph or other.span.start > sentence.span.start)
    )
    return any(SIGNED.search(words) for words in near)


def titled(words: str, sentence: Sentence, telling: Telling) -> bool:
    """Tell whether a text's headline has run into a sentence of its body."""
    title = " ".join((telling.document.source.title or "").split())
    return sentence.part != "title" and len(title.split()) > LABELLED and title in words


def within(one: Passage, other: Passage) -> bool:
    """Tell whether a passage lies inside another."""
    return one.source == other.source and other.start <= one.start and one.end <= other.end


def leans(words: str) -> bool:
    """Tell whether a sentence opens with a word that leans on the one before."""
    first = wording.tokens(words)[:1]
    return bool(LEANING.match(words)) or (
        bool(first) and first[0].lower().partition("'")[0] in wording.leaning()
    )


def unpaired(words: str) -> bool:
    """Tell whether a quotation begins or ends in another sentence."""
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1


def unnamed(own: str) -> bool:
    """Tell whether “he” or “they” comes before anybody they could stand for."""
    before = IT.split(own, maxsplit=1)
    if len(before) > 1 and not said_of(before[0]):
        return True
    he, they = HE.search(own), THEY.search(own)
    if he and not person_in(wording.tokens(own[: he.start()])):
        return not re.match(r"\W*(?:an?|one)\s", own, re.IGNORECASE)
    return bool(they) and not said_of(own[: they.start()] if they else "")


def said_of(words: str) -> bool:
    """Tell whether words name anything: not a day alone, and no word of grammar."""
    tokens = (token.lower() for token in wording.tokens(words))
    return any(token not in wording.stop_words() | wording.days() for token in tokens)


def is_name(token: str) -> bool:
    """Tell whether a word may be a name: a capital, and no word of grammar or day."""
    if not token[0].isupper() or token in openers() or token.endswith(("ing", "ed", "ly")):
        return False
    return token.lower() not in wording.stop_words() | wording.days()


def person_in(before: Sequence[str]) -> bool:
    """Tell whether words name somebody: by a name, or as “the Norrin leader”."""
    if any(map(is_person, before)):
        return True
    return any(map(is_name, before)) and any(token.lower() in roles() for token in before)


@cache
def roles() -> frozenset[str]:
    """Give the words for what people are."""
    return frozenset(lists.load("titles")["roles"])


def is_person(token: str) -> bool:
    """Tell whether a word may be a person's name: a name, and none of a country, city or body."""
    return is_name(token) and not token.isupper() and token.lower() not in places()


@cache
def places() -> frozenset[str]:
    """Give the words of the names of countries, cities and peoples, and of what bodies are."""
    table = lists.load("titles")
    keys = ("countries", "regions", "cities", "nationalities", "organisation", "bodies")
    given = {name.lower() for name in table["given"]}
    return frozenset(word for key in keys for name in table[key] for word in name.split()) - given


@cache
def openers() -> frozenset[str]:
    """Give the words that often open a sentence and are no names."""
    return frozenset(lists.load("abbreviations")["openers"])


def definite(words: str) -> bool:
    """Tell whether a sentence opens with “the warning”, and nothing near says which."""
    opening = THE.match(words)
    if opening is None:
        return False
    return not any(map(is_name, wording.tokens(words[opening.end() :])[:NEAR]))


def speechless(passage: Passage, telling: Telling) -> bool:
    """Tell whether a sentence is somebody's speech and does not say whose."""
    quoted = (a.content for a in telling.attributions if a.kind == "direct")
    return covered(passage.span, quoted) > WHOLE
