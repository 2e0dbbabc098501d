import posixpath
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.render import urls
from tellings.render.urls import Addresses

BASE = "https://example.org/repo/"
names = st.text("ab-é :?#%", min_size=1, max_size=6).filter(lambda s: s.strip() == s != "")
paths = st.one_of(
    st.just("index.html"),
    st.builds(urls.digest, names),
    st.builds(urls.source, names, names),
    st.builds(urls.plain, names),
    st.builds(urls.asset, names),
)


@given(paths, paths)
@settings(max_examples=150)
def test_a_link_followed_from_its_page_leads_to_the_page_it_names(here: str, there: str) -> None:
    link = Addresses(page=here, base_url=BASE).to(there)
    assert urljoin(urls.absolute(BASE, here), link) == urls.absolute(BASE, there)


@given(paths, paths)
@settings(max_examples=150)
def test_a_link_between_files_names_the_file(here: str, there: str) -> None:
    link = Addresses(page=here).to(there)
    folder = posixpath.dirname(here)
    assert posixpath.normpath(posixpath.join(folder, unquote(link))) == there


@pytest.mark.parametrize(
    ("here", "there", "anchor", "on_host", "in_files"),
    [
        ("index.html", "index.html", "", "./", "index.html"),
        ("index.html", "events/a/index.html", "", "events/a/", "events/a/index.html"),
        ("events/a/index.html", "index.html", "", "../../", "../../index.html"),
        ("events/a/index.html", "events/a/index.html", "c-1", "#c-1", "#c-1"),
        ("a/index.html", "assets/style.css", "", "../assets/style.css", "../assets/style.css"),
        ("404.html", "index.html", "", "/repo/", "index.html"),
        ("404.html", "assets/style.css", "", "/repo/assets/style.css", "assets/style.css"),
        (
            "events/a/index.html",
            "events/a/sources/b/index.html",
            "s-1",
            "sources/b/#s-1",
            "sources/b/index.html#s-1",
        ),
    ],
)
def test_links_are_relative_but_on_404(
    here: str, there: str, anchor: str, on_host: str, in_files: str
) -> None:
    assert Addresses(page=here, base_url=BASE).to(there, anchor) == on_host
    assert Addresses(page=here).to(there, anchor) == in_files


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        (None, "/"),
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/repo", "/repo/"),
        ("https://example.org/a/b/", "/a/b/"),
    ],
)
def test_a_site_stands_under_the_path_of_its_address(base_url: str | None, path: str) -> None:
    assert urls.base_path(base_url) == path
