"""Whose treatment is worth comparing."""

import re
from collections.abc import Mapping

from tellings.analysis.names.capitals import fold
from tellings.data import words
from tellings.model.event import Target
from tellings.model.findings import Name, Telling
from tellings.model.span import Passage

__all__ = ["propose"]

MOST = 5
KINDS = frozenset(["person", "organisation", "place"])

# “in Norrin”, “from the Saltmere yard”: where something is.
WHERE = re.compile(
    r"\b(?:in|at|near|from|across|throughout|outside|around|through|towards?|inside|within)"
    r"\s+(?:the\s+)?(?:[a-z]+\s+)?$"
)
# “told the Ledger”, “on Chirper”: through whom it was said.
THROUGH = re.compile(r"\b(?:told|tells|on|via|by|to|with|from)\s+(?:the\s+)?$")
RUN_ON = re.compile(r"[a-z]{3}[A-Z]")
"""Two words that a page ran into one."""


def propose(tellings: tuple[Telling, ...], names: tuple[Name, ...]) -> tuple[Target, ...]:
    """Propose up to five targets: what most texts speak of as somebody who acts or is acted on."""
    texts = {telling.id: telling.text for telling in tellings}
    shared = [
        (_spoken_of(name, texts), name)
        for name in names
        if name.kind in KINDS and _texts(name.mentions) > 1 and fold(name.name) not in _agencies()
    ]
    shared = [(spoken, name) for spoken, name in shared if _texts(spoken) > 1]
    shared.sort(key=lambda one: (-_texts(one[0]), -len(one[0]), fold(one[1].name)))
    targets: dict[str, Target] = {}
    for name in _apart([name for _, name in shared])[:MOST]:
        called = _called(name)
        id_ = re.sub(r"[^a-z0-9]+", "-", fold(called)).strip("-") or name.id
        id_ = id_ if id_ not in targets else f"{id_}-{name.id}"
        others = (form for form in (name.name, *name.variants) if form != called)
        aliases = tuple(dict.fromkeys((*others, *_adjectives(name, tellings))))
        targets[id_] = Target(id=id_, name=called, aliases=aliases, set_by="tool")
    return tuple(targets.values())


def _spoken_of(name: Name, texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """Give the mentions of a name that are more than a place or a channel."""
    aside = {"place": WHERE, "organisation": THROUGH}.get(name.kind)
    return tuple(
        mention
        for mention in name.mentions
        if aside is None
        or not aside.search(texts[mention.source][max(0, mention.start - 30) : mention.start])
    )


def _apart(names: list[Name]) -> list[Name]:
    """Pass over a person's lone name that ends the longer name of one before."""
    kept: list[Name] = []
    for name in names:
        before = {fold(one.name).split()[-1] for one in kept if " " in one.name}
        if name.kind != "person" or fold(name.name) not in before:
            kept.append(name)
    return kept


def _called(name: Name) -> str:
    """Give a name without words that a page ran together, where a variant has none."""
    whole = [form for form in (name.name, *name.variants) if not RUN_ON.search(form)]
    return whole[0] if whole and RUN_ON.search(name.name) else name.name


def _agencies() -> frozenset[str]:
    """Give the names of news agencies: they hand a story on and are seldom its subject."""
    known = words.load("agencies")["agencies"]
    return frozenset(fold(form) for forms in known.values() for form in forms)


def _texts(mentions: tuple[Passage, ...]) -> int:
    return len({mention.source for mention in mentions})


def _adjectives(name: Name, tellings: tuple[Telling, ...]) -> tuple[str, ...]:
    """Give the adjective of a country if the texts use it: “Norwegian” for “Norway”."""
    word = words.load("titles")["adjectives"].get(fold(name.name))
    if word is None or not any(re.search(rf"\b{word}\b", telling.text) for telling in tellings):
        return ()
    return (word,)
