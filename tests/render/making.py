"""A small digest made by hand: an invented strike in an invented harbour, told five times."""

from dataclasses import replace

from tellings.model.corrections import Corrected, Edit, MergeNames, SetDate, SetSpeaker
from tellings.model.digest import Digest
from tellings.model.event import Event, PlainPage, Target
from tellings.model.findings import (
    Cover,
    Lineage,
    Name,
    Omission,
    Quotation,
    Section,
    Telling,
    VoiceShare,
)
from tellings.model.phrase import listed, phrase
from tellings.model.source import Evidence, Refusal, Removal
from tellings.render.site import Site
from tests.render.findings import cover, differences, every_claim, frames, lineage, stances, summary
from tests.render.texts import TEXTS, passage, telling, text_of

__all__ = [
    "BASE",
    "INPUTS",
    "SITE",
    "TEXTS",
    "digest",
    "hostile",
    "passage",
    "plain_pages",
    "text_of",
    "tiny",
]

BASE = "https://digests.example/strike-site/"
INPUTS = "5e1f" * 16
SITE = Site(title="Harbour digests", description="What the papers say.", base_url=BASE)


def digest(**changes: object) -> Digest:
    """Make the whole digest, findings of every kind in it."""
    tellings = tuple(telling(id_) for id_ in sorted(TEXTS))
    claims = tuple(every_claim())
    whole = Digest(
        event=event(tellings),
        tellings=tellings,
        targets=(
            Target(id="union", name="Harbour Workers’ Union", aliases=("dockers",)),
            Target(id="board", name="Harbour board", set_by="tool"),
        ),
        names=(
            Name(
                id="n1",
                name="Mara Lind",
                kind="person",
                mentions=(passage("courier", "Mara Lind"), passage("ledger", "Mara Lind")),
            ),
        ),
        lineage=lineage(),
        claims=claims,
        differences=differences(claims),
        covers=tuple(
            Cover(
                claim=c.id,
                texts=cover(c),
                origins=("Coastwire", "The Ledger"),
                carriers=("Coastwire", "The Ledger"),
            )
            for c in claims
        ),
        sections=(
            Section(
                id="strike",
                name=phrase("What the texts tell"),
                claims=tuple(c.id for c in claims[:4]),
            ),
            Section(id="ferries", name="The ferries", claims=tuple(c.id for c in claims[4:])),
        ),
        omissions=(
            Omission(claim=claims[1].id, source="standard"),
            Omission(
                claim=claims[4].id,
                source="standard",
                near=telling("standard").document.sentences[1].passage,
            ),
        ),
        frames=frames(),
        stances=stances(),
        quotations=(
            Quotation(
                id="q1",
                printings=(
                    passage("courier", "“We will not move until the night watch is back,”"),
                    passage("isles", "“We will not move until the night watch is back,”"),
                    passage("ledger", "“We will not move,”"),
                ),
            ),
        ),
        voices=(
            VoiceShare(source="courier", speaker="Mara Lind", words=10, share=0.4167),
            VoiceShare(source="courier", speaker=None, words=14, share=0.5833),
            VoiceShare(source="ledger", speaker="Mara Lind", words=4, share=1.0),
        ),
        summary=summary(claims),
        corrections=corrections(),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def corrections() -> tuple[Corrected, ...]:
    """Make the log of three entries: a whole one, one that names no passage, a stale one."""
    said = Edit(because="She spoke for the union.", by="M. K.")
    told = passage("ledger", "“We will not move,”")
    return (
        Corrected(
            correction=SetSpeaker(line=2, edit=said, at=(told,), speaker="the union"),
            did=phrase("gave words to %(speaker)s", speaker="the union"),
        ),
        Corrected(
            correction=MergeNames(line=9, names=("Mara Lind", "Mara Lynd")),
            did=phrase("made one name of %(names)s", names=listed(("Mara Lind", "Mara Lynd"))),
        ),
        Corrected(
            correction=SetDate(line=14, at=(told,), date=None),
            did=phrase("dismissed a date"),
            problem=phrase("no date was found there"),
        ),
    )


def tiny() -> Digest:
    """Make a digest with one text and nothing found in it."""
    told = telling("ledger")
    bare = Telling(document=replace(told.document, sentences=()))
    return digest(
        event=Event(slug="tiny", path="content/events/tiny/event.md", title="A tiny event"),
        tellings=(bare,),
        targets=(),
        names=(),
        lineage=Lineage(texts=(("ledger",),)),
        claims=(),
        differences=(),
        covers=(),
        sections=(),
        omissions=(),
        frames=(),
        stances=(),
        quotations=(),
        voices=(),
        summary=(),
        corrections=(),
    )


def hostile(words: str) -> Digest:
    """Make the digest with hostile words wherever a file or an editor can put some."""
    whole = digest()
    tellings = tuple(poisoned(telling, words) for telling in whole.tellings)
    return replace(
        whole,
        event=replace(whole.event, title=words, place=words, note=f"{words}\n\n[x]({words})"),
        tellings=tellings,
        targets=tuple(replace(target, name=words) for target in whole.targets),
        sections=tuple(replace(section, name=words) for section in whole.sections),
        frames=tuple(replace(frame, term=words) for frame in whole.frames),
        stances=tuple(replace(stance, reason=words) for stance in whole.stances),
        summary=tuple(replace(line, text=words) for line in whole.summary),
        voices=tuple(replace(voice, speaker=words) for voice in whole.voices),
        corrections=tuple(
            replace(
                one,
                did=words,
                problem=words,
                correction=replace(one.correction, edit=Edit(because=words, by=words)),
            )
            for one in whole.corrections
        ),
        differences=tuple(
            replace(
                d, readings=tuple(replace(r, value=f"{words}{n}") for n, r in enumerate(d.readings))
            )
            for d in whole.differences
        ),
    )


def poisoned(telling: Telling, words: str) -> Telling:
    source = telling.document.source
    cut = min(len(source.text), len(words))
    source = replace(
        source,
        text=words[:cut] + source.text[cut:],
        outlet=words,
        title=words,
        url=words,
        authors=(words,),
        raw=words,
        robots=words,
        lang=words if not source.english else None,
        evidence=(Evidence(field="outlet", words=words, line=1),),
        refused=(Refusal(field="published", value=words, line=2, because=words),),
        removed=(Removal(kind=words, lines=(1, 2)),),
    )
    return replace(
        telling,
        document=replace(telling.document, source=source),
        attributions=tuple(replace(given, speaker=words) for given in telling.attributions),
        dates=tuple(replace(date, basis=words) for date in telling.dates),
    )


def plain_pages() -> tuple[PlainPage, ...]:
    """Make the plain pages of a site."""
    return (
        PlainPage(
            name="index",
            path="content/index.md",
            title="Many tellings",
            body="How we work: [method](method.md#facts), [who](about.md#people).",
        ),
        PlainPage(
            name="method",
            path="content/method.md",
            title="Our method",
            body="# Aim\n\nWe *compare*.",
        ),
        PlainPage(
            name="about",
            path="content/about.md",
            title="About",
            body="# People\n\n[An event](events/saltmere-strike/), [the web](https://example.org/).",
        ),
    )


def event(tellings: tuple[Telling, ...]) -> Event:
    return Event(
        slug="saltmere-strike",
        path="content/events/saltmere-strike/event.md",
        title="Strike at Saltmere harbour",
        on="2026-03-03",
        place="Saltmere",
        note="The board’s own statement is *not* among the files; [it is here](https://board.example/).",
        sources=tuple(one.document.source for one in tellings),
    )
