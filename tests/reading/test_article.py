import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.model.source import Part
from tellings.reading import article
from tests.case_files import cases

MARKUP = st.text(alphabet="ab .\n\n\t#*_-+>`[]()<&;!\\1.=~|:\u00a0", max_size=60)
LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp")), min_size=1, max_size=6
)
SENTENCES = st.lists(
    LINES | st.sampled_from(["1.", "#", "-", "[A]", "&amp;", "**", "---", "=="]), min_size=1
)


@pytest.mark.parametrize(("text", "expected"), cases("article"))
def test_a_body_gives_its_plain_paragraphs(text: str, expected: str) -> None:
    found = article.read(text)
    assert "\n".join(f"{p.line} {p.part} {p.words}" for p in found) == expected


@given(MARKUP)
@settings(max_examples=300, deadline=None)
def test_reading_without_the_parser_gives_what_the_parser_gives(body: str) -> None:
    assert article.read(body) == article.parse(body)


@given(SENTENCES, st.sampled_from(["body", "subhead"]))
@settings(max_examples=300, deadline=None)
def test_escaped_words_are_read_as_themselves(words: list[str], part: Part) -> None:
    line = " ".join(words)
    (read,) = article.read(f"Above.\n\n{article.escape(line, part)}\n")[1:]
    assert (read.words, read.part) == (line, part)


@given(SENTENCES)
@settings(max_examples=100, deadline=None)
def test_an_escaped_standfirst_is_read_as_itself(words: list[str]) -> None:
    line = " ".join(words)
    (read, _) = article.read(f"{article.escape(line, 'standfirst')}\n\nBelow.\n")
    assert read.words == line


def test_nesting_that_the_parser_would_drop_is_noticed() -> None:
    assert article.too_deep("> " * 80 + "deep")
    assert not article.too_deep("> > - quoted list")
    assert [p.words for p in article.read("> " * 20 + "not so deep")] == ["not so deep"]


@pytest.mark.parametrize("mark", [">", "> ", "- ", "1. "])
def test_words_are_read_or_said_to_lie_too_deep(mark: str) -> None:
    for deep in range(80):
        body = f"{mark * deep}Ships wait."
        words = [paragraph.words for paragraph in article.read(body)]
        assert words == ["Ships wait."] or article.too_deep(body), deep
    assert not article.too_deep(f"{mark * 8}Ships wait.")
