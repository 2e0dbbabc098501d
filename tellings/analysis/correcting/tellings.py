"""Speakers, contents and dates as the editor has them."""

from collections.abc import Iterable
from dataclasses import replace

from tellings.analysis.correcting.entries import meant, of_kind, of_source
from tellings.model.corrections import Correction, FixContent, SetDate, SetSpeaker
from tellings.model.findings import Attribution, DatedExpression, Precision, Telling
from tellings.model.phrase import phrase

__all__ = ["correct"]

PRECISION: dict[int, Precision] = {1: "year", 2: "month", 3: "day"}
"""By the number of a date's parts."""

BASIS = phrase("set by the editor")


def correct(telling: Telling, corrections: Iterable[Correction]) -> Telling:
    """Give what was read in a text with the editor's contents, speakers and dates."""
    entries = tuple(of_source((one for one in corrections if one.at), telling.id))
    given, dates = telling.attributions, telling.dates
    for content in of_kind(entries, FixContent):
        given = _content(given, content)
    for speaker in of_kind(entries, SetSpeaker):
        given = _speaker(given, speaker)
    for date in of_kind(entries, SetDate):
        dates = _date(dates, date)
    return replace(telling, attributions=given, dates=dates) if entries else telling


def _content(given: tuple[Attribution, ...], entry: FixContent) -> tuple[Attribution, ...]:
    """Set where given words begin and end; a kind makes an attribution where none was found."""
    place = entry.at[0]
    wrong = meant(place.span, given, lambda one: one.content.span)
    if not wrong and entry.kind is None:
        return given
    found = wrong[0] if wrong else Attribution(content=place, kind=entry.kind or "indirect")
    mended = replace(found, content=place, kind=entry.kind or found.kind, edit=entry.edit)
    return _sorted(mended, [one for one in given if one not in wrong])


def _sorted(one: Attribution, others: list[Attribution]) -> tuple[Attribution, ...]:
    return tuple(sorted([one, *others], key=lambda a: (a.content, a.kind, a.speaker or "")))


def _speaker(given: tuple[Attribution, ...], entry: SetSpeaker) -> tuple[Attribution, ...]:
    """Set or clear who speaks; marks that had been read as no speech are speech with a speaker."""
    aimed = meant(entry.at[0].span, given, lambda one: one.content.span)
    return tuple(
        replace(
            one,
            speaker=entry.speaker,
            speaker_at=one.speaker_at if one.speaker == entry.speaker else None,
            kind="partial" if entry.speaker and one.kind == "scare" else one.kind,
            edit=entry.edit,
        )
        if one in aimed
        else one
        for one in given
    )


def _date(dates: tuple[DatedExpression, ...], entry: SetDate) -> tuple[DatedExpression, ...]:
    """Set what words for time mean, or that they mean no day."""
    place = entry.at[0]
    aimed = meant(place.span, dates, lambda one: one.passage.span)
    others = tuple(one for one in dates if one not in aimed)
    if entry.date is None:
        return others
    found = aimed[0] if aimed else None
    mended = DatedExpression(
        passage=found.passage if found else place,
        date=entry.date,
        precision=PRECISION[len(entry.date.split("-"))],
        time=found.time if found else None,
        zone=found.zone if found else None,
        basis=BASIS,
        background=_background(entry, found),
        edit=entry.edit,
    )
    return tuple(sorted((mended, *others), key=lambda one: one.passage))


def _background(entry: SetDate, found: DatedExpression | None) -> bool:
    if entry.background is not None:
        return entry.background
    return found.background if found else False
