"""How each text lets somebody speak: the verbs of saying that add something."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from tellings.data import words
from tellings.model.findings import Attribution
from tellings.render.index import Text
from tellings.render.phrases import mark
from tellings.render.viewing.desk import Desk
from tellings.render.viewing.speech import PRONOUNS, plain
from tellings.render.views.common import Link
from tellings.render.views.stance import SayingCell, SayingRow

__all__ = ["saying"]

# “The council”, “Mara Lind of the Harbour Union”: nothing longer, nothing that begins midway.
SPEAKER = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?)\s)?(?:[a-z][\w’'-]*\s){0,2}[a-z][\w’'-]*"
    r"|(?:(?:[Tt]he|[Aa]n?)\s)?[A-Z][\w’'.-]*(?:\s(?:(?:of|for|and|the|de|von|al)\s)*[A-Z][\w’'.-]*){0,4}(?:\s[a-z]+)?"
)
MOST = 12
"""How many speakers are shown."""

ADDS = mark(
    {
        "doubt": "in doubt",
        "fault": "as a fault",
        "dispute": "against others",
        "manner": "its manner judged",
        "true": "as true",
    }
)
Said = dict[str, list[Attribution]]
"""What one speaker is given as saying, by text."""


@cache
def verbs() -> dict[str, str]:
    """Give for each verb of saying that adds something what it adds."""
    table = words.load("saying")
    return {verb: kind for kind in ADDS for verb in table[kind]}


def saying(desk: Desk) -> tuple[SayingRow, ...]:
    """Show the speakers whom a text lets speak by a verb that adds something, others first.

    A verb that takes what is said for true is worth a row only where another text has none.
    """
    forms, said = floor(desk)
    rows = [(weight(desk, said[key]), key) for key in sorted(said) if worth(desk, said[key])]
    return tuple(
        SayingRow(
            speaker=min(forms[key], key=lambda form: (-forms[key][form], form)),
            cells=tuple(cell(desk, said[key].get(text.id, [])) for text in desk.index.texts),
        )
        for _, key in sorted(rows)[:MOST]
    )


def floor(desk: Desk) -> tuple[dict[str, Counter[str]], dict[str, Said]]:
    """Gather what each speaker is given as saying, by text, and what the texts call them."""
    called = desk.index.called
    forms: dict[str, Counter[str]] = {}
    said: dict[str, Said] = {}
    for text in desk.index.texts:
        for one in given(desk, text):
            name = one.speaker or ""
            known = called.get((text.id, name))
            name = known.name if known else name
            forms.setdefault(plain(name), Counter())[name] += 1
            said.setdefault(plain(name), {}).setdefault(text.id, []).append(one)
    return forms, said


def given(desk: Desk, text: Text) -> Iterator[Attribution]:
    """Give what a text gives as the words of somebody whom it names."""
    for one in desk.index.tellings[text.id].attributions:
        named = (
            one.speaker and SPEAKER.fullmatch(one.speaker) and one.speaker.lower() not in PRONOUNS
        )
        if named and one.cue_at is not None and one.kind != "scare":
            yield one


def adds(desk: Desk, one: Attribution) -> str | None:
    """Tell what the verb of a saying adds, if it adds anything."""
    verb = desk.index.words(one.cue_at).lower() if one.cue_at else ""
    return verbs().get(" ".join(verb.split()))


def worth(desk: Desk, said: Said) -> bool:
    """Tell whether the verbs of a speaker are worth a row."""
    kinds = {text: {adds(desk, one) for one in given} - {None} for text, given in said.items()}
    if any(found - {"true"} for found in kinds.values()):
        return True
    return any(kinds.values()) and not all(kinds.values())


def weight(desk: Desk, said: Said) -> tuple[int, int]:
    """Put first whom most texts let speak, then by how many verbs that add something."""
    added = sum(adds(desk, one) is not None for given in said.values() for one in given)
    return -len(said), -added


def cell(desk: Desk, given: list[Attribution]) -> SayingCell:
    """Show one text's verbs for a speaker, each at its first place."""
    first: dict[str, Link] = {}
    for one in given:
        kind = adds(desk, one)
        if kind and one.cue_at:
            verb = desk.index.words(one.cue_at)
            how = desk.phrases.text(ADDS[kind])
            link = Link(words=f"“{verb}” ({how})", href=desk.to_sentence(one.cue_at))
            first.setdefault(verb.lower(), link)
    return SayingCell(verbs=tuple(first.values()), speaks=bool(given))
