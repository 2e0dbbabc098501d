"""Where a page may stand: what every disk can hold, and no two disks take for one."""

import pytest

from tellings.publish.paths import DEEPEST, LONGEST, above, bad_paths, fault_of

SIGN = "it has a character that some disks refuse"
PLAIN = "it is not a plain path inside the folder"
ALIKE = "two files would stand at “{}” and “{}”, which some disks cannot tell apart"
DEEP = "it is too long: its folders are nested too deeply"
LONG = "its name is too long: shorten that of the event or the source"


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "a/b/c.html",
        "é.html",
        "a" * LONGEST,
        "com0x",
        "context.html",
        ".a",
        "a/" * (DEEPEST // 2 - 1) + "ab",
    ],
)
def test_a_plain_path_can_be_used(path: str) -> None:
    assert fault_of(path) is None


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        *((f"a{sign}b", SIGN) for sign in '<>:"|?*\\\0\n\x1f\x7f\ud800\udfff'),
        ("e\u0301.html", SIGN),
        *((path, PLAIN) for path in ("", "/a", "a/", "a//b", "./a", "a/../b", "..", "../a")),
        *((path, LONG) for path in ("a" * (LONGEST + 1), f"a/{'é' * (LONGEST // 2 + 1)}/b")),
        *(
            (f"a/{name}", f"“{name}” is no name for a file on Windows")
            for name in (
                "con",
                "Aux.html",
                "com0",
                "NUL",
                "prn",
                "com1",
                "LPT9.x.y",
                "com²",
                "b.",
                "b ",
            )
        ),
        *((path, DEEP) for path in ("a/" * (DEEPEST // 2) + "a", "é/" * 40_000 + "a")),
        ("con/a", "“con” is no name for a file on Windows"),
    ],
)
def test_a_path_that_some_disk_refuses_cannot(path: str, fault: str) -> None:
    assert fault_of(path) == fault


def test_the_folders_above_a_path_are_named_outermost_first() -> None:
    assert above("a/b/c.html") == ["a", "a/b"]
    assert above("index.html") == []


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["a.html", "b/a.html", "b/b.html"], []),
        (["a/../b"], [("site/a/../b", f"no page can stand there: {PLAIN}")]),
        (["a", "a"], [("site/a", "two pages would stand there")]),
        (["a", "a/b"], [("site/a", "would be both a page and a folder of pages")]),
        (["a.html", "A.html"], [("site/A.html", ALIKE.format("A.html", "a.html"))]),
        (["B/x", "b/y"], [("site/b/y", ALIKE.format("b", "B"))]),
    ],
)
def test_every_path_that_cannot_be_used_is_reported(
    paths: list[str], said: list[tuple[str, str]]
) -> None:
    found = [(one.path, one.message) for one in bad_paths(paths, "site", taken="own")]
    assert found == said


def test_the_place_of_a_file_of_our_own_is_taken() -> None:
    assert [one.path for one in bad_paths(["own", "own.html"], "site", taken="own")] == ["site/own"]
