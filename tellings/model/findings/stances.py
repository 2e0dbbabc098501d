"""How texts speak of their targets, and whose words they carry."""

from dataclasses import dataclass
from typing import Literal

from tellings.model.corrections import Editable
from tellings.model.findings.tellings import Voice
from tellings.model.span import Passage

__all__ = [
    "Confidence",
    "Frame",
    "Stance",
    "StanceEvidence",
    "StanceVoice",
    "VoiceShare",
]

StanceVoice = Literal["own", "quoted"]
Confidence = Literal["low", "medium", "high"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Editable):
    """A term a text uses for a contested thing."""

    target: str
    term: str
    voice: Voice
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceEvidence:
    """A sentence behind a stance and the words in it that decided."""

    passage: Passage
    words: tuple[Passage, ...] = ()
    reason: str = ""
    """Why the sentence counts, in plain words: which of its words, and whose they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Editable):
    """How one text speaks of one target, in one voice."""

    source: str
    target: str
    voice: StanceVoice
    value: int | None
    """−2 … +2; None where the text does not cover the target."""

    confidence: Confidence
    reason: str
    evidence: tuple[StanceEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceShare:
    """How many of a text's given words are one speaker's."""

    source: str
    speaker: str | None
    words: int
    share: float
    """Of all words the text gives as somebody's, 0 to 1."""
