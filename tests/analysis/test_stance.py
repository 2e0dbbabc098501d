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


def test_the_reason_names_the_words_and_the_voice() -> None:
    told = telling("The port was shut by the ruthless council.")
    assert cell(told, "council", "own").reason == "speaks against it in its own voice: “ruthless”"


def test_words_for_fighting_are_shown_though_they_take_no_side() -> None:
    told = telling("The Arlandish invasion began in May.")
    found = cell(told, "arland", "own")
    assert (found.value, found.confidence) == (0, "low")
    assert [word.of(told.text) for one in found.evidence for word in one.words] == ["invasion"]
    assert "“invasion”" in found.reason
