"""Whose treatment is worth comparing."""

import re

from tellings.analysis.names.capitals import fold
from tellings.data import words
from tellings.model.event import Target
from tellings.model.findings import Name, Telling

__all__ = ["propose"]

MOST = 5
KINDS = frozenset(["person", "organisation", "place"])


def propose(tellings: tuple[Telling, ...], names: tuple[Name, ...]) -> tuple[Target, ...]:
    """Propose up to five targets from the names that most texts share."""
    shared = [
        name
        for name in names
        if name.kind in KINDS and _texts(name) > 1 and fold(name.name) not in _agencies()
    ]
    shared.sort(key=lambda name: (-_texts(name), -len(name.mentions), fold(name.name)))
    targets: dict[str, Target] = {}
    for name in shared[:MOST]:
        id_ = re.sub(r"[^a-z0-9]+", "-", fold(name.name)).strip("-") or name.id
        targets.setdefault(
            id_ if id_ not in targets else f"{id_}-{name.id}",
            Target(
                id=id_ if id_ not in targets else f"{id_}-{name.id}",
                name=name.name,
                aliases=(*name.variants, *_adjectives(name, tellings)),
                set_by="tool",
            ),
        )
    return tuple(targets.values())


def _agencies() -> frozenset[str]:
    """Give the names of news agencies: they hand a story on and are seldom its subject."""
    known = words.load("agencies")["agencies"]
    return frozenset(fold(form) for forms in known.values() for form in forms)


def _texts(name: Name) -> int:
    return len({mention.source for mention in name.mentions})


def _adjectives(name: Name, tellings: tuple[Telling, ...]) -> tuple[str, ...]:
    """Give the adjective of a country if the texts use it: “Norwegian” for “Norway”."""
    word = words.load("titles")["adjectives"].get(fold(name.name))
    if word is None or not any(re.search(rf"\b{word}\b", telling.text) for telling in tellings):
        return ()
    return (word,)
