import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.ingest import furniture
from tellings.ingest.furniture.lines import Piece
from tellings.ingest.furniture.recurring import RECURRING, in_outlet
from tellings.model.source import Removal
from tests.case_files import cases

PROSE = "The dockers of Norhaven walked out at dawn and the harbour office shut all nine gates."


def label(text: str) -> tuple[Piece, ...]:
    page = re.sub(r"(?m)(^|(?<=\s))P$", PROSE, text)
    return furniture.label(tuple(enumerate(page.split("\n"), start=1)))


def shown(pieces: tuple[Piece, ...]) -> str:
    lines = (f"{piece.kind}: {piece.line.words.replace(PROSE, 'P')}" for piece in pieces)
    return "\n".join(lines)


@pytest.mark.parametrize(("text", "expected"), cases("furniture"))
def test_every_part_of_a_page_is_the_article_or_a_named_kind(text: str, expected: str) -> None:
    assert shown(label(text)) == expected


def test_every_rule_has_its_case() -> None:
    texts = [case.values[0] for case in cases("furniture")]  # type: ignore[attr-defined]
    fired = {piece.rule for text in texts for piece in label(text)} - {""}
    assert fired == {rule.name for rule in furniture.RULES} - {rule.name for rule in RECURRING}


LINES = st.lists(
    st.sampled_from(
        [
            PROSE,
            "",
            "Advertisement",
            "Related articles",
            "A short headline of five words",
            "Teaser that breaks off...",
            "3 Comments",
            "jo\n2 hours ago",
            " date 2026-03-04 The port is shut.",
            "You are here: Front > Region > Story Dockers shut the port",
            "Get our newsletter",
            "Enter your email address",
            "AFP",
            "By Mara Lind",
            "4 March 2026",
            "Contents",
            "140",
            "$12 million",
            "https://ledger.example/",
        ]
    )
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=20),
    max_size=14,
)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_article_and_removed_and_white_space_are_the_raw_lines(
    lines: list[str],
) -> None:
    raw = "\n".join(lines).split("\n")
    kept = ["".join(line.split()) for line in raw]
    pieces = furniture.label(tuple(enumerate(raw, start=1)))
    found = [""] * len(raw)
    for piece in pieces:
        assert raw[piece.line.number - 1][piece.line.start :].startswith(piece.line.text)
        found[piece.line.number - 1] += "".join(piece.line.text.split())
    assert found == kept
    listed = {
        n for entry in furniture.removals(pieces) for n in range(entry.lines[0], entry.lines[1] + 1)
    }
    assert {piece.line.number for piece in pieces if piece.kind != "article"} <= listed


@given(st.lists(st.just(PROSE) | st.just(""), max_size=8))
@settings(max_examples=30, deadline=None)
def test_prose_alone_is_all_article(lines: list[str]) -> None:
    pieces = furniture.label(tuple(enumerate(lines, start=1)))
    assert {piece.kind for piece in pieces} <= {"article"}


def test_removals_give_lines_and_counts() -> None:
    pieces = label(
        "P\n\nAdvertisement\n\nP\n\nRelated Articles\n\nCoast\n\nFerry strike could spread soon\n\n"
        "It may last for weeks...\n\nCoast\n\nFish prices rise once again\n\n3 Comments\njo\n"
        "2 hours ago\nYes.\nann\n1 hour ago\nNo."
    )
    assert furniture.removals(pieces) == (
        Removal(kind="advertisement", lines=(3, 3), count=1),
        Removal(kind="related", lines=(7, 17), count=2),
        Removal(kind="reader-comments", lines=(19, 25), count=2),
    )


def test_a_short_line_that_an_outlet_prints_in_every_text_is_furniture() -> None:
    text = ["Dockers shut", PROSE, "The Ledger, since 1871", "Empty quays", PROSE + " So be it."]
    sister = ["Ferries stop", "Another paragraph.", "One more of them.", "The Ledger, since 1871"]
    stranger = ["A strike", "Empty quays", "By whomever"]
    recurring = in_outlet(text, [[*sister, "Empty quays", "And more", "And most"]], [stranger])
    assert recurring == {"The Ledger, since 1871"}
    pieces = furniture.label(tuple(enumerate(text)), recurring=recurring)
    assert [piece.kind for piece in pieces] == ["article", "article", "other", "article", "article"]


def test_a_file_that_is_the_same_text_again_says_nothing_of_furniture() -> None:
    text = ["Dockers shut the port", PROSE, "The Ledger, since 1871"]
    assert in_outlet(text, [text, [*text, "And one line more"]]) == frozenset()


def test_neither_headlines_nor_paragraphs_are_furniture_for_being_printed_again() -> None:
    text = ["Dockers shut the port", PROSE, PROSE + " Twice.", PROSE]
    pieces = furniture.label(tuple(enumerate(text)), recurring=frozenset(text))
    assert {piece.kind for piece in pieces} == {"article"}


def test_a_stretch_that_leaves_little_of_a_page_is_not_its_article() -> None:
    verse = [f"{n} long years the boats of Norrin went out and came home again" for n in range(90)]
    page = ["Dockers shut the port", *[PROSE] * 5, *verse, "About us", "Privacy", "Careers"]
    pieces = furniture.label(tuple(enumerate(page)))
    assert [piece.kind for piece in pieces] == ["article"] * len(page)


def test_rules_can_be_chosen() -> None:
    page = tuple(enumerate([PROSE, "Advertisement", PROSE], start=1))
    assert {piece.kind for piece in furniture.label(page, ())} == {"article"}


def test_the_longest_run_of_paragraphs_is_never_left_out_for_many_cards() -> None:
    card = (
        "Bakers of Saltmere carried a cake of forty kilograms through the town on Thursday, and "
        "hundreds of people came out to see it pass by the old market hall, where a band played "
        "until the last slice was gone and the streets were swept again by evening."
    )
    cards = [f"Tresa {n}\nBy Mara Lind of Norrin on bread\n{card}" for n in range(14)]
    menu = ["Privacy policy", "Follow us", "Subscribe", "Advertise", "Terms of use"] * 12
    pieces = label("\n".join(["Home", "Sign in", "Contact us", *cards, *menu, *["P"] * 10]))
    assert sum(piece.kind == "article" and piece.line.words == PROSE for piece in pieces) == 10
