"""Five tellings of an invented strike in an invented harbour, and what each alone holds."""

import hashlib
import re
from collections.abc import Iterator

from tellings.analysis.dates import bases
from tellings.model.document import Document, Sentence
from tellings.model.findings import (
    Attribution,
    DatedExpression,
    Quantity,
    Telling,
)
from tellings.model.phrase import phrase
from tellings.model.source import Block, Evidence, Part, Refusal, Removal, Repair, Source
from tellings.model.span import Passage, Span

__all__ = ["OUTLETS", "TEXTS", "WIRE", "passage", "telling", "text_of"]

WIRE = (
    "About 300 dockers walked out at Saltmere harbour on Tuesday, the harbour board said.",
    "“We will not move until the night watch is back,” union secretary Mara Lind told Coastwire.",
    "Ferries are cancelled until Friday.",
)
TEXTS: dict[str, tuple[tuple[Part, str], ...]] = {
    "courier": (
        ("title", "Dockers walk out at Saltmere"),
        ("body", " ".join(WIRE[:2])),
        ("body", WIRE[2]),
    ),
    "isles": (
        ("title", "Harbour strike begins"),
        ("body", " ".join(WIRE[:2])),
        ("body", WIRE[2]),
    ),
    "ledger": (
        ("title", "Night watch cut brings Saltmere to a halt"),
        ("standfirst", "The strike at the harbour enters its first day."),
        ("body", "Some 450 dockers stopped work at Saltmere harbour on Tuesday morning."),
        ("body", "“We will not move,” said Mara Lind. The board cut the night watch in November."),
        ("subhead", "No ferries"),
        ("body", "Ferries are cancelled until further notice. A baker sold out by noon."),
        (
            "body",
            "The pilots may join on Thursday. Two cranes stand still. The fish market closed.",
        ),
    ),
    "quai": (
        ("title", "Grève au port de Saltmere"),
        ("body", "Les dockers ont cessé le travail mardi. Le port est fermé."),
    ),
    "standard": (
        ("title", "Militants strangle the islands"),
        ("body", "Reckless dockers walked out on Tuesday, the board claimed."),
        ("body", "This sentence is nobody’s business. Nor is this one, and it stays hidden."),
        ("body", "The board deserves praise for its calm."),
    ),
}
OUTLETS = {
    "courier": "Evening Courier",
    "isles": "Isles Today",
    "ledger": "The Ledger",
    "quai": "Le Quai",
    "standard": "The Standard",
}


def passage(source: str, words: str) -> Passage:
    """Find words in a source's text."""
    start = text_of(source).index(words)
    return Passage(source, start, start + len(words))


def text_of(source: str) -> str:
    return "\n\n".join(words for _, words in TEXTS[source])


def telling(id_: str) -> Telling:
    text = text_of(id_)
    blocks: list[Block] = []
    start = 0
    for line, (part, words) in enumerate(TEXTS[id_], start=8):
        blocks.append(Block(span=Span(start, start + len(words)), part=part, line=line))
        start += len(words) + 2
    source = Source(
        id=id_,
        path=f"content/events/saltmere-strike/sources/{id_}.md",
        text=text,
        blocks=tuple(blocks),
        outlet=OUTLETS[id_],
        title=TEXTS[id_][0][1],
        agencies=("Coastwire",) if id_ in ("courier", "isles") else (),
        published="2026-03-03" if id_ != "quai" else None,
        lang="fr" if id_ == "quai" else None,
        url="https://paper.example/strike?a=1&b=2" if id_ == "ledger" else None,
        rights="excerpt" if id_ == "standard" else "full",
        robots="noindex" if id_ == "standard" else None,
        evidence=(Evidence(field="outlet", words=f"© {OUTLETS[id_]}", line=14),),
        refused=(
            Refusal(
                field="published", value="2026-03-05", line=2, because="the day the copy was made"
            ),
        ),
        removed=(Removal(kind="reader-comments", lines=(30, 40), count=5),),
        repairs=(Repair(kind="glued-prefix", line=1),),
        raw=f"{id_}.txt",
        raw_sha256="ab" * 32,
    )
    return Telling(
        document=Document(source=source, sentences=tuple(sentences(source))),
        attributions=attributions(id_),
        dates=dates(id_),
        quantities=quantities(id_),
    )


def sentences(source: Source) -> Iterator[Sentence]:
    for paragraph, block in enumerate(source.blocks):
        words = block.span.of(source.text)
        for found in re.finditer(r"\S.*?(?:[.!?][”]?(?=\s|$)|$)", words):
            span = Span(block.span.start + found.start(), block.span.start + found.end())
            digits = hashlib.sha256(found[0].encode()).hexdigest()[:6]
            yield Sentence(
                id=f"s-{digits}", source=source.id, span=span, part=block.part, paragraph=paragraph
            )


def attributions(id_: str) -> tuple[Attribution, ...]:
    if id_ in ("courier", "isles"):
        return (
            Attribution(
                content=passage(id_, "About 300 dockers walked out at Saltmere harbour on Tuesday"),
                kind="indirect",
                speaker="the harbour board",
            ),
            Attribution(
                content=passage(id_, "“We will not move until the night watch is back,”"),
                kind="direct",
                speaker="Mara Lind",
                speaker_at=passage(id_, "Mara Lind"),
                cue_at=passage(id_, "told"),
            ),
        )
    if id_ == "ledger":
        quote = passage(id_, "“We will not move,”")
        return (Attribution(content=quote, kind="direct", speaker="Mara Lind"),)
    if id_ == "standard":
        given = passage(id_, "Reckless dockers walked out on Tuesday")
        return (Attribution(content=given, kind="indirect", speaker=None, cue_at=None),)
    return ()


def dates(id_: str) -> tuple[DatedExpression, ...]:
    if id_ == "quai":
        return ()
    found = [
        DatedExpression(
            passage=passage(id_, "on Tuesday"),
            date="2026-03-03",
            precision="day",
            basis=phrase("weekday of the article’s day"),
        )
    ]
    if id_ == "ledger":
        november = passage(id_, "in November")
        found.append(
            DatedExpression(
                passage=november,
                date="2025-11",
                precision="month",
                basis=bases.counted_from_day(4, "month", -1),
                background=True,
            )
        )
    return tuple(found)


def quantities(id_: str) -> tuple[Quantity, ...]:
    found = {"courier": ("About 300", 300.0), "ledger": ("Some 450", 450.0)}
    if id_ not in found:
        return ()
    words, value = found[id_]
    place = passage(id_, words)
    return (Quantity(passage=place, value=value, counts="dockers", bound="about"),)
