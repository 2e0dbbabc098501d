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


def test_a_name_of_endings_alone_stops_nothing() -> None:
    one = telling("They met Jr Sr there, and Sr III too. “No,” said Jr Sr.")
    assert {name.name for name in names.register((one,))} <= {"Jr Sr", "Sr III"}
