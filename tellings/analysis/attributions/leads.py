"""The subject of a sentence: whom a participle or a colon farther on belongs to."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from tellings.analysis.attributions.grammar import (
    DETERMINERS,
    ENDERS,
    JOINERS,
    PRONOUNS,
    TIMES,
    adverbial,
    finite,
)
from tellings.analysis.attributions.rightwards import phrase_after
from tellings.analysis.attributions.tokens import Token, listed, word_at
from tellings.analysis.attributions.trimming import AS_NAMES
from tellings.analysis.names.capitals import bag

__all__ = ["aside_before", "following", "leading", "phrasal", "speaking"]

ADJOINING = JOINERS | bag("during after before asked as despite amid under")
"""What opens an adjunct that stands before the subject."""

PLACED = ADJOINING | DETERMINERS | {"about", "that", "against", "out"}
PARTICIPLES = bag("born lost seen known given taken written built left set held caught found told")
COUNTLESS = bag(
    "people men women children everyone everybody someone somebody anyone anybody nobody half "
    "law history tradition testimony footage documentation research intelligence "
    "guidance policy legend data evidence polling media press staff leadership management counsel "
    "community clergy "
    "four five six seven eight nine ten either neither none source witness suspect shooter"
)
"""Who or what may speak without an article and without an “s”."""

OPENERS = TIMES | bag("and but while although though however so still yet then also instead")


def leading(tokens: Sequence[Token], stop: int) -> tuple[int, int] | None:
    """Find a sentence's subject before a place, adjuncts and participles before it left out."""
    at = max((n + 1 for n in range(stop) if tokens[n].text == ":"), default=0)
    for _ in range(4):
        while at < stop and (tokens[at].lower in OPENERS or tokens[at].text == ","):
            at += 1
        if word_at(tokens, at) in {"on", "in"} and word_at(tokens, at + 1) in TIMES:
            # "On Friday he rose to …"
            at += 2
            continue
        if at >= stop:
            return None
        if not _adjoined(tokens, at):
            found = phrase_after(tokens, at)
            if found and all(
                t.text.isdigit() or t.lower in DETERMINERS for t in tokens[slice(*found)]
            ):
                at = found[1]
                continue
            return found if found and found[1] <= stop else None
        while at < stop and tokens[at].text != ",":
            at += 1
    return None


def _adjoined(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an adjunct opens here: “In Tresa, …”, “Speaking to reporters, …”."""
    word = tokens[at].lower
    if word in ADJOINING:
        return True
    after = word_at(tokens, at + 1)
    placed = after in PLACED
    return (word.endswith(("ing", "ed")) or word in PARTICIPLES) and placed


def following(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Find the subject after what opens a sentence: “Calling it “late”, Mara Lind went”."""
    for at in range(start, len(tokens) - 2):
        ends = tokens[at].text == "," or tokens[at].text.rstrip("\"”’'»").endswith(",")
        if not ends or tokens[at + 1].kind != "word":
            continue
        found = phrase_after(tokens, at + 1)
        if found and found[1] < len(tokens) and finite(tokens[found[1]]):
            return found
    return None


def aside_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle is set between commas: “The Ledger, citing two pilots, said …”."""
    commas = [n for n in range(max(0, at - 12), at - 1) if tokens[n].text == ","]
    aside = tokens[commas[-1] + 1] if commas else None
    if aside is None or not aside.lower.endswith("ing") or aside.capital:
        return False
    for token in reversed(tokens[: commas[-1]]):
        if token.kind != "word" or token.lower in ENDERS:
            return True
        if finite(token):
            return False
    return True


def speaking(phrase: Sequence[Token]) -> bool:
    """Tell somebody from a thing without an article: “claimed responsibility”."""
    first, known = phrase[0], listed("titles", "roles", "groups")
    if first.lower in DETERMINERS or first.owner:
        return True
    head = tuple(takewhile(lambda token: token.lower not in JOINERS, phrase))
    return any(t.capital or t.lower in known or t.lower.endswith("s") for t in head)


def phrasal(phrase: Sequence[Token]) -> bool:
    """Tell who may speak from a scrap of a clause: “certain to win”, “him to pay”, “bold”.

    In English a thing in the singular has an article or another word that determines it.
    """
    own = tuple(dropwhile(_adverb, phrase[_about(phrase) :]))
    if not own or own[0].kind != "word" or speaking(own):
        return bool(own)
    first = own[0]
    if first.lower.partition("'")[0] in PRONOUNS | {"your"} or first.text[0].isdigit():
        return True
    head = takewhile(lambda token: token.lower not in JOINERS, own)
    return any(
        t.lower in COUNTLESS or t.owner or not t.text.islower() or "." in t.text for t in head
    )


def _about(phrase: Sequence[Token]) -> int:
    """Count the words before a number: “at least two pilots”, “about half of them”."""
    first, second = word_at(phrase, 0), word_at(phrase, 1)
    return 2 if first == "at" and second in {"least", "most"} else first in {"about", "around"}


def _adverb(token: Token) -> bool:
    """Tell “only” and “recently” from names and from what counts."""
    named = token.capital and token.lower in AS_NAMES
    return adverbial(token) and token.lower not in DETERMINERS and not named
