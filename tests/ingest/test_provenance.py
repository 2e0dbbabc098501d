"""Every word of a raw file is in the article or is listed as removed, and shown nowhere else."""

from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.build import Options, build
from tellings.ingest import drafting, filing
from tellings.ingest.drafting import Draft
from tests.projects import files, project

SLUG = "2026-03-04-harbour-strike"
BODY = [
    "Dockers shut the port",
    "",
    "The dockers of Norhaven walked out at dawn and the harbour office shut all nine gates.",
    "",
    "“Nobody asked us,” said Mara Lind, who leads the union. The mayor called for talks on Friday.",
    "",
    "Ships waited off Saltmere all night, and the coast guard sent two tugs to keep them apart.",
]
BESIDE = st.sampled_from(
    [
        "",
        "Advertisement",
        "Read also: Fish prices rise once again",
        "Home Region Port Dockers shut the port",
        " date 2026-03-04 The mayor of Norhaven spoke to the dockers for an hour on Wednesday.",
        "Related articles",
        "A short headline of five words",
        "A teaser of the next story that breaks off before it says what happened...",
        "Sign up for our newsletter",
        "Share this article",
        "By Mara Lind",
        "4 March 2026",
        "Correction: an earlier version gave a wrong number of gates.",
        "Photo: Otto Brandt",
        "AFP",
        "3 Comments",
        "jo\n2 hours ago\nThe mayor was never there.",
        "This story was first published on ledger.example",
        "The second paragraph of a plain tale\u200b about ships, tugs and a very patient crew.",
        "* a starred line of the port's own list",
    ]
)


def left_out(draft: Draft) -> set[int]:
    return {
        number
        for removal in draft.source.removed
        for number in range(removal.lines[0], removal.lines[1] + 1)
    }


@given(st.lists(BESIDE | st.sampled_from(BODY), max_size=9), st.lists(BESIDE, max_size=9))
@settings(max_examples=150, deadline=None)
def test_every_word_of_a_raw_file_is_kept_once_or_listed(
    before: list[str], after: list[str]
) -> None:
    raw = "\n".join([*before, *BODY, *after])
    draft = drafting.make(raw.encode(), "page.txt")
    source = draft.source
    mended = {repair.line for repair in source.repairs}
    kept = Counter(source.text.split())
    words: Counter[str] = Counter()
    surely: Counter[str] = Counter()
    for number, line in enumerate(raw.split("\n"), start=1):
        seen = Counter(line.replace("\u200b", "").split())
        words += seen
        if number not in left_out(draft) and number not in mended:
            surely += seen
    assert kept <= words, "a word that the file does not hold"
    assert surely <= kept, "a word that is neither kept nor listed"
    removed = {p.line.number for p in draft.pieces if p.kind != "article" and p.line.text.strip()}
    assert removed <= left_out(draft)


def test_what_readers_wrote_is_in_nothing_that_is_published(tmp_path: Path) -> None:
    comments = "\n2 Comments\n\nSaltyjo\n2 hours ago\nHogwash from the zebrafish office.\n\nann92\n"
    comments += "1 hour ago\nQuite so, quoth the zebrafish.\n"
    root = project(tmp_path / "port")
    page = "<!doctype html><html><head><title>Dockers shut the port</title></head><body><article>"
    page += "<h1>Dockers shut the port</h1>" + "".join(
        f"<p>{line}</p>" for line in BODY[2:] if line
    )
    page += "</article><div>" + "".join(f"<div>{s}</div>" for s in comments.split("\n")) + "</div>"
    flat = tmp_path / "Herald.txt"
    flat.write_text("\n".join(BODY) + "\n" + comments, "utf-8")
    saved = tmp_path / "Ledger.html"
    saved.write_text(page + "</body></html>", "utf-8")
    filing.file_all(root, SLUG, [flat, saved])
    result = build(Options(root=root))
    assert result.problems == ()
    pages = files(root / "site")
    assert len(pages) > 10
    for path, page_bytes in pages.items():
        shown = page_bytes.decode("utf-8", errors="replace").casefold()
        assert not [word for word in ("zebrafish", "saltyjo", "ann92") if word in shown], path
