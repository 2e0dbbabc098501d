from pathlib import Path

import pytest

from tellings.errors import Problem
from tellings.model.event import Skipped, Target
from tellings.reading import content_files, content_folder, event_folder, places

SLUG = "2026-03-04-harbour-strike"
NAMED = "the event has no event.md; its title is taken from its folder"
SIGNS = "only a–z, 0–9, hyphens and underscores"


def put(root: Path, files: dict[str, str], slug: str = SLUG) -> Path:
    folder = root / "content" / "events" / slug
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def messages(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{Path(p.path).name}:{p.line} {p.severity}: {p.message}" for p in problems]


def test_an_event_holds_its_facts_and_its_sources_in_order_of_id(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "event.md": "---\ntitle: Harbour strike\non: 2026-03-04\nplace: Norhaven\ntargets:\n"
            "- {id: dockers, name: The dockers, aliases: [dock workers]}\n---\n\nA note.\n",
            "sources/ledger.md": "Ships wait.\n",
            "sources/ledger-2.md": "Ships wait.\n",
            "sources/herald.md": "The port is shut.\n",
        },
    )
    read = content_folder.read_event(tmp_path, SLUG)
    assert read.event is not None
    assert (read.problems, read.skipped) == ((), ())
    assert [source.id for source in read.event.sources] == ["herald", "ledger", "ledger-2"]
    assert (read.event.title, read.event.on, read.event.place, read.event.note) == (
        "Harbour strike",
        "2026-03-04",
        "Norhaven",
        "A note.",
    )
    assert read.event.targets == (
        Target(id="dockers", name="The dockers", aliases=("dock workers",)),
    )
    assert read.event.sources[0].path == f"content/events/{SLUG}/sources/herald.md"


def test_an_event_without_its_file_is_named_by_its_folder(tmp_path: Path) -> None:
    put(tmp_path, {"sources/ledger.md": "Ships wait.\n"})
    read = content_folder.read_event(tmp_path, SLUG)
    assert read.event is not None
    assert read.event.title == "Harbour strike"
    assert messages(read.problems) == [f"event.md:0 warning: {NAMED}: “Harbour strike”"]


def test_drafts_are_left_out_by_name_unless_asked_for(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "event.md": "---\ntitle: Harbour strike\n---\n",
            "sources/ledger.md": "---\ndraft: true\n---\nShips wait.\n",
            "sources/herald.md": "The port is shut.\n",
        },
    )
    put(tmp_path, {"event.md": "---\ntitle: Ferry\ndraft: true\n---\n"}, "ferry")
    content = content_folder.read(tmp_path)
    assert [source.id for event in content.events for source in event.sources] == ["herald"]
    assert content.skipped == (
        Skipped(path=f"content/events/{SLUG}/sources/ledger.md", because="draft"),
        Skipped(path="content/events/ferry/event.md", because="draft"),
    )
    alone = content_folder.read_event(tmp_path, "ferry")
    assert (alone.event, [each.because for each in alone.skipped]) == (None, ["draft"])
    everything = content_folder.read(tmp_path, drafts=True)
    assert [event.slug for event in everything.events] == [SLUG, "ferry"]
    assert everything.skipped == ()


def test_sources_without_rights_are_counted_and_not_held(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "event.md": "---\ntitle: Harbour strike\n---\n",
            "sources/ledger.md": "---\nrights: none\n---\nShips wait.\n",
            "sources/herald.md": "The port is shut.\n",
        },
    )
    event = content_folder.read_event(tmp_path, SLUG).event
    assert event is not None
    assert ([source.id for source in event.sources], event.withheld) == (["herald"], 1)


def test_an_error_in_one_file_keeps_the_event_back_and_every_problem_is_said(
    tmp_path: Path,
) -> None:
    put(
        tmp_path,
        {
            "event.md": "---\ntitel: Strike\non: today\ntargets:\n"
            "- {id: Dock Workers, name: Dockers}\n- {id: port}\n"
            "- {id: port, name: The port}\n---\n",
            "sources/ledger.md": "---\nurl: x\n---\nShips wait.\n",
            "sources/Herald 2.md": "The port is shut.\n",
            "sources/herald.md.new": "The port is shut.\n",
            "sources/photo.txt": "",
        },
    )
    put(tmp_path, {"event.md": "---\ntitle: Ferry\n---\n", "sources/a.md": "It sails.\n"}, "ferry")
    content = content_folder.read(tmp_path)
    assert [event.slug for event in content.events] == ["ferry"]
    assert messages(content.problems) == [
        "event.md:2 warning: “titel” is not a field of an event",
        "event.md:3 error: “today” is not a day",
        f"event.md:5 error: the target “Dock Workers” may hold {SIGNS}",
        "event.md:6 error: “name” is missing",
        "event.md:7 error: two targets have the id “port”",
        f"Herald 2.md:0 error: the source “Herald 2” may hold {SIGNS}",
        "herald.md.new:0 warning: an unmerged newer filing",
        "ledger.md:2 error: “x” is not a web address",
        "photo.txt:0 warning: this file is not read: sources are .md files",
    ]


def test_names_that_differ_only_in_capitals_are_reported(tmp_path: Path) -> None:
    put(tmp_path, {"event.md": "---\ntitle: A\n---\n", "sources/a.md": "A.\n"})
    folder = put(tmp_path, {"sources/A.md": "B.\n"})
    if len(list((folder / "sources").iterdir())) < 2:
        pytest.skip("this disk takes the two names for one")
    problems = content_folder.read_event(tmp_path, SLUG).problems
    assert "“a.md” and “A.md” differ only in capital letters" in [p.message for p in problems]


@pytest.mark.parametrize("name", ["Harbour", "harbour strike", "con", "häfen", "-a"])
def test_a_folder_that_cannot_be_an_address_is_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path, {"event.md": "---\ntitle: A\n---\n"}, name)
    (problem,) = content_folder.read(tmp_path).problems
    assert problem.severity == "error"
    assert problem.path == f"content/events/{name}"


def test_links_that_lead_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("Secret.\n", "utf-8")
    root = tmp_path / "project"
    folder = put(root, {"event.md": "---\ntitle: A\n---\n", "sources/a.md": "A.\n"})
    (folder / "sources" / "b.md").symlink_to(outside)
    (root / "content" / "page.md").symlink_to(outside)
    content = content_folder.read(root)
    assert content.events == ()
    assert [p.message for p in content.problems] == [
        "the file is a link that leads nowhere or out of the project"
    ] * 2
    names = [name for name, _ in content_folder.inputs(root, SLUG)]
    assert names == [f"content/events/{SLUG}/event.md", f"content/events/{SLUG}/sources/a.md"]


def test_plain_pages_take_their_title_from_a_field_or_the_first_heading(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "method.md").write_text("# How it is made\n\nBy hand.\n", "utf-8")
    (folder / "index.md").write_text("---\ntitle: Home\n---\nWelcome.\n", "utf-8")
    (folder / "about-us.md").write_text("We are few.\n", "utf-8")
    pages = content_folder.read(tmp_path).pages
    assert [(page.name, page.title, page.body) for page in pages] == [
        ("about-us", "About us", "We are few."),
        ("index", "Home", "Welcome."),
        ("method", "How it is made", "By hand.\n".strip()),
    ]
    assert [name for name, _ in content_folder.page_inputs(tmp_path)] == [
        "content/about-us.md",
        "content/index.md",
        "content/method.md",
    ]


def test_a_page_that_is_a_draft_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "method.md").write_text("---\ndraft: true\n---\n# How it is made\n", "utf-8")
    left = (Skipped(path="content/method.md", because="draft"),)
    assert content_folder.read_pages(tmp_path) == ((), left, ())
    content = content_folder.read(tmp_path)
    assert (content.pages, content.skipped) == ((), left)
    pages, skipped, _ = content_folder.read_pages(tmp_path, drafts=True)
    assert ([page.name for page in pages], skipped) == (["method"], ())


def test_inputs_change_with_a_file_and_with_nothing_else(tmp_path: Path) -> None:
    folder = put(tmp_path, {"event.md": "", "sources/a.md": "A.\n", "corrections.toml": ""})
    before = content_folder.inputs(tmp_path, SLUG)
    (folder / "sources" / "a.md.new").write_text("B.\n", "utf-8")
    assert content_folder.inputs(tmp_path, SLUG) == before
    (folder / "sources" / "a.md").write_text("B.\n", "utf-8")
    changed = set(content_folder.inputs(tmp_path, SLUG)) - set(before)
    assert [name for name, _ in changed] == [f"content/events/{SLUG}/sources/a.md"]


def test_a_project_without_content_is_empty(tmp_path: Path) -> None:
    content = content_folder.read(tmp_path)
    assert (content.events, content.pages, content.problems) == ((), (), ())


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Coastal Herald", "coastal-herald"),
        ("Le Courrier d’Été", "le-courrier-dete"),
        ("Straße & Øre", "strasse-ore"),
        ("CON", "con-1"),
        ("新聞", ""),
        ("port " * 20, "-".join(["port"] * 12)),
        ("a" * 59 + " port", "a" * 59),
    ],
)
def test_words_become_names_for_addresses(words: str, slug: str) -> None:
    assert places.slug_of(words) == slug


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("2026-03-04-harbour-strike", "Harbour strike"),
        ("harbour-strike", "Harbour strike"),
        ("2026-03-04", "2026-03-04"),
    ],
)
def test_a_slug_gives_a_title(slug: str, title: str) -> None:
    assert event_folder.title_of(slug) == title


def test_what_stands_among_an_event_s_files_and_is_not_read_is_named(tmp_path: Path) -> None:
    folder = put(
        tmp_path,
        {
            "event.md": "---\ntitle: Port\n---\n",
            "sources/ledger.md": "Ships wait.\n",
            "sources/ledger.md.new": "Ships wait.\n",
            "sources/notes.txt": "Ask Mara Lind.\n",
        },
    )
    (folder / "corrections.toml").mkdir()
    names = ("corrections.toml", "sources/ledger.md.new", "sources/notes.txt")
    assert content_files.beside(tmp_path, SLUG) == tuple(
        f"content/events/{SLUG}/{name}" for name in names
    )
    read = [path for path, _ in content_files.inputs(tmp_path, SLUG)]
    assert read == [f"content/events/{SLUG}/{name}" for name in ("event.md", "sources/ledger.md")]
