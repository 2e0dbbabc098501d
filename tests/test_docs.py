"""What the documentation lists is what the program reads."""

import re
from dataclasses import fields
from pathlib import Path

from tellings.config import Config
from tellings.reading import event_folder, source_file

CHECKOUT = Path(__file__).parent.parent


def listed(heading: str) -> set[str]:
    """Give the names in the first column of a table of docs/content.md."""
    text = (CHECKOUT / "docs" / "content.md").read_text("utf-8")
    section = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_every_field_of_an_event_is_listed() -> None:
    assert listed("event.md") == set(event_folder.KEYS)


def test_every_field_of_a_source_is_listed() -> None:
    assert listed("sources/NAME.md") == set(source_file.KEYS)


def test_every_setting_is_named_in_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    assert [f.name for f in fields(Config) if f"`{f.name}`" not in readme] == []


def test_every_link_of_the_documentation_leads_to_a_file() -> None:
    lost = [
        f"{page.name}: {link}"
        for page in sorted((CHECKOUT / "docs").rglob("*.md"))
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert lost == []
