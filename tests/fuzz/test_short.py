"""A short search for input that breaks a parser's promise; `tools/fuzz.py` looks for longer."""

import random

import pytest

from tellings.ingest import drafting
from tellings.ingest.formats import READERS
from tests.fuzz.changing import changed
from tests.fuzz.parsers import PARSERS
from tests.fuzz.seeds import SEEDS

TRIES = {"study": 8, "quotations": 25, "html": 40, "eml": 40}
USUAL = 80
"""How many changed files each parser reads here."""


def test_every_parser_has_something_to_begin_with() -> None:
    assert SEEDS.keys() == PARSERS.keys()


@pytest.mark.parametrize("kind", sorted(READERS.keys() & SEEDS.keys()))
def test_what_raw_files_begin_with_is_an_article(kind: str) -> None:
    for seed in SEEDS[kind]:
        assert "port of Saltmere" in drafting.make(seed, f"raw/page.{kind}").source.text


@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_keeps_its_promises_whatever_it_is_given(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - no secret
    for seed in SEEDS[name]:
        PARSERS[name](seed)
    for _ in range(TRIES.get(name, USUAL)):
        PARSERS[name](changed(chance.choice(SEEDS[name]), chance))
