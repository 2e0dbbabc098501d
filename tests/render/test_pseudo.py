"""Pages in a language that nobody speaks: no phrase of theirs is left in English."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tellings.model.digest import Digest
from tellings.model.page import Page
from tellings.model.phrase import Phrase
from tellings.render import catalogues, pages, theme
from tellings.render.export import FORMAT
from tests.render import making, pseudo, sites
from tools.gather_phrases import gathered

SAID = ("aria-label", "title", "alt", "placeholder", "content")
SCRIPTS = ("data-copy", "data-copied", "data-failed", "data-follow", "data-none", "data-one")
METAS = ("description", "og:description", "og:title")

UNSPOKEN = ("measured",)
"""Sections in English: the measures are a page of the program's documentation."""

NAMES = "BibTeX | digest.json | coverage.csv | stance.csv | terms.csv"
ADDRESS = re.compile(r"https?://\S+")
FRAGMENTS = re.compile(r"[^\w\s’'./?=&%+-]+")


@cache
def digests() -> tuple[Digest, ...]:
    return (making.digest(), making.tiny())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    folder = tmp_path_factory.mktemp("themes") / "wide"
    folder.mkdir()
    settings = f'extends = "plain"\n[options]\nlanguage = "{pseudo.TAG}"\n'
    (folder / "theme.toml").write_text(settings, "utf-8")
    pseudo.catalogue(folder)
    look = theme.find("wide", (folder.parent, sites.ROOT / "themes"))
    site = replace(making.SITE, search=True)
    every = [page for one in digests() for page in pages.of_event(one, making.INPUTS, site, look)]
    said = catalogues.of(site, look)
    listings = tuple(pages.listing(one, said) for one in digests())
    return (*every, *pages.of_site(listings, making.plain_pages(), site, look))


def spoken(element: Element) -> Iterator[str]:
    """Give what an element says to anybody, word for word."""
    if element.tag in ("script", "style", "pre") or element.get("id") in UNSPOKEN:
        yield from (words for name in SCRIPTS if (words := element.get(name)))
        return
    shown = element.tag != "meta" or (element.get("name") or element.get("property")) in METAS
    yield from (words for name in (*SAID, *SCRIPTS) if shown and (words := element.get(name)))
    yield element.text or ""
    for child in element:
        yield from spoken(child)
        yield child.tail or ""


def narrow(page: Page) -> Iterator[str]:
    """Give what is not in the language, cut where marks stand."""
    tree = html5lib.parse(page.body.decode(), namespaceHTMLElements=False)
    for words in spoken(tree):
        for piece in FRAGMENTS.split(pseudo.WIDE.sub("…", ADDRESS.sub("…", words))):
            if re.search(r"[A-Za-z]{2}", piece):
                yield " ".join(piece.split())


def strings(value: object, within: tuple[str, str] = ("", "")) -> Iterator[tuple[str, str, str]]:
    """Give every text that a value holds, with its class and its field; of phrases their values."""
    if isinstance(value, Phrase):
        yield from (one for _, words in value.values for one in strings(words, within))
    elif isinstance(value, str):
        yield *within, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name), (type(value).__name__, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from strings(one, within)


def own() -> str:
    """Give the words that pages may show as they are: those of texts, editors and settings."""
    phrases = {key if isinstance(key, str) else key[0] for key in gathered()}
    site = (making.SITE, making.plain_pages(), making.INPUTS, NAMES, FORMAT)
    found = (one for value in (*digests(), *site) for one in strings(value))
    return cut(words for *_, words in found if words not in phrases)


def cut(parts: Iterable[str]) -> str:
    """Put words side by side, cut where marks stand."""
    pieces = (piece for part in parts for piece in FRAGMENTS.split(part))
    return f" {' | '.join(' '.join(piece.split()) for piece in pieces)} "


def holds(words: str, piece: str) -> bool:
    return (
        re.search(rf"(?<!\w){re.escape(piece.strip('./%+-'))}(?!\w)", words, re.IGNORECASE)
        is not None
    )


@cache
def escaped(made: tuple[Page, ...]) -> frozenset[str]:
    """Give what stands on pages that is neither of the language nor their texts' own."""
    known = own()
    html = (page for page in made if page.path.endswith(".html"))
    return frozenset(piece for page in html for piece in narrow(page) if not holds(known, piece))


def test_no_phrase_of_a_page_escapes_its_catalogue(made: tuple[Page, ...]) -> None:
    assert sorted(escaped(made)) == []


def test_data_files_are_the_same_in_every_language(made: tuple[Page, ...]) -> None:
    files = {page.path: page.body for page in made}
    for one in digests():
        for page in pages.of_event(one, making.INPUTS, making.SITE, sites.PLAIN):
            if page.path.endswith((".csv", ".json")):
                assert files[page.path] == page.body


def test_the_pages_name_the_language_that_they_speak(made: tuple[Page, ...]) -> None:
    for page in made:
        if page.path.endswith(".html"):
            assert f'<html lang="{pseudo.TAG}">'.encode() in page.body


def languages(element: Element, within: str = "") -> Iterator[tuple[str, str]]:
    """Give what an element shows, each piece with the language that it is said to be in."""
    here = element.get("lang", within)
    yield here, element.text or ""
    for child in element:
        if child.tag not in ("head", "script", "pre"):
            yield from languages(child, here)
        yield here, child.tail or ""


def test_words_of_the_texts_are_said_to_be_in_the_language_of_the_texts(
    made: tuple[Page, ...],
) -> None:
    sentences = {
        " ".join(telling.document.source.text[one.span.start : one.span.end].split())
        for digest in digests()
        for telling in digest.tellings
        for one in telling.document.sentences
    }
    wrong = {
        (page.path, words)
        for page in made
        if page.path.startswith("events/") and page.path.endswith(".html")
        for tree in [html5lib.parse(page.body.decode(), namespaceHTMLElements=False)]
        for language, words in languages(tree)
        if " ".join(words.split()) in sentences and language == pseudo.TAG
    }
    own = {
        (page.path, words)
        for page in made
        if page.path.endswith(".html")
        for tree in [html5lib.parse(page.body.decode(), namespaceHTMLElements=False)]
        for language, words in languages(tree)
        if language == "en" and pseudo.WIDE.search(words)
    }
    assert (sorted(wrong), sorted(own)) == ([], [])
