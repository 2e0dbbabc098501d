"""The order and the headings in which claims are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import names
from tellings.analysis.lineage.counting import count
from tellings.analysis.sections.arranging import MOST, arrange
from tellings.model.findings import Claim, Section, Telling
from tests.analysis.event import COURIER, GAZETTE, LEDGER, drawn, told


def arranged(tellings: tuple[Telling, ...]) -> tuple[tuple[Section, ...], tuple[Claim, ...]]:
    """Draw and arrange an event's claims."""
    claims, lineage = drawn(tellings)
    covers = count(tellings, claims, lineage)
    return arrange(tellings, names.register(tellings), claims, covers, ()), claims


def headings(tellings: tuple[Telling, ...]) -> list[str]:
    """Name an event's sections, in order."""
    return [section.name for section in arranged(tellings)[0]]


@given(st.sets(st.sampled_from([LEDGER, GAZETTE, COURIER, "A seal was seen today."]), min_size=1))
@settings(max_examples=10, deadline=None)
def test_every_claim_stands_in_exactly_one_section(texts: set[str]) -> None:
    sections, claims = arranged(told(**{f"s{n}": text for n, text in enumerate(sorted(texts))}))
    placed = [id_ for section in sections for id_ in section.claims]
    assert sorted(placed) == sorted(claim.id for claim in claims)
    assert len(sections) <= MOST
    assert len({section.id for section in sections}) == len(sections)


def test_no_claims_make_no_sections() -> None:
    assert arrange((), (), (), (), ()) == ()


def test_a_subhead_over_several_claims_names_their_section() -> None:
    harbour = (
        "The pier is shut.\n\nShips lie in the bay.\n\n"
        "Cranes stand quite still.\n\nNo crate was moved."
    )
    court = "Judges will sit on Friday.\n\nLawyers filed four papers.\n\nNobody came to plead."
    sections, _ = arranged(told(ledger=f"{harbour}\n\n## In the court\n\n{court}"))
    assert [(section.id, section.name, len(section.claims)) for section in sections] == [
        ("in-the-court", "In the court", 3),
        ("told-by-one-text", "Told by one text", 4),
    ]


def test_a_name_that_several_claims_share_names_their_section() -> None:
    told_of = (
        "Mara Lind spoke first.",
        "Crowds cheered Mara Lind loudly.",
        "Later Mara Lind left town.",
    )
    rest = (
        "Ships lie in the bay.",
        "No crate was moved.",
        "The pier is shut.",
        "Rain fell all day.",
        "Gulls cried at dawn.",
    )
    sections, _ = arranged(told(ledger="\n\n".join([*rest[:3], *told_of, *rest[3:]])))
    assert sections[0].name == "Mara Lind"


def test_within_a_section_claims_follow_the_story() -> None:
    sections, claims = arranged(
        told(ledger="The pier is shut.\n\nShips lie idle there.\n\nNo crate was moved.")
    )
    place = {claim.id: claim.gist.start for claim in claims}
    (section,) = sections
    assert [place[id_] for id_ in section.claims] == sorted(place.values())


def test_a_subhead_that_judges_names_no_section() -> None:
    court = "Judges will sit on Friday.\n\nLawyers filed four papers.\n\nNobody came to plead."
    rest = "The pier is shut.\n\nShips lie in the bay.\n\nCranes stand quite still."
    sections, _ = arranged(told(ledger=f"{rest}\n\n## The brutal court\n\n{court}"))
    assert "The brutal court" not in {section.name for section in sections}


def test_what_each_text_alone_tells_is_read_text_by_text() -> None:
    sections, claims = arranged(
        told(
            gazette="Boats lay idle there.\n\nOf them, nine were red.",
            ledger="A seal was seen.\n\nThey said it was old.",
        )
    )
    gists = {claim.id: claim.gist for claim in claims}
    (section,) = sections
    order = [gists[id_] for id_ in section.claims]
    assert order == sorted(order)


def test_a_sentence_that_leans_on_the_one_before_stands_in_its_section() -> None:
    told_of = (
        "Mara Lind spoke first.\n\nCrowds cheered Mara Lind loudly.\n\nMara Lind left town."
        "\n\nThey followed her to Saltmere."
    )
    rest = (
        "Rain fell in Saltmere.\n\nNo crate was moved to Saltmere.\n\nFog lay on Saltmere."
        "\n\nGulls cried at dawn.\n\nThe pier is shut.\n\nShips lie in the bay."
    )
    sections, claims = arranged(told(ledger=f"{rest}\n\n{told_of}"))
    last = max(claims, key=lambda claim: claim.gist)
    (home,) = (section.name for section in sections if last.id in section.claims)
    assert home == "Mara Lind"


COURT = "Judges will sit on Friday.\n\nLawyers filed four papers.\n\nNobody came to plead."
HARBOUR = (
    "The pier is shut.\n\nShips lie in the bay.\n\nCranes stand quite still.\n\nNo crate was moved."
)


@pytest.mark.parametrize(
    "subhead",
    [
        "MAYOR OF NORRIN DODGES QUESTIONS ON STRIKE",
        "Click here for more",
        "What you need to know",
        "Mara Lind speaks on Monday. Coastwire",
        "What the judges of Norrin will have to say of the strike on Friday",
        "‘All of it is a lie’",
        "Support the Ledger’s journalism",
    ],
)
def test_a_pointer_a_caption_or_a_quotation_over_claims_names_no_section(subhead: str) -> None:
    assert subhead not in headings(told(ledger=f"{HARBOUR}\n\n## {subhead}\n\n{COURT}"))


@pytest.mark.parametrize("subhead", ["THE COURT", "What will the court decide?", "In the court"])
def test_a_short_subhead_names_its_section(subhead: str) -> None:
    assert subhead in headings(told(ledger=f"{HARBOUR}\n\n## {subhead}\n\n{COURT}"))


def test_an_outlet_that_tells_names_no_section() -> None:
    words = (
        "Lind told the Gazette so.\n\nThe Gazette asked twice.\n\nThe Gazette saw the papers."
        "\n\nThe Gazette has more."
    )
    assert "Gazette" not in headings(told(gazette=f"{HARBOUR}\n\n{words}", ledger=words))


def test_a_section_is_named_by_the_whole_name() -> None:
    words = (
        "Union leader Mara Lind spoke first.\n\nCrowds cheered Lind loudly in the rain."
        "\n\nLater Lind left the harbour in a taxi."
    )
    ledger = f"{words}\n\nNobody came to plead in court."
    assert "Mara Lind" in headings(told(gazette=f"{HARBOUR}\n\n{words}", ledger=ledger))


def test_no_section_stands_for_one_claim_beside_others() -> None:
    sections, _ = arranged(told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER))
    assert len(sections) > 1
    assert min(len(section.claims) for section in sections) > 1


def test_what_several_texts_tell_never_stands_under_one_text_s() -> None:
    words = "The choir sang in Tresa.\n\nFog lay on the bay.\n\nA seal was seen by children."
    more = "Nobody came to plead.\n\nGulls cried at dawn.\n\nTrams ran as ever that day."
    strike = "Dockers in Norrin walked off the job at noon after a dispute over night pay."
    every = told(gazette=f"{strike}\n\n{words}", ledger=f"{strike}\n\n{more}")
    sections, claims = arranged(every)
    shared = {claim.id for claim in claims if len(claim.sources) > 1}
    assert shared
    assert not [s for s in sections if s.name == "Told by one text" and shared & set(s.claims)]


def test_what_several_texts_tell_first_is_read_first() -> None:
    every = told(ledger=LEDGER, gazette=GAZETTE)
    sections, claims = arranged(every)
    shared = {claim.id for claim in claims if len(claim.sources) > 1}
    assert shared & set(sections[0].claims)
    assert sections[0].name == "What several texts tell"
    assert sections[-1].name == "Told by one text"


def test_the_section_with_what_most_texts_tell_first_comes_first() -> None:
    lead = "The port of Norrin was shut at dawn by dockers."
    mayor = (
        "Mara Lind spoke to nine dockers at noon.\n\nCrowds cheered Mara Lind at the quay loudly."
        "\n\nMara Lind then left for a meeting on wages."
    )
    ledger = f"{lead}\n\nNorrin has two quays.\n\nFog lay over Norrin.\n\n{mayor}"
    gazette = f"{lead}\n\nGulls cried all day.\n\nA seal was seen.\n\n{mayor}"
    sections, claims = arranged(told(ledger=ledger, gazette=gazette))
    assert {"Norrin", "Mara Lind"} <= {section.name for section in sections}
    first = min(claims, key=lambda claim: min(m.passage.start for m in claim.mentions))
    assert first.id in sections[0].claims
