"""Copies, handed-down sentences and origins."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis.lineage.credits import credited
from tellings.analysis.lineage.tracing import trace
from tellings.analysis.study import tell
from tellings.model.findings import Lineage, Telling
from tests.analysis.event import COURIER, GAZETTE, LEDGER, told
from tests.case_files import cases
from tests.making import source, telling


def handed(lineage: Lineage) -> list[tuple[str, str, str, str]]:
    """Give the derivations without their offsets."""
    return [(d.passage.source, d.origin.source, d.kind, d.direction) for d in lineage.derived]


def test_a_copy_is_the_same_text() -> None:
    lineage = trace(told(ledger=LEDGER, mirror=LEDGER, gazette=GAZETTE))
    assert lineage.texts == (("gazette",), ("ledger", "mirror"))


def test_a_shortened_reprint_is_the_same_text_and_the_fullest_speaks_for_it() -> None:
    short = "\n\n".join(LEDGER.split("\n\n")[:4])
    assert trace(told(abridged=short, ledger=LEDGER)).texts == (("ledger", "abridged"),)


def test_a_text_that_shares_half_its_sentences_is_a_text_of_its_own() -> None:
    half = "\n\n".join([*LEDGER.split("\n\n")[:3], *GAZETTE.split("\n\n")[3:]])
    assert trace(told(half=half, ledger=LEDGER)).texts == (("half",), ("ledger",))


def test_copies_in_a_language_the_analysis_cannot_read_count_too() -> None:
    text = (
        "Die Hafenarbeiter von Norrin haben am Montag die Arbeit niedergelegt, "
        "weil es kein Nachtgeld gab."
    )
    tellings = tuple(tell(source(text, id=id_, lang="de"), None) for id_ in ("eins", "zwei"))
    assert trace(tellings).texts == (("eins", "zwei"),)


@given(st.lists(st.sampled_from([LEDGER, GAZETTE, COURIER, "Short."]), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None)
def test_every_source_stands_in_exactly_one_group(texts: list[str]) -> None:
    tellings = told(**{f"s{n}": text for n, text in enumerate(texts)})
    grouped = [id_ for group in trace(tellings).texts for id_ in group]
    assert sorted(grouped) == [telling.id for telling in tellings]


def test_a_sentence_taken_over_whole_is_identical_and_one_reworked_is_near() -> None:
    lineage = trace(
        told(
            ledger="The port authority closed both container terminals on Monday.\n\nIt rained.",
            gazette="The port authority closed both container terminals on Monday.\n\nNo one sang.",
            courier="On Monday the port authority closed both container terminals to all ships.",
        )
    )
    assert handed(lineage) == [
        ("gazette", "courier", "near", "unknown"),
        ("ledger", "courier", "near", "unknown"),
        ("ledger", "gazette", "identical", "unknown"),
    ]


def test_sentences_of_copies_are_not_handed_down() -> None:
    assert trace(told(ledger=LEDGER, mirror=LEDGER)).derived == ()


def test_the_direction_is_known_when_one_text_credits_the_other() -> None:
    sentence = "The port authority closed both container terminals on Monday."
    agency = tell(replace(source(f"{sentence}\n\nIt rained.", id="wire"), outlet="AFP"), None)
    paper = tell(
        replace(source(f"{sentence}\n\nNo one sang.", id="ledger"), agencies=("AFP",)), None
    )
    assert handed(trace((paper, agency))) == [("ledger", "wire", "identical", "known")]


@pytest.mark.parametrize(
    ("wire_day", "paper_day", "direction"),
    [
        ("2026-03-03", "2026-03-04", "known"),
        ("2026-03-04", "2026-03-04", "known"),
        ("2026-03-05", "2026-03-04", "unknown"),
        (None, "2026-03-04", "unknown"),
    ],
)
def test_an_agency_s_own_page_hands_down_to_a_paper_that_is_no_earlier(
    wire_day: str | None, paper_day: str, direction: str
) -> None:
    sentence = "The port authority closed both container terminals on Monday."
    wire, paper = (
        source(f"{sentence}\n\n{end}", id=id_) for id_, end in (("a", "x."), ("b", "y."))
    )
    agency = tell(replace(wire, outlet="reuters.com", published=wire_day), None)
    ledger = tell(replace(paper, outlet="The Ledger", published=paper_day), None)
    assert handed(trace((agency, ledger))) == [("b", "a", "identical", direction)]


def test_an_origin_names_the_texts_that_lean_on_it_with_their_words() -> None:
    lineage = trace(told(ledger="The pier is closed, an official told AFP.", gazette="It rained."))
    (origin,) = (origin for origin in lineage.origins if origin.kind == "agency")
    assert (origin.name, origin.kind, origin.sources) == ("AFP", "agency", ("ledger",))
    assert [passage.source for passage in origin.evidence] == ["ledger"]


def agencies(*texts: Telling) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Give the agencies of texts: name, those they stand behind, those that only cite them."""
    origins = trace(texts).origins
    return [(o.name, o.sources, o.cited_by) for o in origins if o.kind == "agency"]


SHUT = "The port authority closed both container terminals on Monday night."


@pytest.mark.parametrize(
    "words",
    [
        "Reuters reported that the pier is shut.",
        "The pier is shut, according to Reuters.",
        "The pier is shut, said an official quoted by Reuters.",
    ],
)
def test_a_text_that_mentions_a_report_cites_its_agency(words: str) -> None:
    assert agencies(telling(f"It rained.\n\n{words}")) == [("Reuters", (), ("ledger",))]


def test_a_text_that_was_told_for_an_agency_is_its_own() -> None:
    words = "The pier is shut, an official told Reuters. Reuters said so twice."
    assert agencies(telling(words)) == [("Reuters", ("ledger",), ())]


def test_an_agency_stands_behind_its_own_page() -> None:
    own = tell(replace(source(SHUT, id="wire"), outlet="reuters.com", agencies=("Reuters",)), None)
    assert agencies(own) == [("Reuters", ("wire",), ())]


def test_a_text_that_cites_an_agency_and_has_its_sentences_is_from_it() -> None:
    first = telling(f"{SHUT}\n\nA clerk told AFP so.", id="gazette")
    second = telling(f"{SHUT}\n\nNo one sang, AFP reported.", id="ledger")
    assert agencies(first, second) == [("AFP", ("gazette", "ledger"), ())]
    alone = telling("Gulls cried.\n\nNo one sang, AFP reported.", id="ledger")
    assert agencies(first, alone) == [("AFP", ("gazette",), ("ledger",))]


def speakers(**texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give the speakers whose words several of the texts hand on."""
    return [(o.name, o.sources) for o in trace(told(**texts)).origins if o.kind == "speaker"]


RATE = "no crate would be loaded in Norrin until the night rate is paid"


def test_a_speaker_of_whom_two_texts_report_the_same_is_an_origin() -> None:
    assert speakers(
        courier=f"Union leader Mara Lind said {RATE}.",
        gazette=f"The union met. Mara Lind left. Lind said that {RATE} in full.",
        ledger="Mara Lind said the choir sang beautifully all night.",
    ) == [("Mara Lind", ("courier", "gazette"))]


def test_a_source_without_a_name_whom_two_texts_share_is_an_origin() -> None:
    assert speakers(
        courier=f"{SHUT} A harbour source said {RATE}.",
        gazette=f"Rain fell. One harbour source said {RATE} to the last penny.",
    ) == [("A harbour source", ("courier", "gazette"))]


def test_two_texts_with_other_words_of_one_speaker_share_no_origin() -> None:
    assert (
        speakers(
            courier=f"Union leader Mara Lind said {RATE}.",
            gazette="Mara Lind said the choir of Saltmere sang beautifully that evening.",
        )
        == []
    )


def test_copies_of_one_text_share_no_speaker() -> None:
    assert speakers(ledger=LEDGER, mirror=LEDGER) == []


@pytest.mark.parametrize(("text", "expected"), cases("credits"))
def test_a_text_credits_an_agency_in_its_own_words(text: str, expected: str) -> None:
    one = telling(text)
    found = [
        f"{name}: {passage.of(one.text)}"
        for name, passages in credited(one).items()
        for passage in passages
    ]
    assert found == expected.split("\n") * bool(expected)
