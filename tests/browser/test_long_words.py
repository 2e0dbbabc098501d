"""An event whose names have no place to break, in a script that runs the other way too."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tellings.serve.server import Place, running
from tests.browser.conftest import CHECKOUT
from tests.browser.looking import keep, name_of, resize, show

pytestmark = pytest.mark.browser
UNION = "Dampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PAPER = "The Incomprehensibilitiesandantidisestablishmentarianism Intelligencer"
SOME = "Some 120 people attended the meeting, chairman Otto Brandt said."
ABOUT = "About 150 people attended the meeting, said Otto Brandt, the chairman."
SOURCES = {
    "one": (PAPER, "en", f"The {UNION} met in Saltmere on Friday. {SOME}"),
    "two": ("Tresa Herald", "en", f"The union met in Saltmere on Friday. {ABOUT}"),
    "three": ("صحيفة نورين", "ar", "اجتمع مجلس الشركة في سالتمير. وحضره 120 شخصا."),
}
PAGES = [
    "",
    "events/union/",
    "events/union/stance/",
    *(f"events/union/sources/{s}/" for s in SOURCES),
]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve the event, and give its address."""
    root = tmp_path_factory.mktemp("long")
    folder = root / "content" / "events" / "union" / "sources"
    folder.mkdir(parents=True)
    (root / "pyproject.toml").write_text('[tool.tellings]\ntitle = "Long"\n', "utf-8")
    (folder.parent / "event.md").write_text(f"---\ntitle: {UNION}\n---\n", "utf-8")
    for name, (outlet, lang, text) in SOURCES.items():
        head = f"---\ntitle: {UNION}\noutlet: {outlet}\nlang: {lang}\n---\n"
        (folder / f"{name}.md").write_text(f"{head}\n{text}\n", "utf-8")
    build(root)
    with running(Place(root / "site", "/"), 0) as server:
        yield f"http://127.0.0.1:{server.server_port}/"


def build(root: Path) -> None:
    subprocess.run([sys.executable, str(CHECKOUT / "build.py"), "--root", str(root)], check=True)


@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_too_long_for_a_page(browser: Chrome, long: str, page: str) -> None:
    show(browser, long + page)
    for width in (320, 1280):
        resize(browser, width)
        keep(browser, f"long-words-{name_of(page)}-{width}")
        root = browser.find_element(By.TAG_NAME, "html")
        assert int(str(root.get_property("scrollWidth"))) <= width


def test_every_reading_of_a_difference_is_in_view_on_a_phone(browser: Chrome, long: str) -> None:
    show(browser, f"{long}events/union/")
    resize(browser, 320)
    readings = browser.find_elements(By.CSS_SELECTOR, "#differences .readings > div")
    assert len(readings) == 2
    assert all(one.rect["x"] + one.rect["width"] <= 320 for one in readings)
