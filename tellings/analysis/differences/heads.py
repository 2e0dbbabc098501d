"""The verb, or the noun of an act, that words of time or manner go with."""

import re
from functools import cache, lru_cache
from itertools import takewhile

from tellings.analysis import wording
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.span import Span

__all__ = ["CLOSED", "CUT", "LEADING", "STARTED", "acts_in", "base", "heads", "is_act", "is_light"]

BACK, AHEAD = 10, 3
"""How many words before and after say what act it is."""

STEP = 4
"""How many words before, at most, a verb of beginning stands."""

STARTED = frozenset({"began", "begun", "started"})
LEADING = frozenset({"on", "in", "by", "since", "until", "till", "last", "late", "early", "at"})
CUT = re.compile(r"[,;]|:(?=\s)|\b(?:and|but|which|who|while|although|though)\b")
NAMED = ("ing", "ings", "ed")
BEHIND = frozenset({"with", "for", "after", "before", "as", "when", "while", "by", "over", "who"})
"""Words behind which another act is told: “charged on Monday with robbing”."""

CLOSED = re.compile(r"\s*[,.;:()–—-]")


@lru_cache(maxsize=1 << 13)
def heads(sentence: str, place: Span) -> frozenset[Word]:
    """Give the base forms of the acts that stand next to a place of a sentence.

    “The fire of Monday”, “Monday's fire” and “burned on Monday” have one each.
    """
    before = lowered(sentence[: place.start])
    after = () if CLOSED.match(sentence, place.end) else lowered(sentence[place.end :])
    led = before[-1:] != () and before[-1] in LEADING
    stop = wording.stop_words() | wording.days()
    ahead = tuple(takewhile(lambda word: word not in BEHIND, after[:AHEAD]))
    found = {base(word) for word in ahead[:2] if not led and word not in stop}
    found |= {base(word) for word in ahead if not led and is_act(word)}
    own = lowered(CUT.split(sentence[: place.start])[-1])
    # “The fighting that began in July”: what begins may stand far before its verb.
    near = before if STARTED & set(before[-STEP:]) else own[-BACK:]
    last = next((base(word) for word in reversed(near) if is_act(word)), None)
    return frozenset(found | {last}) if last else frozenset(found)


def lowered(text: str) -> tuple[Word, ...]:
    """Give the words of a text in small letters; figures and single letters are none."""
    return tuple(w.lower() for w in plain(text) if len(w) > 1 and not w[0].isdigit())


def plain(text: str) -> tuple[Word, ...]:
    """Give the words of a text without names that sound like acts: “Reading”, in no headline."""
    words_ = wording.tokens(text)
    small = sum(word[0].islower() for word in words_)
    if 2 * small < len(words_):
        return words_
    sounding = (n and word[0].isupper() and word.endswith(NAMED) for n, word in enumerate(words_))
    return tuple(word for word, named in zip(words_, sounding, strict=True) if not named)


def acts_in(text: str) -> frozenset[Word]:
    """Give the base forms of the acts of a sentence."""
    return frozenset(base(word) for word in lowered(text) if is_act(word))


def is_act(word: Word) -> bool:
    """Tell whether a word is a past form or the noun of an act, and says enough to be known."""
    formed = word in past() or (len(word) > 4 and word.endswith(("ed", "ing", "ings")))
    return formed and word not in wording.stop_words() and not is_light(word)


@cache
def past() -> dict[Word, Word]:
    """Read the past forms and what they are forms of."""
    table: dict[Word, Word] = words.load("acts")["past"]
    return table


@cache
def light() -> frozenset[Word]:
    """Read the stems of verbs that say too little to be known again."""
    return frozenset(wording.stem(word) for word in words.load("acts")["light"]["words"])


def is_light(verb: Word) -> bool:
    """Tell whether a verb says too little to be known again in another text."""
    return base(verb) in light()


@cache
def base(word: Word) -> Word:
    """Give the stem of a word, past forms taken back."""
    return wording.stem(past().get(word, word))
