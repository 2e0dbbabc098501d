"""What the texts of one claim say differently."""

import pytest

from tellings.analysis.claims.guards import money_apart, numbers_clash, verdicts
from tellings.analysis.differences.finding import find
from tellings.analysis.numbers.comparing import Counted, counted
from tellings.analysis.study import tell
from tellings.model.findings import Claim, Difference, Lineage, Mention, Telling
from tellings.model.span import Span
from tests.case_files import cases
from tests.making import source, telling


def claim(tellings: tuple[Telling, ...]) -> Claim:
    """Make one claim of the first sentences of all tellings."""
    mentions = tuple(
        Mention(
            passage=one.document.sentences[0].passage,
            voice=one.voice_of(one.document.sentences[0].span),
            by=one.speaker_of(one.document.sentences[0].span),
        )
        for one in tellings
    )
    return Claim(id="c-000001", gist=mentions[0].passage, mentions=mentions)


def found(tellings: tuple[Telling, ...], *texts: tuple[str, ...]) -> tuple[Difference, ...]:
    """Find the differences of one claim; each source is a text of its own unless `texts` says."""
    groups = texts or tuple((one.id,) for one in tellings)
    return find(tellings, (claim(tellings),), Lineage(texts=groups))


def shown(difference: Difference) -> str:
    """Give a difference in a line."""
    values = " | ".join(reading.value for reading in difference.readings)
    return f"{difference.kind} {difference.relation}: {values}"


@pytest.mark.parametrize(("text", "expected"), cases("differences"))
def test_only_what_cannot_both_hold_differs(text: str, expected: str) -> None:
    tellings = tuple(
        telling(line, id=id_)
        for id_, line in zip(("gazette", "ledger"), text.splitlines(), strict=True)
    )
    assert [shown(difference) for difference in found(tellings)] == expected.splitlines()


def test_copies_do_not_differ_from_one_another() -> None:
    tellings = (
        telling("The collapse killed 24 people.", id="gazette"),
        telling("The collapse killed 31 people.", id="mirror"),
    )
    assert found(tellings, ("gazette", "mirror")) == ()


def test_a_toll_that_texts_of_two_days_give_is_an_update() -> None:
    tellings = tuple(
        tell(source(f"The collapse killed {n} people.", id=id_, published=day), day)
        for id_, day, n in (("gazette", "2026-03-04", 24), ("ledger", "2026-03-05", 31))
    )
    assert [difference.relation for difference in found(tellings)] == ["update"]


def test_a_toll_that_falls_from_one_day_to_the_next_is_no_update() -> None:
    tellings = tuple(
        tell(source(f"The collapse killed {n} people.", id=id_, published=day), day)
        for id_, day, n in (("gazette", "2026-03-04", 31), ("ledger", "2026-03-05", 24))
    )
    assert [difference.relation for difference in found(tellings)] == ["conflict"]


def test_what_a_later_text_gives_as_done_is_an_update() -> None:
    tellings = tuple(
        tell(source(text, id=id_, published=day), day)
        for id_, day, text in (
            ("gazette", "2026-03-04", "Mara Lind will visit the harbour of Norrin."),
            ("ledger", "2026-03-05", "Mara Lind visited the harbour of Norrin."),
        )
    )
    assert [shown(difference) for difference in found(tellings)] == [
        "tense update: still to come | done"
    ]


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [
        ("2026-03-04 08:00", "2026-03-04 11:30", ("update", "three hours")),
        ("2026-03-04 08:00 GMT", "2026-03-04 09:10 GMT", ("update", "an hour")),
        ("2026-03-04", "2026-03-05", ("update", "a day")),
        ("2026-02-27", "2026-03-05", ("update", "six days")),
        ("2026-02-26", "2026-03-05", ("update", "7 days")),
        ("2026-03-04 08:00", "2026-03-04 08:30", ("conflict", "")),
        ("2026-03-04 08:00 GMT", "2026-03-04 11:30 EST", ("conflict", "")),
        ("2026-03-04", "2026-03-04 11:30", ("conflict", "")),
        (None, "2026-03-04", ("compatible", "")),
        (None, None, ("conflict", "")),
    ],
)
def test_a_toll_is_an_update_where_the_higher_number_is_the_later_one(
    early: str | None, late: str | None, expected: tuple[str, str]
) -> None:
    tellings = tuple(
        tell(source(f"The collapse killed {n} people.", id=id_, published=when), when and when[:10])
        for id_, when, n in (("gazette", early, 24), ("ledger", late, 31))
    )
    (difference,) = found(tellings)
    later = f"the higher number is in the text of {expected[1]} later"
    assert difference.relation == expected[0]
    assert (difference.because == later) == bool(expected[1])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-04", "one counts more in a part than the other in the whole"),
        ("2026-03-05", "the texts are of different days"),
    ],
)
def test_a_part_that_holds_more_than_the_whole_is_told_by_its_day(day: str, expected: str) -> None:
    tellings = tuple(
        tell(source(f"The quake damaged {n} houses in {place}.", id=id_, published=when), when)
        for id_, when, n, place in (
            ("gazette", "2026-03-04", 300, "Norrin"),
            ("ledger", day, 900, "Norrin Bay"),
        )
    )
    (difference,) = found(tellings)
    assert difference.because == expected


def test_the_missing_may_become_fewer() -> None:
    tellings = tuple(
        tell(source(f"The collapse left {n} people missing.", id=id_, published=day), day)
        for id_, day, n in (("gazette", "2026-03-04", 31), ("ledger", "2026-03-05", 24))
    )
    (difference,) = found(tellings)
    assert difference.because == "the lower number is in the text of a day later"


def test_every_difference_but_one_of_attribution_says_why() -> None:
    pairs = (
        (
            "The ferry Alda sank on Monday off the cape.",
            "The ferry Alda sank on Tuesday off the cape.",
        ),
        ("The ferry Alda sank north of Saltmere.", "The ferry Alda sank west of Saltmere."),
        ("All ferries to Norrin are cancelled.", "Most ferries to Norrin are cancelled."),
        (
            "Norrin has closed the harbour for the winter.",
            "Norrin has not closed the harbour for the winter.",
        ),
        ("The owner allegedly locked the ferry doors.", "The owner locked the ferry doors."),
    )
    for pair in pairs:
        (difference,) = found(tuple(telling(text, id=f"text-{n}") for n, text in enumerate(pair)))
        assert difference.because


def test_the_day_of_a_text_is_that_of_any_of_its_files() -> None:
    tellings = tuple(
        tell(source(f"The collapse killed {n} people.", id=id_, published=day), day)
        for id_, day, n in (
            ("gazette", None, 24),
            ("ledger", "2026-03-05", 31),
            ("mirror", "2026-03-04", 24),
        )
    )
    (difference,) = found(tellings, ("gazette", "mirror"), ("ledger",))
    assert difference.relation == "update"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The collapse killed 24 people.",
            "The collapse killed 31 people.",
            ["killed 24 people", "killed 31 people"],
        ),
        (
            "Norrin counts 24 dead in the mine.",
            "In the mine 31 miners were killed.",
            ["24 dead", "31 miners were killed"],
        ),
        (
            "The fire killed three people and injured dozens.",
            "The fire killed four people.",
            ["killed three people", "killed four people"],
        ),
        (
            "The fire killed three people and 24 miners were hurt.",
            "The fire left 31 miners hurt.",
            ["24 miners were hurt", "31 miners hurt"],
        ),
        (
            "In the harbour, where boats burned, the owner allegedly locked the doors.",
            "The owner locked the doors, and the boats burned.",
            ["the owner allegedly locked the doors", "The owner locked the doors"],
        ),
        (
            "The fire left at least 24 boats, a mast and a crane.",
            "The fire left 12 boats.",
            ["at least 24 boats", "12 boats"],
        ),
        (
            "No one was hurt in the mine.",
            "Three miners were hurt in the mine.",
            ["No one was hurt", "Three miners were hurt"],
        ),
        (
            "The ferry Alda sank on Monday off the cape.",
            "The ferry Alda sank off the cape on Tuesday.",
            ["sank on Monday", "sank off the cape on Tuesday"],
        ),
        (
            "The Monday sinking of the ferry Alda off the cape.",
            "The ferry Alda sank off the cape on Tuesday.",
            ["Monday sinking", "sank off the cape on Tuesday"],
        ),
    ],
)
def test_a_reading_is_the_few_words_that_say_what_differs(
    one: str, other: str, expected: list[str]
) -> None:
    tellings = telling(one, id="gazette"), telling(other, id="ledger")
    (difference,) = found(tellings)
    texts = {each.id: each.text for each in tellings}
    assert [r.passage.of(texts[r.passage.source]) for r in difference.readings] == expected


def test_own_voice_in_one_text_and_somebodys_words_in_another_differ_by_attribution() -> None:
    tellings = (
        telling("The lock on the gate was broken.", id="gazette"),
        telling("The lock on the gate was broken, police said.", id="ledger"),
    )
    (difference,) = found(tellings)
    assert (difference.kind, difference.relation) == ("attribution", "compatible")


def told_whole(*tellings: Telling) -> tuple[Difference, ...]:
    """Find the differences of one claim that all sentences of the tellings make."""
    mentions = tuple(
        Mention(
            passage=sentence.passage,
            voice=one.voice_of(sentence.span),
            by=one.speaker_of(sentence.span),
        )
        for one in tellings
        for sentence in one.document.sentences
    )
    whole = Claim(id="c-000001", gist=mentions[0].passage, mentions=mentions)
    return find(tellings, (whole,), Lineage(texts=tuple((one.id,) for one in tellings)))


def test_headlines_leave_their_sources_out() -> None:
    said = "The pier was rotten, Mara Lind said."
    titled = telling(said, title="Pier was rotten", id="gazette")
    assert told_whole(titled, telling(said, id="ledger")) == ()


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Pier collapse kills 31", "The collapse killed 24 people.", ["number conflict: 31 | 24"]),
        ("Pier collapse kills 24", "The collapse killed 24 people.", []),
        (
            "No one was hurt in the pier collapse",
            "The collapse injured three people.",
            ["number conflict: No one was hurt | three"],
        ),
        ("Pier collapse kills over 20", "The collapse killed 24 people.", []),
        ("Pier collapse kills 31", "The fall killed 24 people. Later, seven people died.", []),
        ("Pier collapse kills 31", "The collapse killed 24 people in Tresa alone.", []),
        ("Pier collapse kills six students", "The collapse killed 40 people.", []),
        ("Two bombs kill 40 on pier", "The bombs killed 40 people.", []),
    ],
)
def test_a_headline_that_its_own_text_denies_is_shown(
    title: str, text: str, expected: list[str]
) -> None:
    assert [shown(one) for one in told_whole(telling(text, title=title))] == expected


def test_numbers_say_why_they_differ() -> None:
    polls = tuple(
        telling(f"In a poll {share} percent of voters blamed the council.", id=id_)
        for id_, share in (("gazette", 83), ("ledger", 68))
    )
    assert [one.because for one in found(polls)] == ["two polls may come to two results"]


def test_the_next_days_place_in_a_row_is_an_update() -> None:
    tellings = tuple(
        tell(source(f"Dockers marched for the {nth} straight day.", id=id_, published=day), day)
        for id_, day, nth in (
            ("gazette", "2026-03-04", "third"),
            ("ledger", "2026-03-05", "fourth"),
        )
    )
    assert [shown(one) for one in found(tellings)] == [
        "number update: third straight day | fourth straight day"
    ]


def both(one: str, other: str) -> tuple[tuple[Counted, ...], tuple[Counted, ...]]:
    """Count what two sentences count."""
    return (
        counted(telling(one), Span(0, len(one))),
        counted(telling(other), Span(0, len(other))),
    )


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("A $30 billion relief plan is stalled.", "Norrin has given $45 billion to farms.", True),
        ("A $30 billion relief plan is stalled.", "Held up is a plan of $30 billion.", False),
        ("A $30 billion relief plan is stalled.", "Nothing was paid.", False),
    ],
)
def test_sums_for_different_things_are_kept_apart(one: str, other: str, apart: bool) -> None:
    assert money_apart(*both(one, other)) is apart


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The flood killed 24 people.", "There were 31 dead after the flood.", True),
        ("The flood killed 24 people.", "Some 300 houses were lost to the flood.", False),
    ],
)
def test_numbers_clash_only_over_one_thing(one: str, other: str, clash: bool) -> None:
    assert numbers_clash(verdicts(*both(one, other))) is clash


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "The ferry Alda sank north of Saltmere.",
                "The ferry Alda sank west of Saltmere.",
                "The ferry sank north of Saltmere.",
            ),
            "place conflict: north of Saltmere | west of Saltmere | north of Saltmere",
        ),
        (
            (
                "The sailor drew a .22 caliber pistol on the pier.",
                "The sailor drew a .45 caliber pistol on the pier.",
                "A .45-calibre pistol was drawn on the pier.",
            ),
            "object conflict: .22 caliber | .45 caliber | .45 caliber",
        ),
    ],
)
def test_every_text_on_either_side_is_shown(texts: tuple[str, ...], expected: str) -> None:
    tellings = tuple(telling(text, id=f"text-{n}") for n, text in enumerate(texts))
    assert [shown(difference) for difference in found(tellings)] == [expected]


def test_texts_that_name_one_speaker_in_two_ways_stand_together() -> None:
    tellings = (
        telling("The pier is shut, the Norrin port ministry said.", id="courier"),
        telling("The pier is shut, the ministry of the port said.", id="gazette"),
        telling("The pier is shut, Mara Lind said.", id="ledger"),
    )
    (difference,) = found(tellings)
    names = [reading.value for reading in difference.readings]
    assert len(set(names)) == 2
    assert names[0] == names[1]
