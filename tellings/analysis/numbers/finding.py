"""Quantities, with unit and what they count."""

from collections.abc import Iterable, Iterator

from tellings.analysis.numbers import parts, printed, ranges, refusals, tables, things, units
from tellings.analysis.numbers.counting import measure_of
from tellings.analysis.numbers.printed import Line, Printed
from tellings.analysis.numbers.ranges import Ends
from tellings.analysis.numbers.things import Read
from tellings.analysis.wording import small_letters
from tellings.model.document import Document, Sentence
from tellings.model.findings import Bound, Quantity
from tellings.model.span import Passage

__all__ = ["find"]


def find(document: Document) -> tuple[Quantity, ...]:
    """Find the quantities of a document, in text order."""
    return tuple(read(document))


def read(document: Document) -> Iterator[Quantity]:
    """Read each sentence in which a number can begin."""
    text = document.source.text
    lower = small_letters(text)
    for number, starts in document.by_sentence(printed.starts(lower), int):
        sentence = document.sentences[number]
        line = Line(sentence.span.of(text), sentence.span.of(lower))
        yield from within(sentence, line, [start - sentence.span.start for start in starts])


def within(sentence: Sentence, line: Line, starts: Iterable[int]) -> Iterator[Quantity]:
    """Read the quantities of one sentence."""
    end = 0
    for number in printed.find(line, starts):
        if number.start < end:
            continue
        ends = ranges.read(number, units.read(number))
        end = ranges.score(number) or end if ends.high is None else end
        if refusals.refusal(number, ends) is None:
            quantity = told(number, ends, sentence)
            end = quantity.passage.end - sentence.span.start
            yield quantity


def told(number: Printed, ends: Ends, sentence: Sentence) -> Quantity:
    """Make a quantity of a printed number and its ends."""
    last = ends.high or ends.low
    end = units.pair_end(number.line, last)
    read = Read(number=number, unit=ends.low.unit, end=end)
    per, after = things.per(number.line.lower, end)
    thing, beyond = (None, end) if per else things.thing(read)
    if per is None:
        per, _ = things.per(number.line.lower, beyond)
    elif not things.own_measure(read.unit):
        thing, _ = things.thing(Read(number=number, unit=read.unit, end=after))
    return Quantity(
        passage=Passage(
            sentence.source, sentence.span.start + number.start, sentence.span.start + end
        ),
        value=ends.low.value,
        upper=ends.high.value if ends.high else None,
        unit=read.unit,
        counts=thing,
        bound="about" if ends.high else bound_of(number, last.end, read.unit),
        per=per,
        part_of=parts.part_of(read, thing, beyond),
    )


def bound_of(number: Printed, end: int, unit: str | None) -> Bound:
    """Tell how a number is bounded by the words around it."""
    near, _ = tables.bound_before(number.small)
    if near and not no_bound(near, number, unit):
        bound: Bound = tables.units()["bounds"][near]
        return bound
    behind = tables.bound_after().match(number.line.lower, end)
    if behind:
        told_after: Bound = tables.units()["bounds_after"][behind[1]]
        return told_after
    return "about" if number.sort == "loose" else "exact"


def no_bound(word: str, number: Printed, unit: str | None) -> bool:
    """Tell whether a word only looks like a bound: “over two days”, “a story about two women”."""
    if word == "over":
        return measure_of(unit).name == "time"
    before = number.small.rstrip().removesuffix(word).split()
    return word == "about" and bool(before) and before[-1] in tables.units()["matter"]["words"]
