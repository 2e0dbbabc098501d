"""Pages as a text browser reads them: w3m and lynx where they are, and the bare order of words."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.render import making
from tests.render.sites import html, rendered
from tests.site.markup import read

DIGEST = "events/saltmere-strike/index.html"
SOURCE = "events/saltmere-strike/sources/ledger/index.html"
UNSEEN = ("head", "script", "style", "template")


def in_order(page: str) -> str:
    """Read a page's words in the order of its elements, as a screen reader without styles does."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return " ".join(words(tree))


def words(element: Element) -> Iterator[str]:
    if element.tag not in UNSEEN:
        yield element.text or ""
        for child in element:
            yield from words(child)
    yield element.tail or ""


def dumped(*command: str) -> Callable[[str], str]:
    """Give a reader that lets a text browser print a page."""

    def run(page: str) -> str:
        if not shutil.which(command[0]):
            pytest.skip(f"{command[0]} is not installed")
        done = subprocess.run(
            command, input=page.encode(), capture_output=True, check=True, timeout=60
        )
        return done.stdout.decode()

    return run


UTF_8 = ("-assume_charset=utf-8", "-display_charset=utf-8")
READERS = [
    pytest.param(in_order, id="order"),
    pytest.param(dumped("w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"), id="w3m"),
    pytest.param(dumped("lynx", "-dump", "-stdin", "-nolist", *UTF_8), id="lynx"),
]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def headings(page: str) -> list[str]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = [one for one in tree.iter() if one.tag in ("h1", "h2")]
    return [squeezed("".join(one.itertext())) for one in found]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("path", [DIGEST, SOURCE, "events/saltmere-strike/stance/index.html"])
def test_a_text_browser_reads_the_parts_of_a_page_in_their_order(
    reader: Callable[[str], str], path: str
) -> None:
    page = html(rendered())[path]
    text = squeezed(reader(page))
    at = text.index("Skip to the text")
    for heading in headings(page):
        at = text.index(heading, at) + len(heading)


@pytest.mark.parametrize("reader", READERS)
def test_a_claim_comes_before_the_sentences_that_carry_it(reader: Callable[[str], str]) -> None:
    text = squeezed(reader(html(rendered())[DIGEST]))
    body = text[text.rindex("What the texts tell") :]
    claim = body.index("About 300 dockers walked out")
    evidence = body.index("Evidence for claim 1")
    assert claim < evidence < body.index("Evidence for claim 2")
    assert (
        text.index("In short") < text.index("Where the texts differ") < text.index("Who says what")
    )


@pytest.mark.parametrize("reader", READERS)
def test_a_text_browser_reads_every_sentence_of_a_source(reader: Callable[[str], str]) -> None:
    text = re.sub(r"\s", "", reader(html(rendered())[SOURCE]))
    (ledger,) = [one for one in making.digest().tellings if one.id == "ledger"]
    for sentence in ledger.document.sentences:
        assert re.sub(r"\s", "", sentence.passage.of(ledger.text)) in text


@pytest.mark.parametrize("reader", READERS)
def test_no_data_for_machines_is_read_out(reader: Callable[[str], str]) -> None:
    page = html(rendered())[DIGEST]
    assert read(page).structured
    assert "schema.org" not in reader(page)
