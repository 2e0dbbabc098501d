"""The demo site as a reader meets it: in Chromium, under a path, with the network watched."""

import json
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

pytestmark = pytest.mark.browser

EVENT = "events/2024-04-02-blinken-in-paris/"
PAGES = ("", EVENT, f"{EVENT}stance/", f"{EVENT}sources/kyiv-post/", "method/", "404.html")
ARTEFACTS = Path(__file__).parent.parent.parent / "test-artefacts"


def show(browser: Chrome, address: str, *, width: int = 1280) -> None:
    """Open a page afresh at a width; a link to a place in the same page loads anew too."""
    browser.set_window_size(width, 900)
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get("about:blank")
    browser.get(address)


def requested(browser: Chrome) -> set[str]:
    """Give the hosts that pages asked for anything since the last look."""
    entries: list[Any] = browser.get_log("performance")  # type: ignore[no-untyped-call]
    messages = [json.loads(entry["message"])["message"] for entry in entries]
    sent = [
        m["params"]["request"]["url"]
        for m in messages
        if m["method"] == "Network.requestWillBeSent"
    ]
    return {urllib.parse.urlsplit(url).netloc for url in sent if url.startswith("http")}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_complains_or_asks_anybody_else_for_anything(
    browser: Chrome, address: str, page: str
) -> None:
    # A page that another test left open may still ask for what is gone.
    browser.get("about:blank")
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    requested(browser)
    show(browser, address + page)
    said = [entry["message"] for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]
    assert [line for line in said if "favicon" not in line] == []
    assert requested(browser) == {urllib.parse.urlsplit(address).netloc}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(browser: Chrome, address: str, page: str, width: int) -> None:
    show(browser, address + page, width=width)
    ARTEFACTS.mkdir(exist_ok=True)
    name = f"{page.strip('/').replace('/', '-') or 'home'}-{width}.png"
    browser.save_screenshot(str(ARTEFACTS / name))
    root = browser.find_element(By.TAG_NAME, "html")
    assert int(str(root.get_property("scrollWidth"))) <= width


def test_evidence_lands_on_its_sentence_and_shows_it(browser: Chrome, address: str) -> None:
    show(browser, address + EVENT)
    claim = browser.find_element(By.CSS_SELECTOR, "article.claim.shared, article.claim.differs")
    evidence = claim.find_element(By.CSS_SELECTOR, ".evidence")
    if not evidence.get_attribute("open"):
        evidence.find_element(By.TAG_NAME, "summary").click()
    words = evidence.find_element(By.TAG_NAME, "blockquote").text
    link = evidence.find_element(By.CSS_SELECTOR, ".meta a")
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
