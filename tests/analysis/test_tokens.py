"""Tokens: every mark and word of a sentence, each at its place."""

from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis.attributions.tokens import Tokens, tokenise
from tellings.model.span import Span

PRINTED = (
    *("Lind", "said", "the", "docks’", "Brandt's", "don't", "St.", "Mr.", "a.m.", "U.N.", "X."),
    *(
        "$3,000",
        "2.5%",
        "well-known",
        "'shut'",
        "(Norrin)",
        "—",
        "...",
        "port,",
        "port.",
        "why?",
        "é",
    ),
)
TEXTS = st.lists(st.sampled_from(PRINTED) | st.text("aZ1.,'’-$( \n", min_size=1), min_size=1)


def tokens_of(text: str) -> Tokens:
    return tokenise(text, Span(0, len(text)), ())


@given(TEXTS)
def test_tokens_are_all_that_is_printed_and_stand_where_they_say(printed: list[str]) -> None:
    text = " ".join(printed)
    tokens = tokens_of(text)
    assert "".join(token.text for token in tokens) == "".join(text.split())
    for at, token in enumerate(tokens):
        assert tokens.span(at, at + 1).of(text) == token.text
        assert tokens.first_from(tokens.start(at)) == at


@given(st.sampled_from(PRINTED), st.sampled_from(PRINTED))
def test_a_piece_is_cut_the_same_wherever_it_stands(before: str, piece: str) -> None:
    alone = [token.text for token in tokens_of(f"{piece} and")]
    after = [token.text for token in tokens_of(f"{before} {piece} and")]
    assert after[-len(alone) :] == alone


def test_a_part_keeps_its_place() -> None:
    text = "Mara Lind said the port was shut."
    part = tokens_of(text).part(2, 5)
    assert [token.text for token in part] == ["said", "the", "port"]
    assert part.span(0, 3).of(text) == "said the port"
    assert [(placed.text, placed.start) for placed in part.placed(1, 3)] == [
        ("the", 15),
        ("port", 19),
    ]
