"""What the texts call the same thing."""

from collections.abc import Iterable

from tellings.model.findings import Frame, Voice
from tellings.render.index import Text
from tellings.render.phrases import mark
from tellings.render.viewing.desk import Desk
from tellings.render.views.common import Link
from tellings.render.views.source import TermRow
from tellings.render.views.stance import TermCell, TermsRow

__all__ = ["rows", "table"]

BRACKETS: dict[Voice, str] = mark(
    {
        "own": "",
        "attributed": " (attributed)",
        "direct_quote": " (quoted)",
        "own_inside_attribution": " (inside an attribution)",
    }
)

MARKS = tuple("“”‘’\"'«»„")
NAME = "name of "
THE = ("event", "attack", "fighting", "unrest", "killing", "agreement", "damage")
"""What is shown with its article."""


def things(desk: Desk) -> dict[str, str]:
    """Name every thing that has terms: the targets, the event, the others, the rest."""
    names = {target.id: target.name for target in desk.index.digest.targets}
    texts: dict[str, set[str]] = {}
    for frame in desk.index.digest.frames:
        texts.setdefault(frame.target, set()).add(frame.passage.source)

    def place(thing: str) -> tuple[bool, bool, int, str]:
        return thing != "event", thing == "other things", -len(texts[thing]), thing

    ordered = [
        *(id_ for id_ in names if id_ in texts),
        *sorted((id_ for id_ in texts if id_ not in names), key=place),
    ]
    return {id_: names.get(id_) or desk.phrases.found(called(id_)) for id_ in ordered}


def called(thing: str) -> str:
    """Name a thing that is no target."""
    if thing in THE or thing.startswith(NAME):
        return f"the {thing}"
    return thing.replace("-", " ")


def frames_of(desk: Desk, thing: str, text: Text) -> tuple[Frame, ...]:
    """Give the terms of one text for one thing, in text order."""
    return tuple(frame for frame in desk.index.frames.get(text.id, ()) if frame.target == thing)


def linked(desk: Desk, frames: Iterable[Frame]) -> tuple[Link, ...]:
    """Link each term to its first place; one term in one voice stands once."""
    first: dict[tuple[str, Voice], Frame] = {}
    for frame in frames:
        first.setdefault((frame.term, frame.voice), frame)
    return tuple(
        Link(words=f"“{term}”{bracket(desk, frame)}", href=desk.to_sentence(frame.passage))
        for (term, _), frame in first.items()
    )


def bracket(desk: Desk, frame: Frame) -> str:
    """Say whose a term is where it is not the text's own, or that the text holds it off."""
    if frame.voice == "own" and desk.index.words(frame.passage)[:1] in MARKS:
        return desk.phrases.text(" (in quotation marks)")
    return desk.phrases.text(BRACKETS[frame.voice])


def table(desk: Desk) -> tuple[TermsRow, ...]:
    """Show the terms of all texts."""
    return tuple(
        TermsRow(
            thing=name,
            cells=tuple(
                TermCell(terms=linked(desk, frames_of(desk, id_, text)))
                for text in desk.index.texts
            ),
        )
        for id_, name in things(desk).items()
    )


def rows(desk: Desk, source: str) -> tuple[TermRow, ...]:
    """Show one text's words for the things that the texts name differently."""
    here = desk.index.every_text[source]
    shown = []
    for id_, name in things(desk).items():
        own = frames_of(desk, id_, here)
        mine = {frame.term for frame in own}
        others = [
            (text.label, tuple(dict.fromkeys(frame.term for frame in frames_of(desk, id_, text))))
            for text in desk.index.texts
            if text != here
        ]
        differs = any(terms and set(terms) != mine for _, terms in others)
        if own and differs:
            elsewhere = tuple(
                f"{', '.join(f'“{term}”' for term in terms)}: {label}"
                for label, terms in others
                if terms
            )
            shown.append(TermRow(thing=name, here=linked(desk, own), elsewhere=elsewhere))
    return tuple(shown)
