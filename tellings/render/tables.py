"""The data files of an event, as comma-separated values."""

import csv
import io
import re
from collections.abc import Iterable

from tellings.render import wording
from tellings.render.index import Index

__all__ = ["coverage", "guarded", "stance", "terms"]

Cell = str | int | None
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula may begin with; the last four are the full-width signs of East Asian keyboards."""

PARTED = re.compile(r"([;\t])(?=[=+@\uff1d\uff0b\uff0d\uff20-])")
"""What begins a cell of its own where a semicolon or a tab parts them, and then a formula."""


def coverage(index: Index) -> bytes:
    """Write one row for each claim: how each text carries it, empty where it does not."""
    head = ("claim", "number", "section", "standing", "gist", "texts", *(t.id for t in index.texts))
    section_of = {id_: s.name for s in index.digest.sections for id_ in s.claims}
    rows: list[tuple[Cell, ...]] = []
    for claim in index.claims.values():
        voices: dict[str, str] = {}
        for mention in claim.mentions:
            text = index.every_text[mention.passage.source].id
            voices.setdefault(text, wording.VOICES[mention.voice])
        rows.append(
            (
                claim.id,
                index.numbers[claim.id],
                section_of.get(claim.id, ""),
                index.standings[claim.id],
                index.gist(claim),
                len(index.texts_of(claim)),
                *(voices.get(text.id, "") for text in index.texts),
            )
        )
    return written(head, rows)


def stance(index: Index) -> bytes:
    """Write one row for each stance; the value is empty where the target is not covered."""
    head = (
        "source",
        "target",
        "voice",
        "value",
        "in_words",
        "confidence",
        "reason",
        "set_by",
        "sentences",
    )
    rows: list[tuple[Cell, ...]] = []
    for one in index.digest.stances:
        sentences = (index.sentence(proof.passage) for proof in one.evidence)
        ids = dict.fromkeys(sentence.id for sentence in sentences if sentence)
        rows.append(
            (
                one.source,
                one.target,
                one.voice,
                one.value,
                wording.value(one.value),
                one.confidence,
                one.reason,
                one.set_by,
                " ".join(ids),
            )
        )
    return written(head, rows)


def terms(index: Index) -> bytes:
    """Write one row for each term in each place."""
    head = ("target", "term", "source", "voice", "words", "sentence")
    rows: list[tuple[Cell, ...]] = []
    for frame in index.digest.frames:
        sentence = index.sentence(frame.passage)
        rows.append(
            (
                frame.target,
                frame.term,
                frame.passage.source,
                wording.VOICES[frame.voice],
                index.words(frame.passage),
                sentence.id if sentence else "",
            )
        )
    return written(head, rows)


def written(head: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """Write a table, UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(guarded(cell) for cell in head)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def guarded(cell: Cell) -> Cell:
    """Give a cell that no spreadsheet takes for a formula."""
    if not isinstance(cell, str):
        return cell
    return PARTED.sub(r"\1'", f"'{cell}" if cell.startswith(FORMULAS) else cell)
