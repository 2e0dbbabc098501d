"""What the other texts of an event tell of a file."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.ingest import filing
from tellings.ingest.furniture.recurring import Printed, find
from tellings.ingest.wishes import Wishes
from tellings.model.source import Doubt, Source
from tellings.reading import source_file
from tests.projects import files

PROSE = "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates."
OWN = "The Ledger, since 1871"
LEDGER = "https://ledger.example"
STORY = [
    "Dockers shut the port",
    "",
    PROSE,
    "",
    "The board of the port met in the afternoon and said that it would not move for now.",
    "",
    "“We will not move either,” said Mara Lind, who has worked at the quay for thirty years.",
]
FERRIES = [
    "Ferries stop in Saltmere",
    "",
    "Crews of the Saltmere ferries joined the strike at noon and left four boats at the pier.",
    "",
    "Otto Brandt, who owns two of the boats, said that the summer was lost for the whole coast.",
    "",
    "Nobody could say on the evening of the first day when the boats would run again.",
]
FISH = [
    "Fish is dear in Tresa",
    "",
    "The fishmongers of Tresa asked twice the price on Wednesday as no boat had come in since.",
    "",
    "A box of herring cost more than at any time since the harbour was built, they told us.",
]


def put(folder: Path, name: str, lines: Sequence[str], outlet: str = LEDGER) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.txt"
    file.write_text("\n".join([f"{outlet}/{name}", "", *lines, ""]), "utf-8")
    return file


def sources(root: Path) -> dict[str, Source]:
    """Give the sources of the event by their raw file, apart from the names they got."""
    found: dict[str, Source] = {}
    for file in sorted((root / "content/events/strike/sources").glob("*.md")):
        source, _ = source_file.parse(file.read_bytes(), "", "")
        found[source.raw or ""] = replace(source, filed_sha256=None)
    return found


def texts(root: Path) -> dict[str, str]:
    return {name.removesuffix(".txt"): each.text for name, each in sources(root).items()}


def test_files_given_at_once_see_one_another_whatever_their_order(tmp_path: Path) -> None:
    given = [
        put(tmp_path, "port", [*STORY, "", OWN]),
        put(tmp_path, "ferries", [*FERRIES, "", OWN]),
        put(tmp_path, "fish", [*FISH, "", "Prices as of noon"]),
        put(tmp_path, "coast", [*STORY[:3], "", "Prices as of noon"], "https://coast.example"),
    ]
    found = []
    for n, order in enumerate(permutations(given)):
        root = tmp_path / f"site-{n}"
        filing.file_all(root, "strike", order)
        found.append(sources(root))
    assert all(each == found[0] for each in found)
    for name in ("port.txt", "ferries.txt"):
        assert OWN not in found[0][name].text
        assert "other" in {removal.kind for removal in found[0][name].removed}


def test_a_file_sees_those_filed_before_and_a_dry_run_does_too(tmp_path: Path) -> None:
    root = tmp_path / "site"
    filing.file_raw(root, "strike", put(tmp_path, "port", [*STORY, "", OWN]))
    later = put(tmp_path, "ferries", [*FERRIES, "", OWN])
    tried = filing.file_raw(root, "strike", later, Wishes(dry_run=True))
    assert (tried.labels[-1][1:], tried.status) == (("other", OWN), "would-be-filed")
    filed = filing.file_raw(root, "strike", later)
    assert (filed.kept, filed.removed) == (tried.kept, tried.removed)
    assert OWN not in texts(root)["ferries"]


def test_an_earlier_source_stays_and_is_named_with_what_helps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "site"
    root.mkdir()
    (root / "pyproject.toml").write_text("[tool.tellings]\n", "utf-8")
    filing.file_raw(root, "strike", put(tmp_path, "port", [*STORY, "", OWN]))
    before = files(root)
    later = put(tmp_path, "ferries", [*FERRIES, "", OWN])
    assert main(["ingest", "strike", str(later)], root=root) == 0
    said = " ".join(capsys.readouterr().out.split())
    raw = "content/events/strike/raw/port.txt"
    assert (
        "ledger-example keeps a line that its outlet prints in this text too (line 11, “The" in said
    )
    assert f"ingest {raw} again" in said
    assert {name: files(root)[name] for name in before} == before
    assert OWN in texts(root)["port"]
    again = filing.file_raw(root, "strike", root / raw)
    assert (again.status, again.id) == ("filed", "ledger-example")
    assert OWN not in texts(root)["port"]
    assert filing.file_raw(root, "strike", later).echoes == ()


def test_what_an_editor_took_out_is_not_named(tmp_path: Path) -> None:
    root = tmp_path / "site"
    filing.file_raw(root, "strike", put(tmp_path, "port", [*STORY, "", OWN]))
    file = root / "content/events/strike/sources/ledger-example.md"
    file.write_text(file.read_text("utf-8").replace(f"\n{OWN}\n", ""), "utf-8")
    later = put(tmp_path, "ferries", [*FERRIES, "", OWN])
    assert filing.file_raw(root, "strike", later).echoes == ()


def test_the_outlet_that_the_editor_sets_is_the_one_that_counts(tmp_path: Path) -> None:
    wishes = Wishes(outlet="The  Ledger")
    root = tmp_path / "site"
    given = [
        put(tmp_path, "port", [*STORY, "", OWN], "https://a.example"),
        put(tmp_path, "ferries", [*FERRIES, "", OWN], "https://b.example"),
    ]
    filing.file_all(root, "strike", given, wishes)
    assert not any(OWN in text for text in texts(root).values())


def plain(folder: Path, given: Sequence[Path]) -> dict[str, str]:
    """Give the texts as each file alone makes them."""
    found: dict[str, str] = {}
    for n, file in enumerate(given):
        filing.file_raw(folder / f"alone-{n}", "strike", file)
        found |= texts(folder / f"alone-{n}")
    return found


@pytest.mark.parametrize(
    "more",
    [
        pytest.param([STORY], id="the same article again"),
        pytest.param([[*STORY, "", "The talks go on."]], id="an update with one more line"),
        pytest.param([STORY[:5]], id="an earlier and shorter state"),
        pytest.param(
            [["Port to stay shut", "", FERRIES[2], "", *STORY[2:], "", *FERRIES[4:]]],
            id="an update rewritten at its top",
        ),
        pytest.param([STORY, [*STORY, "", "Talks fail"], STORY[:5]], id="three states"),
    ],
)
def test_versions_of_one_article_lose_nothing(tmp_path: Path, more: list[list[str]]) -> None:
    story = [*STORY, "", "The night shift", "", PROSE.replace("nine", "ten"), "", "No talks yet"]
    given = [put(tmp_path, "port", story)]
    given += [
        put(tmp_path, f"later-{n}", [*lines, "", "The night shift", "", PROSE, "", "No talks yet"])
        for n, lines in enumerate(more)
    ]
    root = tmp_path / "site"
    filing.file_all(root, "strike", given)
    assert texts(root) == plain(tmp_path, given)


def test_agency_copy_in_two_outlets_loses_nothing(tmp_path: Path) -> None:
    copy = ["", "Ships wait", "", PROSE, "", "The talks go on"]
    given = [
        put(tmp_path, "port", [*STORY, *copy]),
        put(tmp_path, "ferries", [*FERRIES, *copy]),
        put(tmp_path, "coast", [*FISH, *copy], "https://coast.example"),
    ]
    root = tmp_path / "site"
    filing.file_all(root, "strike", given)
    assert texts(root) == plain(tmp_path, given)


def test_texts_whose_outlet_is_not_known_lose_nothing(tmp_path: Path) -> None:
    given = [put(tmp_path, "port", [*STORY, "", OWN]), put(tmp_path, "fish", [*FISH, "", OWN])]
    for file in given:
        file.write_text(file.read_text("utf-8").split("\n\n", 1)[1], "utf-8")
    root = tmp_path / "site"
    filing.file_all(root, "strike", given)
    assert texts(root) == plain(tmp_path, given)


def test_a_sentence_that_an_outlet_repeats_between_paragraphs_stays_marked(tmp_path: Path) -> None:
    said = "She denies it."
    stories = ([*STORY[:3], said, *STORY[4:]], [*FERRIES[:3], said, *FERRIES[4:]])
    given = [put(tmp_path, f"n-{n}", lines) for n, lines in enumerate(stories)]
    given.append(put(tmp_path, "fish", [*FISH[:3], said, *FISH[4:]]))
    root = tmp_path / "site"
    filing.file_all(root, "strike", given)
    assert texts(root) == plain(tmp_path, given)
    doubt = Doubt(kind="recurring", lines=(6, 6))
    assert [source.unsure for source in sources(root).values()] == [(doubt,)] * 3


def test_a_heading_between_paragraphs_is_furniture_when_it_is_printed_often() -> None:
    one, two, three = (
        [*text[2:4], "The Ledger explains", *text[4:]] for text in (STORY, FERRIES, FISH)
    )
    heading = frozenset({"The Ledger explains"})
    assert find(one, [two]) == Printed(doubtful=heading)
    assert find(one, [two, three]) == Printed(sure=heading)
    assert find(one, [two, three], [[*heading]]) == Printed()


def test_a_raw_file_that_is_gone_or_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    root = tmp_path / "site"
    filing.file_raw(root, "strike", put(tmp_path, "port", [*STORY, "", OWN]))
    (root / "content/events/strike/raw/port.txt").unlink()
    filed = filing.file_raw(root, "strike", put(tmp_path, "ferries", [*FERRIES, "", OWN]))
    assert (filed.status, filed.echoes) == ("filed", ())
    assert OWN in texts(root)["ferries"]
