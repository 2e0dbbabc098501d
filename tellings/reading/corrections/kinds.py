"""Every kind of entry of corrections.toml: its fields, and the correction that it makes."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from tellings.model.corrections import (
    Correction,
    CountSource,
    Edit,
    FixContent,
    InShort,
    JoinClaims,
    MergeNames,
    OneText,
    OrderClaim,
    PartNames,
    PlaceClaim,
    RejectMention,
    SetDate,
    SetDifference,
    SetGist,
    SetSpeaker,
    SetStance,
    SetTerm,
    SplitClaim,
)
from tellings.model.findings import AttributionKind, DifferenceKind, Relation, StanceVoice
from tellings.reading.corrections.passages import (
    PLACE,
    Desk,
    aim,
    other,
    passage,
    passages,
    source_of,
)
from tellings.reading.corrections.tables import Entry

__all__ = ["KINDS", "Kind"]

SPEECH: tuple[AttributionKind, ...] = get_args(AttributionKind)
VOICES: tuple[StanceVoice, ...] = get_args(StanceVoice)
DIFFERENCES: tuple[DifferenceKind, ...] = get_args(DifferenceKind)
RELATIONS: tuple[Relation, ...] = get_args(Relation)


def _edit(entry: Entry) -> Edit:
    return Edit(because=entry.text("because") or "", by=entry.text("by") or "")


def _join(entry: Entry, desk: Desk) -> Correction:
    return JoinClaims(line=entry.line, edit=_edit(entry), at=passages(entry, desk, 2))


def _split(entry: Entry, desk: Desk) -> Correction:
    at, of = passages(entry, desk, 1), other(entry, "of", desk)
    return SplitClaim(line=entry.line, edit=_edit(entry), at=at, of=of)


def _reject(entry: Entry, desk: Desk) -> Correction:
    at, of = (passage(entry, desk),), other(entry, "of", desk)
    return RejectMention(line=entry.line, edit=_edit(entry), at=at, of=of)


def _section(entry: Entry, desk: Desk) -> Correction:
    name, at = entry.needed("section"), (passage(entry, desk),)
    return PlaceClaim(line=entry.line, edit=_edit(entry), at=at, section=name)


def _order(entry: Entry, desk: Desk) -> Correction | None:
    before, after = other(entry, "before", desk), other(entry, "after", desk)
    first = entry.flag("first")
    if (before is not None) + (after is not None) + bool(first) != 1:
        entry.note("an order is one of first = true, before = {…} and after = {…}")
        return None
    return OrderClaim(
        line=entry.line,
        edit=_edit(entry),
        at=(passage(entry, desk),),
        where="first" if first else "before" if before else "after",
        other=before or after,
    )


def _gist(entry: Entry, desk: Desk) -> Correction:
    return SetGist(line=entry.line, edit=_edit(entry), at=(passage(entry, desk),))


def _content(entry: Entry, desk: Desk) -> Correction:
    kind = entry.choice("kind", SPEECH)
    at = (passage(entry, desk),)
    return FixContent(line=entry.line, edit=_edit(entry), at=at, kind=kind)


def _speaker(entry: Entry, desk: Desk) -> Correction | None:
    speaker = entry.text("speaker")
    if "speaker" not in entry.values:
        entry.note("“speaker” is missing in [[speaker]]", 'speaker = "" clears it')
        return None
    at = (passage(entry, desk),)
    return SetSpeaker(line=entry.line, edit=_edit(entry), at=at, speaker=speaker or None)


def _date(entry: Entry, desk: Desk) -> Correction | None:
    date, background = entry.text("date"), entry.flag("background")
    if "date" not in entry.values:
        entry.note("“date” is missing in [[date]]", 'date = "" says that the words are no date')
        return None
    if date and not is_date(date):
        entry.note(f"“{date}” is not a date", "2026, 2026-03 or 2026-03-04", field="date")
        return None
    at = (passage(entry, desk),)
    return SetDate(
        line=entry.line, edit=_edit(entry), at=at, date=date or None, background=background
    )


def is_date(date: str) -> bool:
    """Tell whether a year, a month or a day is in the calendar."""
    parts = date.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        return False
    try:
        dt.date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        return False
    return True


def _names(entry: Entry, desk: Desk) -> Correction | None:
    chosen = [name for name in ("same", "different") if name in entry.values]
    if len(chosen) != 1:
        entry.note("[[names]] has one of same = […] and different = […]")
        return None
    names = entry.texts(chosen[0], least=2)
    made = MergeNames if chosen[0] == "same" else PartNames
    if made is PartNames and len({name.casefold() for name in names}) < len(names):
        entry.note("names that differ only in capitals are not told apart", field=chosen[0])
    return made(line=entry.line, edit=_edit(entry), names=names)


def _difference(entry: Entry, desk: Desk) -> Correction | None:
    kind = entry.choice("kind", DIFFERENCES)
    relation = entry.choice("relation", RELATIONS)
    dismissed = bool(entry.flag("dismiss"))
    if not dismissed and kind is None and relation is None:
        entry.note("a difference has a kind, a relation, or dismiss = true")
        return None
    at = passages(entry, desk, 1 if dismissed else 2)
    return SetDifference(
        line=entry.line, edit=_edit(entry), at=at, kind=kind, relation=relation, dismissed=dismissed
    )


def _stance(entry: Entry, desk: Desk) -> Correction | None:
    source, target = entry.needed("source"), entry.needed("target")
    voice = entry.choice("voice", VOICES)
    value, clear = entry.number("value", -2, 2), entry.flag("clear")
    if voice is None and "voice" not in entry.values:
        entry.note("“voice” is missing in [[stance]]", 'voice = "own" or "quoted"')
    if ("value" in entry.values) == bool(clear):
        entry.note("a stance has a value from -2 to 2, or clear = true")
    if voice is None or entry.problems:
        return None
    source_of(entry, source, desk)
    aim(entry, target, desk)
    quoted = "words" in entry.values or "passages" in entry.values
    at = passages(entry, desk, 1) if quoted else ()
    if any(place.source != source for place in at):
        entry.note(f"a stance of {source} rests on words of {source}", field="passages")
    return SetStance(
        line=entry.line,
        edit=_edit(entry),
        at=at,
        source=source,
        target=target,
        voice=voice,
        value=value,
    )


def _term(entry: Entry, desk: Desk) -> Correction:
    target = entry.needed("target")
    at = (passage(entry, desk),)
    return SetTerm(line=entry.line, edit=_edit(entry), at=at, target=target)


def _text(entry: Entry, desk: Desk) -> Correction | None:
    sources, same = entry.texts("sources", least=2), entry.flag("same")
    if "same" not in entry.values:
        entry.note("“same” is missing in [[text]]", "same = true, or same = false")
    if same is None or entry.problems:
        return None
    for id_ in sources:
        source_of(entry, id_, desk)
    return OneText(line=entry.line, edit=_edit(entry), sources=sources, same=same)


def _summary(entry: Entry, desk: Desk) -> Correction | None:
    pin, drop = entry.flag("pin"), entry.flag("drop")
    if bool(pin) == bool(drop):
        entry.note("a sentence of “In short” has pin = true or drop = true")
        return None
    at = (passage(entry, desk),)
    return InShort(line=entry.line, edit=_edit(entry), at=at, pinned=bool(pin))


def _count(entry: Entry, desk: Desk) -> Correction | None:
    source, count = entry.needed("source"), entry.flag("count")
    if count is not False and not entry.problems:
        entry.note("[[source]] has count = false", "without the entry a source is counted")
    if entry.problems:
        return None
    source_of(entry, source, desk)
    return CountSource(line=entry.line, edit=_edit(entry), source=source)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry."""

    fields: tuple[str, ...]
    make: Callable[[Entry, Desk], Correction | None]


KINDS: Mapping[str, Kind] = {
    "join": Kind(("passages",), _join),
    "split": Kind((*PLACE, "passages", "of"), _split),
    "reject": Kind((*PLACE, "of"), _reject),
    "section": Kind((*PLACE, "section"), _section),
    "order": Kind((*PLACE, "first", "before", "after"), _order),
    "gist": Kind(PLACE, _gist),
    "content": Kind((*PLACE, "kind"), _content),
    "speaker": Kind((*PLACE, "speaker"), _speaker),
    "date": Kind((*PLACE, "date", "background"), _date),
    "names": Kind(("same", "different"), _names),
    "difference": Kind((*PLACE, "passages", "kind", "relation", "dismiss"), _difference),
    "stance": Kind((*PLACE, "passages", "target", "voice", "value", "clear"), _stance),
    "term": Kind((*PLACE, "target"), _term),
    "text": Kind(("sources", "same"), _text),
    "summary": Kind((*PLACE, "pin", "drop"), _summary),
    "source": Kind(("source", "count"), _count),
}
"""Every kind of entry, by the name of its table."""
