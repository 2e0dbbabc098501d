"""Measure a site of many sources: a first build, a build with nothing to do, one edit, one save.

    python -m tools.benchmark_site WORK [--sources 1000] [--runs 3] [--hugo COMMAND]

WORK becomes a project of made-up texts, ten on each event. Every build is a process of its own,
so its start is counted; for watch mode one process is left running and a save is timed until its
source's page holds the new words. Where `--hugo` names the program, the same articles are built
with it in turn, one page a source, and the ratio is printed: Hugo only renders them.
"""

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.benchmark_study import sentence

__all__ = ["Run", "main", "make"]

PER_EVENT = 10
TOLD, THINGS = 20, 60
PATIENCE = 60.0
"""Seconds after which a save is taken never to show."""

EDITED = "\n\nEdited for the {}. time.\n"


@dataclass(frozen=True, slots=True)
class Run:
    """One program at work on its own copy of the texts."""

    name: str
    command: tuple[str, ...]
    folder: Path
    wipe: tuple[str, ...]
    """What a first build does not find."""

    source: Path
    """The source that is edited."""


def make(work: Path, sources: int) -> None:
    """Write the same made-up articles for tellings and for Hugo."""
    site = work / "tellings"
    hugo = work / "hugo"
    put(
        site / "pyproject.toml",
        '[tool.tellings]\ntitle = "Digests"\nbase_url = "https://example.org/"\n',
    )
    put(hugo / "hugo.toml", 'baseURL = "https://example.org/"\ntitle = "Digests"\n')
    put(hugo / "layouts" / "_default" / "single.html", "<h1>{{ .Title }}</h1>{{ .Content }}")
    put(hugo / "layouts" / "_default" / "list.html", "{{ range .Pages }}<p>{{ .Title }}{{ end }}")
    for number, (event, name, body) in enumerate(articles(sources)):
        head = f'---\ntitle: "Report {number}"\n'
        folder = site / "content" / "events" / event
        put(folder / "event.md", "---\non: 2026-03-04\n---\n")
        put(folder / "sources" / f"{name}.md", f"{head}published: 2026-03-04\n---\n\n{body}\n")
        put(hugo / "content" / "sources" / f"{event}-{name}.md", f"{head}---\n\n{body}\n")


def articles(count: int) -> Iterator[tuple[str, str, str]]:
    """Give events, names and bodies; ten texts of an event tell twenty of sixty things each."""
    for number in range(count):
        event, name = f"event-{number // PER_EVENT:05d}", f"outlet-{number % PER_EVENT}"
        chance = random.Random(number)  # noqa: S311 - nothing secret
        things = chance.sample(range(THINGS), TOLD)
        lines = [sentence(thing + number // PER_EVENT, chance) for thing in things]
        yield event, name, "\n\n".join(" ".join(lines[at : at + 2]) for at in range(0, TOLD, 2))


def put(path: Path, text: str) -> None:
    """Write a file, its folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def programs(work: Path, hugo: str) -> tuple[Run, ...]:
    """Give the programs to be timed."""
    build = Path(__file__).resolve().parent.parent / "build.py"
    own = work / "tellings"
    found = [
        Run(
            "tellings",
            (sys.executable, str(build), "--root", str(own), "--quiet"),
            own,
            ("site", ".cache"),
            own / "content" / "events" / "event-00000" / "sources" / "outlet-0.md",
        )
    ]
    if hugo:
        folder = work / "hugo"
        source = folder / "content" / "sources" / "event-00000-outlet-0.md"
        found.append(Run("hugo", (hugo, "--quiet"), folder, ("public", "resources"), source))
    return tuple(found)


def edit(path: Path, number: int) -> None:
    """Change the last paragraph of a source."""
    text = path.read_text("utf-8").split("\n\nEdited for")[0].rstrip("\n")
    path.write_text(text + EDITED.format(number), "utf-8", newline="\n")


def seconds(run: Run) -> float:
    """Time one build."""
    begun = time.perf_counter()
    subprocess.run(run.command, cwd=run.folder, check=True, capture_output=True)
    return time.perf_counter() - begun


def cold(run: Run, _: int) -> None:
    """Let a build find nothing of an earlier one."""
    for name in run.wipe:
        shutil.rmtree(run.folder / name, ignore_errors=True)


def same(_: Run, __: int) -> None:
    """Change nothing."""


def edited(run: Run, number: int) -> None:
    """Edit one source."""
    edit(run.source, number)


PHASES: tuple[tuple[str, Callable[[Run, int], None]], ...] = (
    ("first build", cold),
    ("no change", same),
    ("one edit", edited),
)


def rows(runs: Sequence[Run], times: int) -> Iterator[str]:
    """Time every phase, the programs in turn, so that a slow spell of the machine meets both."""
    for phase, prepare in PHASES:
        taken: dict[str, list[float]] = {run.name: [] for run in runs}
        for number in range(times):
            for run in runs:
                prepare(run, number)
                taken[run.name].append(seconds(run))
        base = statistics.median(taken[runs[-1].name])
        for run in runs:
            middle = statistics.median(taken[run.name])
            ratio = f", {middle / base:.2f} of {runs[-1].name}" if len(runs) > 1 else ""
            yield f"{phase}: {run.name} {middle:.2f} s{ratio}"


def saves(run: Run, times: int) -> Iterator[float]:
    """Time saves in watch mode until the source's page holds the new words, in milliseconds."""
    page = run.folder / "site" / "events" / "event-00000" / "sources" / "outlet-0" / "index.html"
    watching = subprocess.Popen(
        (*run.command[:-1], "watch"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for number in range(100, 100 + times + 1):
            time.sleep(2)
            edit(run.source, number)
            begun = time.perf_counter()
            wanted = f"Edited for the {number}. time"
            while wanted not in page.read_text("utf-8"):
                if time.perf_counter() - begun > PATIENCE:
                    raise TimeoutError(f"no save showed in {PATIENCE} seconds")
                time.sleep(0.002)
            if number > 100:
                yield 1000 * (time.perf_counter() - begun)
    finally:
        watching.terminate()
        watching.wait()


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the sites and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--hugo", default="", metavar="COMMAND")
    given = parser.parse_args(arguments)
    make(given.work, given.sources)
    runs = programs(given.work, given.hugo)
    for row in rows(runs, given.runs):
        print(row, flush=True)
    print(f"one save: tellings {statistics.median(saves(runs[0], given.runs)):.0f} ms", flush=True)


if __name__ == "__main__":
    main()
