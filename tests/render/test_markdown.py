from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.model.event import PlainPage
from tellings.render import pages, site_pages
from tellings.render.markdown import render
from tests.render import making
from tests.render.sites import PLAIN
from tests.site.markup import faults, read

ONE = pages.listing(making.digest())


def note(text: str) -> str:
    return render(text, below=2).markup


def plain(text: str) -> str:
    return render(text, below=1, inside=lambda link: f"../{link}", taken=frozenset({"main"})).markup


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://x.example",
        "//x.example",
        "&#106;avascript:alert(1)",
        "\\\\x.example",
    ],
)
def test_links_lead_to_the_web_to_mail_or_into_the_site_and_nowhere_else(link: str) -> None:
    assert read(note(f"[x]({link}) <{link}>")).links == []
    assert read(plain(f"[x]({link}) <{link}>")).links == []


def test_links_to_the_web_and_to_mail_stay() -> None:
    text = "[a](https://a.example/?x=1&y=2) <mailto:b@c.example>"
    assert read(note(text)).links == ["https://a.example/?x=1&y=2", "mailto:b@c.example"]


def test_links_into_the_site_belong_to_plain_pages() -> None:
    assert read(note("[x](method.md)")).links == []
    assert read(plain("[x](method.md#a)")).links == ["../method.md#a"]


def test_raw_html_is_printed_as_text() -> None:
    assert note("<b onclick=x>a</b>\n\n<script>x</script>").count("<p>") == 2
    assert set(read(note("<b onclick=x>a</b>\n\n<script>x</script>")).tags) == {"p"}


def test_images_are_not_loaded() -> None:
    assert read(plain("![x](https://a.example/x.png)")).tags["img"] == 0


def test_headings_stand_below_those_of_the_page() -> None:
    assert read(note("# a\n\n## b\n\n##### c")).headings == [3, 4, 6]
    assert read(plain("# a\n\n# b")).headings == [2, 2]
    assert read(plain("## a\n\n### b\n\n## c")).headings == [2, 3, 2]


def test_headings_of_plain_pages_get_ids_that_are_free() -> None:
    ids = read(plain("# Main\n\n# A *b* c\n\n# a b c\n\n# …")).ids
    assert list(ids) == ["main-2", "a-b-c", "a-b-c-2", "heading"]


def test_headings_of_plain_pages_leave_the_ids_of_the_page_alone() -> None:
    words = "# Events\n\n# H events\n\n# Month 2026-03\n\n# H words\n\n# Facts\n\n# Main\n"
    listings = tuple(replace(ONE, slug=f"harbour-{n}") for n in range(20))
    page = PlainPage(name="index", path="content/index.md", title="Home", body=words)
    plain = (page, replace(page, name="method"), replace(page, name="about"))
    for made in site_pages.of_site(listings, plain, making.SITE, PLAIN):
        if made.path.endswith(".html"):
            assert [f for f in faults(made.body.decode()) if "used twice" in f] == [], made.path


@given(st.text("ab<>&\"'[]()!:/#*_`~\\\n -=", max_size=60))
@settings(max_examples=150)
def test_no_text_makes_a_tag_or_attribute_of_its_own(text: str) -> None:
    markup = read(plain(text))
    assert not {"script", "img", "style"} & set(markup.tags)
    assert {name for _, name, _ in markup.attributes} <= {"href", "id", "title", "class", "start"}
