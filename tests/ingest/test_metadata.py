import pytest

from tellings.ingest import furniture, layout, metadata
from tellings.ingest.facts import Fact
from tellings.ingest.metadata import stopwords
from tests.case_files import cases

PROSE = "The dockers of Norhaven walked out at dawn and the harbour office shut all nine gates."
FIELDS = ("outlet", "url", "authors", "agencies", "published", "updated", "lang", "translated_from")


def find(text: str, *facts: Fact) -> metadata.Metadata:
    lines = [PROSE if line == "P" else line for line in text.split("\n")]
    pieces = furniture.label(tuple(enumerate(lines, start=1)))
    return metadata.find(pieces, layout.lay_out(pieces), facts)


def shown(found: metadata.Metadata) -> str:
    lines = [f"title: {found.title}{' (derived)' if found.title_derived else ''}"]
    for name in FIELDS:
        value = getattr(found, name)
        if value:
            lines.append(f"{name}: {', '.join(value) if isinstance(value, tuple) else value}")
    lines += [
        f"evidence: {e.field} {e.line} {e.words}" for e in found.evidence if e.field != "lang"
    ]
    lines += [f"refused: {r.field} {r.line} {r.value} {r.because}" for r in found.refused]
    return "\n".join(lines)


@pytest.mark.parametrize(("text", "expected"), cases("metadata"))
def test_a_file_says_what_it_says_and_nothing_more(text: str, expected: str) -> None:
    assert shown(find(text)) == expected


def test_a_paragraph_of_strokes_alone_is_no_label() -> None:
    article = [
        layout.Laid(words=words, part="body", line=n) for n, words in ((1, "--"), (3, PROSE))
    ]
    found = metadata.find((), article)
    assert found.title is not None
    assert found.title.startswith("The dockers of Norhaven")
    assert [e.line for e in found.evidence if e.field == "title"] == [3]
    assert metadata.find((), article[:1]).title is None


@pytest.mark.parametrize(("text", "expected"), cases("metadata"))
def test_every_value_has_its_evidence(text: str, expected: str) -> None:
    found = find(text)
    given = {name for name in (*FIELDS, "title") if getattr(found, name)}
    assert {evidence.field for evidence in found.evidence} == given, expected


def test_the_formats_own_fields_come_first() -> None:
    fact = Fact(field="published", value="2026-03-05", words="datePublished: 2026-03-05", line=9)
    found = find("Dockers shut the port\n4 March 2026\nP", fact)
    assert found.published == "2026-03-05"
    assert [r.because for r in found.refused] == ["a second date of the kind"]


FRENCH = """
Les dockers de Norhaven ont quitté le port à l'aube et la capitainerie a fermé les neuf
portes du quai. Il est possible que le travail ne reprenne pas avant la fin du mois."""
GERMAN = """
Die Hafenarbeiter von Norhaven haben am Morgen die Arbeit niedergelegt und das Amt hat
alle neun Tore geschlossen. Es ist nicht bekannt, wann der Hafen wieder auf ist."""
SPANISH = """
Los estibadores de Norhaven dejaron el trabajo al amanecer y la oficina del puerto cerró las
nueve puertas. No se sabe cuándo se abre el puerto, pero los barcos esperan."""


@pytest.mark.parametrize(("text", "tag"), cases("languages"))
def test_a_language_is_told_by_small_words_or_script(text: str, tag: str) -> None:
    found = stopwords.language(text)
    assert found is not None
    assert (found[0], bool(found[1])) == (tag, True)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (PROSE * 3, "en"),
        (FRENCH, "fr"),
        (GERMAN, "de"),
        (SPANISH, "es"),
        ("Norhaven", None),
        ("1 2 3 " * 30, None),
        ("Kikötő zárva marad " * 12, None),
    ],
)
def test_whole_texts_are_told_apart_by_their_small_words(text: str, tag: str | None) -> None:
    found = stopwords.language(text)
    assert (found[0] if found else None) == tag
