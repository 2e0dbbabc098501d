"""The contract of a theme, read from the views themselves; run as a script, it renews the docs.

python -m tests.render.contract
"""

import ast
from dataclasses import dataclass
from pathlib import Path

__all__ = ["DOCS", "START", "View", "reference", "views"]

ROOT = Path(__file__).parents[2]
VIEWS = ROOT / "tellings" / "render" / "views"
DOCS = ROOT / "docs" / "themes.md"
START = "## Views\n"
ORDER = ("common", "charts", "digest", "changes", "claims", "parts", "source", "stance", "site")


@dataclass(frozen=True, slots=True)
class View:
    """A view dataclass with its documentation."""

    name: str
    says: str
    fields: tuple[tuple[str, str, str], ...]
    """Name, type and documentation; the last is empty where there is none."""


def views() -> tuple[View, ...]:
    """Read every view in the order of its modules."""
    found: list[View] = []
    for module in ORDER:
        tree = ast.parse((VIEWS / f"{module}.py").read_text("utf-8"))
        found += [view(node) for node in tree.body if isinstance(node, ast.ClassDef)]
    return tuple(found)


def view(node: ast.ClassDef) -> View:
    fields: list[tuple[str, str, str]] = []
    for at, line in enumerate(node.body):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            following = node.body[at + 1] if at + 1 < len(node.body) else None
            fields.append((line.target.id, ast.unparse(line.annotation), words(following)))
    return View(node.name, ast.get_docstring(node) or "", tuple(fields))


def words(line: ast.stmt | None) -> str:
    if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant):
        return " ".join(str(line.value.value).split())
    return ""


def reference() -> str:
    """Write the part of docs/themes.md that lists the views."""
    lines = [START]
    for one in views():
        lines += [f"### {one.name}", "", one.says, "", "| Field | Type | |", "|---|---|---|"]
        for name, kind, says in one.fields:
            cell = kind.replace("|", "\\|")
            lines.append(f"| `{name}` | `{cell}` | {says} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    head = DOCS.read_text("utf-8").partition(START)[0]
    DOCS.write_text(head + reference(), "utf-8")
