"""Which pronoun stands for whom, by the sentences that speak of one person alone."""

import re
from collections import Counter, defaultdict

from tellings.analysis.attributions.tokens import listed
from tellings.analysis.names.capitals import fold
from tellings.analysis.names.people import People, Person
from tellings.model.document import Document

__all__ = ["pronouns"]

PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
LEAST = 2
NEAR = 80
"""How many characters after a name a pronoun is likely to mean it."""

MOSTLY = 0.8
"""How many of the pronouns beside a name must be of one kind."""


def pronouns(document: Document, people: People) -> dict[str, str]:
    """Give “he” or “she” for each name beside which a text keeps to one of them."""
    votes = _votes(document, people)
    found: dict[str, str] = {}
    for person in people.everybody:
        count = votes.get(person.name)
        if person.gender is not None:
            continue
        if count is None:
            if given := _by_name(person):
                found[person.name] = given
            continue
        pronoun, most = max(count.items(), key=lambda pair: (pair[1], pair[0]))
        if most >= LEAST and most >= MOSTLY * count.total():
            found[person.name] = pronoun
        elif given := _by_name(person):
            found[person.name] = given
    return found


def _by_name(person: Person) -> str | None:
    """Give the pronoun of a given name that men or women alone bear."""
    first, *others = person.name.split()
    if not others:
        return None
    if fold(first) in listed("given_names", "male"):
        return "he"
    return "she" if fold(first) in listed("given_names", "female") else None


def _votes(document: Document, people: People) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    text = document.source.text
    mentions = sorted((m.start, p.name, p) for p in people.everybody for m in p.mentions)
    at = 0
    for sentence in document.sentences:
        here: list[tuple[int, Person]] = []
        while at < len(mentions) and mentions[at][0] < sentence.span.end:
            here.append((mentions[at][0], mentions[at][2]))
            at += 1
        if not here or len({person.name for _, person in here}) > 1:
            continue
        found = PRONOUN.search(text, sentence.span.start, sentence.span.end)
        # "She said Brandt had left her": the pronouns may go on meaning somebody else.
        if found and here[0][0] < found.start() < here[0][0] + NEAR:
            votes[here[0][1].name]["he" if found[1] else "she"] += 1
    return votes
