"""corrections.toml: what is wrong in it, and where quoted words stand."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.errors import ContentError, Problem
from tellings.model.corrections import SetSpeaker
from tellings.model.span import Span
from tellings.reading import corrections
from tellings.reading.corrections import words
from tellings.reading.corrections.kinds import KINDS
from tests.case_files import cases
from tests.making import source

LEDGER = source(
    "“We will not move,” said Mara Lind. The port is shut.\n\n"
    "The port — and the old harbour — is shut.",
    id="ledger",
)
STANDARD = source("Dockers have shut the port.", id="standard")

WORD = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=6)
GAP = st.sampled_from([" ", "  ", "\n\n", "\u00a0", " — "])
FEW = st.sampled_from(["port", "ships", "Norrin", "wait", "crane"])


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, ...]:
    """Give what stands before a stretch of whole words, the stretch, and what stands behind it."""
    told = draw(st.lists(st.tuples(WORD | FEW, GAP), min_size=1, max_size=9))
    first = draw(st.integers(0, len(told) - 1))
    last = draw(st.integers(first, len(told) - 1))
    before, inside, after = told[:first], told[first:last], told[last:]
    (word, gap), *rest = after
    return (
        "".join(word + gap for word, gap in before),
        "".join(word + gap for word, gap in inside) + word,
        gap + "".join(word + gap for word, gap in rest),
    )


def problems(toml: str) -> tuple[Problem, ...]:
    try:
        return corrections.parse(
            toml.encode(), "corrections.toml", (LEDGER, STANDARD), ("union",), frozenset(["draft"])
        ).problems
    except ContentError as error:
        return error.problems


def shown(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{problem.line} {problem.severity}: {problem.message}{hint}"


@pytest.mark.parametrize(("text", "expected"), cases("corrections-refused"))
def test_what_is_wrong_is_said_with_its_line_and_what_helps(text: str, expected: str) -> None:
    assert [shown(problem) for problem in problems(text)] == expected.splitlines()


def test_every_example_of_the_documentation_is_an_entry() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text("utf-8")
    examples = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    found = [corrections.parse(one.encode(), "c", (LEDGER, STANDARD), ()) for one in examples]
    assert {p.severity for read in found for p in read.problems} == {"warning"}
    assert {f"[[{kind}]]" for kind in KINDS} == set(re.findall(r"\[\[\w+\]\]", "".join(examples)))


def test_what_is_stale_leaves_the_other_entries_in_force() -> None:
    stale = '[[speaker]]\nsource = "ledger"\nwords = "We shall not move"\nspeaker = ""\n'
    fresh = '[[speaker]]\nsource = "ledger"\nwords = "We will not move"\nspeaker = "the union"\n'
    read = corrections.parse(f"{stale}{fresh}".encode(), "c.toml", (LEDGER,), ())
    assert [type(one) for one in read.corrections] == [SetSpeaker]
    assert [(one.line, one.at[0].start, one.at[0].end) for one in read.corrections] == [(5, 1, 17)]
    assert [problem.severity for problem in read.problems] == ["warning"]


def test_an_entry_about_a_source_that_is_away_waits_for_it() -> None:
    entry = '[[gist]]\nsource = "draft"\nwords = "Anything at all"\n'
    assert problems(entry) == ()
    later = '[[gist]]\nsource = "ledger"\nwords = "away"\n'
    assert [problem.line for problem in problems(entry + later)] == [6]
    back = (replace(LEDGER, id="draft"),)
    assert [p.line for p in corrections.parse(entry.encode(), "c", back, ()).problems] == [3]


def test_words_are_found_whatever_marks_and_spaces_a_keyboard_gives() -> None:
    typed = ('"We will  not move,"', "move,” said", "The port - and the old", "old harbour — is")
    for each in typed:
        (span,) = words.places(each, LEDGER.text)
        assert words.fold(span.of(LEDGER.text)).words == words.fold(each).words


@given(stretches())
def test_every_whole_stretch_of_a_text_is_found_where_it_stands(parted: tuple[str, ...]) -> None:
    before, quoted, after = parted
    span = Span(len(before), len(before + quoted))
    assert span in words.places(quoted, before + quoted + after)


@pytest.mark.parametrize(
    "piece", ["he port", "The por", "ort is shu", "e", "“We will not mov", "ort —"]
)
def test_a_piece_of_a_word_is_no_word(piece: str) -> None:
    assert words.places(piece, LEDGER.text) == ()


def test_words_are_found_also_where_they_overlap() -> None:
    found = words.places("no, no", "“No, no, no, no,” he wrote, and no, no.")
    assert [span.start for span in found] == [5, 9, 32]


@given(st.lists(FEW, min_size=1, max_size=20), st.integers(0, 19), st.integers(1, 20))
def test_words_that_stand_in_a_text_are_nearest_to_themselves(
    told: list[str], start: int, size: int
) -> None:
    first = start % len(told)
    quoted = " ".join(told[first : first + size])
    assert words.nearest(quoted, "  ".join(told)) == quoted


@given(st.lists(FEW, max_size=9), st.lists(FEW | st.text(max_size=9), max_size=40))
def test_the_nearest_stretch_stands_in_the_text(asked: list[str], told: list[str]) -> None:
    text = " ".join(told)
    assert words.nearest(" ".join(asked), text) in " ".join(text.split())


def test_an_accent_is_found_however_it_is_written() -> None:
    for text in ("The caf\u00e9 is shut.", "The cafe\u0301 is shut."):
        for typed in ("caf\u00e9 is", "cafe\u0301 is"):
            (span,) = words.places(typed, text)
            assert span.of(text).endswith(" is")


def test_of_a_long_passage_that_is_gone_the_beginning_is_found() -> None:
    start = "Boats lay in the old harbour of Norrin for weeks, and no crane moved. " * 3
    near = words.nearest(
        f"{start}Nobody knows why. " + "Rain fell. " * 40, f"Once. {start}So it was."
    )
    assert near.startswith("Boats lay in the old harbour of Norrin")


def test_the_nearest_stretch_is_found_behind_many_that_share_a_word() -> None:
    text = "A crane in the port stands still. " * 30 + "No ship has left the port of Norrin. Rain."
    near = words.nearest("No ships have left the port of Norrin", text)
    assert near == "No ship has left the port of Norrin"


def test_a_sign_that_parts_lines_elsewhere_parts_none_here() -> None:
    entry = '[[gist]]\nsource = "standard" # \u2028[[gist]]\nwords = "gone"\n'
    assert [shown(problem) for problem in problems(entry)] == [
        "3 warning: “gone” does not stand in standard (take the words as they stand in the text)"
    ]
