"""Raw files as they come in: from a folder or from the web."""

from dataclasses import dataclass
from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.reading import places

__all__ = ["Arrival", "receive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A raw file's bytes, with where they come from."""

    content: bytes
    path: str
    """What problems call it."""

    name: str
    """What it is called in the event's raw/."""

    address: str | None = None
    charset: str | None = None


def receive(path: Path | str, root: Path, *, allow_private: bool = False) -> Arrival:
    """Read a raw file, or fetch it where a web address is given.

    Raises:
        ContentError: when there is none, or none that can be read.
    """
    if isinstance(path, str):
        # Imported late: the net is only needed for addresses.
        from tellings.ingest.receiving import fetching  # noqa: PLC0415

        page = fetching.fetch(path, allow_private=allow_private)
        return Arrival(
            content=page.content,
            path=path,
            name=page.name,
            address=page.address,
            charset=page.charset,
        )
    name = places.relative(path.absolute(), root.absolute())
    if path.is_dir():
        raise ContentError(Problem(path=name, message="this is a folder, not a file"))
    try:
        # A pipe would be waited for, a device read without end.
        if path.exists() and not path.is_file():
            message = "this is no file but a pipe or a device"
            raise ContentError(Problem(path=name, message=message))
        with path.open("rb") as file:
            content = file.read(places.LARGEST + 1)
    except FileNotFoundError:
        web = path.parts and path.parts[0].lower().startswith("www.")
        hint = f"if it is a web address: https://{path.as_posix()}" if web else ""
        raise ContentError(Problem(path=name, message="there is no such file", hint=hint)) from None
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise ContentError(Problem(path=name, message=message)) from None
    if len(content) > places.LARGEST:
        message = f"the file is larger than {places.LARGEST // 1024**2} MiB, the most that is read"
        raise ContentError(Problem(path=name, message=message))
    return Arrival(content=content, path=name, name=path.name)
