"""What was published before: an event's `published.json`, or the files of an earlier site."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from tellings.errors import Problem, PublishError
from tellings.model.editions import Edition, EditionClaim, Editions, EditionSource
from tellings.publish import manifest
from tellings.reading import places
from tellings.render import editions

__all__ = ["FILE", "FORMAT", "Earlier", "of_event", "of_site", "write"]

FILE = "published.json"
FORMAT = "tellings.published/1"
LARGEST = 50_000_000
"""Bytes; no digest is as large."""

FACTS = ("published", "updated", "raw_sha256", "words_sha256")
"""What a source may say or not."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier site: its digests, what is wrong with them, and their hashes."""

    editions: Mapping[str, Edition] = field(default_factory=dict)
    """By the event's slug."""

    problems: tuple[Problem, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each `digest.json`, by the event's slug."""


def of_event(folder: Path, root: Path) -> tuple[Editions | None, tuple[Problem, ...]]:
    """Read what is recorded of an event's publishing; what cannot be read is a warning.

    Raises:
        ContentError: when the file cannot be opened.
    """
    file = folder / FILE
    path = places.relative(file, root)
    content = places.fetch(file, root)
    hint = "take it back from your version control, or delete it: “tellings record” makes it anew"
    return _tried(content, path, _recorded, hint)


def of_site(folder: Path, shown_as: str) -> Earlier:
    """Read the digests of a site that was built earlier; what cannot be read is a warning.

    Raises:
        PublishError: when the folder holds no site of ours.
    """
    outputs = manifest.outputs_of(folder)
    if not outputs:
        message = "no build of tellings has written this folder"
        hint = "name a folder with the manifest.json of an earlier site"
        raise PublishError(Problem(path=shown_as, message=message, hint=hint))
    found: dict[str, Edition] = {}
    problems: list[Problem] = []
    inputs: dict[str, str] = {}
    for path, sha in sorted(outputs.items()):
        steps = path.split("/")
        if len(steps) != 3 or (steps[0], steps[2]) != ("events", "digest.json"):
            continue
        content = _content(folder / path)
        hint = "nothing is said of what has changed in this event"
        name = f"{shown_as}/{path}"
        if sha256(content).hexdigest() != sha:
            message = "this is not the file that was built: its manifest has another hash"
            problems.append(Problem(path=name, message=message, hint=hint, severity="warning"))
            continue
        edition, wrong = _tried(content, name, editions.exported, hint)
        problems.extend(wrong)
        if edition is not None:
            found[steps[1]], inputs[steps[1]] = edition, sha
    return Earlier(editions=found, problems=tuple(problems), inputs=inputs)


def write(recorded: Editions) -> bytes:
    """Write what is recorded, a claim and a source a line, so that a change can be read."""
    lines = ["{", f'  "format": {_json(FORMAT)},']
    for name, edition in (("now", recorded.now), ("before", recorded.before)):
        end = "" if name == "before" else ","
        if edition is None:
            lines.append(f'  "{name}": null{end}')
            continue
        lines += [f'  "{name}": {{', f'    "made_by": {_json(edition.made_by)},']
        lines += [*_listed("sources", map(_source, edition.sources), ",")]
        lines += [*_listed("claims", map(_claim, edition.claims), ""), f"  }}{end}"]
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _content(file: Path) -> bytes:
    try:
        plain = file.is_file() and file.stat().st_size < LARGEST
        return file.read_bytes() if plain else b""
    except OSError:
        return b""


def _tried(
    content: bytes, path: str, read: Callable[[Any], Value], hint: str
) -> tuple[Value | None, tuple[Problem, ...]]:
    """Read JSON from anywhere; whatever is wrong with it is a warning."""
    try:
        return read(json.loads(content)), ()
    except json.JSONDecodeError as fault:
        line, message = fault.lineno, f"it is not JSON, or cut off: {fault.msg}"
    except UnicodeDecodeError:
        line, message = 0, "it is not UTF-8"
    except (KeyError, TypeError, RecursionError) as fault:
        line, message = 0, f"it is not what its format says: {type(fault).__name__}: {fault}"
    except ValueError as fault:
        line, message = 0, str(fault)
    return None, (Problem(path=path, line=line, message=message, hint=hint, severity="warning"),)


def _recorded(value: Any) -> Editions:
    """Read a record.

    Raises:
        KeyError, TypeError, ValueError: when it is none.
    """
    if value["format"] != FORMAT:
        raise ValueError(f"its format is “{value['format']}”, not “{FORMAT}”")
    return Editions(now=_edition(value["now"]), before=_edition(value["before"]))


def _edition(value: Any) -> Edition | None:
    if value is None:
        return None
    return Edition(
        sources=tuple(
            EditionSource(
                id=editions.text(one["id"]),
                label=editions.text(one["label"]),
                **{name: editions.maybe(one.get(name)) for name in FACTS},
            )
            for one in value["sources"]
        ),
        claims=tuple(
            EditionClaim(
                id=editions.text(one["id"]),
                gist=editions.text(one["gist"]),
                told_in=tuple(map(_place, one["told_in"])),
                differences=tuple(map(_difference, one.get("differences", ()))),
                words_of=editions.maybe(one.get("words_of")),
            )
            for one in value["claims"]
        ),
        made_by=editions.text(value["made_by"]),
    )


def _place(value: Any) -> tuple[str, str]:
    """Read where a claim is told.

    Raises:
        TypeError: when it is no pair of texts.
    """
    if not isinstance(value, list) or len(value) != 2:
        raise TypeError(f"{value!r:.40} is not a source and a hash")
    return editions.text(value[0]), editions.text(value[1])


def _difference(value: Any) -> tuple[str, ...]:
    """Read a difference.

    Raises:
        TypeError: when it is no kind with its values.
    """
    if not isinstance(value, list) or not value:
        raise TypeError(f"{value!r:.40} is not a kind with its values")
    return tuple(map(editions.text, value))


def _source(one: EditionSource) -> Mapping[str, object]:
    facts = {name: getattr(one, name) for name in FACTS if getattr(one, name) is not None}
    return {"id": one.id, "label": one.label, **facts}


def _claim(one: EditionClaim) -> Mapping[str, object]:
    owner = {"words_of": one.words_of} if one.words_of else {}
    differs = {"differences": one.differences} if one.differences else {}
    return {"id": one.id, "gist": one.gist, **owner, "told_in": one.told_in, **differs}


def _listed(name: str, values: Iterator[object], end: str) -> Iterator[str]:
    """Write a list, an entry a line."""
    lines = [f"      {_json(value)}" for value in values]
    yield f'    "{name}": [' if lines else f'    "{name}": []{end}'
    if lines:
        yield ",\n".join(lines)
        yield f"    ]{end}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
