"""The picture of an event, for those who link to it: a file beside event.md."""

from pathlib import Path
from unicodedata import normalize

from tellings.errors import ContentError
from tellings.model import picture
from tellings.model.picture import Picture
from tellings.reading import places
from tellings.reading.content_files import ENDINGS
from tellings.reading.fields import Fields

__all__ = ["beside"]

LEAST, MOST = 200, 8_000
"""Pixels of the shorter and of the longer side."""

HEAVIEST = 5_000_000
"""Bytes: what the strictest of those who show cards take."""


def beside(fields: Fields, folder: Path, root: Path) -> Picture | None:
    """Read the picture that `image` names; what is wrong with it is noted."""
    name = fields.text("image")
    if name is None:
        return None
    line = fields.line_of("image")
    if "/" in name or "\\" in name or name.startswith("."):
        hint = "put the picture beside event.md, and write its file's name"
        fields.note(line, f"“{name}” is not a file's name", hint)
        return None
    file = folder / name
    if not places.is_file(file) or name not in {other.name for other in folder.iterdir()}:
        # Some disks find a name in other capitals, or with another accent; others do not.
        fields.note(line, f"there is no file “{name}” beside event.md", _alike(name, folder))
        return None
    try:
        found = picture.read(places.fetch(file, root))
    except ContentError as error:
        fields.problems.extend(error.problems)
        return None
    wrong = fault(found, file)
    if wrong:
        fields.note(line, *wrong)
    return None if wrong else found


def _alike(name: str, folder: Path) -> str:
    """Say which file may be meant by a name that is none."""
    others = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    meant = next((other for other in others if folded(other) == folded(name)), None)
    return f"“{meant}” is there: capitals and accents count" if meant else ""


def folded(name: str) -> str:
    """Give what two names have in common that some disks take for one."""
    return normalize("NFC", name.casefold())


def fault(found: Picture | None, file: Path) -> tuple[str, str] | None:
    """Say what keeps a file from being an event's picture, and what helps."""
    name = f"the picture “{file.name}”"
    if found is None:
        return f"{name} is neither PNG nor JPEG", "save it as one of them, 1200 by 630 pixels"
    if file.suffix.lower() not in ENDINGS[found.kind]:
        return f"{name} is a {found.kind.upper()} file by its bytes", f"call it .{found.kind}"
    if len(found.body) > HEAVIEST:
        return f"{name} has {len(found.body):,} bytes; the most is {HEAVIEST:,}", "make it smaller"
    shorter, longer = sorted((found.width, found.height))
    if shorter < LEAST or longer > MOST:
        size = f"{found.width} by {found.height} pixels"
        hint = f"a side has {LEAST} to {MOST:,}; 1200 by 630 is best"
        return f"{name} has {size}", hint
    return None
