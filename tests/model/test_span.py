"""Spans and passages: the arithmetic that all evidence rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model.span import Passage, Span, covered


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 60))
    return Span(start, start + draw(st.integers(1, 40)))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 5)])
def test_a_stretch_of_nothing_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(start, end)
    with pytest.raises(ValueError, match="no such passage"):
        Passage("ledger", start, end)


def test_a_passage_gives_the_words_of_its_text() -> None:
    assert Span(4, 8).within("ledger").of("The port is shut.") == "port"


@given(spans(), spans())
def test_what_two_spans_share_is_the_same_both_ways(one: Span, other: Span) -> None:
    assert one.shared(other) == other.shared(one) <= min(len(one), len(other))
    assert one.holds(other) == (one.shared(other) == len(other))


@given(spans(), st.lists(spans(), max_size=6))
def test_a_cover_counts_each_character_once(span: Span, others: list[Span]) -> None:
    text = "".join(
        "x" if any(o.start <= at < o.end for o in others) else "."
        for at in range(span.start, span.end)
    )
    assert covered(span, others) == text.count("x") / len(span)
