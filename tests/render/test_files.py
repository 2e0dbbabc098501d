import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as Tree

import pytest

from tellings.model.findings import Reading
from tellings.model.page import Page
from tellings.render import feeds, pages, tables
from tellings.render.index import index
from tellings.render.phrases import Part
from tellings.render.views import Listing
from tellings.render.views.listing import Known
from tests.render import making
from tests.render.sites import PLAIN, rendered
from tests.render.texts import WIRE

ATOM = "{http://www.w3.org/2005/Atom}"
DATA = ("digest.json", "coverage.csv", "stance.csv", "terms.csv")

STATIC = ("card.png", "icon.svg", "script.js", "search.js", "style.css")


def file(path: str, made: tuple[Page, ...] | None = None) -> str:
    (page,) = [page for page in made or rendered() if page.path == path]
    return page.body.decode()


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file(f"events/saltmere-strike/{name}"))))


def test_an_event_has_its_pages_and_its_data() -> None:
    made = pages.of_event(making.digest(), making.INPUTS, making.SITE, PLAIN)
    folder = "events/saltmere-strike/"
    assert [page.path for page in made] == [
        f"{folder}index.html",
        *(f"{folder}sources/{id_}/index.html" for id_ in sorted(making.TEXTS)),
        f"{folder}stance/index.html",
        *(f"{folder}{name}" for name in DATA),
    ]


def test_a_site_has_its_pages_and_what_hosts_want() -> None:
    paths = {page.path for page in rendered() if not page.path.startswith("events/")}
    files = {"robots.txt", ".nojekyll", "CNAME", "feed.xml", "feed.json", "sitemap.xml"}
    names = ("a-z/", "about/", "method/", "")
    folders = {"404.html", *(f"{name}index.html" for name in names)}
    assert paths == files | folders | {f"assets/{name}" for name in STATIC}


def test_without_an_address_there_are_no_feeds_and_no_sitemap() -> None:
    with_, without = ({page.path for page in rendered(base)} for base in (making.BASE, None))
    assert with_ - without == {"feed.xml", "feed.json", "sitemap.xml"}
    assert "feed" not in file("index.html", rendered(None))
    assert "canonical" not in file("index.html", rendered(None))


def test_the_same_inputs_give_the_same_bytes() -> None:
    again = pages.of_event(making.digest(), making.INPUTS, making.SITE, PLAIN)
    assert again == pages.of_event(making.digest(), making.INPUTS, making.SITE, PLAIN)


def test_the_coverage_table_names_the_voice_or_nothing() -> None:
    first = rows("coverage.csv")[0]
    assert (first["courier"], first["ledger"]) == ("attributed", "own voice")
    assert first["standard"] == "attributed, loaded word"
    assert "isles" not in first
    assert rows("coverage.csv")[1]["standard"] == ""


def test_the_stance_table_keeps_not_covered_apart_from_neutral() -> None:
    found = [
        (row["source"], row["voice"], row["value"], row["in_words"]) for row in rows("stance.csv")
    ]
    assert found[0] == ("courier", "own", "0", "neutral")
    assert found[1] == ("standard", "own", "-2", "strongly critical")
    assert found[2] == ("standard", "quoted", "", "not covered")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", "\n=1", "\uff1d1"])
def test_no_cell_is_taken_for_a_formula(words: str) -> None:
    assert tables.guarded(words) == f"'{words}"


def test_no_part_of_a_cell_is_a_formula_where_semicolons_part_cells() -> None:
    assert tables.guarded("a;=1;b\t@x; -1") == "a;'=1;b\t'@x; -1"


def test_numbers_and_plain_words_stand_as_they_are() -> None:
    assert [tables.guarded(cell) for cell in (-2, None, "a=b", "")] == [-2, None, "a=b", ""]


def test_no_table_holds_a_formula_from_a_source() -> None:
    found = index(making.hostile("=HYPERLINK(1)"))
    for table in (tables.coverage(found), tables.stance(found), tables.terms(found)):
        cells = [cell for row in csv.reader(io.StringIO(table.decode())) for cell in row]
        assert not [cell for cell in cells if cell.startswith("=")]


def test_the_atom_feed_tells_the_events_by_their_own_dates() -> None:
    feed = Tree.fromstring(file("feed.xml"))  # noqa: S314 - our own
    entry, _ = feed.findall(f"{ATOM}entry")
    address = f"{making.BASE}events/saltmere-strike/"
    assert entry.findtext(f"{ATOM}id") == address
    assert entry.findtext(f"{ATOM}updated") == "2026-03-03T00:00:00Z"
    assert feed.findtext(f"{ATOM}updated") == "2026-03-03T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Ida Holm"
    assert "“About 300” (Coastwire copy) or “Some 450” (The Ledger)" in (
        entry.findtext(f"{ATOM}summary") or ""
    )


def test_the_json_feed_has_absolute_links_alone() -> None:
    feed = json.loads(file("feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    links = [feed["home_page_url"], feed["feed_url"], *(item["url"] for item in feed["items"])]
    assert links == [
        making.BASE,
        f"{making.BASE}feed.json",
        f"{making.BASE}events/saltmere-strike/",
        f"{making.BASE}events/tiny/",
    ]


def test_feeds_hold_words_that_xml_cannot() -> None:
    one = replace(pages.listing(making.digest()), title="a\x00b\x0b<c>&")
    feed = Tree.fromstring(feeds.atom((one,), making.SITE, making.BASE))  # noqa: S314 - our own
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "ab<c>&"


def test_a_feed_without_a_dated_event_is_still_a_feed() -> None:
    tiny = replace(pages.listing(making.tiny()), updated=None)
    feed = Tree.fromstring(feeds.atom((tiny,), making.SITE, making.BASE))  # noqa: S314 - our own
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_the_sitemap_lists_every_page_that_may_be_found() -> None:
    urls = [e.text for e in Tree.fromstring(file("sitemap.xml")).iter() if e.tag.endswith("loc")]  # noqa: S314
    assert len(urls) == len(set(urls)) == 4 + 2 + 4 + 3
    assert f"{making.BASE}404.html" not in urls
    assert all(url and url.startswith(making.BASE) for url in urls)
    assert f"Sitemap: {making.BASE}sitemap.xml" in file("robots.txt")


def test_a_listing_is_what_its_pages_depend_on_and_no_more() -> None:
    one = pages.listing(making.digest())
    assert one == Listing(
        slug="saltmere-strike",
        title="Strike at Saltmere harbour",
        on="2026-03-03",
        updated="2026-03-03",
        files=5,
        texts=3,
        count="5 files · 3 texts · 1 agency",
        differences=2,
        sharp_kind="number",
        sharp="“About 300” (Coastwire copy) or “Some 450” (The Ledger)",
        line=(Part(WIRE[0], ours=False),),
        known=(Known(name="Mara Lind", kind="person", under="Lind"),),
        pages=one.pages,
    )
    assert pages.listing(making.digest(voices=())) == one


def test_a_difference_of_many_readings_stays_one_line() -> None:
    whole = making.digest()
    words = ("dockers", "walked out", "at Saltmere harbour", "on Tuesday", "harbour board")
    readings = tuple(
        Reading(passage=making.passage("courier", each), value=str(number))
        for number, each in enumerate(words)
    )
    many = replace(whole.differences[0], readings=readings)
    sharp = pages.listing(replace(whole, differences=(many,))).sharp
    assert sharp.count(" or ") == 3
    assert sharp.endswith(" or 2 other readings")
