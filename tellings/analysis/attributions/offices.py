"""Who holds an office: by a title before the name, or by what the text says beside it."""

import re
from collections.abc import Sequence

from tellings.analysis.attributions.grammar import DETERMINERS
from tellings.analysis.attributions.tokens import Token
from tellings.analysis.names.capitals import fold, in_list
from tellings.analysis.names.people import People
from tellings.model.document import Document
from tellings.model.span import Span

__all__ = ["described", "in_office"]

APPOSED = re.compile(r",? (?:who \w+ )?(?:an?|the|his|her|its) ([^,;.]{3,60})")
LINKING = DETERMINERS | {"of", "for", "and", ","}


def in_office(phrase: Sequence[Token], people: People, *, above: bool = False) -> str | None:
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


def described(
    document: Document, people: People, role: str, words: Sequence[Token], before: int
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


def _fits(text: str, mention: Span, words: Sequence[Token]) -> bool:
    """Tell whether words stand in a name's title or in its apposition."""
    apposed = APPOSED.match(text, mention.end)
    around = f"{mention.of(text)} {apposed[1] if apposed else ''}"
    bare = {fold(word.strip(",.;:()“”")) for word in around.split()}
    return all(fold(word.text) in bare for word in words)
