from dataclasses import replace

from tellings.model.source import Evidence, Refusal, Repair, Source
from tellings.render.viewing.facts import facts
from tellings.render.views.source import FactView
from tests import making


def shown(**fields: object) -> dict[str, FactView]:
    told: Source = making.source("The port is shut.", title="Port shut")
    filed = replace(told, raw="port.txt", **fields)  # type: ignore[arg-type]
    return {fact.term: fact for fact in facts(filed)}


def read_from(field: str, words: str) -> tuple[Evidence, ...]:
    return (Evidence(field=field, words=words, line=3),)


def test_a_title_says_whether_it_was_printed() -> None:
    printed = shown(evidence=read_from("title", "Port shut"))["Title"]
    assert (printed.words, printed.by_editor) == ("as printed", False)
    assert [known.line for known in printed.known_from] == [3]
    derived = shown(title_derived=True, evidence=read_from("title", "Port"))["Title"]
    assert derived.words == "a label made of the first words"


def test_a_date_of_the_last_change_alone_is_said_to_be_this_versions() -> None:
    both = shown(published="2026-03-04", updated="2026-03-04")
    assert both["Published, in this version"].words == "4 March 2026"
    assert not {"Published", "Updated"} & both.keys()
    apart = shown(published="2026-03-04", updated="2026-03-05")
    assert {"Published", "Updated"} <= apart.keys()


def test_signs_of_a_translation_are_shown_and_decide_nothing() -> None:
    sign = Refusal(field="translated_from", value="First modification", line=2, because="a sign")
    row = shown(refused=(sign,))["Translated from"]
    assert (row.words, row.by_editor) == ("not known", False)
    assert [refused.value for refused in row.refused] == ["First modification"]
    assert "Translated from" not in shown()


def test_repairs_are_said_in_words_for_readers() -> None:
    mended = (
        Repair(kind="read as cp1252", line=1),
        Repair(kind="glued-prefix", line=3),
        Repair(kind="markup", line=4),
        Repair(kind="markup", line=6),
    )
    assert shown(repairs=mended)["Repairs"].words == (
        "read as Windows-1252; page furniture cut off the text’s own words in 1 line; "
        "tags taken out of 2 lines"
    )


def test_a_fact_is_not_said_again_as_what_it_was_read_from() -> None:
    evidence = (
        *read_from("title", "Port shut"),
        *read_from("agencies", "“Nothing”, told Coastwire"),
        *read_from("lang", "the 61, of 30, in 24"),
    )
    every = shown(agencies=("Coastwire",), evidence=evidence)
    known = {
        term: [(one.words, one.line) for one in fact.known_from] for term, fact in every.items()
    }
    assert known["Title"] == [("", 3)]
    assert known["Agency"] == [("from “‘Nothing’, told Coastwire”", 3)]
    assert known["Language"] == [("from its commonest words: “the” (61), “of” (30), “in” (24)", 0)]
