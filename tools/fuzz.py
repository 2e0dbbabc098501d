"""Look for input that breaks a parser's promise, led by what of the program it reaches.

    python -m tools.fuzz PARSER … [--seconds N] [--found FOLDER]

PARSER is a name in tests/fuzz/parsers.py, or several, which then read the same input one after the
other. The search is that of atheris (libFuzzer), which is no part of any extra: `pip install
atheris`. Seconds are those of the processor. Each way of breaking is told once, and its input is
written to FOLDER/PARSER-N; the shortest one that is met stays.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import atheris

# Entered before anything of the program, and never left: much is imported only when it is needed.
atheris.instrument_imports(include=["tellings", "frontmatter", "markdown_it"]).__enter__()

from tests.fuzz.changing import changed  # noqa: E402
from tests.fuzz.parsers import PARSERS  # noqa: E402
from tests.fuzz.seeds import PIECES, SEEDS  # noqa: E402

SLOW = 4.0
"""Seconds of the processor after which an input counts as one that stands still."""

LONGEST = 4096
"""Bytes of an input."""


class SlowError(Exception):
    """An input that takes too long."""


def ring(_number: int, _frame: FrameType | None) -> None:
    """Stop what takes too long."""
    raise SlowError


@dataclass(slots=True)
class Search:
    """What a search has tried and found."""

    names: tuple[str, ...]
    folder: Path
    tried: int = 0
    found: dict[str, tuple[int, bytes]] = field(default_factory=dict)

    def try_one(self, content: bytes) -> None:
        """Let each parser read an input."""
        for name in self.names:
            self.tried += 1
            signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
            try:
                PARSERS[name](content)
            except Exception as error:
                self.note(name, error, content)
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def note(self, name: str, error: Exception, content: bytes) -> None:
        """Keep the shortest input for each way of breaking."""
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "tellings" in f.filename or "/fuzz/" in f.filename][-1]
        words = str(error).partition(":")[0] if "promises" in ours.filename else ""
        way = f"{name} {type(error).__name__} {words or f'{ours.filename}:{ours.lineno}'}"
        number, shortest = self.found.get(way, (len(self.found), b""))
        if way in self.found and len(content) >= len(shortest):
            return
        self.found[way] = number, content
        (self.folder / f"{name}-{number}").write_bytes(content)
        if not shortest:
            print(f"{name}-{number}: {way}: {error!s:.300}", flush=True)


def mutated(content: bytes, longest: int, seed: int) -> bytes:
    """Change an input, by bytes or by pieces."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    if chance.random() < 0.4:
        return bytes(atheris.Mutate(content, longest))
    return changed(content, chance)[:longest]


def main() -> None:
    """Search, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parser", nargs="+", choices=sorted(PARSERS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir(), "found"))
    asked = parser.parse_args()
    asked.found.mkdir(parents=True, exist_ok=True)
    search, names = Search(tuple(asked.parser), asked.found), " ".join(asked.parser)
    signal.signal(signal.SIGVTALRM, ring)
    with tempfile.TemporaryDirectory() as scratch:
        corpus, pieces = Path(scratch, "corpus"), Path(scratch, "pieces")
        corpus.mkdir()
        for number, seed in enumerate(dict.fromkeys(s for n in search.names for s in SEEDS[n])):
            (corpus / str(number)).write_bytes(seed)
        lines = ("".join(f"\\x{byte:02x}" for byte in piece) for piece in PIECES)
        pieces.write_text("".join(f'"{line}"\n' for line in lines), "ascii")

        def once(content: bytes) -> None:
            search.try_one(content)
            if time.process_time() - began > asked.seconds:
                kept = sum(1 for _ in corpus.iterdir())
                ways = f"{kept:,} kept, {len(search.found)} ways of breaking"
                print(
                    f"{names}: {search.tried:,} readings in {asked.seconds} s, {ways}", flush=True
                )
                shutil.rmtree(scratch)
                # libFuzzer takes any other end for a finding.
                os._exit(0)

        options = [f"-max_len={LONGEST}", f"-dict={pieces}", "-timeout=600", "-verbosity=0"]
        began = time.process_time()
        atheris.Setup([sys.argv[0], *options, str(corpus)], once, custom_mutator=mutated)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
