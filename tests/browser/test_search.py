"""The search page of a site that has one, in a theme that sets the options of “plain”."""

import urllib.parse
from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tellings.build import Options, build
from tellings.serve.server import Place, running
from tests.browser.looking import WIDTHS, axe_faults, keep, requested, resize, show
from tests.projects import SETTINGS, project

pytestmark = pytest.mark.browser
PATIENCE = 120
HERALD = """
extends = "plain"
[options]
accent = "#7a1f3d"
face = "sans"
"""


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a site with an index, serve it under a path, and give that address."""
    settings = f'{SETTINGS}search = true\ntheme = "herald"\n'
    root = project(tmp_path_factory.mktemp("search"), "harbour", settings=settings)
    (root / "themes" / "herald").mkdir(parents=True)
    (root / "themes" / "herald" / "theme.toml").write_text(HERALD, "utf-8")
    assert build(Options(root=root)).ok
    with running(Place(root / "site", "/repo/"), 0) as server:
        yield f"http://127.0.0.1:{server.server_port}/repo/"


def results(browser: Chrome) -> list[str]:
    return [
        link.get_attribute("href") or ""
        for link in browser.find_elements("css selector", ".found a")
    ]


def test_a_word_finds_the_texts_that_print_it(browser: Chrome, searched: str) -> None:
    browser.get("about:blank")
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    requested(browser)
    show(browser, f"{searched}search/")
    wait = WebDriverWait(browser, PATIENCE)
    box = wait.until(lambda page: page.find_element(By.ID, "q"))
    wait.until(lambda _: box.is_displayed())
    assert not browser.find_element(By.CSS_SELECTOR, ".no-search").is_displayed()
    box.send_keys("harbour")
    wait.until(results)
    assert all(link.startswith(f"{searched}events/harbour/") for link in results(browser))
    assert "found" in browser.find_element(By.CSS_SELECTOR, ".search-status").text
    assert browser.find_elements(By.CSS_SELECTOR, ".found mark")
    told = [one.text for one in browser.find_elements(By.CSS_SELECTOR, ".found .meta")]
    assert sorted(told) == ["Digest", "Harbour · Ledger", "Harbour · Standard"]
    link = browser.find_element(By.CSS_SELECTOR, ".found a")
    assert link.value_of_css_property("color") == "rgba(122, 31, 61, 1)"
    assert browser.current_url.endswith("?q=harbour")
    for width in WIDTHS:
        resize(browser, width)
        keep(browser, f"search-{width}")
        assert axe_faults(browser) == []
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    assert requested(browser) == {urllib.parse.urlsplit(searched).netloc}
    browser.find_element(By.CSS_SELECTOR, ".found a").click()
    wait.until(lambda page: "/events/harbour/" in page.current_url)


def test_an_address_can_hold_what_is_looked_for(browser: Chrome, searched: str) -> None:
    show(browser, f"{searched}search/?q=zebra")
    wait = WebDriverWait(browser, PATIENCE)
    status = browser.find_element(By.CSS_SELECTOR, ".search-status")
    wait.until(lambda _: status.text == "Nothing was found.")
    assert results(browser) == []


def test_without_a_script_the_page_leads_to_the_names(browser: Chrome, searched: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show(browser, f"{searched}search/")
        assert not browser.find_element(By.ID, "q").is_displayed()
        browser.find_element(By.CSS_SELECTOR, ".no-search a").click()
        assert browser.current_url == f"{searched}a-z/"
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
