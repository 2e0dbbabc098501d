"""The demo site as a reader meets it: in Chromium, under a path, with the network watched."""

import urllib.parse
import urllib.request

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.looking import EVENT, KINDS, WIDTHS, keep, name_of, requested, show

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", KINDS)
def test_no_page_complains_or_asks_anybody_else_for_anything(
    browser: Chrome, address: str, page: str
) -> None:
    # A page that another test left open may still ask for what is gone.
    browser.get("about:blank")
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    requested(browser)
    show(browser, address + page)
    said = [entry["message"] for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]
    assert said == []
    assert requested(browser) == {urllib.parse.urlsplit(address).netloc}


@pytest.mark.parametrize("page", KINDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(browser: Chrome, address: str, page: str, width: int) -> None:
    show(browser, address + page, width=width)
    keep(browser, f"{name_of(page)}-{width}")
    root = browser.find_element(By.TAG_NAME, "html")
    assert int(str(root.get_property("scrollWidth"))) <= width


def test_evidence_lands_on_its_sentence_and_shows_it(browser: Chrome, address: str) -> None:
    show(browser, address + EVENT)
    claim = browser.find_element(By.CSS_SELECTOR, "article.claim.shared, article.claim.differs")
    evidence = claim.find_element(By.CSS_SELECTOR, ".evidence")
    if not evidence.get_attribute("open"):
        evidence.find_element(By.TAG_NAME, "summary").click()
    words = evidence.find_element(By.TAG_NAME, "blockquote").text
    link = evidence.find_element(By.CSS_SELECTOR, "blockquote + p a")
    link.click()
    place = urllib.parse.urlsplit(browser.current_url)
    assert f"/{EVENT}sources/" in place.path
    sentence = browser.find_element(By.ID, place.fragment)
    assert words in sentence.text
    assert sentence.value_of_css_property("background-color") != "rgba(0, 0, 0, 0)"


def test_a_sentence_leads_back_to_its_claim(browser: Chrome, address: str) -> None:
    show(browser, f"{address}{EVENT}sources/kyiv-post/")
    sentence = browser.find_element(By.CSS_SELECTOR, ".sentence[id^='s-']")
    link = sentence.find_element(By.CSS_SELECTOR, "a[href*='#c-']")
    link.click()
    place = urllib.parse.urlsplit(browser.current_url)
    assert place.path.endswith(f"/{EVENT}")
    claim = browser.find_element(By.ID, place.fragment)
    assert claim.is_displayed()


def test_the_digest_of_the_demo_is_light(address: str) -> None:
    with urllib.request.urlopen(address + EVENT) as answer:  # noqa: S310 - our own server
        assert len(answer.read()) <= 120_000


def test_evidence_opens_by_keyboard(browser: Chrome, address: str) -> None:
    show(browser, address + EVENT)
    closed = browser.find_element(By.CSS_SELECTOR, "article.claim > .evidence:not([open])")
    closed.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
    assert closed.get_attribute("open")


def test_the_digest_reads_in_order_without_styles(browser: Chrome, address: str) -> None:
    show(browser, address + EVENT)
    headings = [
        h.get_attribute("textContent") or ""
        for h in browser.find_elements(By.CSS_SELECTOR, "h1, h2")
    ]
    wanted = ["Blinken in Paris", "In short", "Where the texts differ", "Timeline", "Who says what"]
    assert [h.strip() for h in headings if h.strip() in wanted] == wanted
    assert headings[0].strip() == "Blinken in Paris"
