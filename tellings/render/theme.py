"""Themes: folders of templates and static files, found by name."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR
from typing import Any

from tellings.errors import Problem, ThemeError
from tellings.model import picture
from tellings.model.page import Page
from tellings.model.picture import Picture
from tellings.render import options as of_plain
from tellings.render import urls
from tellings.render.phrases import ENGLISH, Phrases

__all__ = ["Theme", "find", "places"]

FACTS = "theme.toml"
CARDS = ("card.png", "card.jpg")
PLAIN = "plain"
OPTIONS = "options.css"
"""What the options of “plain” come to, as a sheet of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, read: where its templates and static files are, its own before those it extends."""

    name: str
    folders: tuple[Path, ...]
    """The theme's folder, then the folder of the theme that it extends, and so on."""

    options: Mapping[str, Any]
    """`[options]` of theme.toml, those of the extended theme where this one is silent."""

    digest: str
    """SHA-256 over the names and bytes of all its files."""

    assets: frozenset[str]
    """The names of its static files, those of the extended themes included."""

    card: Picture | None
    """`card.png` or `card.jpg` of its static files: shown where an event has no picture."""

    phrases: Phrases = ENGLISH
    """What its pages say in their own words, in the language of a site."""

    @property
    def folder(self) -> Path:
        """The theme's own folder."""
        return self.folders[0]

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders to look for templates in, in order."""
        return tuple(folder / "templates" for folder in self.folders)

    def inputs(self, root: Path) -> tuple[tuple[str, str], ...]:
        """Give the path and SHA-256 of each file that lies in the project."""
        return tuple(
            (path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
            for folder in self.folders
            if folder.is_relative_to(root)
            for path in files(folder)
        )

    def static(self) -> tuple[Page, ...]:
        """Give the static files as pages under `assets/`."""
        found: dict[str, bytes] = {}
        for folder in reversed(self.folders):
            for name in statics(folder):
                found[name] = (folder / "static" / name).read_bytes()
        sheet = of_plain.sheet(self.options) if OPTIONS in self.assets else None
        if sheet and OPTIONS not in found:
            found[OPTIONS] = sheet
        return tuple(Page(urls.asset(name), body) for name, body in sorted(found.items()))


def places(root: Path) -> tuple[Path, ...]:
    """Give the folders where themes are looked for: the project's, the package's, a checkout's."""
    package = Path(__file__).resolve().parent.parent
    return (root / "themes", package / "themes", package.parent / "themes")


def find(name: str, places: tuple[Path, ...]) -> Theme:
    """Find a theme by its name.

    Raises:
        ThemeError: when no place holds it, its theme.toml is wrong, or themes extend one another.
    """
    folders: list[Path] = []
    options: dict[str, Any] = {}
    wanted: str | None = name
    while wanted is not None:
        folder = folder_of(wanted, places)
        if folder in folders:
            raise ThemeError(
                Problem(
                    path=f"themes/{name}/{FACTS}",
                    message=f"the theme “{wanted}” extends itself",
                    hint="take out one “extends”",
                )
            )
        facts = facts_of(folder)
        folders.append(folder)
        options = {**facts.get("options", {}), **options}
        wanted = facts.get("extends")
    assets = frozenset(name for folder in folders for name in statics(folder))
    if any(folder.name == PLAIN for folder in folders):
        refuse(name, of_plain.faults(options, assets))
        assets |= {OPTIONS} if of_plain.sheet(options) else frozenset()
    return Theme(
        name=name,
        folders=tuple(folders),
        options=options,
        digest=digest_of(folders),
        assets=assets,
        card=card_of(folders),
    )


def refuse(name: str, faults: Iterable[tuple[str, str]]) -> None:
    """Refuse a theme whose options are wrong.

    Raises:
        ThemeError: every option that is wrong, at once.
    """
    shown = f"themes/{name}/{FACTS}"
    problems = [Problem(path=shown, message=said, hint=hint) for said, hint in faults]
    if problems:
        raise ThemeError.of(problems)


def statics(folder: Path) -> tuple[str, ...]:
    """Name the static files of a theme's folder."""
    within = folder / "static"
    found = (path for path in files(folder) if path.is_relative_to(within))
    return tuple(path.relative_to(within).as_posix() for path in found)


def card_of(folders: list[Path]) -> Picture | None:
    """Read the picture that a theme shows where an event has none.

    Raises:
        ThemeError: when it is no picture.
    """
    paths = [folder / "static" / name for folder in folders for name in CARDS]
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        return None
    found = picture.read(path.read_bytes())
    if found is None or path.name != f"card.{found.kind}":
        shown = f"themes/{path.parent.parent.name}/static/{path.name}"
        raise ThemeError(
            Problem(path=shown, message=f"this is no picture of the kind {path.suffix}")
        )
    return found


def folder_of(name: str, places: tuple[Path, ...]) -> Path:
    """Find the first place that holds a theme of this name."""
    plain = name not in ("", ".", "..") and "/" not in name and "\\" not in name
    for place in places:
        if plain and is_folder(place / name):
            return place / name
    looked = ", ".join(dict.fromkeys(str(place) for place in places))
    raise ThemeError(
        Problem(
            path=f"themes/{name}",
            message=f"there is no theme “{name}”",
            hint=f"looked in {looked}",
        )
    )


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder; there is none whose name no disk can hold.

    Raises:
        PermissionError: when that cannot be seen: another theme would be taken in its place.
    """
    try:
        return S_ISDIR(path.stat().st_mode)
    except PermissionError:
        raise
    except (OSError, ValueError):
        return False


def facts_of(folder: Path) -> dict[str, Any]:
    """Read a theme's theme.toml; a theme without one has no facts."""
    path = folder / FACTS
    if not path.is_file():
        return {}
    shown = f"themes/{folder.name}/{FACTS}"
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ThemeError(Problem(path=shown, message=f"this is not TOML: {error}")) from error
    if not isinstance(facts.get("extends", ""), str):
        raise ThemeError(Problem(path=shown, message="“extends” is not the name of a theme"))
    if not isinstance(facts.get("options", {}), dict):
        raise ThemeError(Problem(path=shown, message="“options” is not a table"))
    return facts


def digest_of(folders: list[Path]) -> str:
    """Sum up the files of a theme and of those it extends."""
    total = hashlib.sha256()
    for folder in folders:
        for path in files(folder):
            name = path.relative_to(folder).as_posix().encode(errors="surrogateescape")
            body = path.read_bytes()
            total.update(b"%d %s %d " % (len(name), name, len(body)) + body)
        total.update(b";")
    return total.hexdigest()


def files(folder: Path) -> tuple[Path, ...]:
    """List the files below a folder in order of their names; what begins with a dot is left out.

    Raises:
        ThemeError: when a file is a link that leads out of the folder.
    """
    seen = sorted(
        path
        for path in folder.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    found = tuple(path for path in seen if path.is_file())
    home = folder.resolve()
    for path in (*found, *(path for path in seen if path.is_symlink() and path.is_dir())):
        if not path.resolve().is_relative_to(home):
            shown = f"themes/{folder.name}/{path.relative_to(folder).as_posix()}"
            what = "file" if path in found else "folder"
            message = f"the {what} is a link that leads out of the theme"
            raise ThemeError(Problem(path=shown, message=message, hint="put a copy in its place"))
    return found
