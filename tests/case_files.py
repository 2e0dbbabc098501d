"""Cases as data: `tests/cases/NAME.md` holds a title, a text and what is expected of it.

A title that says what the case shows
.
the text
.
what is expected
.
"""

from pathlib import Path

import pytest

__all__ = ["cases"]

FOLDER = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    """Read a case file into pytest parameters (text, expected), with the title as id."""
    parts = [""]
    for line in (FOLDER / f"{name}.md").read_text("utf-8").splitlines():
        if line == ".":
            parts.append("")
        else:
            parts[-1] += f"{line}\n"
    found: list[object] = []
    for at in range(0, len(parts) - 1, 3):
        title = next(line for line in reversed(parts[at].splitlines()) if line.strip())
        found.append(
            pytest.param(
                parts[at + 1].rstrip("\n"), parts[at + 2].rstrip("\n"), id=title.lstrip("# ")
            )
        )
    if not found:
        raise ValueError(f"no cases in {name}.md")
    return found
