"""Which files are one text, and what was handed down."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from tellings.analysis.lineage.credits import agency, credited, origins
from tellings.analysis.wording import Word, five_grams, tokens
from tellings.model.document import Sentence
from tellings.model.findings import Derivation, Lineage, Telling

__all__ = ["trace"]

Kind = Literal["identical", "near"]

WHOLE = 0.7
"""Two files are one text when they share this much of the longer one's runs of five words."""

REPRINT = 0.9
"""… or this much of the shorter one's: a shortened reprint."""

ENOUGH = 12
"""How many runs of five words a file must have to be called the copy of another."""

RUN = 6
"""How many words in a row show that one sentence comes from another, with `SHARE` …"""

SHARE = 0.5
"""… of the shorter sentence in runs of three words or more."""

LONG_RUN = 8
"""… or how many in a row show it alone."""

SAME = 0.95
"""From this share of the longer sentence on, two sentences are identical."""


def trace(tellings: tuple[Telling, ...]) -> Lineage:
    """Trace copies, handed-down sentences and the origins behind them."""
    texts = grouped(tellings)
    return Lineage(
        texts=texts,
        origins=origins(tellings),
        derived=tuple(sorted(derivations(tellings, texts), key=lambda d: (d.passage, d.origin))),
    )


def grouped(tellings: tuple[Telling, ...]) -> tuple[tuple[str, ...], ...]:
    """Group the files that are one text; the first of a group speaks for it."""
    grams = {telling.id: five_grams(telling.text) for telling in tellings}
    order = sorted(tellings, key=fullest_first)
    groups: list[list[str]] = []
    for telling in order:
        own = grams[telling.id]
        home = next((group for group in groups if one_text(own, grams[group[0]])), None)
        if home is None:
            groups.append([telling.id])
        else:
            home.append(telling.id)
    return tuple(sorted(tuple(group) for group in groups))


def fullest_first(telling: Telling) -> tuple[int, str, str]:
    """Order texts by length in words, then by date and id."""
    source = telling.document.source
    return (-len(tokens(telling.text)), source.published or "9999", source.id)


def one_text(one: frozenset[tuple[Word, ...]], other: frozenset[tuple[Word, ...]]) -> bool:
    """Tell whether two files hold the same text (containment: Broder 1997)."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < ENOUGH:
        return shorter > 0 and one == other
    shared = len(one & other)
    return shared >= WHOLE * longer or shared >= REPRINT * shorter


def derivations(
    tellings: tuple[Telling, ...], texts: tuple[tuple[str, ...], ...]
) -> Iterator[Derivation]:
    """Find the sentences that one text has from another; a group's first text stands for it."""
    first_of = {group[0] for group in texts}
    told = [
        (telling, sentence)
        for telling in sorted(tellings, key=lambda telling: telling.id)
        if telling.id in first_of
        for sentence in telling.document.sentences
    ]
    leans = {id_: leaned_on(telling) for id_, telling in {t.id: t for t, _ in told}.items()}
    runs = [tuple(t.lower() for t in tokens(t_.document.words(s))) for t_, s in told]
    for one, other in sharing(told, runs):
        kind = handed_down(runs[one], runs[other])
        if kind is None:
            continue
        (left, first), (right, second) = told[one], told[other]
        down, up = (outlet_of(a) in leans[b.id] for a, b in ((left, right), (right, left)))
        if up:
            first, second = second, first
        yield Derivation(
            passage=second.passage,
            origin=first.passage,
            kind=kind,
            direction="known" if down or up else "unknown",
        )


def sharing(
    told: list[tuple[Telling, Sentence]], runs: list[tuple[Word, ...]]
) -> list[tuple[int, int]]:
    """Give the pairs of sentences of different texts that share five words in a row."""
    holders: dict[tuple[Word, ...], list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for at, run in enumerate(runs):
        for gram in {run[k : k + 5] for k in range(len(run) - 4)} or {run}:
            for before in holders[gram]:
                if told[before][0].id != told[at][0].id:
                    pairs.add((before, at))
            holders[gram].append(at)
    return sorted(pairs)


def handed_down(one: tuple[Word, ...], other: tuple[Word, ...]) -> Kind | None:
    """Tell how closely one sentence follows another, if it does (blocks: Ratcliff, Obershelp)."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    longest = max(block.size for block in blocks)
    shorter, longer = sorted((len(one), len(other)))
    shared = sum(block.size for block in blocks if block.size >= 3)
    if shorter >= 3 and shared >= SAME * longer:
        return "identical"
    if longest >= LONG_RUN or (longest >= RUN and shared >= SHARE * shorter):
        return "near"
    return None


def leaned_on(telling: Telling) -> frozenset[str]:
    """Name the agencies that a text credits, as filed or in its own words."""
    filed = {agency(name) for name in telling.document.source.agencies}
    return frozenset(filed | set(credited(telling)))


def outlet_of(telling: Telling) -> str | None:
    """Name a text's outlet as an agency is named."""
    outlet = telling.document.source.outlet
    return agency(outlet) if outlet else None
