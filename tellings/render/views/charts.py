"""A drawing: what the plain theme writes as one SVG image."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Anchor", "ChartShape", "ChartView", "ChartWords", "Ink"]

Anchor = Literal["start", "middle", "end"]
Ink = Literal["full", "open", "line", "broken", "faint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartShape:
    """Everything in a drawing that is drawn in one way."""

    kind: Ink
    """A class: full (filled), open (outlined), line, broken (a dashed line) or faint."""

    path: str
    """The outline, for `<path d>`, in whole numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """A few words in a drawing."""

    x: int
    """How far from the left."""

    y: int
    """How far from the top, to the foot of the letters."""

    words: str
    """The words."""

    anchor: Anchor
    """Which end of the words stands there: start, middle or end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A drawing with its name, its finding and its key."""

    id: str
    """Its anchor."""

    title: str
    """The name of the image."""

    finding: str
    """What it shows, in one sentence: the caption, and the description of the image."""

    key: str
    """What its signs mean, in words."""

    width: int
    """In pixels."""

    height: int
    """In pixels."""

    shapes: tuple[ChartShape, ...]
    """What is drawn."""

    words: tuple[ChartWords, ...]
    """What is written."""
