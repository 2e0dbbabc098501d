"""Measure how many sentences a second each step reads that needs one event's texts alone.

    python -m tools.benchmark_reading CONTENT... [--large CONTENT] [--runs N]

CONTENT holds `events/<slug>/`. Each run has a process of its own, which has read one other text
before: what is remembered of a text helps nobody who builds for the first time. Time is that of
the processor, so one core is measured; the best of the runs is given. A `--large` content shows
the rate where words and rules seen for the first time weigh less.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tellings.analysis.study import day_of
from tellings.analysis.toolkit import DEFAULT
from tellings.model.event import Event
from tellings.model.findings import Telling
from tellings.model.source import Block, Source
from tellings.model.span import Span
from tellings.reading import content_folder

__all__ = ["run"]

STEPS = ("attributions", "dates", "numbers", "names")
WARM = (
    "Mara Lind, the mayor, called for calm on Tuesday and said that “the port of Norrin” was shut. "
    "“We wait for two ships,” she told Otto Brandt, a docker, who reportedly asked for $3 million. "
    "Of the 33 sailors, 12 were hurt, including two boys, and four of the ten boats, 40 feet "
    "(12 metres) long, sank at 10 a.m. on page 5. Rallies were announced for Friday."
)
"""A text with something for every table of words to be read, which is done once a process."""


def run(events: Sequence[Event]) -> dict[str, float]:
    """Read all texts once, and give the seconds that each step takes; `sentences` counts them."""
    block = Block(span=Span(0, len(WARM)), part="body", line=1)
    warm = Source(id="warm", path="warm.md", text=WARM, blocks=(block,))
    _read([(warm, "2026-03-04")], Counter())
    spent: Counter[str] = Counter()
    for event in events:
        _read([(s, day_of(s, event)) for s in event.sources if s.english], spent)
    return dict(spent)


def _read(sources: Sequence[tuple[Source, str | None]], spent: Counter[str]) -> None:
    tellings: list[Telling] = []
    for source, day in sources:
        document = DEFAULT.sentences(source)
        spent["sentences"] += len(document.sentences)
        begun = time.process_time()
        attributions = DEFAULT.attributions(document)
        attributed = time.process_time()
        dates = DEFAULT.dates(document, day)
        dated = time.process_time()
        quantities = DEFAULT.numbers(document)
        spent["numbers"] += time.process_time() - dated
        spent["dates"] += dated - attributed
        spent["attributions"] += attributed - begun
        tellings.append(
            Telling(
                document=document, attributions=attributions, dates=dates, quantities=quantities
            )
        )
    begun = time.process_time()
    DEFAULT.names(tuple(tellings))
    spent["names"] += time.process_time() - begun


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("contents", nargs="+", type=Path)
    parser.add_argument("--large", type=Path, help="content of many more events, for a run apart")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    _print(_events(given.contents), given.runs)
    if given.large:
        _print(_events([given.large]), given.runs)


def _events(contents: Sequence[Path]) -> list[Event]:
    return [
        content_folder.read_event(content.parent, folder.name).event
        for content in contents
        for folder in sorted((content.resolve() / "events").iterdir())
    ]


def _print(events: Sequence[Event], times: int) -> None:
    """Print how many sentences a second each step reads at best."""
    runs: list[dict[str, float]] = []
    for _ in range(times):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            runs.append(pool.submit(run, events).result())
    count = runs[0]["sentences"]
    print(f"{count} sentences, best of {times} runs: sentences a second")
    for step in STEPS:
        print(f"{step:13} {count / min(found[step] for found in runs):7.0f}")
    print(f"{'together':13} {count / min(sum(found[s] for s in STEPS) for found in runs):7.0f}")


if __name__ == "__main__":
    main()
