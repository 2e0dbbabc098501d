"""The event in at most five sentences."""

import pytest

from tellings.analysis import differences, sections, summary
from tellings.analysis.claims.drawing import count
from tellings.analysis.summary import check, told_lines, unquoted
from tellings.model.findings import SummaryLine, Telling
from tellings.model.span import Passage
from tests.analysis.event import COURIER, GAZETTE, LEDGER, drawn, told


def written(tellings: tuple[Telling, ...]) -> tuple[SummaryLine, ...]:
    """Write an event's summary."""
    claims, lineage = drawn(tellings)
    covers = count(tellings, claims, lineage)
    found = differences.find(tellings, claims, lineage)
    order = sections.arrange(tellings, claims, covers, found)
    return summary.write(tellings, order, claims, covers, found)


def test_every_line_but_a_difference_is_a_sentence_of_a_source() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE)
    texts = {telling.id: telling.text for telling in tellings}
    lines = written(tellings)
    assert 1 <= len(lines) <= 5
    for line in lines:
        (passage,) = line.evidence
        assert line.text == passage.of(texts[passage.source])


def test_what_only_one_text_tells_is_left_out_where_texts_share_claims() -> None:
    assert not any("choir" in line.text for line in written(told(ledger=LEDGER, gazette=GAZETTE)))


def test_one_text_alone_is_told_in_its_own_first_sentences() -> None:
    assert written(told(courier=COURIER))[0].text == COURIER.split("\n\n")[0]


def test_the_sharpest_difference_stands_last_with_both_texts_named() -> None:
    lines = written(told(ledger=LEDGER, gazette=GAZETTE.replace("24 ships", "31 ships")))
    assert lines[-1].text == (
        "Gazette: “and 31 ships lay at anchor in the bay”; "
        "Ledger: “and sent 24 ships to anchor in the bay”"
    )


def test_a_claim_is_summed_up_once() -> None:
    lines = written(told(ledger=LEDGER, gazette=GAZETTE.replace("24 ships", "31 ships")))
    claims = [claim for line in lines for claim in line.claims]
    assert sorted(set(claims)) == sorted(claims)


def test_nothing_told_is_nothing_summed_up() -> None:
    assert written(told(ledger="Not so.")) == ()


def test_a_number_that_no_evidence_holds_is_refused() -> None:
    tellings = told(ledger="The ferry sank with 24 on board.")
    line = SummaryLine(
        text="The ferry sank with 31 on board.", claims=(), evidence=(Passage("ledger", 0, 32),)
    )
    with pytest.raises(ValueError, match="31"):
        check(line, {telling.id: telling for telling in tellings})


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("She wants an “end” to it.", "She wants an ‘end’ to it."),
        ('She wants an "end" to it.', "She wants an ‘end’ to it."),
        ('"Go," she said ("now").', "‘Go,’ she said (‘now’)."),
    ],
)
def test_a_quotation_inside_a_quotation_has_single_marks(words: str, inside: str) -> None:
    assert unquoted(words) == inside


PLAIN = "Dockers in Norrin walked off the job at noon after a dispute over night pay."
LOADED = "Dockers in Norrin walked off the job at noon after the brutal dispute over night pay."


def test_what_one_text_alone_tells_names_it() -> None:
    lines = written(told(gazette="The choir sang in Tresa.", ledger="Ships lay in the bay."))
    assert [line.text for line in lines] == [
        "Only Gazette: The choir sang in Tresa.",
        "Only Ledger: Ships lay in the bay.",
    ]


def test_the_plain_sentence_sums_up_what_another_text_judges() -> None:
    for texts in ({"gazette": LOADED, "ledger": PLAIN}, {"gazette": PLAIN, "ledger": LOADED}):
        (line,) = written(told(**texts))
        assert line.text == PLAIN


def test_a_judging_sentence_is_given_as_its_text_s_words() -> None:
    savage = LOADED.replace("brutal", "savage")
    (line,) = written(told(gazette=LOADED, ledger=savage))
    assert line.text == f"In Gazette’s words: “{LOADED}”"


SAID = "We will not load another crate until the night rate is paid in full."


@pytest.mark.parametrize("inserted", [f"“{SAID}”", SAID])
def test_speech_without_its_speaker_sums_up_only_after_what_is_told(inserted: str) -> None:
    texts = told(
        courier=f"“{SAID}”\n\n{PLAIN}",
        gazette=f"“{SAID}”\n\n{PLAIN}",
        ledger=f"{inserted}\n\n{PLAIN}",
    )
    claims, lineage = drawn(texts)
    covers = count(texts, claims, lineage)
    by_id = {telling.id: telling for telling in texts}
    (line,) = told_lines(by_id, list(claims), covers, 1)
    assert line.text == PLAIN
