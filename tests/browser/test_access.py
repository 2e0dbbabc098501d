"""The demo site for everybody: by keyboard, in the dark, on a phone, on paper, without a script."""

import re
import urllib.request

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

from tests.browser.looking import (
    EVENT,
    KINDS,
    WIDTHS,
    axe_faults,
    colour_faults,
    emulate,
    keep,
    name_of,
    paper,
    resize,
    show,
)

pytestmark = pytest.mark.browser
MISCALLED = """
const said = (words) => words.trim().toLowerCase();
return [...document.querySelectorAll('a[aria-label], button[aria-label]')]
  .filter((one) => !said(one.ariaLabel).includes(said(one.textContent)))
  .map((one) => one.outerHTML)
"""
OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"
FOCUS = """
const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
const every = [...document.querySelectorAll('*')];
return [every.indexOf(at), style.outlineStyle, parseFloat(style.outlineWidth),
        box.bottom > 0 && box.top < innerHeight && box.right > 0, at.tagName]
"""


@pytest.mark.parametrize("page", KINDS)
def test_axe_finds_nothing_wrong_at_any_width(browser: Chrome, address: str, page: str) -> None:
    emulate(browser, prefers_color_scheme="light")
    try:
        show(browser, address + page)
        browser.execute_script(OPEN)
        found = {}
        for width in WIDTHS:
            resize(browser, width)
            found[width] = axe_faults(browser, colours=width == WIDTHS[-1])
            keep(browser, f"{name_of(page)}-{width}-light-whole", whole=True)
    finally:
        emulate(browser)
    assert found == {width: [] for width in WIDTHS}


@pytest.mark.parametrize("page", KINDS)
def test_no_colour_of_the_dark_is_too_faint(browser: Chrome, address: str, page: str) -> None:
    emulate(browser, prefers_color_scheme="dark")
    try:
        show(browser, address + page)
        browser.execute_script(OPEN)
        found = colour_faults(browser)
        keep(browser, f"{name_of(page)}-dark-whole", whole=True)
    finally:
        emulate(browser)
    assert found == []


def test_no_width_changes_a_colour(address: str) -> None:
    with urllib.request.urlopen(f"{address}assets/style.css") as answer:  # noqa: S310 - our own server
        sheet = answer.read().decode()
    blocks = [part.partition("\n}")[0] for part in sheet.split("@media (min-width")[1:]]
    assert blocks
    assert [
        words for words in blocks if re.search("colou?r|background|opacity|shadow", words)
    ] == []


@pytest.mark.parametrize("page", KINDS)
def test_focus_goes_through_a_page_in_reading_order_and_is_seen(
    browser: Chrome, address: str, page: str
) -> None:
    show(browser, address + page)
    places: list[int] = []
    for _ in range(40):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        place, style, width, seen, tag = browser.execute_script(FOCUS)
        if tag == "BODY" or place in places:
            break
        places.append(place)
        assert style != "none"
        assert width >= 2
        assert seen
    assert len(places) >= 4
    assert places == sorted(places)


def test_the_first_stop_leads_past_the_head_of_the_page(browser: Chrome, address: str) -> None:
    show(browser, address + EVENT)
    ActionChains(browser).send_keys(Keys.TAB).send_keys(Keys.ENTER).perform()
    assert browser.execute_script("return document.activeElement.id") == "main"


@pytest.mark.parametrize("page", KINDS)
def test_whatever_scrolls_sideways_is_a_region_with_a_name(
    browser: Chrome, address: str, page: str
) -> None:
    show(browser, address + page, width=320)
    browser.execute_script(OPEN)
    nameless = browser.execute_script(
        "return [...document.querySelectorAll('body *')].filter((one) =>"
        " one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto'"
        " && !(one.tabIndex === 0 && one.role && one.ariaLabel)).map((one) => one.outerHTML)"
    )
    assert nameless == []


def test_on_a_phone_what_a_row_is_of_stays_in_view(browser: Chrome, address: str) -> None:
    show(browser, f"{address}{EVENT}stance/", width=320)
    moved = browser.execute_script(
        """
        const region = document.querySelector("#table .scroll");
        region.scrollLeft = 200;
        const left = (one) => one.getBoundingClientRect().left;
        return [region.scrollLeft, left(region.querySelector("tbody th")) - left(region)];
        """
    )
    assert moved == [200, 0]


@pytest.mark.parametrize("page", KINDS)
def test_a_link_is_called_by_what_can_be_seen_of_it(
    browser: Chrome, address: str, page: str
) -> None:
    # Who speaks to the computer says what stands there (WCAG 2.2, 2.5.3).
    show(browser, address + page)
    others = browser.execute_script(MISCALLED)
    assert others == []


def test_dark_pages_are_dark(browser: Chrome, address: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        emulate(browser, prefers_color_scheme=scheme)
        show(browser, address + EVENT)
        body = browser.find_element(By.TAG_NAME, "body")
        rgb = body.value_of_css_property("background-color").strip("rgba()").split(",")
        grounds[scheme] = sum(int(part) for part in rgb[:3]) / 3
    emulate(browser)
    assert grounds["dark"] < 60
    assert grounds["light"] > 200


def test_paper_shows_the_text_without_the_ways_through_the_site(
    browser: Chrome, address: str
) -> None:
    show(browser, address + EVENT)
    emulate(browser, media="print")
    try:
        assert paper(browser, "digest") > 1
        assert not browser.find_element(By.CSS_SELECTOR, ".masthead nav").is_displayed()
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed()
        assert browser.find_element(By.CSS_SELECTOR, "article.claim .says").is_displayed()
    finally:
        emulate(browser)


def test_marks_outlast_forced_colours(browser: Chrome, address: str) -> None:
    emulate(browser, forced_colors="active")
    try:
        show(browser, f"{address}{EVENT}sources/kyiv-post/")
        keep(browser, "source-forced-colours")
        given = browser.find_element(By.CSS_SELECTOR, ".sentence.v-attributed .body")
        assert given.value_of_css_property("border-left-style") == "solid"
        own = browser.find_element(By.CSS_SELECTOR, ".sentence.v-own .body")
        drawn = [one.value_of_css_property("border-left-color") for one in (given, own)]
        assert drawn[0] != drawn[1], "the text’s own voice has no rule"
    finally:
        emulate(browser)


def test_without_the_script_a_page_is_whole(browser: Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show(browser, address + EVENT)
        closed = browser.find_element(By.CSS_SELECTOR, "article.claim > .evidence:not([open])")
        closed.find_element(By.TAG_NAME, "summary").click()
        assert closed.get_attribute("open")
        assert browser.find_elements(By.CSS_SELECTOR, ".offer") == []
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
