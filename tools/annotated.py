"""Annotated events: their sentences as tellings, the signals of their pairs, and what is true.

An annotated event is a folder with `gold/sources.json`, `sentences.json`, `alignment.json` and
`lineage.json`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tellings.analysis import similarity
from tellings.analysis.claims import chances
from tellings.analysis.similarity import Likeness, Link
from tellings.analysis.study import tell
from tellings.analysis.toolkit import DEFAULT
from tellings.data import words
from tellings.model.document import Document, Sentence
from tellings.model.findings import Telling
from tellings.model.source import Block, Part, Source
from tellings.model.span import Span

__all__ = ["Annotated", "Floats", "Pair", "read"]

Floats = NDArray[np.float64]
Pair = tuple[str, str]

PARTS: dict[str, Part] = {"title": "title", "standfirst": "standfirst", "subhead": "subhead"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An annotated event with the signals of its pairs."""

    name: str
    tellings: tuple[Telling, ...]
    likeness: Likeness
    ids: dict[tuple[str, int], str]
    """The annotators' id of each sentence, by source and start."""

    texts: dict[str, str]
    """Which text each source carries: copies carry one."""

    names: tuple[str, ...]
    """What the columns of `signals` are."""

    signals: Floats
    told: NDArray[np.bool_]
    """Whether each pair tells one thing, as annotated."""

    positive: frozenset[Pair]
    tempting: frozenset[Pair]
    """Pairs that are annotated as alike and yet telling different things."""

    titles: frozenset[str]
    """The titles, where the annotation leaves titles open; else none."""


def loaded(folder: Path, name: str) -> Any:
    """Read one file of an annotation."""
    return json.loads((folder / "gold" / f"{name}.json").read_text("utf-8"))


def source_of(entry: dict[str, Any], own: list[dict[str, Any]]) -> tuple[Source, Document]:
    """Make a source of the annotators' sentences: titles first, one block for each line."""
    groups: dict[tuple[bool, int, str], list[dict[str, Any]]] = {}
    for each in own:
        if each["text"]:
            key = each["role"] != "title", int(each["line"]), str(each["role"])
            groups.setdefault(key, []).append(each)
    text, blocks, sentences = "", [], []
    for number, ((_, _, role), group) in enumerate(sorted(groups.items(), key=lambda g: g[0][:2])):
        text += "\n\n" if text else ""
        begin, part = len(text), PARTS.get(role, "body")
        for each in group:
            text += " " if len(text) > begin else ""
            span = Span(len(text), len(text) + len(each["text"]))
            text += each["text"]
            place = Sentence(
                id=each["id"], source=entry["id"], span=span, part=part, paragraph=number
            )
            sentences.append(place)
        blocks.append(Block(span=Span(begin, len(text)), part=part, line=number + 1))
    source = Source(
        id=entry["id"],
        path=f"{entry['id']}.md",
        text=text,
        blocks=tuple(blocks),
        title=entry.get("title"),
        published=str(entry.get("date_in_file") or "")[:10] or None,
        outlet=entry["id"],
        lang=entry.get("language") or "en",
    )
    return source, Document(source=source, sentences=tuple(sentences))


def texts_of(folder: Path, sources: Sequence[str]) -> dict[str, str]:
    """Say which text each source carries; a shortened copy counts as its original."""
    found = {source: source for source in sources}
    for group in loaded(folder, "lineage")["families"]:
        if group.get("same_text") or group.get("copies"):
            found |= dict.fromkeys(group["sources"], group["id"])
    return found


def pairs_of(entries: list[dict[str, Any]]) -> frozenset[Pair]:
    """Read annotated pairs, each in order of its ids."""
    return frozenset((min(e["a"], e["b"]), max(e["a"], e["b"])) for e in entries)


def read(folder: Path) -> Annotated:
    """Read an annotated event and weigh up its pairs."""
    entries, every = loaded(folder, "sources"), loaded(folder, "sentences")
    made = [source_of(e, [s for s in every if s["source"] == e["id"]]) for e in entries]
    documents = {source.id: document for source, document in made}
    tools = replace(DEFAULT, sentences=lambda source: documents[source.id])
    tellings = tuple(tell(source, source.published, tools) for source, _ in made)
    likeness = similarity.compare(tellings)
    texts = texts_of(folder, [source.id for source, _ in made])
    ids = {(s.source, s.span.start): s.id for d in documents.values() for s in d.sentences}
    annotation = loaded(folder, "alignment")
    positive = pairs_of(annotation["positive"])
    hard = [entry for entry in annotation["hard_negative"] if not entry.get("also_claims")]
    titles = frozenset(str(each["id"]) for each in every if each["role"] == "title")
    links, names, signals = signals_of(tellings, likeness, texts)
    here = [ids[passage.source, passage.start] for passage in likeness.passages]
    ends = ((here[link.one], here[link.other]) for link in links)
    told = [(min(pair), max(pair)) in positive for pair in ends]
    return Annotated(
        name=folder.name,
        tellings=tellings,
        likeness=likeness,
        ids=ids,
        texts=texts,
        names=names,
        signals=signals,
        told=np.array(told, dtype=np.bool_),
        positive=positive,
        tempting=pairs_of(hard),
        titles=frozenset() if any(titles & set(pair) for pair in positive) else titles,
    )


def signals_of(
    tellings: tuple[Telling, ...], likeness: Likeness, texts: dict[str, str]
) -> tuple[list[Link], tuple[str, ...], Floats]:
    """Give the links whose signals are weighed, and these in the order of the file.

    Raises:
        SystemExit: when no sentences of different texts have anything in common.
    """
    known = tuple(words.load("alignment")["signals"])
    links: list[Link] = []
    names: tuple[str, ...] = ()
    rows: list[Floats] = []
    weighed = chances.compared(tellings, likeness, texts, set(), least=chances.FAINT)
    for some, columns, _ in weighed:
        new = (name for name in columns if name not in known)
        names = (*(name for name in known if name in columns), *new)
        links += some
        rows.append(np.column_stack([columns[name] for name in names]))
    if not rows:
        raise SystemExit("an event has no pair of sentences to learn from")
    return links, names, np.vstack(rows)
