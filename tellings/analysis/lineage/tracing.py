"""Which files are one text, and what was handed down."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from tellings.analysis.lineage.credits import agency, credited, named_agencies, origins
from tellings.analysis.lineage.runs import followed
from tellings.analysis.lineage.speakers import speakers
from tellings.analysis.wording import Word, five_grams, tokens
from tellings.model.findings import Derivation, Lineage, Telling

__all__ = ["trace"]

Words = tuple[Word, ...]

WHOLE = 0.7
"""Two files are one text when they share this much of the longer one's runs of five words."""

REPRINT = 0.9
"""… or this much of the shorter one's: a shortened reprint."""

ENOUGH = 12
"""How many runs of five words a file must have to be called the copy of another."""


def trace(tellings: tuple[Telling, ...]) -> Lineage:
    """Trace copies, handed-down sentences and the origins behind them."""
    texts = grouped(tellings)
    credits_ = {telling.id: credited(telling) for telling in tellings}
    leans = {telling.id: leaned_on(telling, credits_[telling.id]) for telling in tellings}
    derived = tuple(derivations(tellings, texts, leans))
    text_of = {id_: group[0] for group in texts for id_ in group}
    return Lineage(
        texts=texts,
        origins=(*origins(tellings, credits_, derived), *speakers(tellings, text_of)),
        derived=derived,
    )


def grouped(tellings: tuple[Telling, ...]) -> tuple[tuple[str, ...], ...]:
    """Group the files that are one text; the first of a group speaks for it."""
    grams = {telling.id: five_grams(telling.text) for telling in tellings}
    groups: list[list[str]] = []
    holders: dict[Words, list[int]] = defaultdict(list)
    for telling in sorted(tellings, key=fullest_first):
        own = grams[telling.id]
        met = Counter(chain.from_iterable(holders[gram] for gram in own if gram in holders))
        homes = (n for n in sorted(met) if one_text(len(own), len(grams[groups[n][0]]), met[n]))
        home = next(homes, None)
        if home is None:
            for gram in own:
                holders[gram].append(len(groups))
            groups.append([telling.id])
        else:
            groups[home].append(telling.id)
    return tuple(sorted(tuple(group) for group in groups))


def fullest_first(telling: Telling) -> tuple[int, str, str]:
    """Order texts by length in words, then by date and id."""
    source = telling.document.source
    return (-len(tokens(telling.text)), source.published or "9999", source.id)


def one_text(one: int, other: int, shared: int) -> bool:
    """Tell whether files of so many runs of words hold one text (containment: Broder 1997)."""
    shorter, longer = sorted((one, other))
    if shorter < ENOUGH:
        return shared == longer
    return shared >= WHOLE * longer or shared >= REPRINT * shorter


def derivations(
    tellings: tuple[Telling, ...],
    texts: tuple[tuple[str, ...], ...],
    leans: Mapping[str, frozenset[str]],
) -> Iterator[Derivation]:
    """Find the sentences that one text has from another, in order of passages, then of origins.

    A group's first text stands for it.
    `leans` names the agencies that each text credits.
    """
    first_of = {group[0] for group in texts}
    told = [
        (telling, sentence.passage)
        for telling in sorted(tellings, key=lambda telling: telling.id)
        if telling.id in first_of
        for sentence in telling.document.sentences
    ]
    known = handing(tellings, leans)
    sentences = [tuple(t.lower() for t in tokens(p.of(telling.text))) for telling, p in told]
    passages = [passage for _, passage in told]
    owners = [passage.source for passage in passages]
    found = []
    for one, other, kind in followed(owners, sentences):
        # Who hands down to one another, as two agencies may, is told in the order of their names.
        up = (owners[other], owners[one]) in known
        sure = up or (owners[one], owners[other]) in known
        found.append((one, other, kind, sure) if up else (other, one, kind, sure))
    for place, origin, kind, sure in sorted(found):
        yield Derivation(
            passage=passages[place],
            origin=passages[origin],
            kind=kind,
            direction="known" if sure else "unknown",
        )


def handing(
    tellings: tuple[Telling, ...], leans: Mapping[str, frozenset[str]]
) -> frozenset[tuple[str, str]]:
    """Give the texts of which the one hands down to the other: it is credited, or an agency's own.

    Agencies hand down to papers that are no earlier, not papers to agencies.
    """
    outlets = {telling.id: outlet_of(telling) for telling in tellings}
    wires = {id_ for id_, outlet in outlets.items() if outlet in named_agencies()}
    days = {one.id: (one.document.source.published or "")[:10] for one in tellings}
    return frozenset(
        (giver, taker)
        for giver, outlet in outlets.items()
        for taker in outlets
        if outlet in leans[taker]
        or (giver in wires and taker not in wires and "" < days[giver] <= days[taker])
    )


def leaned_on(telling: Telling, named: Iterable[str]) -> frozenset[str]:
    """Name the agencies that a text credits, as filed or, as `named`, in its own words."""
    return frozenset({agency(name) for name in telling.document.source.agencies} | set(named))


def outlet_of(telling: Telling) -> str | None:
    """Name a text's outlet as an agency is named."""
    outlet = telling.document.source.outlet
    return agency(outlet) if outlet else None
