"""One thing that speaks for or against a target."""

from dataclasses import dataclass
from typing import Literal

from tellings.model.document import Sentence
from tellings.model.findings import StanceVoice
from tellings.model.span import Span

__all__ = ["HALF", "MILD", "How", "Sign"]

How = Literal["own", "inside", "chosen", "held off", "received", "quoted", "self", "learnt"]
"""Its own words; surely its own inside what is given as another's; likely so; a name in quotation
marks; told of others' judgement; in given words; a speaker's for their own side; by what was
learnt."""

HALF, MILD = 0.5, 0.3
"""What a sign weighs that is less sure than a listed word beside the name; in a plain report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What speaks for or against one target in one sentence."""

    target: str
    voice: StanceVoice
    how: How
    weight: float
    describing: bool
    """Whether it is a word that a plain report needs, which alone takes no side."""

    chance: float
    """How likely the sentence takes this side by what was learnt."""

    words: tuple[Span, ...]
    sentence: Sentence
