"""Whose words several texts hand on: a person, a body, or “a security source”."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from tellings.analysis import wording
from tellings.analysis.wording import five_grams
from tellings.data import words as titles
from tellings.model.findings import Attribution, Origin, Telling

__all__ = ["named", "speakers", "who"]

PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "these", "those"]
)
ARTICLES = ("the ", "a ", "an ", "one ", "another ", "some ", "several ")

ALIKE = 0.5
"""The share of their words that makes two reports one report of what somebody said …"""

ENOUGH = 3
"""… if they have so many in common."""

Said = tuple[str, Attribution, str]
"""Whose text, what is said, and its words."""


def speakers(tellings: tuple[Telling, ...], text_of: Mapping[str, str]) -> tuple[Origin, ...]:
    """Name those whom two texts or more give the same words, in order of name."""
    by_key: dict[str, list[Said]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.id):
        for given in telling.attributions:
            if given.kind != "scare" and given.speaker and (key_ := key(given.speaker)):
                said = text_of[telling.id], given, given.content.of(telling.text)
                by_key[key_].append(said)
    found = (origin(tuple(shared(said))) for said in by_key.values())
    return tuple(sorted((one for one in found if one), key=lambda one: one.name))


def key(speaker: str) -> str:
    """Give what two printings of a speaker have in common: a surname, a role without article."""
    words = wording.fold(speaker)
    role = words.lower()
    for article in ARTICLES:
        role = role.removeprefix(article)
    if role in PRONOUNS or not role:
        return ""
    last = words.split()[-1]
    return last.lower() if last[0].isupper() and words[0].isupper() else role


RUN = re.compile(r"[A-Z][\w'.-]*(?:\s+(?:(?:of|the|for|and)\s+)?[A-Z][\w'.-]*)*")
BODIES = frozenset(["police", "army", "military", "government", "court", "ministry", "navy"])
"""Bodies that a text names by one word; “witnesses” and “officials” may be others each time."""

CROWDS = frozenset(
    {
        *("critics", "supporters", "protesters", "demonstrators", "marchers", "relatives"),
        *("neighbors", "neighbours", "employees", "workers", "observers", "activists", "locals"),
        *("dozens", "hundreds", "thousands", "many", "others", "people", "media"),
    }
)
"""Words that begin a sentence with a capital and name nobody, beside those that titles list."""

LETTERS = 3
"""How many initials tell a body."""


def who(speaker: str) -> frozenset[str]:
    """Give what tells a primary speaker from others; nothing for words that may be anybody's.

    A name gives its last word and its initials: “the US Geological Survey” is “USGS”.
    """
    words = wording.fold(speaker)
    first, _, rest = words.partition(" ")
    run = RUN.search(rest if first.lower() in wording.stop_words() else words)
    if run is None or run.group().lower() in anybody():
        role = key(speaker)
        single = role in BODIES or (" " in role and not role.endswith("s"))
        return frozenset({role} if single else ())
    names = re.split(r"\s+of\s+", run.group())[0].split()
    initials = "".join(letter for letter in run.group() if letter.isupper()).lower()
    last = names[-1].removesuffix("'s").lower()
    found = {last, initials} if len(initials) >= LETTERS else {last}
    return frozenset(found - PRONOUNS)


@cache
def anybody() -> frozenset[str]:
    """Read the words for people and bodies that may be others in each text."""
    return (frozenset(titles.load("titles")["groups"]) | CROWDS) - BODIES


def named(speaker: str) -> str:
    """Give a speaker's printed name without what leads to it: “data from the Survey”."""
    run = RUN.search(speaker)
    if run is None or run.start() == 0:
        return speaker
    article = speaker[: run.start()].lower().rfind("the ")
    return speaker[article:] if article >= 0 else speaker[run.start() :]


def shared(said: list[Said]) -> Iterator[Said]:
    """Give what of a speaker's words another text hands on too."""
    if len({text for text, _, _ in said}) < 2:
        return
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    known = {words: (five_grams(words), frozenset(wording.content(words))) for _, _, words in said}
    for text, _, words in said:
        for gram in known[words][0]:
            holders[gram].add(text)
    for text, given, words in said:
        grams, stems = known[words]
        if any(holders[gram] - {text} for gram in grams) or any(
            much_alike(stems, known[theirs][1]) for other, _, theirs in said if other != text
        ):
            yield text, given, words


def much_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two reports have half of their words in common."""
    common = len(one & other)
    return common >= ENOUGH and common >= ALIKE * max(len(one), len(other))


def origin(said: tuple[Said, ...]) -> Origin | None:
    """Make an origin of what several texts hand on."""
    if not said:
        return None
    first = {given.content.source: given for _, given, _ in reversed(said)}
    names = [given.speaker for _, given, _ in said if given.speaker]
    # Of a name the whole; “one source” and “a source” are as good as one another.
    person = any(name.split()[-1][0].isupper() for name in names)
    return Origin(
        name=max(sorted(set(names)), key=len) if person else names[0],
        kind="speaker",
        sources=tuple(sorted(first)),
        evidence=tuple(first[source].content for source in sorted(first)),
    )
