"""A real browser on the real demo site, served under a path as GitHub Pages serves it."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

CHECKOUT = Path(__file__).parent.parent.parent
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def first_found(*names: str) -> str | None:
    """Give the path of the first command that is installed."""
    return next(filter(None, map(shutil.which, names)), None)


class UnderRepo(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under /repo/, and nothing above it."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(
            path.removeprefix("/repo") if path.startswith("/repo/") else "/none"
        )

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Stay quiet."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the demo site for the address it is then served at, and give that address."""
    folder = tmp_path_factory.mktemp("site")
    handler = functools.partial(UnderRepo, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    base = f"http://127.0.0.1:{server.server_address[1]}/repo/"
    build = [sys.executable, str(CHECKOUT / "build.py"), "--strict"]
    command = [*build, "--output", str(folder), "--base-url", base]
    subprocess.run(command, check=True, cwd=CHECKOUT)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield base
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Start headless Chromium, or skip with the reason."""
    binary = first_found("chromium", "chromium-browser", "google-chrome")
    driver = first_found("chromedriver")
    if not (binary and driver):
        reason = (
            "Chromium and its driver are not installed (apt-get install chromium chromium-driver)"
        )
        if os.environ.get("TELLINGS_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*QUIET, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()
