from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis import names
from tellings.model.findings import Name
from tests.making import telling


def named(found: tuple[Name, ...], name: str) -> Name:
    return next(one for one in found if one.name == name)


def test_a_person_is_one_name_under_every_form() -> None:
    tellings = (
        telling("Mayor Antony Valé spoke. Valé left.", id="a"),
        telling("Mayor Anthony Vale spoke. Mr. Vale left.", id="b"),
    )
    (person,) = (name for name in names.register(tellings) if name.kind == "person")
    assert {person.name, *person.variants} == {"Antony Valé", "Anthony Vale", "Valé", "Vale"}
    assert len(person.mentions) == 4


def test_mentions_point_at_the_name() -> None:
    one = telling("The council met in Dover. Doctor Mara Lind spoke, and Lind left Dover.")
    for name in names.register((one,)):
        for mention in name.mentions:
            assert mention.of(one.text).split()[-1] in {name.name.split()[-1], *name.variants}


def test_kinds_are_told_by_titles_words_and_places() -> None:
    one = telling(
        "In Dover, Mayor Mara Lind met the Harbour Council. The Ministry of Trade stayed away. "
        "Ships left Dover for Norway."
    )
    kinds = {name.name: name.kind for name in names.register((one,))}
    assert kinds == {
        "Dover": "place",
        "Mara Lind": "person",
        "Harbour Council": "organisation",
        "Ministry of Trade": "organisation",
        "Norway": "place",
    }


def test_a_short_form_is_its_long_form() -> None:
    one = telling("The talks of the Northern Harbour Union (NHU) failed. The NHU will strike.")
    (union,) = names.register((one,))
    assert {union.name, *union.variants} == {"Northern Harbour Union", "NHU"}
    assert union.kind == "organisation"
    assert len(union.mentions) == 3


def test_the_first_word_of_a_sentence_is_no_name_for_that() -> None:
    one = telling("Ships sank. Many ships left. Tomorrow more will. However, nobody cares.")
    assert names.register((one,)) == ()


def test_two_people_with_one_surname_stay_two() -> None:
    one = telling("Mayor Mara Lind met Doctor Jon Lind. Lind smiled.")
    people = [name for name in names.register((one,)) if name.kind == "person"]
    assert sorted((p.name, len(p.mentions)) for p in people) == [("Jon Lind", 1), ("Mara Lind", 1)]


def test_the_most_mentioned_comes_first() -> None:
    one = telling("Ships left Dover. Ships reached Dover in May. Ships left Calais.")
    assert [(n.id, n.name) for n in names.register((one,))] == [("n1", "Dover"), ("n2", "Calais")]


def test_a_headline_in_capitals_names_nothing_by_itself() -> None:
    one = telling("The port is shut.", title="Angry Dockers Shut The Port")
    assert names.register((one,)) == ()


def test_a_title_before_a_mere_ending_stops_nothing() -> None:
    one = telling("Chancellor III said the gates are shut.")
    assert [said.content.of(one.text) for said in one.attributions] == ["the gates are shut"]


def test_a_word_that_runs_into_the_full_stop_of_a_name_stops_nothing() -> None:
    one = telling("The ships of Norrin left the U.S.Friday. Otto Brandt stayed.")
    assert {"Norrin", "U.S.", "Otto Brandt"} <= {name.name for name in names.register((one,))}


def test_a_name_of_endings_alone_stops_nothing() -> None:
    one = telling("They met Jr Sr there, and Sr III too. “No,” said Jr Sr.")
    assert {name.name for name in names.register((one,))} <= {"Jr Sr", "Sr III"}


def people(*texts: str) -> dict[str, set[str]]:
    """Give the people of several texts with the other forms of their names."""
    tellings = tuple(telling(text, id=f"s{n}") for n, text in enumerate(texts))
    return {
        name.name: set(name.variants) for name in names.register(tellings) if name.kind == "person"
    }


def test_a_surname_alone_is_whoever_bears_it_in_another_text() -> None:
    assert people("Mayor Mara Lind spoke.", "The choir of Norrin sang, and Lind listened.") == {
        "Mara Lind": {"Lind"}
    }


def test_a_surname_that_two_people_of_an_event_bear_is_neither_alone() -> None:
    found = people("Mayor Mara Lind spoke.", "Doctor Jon Lind spoke.", "The choir met Lind there.")
    assert found == {"Mara Lind": set(), "Jon Lind": set(), "Lind": set()}


def test_short_forms_initials_and_slips_are_one_person() -> None:
    assert people(
        "Mayor Robert Brandtner spoke. Later Robert Brandtner left.",
        "Mayor Bob Brandtner spoke.",
        "Mayor R. Brandtner spoke.",
        "Mayor Robert Brandtnar spoke.",
    ) == {"Robert Brandtner": {"Bob Brandtner", "R. Brandtner", "Robert Brandtnar"}}


def test_names_that_differ_by_sex_are_two_people() -> None:
    assert set(people("Mayor Mario Brandt spoke.", "Doctor Maria Brandt spoke.")) == {
        "Mario Brandt",
        "Maria Brandt",
    }


def test_father_and_son_in_one_text_are_two_people() -> None:
    text = "Captain Otto Brandt sailed at noon. His heir Otto Brandt Jr. stayed."
    assert set(people(text, text)) == {"Otto Brandt", "Otto Brandt Jr."}


def test_particles_belong_to_the_name() -> None:
    assert people(
        "Judge Tresa van der Holm spoke. Van der Holm left.",
        "Judge Omar al-Tamir spoke. The crowd met al-Tamir and later Tamir.",
    ) == {
        "Tresa van der Holm": {"Van der Holm"},
        "Omar al-Tamir": {"al-Tamir", "Tamir"},
    }


def test_a_place_is_no_person_whose_surname_it_resembles() -> None:
    one = telling("Mayor Mara Texas spoke. The ship left Texas. Another reached Texas.")
    assert named(names.register((one,)), "Texas").kind == "place"


def test_small_words_join_a_ministry_and_not_two_people() -> None:
    one = telling(
        "The Department of Roads and Ports met. The Ministry of Trade and Mayor Mara Lind agreed."
    )
    assert {name.name for name in names.register((one,))} == {
        "Department of Roads and Ports",
        "Ministry of Trade",
        "Mara Lind",
    }


def test_letters_stand_for_the_one_name_that_has_them() -> None:
    one = telling(
        "The Norrin Harbour Council met. Later the NHC voted, and Mara Lind of the NHC left."
    )
    council = named(names.register((one,)), "NHC")
    assert (council.kind, council.variants) == ("organisation", ("Norrin Harbour Council",))


def test_a_list_of_names_is_no_headline() -> None:
    one = telling("Ships left Norway, Sweden, Denmark and Iceland.")
    assert len(names.register((one,))) == 4


def test_a_role_is_kept_as_printed_with_its_place() -> None:
    tellings = (
        telling("Foreign Minister Mara Lind spoke.", id="a"),
        telling(
            "Mara Lind, the mayor of Saltmere, spoke. So did union leader Otto Brandt.", id="b"
        ),
    )
    texts = {one.id: one.text for one in tellings}
    found = names.register(tellings)
    roles = {n.name: [(r.source, r.of(texts[r.source])) for r in n.roles] for n in found}
    assert roles["Mara Lind"] == [("a", "Foreign Minister"), ("b", "the mayor of Saltmere")]
    assert roles["Otto Brandt"] == [("b", "union leader")]


@given(st.permutations(range(4)))
def test_the_register_does_not_depend_on_the_order_of_texts(order: list[int]) -> None:
    texts = (
        "Mayor Mara Lind spoke in Norrin.",
        "Lind spoke. Doctor Jon Brisk of the Harbour Council left Norrin.",
        "Mayor Marah Lind and Brisk met the Harbour Council (HC).",
        "The HC voted in Saltmere, and Jon Brisk left.",
    )
    tellings = tuple(telling(text, id=f"s{n}") for n, text in enumerate(texts))
    assert names.register(tuple(tellings[n] for n in order)) == names.register(tellings)


def test_a_firm_that_speaks_is_no_person() -> None:
    one = telling(
        "Tamir Globex said the ships had left. Later Tamir said more. So said Tamir Globex."
    )
    assert named(names.register((one,)), "Tamir Globex").kind != "person"


def test_a_storm_with_a_given_name_is_no_person() -> None:
    one = telling("Hurricane Mara hit Norrin. Boats fled Hurricane Mara.")
    assert named(names.register((one,)), "Hurricane Mara").kind == "other"


def test_a_family_name_that_stands_first_and_last_is_neither_alone() -> None:
    found = people("Leader Tamo Jin Sol spoke.", "Doctor Mara Tamo spoke.", "Choirs sang for Tamo.")
    assert found == {"Tamo Jin Sol": set(), "Mara Tamo": set(), "Tamo": set()}
