"""Draws which text carries which claim."""

from collections.abc import Sequence
from typing import Literal

from tellings.render.charts.canvas import LETTER, Canvas
from tellings.render.phrases import ENGLISH, Phrases
from tellings.render.views.charts import ChartView

__all__ = ["Cell", "coverage"]

MOST_CLAIMS = 100
MOST_TEXTS = 24

Cell = Literal["full", "open", "ring", "cross", "point"] | None
"""How a text carries a claim: the sign for it; None for not at all."""


def coverage(
    rows: Sequence[tuple[str, Sequence[Cell], str]],
    numbers: Sequence[int],
    finding: str,
    key: str,
    phrases: Phrases = ENGLISH,
) -> ChartView | None:
    """Draw which text carries which claim; None where there is too little or too much."""
    if len(rows) < 2 or not 3 <= len(numbers) <= MOST_CLAIMS or len(rows) > MOST_TEXTS:
        return None
    canvas = Canvas()
    step = max(8, min(24, 640 // len(numbers)))
    left = LETTER * max(len(name) for name, _, _ in rows) + LETTER
    for n, number in enumerate(numbers):
        if step >= LETTER * 3 or n % 5 == 0:
            canvas.write(left + step * n + (step - LETTER * len(str(number))) // 2, 14, str(number))
    size = min(step - 2, 12)
    for at, (name, cells, total) in enumerate(rows):
        y = 36 + 24 * at
        canvas.write(0, y + 5, name)
        canvas.write(left + step * len(numbers) + LETTER, y + 5, total)
        for n, cell in enumerate(cells):
            draw_cell(canvas, cell, left + step * n + step // 2, y, size)
    width = left + step * len(numbers) + LETTER * (2 + max(len(total) for _, _, total in rows))
    title = phrases.text("Which text carries which claim")
    return canvas.view("chart-coverage", title, finding, key, (width, 36 + 24 * len(rows)))


def draw_cell(canvas: Canvas, cell: Cell, x: int, y: int, size: int) -> None:
    """Draw how a text carries a claim."""
    half = size // 2
    match cell:
        case "full":
            canvas.draw("full", f"M{x - half} {y - half}h{size}v{size}h-{size}z")
        case "open":
            canvas.draw("open", f"M{x - half} {y - half}h{size}v{size}h-{size}z")
        case "ring":
            canvas.dot("open", x, y, half)
        case "cross":
            canvas.draw(
                "line", f"M{x - half} {y - half}l{size} {size}M{x + half} {y - half}l-{size} {size}"
            )
        case "point":
            canvas.dot("faint", x, y, 1)
        case None:
            return
