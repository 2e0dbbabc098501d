"""Who holds an office: by a title before the name, or by what the text says beside it."""

import re
from collections.abc import Sequence

from tellings.analysis.attributions.grammar import DETERMINERS
from tellings.analysis.attributions.tokens import Placed
from tellings.analysis.names.capitals import bag, fold, in_list
from tellings.analysis.names.people import People, Person
from tellings.model.document import Document
from tellings.model.span import Span

__all__ = ["bears", "described", "holder", "in_office", "rivals"]

APPOSED = re.compile(r",? (?:who \w+ )?(?:an?|the|his|her|its) ([^,;.]{3,60})")
LESSER = bag("vice deputy assistant former ex acting late elect")
"""Before a role: whoever is that is not meant by the role alone."""

LINKING = DETERMINERS | {"of", "for", "and", ","}


def in_office(phrase: Sequence[Placed], people: People, *, above: bool = False) -> str | None:
    """Read “the Minister of the Interior”: of those named before, who alone is that.

    `above` tells that the phrase stands in a headline, where nobody is named before.
    """
    words = {fold(token.text) for token in phrase} - LINKING
    office = words - in_list("nationalities")
    if not office & in_list("roles") or len(office) < 2:
        return None
    fitting = [
        person.name
        for person in people.everybody
        if (above or person.mentions[0].start < phrase[0].start)
        and office <= person.roles
        and (words <= person.roles or not person.roles & in_list("nationalities"))
    ]
    return fitting[0] if len(fitting) == 1 else None


def bears(person: Person, role: str) -> bool:
    """Tell whether somebody is meant by a role alone: no vice president by “the president”."""
    return role in person.roles and not person.roles & LESSER


def rivals(people: People, person: Person, role: str, since: Span) -> bool:
    """Tell whether somebody else who bears a role is named in a stretch."""
    return any(bears(other, role) for other in people.within(since) if other is not person)


def holder(people: People, role: str, before: int) -> str | None:
    """Read “the president”: of those named before, who alone is that.

    Of several, the one of no other country: a text names its own without it.
    """
    fitting = [p for p in people.everybody if bears(p, role) and p.mentions[0].start < before]
    if len(fitting) > 1:
        fitting = [p for p in fitting if not p.roles & in_list("nationalities")]
    return fitting[0].name if len(fitting) == 1 else None


def described(
    document: Document, people: People, role: str, words: Sequence[Placed], before: int
) -> str | None:
    """Read “the Norrin governor”: of those who hold the role, who is described so."""
    text = document.source.text
    fitting = [
        person.name
        for person in people.everybody
        if role in person.roles
        and person.mentions[0].start < before
        and _fits(text, person.mentions[0], words)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _fits(text: str, mention: Span, words: Sequence[Placed]) -> bool:
    """Tell whether words stand in a name's title or in its apposition."""
    apposed = APPOSED.match(text, mention.end)
    around = f"{mention.of(text)} {apposed[1] if apposed else ''}"
    bare = {fold(word.strip(",.;:()“”")) for word in around.split()}
    return all(fold(word.text) in bare for word in words)
