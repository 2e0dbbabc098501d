"""A site of a thousand events: its home page, its months and its letters."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tellings.serve.server import Place, running
from tests.browser.looking import WIDTHS, axe_faults, keep, name_of, resize, show
from tests.site.test_many import site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the pages that such a site has beside its events, and give their address."""
    folder = tmp_path_factory.mktemp("many")
    for page in site(1000):
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_bytes(page.body)
    with running(Place(folder, "/repo/"), 0) as server:
        yield f"http://127.0.0.1:{server.server_port}/repo/"


@pytest.mark.parametrize("page", ["", "months/2026-03/2/", "months/undated/", "a-z/", "a-z/m/"])
def test_lists_of_very_many_are_for_everybody_too(browser: Chrome, many: str, page: str) -> None:
    show(browser, many + page)
    for width in WIDTHS:
        resize(browser, width)
        keep(browser, f"many-{name_of(page)}-{width}")
        root = browser.find_element(By.TAG_NAME, "html")
        assert int(str(root.get_property("scrollWidth"))) <= width
        if width != 390:
            assert axe_faults(browser, colours=width == WIDTHS[-1]) == []
