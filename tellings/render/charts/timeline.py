"""Draws what is told of which time, a line for the story and one for its background."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.render.charts.canvas import LETTER, Canvas
from tellings.render.phrases import ENGLISH, Phrases
from tellings.render.views.charts import ChartView

__all__ = ["Lane", "Stretch", "timeline"]

WIDTH = 680
MARGIN = 32

STACK = 12
"""How far apart the dots of one day stand, and how close two days may be."""

ROW = 12
"""How far apart the bars of stretches stand."""

SEASON = 100
"""How many days a stretch may last and still set the scale."""

BEYOND = 48
"""How much room is left for what lies beyond the ends of a line of time."""

HIGHEST = 6
"""How many dots stand on one another before a number says how many more there are."""

FEW = 3
"""How many different times are worth a drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A day or a longer time, in days counted from one day far back."""

    first: int
    last: int
    words: str
    """What it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What is drawn along one line of time."""

    name: str
    stretches: tuple[Stretch, ...]


def timeline(lanes: Sequence[Lane], finding: str, phrases: Phrases = ENGLISH) -> ChartView | None:
    """Draw what is told of which day, a line of time for each lane; None for few dates."""
    drawn = [lane for lane in lanes if lane.stretches]
    if len({(s.first, s.last) for lane in drawn for s in lane.stretches}) < FEW:
        return None
    canvas, y = Canvas(), 0
    for lane in drawn:
        y = draw_lane(canvas, lane, y)
    days = any(s.first == s.last for lane in drawn for s in lane.stretches)
    longer = any(map(long_of, drawn))
    key = [phrases.text("Dot: a thing told of one day.")] if days else []
    key += [phrases.text("Bar: one told of a month, a year or another stretch.")] if longer else []
    again = any(
        len({(s.first, s.last) for s in long_of(lane)}) < len(long_of(lane)) for lane in drawn
    )
    key += [phrases.text("Number after a bar: how many are told of it.")] if again else []
    title = (
        phrases.text("Timeline, the story and the background apart")
        if len(drawn) > 1
        else phrases.text("Timeline")
    )
    return canvas.view("chart-timeline", title, finding, " ".join(key), (WIDTH, y))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of time: where the days of a lane stand on it."""

    first: int
    last: int
    left: int
    right: int

    def at(self, day: int) -> int:
        """Say where a day stands; one beyond an end stands at the end of the drawing."""
        if day < self.first:
            return MARGIN - 8
        if day > self.last:
            return WIDTH - MARGIN + 8
        if self.first == self.last:
            return (self.left + self.right) // 2
        along = (day - self.first) / (self.last - self.first)
        return self.left + round((self.right - self.left) * along)


def line_of(stretches: Sequence[Stretch]) -> Line:
    """Give the line that holds the days and the short stretches of a lane.

    A year in which all else lies would squeeze a week into a point: it may run off the line.
    """
    short = [s for s in stretches if s.last - s.first <= SEASON]
    scale = short if len({s.first for s in short}) > 1 else stretches
    first, last = min(s.first for s in scale), max(s.last for s in scale)
    before = any(s.last < first for s in stretches)
    after = any(s.first > last for s in stretches)
    left, right = MARGIN + BEYOND * before, WIDTH - MARGIN - BEYOND * after
    return Line(first=first, last=last, left=left, right=right)


def long_of(lane: Lane) -> list[Stretch]:
    """Give what lasts longer than a day."""
    return [one for one in lane.stretches if one.first < one.last]


def draw_lane(canvas: Canvas, lane: Lane, top: int) -> int:
    """Draw one line of time under what stands above it, and say where it ends."""
    days = [s for s in lane.stretches if s.first == s.last]
    line = line_of(lane.stretches)
    canvas.write(0, top + 16, lane.name)
    bins: dict[int, list[Stretch]] = {}
    for day in sorted(days, key=lambda s: s.first):
        bins.setdefault(line.at(day.first) // STACK, []).append(day)
    high = min(max(map(len, bins.values()), default=0), HIGHEST + 1)
    axis = top + 30 + STACK * high
    canvas.draw("line", f"M{MARGIN - 8} {axis}H{WIDTH - MARGIN + 8}")
    for found in bins.values():
        draw_days(canvas, line.at(found[0].first), axis, len(found))
    rows = draw_bars(canvas, long_of(lane), line, axis)
    y = axis + ROW * rows + 20
    label(canvas, lane.stretches, bins, line, y)
    return y + 16


def draw_days(canvas: Canvas, x: int, axis: int, number: int) -> None:
    """Draw the dots of one day on one another."""
    for n in range(min(number, HIGHEST)):
        canvas.dot("full", x, axis - 8 - STACK * n, 4)
    if number > HIGHEST:
        more = f"+{number - HIGHEST}"
        canvas.write(x, axis - STACK * HIGHEST - 4, more, "middle")


def draw_bars(canvas: Canvas, longer: Sequence[Stretch], line: Line, axis: int) -> int:
    """Draw stretches under the line, each in the first row that is free, and count the rows.

    What runs off the line has no tick at that end; a number says how often one is told of.
    """
    ends: list[int] = []
    times = Counter((one.first, one.last) for one in longer)
    for (first, last), number in sorted(times.items()):
        left = line.right + 12 if first > line.last else line.at(first)
        right = line.left - 12 if last < line.first else max(line.at(last), left + 4)
        row = next((n for n, end in enumerate(ends) if end < left), len(ends))
        said = str(number) if number > 1 else ""
        ends[row:] = [right + 4 + LETTER * (len(said) + bool(said)), *ends[row + 1 :]]
        y = axis + ROW * (row + 1)
        ticks = f"M{left} {y - 3}v6" if first >= line.first else ""
        ticks += f"M{right} {y - 3}v6" if last <= line.last else ""
        canvas.draw("line", f"M{left} {y}H{right}{ticks}")
        if said:
            canvas.write(right + 5, y + 4, said)
    return len(ends)


def label(
    canvas: Canvas,
    stretches: Sequence[Stretch],
    bins: dict[int, list[Stretch]],
    line: Line,
    y: int,
) -> None:
    """Name the first time on the line, the last, and the day most is told of if there is room."""
    opening = next(s.words for s in stretches if s.first == line.first)
    closing = next(s.words for s in stretches if s.last == line.last)
    if opening == closing:
        canvas.write(WIDTH // 2, y, opening, "middle")
        return
    canvas.write(line.left - 8, y, opening)
    canvas.write(line.right + 8, y, closing, "end")
    if not bins:
        return
    most = max(bins.values(), key=len)[0]
    x, half = line.at(most.first), LETTER * len(most.words) // 2 + LETTER
    left, right = LETTER * len(opening), LETTER * len(closing)
    if line.left + left < x - half and x + half < line.right - right:
        canvas.write(x, y, most.words, "middle")
