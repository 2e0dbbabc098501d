import pytest

from tellings.model.page import Page
from tellings.render import links


def site(body: str, *, path: str = "index.html") -> tuple[Page, ...]:
    return (
        Page(path, body.encode()),
        Page("a/index.html", b'<h1 id="top">A</h1><p id="caf\xc3\xa9">'),
        Page("assets/style.css", b"h1 {}"),
    )


def found(body: str, *, path: str = "index.html", base: str = "/repo/") -> list[str]:
    return [problem.message for problem in links.check(site(body, path=path), base)]


@pytest.mark.parametrize(
    "link",
    [
        "a/",
        "a/index.html",
        "./a/",
        "a/#top",
        "a/?x=1#top",
        "a/#caf%C3%A9",
        "/repo/a/#top",
        "/repo/",
        "/repo/assets/style.css",
        "#here",
        "./",
        "",
        "https://elsewhere.example/#x",
        "mailto:a@b.example",
        "//elsewhere.example/",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(link: str) -> None:
    assert found(f'<p id="here"><a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("b/", "leads to no page or file of the site"),
        ("a", "leads to no page or file of the site"),
        ("/a/", "leads to no page or file of the site"),
        ("../", "leads to no page or file of the site"),
        ("#there", "leads to no place with the id “there”"),
        ("a/#bottom", "leads to no place with the id “bottom”"),
        ("assets/style.css#x", "leads to no place with the id “x”"),
    ],
)
def test_a_broken_link_is_named_with_its_page(link: str, why: str) -> None:
    problems = links.check(site(f"<a class=x href='{link}'>x</a>"), "/repo/")
    assert [(p.path, p.message) for p in problems] == [("index.html", f"the link “{link}” {why}")]


def test_images_are_checked_too_and_broken_links_of_a_page_come_at_once() -> None:
    assert len(found('<img alt="a > b" src="x.png"><a href="y/">y</a><a href="y/">y</a>')) == 2


def test_links_climb_from_the_folder_of_their_page() -> None:
    assert found('<a href="../a/#top">', path="events/index.html") == []
    assert found('<a href="../../a/">', path="events/index.html") != []


def test_an_id_used_twice_is_a_problem() -> None:
    assert found('<p id="x"><p id="x"><p id="y">') == ["the id “x” is used 2 times"]


def test_text_and_comments_are_not_links() -> None:
    assert found('<!-- <a href="b/"> --><p>&lt;a href="b/"&gt; href="c/"</p>') == []


def test_addresses_are_read_as_a_browser_reads_them() -> None:
    assert found('<a href="a/?x=1&amp;y=2#top">') == []
