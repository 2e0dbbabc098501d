from tellings.analysis import names, targets
from tellings.model.event import Target
from tellings.model.findings import Name, Telling
from tellings.model.span import Passage
from tests.making import telling


def proposed(*texts: str) -> tuple[Target, ...]:
    tellings: tuple[Telling, ...] = tuple(telling(text, id=f"s{n}") for n, text in enumerate(texts))
    return targets.propose(tellings, names.register(tellings))


LIND = "Lind closed the port. Mara Lind went home."


def mentions(word: str, *sources: str) -> tuple[Passage, ...]:
    start = LIND.index(word)
    return tuple(Passage(source=source, start=start, end=start + len(word)) for source in sources)


def test_what_most_texts_name_is_proposed_first() -> None:
    found = proposed(
        "Mayor Mara Lind left Norway.",
        "Mayor Mara Lind left Norway. Ships left Norway.",
        "Ships left Norway.",
    )
    assert [(t.id, t.name, t.set_by) for t in found] == [
        ("norway", "Norway", "tool"),
        ("mara-lind", "Mara Lind", "tool"),
    ]


def test_a_name_of_one_text_is_not_proposed() -> None:
    assert proposed("Ships left Norway.", "Ships left Sweden.") == ()


def test_a_country_brings_the_adjective_that_the_texts_use() -> None:
    (found,) = proposed("A Norwegian crew left Norway.", "Ships left Norway.")
    assert found.aliases == ("Norwegian",)


def test_no_more_than_five_are_proposed() -> None:
    text = "Ships left Norway, Sweden, Denmark, Iceland, Finland and Estonia."
    assert len(proposed(text, text)) == 5


def test_an_agency_is_no_target() -> None:
    assert proposed("The minister told ANSA so.", "Nobody told ANSA.") == ()


def test_where_something_happened_is_no_target() -> None:
    told = "Mara Lind met dockers in Sweden. Mara Lind then spoke near Sweden."
    assert [target.name for target in proposed(told, told)] == ["Mara Lind"]


def test_whom_somebody_told_is_no_target() -> None:
    told = "Mayor Mara Lind told the Harbour Council so. She then told the Harbour Council more."
    assert [target.name for target in proposed(told, told)] == ["Mara Lind"]


def test_a_country_that_gets_or_wants_something_is_a_target() -> None:
    told = "Aid for Norway rose. Ships sailed to Norway. Norway paid."
    assert [target.name for target in proposed(told, told)] == ["Norway"]


def test_of_names_that_as_many_texts_share_the_most_differently_told_is_first() -> None:
    found = proposed(
        "Ships left Norway. They came back to Norway. Sweden paid for the brutal Sweden of old.",
        "Ships left Norway. They came back to Norway. Then the sailors left Sweden.",
    )
    assert [target.name for target in found] == ["Sweden", "Norway"]


def test_a_lone_name_and_the_whole_one_are_one_target() -> None:
    names_ = (
        Name(id="n1", name="Lind", kind="organisation", mentions=mentions("Lind", "a", "b")),
        Name(id="n2", name="Mara Lind", kind="person", mentions=mentions("Mara", "a", "b")),
    )
    tellings = (telling(LIND, id="a"), telling(LIND, id="b"))
    assert [target.name for target in targets.propose(tellings, names_)] == ["Lind"]


def test_a_common_word_in_capitals_is_no_target() -> None:
    told = "We need the WALL, said Mara Lind. The WALL stands. The wall is long."
    assert "WALL" not in [target.name for target in proposed(told, told)]
