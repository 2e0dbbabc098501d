"""Hostile and broken input through the command line: what is said, and what stays as it was."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tellings.cli import main
from tests.projects import LEDGER, SETTINGS, files, project

EVENT = "content/events/harbour/"
SOURCE = f"{EVENT}sources/ledger.md"
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def source(front: str, body: str = LEDGER) -> str:
    return f"---\n{front}\n---\n\n{body}"


def event(front: str, note: str = "") -> str:
    return f"---\ntitle: Port\n{front}\n---\n{note}"


@dataclass(frozen=True)
class Case:
    """Files laid into a good project, and what a build of it must say."""

    name: str
    files: Mapping[str, str | bytes]
    says: str = ""
    """Words of a problem that stops the build; empty where the site is built all the same."""

    links: Mapping[str, str] = field(default_factory=dict)


def theme(template: str) -> dict[str, str | bytes]:
    return {
        "pyproject.toml": f'{SETTINGS}theme = "mine"\n',
        "themes/mine/theme.toml": 'extends = "plain"\n',
        "themes/mine/templates/404.html": template,
    }


DEEP = "[" * 30_000
LONG = "9" * 5_000
REFUSED = (
    # names and places
    Case(
        "an id with steps upwards",
        {EVENT + "event.md": event("targets: [{id: ../x, name: y}]")},
        "event.md:3: the target “../x” may hold only",
    ),
    Case(
        "an id that is a device",
        {EVENT + "event.md": event("targets: [{id: con, name: y}]")},
        "event.md:3: the target “con” is a name that Windows keeps",
    ),
    Case(
        "a slug in other letters",
        {"content/events/éclair/event.md": event("")},
        "content/events/éclair: the event's folder “éclair” may hold only",
    ),
    Case(
        "a slug that is a device",
        {"content/events/aux/event.md": event("")},
        "content/events/aux: the event's folder “aux” is a name that Windows keeps",
    ),
    Case(
        "a slug with an escape sequence",
        {"content/events/a\x1b[31mb/event.md": event("")},
        "content/events/a [31mb: the event's folder “a [31mb” may hold only",
    ),
    Case(
        "a slug with a line break",
        {"content/events/a\n::error::b/event.md": event("")},
        "content/events/a ::error::b: the event's folder “a ::error::b” may hold only",
    ),
    Case(
        "two sources in one place on some disks",
        {EVENT + "sources/Ledger.md": LEDGER},
        "“ledger.md” and “Ledger.md” differ only",
    ),
    Case(
        "a source in another Unicode form",
        {EVENT + "sources/e\u0301.md": LEDGER},
        "may hold only a–z",
    ),
    Case(
        "a theme's name with steps",
        {"pyproject.toml": f'{SETTINGS}theme = "../mine"\n'},
        "pyproject.toml:4: theme: “../mine” is not the name of a theme's folder",
    ),
    Case(
        "an output outside",
        {"pyproject.toml": f'{SETTINGS}output = "../mine"\n'},
        "pyproject.toml:4: output: “../mine” is not a folder inside the project",
    ),
    Case(
        "an output on the content",
        {"pyproject.toml": f'{SETTINGS}output = "content"\n'},
        "holds what the site is made from",
    ),
    *(
        Case(
            f"an output in {folder}",
            {"pyproject.toml": f'{SETTINGS}output = "{folder}/x"\n'},
            "lies in what git, or the next build, remembers",
        )
        for folder in (".cache", "deep/.git")
    ),
    Case("a picture outside", {EVENT + "event.md": event("image: ../../../a.png")}, "event.md:3:"),
    *(
        Case(
            f"a raw file called {name}",
            {SOURCE: source(f"title: a\nraw: '{name}'")},
            f"ledger.md:3: “{name}” is not a file's name",
        )
        for name in ("../event.md", "/etc/passwd", "..", "con", "a\\b", "r" * 300)
    ),
    Case(
        "an earlier raw file outside",
        {SOURCE: source("earlier: [a.txt, ../b.txt]")},
        "ledger.md:2: “../b.txt” is not a file's name",
    ),
    Case("a folder for a source", {EVENT + "sources/x.md/a": "a"}, "x.md: the file cannot be read"),
    Case("a folder for an event.md", {"content/events/z/event.md/a": "a"}, "event.md: the file"),
    Case("a folder for corrections", {EVENT + "corrections.toml/a": "a"}, "toml: the file cannot"),
    # bytes
    Case("NUL", {SOURCE: b"---\ntitle: a\x00b\n---\nText.\n"}, "ledger.md:2: the file holds a"),
    Case("not UTF-8", {SOURCE: b"---\ntitle: a\n---\nText \xff.\n"}, "ledger.md:4: byte"),
    Case("UTF-16", {SOURCE: "Text.".encode("utf-16")}, "ledger.md:1: the file is UTF-16"),
    Case("settings that are not UTF-8", {"pyproject.toml": b"\xff\xfe"}, "toml: not UTF-8: byte 1"),
    Case("an empty file", {SOURCE: b""}, "ledger.md: there is no text"),
    # size
    Case(
        "a file of 100 MB", {SOURCE: b"word word.\n\n" * 8_400_000}, "ledger.md: the file is larger"
    ),
    Case("a line of 10 MB", {SOURCE: b"word " * 2_000_000}, "the file has 10,000,000 bytes"),
    Case(
        "a paragraph without end",
        {SOURCE: source("", "word " * 5_000)},
        "ledger.md:5: a paragraph of 24,999 characters; the most is 20,000",
    ),
    Case(
        "a word without end",
        {SOURCE: source("", "Wo" + "r" * 9_000 + "d.")},
        "ledger.md:5: a word of 9,004 characters; the most is 2,000",
    ),
    Case(
        "front matter without measure",
        {SOURCE: source("title: " + "a " * 40_000)},
        "ledger.md:1: the front matter is larger than 64 KiB",
    ),
    # front matter
    Case(
        "a bomb of aliases",
        {SOURCE: source("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]")},
        "ledger.md:2: “&a” is an anchor",
    ),
    Case(
        "a tag that makes an object",
        {SOURCE: source("title: !!python/object:os.system x")},
        "ledger.md:2: “tag:yaml.org,2002:python/object:os.system” is a tag",
    ),
    Case("brackets without end in front matter", {SOURCE: source("a: " + DEEP)}, "too deeply"),
    Case("a lone surrogate", {SOURCE: source('title: "\\ud800"')}, "ledger.md:2: the front matter"),
    Case("an escape in a value", {SOURCE: source('title: "a\\e[31mb"')}, "ledger.md:2: a value"),
    Case(
        "a title that turns text round",
        {SOURCE: source("title: a\u202eb")},
        "ledger.md:2: the file holds a mark that turns text round, U+202E",
    ),
    Case(
        "a title that turns text round by an escape",
        {SOURCE: source('title: "a\\u2066b"')},
        "ledger.md:2: a value holds a mark that turns text round, U+2066",
    ),
    Case(
        "a paragraph that turns text round",
        {SOURCE: source("", "One.\n\nTwo \u202b is here.")},
        "ledger.md:7: the file holds a mark that turns text round, U+202B",
    ),
    Case(
        "a note that turns text round",
        {EVENT + "event.md": event("", "a\u202eb")},
        "event.md:5: the",
    ),
    *(
        Case(
            f"{words[:7]} of a correction that turns text round",
            {EVENT + "corrections.toml": f'[[section]]\nsource = "ledger"\n{words}\n'},
            says,
        )
        for words, says in (
            ('section = "a\\u202eb"\nwords = "30 ships"', "toml:3: “section” is a text"),
            ('section = "a"\nwords = "ships"\nbecause = "\\u202e"', "toml:5: “because” is a text"),
            ('section = "a"\nwords = "ships"\nby = "\\u2067"', "toml:5: “by” is a text"),
            ('by = "\u202e"', "toml:3: the file holds a mark that turns text round, U+202E"),
        )
    ),
    Case(
        "settings that turn text round",
        {"pyproject.toml": SETTINGS.replace("Harbour", "a\\u202eb")},
        "toml:2: title: expected one line of printable text",
    ),
    Case("front matter left open", {SOURCE: "---\ntitle: x\n"}, "ledger.md:1: the front matter is"),
    Case("a day outside the calendar", {SOURCE: source("published: 2026-02-30")}, "is not a day"),
    Case(
        "a line number out of range",
        {SOURCE: source("removed: [{kind: box, lines: [99999999999, 2]}]")},
        "whole numbers",
    ),
    Case(
        "an address that runs a script",
        {SOURCE: source("url: javascript:alert(1)")},
        "ledger.md:2: “javascript:alert(1)” is not a web address",
    ),
    Case(
        "an address that is data", {SOURCE: source("url: data:text/html,x")}, "is not a web address"
    ),
    # other files
    Case("settings nested without end", {"pyproject.toml": f"a = {DEEP}"}, "toml: not TOML"),
    Case("corrections nested without end", {EVENT + "corrections.toml": f"a = {DEEP}"}, "not TOML"),
    Case("a number without end", {EVENT + "corrections.toml": f"a = {LONG}"}, "not TOML"),
    Case("a manifest nested without end", {"site/manifest.json": DEEP}, "site: this folder holds"),
    Case("lists nested without end", {SOURCE: ">" * 20_000 + " words.\n"}, "nested too deeply"),
    # themes
    Case(
        "a theme.toml nested without end",
        {**theme(""), "themes/mine/theme.toml": f"a = {DEEP}"},
        "mine/theme.toml: this is not TOML",
    ),
    Case("a name that no view offers", theme("<p>\n{{ nobody }}"), "404.html:2: 'nobody' is undef"),
    Case(
        "a template that extends nothing", theme('{% extends "none.html" %}'), "none.html: there is"
    ),
    Case(
        "a template that includes itself", theme('{% include "404.html" %}'), "404.html:1: Recurs"
    ),
    Case(
        "a template that counts for ever",
        theme("{% for n in range(10 ** 12) %}{% endfor %}"),
        "404.html:1: a range of 1,000,000,000,000 numbers; the most is 100,000",
    ),
    Case(
        "loops in loops",
        theme("\n{% for a in range(9**5) %}{% for b in range(9**5) %}{% endfor %}{% endfor %}"),
        "404.html:2: more than 3,000,000 turns of loops for one page",
    ),
    Case(
        "a loop in a loop with another end",
        theme(
            "{% for a in range(9**5)|map('abs') %}{% for b in range(9**5) %}{% endfor %}"
            "{% endfor %}"
        ),
        "404.html:1: more than 3,000,000",
    ),
    Case(
        "a macro that calls itself",
        theme("{% macro again() %}\n{{ again() }}{% endmacro %}{{ again() }}"),
        "404.html:2: RecursionError",
    ),
    Case(
        "a macro that calls itself twice",
        theme(
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
            "{{ m(60) }}"
        ),
        "404.html:1: more than 3,000,000",
    ),
    Case(
        "a template that includes itself twice",
        theme(
            "{% if (n or 0) < 60 %}{% set n = (n or 0) + 1 %}{% include '404.html' %}"
            "{% include '404.html' %}{% endif %}"
        ),
        "404.html:1: ",
    ),
    Case(
        "a block that fills itself",
        theme("{% block main %}{{ self.main() }}{% endblock %}"),
        "404.html:1: RecursionError",
    ),
    Case(
        "a word without end",
        theme("{{ 'ab' * 10**9 }}"),
        "404.html:1: what “*” would give is too large",
    ),
    Case("a list without end", theme("{{ (10**9 * [1])|length }}"), "404.html:1: what “*” would"),
    Case("a power without end", theme("{{ 9**(9**9) }}"), "404.html:1: what “**” would give is"),
    *(
        Case(f"what asks for too much: {words}", theme(words), f"404.html:1: what “{what}” would")
        for words, what in (
            ("{{ 'x'|center(10**9) }}", "center"),
            ("{{ 'x'.ljust(10**9) }}", "ljust"),
            ("{{ '%1000000000s'|format('x') }}", "format"),
            ("{{ '%(a)999999999s' % dict(a=1) }}", "%"),
            ("{{ '{:>1000000000}'.format('x') }}", "format"),
            ("{{ '%*d' % (10**9, 1) }}", "%"),
            ("{{ 'a b'|indent(10**9) }}", "indent"),
            ("{{ ('a' * 10**6)|replace('a', 'b' * 10**6) }}", "replace"),
            ("{{ (['a' * 10**6] * 10**6)|join }}", "join"),
            ("{{ ' '.join(['a' * 10**6] * 10**6) }}", "join"),
            ("{{ ([[1] * 10**6] * 10**6)|tojson }}", "tojson"),
            ("{{ [[1] * 10**6] * 10**6 }}", "{{ … }}"),
            ("{{ ('a' * 10**6)|wordwrap(1) }}", "wordwrap"),
            ("{{ [1]|slice(10**9)|list }}", "slice"),
            (
                (
                    "{% set n = namespace(x='a') %}{% for i in 'a' * 99 %}{% set n.x = n.x ~ n.x %}"
                    "{% endfor %}"
                ),
                "{{ … }}",
            ),
            (
                (
                    "{% set n = namespace(x=[1]) %}{% for i in 'a' * 99 %}{% set n.x = n.x + n.x %}"
                    "{% endfor %}"
                ),
                "+",
            ),
            ("{% set l = [1] %}{% for i in range(99) %}{{ l.extend(l) }}{% endfor %}", "extend"),
        )
    ),
    *(
        Case(f"much, bit by bit: {words}", theme(words), "404.html:1: more than 3,000,000")
        for words in (
            "{% set x = 'a' * 9**7 %}{% for i in range(9**5) %}{{ x }}{% endfor %}",
            (
                "{% set x = 'a' * 9**7 %}{% macro m() %}{% for i in range(9**5) %}{{ x }}"
                "{% endfor %}{% endmacro %}{{ m()|length }}"
            ),
            "{{ range(9**5)|map('string')|map('center', 9**5)|list|length }}",
        )
    ),
    Case("chance in a filter", theme("{{ [1, 2]|random }}"), "404.html:1: No filter named 'rand"),
    Case("chance in words", theme("{{ lipsum() }}"), "404.html:1: 'lipsum' is undefined"),
    Case(
        "a template that is hidden",
        {**theme('{% include ".x.html" %}'), "themes/mine/templates/.x.html": "x"},
        ".x.html: there is no such template",
    ),
    Case(
        "a theme that extends itself",
        {
            **theme(""),
            "themes/mine/theme.toml": 'extends = "mine"\n',
        },
        "themes/mine/theme.toml: the theme “mine” extends itself",
    ),
    Case("a division by nothing", theme("\n{{ 1 / 0 }}"), "404.html:2: ZeroDivisionError"),
    Case(
        "a block that is in no template above",
        theme('{% extends "base.html" %}\n{% block mian %}x{% endblock %}'),
        "404.html:2: the block “mian” is in no template that this one extends",
    ),
    Case(
        "a base without the blocks of its pages",
        {
            **theme('{% extends "base.html" %}{% block main %}x{% endblock %}'),
            "themes/mine/templates/base.html": "<!doctype html><title>x</title>",
        },
        "the block “main” is in no template that this one extends",
    ),
    Case("a block left open", theme("<p>\n{% block main %}"), "404.html:2:"),
    Case(
        "a file of a theme that is not UTF-8 by its name",
        {**theme(""), "themes/mine/static/a\udcff.css": "a"},
        "site/assets/a .css: no page can stand there",
    ),
    Case("a template outside the themes", theme('{% include "../../../secret" %}'), "secret"),
)
BUILT = (
    Case("a byte order mark", {SOURCE: b"\xef\xbb\xbf---\ntitle: a\n---\nText is here.\n"}),
    Case("text from right to left", {SOURCE: source("title: \u05e9\u05dc\u05d5\u05dd")}),
    Case("marks that order text", {SOURCE: source("title: \u05e9\u200f (b)\u200e")}),
    Case("a text without a sentence", {SOURCE: source("title: x", "— — —\n\n***\n")}),
    Case("a title alone", {SOURCE: source("title: x", "")}),
    Case(
        "the first day",
        {
            EVENT + "event.md": event("on: 0001-01-01"),
            SOURCE: source("published: 0001-01-01", "Last Friday, a century ago, it began."),
        },
    ),
    Case(
        "the last day",
        {
            EVENT + "event.md": event("on: 9999-12-31"),
            SOURCE: source("published: 9999-12-31", "Tomorrow, in 3,000 centuries, it ends."),
        },
    ),
    Case(
        "numbers out of range",
        {SOURCE: source("", f"Some {LONG[:1_500]} ships came, 1e999 men, 1/0 of them all.")},
    ),
    Case("a record nested without end", {EVENT + "published.json": DEEP}),
    Case("a record with a number without end", {EVENT + "published.json": LONG}),
    Case(
        "thousands of names for one",
        {EVENT + "corrections.toml": f"[[names]]\nsame = {[f'Lind {n}' for n in range(5_000)]}\n"},
    ),
    Case("a note nested without end", {EVENT + "event.md": event("", ">" * 20_000 + " words.")}),
    Case("brackets without end", {SOURCE: source("", "[" * 1_900 + " are here.")}),
    Case(
        "names of no character",
        {
            EVENT + "event.md": event("targets: [{id: union, name: Union, aliases: ['', ' ']}]"),
            SOURCE: source("authors: ''\nagencies: ['']"),
        },
    ),
    Case("a folder of notes", {"content/x.md/a": "a", "content/events/file": "a"}),
)


def lay(root: Path, case: Case) -> Path:
    project(root, "harbour")
    for name, body in case.files.items():
        place = root / name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(body if isinstance(body, bytes) else body.encode())
        except OSError:
            pytest.skip("this disk has no such name")
    return root


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in REFUSED])
def test_what_is_hostile_is_refused_with_its_place(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "project", case)
    if "differ only" in case.says and len(list((root / EVENT / "sources").iterdir())) < 3:
        pytest.skip("this disk does not tell capitals from small letters")
    before = files(root)
    assert main([], root=root) == 1
    said = capsys.readouterr().err
    assert case.says in said
    assert all(line.isprintable() for line in said.splitlines())
    kept = {path: body for path, body in files(root).items() if not path.startswith(".cache/")}
    assert kept == before
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in BUILT])
def test_what_is_only_strange_is_built(case: Case, tmp_path: Path) -> None:
    root = lay(tmp_path / "project", case)
    before = files(root / "content")
    assert main(["-q"], root=root) == 0
    assert files(root / "content") == before
    assert main(["verify", str(root / "site")]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


@needs_links
@pytest.mark.parametrize(
    ("link", "target", "says"),
    [
        (EVENT + "sources/x.md", "/etc/passwd", "x.md: the file is a link that leads nowhere or"),
        (EVENT + "sources/x.md", "x.md", "x.md: the file is a link that leads nowhere or"),
        (EVENT + "sources/x.md", "/dev/zero", "x.md: the file is a link that leads nowhere or"),
        (EVENT + "corrections.toml", "/dev/zero", "toml: the file is a link that leads nowhere"),
        ("content/events/out", "/etc", "out: the folder is a link that leads out of the project"),
        ("site", "/tmp", "site: the output folder is a link that leads out of the project"),  # noqa: S108
        ("themes/plain", "/etc", "out of"),
    ],
)
def test_no_link_leads_out(
    link: str, target: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, "harbour")
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(target)
    assert main([], root=root) == 1
    assert says in capsys.readouterr().err


@needs_links
def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, "harbour")
    os.mkfifo(root / EVENT / "sources" / "x.md")
    assert main([], root=root) == 1
    assert "x.md: this is no file but a pipe or a device" in capsys.readouterr().err
