"""What is said of a passage, and that what is offered to be pasted can be pasted."""

import re

from tellings.analysis.study import study
from tellings.data import words as lists
from tellings.explain import explain
from tellings.model.digest import Digest
from tellings.model.event import Event, Target
from tellings.model.span import Passage
from tellings.reading import corrections
from tellings.reading.corrections.words import places
from tellings.reading.corrections.writing import address, entry
from tests.analysis.event import COURIER, GAZETTE, LEDGER
from tests.making import source

QUOTED = 'The mayor called it "late". The mayor\'s office called it "late" too, and left.'
SOURCES = (
    source(COURIER, id="courier", published="2026-03-04"),
    source(GAZETTE, id="gazette", published="2026-03-04"),
    source(LEDGER, id="ledger", published="2026-03-04"),
    source(QUOTED, id="quoted", published="2026-03-04"),
)


def event(toml: str = "") -> Event:
    read = corrections.parse(toml.encode(), "corrections.toml", SOURCES, ("union",))
    assert read.problems == ()
    return Event(
        slug="strike",
        path="event.md",
        title="Strike",
        on="2026-03-02",
        targets=(Target(id="union", name="union", aliases=("dock workers",)),),
        sources=SOURCES,
        corrections=read.corrections,
    )


DIGEST = study(event())


def weights() -> frozenset[str]:
    """Name the signals that pairs are weighed by."""
    return frozenset(lists.load("alignment")["signals"])


def of(digest: Digest, words: str) -> dict[str, list[str]]:
    (held,) = explain(digest, words)
    found: dict[str, list[str]] = {}
    for fact in held.facts:
        found.setdefault(fact.about, []).append(fact.words)
    return found


def test_a_sentence_is_explained_with_its_voice_its_names_and_its_claim() -> None:
    held = of(DIGEST, "no crate would be loaded")
    assert held["voice"] == ["given as somebody's"]
    assert held["indirect"] == [
        "“no crate would be loaded until the night rate is paid”: Mara Lind, by “said”"
    ]
    assert held["names"] == ["Mara Lind (person)"]
    (claim,) = (about for about in held if about.startswith("claim"))
    (also,) = (words for words in held[claim] if words.startswith("also ledger: “"))
    weighed = re.search(r"; with this one 0\.\d\d: ((?:\w+ [+−]\d\.\d\d(?:, )?){4})$", also)
    assert weighed is not None
    assert {one.split()[0] for one in weighed[1].split(", ")} < set(weights())


def test_what_the_editor_set_is_said_to_be_set() -> None:
    said = (
        '[[speaker]]\nsource = "courier"\nwords = "no crate would be loaded"\nspeaker = "a foreman"'
    )
    held = of(study(event(said)), "no crate would be loaded")
    assert held["indirect"] == [
        (
            "“no crate would be loaded until the night rate is paid”: a foreman, by “said”; "
            "set by the editor"
        )
    ]


def test_words_that_no_text_has_are_explained_by_nothing() -> None:
    assert explain(DIGEST, "seven lighthouses") == ()


def test_every_entry_that_is_offered_is_taken_and_fits() -> None:
    offered = {
        entry_
        for telling in DIGEST.tellings
        for sentence in telling.document.sentences
        for held in explain(DIGEST, telling.document.words(sentence))
        for entry_ in held.entries
    }
    kinds = {one.split("]]")[0].strip("[") for one in offered}
    assert {"speaker", "content", "date", "reject", "gist", "section", "difference"} <= kinds
    for one in sorted(offered):
        assert [c.problem for c in study(event(one)).corrections] == [""], one


def test_words_with_any_marks_are_addressed_so_that_they_are_found_again() -> None:
    for start in range(0, len(QUOTED), 7):
        for end in range(start + 9, len(QUOTED), 11):
            words = QUOTED[start:end].strip()
            for span in places(words, QUOTED):
                where = address(span.within("quoted"), QUOTED)
                read = corrections.parse(entry("gist", where).encode(), "c", SOURCES, ())
                assert read.corrections[0].at == (Passage("quoted", span.start, span.end),)


def test_a_great_number_is_shown_whole() -> None:
    told = source("The yard of Norrin holds 1,234,567 crates.", id="ledger")
    found = study(Event(slug="yard", path="event.md", title="Yard", sources=(told,)))
    assert any("1,234,567 crates" in words for words in of(found, "crates")["number"])


def test_a_piece_of_a_word_is_addressed_without_a_count_of_the_whole_ones() -> None:
    text = "The pier is mid2024, and 2024 is 2024."
    at = text.index("2024")
    assert "nth" not in address(Passage("pier", at, at + 4), text)
