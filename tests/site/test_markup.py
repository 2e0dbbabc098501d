from dataclasses import replace
from itertools import product

import pytest

from tellings.render import links, pages, urls
from tests.render import making
from tests.render.sites import PLAIN, html, rendered
from tests.site.markup import faults, read

HOSTILE = (
    "<script>alert(1)</script>",
    '"onload="alert(1)',
    "'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}</title><b>",
    "]]>&lt;b>",
)


@pytest.mark.parametrize("base_url", [making.BASE, None])
def test_every_page_is_well_formed_with_one_first_heading_and_no_script(
    base_url: str | None,
) -> None:
    found = {path: faults(page) for path, page in html(rendered(base_url)).items()}
    assert found == {path: [] for path in found}
    assert len(found) == 15


@pytest.mark.parametrize("base_url", [making.BASE, None, "https://digests.example"])
def test_every_link_and_anchor_leads_somewhere(base_url: str | None) -> None:
    assert links.check(rendered(base_url), urls.base_path(base_url)) == ()


def test_pages_for_the_file_system_name_every_file() -> None:
    for page in html(rendered(None)).values():
        inner = [link for link in read(page).links if "://" not in link]
        assert [link for link in inner if link.partition("#")[0].endswith("/")] == []


def test_pages_for_a_host_have_no_address_from_the_root_but_for_404() -> None:
    rooted = {
        path
        for path, page in html(rendered()).items()
        if any(link.startswith("/") for link in read(page).links)
    }
    assert rooted == {"404.html"}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    digest = making.hostile(words)
    made = pages.of_event(digest, making.INPUTS, making.SITE, PLAIN)
    harmless = making.hostile("harmless words")
    plain = html(pages.of_event(harmless, making.INPUTS, making.SITE, PLAIN))
    for path, page in html(made).items():
        markup = read(page)
        assert [f for f in faults(page) if not f.startswith("the id")] == [], path
        assert not [link for link in markup.links if link.lower().startswith("javascript")]
        assert markup.tags["img"] == 0
        scripts = [src for tag, name, src in markup.attributes if (tag, name) == ("script", "src")]
        assert len(scripts) + len(markup.structured) == markup.tags["script"]
        assert {src.rpartition("/")[2] for src in scripts} == {"script.js"}
        assert markup.tags["b"] == read(plain[path]).tags["b"]


def test_a_page_says_which_styles_it_takes_and_nothing_else() -> None:
    for base_url, page in product((making.BASE, None), ("index.html", "method/index.html")):
        markup = read(html(rendered(base_url))[page])
        policies = [v for _, name, v in markup.attributes if name == "content" and "default" in v]
        (policy,) = policies
        assert policy.startswith("default-src 'none'; style-src 'self'")
        assert policy.endswith("; base-uri 'none'; form-action 'none'")
        assert ("connect-src 'self';" in policy) == bool(base_url)
        assert "unsafe" not in policy
        assert "http" not in policy


def test_words_in_another_language_are_marked_as_such() -> None:
    page = html(rendered())["events/saltmere-strike/sources/quai/index.html"]
    assert '<h1 lang="fr" dir="auto">Grève au port de Saltmere</h1>' in page
    assert '<div class="telling" id="sentences" lang="fr">' in page
    assert "was not analysed" in page
    # A line of Arabic or Hebrew is set from the right, its full stop included.
    assert page.count('<p class="body" dir="auto">') == page.count('<p class="body"') > 0


def test_a_source_that_asks_not_to_be_listed_is_not() -> None:
    made = rendered()
    page = html(made)["events/saltmere-strike/sources/standard/index.html"]
    assert '<meta name="robots" content="noindex">' in page
    (sitemap,) = [page.body.decode() for page in made if page.path == "sitemap.xml"]
    assert "sources/standard" not in sitemap
    assert "sources/ledger" in sitemap


def test_an_event_without_an_english_text_has_its_pages() -> None:
    whole = making.digest()
    (quai,) = [telling for telling in whole.tellings if telling.id == "quai"]
    digest = replace(making.tiny(), tellings=(quai,), targets=whole.targets)
    made = pages.of_event(digest, making.INPUTS, making.SITE, PLAIN)
    assert {path: faults(page) for path, page in html(made).items() if faults(page)} == {}
    assert "1 file · no text to compare" in html(made)["events/tiny/index.html"]


def test_the_style_sheet_stays_small() -> None:
    (sheet,) = [page for page in rendered() if page.path == "assets/style.css"]
    assert len(sheet.body) < 30_000
