"""Draws which origins stand behind which texts, and which texts share sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.render.charts.canvas import LETTER, Canvas
from tellings.render.phrases import ENGLISH, Phrases
from tellings.render.views.charts import ChartView, Ink

__all__ = ["NODES", "Tie", "lineage"]

GAP = 88
"""How far the boxes of the texts stand from those of the origins."""

TALL = 44
"""How far the boxes of one side stand from one another."""

NODES = 12
"""How many texts and origins a drawing can show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A line between two boxes of a lineage, by their places in the lists."""

    start: int
    end: int
    broken: bool = False
    words: str = ""
    arrow: bool = False


def lineage(
    origins: Sequence[str],
    texts: Sequence[str],
    behind: Sequence[Tie],
    shared: Sequence[Tie],
    finding: str,
    phrases: Phrases = ENGLISH,
) -> ChartView | None:
    """Draw origins beside the texts they stand behind; None for too many, or for no tie."""
    if not (behind or shared) or len(origins) + len(texts) > NODES:
        return None
    canvas = Canvas()
    wide = [box_width(names) for names in (origins, texts)]
    right = wide[0] + GAP if origins else 0
    tall = TALL * max(len(origins), len(texts))
    tops = [(tall - TALL * len(names)) // 2 for names in (origins, texts)]
    for names, x, top, width in zip((origins, texts), (0, right), tops, wide, strict=True):
        for n, name in enumerate(names):
            canvas.draw("open", f"M{x + 1} {top + TALL * n + 6}h{width - 2}v32h-{width - 2}z")
            canvas.write(x + 10, top + TALL * n + 27, name)
    for tie in behind:
        y, to = tops[0] + TALL * tie.start + 22, tops[1] + TALL * tie.end + 22
        kind: Ink = "broken" if tie.broken else "line"
        canvas.draw(
            kind, f"M{wide[0]} {y}C{wide[0] + GAP // 2} {y} {right - GAP // 2} {to} {right} {to}"
        )
    edge = right + wide[1]
    reach = draw_shared(canvas, shared, edge, tops[1])
    return canvas.view(
        "chart-lineage",
        phrases.text("Where words come from"),
        finding,
        ties_key(behind, shared, phrases),
        (reach, tall),
    )


def box_width(names: Sequence[str]) -> int:
    """Say how wide a box must be for the longest of some names."""
    return LETTER * max(map(len, names), default=0) + 24


def draw_shared(canvas: Canvas, shared: Sequence[Tie], edge: int, top: int) -> int:
    """Draw the ties between texts on their right, and say how far they reach."""
    reach = edge + 2
    taken: dict[int, int] = {}
    for tie in sorted(shared, key=lambda tie: (abs(tie.end - tie.start), tie.start, tie.end)):
        n = taken[tie.end] = taken.get(tie.end, -1) + 1
        m = taken[tie.start] = taken.get(tie.start, -1) + 1
        y, to = (
            top + TALL * tie.start + 14 + 5 * min(m, 4),
            top + TALL * tie.end + 14 + 5 * min(n, 4),
        )
        bulge = edge + 24 + 34 * abs(tie.end - tie.start)
        canvas.draw("line", f"M{edge} {y}C{bulge} {y} {bulge} {to} {edge} {to}")
        if tie.arrow:
            canvas.draw("full", f"M{edge} {to}l8 -4v8z")
        # The curve's middle stands three quarters of the way to where its handles do.
        at = edge + (bulge - edge) * 3 // 4 + 4
        canvas.write(at, (y + to) // 2 + 5, tie.words)
        reach = max(reach, at + LETTER * (len(tie.words) + 1))
    return reach


def ties_key(behind: Sequence[Tie], shared: Sequence[Tie], phrases: Phrases) -> str:
    """Say what the lines mean."""
    said = []
    if any(not tie.broken for tie in behind):
        said.append(phrases.text("Line: stands behind."))
    if any(tie.broken for tie in behind):
        said.append(phrases.text("Broken line: is only cited by."))
    if shared:
        said.append(phrases.text("Curve: sentences in common, with their number."))
    if any(tie.arrow for tie in shared):
        said.append(phrases.text("Arrow: who takes them."))
    return " ".join(said)
