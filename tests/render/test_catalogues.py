"""Catalogues: what they say is said, and what is wrong in them is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from tellings.errors import ThemeError
from tellings.render import catalogues, pages, theme, wording
from tellings.render.phrases import ENGLISH
from tellings.render.theme import Theme
from tests.render import making, sites
from tools.gather_phrases import CATALOGUE, catalogue

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
LITTLE = f"""{HEAD}
#: anywhere
msgid "Events"
msgstr "Évènements"

msgid "%(num)s text"
msgid_plural "%(num)s texts"
msgstr[0] "%(num)s texte"
msgstr[1] "%(num)s "
"textes"

#, fuzzy
msgid "Method"
msgstr "Manière"

msgid "Search"
msgstr ""
"""


def look(folder: Path, written: str, tag: str = "fr", options: str = "") -> Theme:
    """Make a theme that extends “plain” and has one catalogue."""
    place = folder / "mine" / "locale"
    place.mkdir(parents=True)
    (folder / "mine" / "theme.toml").write_text(f'extends = "plain"\n[options]\n{options}', "utf-8")
    (place / f"{tag}.po").write_text(written, "utf-8")
    return theme.find("mine", (folder, sites.ROOT / "themes"))


def problems(folder: Path, written: str) -> list[tuple[int | None, str]]:
    with pytest.raises(ThemeError) as caught:
        catalogues.of(replace(making.SITE, language="fr"), look(folder, written))
    assert {problem.path for problem in caught.value.problems} == {"themes/mine/locale/fr.po"}
    return [(problem.line, problem.message) for problem in caught.value.problems]


def test_the_english_catalogue_holds_every_phrase_and_no_other() -> None:
    here = CATALOGUE.read_text("utf-8")
    assert here == catalogue(), "run: python -m tools.gather_phrases"


def test_a_phrase_is_said_in_the_language_of_the_site(tmp_path: Path) -> None:
    said = catalogues.of(replace(making.SITE, language="fr-CH"), look(tmp_path, LITTLE))
    assert said.language == "fr-CH"
    assert said.text("Events") == "Évènements"
    assert wording.count(1, "text", said) == "1 texte"
    assert wording.count(2, "text", said) == "2 textes"


def test_what_is_not_translated_or_unsure_is_said_in_english(tmp_path: Path) -> None:
    said = catalogues.of(replace(making.SITE, language="fr"), look(tmp_path, LITTLE))
    assert [said.text(words) for words in ("Method", "Search", "A–Z")] == [
        "Method",
        "Search",
        "A–Z",
    ]


def test_a_language_without_a_catalogue_is_english_and_says_so(tmp_path: Path) -> None:
    found = look(tmp_path, LITTLE)
    assert catalogues.of(replace(making.SITE, language="it"), found) is ENGLISH
    assert catalogues.of(replace(making.SITE, language="en-GB"), found).language == "en-GB"


def test_a_catalogue_of_a_region_goes_before_that_of_its_language(tmp_path: Path) -> None:
    found = look(tmp_path, LITTLE)
    region = 'msgid "%(num)s file"\nmsgid_plural "%(num)s files"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    (found.folder / "locale" / "fr-CH.po").write_text(region, "utf-8")
    said = catalogues.of(replace(making.SITE, language="fr-CH"), found)
    assert [wording.count(number, "file", said) for number in (0, 2)] == ["a", "b"]
    assert said.text("Events") == "Évènements"


def test_the_option_of_a_theme_goes_before_the_language_of_the_site(tmp_path: Path) -> None:
    found = look(tmp_path, LITTLE, options='language = "fr"')
    made = pages.of_site((), (), making.SITE, found)
    home = next(page.body.decode() for page in made if page.path == "index.html")
    assert '<html lang="fr">' in home
    assert "Évènements" in home


def test_a_language_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="is not a language tag"):
        look(tmp_path, LITTLE, options='language = "../fr"')


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('msgid "%(num)s more"\nmsgstr "%(n)s de plus"', "the message has no value “%(n)s”"),
        ('msgid "%(num)s more"\nmsgstr "%d de plus"', "the message has no value “%d”"),
        ('msgid "More"\nmsgstr "<b>Plus</b>"', "the message has no sign “<”"),
        *(
            (
                f'msgid "More"\nmsgstr "P{sign}lus"',
                "the translation holds a character that no page holds",
            )
            for sign in "\0\x1b\x85\u202e\u2066"
        ),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"',
            "a form of number is missing, or there is one too many",
        ),
    ],
)
def test_a_translation_that_cannot_be_right_is_told_with_its_line(
    entry: str, said: str, tmp_path: Path
) -> None:
    assert problems(tmp_path, f"{HEAD}{entry}\n") == [(5, said)]


@pytest.mark.parametrize(
    "written", ['msgctxt "menu"\nmsgid "a"\nmsgstr "b"\n', '"a"\n', "msgid a\n", HEAD + '"\\n"x']
)
def test_what_is_no_catalogue_is_told(written: str, tmp_path: Path) -> None:
    ((line, said),) = problems(tmp_path, written)
    assert said.startswith("this is no catalogue")
    assert line == (5 if written.startswith(HEAD) else 1)


@pytest.mark.parametrize("formula", ["n>5000?n:0", "n>5000?0-9:0", "n/(n-9000)>5?1:0"])
def test_plural_forms_that_lead_nowhere_for_large_numbers_give_the_last(
    formula: str, tmp_path: Path
) -> None:
    wrong = f'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural={formula};\\n"\n\n'
    entry = 'msgid "%(num)s text"\nmsgid_plural "%(num)s texts"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    said = catalogues.of(replace(making.SITE, language="fr"), look(tmp_path, wrong + entry))
    assert said.plural("%(num)s text", "%(num)s texts", 9000) == "b"


def test_a_byte_order_mark_is_no_word_of_a_catalogue(tmp_path: Path) -> None:
    said = catalogues.of(replace(making.SITE, language="fr"), look(tmp_path, f"\ufeff{LITTLE}"))
    assert said.said


@pytest.mark.parametrize("formula", ["import os", "n+1", "1/n", "(" * 99])
def test_plural_forms_that_are_no_formula_are_told(formula: str, tmp_path: Path) -> None:
    wrong = f'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural={formula};\\n"\n'
    ((_, said),) = problems(tmp_path, wrong)
    assert said.startswith("this is no catalogue")
