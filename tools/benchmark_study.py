"""Measure how the study of one event grows with its texts: seconds by step, and peak of memory.

    python -m tools.benchmark_study [50 100 200 300] [--content CONTENT]

The texts are made up: each tells twenty of sixty things in its own order and words, some of them
with other numbers, so nearly every two have something in common. With `--content`, which holds
`events/<slug>/`, they are the first texts of its events, taken together for one event. Every count
is studied in a process of its own that has studied nothing else; the seconds are its processor's.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from tellings.analysis.study import study
from tellings.analysis.toolkit import DEFAULT, Toolkit
from tellings.model.event import Event
from tellings.model.source import Block, Source
from tellings.model.span import Span
from tellings.reading import content_folder

__all__ = ["event", "main"]

WHO = (
    ("Harbour master Mara Lind", "Mara Lind, the harbour master,", "Ms Lind"),
    ("Mayor Otto Brandt", "Otto Brandt, the mayor of Norrin,", "Mr Brandt"),
    ("The coast guard", "Coast guards", "The coast guard of Saltmere"),
    ("The dock workers", "Workers at the docks", "The union of dock workers"),
    ("The Tresa ferry company", "The company that runs the ferry", "The ferry company"),
    ("Police in Saltmere", "The police", "Saltmere police officers"),
)
DID = (
    ("closed the northern bridge", "shut the bridge in the north"),
    ("searched the wreck for {n} people", "looked for {n} people inside the wreck"),
    ("sent {n} boats to the bay", "dispatched {n} vessels to the bay"),
    ("denied that the alarm had failed", "rejected reports that the alarm did not work"),
    ("spent $ {n} million on the new pier", "paid {n} million dollars for the pier"),
    ("warned that the storm could return", "feared that the storm might come back"),
    ("counted {n} damaged houses near the shore", "found {n} houses by the shore damaged"),
    ("arrested {n} men after the fire", "took {n} men into custody after the fire"),
    ("asked the court to hear the complaint", "took the complaint to court"),
    ("promised to pay the night rate", "pledged that the night rate would be paid"),
)
WHEN = (" on Monday", " on Monday morning", " early on Tuesday", "", " late on Sunday")
TAIL = (
    "",
    ", leaving the old harbour without light",
    ", as rain fell on the hills of Norrin",
    ", which had been expected for weeks",
    ", while {n} ships lay at anchor",
    ", officials said",
)
TOLD = 20


def sentence(thing: int, chance: random.Random) -> str:
    """Tell one of sixty things in one of many wordings."""
    subject = chance.choice(WHO[thing % len(WHO)])
    act = chance.choice(DID[thing % len(DID)])
    number = 10 + thing + (chance.random() < 0.1)
    words = f"{subject} {act}{chance.choice(WHEN)}{chance.choice(TAIL)}."
    return words.format(n=number)


def source(place: int, chance: random.Random) -> Source:
    """Make one text of many things."""
    things = chance.sample(range(len(WHO) * len(DID)), TOLD)
    text, blocks = "", []
    for line, thing in enumerate(things):
        words = sentence(thing, chance)
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        blocks.append(Block(span=span, part="body" if line else "title", line=line + 1))
        text += words
    name = f"paper-{place:03}"
    return Source(
        id=name,
        path=f"{name}.md",
        text=text,
        blocks=tuple(blocks),
        title=blocks[0].span.of(text),
        published="2026-03-04",
        outlet=name.title(),
        lang="en",
    )


def event(texts: int) -> Event:
    """Make an event of so many texts, the same each time."""
    chance = random.Random(7)  # noqa: S311 - no secret
    sources = tuple(source(place, chance) for place in range(texts))
    return Event(slug="storm", path="event.md", title="Storm", on="2026-03-04", sources=sources)


def together(content: Path, texts: int) -> Event:
    """Take the first texts of some events for one event."""
    folders = sorted((content.resolve() / "events").iterdir())
    events = (content_folder.read_event(content.parent, folder.name).event for folder in folders)
    sources = [
        replace(one, id=f"{found.slug}-{one.id}")
        for found in events
        if found
        for one in found.sources
    ]
    some = tuple(sorted(sources[:texts], key=lambda one: one.id))
    return Event(slug="together", path="event.md", title="Together", on=None, sources=some)


def timed(seconds: dict[str, float]) -> Toolkit:
    """Give the default tools, each of which adds its processor time to a table."""

    def watched(name: str, tool: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            begin = time.process_time()
            answer = tool(*arguments)
            seconds[name] = seconds.get(name, 0.0) + time.process_time() - begin
            return answer

        return run

    every = {
        field.name: watched(field.name, getattr(DEFAULT, field.name)) for field in fields(DEFAULT)
    }
    return replace(DEFAULT, **every)


def rows(made: Event) -> Iterator[str]:
    """Study one event and give its rows: counts, seconds and memory; each step, longest first."""
    texts, seconds = len(made.sources), dict[str, float]()
    begin = time.process_time()
    digest = study(made, timed(seconds))
    whole = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sentences = sum(len(telling.document.sentences) for telling in digest.tellings)
    counts = f"{texts} texts, {sentences} sentences, {len(digest.claims)} claims"
    yield f"{counts}: {whole:.1f} s, {memory:.0f} MB"
    for name, spent in sorted(seconds.items(), key=lambda step: -step[1]):
        yield f"  {name:14} {spent:6.2f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and measure."""
    summary, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=int, nargs="*", default=[50, 100, 200, 300])
    parser.add_argument("--content", type=Path, help="content to take the texts from")
    given = parser.parse_args(arguments)
    if len(given.texts) == 1:
        count = given.texts[0]
        made = together(given.content, count) if given.content else event(count)
        print(*rows(made), sep="\n", flush=True)
        return
    more = ["--content", str(given.content)] if given.content else []
    for count in given.texts:
        again = [sys.executable, "-m", "tools.benchmark_study", str(count), *more]
        subprocess.run(again, check=True)


if __name__ == "__main__":
    main()
