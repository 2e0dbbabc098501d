"""Listings → the list of people, organisations, places and events, by letter."""

import unicodedata
from collections import defaultdict

from tellings.render import urls, wording
from tellings.render.html import Html
from tellings.render.phrases import Phrases
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
    """Sort every name and every title under its letter, people by their family names."""
    where: dict[tuple[str, str], list[Listing]] = defaultdict(list)
    under: dict[tuple[str, str], str] = {}
    for one in newest_first(listings):
        where[(one.title, "event")].append(one)
        for known in one.known:
            key = known.name, known.kind
            # As the newest event has it.
            under.setdefault(key, f"{known.under} {known.name}")
            if one not in where[key]:
                where[key].append(one)
    found: Entries = defaultdict(dict)
    for key in sorted(where, key=lambda key: (plain(under.get(key, key[0])), key)):
        found[letter_of(under.get(key, key[0]))][key] = tuple(where[key])
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == OTHER, pair[0])))


def letters_apart(found: Entries) -> bool:
    """Tell whether there is so much that every letter has its own page."""
    return sum(len(under) for under in found.values()) > MANY


def alphabet_view(
    found: Entries, at: Addresses, *, only: str = "", title: str = "", intro: Html, phrases: Phrases
) -> AlphabetView:
    """Show the whole list, its letters alone where they have pages, or what one letter has."""
    apart = letters_apart(found)
    shown = {only: found[only]} if only else {} if apart else found
    names = sum(kind != "event" for under in found.values() for _, kind in under)
    titles = sum(kind == "event" for under in found.values() for _, kind in under)
    return AlphabetView(
        title=title_of(only, title, phrases),
        intro=intro,
        count=" · ".join(
            (wording.count(names, "name", phrases), wording.count(titles, "title", phrases))
        ),
        index=tuple(
            Link(
                words=name_of(letter, phrases),
                href=at.to(urls.alphabet(letter)) if apart else f"#letter-{letter}",
            )
            for letter in found
        ),
        letters=tuple(letter_view(letter, under, at, phrases) for letter, under in shown.items()),
    )


def title_of(only: str, title: str, phrases: Phrases) -> str:
    """Name the page of a letter, or of all."""
    if only:
        return phrases.text("A–Z: %(letter)s", letter=name_of(only, phrases))
    return title or phrases.text("A–Z")


def letter_view(
    letter: str, under: dict[tuple[str, str], tuple[Listing, ...]], at: Addresses, phrases: Phrases
) -> AlphabetLetter:
    """Show what begins with a letter."""
    return AlphabetLetter(
        id=f"letter-{letter}",
        name=name_of(letter, phrases),
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


def name_of(letter: str, phrases: Phrases) -> str:
    """Name a letter."""
    return phrases.text("Other") if letter == OTHER else letter.upper()
