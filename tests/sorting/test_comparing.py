"""Only texts that share rare words are compared, and what is compared is in whole numbers."""

import random
from dataclasses import replace

from tellings.cli.arguments import WINDOW
from tellings.data import words
from tellings.sorting import comparing, grouping, profiling
from tellings.sorting.comparing import Pair
from tellings.sorting.texts import Text

NAMES = ("Ardun", "Kaskel", "Norrin", "Saltmere", "Tresa", "Vesta")


def text(title: str, body: str, day: str | None = None, event: str | None = None) -> Text:
    profile = profiling.profile(title, body)
    return Text(
        file=title,
        sha256=title,
        digest=title,
        title=title,
        published=day,
        profile=profile,
        event=event,
    )


def word(number: int) -> str:
    """Give a word of its own for each number: only letters, and no ending."""
    return "".join("bdfgklmnrt"[int(digit)] + "o" for digit in f"{number:04}") + "k"


def pile(events: int, each: int) -> list[Text]:
    """Make texts of many events, every word of an event its own."""
    return [
        text(
            f"{word(9 * n)} {word(9000 + n * each + copy)}",
            " ".join(f"{word(9 * n + k)} at {word(9 * n).title()}." for k in range(9)),
        )
        for n in range(events)
        for copy in range(each)
    ]


def test_texts_without_a_rare_word_in_common_are_never_compared() -> None:
    texts = pile(60, 3)
    pairs = list(comparing.compare(texts, WINDOW))
    assert len(pairs) == 60 * 3
    assert all(pair.one // 3 == pair.other // 3 for pair in pairs)


def test_each_text_is_compared_with_so_many_at_most() -> None:
    texts = pile(1, 200)
    most = words.load("sorting")["index"]["candidates"]
    pairs = list(comparing.compare(texts, WINDOW))
    assert 0 < len(pairs) <= most * len(texts)
    assert len(grouping.group(texts, pairs, window=WINDOW)) == 1


def test_pairs_in_any_order_make_the_same_groups() -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    texts = pile(5, 6)
    pairs = [
        Pair(one, other, chance.randrange(200_000), 0)
        for one in range(30)
        for other in range(one + 1, 30)
    ]
    found = grouping.group(texts, pairs, window=WINDOW)
    assert 1 < len(found) < 30
    for _ in range(5):
        chance.shuffle(pairs)
        assert grouping.group(texts, pairs, window=WINDOW) == found


def test_the_nearer_the_days_the_more_alike_and_nothing_beyond_the_window() -> None:
    body = "The ferry ran aground off Kaskel in fog. Tugs from Ardun came to Kaskel."
    one = text("one", body, "2026-03-04")
    likeness = []
    for day in ("2026-03-04", "2026-03-08", "2026-03-18", "2026-03-19"):
        pairs = list(comparing.compare([one, replace(one, published=day)], 14))
        likeness.append(pairs[0].likeness)
    assert likeness == sorted(likeness, reverse=True)
    assert likeness[0] > likeness[1] > likeness[2] > likeness[3] == 0


def test_two_standing_events_are_never_joined() -> None:
    texts = [text("one", "The same words", event="a"), text("two", "The same words", event="b")]
    pair = Pair(0, 1, comparing.UNIT, comparing.UNIT)
    assert grouping.group(texts, (pair,), window=WINDOW) == ((0,), (1,))


def test_the_texts_of_a_standing_event_stay_together() -> None:
    texts = [text(name, name, event="a") for name in NAMES]
    assert grouping.group(texts, (), window=WINDOW) == (tuple(range(len(NAMES))),)


def test_the_window_that_is_documented_is_the_one_that_was_measured() -> None:
    assert words.load("sorting")["grouping"]["window"] == WINDOW


def test_names_are_capitals_inside_sentences() -> None:
    body = "Rescuers left Kaskel on Monday. Kaskel is small. “Help,” said Lind. LOUD WORDS STAND."
    assert profiling.profile("Rescuers Leave Norrin", body).names.words == ("Kaskel", "Lind")


def test_years_are_no_figures() -> None:
    figures = profiling.profile("", "In 2026, 4,500 homes and 7 ships; 6.2 then 12.").figures
    assert figures == ("12", "4500", "6.2")
