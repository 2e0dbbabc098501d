"""A save is seen in the open page: the new text, or what is wrong."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tellings.build import Options
from tellings.serve.server import serve
from tests.projects import event, project

pytestmark = pytest.mark.browser
PATIENCE = 120


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """Serve a project of one event and give the address of its digest."""
    project(tmp_path, "harbour")
    stop, ready = threading.Event(), threading.Event()
    addresses: list[str] = []

    def greet(address: str) -> None:
        addresses.append(address)
        ready.set()

    thread = threading.Thread(
        target=serve,
        args=(Options(root=tmp_path), 8750, lambda _built, _line: None, greet),
        kwargs={"stop": stop},
    )
    thread.start()
    try:
        assert ready.wait(PATIENCE)
        yield f"{addresses[0]}events/harbour/"
    finally:
        stop.set()
        thread.join(PATIENCE)


def test_an_open_page_shows_a_save_and_what_is_wrong_with_it(
    browser: webdriver.Chrome, served: str, tmp_path: Path
) -> None:
    wait = WebDriverWait(browser, PATIENCE)
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    browser.get(served)
    event(tmp_path, "harbour", "title: Port open again\n")
    wait.until(lambda page: "Port open again" in page.title)
    event(tmp_path, "harbour", "<b>onn</b>: 2026-03-04\ntitle: [\n")
    box = wait.until(lambda page: page.find_element(By.ID, "tellings-problems"))
    assert "content/events/harbour/event.md" in box.text
    assert not box.find_elements(By.TAG_NAME, "b")
    event(tmp_path, "harbour", "title: Port open again\n")
    wait.until(lambda page: not page.find_elements(By.ID, "tellings-problems"))
    complaints = browser.get_log("browser")  # type: ignore[no-untyped-call]
    assert [entry for entry in complaints if "favicon" not in entry["message"]] == []


def offered(within: str, browser: webdriver.Chrome) -> str:
    """Give where the first “correct this” of a part of the page leads; empty before it is there."""
    script = f"return document.querySelector('{within} a.tellings-correct')?.href ?? ''"
    found: str = browser.execute_script(script)
    return found


def test_claims_quotations_and_stances_lead_to_what_would_change_them(
    browser: webdriver.Chrome, served: str, tmp_path: Path
) -> None:
    wait = WebDriverWait(browser, PATIENCE)
    event(tmp_path, "harbour", "targets:\n- {id: union, name: union, aliases: [dockers]}\n")
    browser.get(f"{served}stance/")
    wait.until(lambda page: page.find_elements(By.ID, "target-union"))
    for page, within, entry in (
        ("", "article.claim", "[[gist]]"),
        ("", "#who .words p", "[[speaker]]"),
        ("stance/", "td", 'target = "union"'),
    ):
        browser.get(f"{served}{page}")
        browser.get(wait.until(partial(offered, within)))
        assert entry in browser.find_element(By.TAG_NAME, "body").text
    published = (tmp_path / "site" / "events" / "harbour" / "index.html").read_bytes()
    assert b"tellings-correct" not in published
