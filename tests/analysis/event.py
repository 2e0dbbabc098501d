"""One small invented event in several texts, for the tests of what compares texts."""

from tellings.analysis import claims, similarity
from tellings.analysis.lineage.tracing import trace
from tellings.analysis.study import tell
from tellings.model.findings import Claim, Lineage, Telling
from tests.making import source

__all__ = ["COURIER", "GAZETTE", "LEDGER", "drawn", "told", "words"]

LEDGER = """\
Dock workers in Norrin walked off the job on Monday after talks about night pay broke down.

The port authority closed both container terminals and sent 24 ships to anchor in the bay.

“We will not load another crate until the night rate is paid,” said union leader Mara Lind.

Mayor Otto Brandt said the city would lose $60 million for every week of the strike.

A court is to hear the port's complaint on Friday.

Fishing boats from the old harbour were not affected by the dispute."""

GAZETTE = """\
The dock workers of Norrin went on strike on Monday when talks about night pay failed.

Both container terminals were closed by the port authority, and 24 ships lay at anchor in the bay.

The port has lodged a complaint that a court will hear on Friday, lawyers said.

Every week of the strike will cost the city $60 million, according to Mayor Otto Brandt.

The cathedral choir sang for the strikers in the evening rain."""

COURIER = """\
A strike over night pay shut the port of Norrin on Monday, leaving 31 ships at anchor in the bay.

Union leader Mara Lind said no crate would be loaded until the night rate is paid.

Tourists watched the idle cranes from the lighthouse cafe."""


def told(**texts: str) -> tuple[Telling, ...]:
    """Make the tellings of an event, in order of id."""
    return tuple(tell(source(texts[id_], id=id_), "2026-03-04") for id_ in sorted(texts))


def drawn(tellings: tuple[Telling, ...]) -> tuple[tuple[Claim, ...], Lineage]:
    """Draw an event's claims."""
    lineage = trace(tellings)
    return claims.draw(tellings, similarity.compare(tellings), lineage), lineage


def words(tellings: tuple[Telling, ...], claim: Claim) -> dict[str, str]:
    """Give a claim's mentions as words, by source."""
    texts = {telling.id: telling.text for telling in tellings}
    return {m.passage.source: m.passage.of(texts[m.passage.source]) for m in claim.mentions}
