"""How the browser tests open pages and look at them.

`TELLINGS_PICTURES=1` keeps pictures of them in test-artefacts/.
"""

import base64
import json
import os
import re
import urllib.parse
from importlib.resources import files
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

__all__ = [
    "EVENT",
    "KINDS",
    "WIDTHS",
    "axe_faults",
    "colour_faults",
    "emulate",
    "keep",
    "name_of",
    "paper",
    "requested",
    "show",
]

EVENT = "events/2024-04-02-blinken-in-paris/"
KINDS = ("", EVENT, f"{EVENT}stance/", f"{EVENT}sources/kyiv-post/", "a-z/", "method/", "404.html")
"""One page of every kind of the demo site."""

WIDTHS = (320, 390, 1280)
WANTED = bool(os.environ.get("TELLINGS_PICTURES"))
ARTEFACTS = Path(__file__).parent.parent.parent / "test-artefacts"
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
CONTRAST = "color-contrast"

RUN = """
const done = arguments[arguments.length - 1];
const tell = (found) => found.violations.flatMap(
  (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
axe.run({...arguments[0], resultTypes: ["violations"]})
  .then((found) => done([found.passes.map((rule) => rule.id), tell(found)]))
  .catch((fault) => done([[], [String(fault)]]));
"""


def show(browser: Chrome, address: str, *, width: int = 1280) -> None:
    """Open a page afresh at a width; a link to a place in the same page loads anew too."""
    resize(browser, width)
    browser.get("about:blank")
    browser.get(address)


def resize(browser: Chrome, width: int) -> None:
    """Make the window so wide."""
    browser.set_window_size(width, 900)
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def emulate(browser: Chrome, *, media: str = "", **features: str) -> None:
    """Pretend to be paper, or a reader with these wishes; "_" in a name stands for "-"."""
    wishes = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": wishes})


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


def axe_faults(browser: Chrome, *, colours: bool = True) -> list[str]:
    """List what axe-core finds wrong with the open page at the size it has now.

    Contrast takes most of the time; the sheet has the same colours at every width.
    """
    chosen = {"runOnly": STANDARDS, "rules": {CONTRAST: {"enabled": colours}}}
    return _axe(browser, chosen, {"target-size", *([CONTRAST] if colours else [])})


def colour_faults(browser: Chrome) -> list[str]:
    """List what axe-core finds wrong with the colours of the open page."""
    rules = [CONTRAST, "link-in-text-block"]
    return _axe(browser, {"runOnly": {"type": "rule", "values": rules}}, {CONTRAST})


def _axe(browser: Chrome, chosen: dict[str, Any], needed: set[str]) -> list[str]:
    if not browser.execute_script("return typeof axe === 'object'"):
        source = files("selenium_axe_python") / "axe-core" / "axe.min.js"
        browser.execute_script(source.read_text("utf-8"))
    browser.set_script_timeout(120)
    passed, faults = browser.execute_async_script(RUN, chosen)
    # What axe did not look at, it cannot have found.
    assert needed <= {*passed, *(one.split(":")[0] for one in faults)}
    found: list[str] = faults
    return found


def name_of(page: str) -> str:
    """Give a name for a page's pictures."""
    return page.strip("/").replace("/", "-") or "home"


def paper(browser: Chrome, name: str) -> int:
    """Print the page, and give the number of its sheets."""
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    body = base64.b64decode(printed["data"])
    if WANTED:
        ARTEFACTS.mkdir(exist_ok=True)
        (ARTEFACTS / f"{name}.pdf").write_bytes(body)
    return len(re.findall(rb"/Type\s*/Page\b", body))


def keep(browser: Chrome, name: str, *, whole: bool = False) -> None:
    """Keep a picture of the page for people to look at, where pictures are wanted."""
    if not WANTED:
        return
    ARTEFACTS.mkdir(exist_ok=True)
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": whole})
    (ARTEFACTS / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
