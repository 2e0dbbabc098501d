"""Sites of no event, of a few and of a thousand: every one is found from the home page."""

from dataclasses import replace
from functools import cache
from urllib.parse import urljoin

import pytest

from tellings.model.findings import Name
from tellings.model.page import Page
from tellings.render import pages
from tellings.render.phrases import Part
from tellings.render.views.listing import Known, Listing, family_name
from tests.render import making
from tests.render.sites import PLAIN, html
from tests.site.markup import faults, read

PEOPLE = ("Mara Lind", "Otto Brandt", "Émile Norrin", "élodie Saar", "Ægir", "2nd Pier", "Мира")


def listing(number: int, month: str | None) -> Listing:
    slug = f"event-{number:04}"
    person = Known(name=f"{PEOPLE[number % len(PEOPLE)]}", kind="person")
    town = Known(name=f"{chr(97 + number % 26).upper()}orrin {number // 26}", kind="place")
    return Listing(
        slug=slug,
        title=f"{chr(65 + number % 20)}orrin on strike, day {number}",
        on=f"{month}-{1 + number % 28:02}" if month else None,
        updated=None,
        files=5,
        texts=4,
        count="5 files · 4 texts · 1 agency",
        differences=2,
        sharp_kind="number",
        sharp="“About 300” (The Ledger) or “Some 450” (The Standard)",
        line=(Part("The port of Saltmere is shut, the union said on Wednesday.", ours=False),),
        known=(person, town),
        pages=(f"events/{slug}/index.html",),
    )


@cache
def site(number: int) -> tuple[Page, ...]:
    """Render a site of so many events: a fifth without a day, most of the rest in one month."""
    when = ("2026-03", "2026-03", "2026-02", "2025-12", None)
    made = tuple(listing(n, when[n % len(when)]) for n in range(number))
    return pages.of_site(made, (), making.SITE, PLAIN)


def ways(found: dict[str, str], path: str) -> list[str]:
    """Give where the links of a page lead inside the site, as files."""
    at = making.BASE + path.removesuffix("index.html")
    full = [urljoin(at, link).partition("#")[0] for link in read(found[path]).links]
    inner = [link.removeprefix(making.BASE) for link in full if link.startswith(making.BASE)]
    return [f"{link}index.html" if link.endswith("/") or not link else link for link in inner]


def reached(found: dict[str, str]) -> set[str]:
    """Follow links from the home page on; give everything linked to."""
    seen: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += ways(found, path) if path in found else []
    return seen


@pytest.mark.parametrize("number", [0, 1, 12, 13, 60, 61, 1000])
def test_every_event_is_found_from_the_home_page_and_no_page_is_unlinked(number: int) -> None:
    found = html(site(number))
    met = reached(found)
    events = {f"events/event-{n:04}/index.html" for n in range(number)}
    assert {path for path in met if path.startswith("events/")} == events
    assert found.keys() - met == {"404.html"}
    missing = {path for path in met if path.endswith("index.html")} - events - found.keys()
    assert missing == set()


@pytest.mark.parametrize("number", [0, 1, 13, 61, 1000])
def test_no_page_of_a_large_site_is_malformed_or_heavy(number: int) -> None:
    for path, page in html(site(number)).items():
        assert faults(page) == [], path
        assert len(page.encode()) < 120_000, path


def test_up_to_sixty_events_stand_on_the_home_page_alone() -> None:
    assert not [path for path in html(site(60)) if path.startswith("months/")]
    assert [path for path in html(site(61)) if path.startswith("months/")]


def test_each_event_stands_in_exactly_one_month_of_at_most_a_hundred() -> None:
    found = html(site(1000))
    months = {path: ways(found, path) for path in found if path.startswith("months/")}
    events = [way for met in months.values() for way in met if way.startswith("events/")]
    assert len(events) == len(set(events)) == 1000
    assert max(sum(w.startswith("events/") for w in met) for met in months.values()) == 100
    assert {"months/2026-03/index.html", "months/2026-03/4/index.html"} <= months.keys()
    assert "months/undated/index.html" in months


def test_the_home_page_of_a_large_site_shows_the_newest() -> None:
    home = ways(html(site(1000)), "index.html")
    shown = [way for way in home if way.startswith("events/")]
    assert len(shown) == 60
    assert "months/2026-03/index.html" in home


def test_names_stand_under_their_letter_whatever_their_case_and_accents() -> None:
    found = html(site(13))
    page = found["a-z/index.html"]
    letters = [part.partition(">")[2].partition("<")[0] for part in page.split("<h2")[1:]]
    assert letters == sorted(letters, key=lambda letter: (letter == "Other", letter))
    under_e = page.partition('id="letter-e"')[2].partition("</section>")[0]
    assert under_e.index("élodie Saar") < under_e.index("Émile Norrin")
    other = page.partition('id="letter-other"')[2]
    assert "2nd Pier" in other
    assert "Мира" in other


def test_people_stand_under_their_family_names() -> None:
    names = ("Mara Lind", "Otto van der Brandt Jr.", "Lin Mei", "Ægir")
    variants: tuple[tuple[str, ...], ...] = (("Lind", "Mara"), ("van der Brandt",), ("Lin",), ())
    made = [
        Name(id=name, name=name, kind="person", variants=short, mentions=())
        for name, short in zip(names, variants, strict=True)
    ]
    assert [family_name(name) for name in made] == ["Lind", "van der Brandt", "Lin", ""]
    assert family_name(replace(made[0], variants=())) == "Lind"
    assert family_name(replace(made[0], kind="place")) == ""
    person = Known(name="Otto Brandt", kind="person", under="Brandt")
    one = replace(listing(0, None), known=(person,))
    found = html(pages.of_site((one,), (), making.SITE, PLAIN))
    under_b = found["a-z/index.html"].partition('id="letter-b"')[2].partition("</section>")[0]
    assert "<li>Otto Brandt" in under_b


def test_very_many_names_have_a_page_for_each_letter() -> None:
    found = html(site(1000))
    assert "<li>Mara Lind" not in found["a-z/index.html"]
    assert "<li>Mara Lind" in found["a-z/m/index.html"]
    assert found["a-z/m/index.html"].count("events/event-") >= 1000 // len(PEOPLE)


def test_the_order_of_the_listings_changes_nothing() -> None:
    made = tuple(listing(n, "2026-03" if n % 2 else None) for n in range(70))
    forth = pages.of_site(made, (), making.SITE, PLAIN)
    assert pages.of_site(made[::-1], (), making.SITE, PLAIN) == forth
