"""Whose treatment is worth comparing."""

import re
from collections import Counter
from collections.abc import Mapping

from tellings.analysis import framing, stance
from tellings.analysis.names.capitals import fold
from tellings.data import words
from tellings.model.event import Target
from tellings.model.findings import Name, Telling
from tellings.model.span import Passage

__all__ = ["propose"]

MOST = 5
CANDIDATES = 10
"""Of how many names it is asked how differently the texts speak of them."""

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
    """Propose up to five targets: what most texts speak of, and most differently.

    Who acts or is acted on is spoken of; a place where something was, or a channel, is not.
    """
    found = _candidates(tellings, names)
    apart = _apart_by(tellings, found)
    order = sorted(range(len(found)), key=lambda n: (-apart[found[n].id], n))
    return tuple(found[n] for n in order[:MOST])


def _candidates(tellings: tuple[Telling, ...], names: tuple[Name, ...]) -> tuple[Target, ...]:
    """Give the names that several texts speak of, those of most texts first."""
    texts = {telling.id: telling.text for telling in tellings}
    shared = [
        (_spoken_of(name, texts), name)
        for name in names
        if name.kind in KINDS and _texts(name.mentions) > 1 and _is_name(name, tellings)
    ]
    shared = [(spoken, name) for spoken, name in shared if _texts(spoken) > 1]
    shared.sort(key=lambda one: (-_texts(one[0]), -len(one[0]), fold(one[1].name)))
    targets: dict[str, Target] = {}
    for name in _lone([name for _, name in shared])[:CANDIDATES]:
        called = _called(name)
        id_ = re.sub(r"[^a-z0-9]+", "-", fold(called)).strip("-") or name.id
        id_ = id_ if id_ not in targets else f"{id_}-{name.id}"
        others = (form for form in (name.name, *name.variants) if form != called)
        aliases = tuple(dict.fromkeys((*others, *_adjectives(name, tellings))))
        targets[id_] = Target(id=id_, name=called, aliases=aliases, set_by="tool")
    return tuple(targets.values())


def _apart_by(tellings: tuple[Telling, ...], targets: tuple[Target, ...]) -> dict[str, int]:
    """Count for each target the texts that cover it, and again those that tell it their own way.

    A way is the sides that a text takes in its own voice and in quotations, and its own terms.
    """
    frames = framing.find(tellings, targets)
    ways: dict[tuple[str, str], set[tuple[str, object]]] = {}
    for one in stance.judge(tellings, targets, frames):
        if one.value is not None:
            side = (one.value > 0) - (one.value < 0)
            ways.setdefault((one.target, one.source), set()).add((one.voice, side))
    for frame in frames:
        mine = ways.get((frame.target, frame.passage.source))
        if mine is not None and frame.voice != "direct_quote":
            mine.add(("term", frame.term.lower()))
    apart = {}
    for target in targets:
        each = [frozenset(way) for (id_, _), way in ways.items() if id_ == target.id]
        commonest = max(Counter(each).values(), default=0)
        apart[target.id] = 2 * len(each) - commonest
    return apart


def _is_name(name: Name, tellings: tuple[Telling, ...]) -> bool:
    """Tell whether a name is no agency's, and no common word that a text prints in capitals."""
    if fold(name.name) in _agencies():
        return False
    loud = name.name.isupper() and name.name.isalpha()
    return not loud or not any(
        re.search(rf"\b{name.name.lower()}\b", telling.text) for telling in tellings
    )


def _spoken_of(name: Name, texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """Give the mentions of a name that are more than a place or a channel."""
    aside = {"place": WHERE, "organisation": THROUGH}.get(name.kind)
    return tuple(
        mention
        for mention in name.mentions
        if aside is None
        or not aside.search(texts[mention.source][max(0, mention.start - 30) : mention.start])
    )


def _lone(names: list[Name]) -> list[Name]:
    """Pass over a lone name that ends the longer one of the same person, whichever is first.

    Of several people of a name it is the one who is spoken of most.
    """
    kept: list[Name] = []
    taken: set[str] = set()
    for name in names:
        last = fold(name.name).split()[-1]
        if name.kind == "person" or " " not in name.name:
            lone = " " not in name.name
            if last in taken and (lone or any(fold(one.name) == last for one in kept)):
                taken.discard(last)
                continue
            taken.add(last)
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
