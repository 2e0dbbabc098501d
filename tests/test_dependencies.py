"""What the program needs of others: fixed by hash, and under licences that allow it."""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
ALLOWED = frozenset(
    (
        *("MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "Zlib", "CC0-1.0"),
        *("PSF-2.0", "CNRI-Python", "MPL-2.0", "MPL-1.1"),
    )
)
ROW = re.compile(r"\| ([a-z\d-]+) \| ([^|]+) \| ((?:program|search|cluster|test|dev)\b[^|]*) \|")
FAMILIES = (
    *(("MIT", r"\bMIT\b"), ("BSD", r"\b0?BSD\b"), ("Apache", r"\bApache\b")),
    *(("MPL", r"\bMPL\b|Mozilla"), ("PSF", r"\bPSF\b|Python Software"), ("GPL", r"GPL|GNU")),
)
"""What metadata call a licence, in whatever form their age has."""

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def listed() -> dict[str, tuple[str, str]]:
    """Give each library of the table with its licence and what it is for."""
    words = (CHECKOUT / "docs" / "dependencies.md").read_text("utf-8")
    return {name: (licence, use.strip()) for name, licence, use in ROW.findall(words)}


def locked() -> list[Requirement]:
    """Give what stands in the lock; all of it has hashes."""
    words = (CHECKOUT / ".ci" / "requirements.txt").read_text("utf-8")
    shape = r"^(\S+==[^\\\n]+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$"
    found = re.findall(shape, words, re.MULTILINE)
    assert len(found) == len(re.findall(r"^[^\s#]", words, re.MULTILINE))
    return [Requirement(one.strip()) for one, _ in found]


def needed(asked: list[str], extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> None:
    """Walk from requirements to all that they bring, as far as it is installed."""
    for one in map(Requirement, asked):
        wanted = (
            any(one.marker.evaluate({"extra": name}) for name in extras or {""})
            if (one.marker)
            else True
        )
        key = canonicalize_name(one.name), frozenset(one.extras)
        if not wanted or key in seen or key[0] == "tellings":
            continue
        try:
            brings = metadata.requires(one.name) or []
        except metadata.PackageNotFoundError:
            continue
        seen.add(key)
        needed(brings, key[1], seen)


def reached(asked: list[str]) -> frozenset[str]:
    seen: set[tuple[str, frozenset[str]]] = set()
    needed(asked, frozenset(), seen)
    return frozenset(name for name, _ in seen)


def families(words: str) -> frozenset[str]:
    return frozenset(name for name, shape in FAMILIES if re.search(shape, words))


def told(name: str) -> Iterator[str]:
    """Give what a library's metadata say of its licence."""
    about = metadata.metadata(name)
    for field in ("License-Expression", "License"):
        yield from (words.partition("\n")[0] for words in about.get_all(field) or ())
    yield from (line for line in about.get_all("Classifier") or () if line.startswith("License"))


def test_everything_that_is_installed_stands_in_the_table_with_its_licence() -> None:
    table = listed()
    every = reached([*PROJECT["dependencies"], *(one for some in EXTRAS.values() for one in some)])
    assert len(every) > 20
    assert every - table.keys() == frozenset()
    for name in sorted(every):
        said = families(" ".join(told(name)))
        assert said & families(table[name][0]), name


def test_what_the_program_itself_needs_is_marked() -> None:
    every = reached(PROJECT["dependencies"])
    marked = {name for name, (_, use) in listed().items() if use == "program"}
    assert every <= marked
    assert {canonicalize_name(Requirement(one).name) for one in PROJECT["dependencies"]} <= marked


@pytest.mark.parametrize(("name", "licence"), [(k, v[0]) for k, v in listed().items()])
def test_every_licence_allows_the_use(name: str, licence: str) -> None:
    either = [set(re.split(r" AND ", one)) for one in licence.split(" OR ")]
    assert any(one <= ALLOWED for one in either), name


def test_every_library_is_fixed_by_hash_and_bound_to_no_host() -> None:
    assert "://" not in (CHECKOUT / ".ci" / "requirements.txt").read_text("utf-8")
    direct = [*PROJECT["dependencies"], *(one for some in EXTRAS.values() for one in some)]
    names = {canonicalize_name(Requirement(one).name) for one in direct} - {"tellings"}
    fixed = {canonicalize_name(one.name) for one in locked()}
    assert names | listed().keys() <= fixed


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_one_version_of_each_library_is_fixed_for_every_system(system: str, python: str) -> None:
    about = {
        "sys_platform": system,
        "os_name": "nt" if system == "win32" else "posix",
        "python_version": python,
        "python_full_version": f"{python}.1",
    }
    meant = [one for one in locked() if one.marker is None or one.marker.evaluate(about)]
    names = [canonicalize_name(one.name) for one in meant]
    assert len(names) == len(set(names)) > 60
    for one in map(Requirement, PROJECT["dependencies"]):
        (fixed,) = (each for each in meant if each.name == canonicalize_name(one.name))
        (version,) = fixed.specifier
        assert one.specifier.contains(version.version)
