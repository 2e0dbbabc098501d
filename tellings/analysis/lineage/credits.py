"""Which news agencies stand behind a text, and where it says so."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tellings.data import words
from tellings.model.findings import Derivation, Origin, Telling
from tellings.model.source import Evidence
from tellings.model.span import Passage, Span

__all__ = ["agency", "credited", "named_agencies", "origins", "whole"]

CITING = re.compile(
    r"\b(?:quoted|cited|obtained)\s+by\b|\baccording\s+to\b"
    r"|\b(?:reported|reports|said|says|quoted|cited|wrote)$|\bagency$|^an?\s",
    re.IGNORECASE,
)
"""Words that cite one report of an agency; “told AFP” and a credit line say whose copy it is."""

TOLD = re.compile(r"\b(?:told|tells|spoke\s+to|speaking\s+to)\b", re.IGNORECASE)
"""Words that say whose a paragraph is, and not that the whole text is."""


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
    """Give the printed name of an agency, also of its site, or the name as it is."""
    site = name.lower().removeprefix("www.").partition(".")[0] if "." in name else name
    return forms().get(name) or sites().get(site, name)


def named_agencies() -> frozenset[str]:
    """Give the names of agencies, as pages print them."""
    return frozenset(forms().values())


@cache
def sites() -> dict[str, str]:
    """Map the forms of an agency's name in small letters, as in an address, to that name."""
    return {form.lower().replace(" ", ""): name for form, name in forms().items()}


def credited(telling: Telling) -> dict[str, tuple[Passage, ...]]:
    """Give the agencies that a text's own words credit, with those words."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for match in credit().finditer(telling.text):
        form = next(form for form in match.groups() if form)
        span = Span(match.start(), match.end())
        found[forms()[form]].append(span.within(telling.id))
    return {name: tuple(passages) for name, passages in sorted(found.items())}


def origins(
    tellings: tuple[Telling, ...],
    credits_: Mapping[str, Mapping[str, tuple[Passage, ...]]],
    derived: tuple[Derivation, ...],
) -> tuple[Origin, ...]:
    """Name the agencies behind the texts, in order of name; `credits_` is what each credits."""
    naming: dict[str, set[str]] = defaultdict(set)
    leaning: dict[str, set[str]] = defaultdict(set)
    evidence: dict[str, list[Passage]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.id):
        filed = {agency(name) for name in telling.document.source.agencies}
        for name in sorted(filed | set(credits_[telling.id])):
            naming[name].add(telling.id)
            passages = credits_[telling.id].get(name, ())
            evidence[name].extend(passages)
            if leans(telling, name, passages):
                leaning[name].add(telling.id)
    return tuple(
        Origin(
            name=name,
            kind="agency",
            sources=tuple(sorted(behind := with_takers(leaning[name], naming[name], derived))),
            cited_by=tuple(sorted(naming[name] - behind)),
            evidence=tuple(evidence[name]),
        )
        for name in sorted(naming)
    )


def leans(telling: Telling, name: str, passages: tuple[Passage, ...]) -> bool:
    """Tell whether a text is an agency's own or credits it, more than citing a report of it."""
    source = telling.document.source
    words = [one.words for one in source.evidence if one.field == "agencies" and named(name, one)]
    words += [passage.of(telling.text) for passage in passages]
    own = source.outlet is not None and agency(source.outlet) == name
    return own or not words or not all(CITING.search(one) for one in words)


def whole(telling: Telling, passages: Mapping[str, tuple[Passage, ...]]) -> frozenset[str]:
    """Name the agencies whose copy a whole text is: its outlet, or one that a credit line names."""
    source = telling.document.source
    found = {agency(source.outlet)} & named_agencies() if source.outlet else set[str]()
    for name in {agency(each) for each in source.agencies} | set(passages):
        words = [
            one.words for one in source.evidence if one.field == "agencies" and named(name, one)
        ]
        words += [passage.of(telling.text) for passage in passages.get(name, ())]
        if not words or any(not (CITING.search(one) or TOLD.search(one)) for one in words):
            found.add(name)
    return frozenset(found)


def named(name: str, evidence: Evidence) -> bool:
    """Tell whether words that a value was read from name an agency."""
    printed = (form for form, agency_ in forms().items() if agency_ == name)
    return any(re.search(rf"\b{re.escape(form)}\b", evidence.words) for form in printed)


def with_takers(
    behind: set[str], naming: set[str], derived: tuple[Derivation, ...]
) -> frozenset[str]:
    """Add the texts that cite an agency and have sentences in common with one that credits it."""
    taken = {frozenset((one.passage.source, one.origin.source)) for one in derived}
    shared = {
        one for one in naming if any(frozenset((one, other)) in taken for other in behind - {one})
    }
    return frozenset(behind | shared)
