from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import framing
from tellings.analysis.framing import apart
from tellings.analysis.framing.aims import aims, aims_of
from tellings.model.event import Target
from tests.case_files import cases
from tests.making import telling

TARGETS = (
    Target(id="council", name="The council", aliases=("council", "mayor")),
    Target(id="dockers", name="Dockers", aliases=("dockers", "strikers")),
    Target(id="arland", name="Arland"),
)
PIECES = st.sampled_from(
    [
        "The",
        "brutal",
        "riot",
        "genocide",
        "dockers",
        "said",
        "“",
        "”",
        "war",
        "Arland",
        ",",
        ".",
        "claimed",
    ]
)


def shown(*texts: str) -> list[str]:
    tellings = tuple(telling(text, id=f"text-{n}") for n, text in enumerate(texts))
    return [f"{f.term} | {f.target} | {f.voice}" for f in framing.find(tellings, TARGETS)]


@pytest.mark.parametrize(("text", "expected"), cases("framing"))
def test_finds_the_words_that_judge_or_choose(text: str, expected: str) -> None:
    assert shown(text) == expected.splitlines()


def test_plain_words_of_a_family_are_shown_where_the_texts_choose_differently() -> None:
    assert shown("The war in Arland goes on.", "The genocide in Arland goes on.") == [
        "war | arland | own",
        "genocide | arland | own",
    ]


def test_plain_words_that_all_texts_choose_are_not_shown() -> None:
    assert shown("The war in Arland goes on.", "A war in Arland began.") == []


def test_a_plain_word_that_every_text_uses_is_no_choice_even_where_one_uses_another_too() -> None:
    assert shown("The war in Arland goes on, a genocide.", "A war in Arland began.") == [
        "genocide | fighting | own"
    ]


def test_a_plain_word_that_most_texts_choose_is_not_shown_and_the_other_choice_is() -> None:
    texts = ("A wall will rise in Arland.", "A wall will rise there.", "A fence will rise there.")
    assert shown(*texts) == ["fence | barrier | own"]


def test_the_common_plain_word_is_shown_where_a_title_has_a_loaded_one_for_it() -> None:
    texts = [telling("A war in Arland goes on.", id=f"text-{n}") for n in range(2)]
    loaded = telling("The dockers met.", id="text-3", title="Genocide in Arland")
    frames = framing.find((*texts, loaded), TARGETS)
    assert [f"{f.term} | {f.target}" for f in frames] == [
        "war | arland",
        "war | arland",
        "Genocide | arland",
    ]


def test_a_plain_word_deep_in_a_text_is_no_choice_of_name() -> None:
    deep = "Ships left the port at noon. " * 8 + "A fence stood there."
    assert shown("A wall rises at the port.", deep) == ["wall | barrier | own"]


def test_a_mild_word_beside_what_the_texts_are_about_is_said_of_the_event() -> None:
    texts = ("A quake shook Norrin.", "A powerful quake shook Norrin. A powerful man spoke.")
    assert shown(*texts) == ["powerful | event | own"]


ODD = (
    "Dockers met the council at the port of Norrin. The dockers talked and went home.",
    "Dockers assaulted the council at the port of Norrin. Others assaulted a porter.",
    "Dockers saw the council at the port of Norrin. The dockers talked and went home.",
)


def test_a_word_of_no_list_is_shown_that_judges_and_sets_a_text_apart() -> None:
    assert shown(*ODD) == ["assaulted | dockers | own"]


def test_a_word_of_no_list_that_all_texts_use_sets_none_apart() -> None:
    assert shown(*[ODD[1]] * 3) == []


def test_a_word_of_no_list_deep_in_a_text_is_passed_over() -> None:
    deep = "The port opened at noon. " * 3 + ODD[1]
    assert shown(ODD[0], deep, ODD[2]) == []


def test_the_log_odds_of_a_word_grow_with_its_uses_here_and_shrink_with_those_elsewhere() -> None:
    def score(here: int, elsewhere: int) -> float:
        rest = {f"word{n}": 5 for n in range(20)}
        one = Counter({"odd": here, **rest})
        return apart.score("odd", one, one + Counter({"odd": elsewhere, **rest}), 2)

    assert score(4, 1) > score(2, 1) > score(1, 1) > score(1, 3)
    assert score(2, 2) == 0


def test_a_killing_is_shown_as_told_where_one_text_says_who_did_it_and_another_does_not() -> None:
    texts = ("A porter was killed by guards on Sunday.", "The death of a porter shook Norrin.")
    assert shown(*texts) == [
        "was killed by guards | killing | own",
        "death of a porter | killing | own",
    ]


def test_a_killing_that_all_texts_tell_alike_is_no_choice() -> None:
    assert shown(*["A porter was killed by guards on Sunday."] * 2) == []
    assert shown(*["The death of a porter shook Norrin."] * 2) == []


def test_a_target_s_name_held_off_by_marks_is_a_frame() -> None:
    told = telling("The envoy of “Arland” left before noon.")
    frames = [(f.term, f.target, f.voice) for f in framing.find((told,), TARGETS)]
    assert frames == [("Arland", "arland", "own")]


def test_a_heading_s_term_bears_on_whom_the_text_below_says() -> None:
    one = telling("The Arland genocide was named in court.", title="Court names genocide")
    (frame,) = framing.find((one,), TARGETS)
    assert (frame.target, frame.passage.start) == ("arland", 12)


def test_frames_are_found_without_targets() -> None:
    (frame,) = framing.find((telling("A massacre in the port."),), ())
    assert (frame.target, frame.term) == ("killing", "massacre")


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=16))
def test_every_term_is_what_its_passage_says(pieces: list[str]) -> None:
    told = telling(" ".join(pieces))
    for frame in framing.find((told,), TARGETS):
        assert frame.term in frame.passage.of(told.text)


def test_a_loaded_word_in_marks_that_are_no_speech_is_shown_once() -> None:
    told = telling("Police spoke of a “riot” at the gate. The gate held.")
    frames = [(f.passage.of(told.text), f.term) for f in framing.find((told,), TARGETS)]
    assert [term for _, term in frames] == ["riot"]


def test_frames_stand_in_text_order() -> None:
    told = telling("The envoy of “Arland” left. A massacre followed. The mayor claimed nothing.")
    places = [frame.passage for frame in framing.find((told,), TARGETS)]
    assert places == sorted(places)
    assert len(places) == 3


def inside(*texts: str) -> list[str]:
    tellings = tuple(telling(text, id=f"text-{n}") for n, text in enumerate(texts))
    words = {one.id: one.text for one in tellings}
    return [found.of(words[found.source]) for found in framing.inside(tellings)]


def test_a_loaded_word_of_a_report_is_the_texts_own_where_it_says_so_itself_too() -> None:
    assert inside("The mayor said the massacre was over. The massacre began at noon.") == [
        "massacre"
    ]


def test_it_is_the_texts_own_where_another_text_reports_the_same_without_it() -> None:
    assert inside(
        "Mara Lind said the brutal strike at the port was over.",
        "Mara Lind said the strike at the port was over.",
    ) == ["brutal"]


def test_it_is_not_surely_its_own_where_nothing_else_tells() -> None:
    assert inside("The mayor said the massacre was over.") == []


def test_it_is_the_speakers_who_is_quoted_with_it_in_any_text() -> None:
    assert (
        inside(
            "Mara Lind said the massacre was over. The massacre began at noon.",
            "“It was a massacre,” Mara Lind said.",
        )
        == []
    )


def test_a_word_that_is_all_that_is_told_sets_no_text_apart() -> None:
    tellings = (telling("", id="gazette"), telling("the killed", id="ledger"))
    assert apart.set_apart(tellings) == {"gazette": (), "ledger": ()}


def test_two_names_of_one_place_are_a_choice() -> None:
    assert shown("The ship left Mumbai.", "The ship left Bombay.") == [
        "Mumbai | name of Mumbai | own",
        "Bombay | name of Mumbai | own",
    ]


def test_one_name_of_a_place_in_all_texts_is_none() -> None:
    assert shown("The ship left Mumbai.", "A ship left Mumbai for Norrin.") == []


def test_a_name_in_small_letters_is_what_a_translation_left() -> None:
    assert shown("The ship left mumbai.", "The ship left Bombay.") == [
        "Bombay | name of Mumbai | own"
    ]


def test_a_name_in_the_name_of_an_outlet_is_no_choice() -> None:
    assert shown("The Bombay Gazette went to print.", "The ship left Mumbai.") == []


def test_a_creed_is_no_name_though_it_is_written_with_a_capital() -> None:
    assert shown("Then an Islamist group spoke.") == ["Islamist | people | own"]


def test_a_word_for_how_much_counts_right_before_what_the_texts_are_about() -> None:
    texts = ("A quake shook Norrin.", "A huge quake shook Norrin. The quake moved a huge gate.")
    assert shown(*texts) == ["huge | event | own"]
    assert shown(texts[0], "The quake moved a huge gate.") == []


NAMING = st.sampled_from(
    [
        "the",
        "The",
        "council",
        "Council",
        "Dockers",
        "dockers",
        "North",
        "Arland",
        "Arland’s",
        ".",
        "xArland",
    ]
)


@given(st.lists(NAMING, min_size=1, max_size=30))
@settings(max_examples=80, deadline=None)
def test_targets_are_named_in_a_text_where_its_sentences_name_them(pieces: list[str]) -> None:
    told = telling(" ".join(pieces) + ".")
    spans = [sentence.span for sentence in told.document.sentences]
    each = {one.start: tuple(aims(told.text, one.start, one.end, TARGETS)) for one in spans}
    assert aims_of(told, TARGETS) == {start: found for start, found in each.items() if found}
