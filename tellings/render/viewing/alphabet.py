"""Listings → the list of people, organisations, places and events, by letter."""

import unicodedata
from collections import defaultdict

from tellings.render import urls, wording
from tellings.render.html import Html
from tellings.render.urls import Addresses
from tellings.render.viewing.home import newest_first
from tellings.render.views.common import Link
from tellings.render.views.listing import Listing
from tellings.render.views.site import AlphabetEntry, AlphabetLetter, AlphabetView

__all__ = ["Entries", "alphabet_view", "entries", "letters_apart"]

MANY = 400
"""Up to how many entries stand on one page; of more every letter has its own."""

OTHER = "other"
Entries = dict[str, dict[tuple[str, str], tuple[Listing, ...]]]
"""By letter, by words and kind: the events, newest first."""


def entries(listings: tuple[Listing, ...]) -> Entries:
    """Sort every name and every title under its letter."""
    where: dict[tuple[str, str], list[Listing]] = defaultdict(list)
    for one in newest_first(listings):
        where[(one.title, "event")].append(one)
        for known in one.known:
            if one not in where[(known.name, known.kind)]:
                where[(known.name, known.kind)].append(one)
    found: Entries = defaultdict(dict)
    for words, kind in sorted(where, key=lambda key: (plain(key[0]), key)):
        found[letter_of(words)][(words, kind)] = tuple(where[(words, kind)])
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == OTHER, pair[0])))


def letters_apart(found: Entries) -> bool:
    """Tell whether there is so much that every letter has its own page."""
    return sum(len(under) for under in found.values()) > MANY


def alphabet_view(
    found: Entries, at: Addresses, *, only: str = "", title: str = "", intro: Html
) -> AlphabetView:
    """Show the whole list, its letters alone where they have pages, or what one letter has."""
    apart = letters_apart(found)
    shown = {only: found[only]} if only else {} if apart else found
    names = sum(kind != "event" for under in found.values() for _, kind in under)
    titles = sum(kind == "event" for under in found.values() for _, kind in under)
    return AlphabetView(
        title=f"A–Z: {name_of(only)}" if only else title or "A–Z",
        intro=intro,
        count=f"{wording.count(names, 'name')} · {wording.count(titles, 'title')}",
        index=tuple(
            Link(
                words=name_of(letter),
                href=at.to(urls.alphabet(letter)) if apart else f"#letter-{letter}",
            )
            for letter in found
        ),
        letters=tuple(letter_view(letter, under, at) for letter, under in shown.items()),
    )


def letter_view(
    letter: str, under: dict[tuple[str, str], tuple[Listing, ...]], at: Addresses
) -> AlphabetLetter:
    """Show what begins with a letter."""
    return AlphabetLetter(
        id=f"letter-{letter}",
        name=name_of(letter),
        entries=tuple(
            AlphabetEntry(
                words=words,
                kind=kind,
                events=tuple(Link(words=e.title, href=at.to(urls.digest(e.slug))) for e in events),
            )
            for (words, kind), events in under.items()
        ),
    )


def plain(words: str) -> str:
    """Give words without case, accents and signs, to sort by."""
    parts = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in parts if not is_mark(c)).split())


def is_mark(sign: str) -> bool:
    """Tell whether a sign only sits on another."""
    return unicodedata.combining(sign) != 0


def letter_of(words: str) -> str:
    """Give the letter that words are listed under: a to z, or "other"."""
    first = plain(words)[:1]
    return first if "a" <= first <= "z" else OTHER


def name_of(letter: str) -> str:
    """Name a letter."""
    return "Other" if letter == OTHER else letter.upper()
