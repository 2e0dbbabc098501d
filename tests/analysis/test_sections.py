"""The order and the headings in which claims are read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis.claims.drawing import count
from tellings.analysis.sections.arranging import MOST, arrange
from tellings.model.findings import Claim, Section, Telling
from tests.analysis.event import COURIER, GAZETTE, LEDGER, drawn, told


def arranged(tellings: tuple[Telling, ...]) -> tuple[tuple[Section, ...], tuple[Claim, ...]]:
    """Draw and arrange an event's claims."""
    claims, lineage = drawn(tellings)
    return arrange(tellings, claims, count(tellings, claims, lineage), ()), claims


@given(st.sets(st.sampled_from([LEDGER, GAZETTE, COURIER, "A seal was seen today."]), min_size=1))
@settings(max_examples=10, deadline=None)
def test_every_claim_stands_in_exactly_one_section(texts: set[str]) -> None:
    sections, claims = arranged(told(**{f"s{n}": text for n, text in enumerate(sorted(texts))}))
    placed = [id_ for section in sections for id_ in section.claims]
    assert sorted(placed) == sorted(claim.id for claim in claims)
    assert len(sections) <= MOST
    assert len({section.id for section in sections}) == len(sections)


def test_no_claims_make_no_sections() -> None:
    assert arrange((), (), (), ()) == ()


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
    names = (
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
    sections, _ = arranged(told(ledger="\n\n".join([*rest[:3], *names, *rest[3:]])))
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
    names = (
        "Mara Lind spoke first.\n\nCrowds cheered Mara Lind loudly.\n\nMara Lind left town."
        "\n\nThey followed her to Saltmere."
    )
    rest = (
        "Rain fell in Saltmere.\n\nNo crate was moved to Saltmere.\n\nFog lay on Saltmere."
        "\n\nGulls cried at dawn.\n\nThe pier is shut.\n\nShips lie in the bay."
    )
    sections, claims = arranged(told(ledger=f"{rest}\n\n{names}"))
    last = max(claims, key=lambda claim: claim.gist)
    (home,) = (section.name for section in sections if last.id in section.claims)
    assert home == "Mara Lind"
