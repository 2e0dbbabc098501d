"""The event in at most five sentences."""

from dataclasses import replace

import pytest

from tellings.analysis import differences, names, sections, summary
from tellings.analysis.lineage.counting import count
from tellings.analysis.study import tell
from tellings.analysis.summary.alone import UNFIT, fault, plain
from tellings.analysis.summary.choosing import chosen
from tellings.analysis.summary.writing import check, unquoted
from tellings.model.findings import Difference, SummaryLine, Telling
from tellings.model.span import Passage
from tests.analysis.event import COURIER, GAZETTE, LEDGER, drawn, told
from tests.case_files import cases
from tests.making import source, telling


def written(tellings: tuple[Telling, ...]) -> tuple[SummaryLine, ...]:
    """Write an event's summary."""
    claims, lineage = drawn(tellings)
    covers = count(tellings, claims, lineage)
    found = differences.find(tellings, claims, lineage)
    order = sections.arrange(tellings, names.register(tellings), claims, covers, found)
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
        "Gazette: “Both container terminals were closed by the port authority, and 31 ships lay at "
        "anchor in the bay”; "
        "Ledger: “The port authority closed both container terminals and sent 24 ships to anchor "
        "in the bay”"
    )


def test_headlines_sum_up_only_where_hardly_anything_else_does() -> None:
    title = "Talks on night pay of Norrin’s dockers fail"
    plain_ = (
        tell(source(f"{PLAIN}\n\n{OTHER}", id="gazette", title=title), None),
        tell(source(f"{OTHER}\n\n{PLAIN} It rained.", id="ledger", title=title), None),
    )
    assert {line.text for line in written(plain_)} == {PLAIN, OTHER}
    bare = tuple(
        tell(source(text, id=id_, title=title), None)
        for id_, text in (
            ("gazette", "A seal was seen in Tresa."),
            ("ledger", "Fog lay on the bay."),
        )
    )
    assert [line.text for line in written(bare)] == [title]


LEAD = "A strike of dockers over night pay has closed the port of Norrin, the harbour board said."
CRY = "“We stay out,” said Mara Lind on Monday as the quays fell silent under a grey sky."


def titled(gazette: str, ledger: str) -> list[str]:
    """Write the summary of two texts whose headlines share the event."""
    texts = (
        source(gazette, id="gazette", title="Dockers’ strike closes the port of Norrin"),
        source(ledger, id="ledger", title="Port of Norrin closed by strike"),
    )
    return [line.text for line in written(tuple(tell(text, None) for text in texts))]


def test_an_opening_says_what_the_headlines_share_where_no_line_does() -> None:
    lines = titled(f"{LEAD}\n\n{OTHER}", f"{CRY}\n\n{OTHER}")
    assert lines == [f"Gazette: “{LEAD}”", OTHER]


def test_what_several_texts_tell_of_the_headlines_stands_first_and_needs_no_opening() -> None:
    assert titled(f"{OTHER}\n\n{LEAD}", f"{OTHER}\n\n{LEAD}")[0] == LEAD


def test_what_somebody_says_of_the_event_is_not_the_event() -> None:
    said = "“A strike that closed the port of Norrin hurts families and shops,” Mara Lind said."
    lines = titled(f"{LEAD}\n\n{said}\n\n{OTHER}", f"{CRY}\n\n{said}\n\n{OTHER}")
    assert lines == [f"Gazette: “{LEAD}”", said, OTHER]


def test_an_opening_that_no_headline_shares_is_not_added() -> None:
    boats = "Fishing boats left Saltmere at dawn in a light wind on Monday morning."
    assert titled(f"{CRY}\n\n{OTHER}", f"{boats} {OTHER}") == [OTHER]


def test_a_plain_opening_comes_before_one_that_judges() -> None:
    loaded = LEAD.replace("A strike", "A savage strike")
    other = "Because of a strike of dockers over pay at night the port of Norrin is now closed."
    assert titled(f"{loaded}\n\n{OTHER}", f"{other}\n\n{OTHER}") == [other, OTHER]


def test_a_headline_that_has_run_into_the_text_sums_up_nothing() -> None:
    title = "Talks on night pay fail in Norrin"
    words = f"Harbour strike {title} Mayor Otto Brandt asked both sides to meet on Friday."
    one = tell(source(words, title=title), None)
    body = one.document.sentences[-1]
    assert body.part == "body"
    assert fault(body.passage, body, one) >= UNFIT


def test_of_two_figures_in_conflict_neither_is_told_as_fact() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE.replace("24 ships", "31 ships"))
    claims, lineage = drawn(tellings)
    by_id = {telling.id: telling for telling in tellings}
    covers = {cover.claim: cover for cover in count(tellings, claims, lineage)}
    found = differences.find(tellings, claims, lineage)

    def ships(known: tuple[Difference, ...]) -> list[str]:
        every = chosen(by_id, claims, covers, known, 5)
        told_ = [one.passage.of(by_id[one.passage.source].text) for one in every]
        return [words for words in told_ if "ships" in words]

    assert len(ships(())) == 1
    assert ships(found) == []


def dated(**texts: tuple[str, str]) -> tuple[Telling, ...]:
    """Make the tellings of an event, each of its own day."""
    return tuple(
        tell(replace(source(text, id=id_), published=day), day)
        for id_, (day, text) in sorted(texts.items())
    )


def test_of_a_story_that_runs_the_earlier_text_stands_before_the_later() -> None:
    tellings = dated(
        gazette=("2026-03-05", GAZETTE.replace("24 ships", "31 ships")),
        ledger=("2026-03-03", LEDGER),
    )
    claims, lineage = drawn(tellings)
    found = differences.find(tellings, claims, lineage)
    moved = tuple(replace(one, relation="update") for one in found if one.kind == "number")
    last = summary.write(tellings, (), claims, count(tellings, claims, lineage), moved)[-1].text
    assert last.startswith("Ledger: “")
    assert "”; later, Gazette: “" in last


def test_of_a_story_that_runs_the_later_state_is_told_as_fact() -> None:
    early = ("2026-03-03", LEDGER)
    late = ("2026-03-05", f"Fog lay on the bay.\n\n{GAZETTE.replace('24 ships', '31 ships')}")
    tellings = dated(gazette=late, ledger=early)
    claims, lineage = drawn(tellings)
    by_id = {telling.id: telling for telling in tellings}
    covers = {cover.claim: cover for cover in count(tellings, claims, lineage)}
    found = differences.find(tellings, claims, lineage)
    moved = tuple(replace(one, relation="update") for one in found if one.kind == "number")
    for known, figure in (((), "24 ships"), (moved, "31 ships")):
        every = chosen(by_id, claims, covers, known, 5)
        words = [one.passage.of(by_id[one.passage.source].text) for one in every]
        assert figure in next(one for one in words if "ships" in one)


def test_a_conflict_is_told_once_however_many_claims_have_it() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE.replace("24 ships", "31 ships"))
    claims, lineage = drawn(tellings)
    covers = count(tellings, claims, lineage)
    (found,) = (d for d in differences.find(tellings, claims, lineage) if d.kind == "number")
    other = next(c for c in claims if len(c.sources) > 1 and c.id != found.claim)
    lines = summary.write(tellings, (), claims, covers, (found, replace(found, claim=other.id)))
    assert other.id not in {id_ for line in lines[:-1] for id_ in line.claims}
    assert found.claim not in {id_ for line in lines[:-1] for id_ in line.claims}


def test_what_came_out_long_after_is_summed_up_last() -> None:
    verdict = "A court in Norrin convicted union leader Mara Lind on Tuesday over the dock strike."
    later = ("2027-01-05", f"{verdict}\n\n{PLAIN}")
    texts = dated(courier=later, gazette=("2027-01-05", verdict), ledger=("2026-03-04", PLAIN))
    assert [line.text for line in written(texts)] == [PLAIN, verdict]


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


def test_a_word_that_no_text_uses_is_refused() -> None:
    tellings = told(ledger="The ferry sank with 24 on board.")
    line = SummaryLine(
        text="The ferry foundered with 24 on board.",
        claims=(),
        evidence=(Passage("ledger", 0, 32),),
    )
    with pytest.raises(ValueError, match="foundered"):
        check(line, {telling.id: telling for telling in tellings})


def test_the_sentence_that_reads_alone_sums_up_a_claim() -> None:
    leaning = "Later, dockers in Norrin walked off the job at noon after a dispute over night pay."
    for texts in ({"gazette": leaning, "ledger": PLAIN}, {"gazette": PLAIN, "ledger": leaning}):
        (line,) = written(told(**texts))
        assert line.text == PLAIN


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


OTHER = "Mayor Otto Brandt of Saltmere asked both sides to meet in the old harbour on Friday."


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (
            "Thirty-six percent of senior helpers are women, the campaign said on Monday.",
            "Thirty-six percent of senior helpers are women, Brandt’s campaign said on Monday.",
        ),
        (
            "The warning came hours after talks about night pay had broken down.",
            "The warning of Mayor Otto Brandt came hours after talks about night pay broke down.",
        ),
        (
            "Dock workers of Saltmere also walked off the job over night pay on Monday.",
            "Dock workers of Saltmere had walked off the job over night pay on Monday.",
        ),
        (
            "“The night rate is what keeps this town alive,” said Mara Lind of Norrin.",
            "Union leader Mara Lind of Norrin said the night rate keeps the whole town alive.",
        ),
    ],
)
def test_what_leans_less_on_the_rest_of_its_text_reads_better_alone(
    worse: str, better: str
) -> None:
    faults = [
        fault(one.document.sentences[0].passage, one.document.sentences[0], one)
        for one in (telling(worse), telling(better))
    ]
    assert faults[0] > faults[1]


PLAIN = "Dockers in Norrin walked off the job at noon after a dispute over night pay."
LOADED = "Dockers in Norrin walked off the job at noon after the brutal dispute over night pay."


def test_what_one_text_alone_tells_names_it() -> None:
    lines = written(told(gazette="The choir sang in Tresa.", ledger="Ships lay in the bay."))
    assert [line.text for line in lines] == [
        "Only Gazette: The choir sang in Tresa.",
        "Only Ledger: Ships lay in the bay.",
    ]


def test_what_single_texts_tell_sums_up_where_nothing_shared_reads_alone() -> None:
    shared = "It closed both container terminals and then sent 24 ships to anchor in the bay."
    texts = {
        "gazette": f"{shared}\n\nMayor Otto Brandt opened the new market hall in Tresa on Friday.",
        "ledger": f"{shared.replace('sent', 'ordered')}\n\nFishing boats left Norrin at noon.",
    }
    lines = [line.text for line in written(told(**texts))]
    assert lines
    assert all(line.startswith("Only ") for line in lines)


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
    covered = {cover.claim: cover for cover in covers}
    (line,) = chosen(by_id, claims, covered, (), 1)
    assert line.passage.of(by_id[line.passage.source].text) == PLAIN


@pytest.mark.parametrize(("text", "expected"), cases("reading-alone"))
def test_a_sentence_is_shown_where_it_can_be_read_alone(text: str, expected: str) -> None:
    one = telling(text)
    sentence = one.document.sentences[0]
    passage = plain(sentence, one)
    fits = fault(passage, sentence, one) < UNFIT
    assert (passage.of(one.text) if fits else "") == expected


def test_a_text_without_a_sentence_has_no_opening() -> None:
    titles = {"courier": "Strike in Norrin", "gazette": None, "ledger": "Norrin on strike"}
    texts = tuple(source("", id=id_, title=title) for id_, title in titles.items())
    (line,) = written(tuple(tell(text, None) for text in texts))
    assert line.text == "Strike in Norrin"
