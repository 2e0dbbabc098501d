"""Measure what ingest reads of web pages' titles, authors, outlets, dates and languages.

    python -m tools.measure_metadata FOLDER [--misses]

FOLDER holds folders with `source.html` and `expected-metadata.json`. It is parted by a hash of
the folders' names into a half to tune on and a half to report on; only misses of the first are
shown.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tellings.errors import ContentError
from tellings.ingest import drafting
from tools.flat_pages import to_tune

FIELDS = {
    "title": "title",
    "byline": "authors",
    "siteName": "outlet",
    "publishedTime": "published",
    "lang": "lang",
}


def compared(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give each field that is expected of a page: what was read and what is expected."""
    expected = json.loads((folder / "expected-metadata.json").read_text("utf-8"))
    try:
        source = drafting.make((folder / "source.html").read_bytes(), "page.html").source
    except ContentError:
        source = None
    for name, field in FIELDS.items():
        if expected.get(name):
            value = getattr(source, field, None) or ""
            found = " ".join(value) if isinstance(value, tuple) else value
            yield field, plain(field, found), plain(field, expected[name])


def plain(field: str, value: str) -> str:
    """Even a value out: the day of a date, the language of a tag, the words of anything else."""
    if field == "published":
        return value[:10]
    if field == "lang":
        return value.partition("-")[0].lower()
    return re.sub(r"\W+", " ", value).strip().casefold()


def agree(field: str, found: str, expected: str) -> bool:
    """Tell whether a value is right; a byline may say more than the names."""
    return found == expected or (field == "authors" and bool(found) and found in expected)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print, for both halves, how often each field is right, wrong and not read."""
    parser = argparse.ArgumentParser(description="Measure the metadata of web pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args(arguments)
    folders = sorted(file.parent for file in chosen.folder.glob("*/expected-metadata.json"))
    for title, tuned in (("tuned on", True), ("reported", False)):
        counts: Counter[tuple[str, str]] = Counter()
        for folder in folders:
            if to_tune(folder.name) != tuned:
                continue
            for field, found, expected in compared(folder):
                right = agree(field, found, expected)
                counts[field, "right" if right else "wrong" if found else "nothing"] += 1
                if chosen.misses and tuned and not right:
                    print(f"  {folder.name} {field}: {found!r} for {expected!r}")
        for field in FIELDS.values():
            told = {kind: counts[field, kind] for kind in ("right", "wrong", "nothing")}
            print(f"{title:9} {field:10} {told} of {sum(told.values())}")


if __name__ == "__main__":
    main()
