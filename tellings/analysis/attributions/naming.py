"""Whether a printed phrase names one person or several, and where the name stands in it."""

import re
from itertools import takewhile

from tellings.analysis.attributions.quoting import MARKS
from tellings.analysis.attributions.tokens import Placed
from tellings.analysis.names.capitals import fold, in_list
from tellings.analysis.names.people import UNPERSONAL, People, personal

__all__ = [
    "after_office",
    "body_speaking",
    "capitals",
    "head_noun",
    "several",
    "shortened",
    "surname_like",
]

BREAKS = frozenset(["of", "for", "at", "in", "from", "with", "who", "by", "on"])
ASIDE = re.compile(
    r"(?<=\w), (?:which|who|whose|where|unlike|like|for \w+ part|in|on|at|during|after|citing"
    r"|speaking|quoting|referring|including|released|published|issued|posted|dated)\b.*",
    re.DOTALL,
)
"""What a phrase says besides: “the port, which is shut,”."""

IN_WRITING = re.compile(
    r" in (?:an?|his|her|its|their|the) (?:\S+ ){0,3}"
    r"(?:statement|interview|tweet|address|speech|letter|post|message|email|e-mail|filing)\b.*",
    re.DOTALL,
)
"""“The port in a statement”: where somebody speaks."""

OFFICIAL = frozenset(["of", "and", "the", "for"])
OWNED = frozenset(["the", "his", "her", "their", "its"])


def several(phrase: tuple[Placed, ...], people: People) -> bool:
    """Tell whether a phrase names several: “Jan Vey and Mara Lind”, “the mayor and her son”."""
    if _plural(phrase) and any(token.lower == "and" for token in phrase):
        return True
    commas = False
    for at, token in enumerate(phrase):
        if token.lower == "and" and at:
            left = tuple(t for t in phrase[:at] if t.text != ",")
            # "Ports and Roads Minister Mara Lind" is one.
            office = all(t.capital for t in left) and _titled(phrase[at + 1 :])
            return not office or _somebody(left, people)
        if commas and not (token.capital or token.text == ","):
            return False
        commas = commas or token.text == ","
        plain = token.capital or token.text in {",", "-"} or token.lower in OWNED
        if not (plain or _person(token)):
            return False
    return False


def _plural(phrase: tuple[Placed, ...]) -> bool:
    """Tell whether a plural stands before the first name: “pilots Jan Vey and Mara Lind”."""
    first = next((at for at, token in enumerate(phrase) if at and token.capital), 0)
    if not first or any(token.lower in BREAKS for token in phrase[:first]):
        return False
    before = fold(phrase[first - 1].text)
    return before.endswith("s") and before.removesuffix("s") in in_list("roles", "male", "female")


def _person(token: Placed) -> bool:
    """Tell a word for one person, or for many: “mayor”, “officials”."""
    return fold(token.text) in in_list("roles", "male", "female") or token.lower.endswith("s")


def _somebody(words: tuple[Placed, ...], people: People) -> bool:
    """Tell whether words hold a title or end with somebody's name."""
    name = personal(tuple(token.text for token in words))
    return len(name) < len(words) or people.named(" ".join(name)) is not None


def _titled(words: tuple[Placed, ...]) -> bool:
    """Tell whether a title stands among words before a name."""
    named = tuple(takewhile(lambda token: token.capital, words))
    return len(personal(tuple(token.text for token in named))) < len(named)


def after_office(head: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Give the name after an office in full: “Minister of Roads Mara Lind”."""
    if not any(token.lower == "of" for token in head):
        return ()
    count = len(personal(tuple(token.text for token in head)))
    office, name = head[: len(head) - count], head[len(head) - count :]
    if count < 2 or len(office) < 2 or not all(token.capital for token in name):
        return ()
    official = all(token.capital or token.lower in OFFICIAL for token in office)
    return name if official and office[-1].capital else ()


def capitals(phrase: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Give the capitalised words that end a phrase's head."""
    end = len(phrase)
    for at, token in enumerate(phrase):
        # "a spokesman for Dorn Shipping" names nobody.
        acts = token.lower == "to" and _plain(phrase, at + 1)
        breaks = acts or token.lower in BREAKS or token.lower.endswith("ed")
        if at and not token.capital and breaks:
            end = at
            break
    first = end
    while first and (
        phrase[first - 1].capital
        or (fold(phrase[first - 1].text) in in_list("particles") and first < end)
    ):
        if first < end and phrase[first - 1].owner:
            break
        first -= 1
    if first < end and phrase[end - 1].owner and len(phrase) > end:
        return ()
    return phrase[first:end]


def _plain(phrase: tuple[Placed, ...], at: int) -> bool:
    """Tell whether a plain word stands at a place: “the woman to accuse Lind”."""
    return at < len(phrase) and not phrase[at].capital and phrase[at].lower not in OWNED


def surname_like(printed: str) -> bool:
    """Tell whether a single capitalised word may be somebody's surname: “Brandt”, not “Reuters”."""
    return (
        printed.isalpha()
        and printed.istitle()
        and fold(printed) not in in_list(*UNPERSONAL, "bodies", "groups", "things", "cities")
        and not fold(printed).endswith("s")
    )


def head_noun(printed: str) -> str:
    """Give the head noun of a printed phrase: “a member of the entourage” is a member."""
    words = printed.lstrip(", ").partition(",")[0].split() or [printed]
    for at, word in enumerate(words):
        if at and word in {"of", "for", "at", "in", "from", "with", "who"}:
            return words[at - 1]
    return words[-1]


def body_speaking(last: str | None, people: People, word: str) -> str | None:
    """Resolve “it” to a body, “they” to several people who spoke last."""
    if last is None or people.named(last):
        return None
    words = last.split()
    titled = words[-1][0].isupper() and any(fold(word) in in_list("roles") for word in words)
    if titled or fold(head_noun(last)) in in_list("roles"):
        return None
    plural = fold(last.split()[-1]).endswith("s") or fold(last) in {
        "police",
        "the police",
    }
    return last if plural == (word != "it") else None


NAMED = re.compile(
    r"^((?:[A-Z][\w.’'&-]*)(?: (?:of |the |and |for )?[A-Z][\w.’'&-]*){0,6}), (?:an? |\d{1,3}, ).*"
)
"""“Harbour Wire, a site that covers the docks”"""


OWNING = re.compile(r"(\b[a-z]+)[’']s$|^([^‘']*s)[’']$")
"""“the state’s”, “the Greens’”, not “McDonald’s”"""


def shortened(phrase: str, *, marked: bool) -> str:
    """Print a phrase without what it says besides; `marked` tells that it stands in marks."""
    printed = ASIDE.sub("", " ".join(phrase.split()))
    if marked:
        printed = printed.strip(MARKS + ",. ")
    printed = OWNING.sub(r"\1\2", NAMED.sub(r"\1", IN_WRITING.sub("", printed)))
    return printed.partition("(")[0].rstrip() if "(" in printed and ")" not in printed else printed
