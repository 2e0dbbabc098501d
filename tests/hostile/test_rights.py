"""What may not be shown: looked for in every byte that a build writes, packed ones unpacked."""

import gzip
import importlib.util
import json
import shutil
from pathlib import Path

import pytest

from tellings.cli import main
from tests.pictures import png
from tests.projects import LEDGER, SETTINGS, STANDARD, event, files, project, source

SEARCHED = importlib.util.find_spec("pagefind") is not None
BASE = "https://example.org/repo/"
HIDDEN = "Quillfeather"
"""Stands in every field of what may not be shown, and nowhere else."""

FRONT = f"""\
title: {HIDDEN} lands
url: https://{HIDDEN}.example/story
authors: [{HIDDEN} Quint]
agencies: [{HIDDEN} Press]
published: 2026-03-04
lang: en
evidence: [{{field: agencies, words: {HIDDEN} reported, line: 1}}]
refused: [{{field: published, value: {HIDDEN}, line: 2, because: {HIDDEN}}}]
removed: [{{kind: {HIDDEN}, lines: [1, 2]}}]
repairs: [{{kind: {HIDDEN}, line: 3}}]
raw: {HIDDEN}.txt
"""
UNTOLD = (
    "Nora Questwell, the mayor of Ostrelmoor, slept on 3 July 1987 with 512 curlews beside her.\n\n"
    "President Nora Questwell woke at dawn near Mount Veldmoor.\n"
)
"""No other text tells it: of an excerpt, no page may."""

BODY = f"{STANDARD}\nA {HIDDEN} of Norrin flew over Saltmere, said {HIDDEN} Brandt on Monday.\n"


def outputs(site: Path) -> dict[str, bytes]:
    """Give all files of a site, with what is packed in them unpacked."""
    found = files(site)
    for path, body in list(found.items()):
        if body.startswith(b"\x1f\x8b"):
            found[f"{path} unpacked"] = gzip.decompress(body)
    return found


def holding(site: Path, words: str) -> list[str]:
    folded = words.casefold().encode()
    return [
        path
        for path, body in outputs(site).items()
        if folded in body.lower() or folded in path.casefold().encode()
    ]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = SETTINGS + ("search = true\n" if SEARCHED else "")
    root = project(tmp_path_factory.mktemp("rights"), "harbour", settings=settings)
    source(root, "harbour", "none", BODY, f"{FRONT}rights: none\n")
    source(root, "harbour", "late", BODY, f"{FRONT}draft: true\n")
    source(root, "harbour", "both", BODY, f"{FRONT}rights: excerpt\ndraft: true\n")
    event(root, "ferry", f"title: {HIDDEN}\nplace: {HIDDEN}\ndraft: true\nimage: card.png\n")
    source(root, "ferry", "ledger", BODY, FRONT)
    (root / "content/events/ferry/card.png").write_bytes(png(1200, 630) + HIDDEN.encode())
    targets = f"targets: [{{id: dockers, name: Dockers, aliases: [{HIDDEN}]}}]\n"
    event(root, "barge", f"title: Barge\n{targets}draft: true\n")
    (root / "content" / "hidden.md").write_text(f"---\ndraft: true\n---\n{HIDDEN}.\n", "utf-8")
    gulls = "\n\n".join(f"A gull called Nib{n} slept on mast {n}0 at Tresa." for n in range(30))
    url = "url: https://ledger.example/story\nrights: excerpt\n"
    source(root, "harbour", "ledger", f"{LEDGER}\n{gulls}\n", url)
    source(root, "harbour", "quiet", f"{LEDGER}\n{UNTOLD}", "rights: excerpt\n")
    source(root, "harbour", "shy", f"{LEDGER}\nA wherry sank.\n", "robots: noindex, noarchive\n")
    derived = f"title: {HIDDEN} woke slowly at …\ntitle_derived: true\n"
    words = f"evidence: [{{field: title, words: {HIDDEN} woke slowly at, line: 1}}]\n"
    body = f"{HIDDEN} woke slowly at dawn.\n\n{LEDGER}"
    source(root, "harbour", "untitled", body, f"rights: excerpt\n{derived}{words}")
    assert main(["-q", "--strict"], root=root) == 0
    return root


def test_no_byte_tells_of_a_draft_or_of_a_text_without_rights(root: Path) -> None:
    assert holding(root / "site", HIDDEN) == []
    names = ("barge", "ferry", "harbour/sources/none", "sources/late", "sources/both", "hidden.md")
    assert [name for name in names if holding(root / "site", name)] == []


def test_drafts_that_are_asked_for_show_all_but_texts_without_rights(
    root: Path, tmp_path: Path
) -> None:
    assert main(["-q", "--drafts", "-o", str(tmp_path / "site")], root=root) == 0
    shown = holding(tmp_path / "site", HIDDEN)
    assert "events/harbour/sources/late/index.html" in shown
    assert [path for path in outputs(tmp_path / "site") if "sources/none" in path] == []


@pytest.mark.parametrize("front", ["rights: none", "rights: excerpt", "draft: true"])
@pytest.mark.parametrize("since", [[], ["--since", "earlier"]], ids=["record", "site"])
def test_what_has_changed_repeats_no_word_of_a_text_that_may_not_be_shown_any_more(
    front: str, since: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, "harbour")
    monkeypatch.chdir(root)
    told = "of Norrin landed on the quay of Saltmere on Tuesday evening.\n"
    source(root, "harbour", "seen", f"A ship, seen from far away, {told}")
    late = source(root, "harbour", "late", "")
    late.write_text(f"---\noutlet: {HIDDEN}\n---\n\nA {HIDDEN} ship {told}", "utf-8")
    assert main(["-q"], root=root) == 0
    assert main(["-q", "record"], root=root) == 0
    record = json.loads((root / "content/events/harbour/published.json").read_bytes())
    (of_both,) = (claim for claim in record["now"]["claims"] if HIDDEN in claim["gist"])
    assert [source for source, _ in of_both["told_in"]] == ["late", "seen"]
    shutil.copytree(root / "site", root / "earlier")
    # The other text takes back what both told; of the claim that is gone it has told its part.
    source(root, "harbour", "seen", "The mayor of Tresa will not come to Norrin.\n")
    late.write_text(f"---\noutlet: {HIDDEN}\n{front}\n---\n\nIt rained in Tresa.\n", "utf-8")
    assert main(["-q", *since], root=root) == 0
    page = (root / "site/events/harbour/index.html").read_text("utf-8")
    assert "told by sources that are gone or not shown whole" in page
    words = HIDDEN if front != "rights: excerpt" else f"{HIDDEN} ship"
    assert holding(root / "site", words) == []


def test_no_byte_of_an_excerpt_is_more_than_the_sentences_that_carry_claims(root: Path) -> None:
    assert holding(root / "site", "slept on mast") == []
    page = (root / "site/events/harbour/sources/ledger/index.html").read_text("utf-8")
    assert "We will not move" in page
    assert 'href="https://ledger.example/story"' in page
    digest = json.loads((root / "site/events/harbour/digest.json").read_bytes())
    (ledger,) = (one for one in digest["sources"] if one["id"] == "ledger")
    assert ledger["rights"] == "excerpt"
    assert ledger["text"].count("\u2007") > 500


@pytest.mark.parametrize("words", ["Questwell", "Ostrelmoor", "Veldmoor", "1987", "curlews"])
def test_no_page_names_who_or_when_out_of_a_sentence_that_is_not_shown(
    words: str, root: Path
) -> None:
    assert holding(root / "site", words) in ([], ["events/harbour/digest.json"])


def test_what_robots_may_not_list_is_said_on_the_page_and_listed_nowhere(root: Path) -> None:
    place = "events/harbour/sources/shy/"
    page = (root / "site" / place / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex, noarchive">' in page
    assert f"{BASE}{place}".encode() not in (root / "site" / "sitemap.xml").read_bytes()
    packed = [body for path, body in outputs(root / "site").items() if path.endswith("unpacked")]
    assert [body for body in packed if b"/sources/shy/" in body] == []
    assert any(b"/sources/standard/" in body for body in packed) == SEARCHED
