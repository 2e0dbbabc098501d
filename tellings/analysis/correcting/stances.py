"""Stances and terms set by the editor."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tellings.analysis.correcting.entries import of_kind, touches
from tellings.analysis.framing import voice_of
from tellings.model.corrections import Correction, SetStance, SetTerm
from tellings.model.findings import Frame, Stance, StanceEvidence, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Passage

__all__ = ["correct_frames", "correct_stances"]

REASON = phrase("set by the editor")
CLEARED = phrase("cleared by the editor")


def correct_frames(
    frames: tuple[Frame, ...],
    tellings: Mapping[str, Telling],
    corrections: Iterable[Correction],
) -> tuple[Frame, ...]:
    """Give the terms with those that the editor adds; what was found in their place goes."""
    for entry in of_kind(corrections, SetTerm):
        place = entry.at[0]
        telling = tellings[place.source]
        made = Frame(
            target=entry.target,
            term=" ".join(place.of(telling.text).split()),
            voice=voice_of(telling, place.span),
            passage=place,
            edit=entry.edit,
        )
        others = (frame for frame in frames if not touches(frame.passage, place))
        frames = tuple(sorted((made, *others), key=lambda frame: (frame.passage, frame.target)))
    return frames


def correct_stances(
    stances: tuple[Stance, ...],
    tellings: Mapping[str, Telling],
    corrections: Iterable[Correction],
) -> tuple[Stance, ...]:
    """Give the stances with those that the editor sets and clears."""
    for entry in of_kind(corrections, SetStance):
        stances = tuple(
            _set(one, entry, tellings)
            if (one.source, one.target, one.voice) == (entry.source, entry.target, entry.voice)
            else one
            for one in stances
        )
    return stances


def _set(found: Stance, entry: SetStance, tellings: Mapping[str, Telling]) -> Stance:
    """Give a stance with the editor's value; without words of the editor's its evidence stays."""
    return replace(
        found,
        value=entry.value,
        confidence="high",
        reason=entry.edit.because or (CLEARED if entry.value is None else REASON),
        evidence=tuple(_evidence(place, tellings) for place in entry.at)
        or (() if entry.value is None else found.evidence),
        edit=entry.edit,
    )


def _evidence(place: Passage, tellings: Mapping[str, Telling]) -> StanceEvidence:
    sentence = tellings[place.source].document.sentence_at(place.start)
    return StanceEvidence(
        passage=sentence.passage if sentence else place, words=(place,), reason=REASON
    )
