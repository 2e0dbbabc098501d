"""Each kind of entry in corrections.toml, read as it is meant."""

import pytest

from tellings.model.corrections import (
    Correction,
    CountSource,
    Edit,
    FixContent,
    InShort,
    JoinClaims,
    MergeNames,
    OneText,
    OrderClaim,
    PartNames,
    PlaceClaim,
    RejectMention,
    SetDate,
    SetDifference,
    SetGist,
    SetSpeaker,
    SetStance,
    SetTerm,
    SplitClaim,
)
from tellings.model.span import Passage
from tellings.reading import corrections
from tellings.reading.corrections.kinds import KINDS, is_date
from tests.making import source

LEDGER = source("“We will not move,” said Mara Lind. The port is shut.", id="ledger")
STANDARD = source("Dockers have shut the port. The port is shut.", id="standard")
SAID = 'source = "ledger"\nwords = "“We will not move,”"\n'
SHUT = 'source = "standard"\nwords = "The port is shut."\n'
ONE, TWO = Passage("ledger", 0, 19), Passage("standard", 28, 45)
OF = '{ source = "standard", words = "The port is shut." }'
BOTH = f'passages = [{{ source = "ledger", words = "“We will not move,”" }}, {OF}]\n'

ENTRIES: tuple[tuple[str, Correction], ...] = (
    (f"[[join]]\n{BOTH}", JoinClaims(line=1, at=(ONE, TWO))),
    (f"[[split]]\n{SAID}", SplitClaim(line=1, at=(ONE,))),
    (f"[[split]]\n{BOTH}of = {OF}", SplitClaim(line=1, at=(ONE, TWO), of=TWO)),
    (f"[[reject]]\n{SAID}", RejectMention(line=1, at=(ONE,))),
    (f"[[reject]]\n{SAID}of = {OF}", RejectMention(line=1, at=(ONE,), of=TWO)),
    (f'[[section]]\n{SAID}section = "Talks"', PlaceClaim(line=1, at=(ONE,), section="Talks")),
    (f"[[order]]\n{SAID}first = true", OrderClaim(line=1, at=(ONE,), where="first")),
    (f"[[order]]\n{SAID}before = {OF}", OrderClaim(line=1, at=(ONE,), where="before", other=TWO)),
    (f"[[order]]\n{SAID}after = {OF}", OrderClaim(line=1, at=(ONE,), where="after", other=TWO)),
    (f"[[gist]]\n{SHUT}", SetGist(line=1, at=(TWO,))),
    (f"[[content]]\n{SHUT}", FixContent(line=1, at=(TWO,))),
    (f'[[content]]\n{SHUT}kind = "indirect"', FixContent(line=1, at=(TWO,), kind="indirect")),
    (f'[[speaker]]\n{SAID}speaker = "A  man"', SetSpeaker(line=1, at=(ONE,), speaker="A man")),
    (f'[[speaker]]\n{SAID}speaker = ""', SetSpeaker(line=1, at=(ONE,), speaker=None)),
    (f'[[date]]\n{SHUT}date = "2026-03"', SetDate(line=1, at=(TWO,), date="2026-03")),
    (
        f'[[date]]\n{SHUT}date = ""\nbackground = false',
        SetDate(line=1, at=(TWO,), date=None, background=False),
    ),
    ('[[names]]\nsame = ["A", "B"]', MergeNames(line=1, names=("A", "B"))),
    ('[[names]]\ndifferent = ["A", "B"]', PartNames(line=1, names=("A", "B"))),
    (
        f'[[difference]]\n{BOTH}kind = "number"\nrelation = "conflict"',
        SetDifference(line=1, at=(ONE, TWO), kind="number", relation="conflict"),
    ),
    (f"[[difference]]\n{SAID}dismiss = true", SetDifference(line=1, at=(ONE,), dismissed=True)),
    (
        '[[stance]]\nsource = "ledger"\ntarget = "union"\nvoice = "own"\nvalue = -2',
        SetStance(line=1, source="ledger", target="union", voice="own", value=-2),
    ),
    (
        f'[[stance]]\n{SAID}target = "union"\nvoice = "quoted"\nclear = true',
        SetStance(line=1, at=(ONE,), source="ledger", target="union", voice="quoted", value=None),
    ),
    (f'[[term]]\n{SHUT}target = "union"', SetTerm(line=1, at=(TWO,), target="union")),
    (
        '[[text]]\nsources = ["ledger", "standard"]\nsame = false',
        OneText(line=1, sources=("ledger", "standard"), same=False),
    ),
    (f"[[summary]]\n{SAID}pin = true", InShort(line=1, at=(ONE,), pinned=True)),
    (f"[[summary]]\n{SAID}drop = true", InShort(line=1, at=(ONE,), pinned=False)),
    ('[[source]]\nsource = "ledger"\ncount = false', CountSource(line=1, source="ledger")),
)


def read(toml: str) -> corrections.CorrectionsRead:
    return corrections.parse(toml.encode(), "c.toml", (LEDGER, STANDARD), ("union",))


@pytest.mark.parametrize(("toml", "meant"), ENTRIES, ids=lambda one: str(one).split("]")[0])
def test_an_entry_is_read_as_it_is_meant(toml: str, meant: Correction) -> None:
    assert read(toml) == corrections.CorrectionsRead(corrections=(meant,))


def test_every_kind_of_entry_is_among_them() -> None:
    assert {toml.split("]")[0].strip("[") for toml, _ in ENTRIES} == set(KINDS)


def test_an_entry_keeps_its_reason_its_name_and_its_line() -> None:
    (found,) = read(f'\n\n[[gist]]\n{SHUT}because = "it is so"\nby = "tb"').corrections
    assert found == SetGist(line=3, at=(TWO,), edit=Edit(because="it is so", by="tb"))


@pytest.mark.parametrize(
    ("date", "right"),
    [
        *(("2026", True), ("2026-03", True), ("2026-03-31", True), ("2024-02-29", True)),
        *(("", False), ("26", False), ("2026-13", False), ("2026-02-29", False)),
        *(("2026-3", False), ("2026-03-4", False), ("2026-03-04-05", False), ("March", False)),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day_of_the_calendar(date: str, right: bool) -> None:
    assert is_date(date) is right
