"""A whole site as its readers meet it: over HTTP, under /repo/, every link and anchor followed."""

import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from tellings.build import Options, build
from tellings.serve.server import Place, running
from tests.projects import LEDGER, STANDARD, files, project, source
from tests.site.markup import Markup, faults, read

FIXED = (
    "alone",
    "claim",
    "counting",
    "coverage",
    "data",
    "h-short",
    "how",
    "index",
    "lacks",
    "left-out",
    "main",
    "section-1",
    "sentences",
    "short",
    "sources",
    "table",
    "terms",
    "text",
    "timeline",
    "voices",
    "who",
    "words",
)
"""Names that a page may have for a place of its own."""

HOSTILE = "<script>alert(1)</script>"
RAW = "'onerror=alert(1) &lt;b&gt;.txt"
PAGES = "# Events\n\n## Main\n\n## H events\n\n## Facts\n\n## Limits\n\nWords.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site whose sources, targets and headings are named as places of its pages are."""
    root = project(tmp_path_factory.mktemp("crawl"))
    for number, name in enumerate(FIXED):
        body = (LEDGER, STANDARD)[number % 2].replace("30", str(30 + number))
        front = (
            f'title: "Dockers shut gate {number} {HOSTILE}"\nauthors: ["{HOSTILE}"]\n'
            f'agencies: ["{HOSTILE}"]\nraw: "{RAW}"\nrobots: "{HOSTILE}"\n'
            f'url: "https://ledger.example/?q=\'onclick=alert(1)"\n'
            f'evidence:\n- {{field: "title", words: "{HOSTILE}", line: 1}}\n'
            f'refused:\n- {{field: title, value: "{HOSTILE}", line: 2, because: "{HOSTILE}"}}\n'
            f'removed:\n- {{kind: "{HOSTILE}", lines: [1, 2]}}\n'
        )
        source(
            root,
            "timeline",
            name,
            f"{body}\n## {name}\n\n[x](javascript:alert(1)) {HOSTILE}\n",
            front,
        )
    targets = "".join(f'- {{id: {name}, name: "{name} {HOSTILE}"}}\n' for name in FIXED)
    (root / "content" / "events" / "timeline" / "event.md").write_text(
        f'---\ntitle: "Strike {HOSTILE}"\non: 2026-03-04\nplace: "{HOSTILE}"\ntargets:\n{targets}'
        f"- {{id: union, name: Mara Lind, aliases: [dockers, union]}}\n---\n# main\n\n{HOSTILE}\n",
        "utf-8",
    )
    for name in ("index", "method", "events", "about"):
        (root / "content" / f"{name}.md").write_text(PAGES, "utf-8")
    built = build(Options(root=root))
    assert built.problems == ()
    return root / "site"


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
        body: bytes = answer.read()
    return body


def crawl(home: str) -> tuple[dict[str, Markup], set[str]]:
    """Follow every link from the home page on; give the pages met, and the places linked to."""
    pages: dict[str, Markup] = {}
    places: set[str] = set()
    waiting = [home]
    while waiting:
        address = waiting.pop()
        body = fetch(address)
        if address in pages or not body.startswith(b"<!DOCTYPE html>"):
            continue
        pages[address] = read(body.decode())
        inner = {urljoin(address, link) for link in pages[address].links}
        places |= {place for place in inner if place.startswith(home)}
        waiting += sorted(
            {urldefrag(place).url for place in inner if place.startswith(home)} - pages.keys()
        )
    return pages, places


def test_every_link_and_anchor_of_a_site_under_a_path_leads_somewhere(site: Path) -> None:
    with running(Place(site, "/repo/"), 0) as server:
        home = f"http://127.0.0.1:{server.server_port}/repo/"
        pages, places = crawl(home)
    anchored = [urldefrag(place) for place in places]
    lost = [at for at in anchored if at.fragment and unquote(at.fragment) not in pages[at.url].ids]
    assert lost == []
    met = {address.removeprefix(home) + "index.html" for address in pages}
    written = {path for path in files(site) if path.endswith(".html")}
    assert written - met == {"404.html"}
    assert len(anchored) > 100


def test_no_place_of_a_page_is_named_twice_and_no_word_of_a_source_is_markup(site: Path) -> None:
    pages = {path: body.decode() for path, body in files(site).items() if path.endswith(".html")}
    assert {path: faults(page) for path, page in pages.items() if faults(page)} == {}
    for page in pages.values():
        links = [link.lower() for link in read(page).links]
        assert not [link for link in links if link.startswith(("javascript:", "data:", "//"))]


def test_no_feed_and_no_table_is_broken_by_the_words_of_a_source(site: Path) -> None:
    found = files(site)
    assert b"<script" not in found["feed.xml"] + found["sitemap.xml"]
    assert {"coverage.csv", "stance.csv", "terms.csv"} <= {
        path.rpartition("/")[2] for path in found if path.startswith("events/timeline/")
    }


def test_an_address_that_is_missing_shows_links_that_work_at_any_depth(site: Path) -> None:
    with running(Place(site, "/repo/"), 0) as server:
        home = f"http://127.0.0.1:{server.server_port}/repo/"
        address = f"{home}events/nowhere/deeper/"
        with pytest.raises(urllib.error.HTTPError) as missing:
            fetch(address)
        page = missing.value.read().decode()
        inner = [urljoin(address, link) for link in read(page).links if not link.startswith("#")]
        assert inner
        assert all(fetch(urldefrag(link).url) for link in inner)
