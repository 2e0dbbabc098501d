import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.errors import ContentError
from tellings.model.source import Doubt, Evidence, Part, Refusal, Removal, Repair, Source
from tellings.reading import source_file
from tellings.reading.article import Paragraph

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that no file may hold."""

WORD = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp"), exclude_characters=TURNING
    ),
    min_size=1,
    max_size=8,
)
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
PARTS: st.SearchStrategy[Part] = st.sampled_from(["subhead", "body"])


@st.composite
def sources(draw: st.DrawFn) -> Source:
    title = draw(st.none() | WORDS)
    paragraphs = [Paragraph(words=title, part="title", line=1)] if title else []
    for words, part in draw(st.lists(st.tuples(WORDS, PARTS), min_size=1, max_size=5)):
        paragraphs.append(Paragraph(words=words, part=part, line=1))
    text, blocks = source_file.assemble(paragraphs)
    texts = st.lists(WORDS, max_size=2).map(tuple)
    return Source(
        id="ledger",
        path="sources/ledger.md",
        text=text,
        blocks=blocks,
        title=title,
        outlet=draw(st.none() | WORDS),
        authors=draw(texts),
        agencies=draw(texts),
        published=draw(st.sampled_from([None, "2026-03-04", "2026-03-04 15:30 GMT"])),
        rights=draw(st.sampled_from(["full", "excerpt", "none"])),
        draft=draw(st.booleans()),
        evidence=(Evidence(field="outlet", words=draw(WORDS), line=3),),
        refused=(Refusal(field="published", value=draw(WORDS), line=1, because="a promotion’s"),),
        repairs=(Repair(kind="glued-prefix", line=1),),
        removed=(Removal(kind="reader-comments", lines=(9, 30), count=draw(st.integers(1, 9))),),
        unsure=draw(st.sampled_from([(), (Doubt(kind="headline", lines=(4, 5)),)])),
        raw="ledger.txt",
    )


@given(sources())
@settings(max_examples=100, deadline=None)
def test_a_source_written_and_read_is_the_same_source(source: Source) -> None:
    first, warnings = source_file.parse(source_file.write(source).encode(), source.path, source.id)
    again, _ = source_file.parse(source_file.write(first).encode(), source.path, source.id)
    assert warnings == ()
    assert again == first
    assert first.text == source.text
    assert [(b.span, b.part) for b in first.blocks] == [(b.span, b.part) for b in source.blocks]
    assert source_file.write(first) == source_file.write(source)


def test_the_text_begins_with_the_printed_title() -> None:
    content = b"---\ntitle: The port shuts\n---\n\nShips wait.\n\n## Quays\n\nNobody works.\n"
    source, _ = source_file.parse(content, "sources/ledger.md", "ledger")
    assert source.text == "The port shuts\n\nShips wait.\n\nQuays\n\nNobody works."
    assert [(b.part, b.line, b.span.of(source.text)) for b in source.blocks] == [
        ("title", 2, "The port shuts"),
        ("body", 5, "Ships wait."),
        ("subhead", 7, "Quays"),
        ("body", 9, "Nobody works."),
    ]


def test_a_first_heading_is_the_title_where_the_front_matter_has_none() -> None:
    content = b"---\ntitle_derived: true\n---\n\n# The port shuts\n\nShips wait.\n"
    source, _ = source_file.parse(content, "sources/ledger.md", "ledger")
    assert (source.title, source.title_derived) == ("The port shuts", False)
    assert source.text == "The port shuts\n\nShips wait."
    assert [block.part for block in source.blocks] == ["title", "body"]


def test_a_derived_title_is_no_part_of_the_text() -> None:
    content = b"---\ntitle: Ships wait\ntitle_derived: true\n---\nShips wait.\n"
    source, _ = source_file.parse(content, "sources/ledger.md", "ledger")
    assert (source.text, source.title, source.title_derived) == ("Ships wait.", "Ships wait", True)


def test_a_body_alone_is_a_good_source() -> None:
    source, warnings = source_file.parse(b"Ships wait.\n", "sources/ledger.md", "ledger")
    assert (source.text, source.title, source.rights, warnings) == ("Ships wait.", None, "full", ())


def test_words_nested_too_deeply_are_an_error_and_not_lost() -> None:
    content = ("Above.\n\n" + "> " * 90 + "deep\n").encode()
    with pytest.raises(ContentError, match="nested too deeply"):
        source_file.parse(content, "sources/ledger.md", "ledger")


@pytest.mark.parametrize("mark", ["<<<<<<<", ">>>>>>>"])
def test_a_mark_that_a_merge_has_left_is_said_with_its_line(mark: str) -> None:
    content = f"---\ntitle: Port\n---\nShips wait.\n{mark} newer\nShips have left.\n".encode()
    with pytest.raises(ContentError) as caught:
        source_file.parse(content, "a.md", "a")
    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (5, f"a mark of a conflict, “{mark}”, is left")


def test_a_standfirst_stands_above_every_subhead() -> None:
    content = b"---\ntitle: Port\n---\n\n# Quays\n\n**Ships wait.**\n\nNobody works.\n"
    source, _ = source_file.parse(content, "sources/ledger.md", "ledger")
    again, _ = source_file.parse(source_file.write(source).encode(), source.path, source.id)
    for each in (source, again):
        assert [block.part for block in each.blocks] == ["title", "subhead", "body", "body"]


@pytest.mark.parametrize(
    ("longest", "said"),
    [
        (("port " * 4000)[:-1] + "s", "a paragraph of 20,001 characters; the most is 20,000"),
        ("p" * 2000, "a word of 2,001 characters; the most is 2,000"),
    ],
)
def test_what_is_longer_than_any_article_has_it_is_refused(longest: str, said: str) -> None:
    source, _ = source_file.parse(f"Ships wait.\n\n{longest}\n".encode(), "a.md", "a")
    assert source.text == f"Ships wait.\n\n{longest}"
    with pytest.raises(ContentError) as caught:
        source_file.parse(f"Ships wait.\n\n{longest}s\n".encode(), "a.md", "a")
    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (3, said)


@pytest.mark.parametrize(
    ("lines", "right"),
    [("[1, 1]", True), ("[3, 7]", True), ("[0, 1]", False), ("[3, 2]", False), ("[3]", False)],
)
def test_lines_are_a_first_and_a_last_one(lines: str, *, right: bool) -> None:
    content = f"---\nremoved: [{{kind: related, lines: {lines}}}]\n---\nShips wait.\n".encode()
    if right:
        source, _ = source_file.parse(content, "a.md", "a")
        assert f"[{', '.join(map(str, source.removed[0].lines))}]" == lines
        return
    with pytest.raises(ContentError, match="“lines” are a first and a last line"):
        source_file.parse(content, "a.md", "a")


def test_both_dates_of_a_source_may_have_a_time() -> None:
    content = b"---\npublished: 2026-03-04\nupdated: 2026-03-05 09:30 GMT\n---\nShips wait.\n"
    source, _ = source_file.parse(content, "a.md", "a")
    assert (source.published, source.updated) == ("2026-03-04", "2026-03-05 09:30 GMT")
