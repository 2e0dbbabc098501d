"""Small projects on disk, for tests of the whole path."""

from pathlib import Path

__all__ = ["LEDGER", "SETTINGS", "STANDARD", "event", "files", "project", "source"]

SETTINGS = '[tool.tellings]\ntitle = "Harbour"\nbase_url = "https://example.org/repo/"\n'
LEDGER = (
    "The port of Saltmere is shut, the dockers' union said on Wednesday.\n\n"
    "“We will not move,” said Mara Lind, who leads the union.\n\n"
    "Some 30 ships wait outside the harbour.\n"
)
STANDARD = (
    "Dockers have shut the port of Saltmere, their union said.\n\n"
    "Mara Lind said: “We will not move.” About 40 ships are waiting outside the harbour.\n"
)


def project(root: Path, *slugs: str, settings: str = SETTINGS) -> Path:
    """Make a project with these events, each of two sources."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "pyproject.toml").write_text(settings, "utf-8", newline="\n")
    for slug in slugs:
        event(root, slug)
    return root


def event(root: Path, slug: str, front: str = "on: 2026-03-04\n") -> Path:
    """Make an event's folder and give its event.md."""
    source(root, slug, "ledger", LEDGER)
    source(root, slug, "standard", STANDARD)
    path = root / "content" / "events" / slug / "event.md"
    path.write_text(f"---\n{front}---\n", "utf-8", newline="\n")
    return path


def source(root: Path, slug: str, name: str, body: str, front: str = "") -> Path:
    """Write a source and give its file."""
    path = root / "content" / "events" / slug / "sources" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\noutlet: {name.title()}\n{front}---\n\n{body}", "utf-8", newline="\n")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
