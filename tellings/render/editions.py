"""What a digest holds, in the form that later ones are compared with."""

from hashlib import sha256
from typing import Any

from tellings import __version__
from tellings.model.digest import Digest
from tellings.model.editions import Edition, EditionClaim, EditionSource
from tellings.render import wording
from tellings.render.export import FORMAT
from tellings.render.html import UNSHOWN

__all__ = ["exported", "maybe", "of", "text"]

SHORT = 12
"""Hex digits of a hash that tells one sentence of an event from another."""


def of(digest: Digest) -> Edition:
    """Give the edition that a digest is."""
    found = (telling.document.source for telling in digest.tellings)
    sources = (
        EditionSource(
            id=source.id,
            label=source.label,
            published=source.published,
            updated=source.updated,
            raw_sha256=source.raw_sha256,
            words_sha256=hashed(source.text) if source.rights == "full" else None,
        )
        for source in found
    )
    differing: dict[str, set[tuple[str, ...]]] = {}
    for difference in digest.differences:
        if not difference.weak:
            values = sorted({reading.value for reading in difference.readings})
            differing.setdefault(difference.claim, set()).add((difference.kind, *values))
    claims = (
        EditionClaim(
            id=claim.id,
            gist=wording.shown(digest.words(claim.gist)),
            told_in=tuple(
                (mention.passage.source, hashed(digest.words(mention.passage)))
                for mention in claim.mentions
            ),
            differences=tuple(sorted(differing.get(claim.id, ()))),
            words_of=claim.gist.source,
        )
        for claim in digest.claims
    )
    return Edition(sources=tuple(sources), claims=tuple(claims), made_by=__version__)


def exported(digest: Any) -> Edition:
    """Read the edition out of a `digest.json`.

    Raises:
        ValueError: when it is of another format.
        KeyError, TypeError: when it is not what its format says.
    """
    if digest["format"] != FORMAT:
        raise ValueError(f"its format is “{digest['format']}”, not “{FORMAT}”")
    texts = {text(source["id"]): text(source["text"]) for source in digest["sources"]}

    def words(passage: Any) -> str:
        return texts[passage["source"]][passage["start"] : passage["end"]]

    sources = (
        EditionSource(
            id=text(source["id"]),
            label=text(source["outlet"] or source["id"]),
            published=maybe(source["published"]),
            updated=maybe(source["updated"]),
            raw_sha256=maybe(source["sha256"]),
            words_sha256=hashed(source["text"]) if source["rights"] == "full" else None,
        )
        for source in digest["sources"]
    )
    claims = (
        EditionClaim(
            id=text(claim["id"]),
            gist=wording.shown(words(claim["gist"])),
            told_in=tuple(
                (mention["source"], hashed(words(mention))) for mention in claim["mentions"]
            ),
            differences=tuple(
                sorted({difference(one) for one in claim["differences"] if not weak(one)})
            ),
            words_of=text(claim["gist"]["source"]),
        )
        for claim in digest["claims"]
    )
    made_by = text(digest["made_by"]["tellings"])
    return Edition(sources=tuple(sources), claims=tuple(claims), made_by=made_by)


def difference(found: Any) -> tuple[str, ...]:
    """Give a difference's kind and values."""
    return text(found["kind"]), *sorted({text(reading["value"]) for reading in found["readings"]})


def weak(found: Any) -> bool:
    """Tell whether an exported difference is one of mere attribution."""
    return (found["kind"], found["relation"]) == ("attribution", "compatible")


def text(value: object) -> str:
    """Take a text that a page can hold.

    Raises:
        TypeError: when it is no text.
        ValueError: when no page can hold it.
    """
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is not a text")
    if UNSHOWN.search(value):
        raise ValueError(f"“{value!a:.40}” holds a character that no page can hold")
    return value


def maybe(value: object) -> str | None:
    """Take a text or nothing.

    Raises:
        TypeError: when it is neither.
    """
    return None if value is None else text(value)


def hashed(words: str) -> str:
    """Give what tells words from others."""
    return sha256(words.encode()).hexdigest()[:SHORT]
