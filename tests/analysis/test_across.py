"""What texts say differently in sentences of no common claim."""

import pytest

from tellings.analysis.differences.finding import find
from tellings.model.findings import Claim, Difference, Lineage, Mention, Telling
from tests.case_files import cases
from tests.making import telling


def alone(tellings: tuple[Telling, ...]) -> tuple[Claim, ...]:
    """Make a claim of each sentence."""
    passages = [sentence.passage for one in tellings for sentence in one.document.sentences]
    return tuple(
        Claim(id=f"c-{number:06x}", gist=passage, mentions=(Mention(passage=passage),))
        for number, passage in enumerate(passages)
    )


def found(
    tellings: tuple[Telling, ...], *texts: tuple[str, ...], claims: tuple[Claim, ...] | None = None
) -> tuple[Difference, ...]:
    """Find the differences of two texts; they are one where `texts` says so."""
    groups = texts or tuple((one.id,) for one in tellings)
    return find(tellings, alone(tellings) if claims is None else claims, Lineage(texts=groups))


def pair(text: str) -> tuple[Telling, ...]:
    """Make a telling of each line."""
    ids = ("gazette", "ledger")
    return tuple(telling(line, id=id_) for id_, line in zip(ids, text.splitlines(), strict=True))


def shown(difference: Difference) -> str:
    """Give a difference in a line."""
    values = " | ".join(reading.value for reading in difference.readings)
    return f"{difference.kind} {difference.relation}: {values}"


@pytest.mark.parametrize(("text", "expected"), cases("across"))
def test_conflicts_between_claims_leave_little_doubt(text: str, expected: str) -> None:
    assert [shown(difference) for difference in found(pair(text))] == expected.splitlines()


CHARGE = "Norrin bombed the port of Saltmere.\nA spokesman said Norrin had not bombed any port."


def test_a_difference_across_claims_stands_at_a_claim_of_one_of_its_sentences() -> None:
    tellings = pair(CHARGE)
    (difference,) = found(tellings)
    assert difference.claim in {claim.id for claim in alone(tellings)}
    assert difference.because == "one tells what another gives as denied"


def test_sentences_of_no_claim_make_no_difference() -> None:
    assert found(pair(CHARGE), claims=()) == ()


def test_copies_do_not_differ_across_claims() -> None:
    assert found(pair(CHARGE), ("gazette", "ledger")) == ()


def test_what_differs_within_a_claim_is_not_said_again() -> None:
    tellings = pair(
        "The ferry Alda sank on Monday off Cape Tresa.\n"
        "The ferry Alda sank on Tuesday off Cape Tresa."
    )
    together = Claim(
        id="c-00000a",
        gist=tellings[0].document.sentences[0].passage,
        mentions=tuple(Mention(passage=one.document.sentences[0].passage) for one in tellings),
    )
    assert len(found(tellings, claims=(together, *alone(tellings)))) == 1


def test_what_was_done_so_many_times_is_shown_with_the_number() -> None:
    tellings = pair(
        "The guard was shot 11 times, said Mara Lind.\nOtto Brandt said he was shot seven times."
    )
    (difference,) = found(tellings)
    words = [r.passage.of(t.text) for r, t in zip(difference.readings, tellings, strict=True)]
    assert words == ["shot 11 times", "shot seven times"]


def test_a_denial_is_shown_with_whoever_gives_it() -> None:
    tellings = pair(
        "Norrin bombed the port of Saltmere.\n"
        "Otto Brandt, a spokesman for the army, said Norrin had not bombed any port."
    )
    (difference,) = found(tellings)
    shown_ = difference.readings[1].passage.of(tellings[1].text)
    assert shown_ == tellings[1].text
