import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.errors import ContentError
from tellings.reading import front_matter, front_writing, source_file
from tests.case_files import cases

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that no file may hold."""

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters=f"\ufeff{TURNING}"),
    max_size=30,
)


@pytest.mark.parametrize(("text", "expected"), cases("front-matter"))
def test_every_problem_is_reported_with_its_line(text: str, expected: str) -> None:
    with pytest.raises(ContentError) as caught:
        source_file.parse(text.encode(), "ledger.md", "ledger")
    assert "\n".join(f"{p.line}: {p.message}" for p in caught.value.problems) == expected


@pytest.mark.parametrize("typed", ["12:30", "no", "1.10", "2024-04-02", "0o17", "1_000", "yes"])
def test_scalars_stay_as_typed(typed: str) -> None:
    front = front_matter.read(f"---\noutlet: {typed}\n---\nText.\n".encode(), "ledger.md")
    assert front.fields["outlet"].value == typed


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_typed_is_nothing(typed: str) -> None:
    front = front_matter.read(f"---\noutlet: {typed}\n---\nText.\n".encode(), "ledger.md")
    assert front.fields["outlet"].value is None


def test_a_quoted_null_is_a_word() -> None:
    front = front_matter.read(b'---\noutlet: "null"\n---\nText.\n', "ledger.md")
    assert front.fields["outlet"].value == "null"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = front_matter.read(b"---\ntitle: Port\n---\n\nText.\n", "ledger.md")
    marked = front_matter.read(
        b"\xef\xbb\xbf---\r\ntitle: Port\r\n---\r\n\r\nText.\r\n", "ledger.md"
    )
    assert marked == plain


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"one\ntwo \xff", 2, "byte 9 of the file is not UTF-8"),
        (b"one\ntwo \0", 2, "the file holds a control character, U+0000"),
        (b"\n\xff", 2, "byte 2 of the file is not UTF-8"),
        (b"\n\0", 2, "the file holds a control character, U+0000"),
        ("one\n\x9b31m".encode(), 2, "the file holds a control character, U+009B"),
        ("one\x85".encode(), 1, "the file holds a control character, U+0085"),
        (b"\n\n---\na: b\n", 3, "the front matter is not closed"),
        (b"\n\n+++\na = 1\n+++\n", 3, "front matter in TOML is not read"),
        (b"\n---\na: b\nc: d: e\n---\n", 4, "the front matter cannot be read"),
        ("ü".encode("utf-16"), 1, "the file is UTF-16"),
        (b"---\na: " + b"x" * 70_000 + b"\n---\n", 1, "the front matter is larger than 64 KiB"),
        (
            b"---\na: [[[[[[[[x]]]]]]]]\n---\n",
            2,
            "the front matter cannot be read: it is nested too deeply",
        ),
        (b"---\na: 'x\nb: c\n---\n", 2, "the front matter cannot be read"),
        (b"---\na: b\nc: [d\ne: f\n---\n", 3, "the front matter cannot be read"),
        (b"---\na: b\nc: d: e\n---\n", 3, "the front matter cannot be read"),
        (b"---\na: b\nc: \x0cd\n---\n", 3, "the file holds a control character, U+000C"),
        (b"---\na: b\nc: \xc2\x82d\n---\n", 3, "the file holds a control character, U+0082"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(content: bytes, line: int, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        front_matter.read(content, "ledger.md")
    (problem,) = caught.value.problems
    assert (problem.path, problem.message.startswith(message)) == ("ledger.md", True)
    assert problem.line == line


def test_as_much_as_may_be_is_read_and_no_more() -> None:
    fitting = (
        b"---\na: " + b"x" * (64 * 1024 - 5) + b"\n---\n",
        b"---\na: [[[[[x]]]]]\n---\n",
        b"x" * 1024 * 1024,
    )
    for content in fitting:
        assert front_matter.read(content, "ledger.md").path == "ledger.md"
        with pytest.raises(ContentError):
            front_matter.read(content.replace(b"x", b"[x]" if b"[" in content else b"xx", 1), "a")


@pytest.mark.parametrize(
    ("head", "help_"),
    [
        ("title: Port: shut", "put quotation marks around a value that holds “: ”"),
        ("title: a\n\toutlet: b", "indent with spaces"),
        ("title: @ledger", "put quotation marks around a value that begins with such a character"),
        ("title: 'a", "a quotation mark is opened and never closed"),
        ("authors: [a", "a bracket is opened and never closed"),
        ("title: a\nDockers walk out", "write one field a line, as “title: …”, and --- below"),
        ("title: 'a' b", "put quotation marks around a value that begins with one"),
        ('title: "a\\q"', "in single quotation marks a backslash is only a backslash"),
        ("title: !a", "put quotation marks around a value that begins with “!”"),
        ("title: *a", "write the value out"),
        ("title: a\ntitle: b", "keep one of the two"),
        ("- title", "write one field a line, as “title: …”"),
    ],
)
def test_what_the_head_of_a_file_trips_over_comes_with_help(head: str, help_: str) -> None:
    with pytest.raises(ContentError) as caught:
        front_matter.read(f"---\n{head}\n---\nText.\n".encode(), "ledger.md")
    assert caught.value.problems[0].hint.startswith(help_)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029"])
def test_what_no_editor_shows_as_a_line_s_end_is_none(sign: str) -> None:
    content = f"---\ntitle: Port{sign}shut\nlang: English\n---\nText.\n".encode()
    with pytest.raises(ContentError) as caught:
        source_file.parse(content, "ledger.md", "ledger")
    assert [problem.line for problem in caught.value.problems] == [3]
    source, _ = source_file.parse(content.replace(b"English", b"en"), "ledger.md", "ledger")
    assert source.title == "Port shut"


def test_a_second_byte_order_mark_does_no_harm() -> None:
    front = front_matter.read(b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: Port\n---\nText.\n", "a.md")
    assert (front.fields["title"].value, front.body.strip()) == ("Port", "Text.")


def test_the_body_knows_its_line() -> None:
    front = front_matter.read(b"---\ntitle: Port\n---\n\n\nText.\n", "ledger.md")
    assert (front.body.strip(), front.body_line + front.body.index("T")) == ("Text.", 6)


def test_a_body_alone_has_no_fields() -> None:
    front = front_matter.read(b"Text --- and more.\n", "ledger.md")
    assert (front.fields, front.body, front.body_line) == ({}, "Text --- and more.\n", 1)


@given(st.dictionaries(st.sampled_from(["on", "title", "outlet", "no"]), WORDS), WORDS)
@settings(max_examples=80, deadline=None)
def test_what_is_written_is_read_back(fields: dict[str, str], entry: str) -> None:
    written = front_writing.write({**fields, "list": (entry, "no"), "more": ({"words": entry},)})
    front = front_matter.read(written.encode(), "ledger.md")
    read = {name: node.value for name, node in front.fields.items()}
    assert {name: read[name] for name in fields} == fields
    assert isinstance(read["list"], tuple)
    assert [node.value for node in read["list"]] == [entry, "no"]
    assert isinstance(read["more"], tuple)
    (more,) = (node.value for node in read["more"])
    assert isinstance(more, dict)
    assert {name: node.value for name, node in more.items()} == {"words": entry}


def test_lists_and_entries_stand_on_one_line() -> None:
    fields = {"agencies": ("AFP", "AP"), "removed": ({"kind": "related", "lines": (3, 7)},)}
    assert front_writing.write(fields) == (
        "---\nagencies: [AFP, AP]\nremoved:\n- {kind: related, lines: [3, 7]}\n---\n"
    )


def test_an_unknown_field_is_a_warning_that_names_the_nearest() -> None:
    content = b"---\ntitel: Port\n---\nText.\n"
    _, (warning,) = source_file.parse(content, "sources/ledger.md", "ledger")
    assert str(warning) == (
        "sources/ledger.md:2: warning: “titel” is not a field of a source\n"
        "  hint: did you mean “title”?"
    )
