import pytest

from tellings.analysis import framing, stance
from tellings.model.event import Target
from tellings.model.findings import Stance, Telling
from tests.case_files import cases
from tests.making import telling

TARGETS = (
    Target(id="council", name="The council", aliases=("council", "mayor")),
    Target(id="dockers", name="Dockers", aliases=("dockers", "strikers")),
    Target(id="arland", name="Arland", aliases=("Arlandish",)),
    Target(id="north", name="North Arland"),
)


def judged(*tellings: Telling) -> tuple[Stance, ...]:
    return stance.judge(tellings, TARGETS, framing.find(tellings, TARGETS))


def cell(told: Telling, target: str, voice: str) -> Stance:
    return next(s for s in judged(told) if (s.target, s.voice) == (target, voice))


@pytest.mark.parametrize(("text", "expected"), cases("stance"))
def test_judges_by_what_bears_on_the_target(text: str, expected: str) -> None:
    shown = [f"{s.target} | {s.voice} | {s.value}" for s in judged(telling(text)) if s.evidence]
    assert shown == expected.splitlines()


def test_every_text_has_a_cell_for_every_target_and_voice() -> None:
    tellings = telling("The port is shut.", id="one"), telling("The mayor spoke.", id="two")
    cells = [(s.source, s.target, s.voice) for s in judged(*tellings)]
    assert cells == [
        (source, target.id, voice)
        for source in ("one", "two")
        for target in TARGETS
        for voice in ("own", "quoted")
    ]


def test_silence_is_not_neutrality() -> None:
    silent = cell(telling("The port is shut."), "council", "own")
    assert (silent.value, silent.reason, silent.evidence) == (None, "not mentioned", ())


def test_a_target_in_the_headline_alone_is_not_covered() -> None:
    told = telling("The port is shut.", title="Ruthless council shuts port")
    assert cell(told, "council", "own").value is None


def test_a_judging_headline_weighs_with_the_body() -> None:
    told = telling("The mayor left.", title="Ruthless council shuts port")
    assert cell(told, "council", "own").value == -1


def test_a_plain_word_of_a_headline_takes_no_side() -> None:
    told = telling("The mayor left.", title="Council refuses to hear dockers")
    assert cell(told, "council", "own").value == 0


def test_evidence_is_the_sentence_and_the_words_that_decided() -> None:
    told = telling("Rain fell. The port was shut by the ruthless council.")
    (evidence,) = cell(told, "council", "own").evidence
    assert evidence.passage.of(told.text) == "The port was shut by the ruthless council."
    assert [word.of(told.text) for word in evidence.words] == ["ruthless"]


def test_a_value_without_judging_words_shows_where_the_target_is_named() -> None:
    told = telling("Rain fell. The mayor went home.")
    found = cell(told, "council", "own")
    assert found.value == 0
    assert [e.passage.of(told.text) for e in found.evidence] == ["The mayor went home."]


def test_one_sign_alone_is_of_low_confidence() -> None:
    told = telling("The port was shut by the ruthless council.")
    assert cell(told, "council", "own").confidence == "low"


def test_a_quotation_in_which_nobody_takes_a_side_is_of_low_confidence() -> None:
    told = telling("“The council meets at noon,” said Mara Lind.")
    assert (cell(told, "council", "quoted").value, cell(told, "council", "quoted").confidence) == (
        0,
        "low",
    )


def test_three_signs_on_one_side_that_the_scorer_bears_out_are_of_high_confidence() -> None:
    told = telling(
        "The corrupt council failed to act. The council lied to the voters. The council was inept."
    )
    assert cell(told, "council", "own").confidence == "high"


def test_each_sentence_says_which_of_its_own_words_decided() -> None:
    told = telling("The port was shut by the ruthless council. Rain fell. The council lied.")
    assert [one.reason for one in cell(told, "council", "own").evidence] == [
        "its own words: “ruthless”",
        "its own words: “lied”",
    ]


def test_a_quotation_is_given_to_its_speaker() -> None:
    told = telling("“The council is corrupt,” said Mara Lind.")
    (evidence,) = cell(told, "council", "quoted").evidence
    assert evidence.reason == "in the words of Mara Lind: “corrupt”"


def test_the_text_s_own_word_in_a_report_is_its_own_and_marked_as_such() -> None:
    told = telling(
        "The Arlandish genocide went on. According to the Tresa ministry, the ships will sail to"
        " discuss the Arlandish genocide."
    )
    found = cell(told, "arland", "own")
    assert [one.reason for one in found.evidence] == [
        "its own words: “genocide”",
        "its own words inside what is given as said by the Tresa ministry: “genocide”",
    ]


def test_a_country_s_name_in_quotation_marks_is_held_off() -> None:
    targets = (Target(id="norway", name="Norway"),)
    told = telling("The fleet of “Norway” has left the port.")
    own = stance.judge((told,), targets, ())[0]
    assert (own.value, own.evidence[0].reason) == (
        -1,
        "its own marks around the name: “Norway” in quotation marks",
    )


def test_a_quotation_may_take_a_side_without_a_listed_word() -> None:
    told = telling("“The mayor is a great guy and I hope he does well,” said Otto Brandt.")
    found = cell(told, "council", "quoted")
    assert (found.value, found.confidence) == (1, "low")
    assert found.evidence[0].reason == (
        "in the words of Otto Brandt, by the sentence as a whole, “great” above all"
    )


def test_a_quotation_that_leans_by_words_that_judge_nobody_takes_no_side() -> None:
    told = telling("“Arland is a very wealthy nation,” said Otto Brandt.")
    found = cell(told, "arland", "quoted")
    assert (found.value, found.evidence[0].words) == (0, ())


def test_a_speaker_who_speaks_for_their_own_side_is_a_voice_for_it() -> None:
    told = telling("“We acted in self-defence,” the mayor said.")
    found = cell(told, "council", "quoted")
    assert (found.value, found.evidence[0].reason) == (
        1,
        "in the words of the mayor, speaking for their own side: “self-defence”",
    )


def test_words_of_a_plain_report_are_shown_beside_no_words_that_decide() -> None:
    told = telling("The council claims it knew. The port was shut by the ruthless council.")
    found = cell(told, "council", "own")
    words = [word.of(told.text) for one in found.evidence for word in one.words]
    assert (found.value, words) == (-1, ["ruthless"])


def test_a_word_for_the_other_side_is_told_and_not_marked() -> None:
    told = telling("The ruthless council lied. The mayor was brave.")
    found = cell(told, "council", "own")
    words = [[word.of(told.text) for word in one.words] for one in found.evidence]
    assert (found.value, words) == (-1, [["ruthless", "lied"], []])
    assert found.evidence[1].reason == "the other way, its own words: “brave”"


def test_a_name_in_passing_is_silence_with_its_reason() -> None:
    found = cell(telling("The ship sank off Arland."), "arland", "own")
    assert found.value is None
    assert found.reason.startswith("named only in passing")


def test_the_reason_names_the_words_and_the_voice() -> None:
    told = telling("The port was shut by the ruthless council.")
    assert cell(told, "council", "own").reason == "speaks against it in its own voice: “ruthless”"


def test_words_for_fighting_are_shown_though_they_take_no_side() -> None:
    told = telling("The Arlandish invasion began in May.")
    found = cell(told, "arland", "own")
    assert (found.value, found.confidence) == (0, "low")
    assert [word.of(told.text) for one in found.evidence for word in one.words] == ["invasion"]
    assert "“invasion”" in found.reason
