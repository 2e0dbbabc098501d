"""Values out of front matter: which are taken, and where a problem is seen."""

import pytest

from tellings.errors import Problem
from tellings.reading import front_matter
from tellings.reading.fields import Fields, is_address, is_day, is_language


def fields(head: str) -> Fields:
    front = front_matter.read(f"---\n{head}\n---\n".encode(), "a.md")
    return Fields("a.md", front.fields, 1)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        *(("2026-03-04 00:00", True), ("2026-03-04 23:59:59", True), ("2026-03-04T15:30Z", True)),
        *(("2026-03-04 15:30:10.5 GMT", True), ("2026-03-04 15:30 +02:00", True)),
        *(("2026-03-04 24:00", False), ("2026-03-04 12:60", False), ("2026-03-04 12:30:60", False)),
        *(("2026-03-04 12", False), ("2026-02-29", False), ("04-03-2026", False), ("", False)),
    ],
)
def test_a_time_is_one_of_the_clock_and_a_day_one_of_the_calendar(text: str, right: bool) -> None:
    assert is_day(text, time=True) is right


def test_a_time_stands_only_where_one_may() -> None:
    assert is_day("2026-03-04")
    assert not is_day("2026-03-04 15:30")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        *(("https://a.example/b?c=d#e", True), ("http://a", True), ("http://[::1]:80/", True)),
        *(("ftp://a.example/", False), ("//a.example/", False), ("http://", False)),
        *(("http://[", False), ("https://a.example/b c", False), ('https://a.example/"', False)),
    ],
)
def test_an_address_is_a_whole_one_of_the_web(text: str, right: bool) -> None:
    assert is_address(text) is right


@pytest.mark.parametrize(
    ("tag", "right"),
    [("en", True), ("pt-BR", True), ("zh-Hant-TW", True), ("e", False), ("en_GB", False)],
)
def test_a_language_is_a_tag(tag: str, right: bool) -> None:
    assert is_language(tag) is right


def test_values_are_asked_for_by_name_and_kind() -> None:
    asked = fields(
        "title: ' A  port '\nauthors: [Mara  Lind, Otto]\nplace: Norrin\nempty: ''\nnone: ~\n"
        "blank: [' ', Norrin]\n"
        "draft: true\nopen: false\nline: 007\nlines: [3, 7]\nrights: none\non: 2026-03-04"
    )
    assert (asked.text("title"), asked.text("empty"), asked.text("none"), asked.text("x")) == (
        *("A port", None, None, None),
    )
    assert asked.texts("authors") == ("Mara Lind", "Otto")
    assert (asked.texts("place"), asked.texts("none"), asked.texts("x")) == (("Norrin",), (), ())
    assert (asked.texts("empty"), asked.texts("blank")) == ((), ("Norrin",))
    assert (asked.flag("draft"), asked.flag("open"), asked.flag("x")) == (True, False, False)
    assert (asked.number("line"), asked.number("x", 1), asked.numbers("lines")) == (7, 1, (3, 7))
    assert asked.choice("rights", ("full", "none"), "full") == "none"
    assert asked.choice("x", ("full", "none"), "full") == "full"
    assert (asked.day("on"), asked.day("x"), asked.problems) == ("2026-03-04", None, [])


@pytest.mark.parametrize(
    ("head", "kind", "message"),
    [
        ("a: [b]", "text", "“a” is a single text"),
        ("a: {b: c}", "texts", "“a” is a list of texts"),
        ("a: [b, [c]]", "texts", "“a” is a list of texts"),
        ("a: yes", "flag", "“a” is true or false, not “yes”"),
        ("a: 1.5", "number", "“a” is a whole number"),
        ("a: 1234567890", "number", "“a” is a whole number"),
        ("b: 1", "number", "“a” is a whole number"),
        ("a: [1, b]", "numbers", "“a” is a list of whole numbers"),
        ("a: b", "each", "“a” is a list of entries such as “- {…}”"),
        ("a: [b]", "each", "“a” is a list of entries such as “- {…}”"),
        ("a: 2026-3-4", "day", "“2026-3-4” is not a day"),
        ("a: 2026-03-04 15:30", "day", "“2026-03-04 15:30” is not a day"),
        ("a: x y", "address", "“x y” is not a web address"),
        ("b: c", "needed", "“a” is missing"),
        ("a: ''", "needed", "“a” is missing"),
        ("a: [b]", "needed", "“a” is a single text"),
    ],
)
def test_what_is_of_another_kind_is_said_once_with_its_line(
    head: str, kind: str, message: str
) -> None:
    asked = fields(f"first: 1\n{head}")
    getattr(asked, kind)("a")
    (problem,) = asked.problems
    line = 3 if head.startswith("a") else 1
    assert (problem.path, problem.line, problem.message) == ("a.md", line, message)


def test_what_nobody_reads_is_a_warning_that_names_what_is_near() -> None:
    asked = fields("titel: Port\nzzz: 1\ntitle: Port")
    asked.only(("title", "draft"), "a page")
    warning = {"path": "a.md", "severity": "warning"}
    assert asked.problems == [
        Problem(
            line=2,
            message="“titel” is not a field of a page",
            hint="did you mean “title”?",
            **warning,  # type: ignore[arg-type]
        ),
        Problem(
            line=3,
            message="“zzz” is not a field of a page",
            hint="known are title, draft",
            **warning,  # type: ignore[arg-type]
        ),
    ]
