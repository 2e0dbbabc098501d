"""Which news agencies stand behind a text, and where it says so."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tellings.data import words
from tellings.model.findings import Origin, Telling
from tellings.model.span import Passage, Span

__all__ = ["agency", "credited", "origins"]


@cache
def forms() -> dict[str, str]:
    """Map every printed form of an agency to the name that pages print."""
    table: dict[str, list[str]] = words.load("agencies")["agencies"]
    return {form: name for name, printed in table.items() for form in printed}


@cache
def credit() -> re.Pattern[str]:
    """Build the pattern of the phrases in which a text credits an agency."""
    one = "|".join(re.escape(form) for form in sorted(forms(), key=lambda form: (-len(form), form)))
    lead = r"told|tells|with|via|spoke\s+to|speaking\s+to|quoted\s+by|cited\s+by|according\s+to"
    verb = r"reported|reports|said|says|quoted|cited|wrote"
    return re.compile(
        rf"\b(?i:{lead})\s+(?:the\s+)?(?:(?:news\s+)?agency\s+)?(?P<told>{one})\b"
        rf"|\b(?P<source>{one})(?:\s+news\s+agency)?\s+(?:{verb})\b"
        rf"|[(\[]\s*(?P<bracket>{one})\s*[)\]]"
        rf"|\band\s+(?P<second>{one})\s*$"
        rf"|^(?P<alone>{one})$",
        re.MULTILINE,
    )


def agency(name: str) -> str:
    """Give the printed name of an agency, or the name as it is."""
    return forms().get(name, name)


def credited(telling: Telling) -> dict[str, tuple[Passage, ...]]:
    """Give the agencies that a text's own words credit, with those words."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for match in credit().finditer(telling.text):
        form = next(form for form in match.groups() if form)
        span = Span(match.start(), match.end())
        found[forms()[form]].append(span.within(telling.id))
    return {name: tuple(passages) for name, passages in sorted(found.items())}


def origins(
    tellings: tuple[Telling, ...], credits_: Mapping[str, Mapping[str, tuple[Passage, ...]]]
) -> tuple[Origin, ...]:
    """Name the agencies behind the texts, in order of name; `credits_` is what each credits."""
    sources: dict[str, set[str]] = defaultdict(set)
    evidence: dict[str, list[Passage]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.id):
        for name in telling.document.source.agencies:
            sources[agency(name)].add(telling.id)
        for name, passages in credits_[telling.id].items():
            sources[name].add(telling.id)
            evidence[name].extend(passages)
    return tuple(
        Origin(
            name=name,
            kind="agency",
            sources=tuple(sorted(sources[name])),
            evidence=tuple(evidence[name]),
        )
        for name in sorted(sources)
    )
