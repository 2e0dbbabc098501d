"""Measure what texts are said to leave out against what annotators found told in them.

An omission is wrong where the text has a sentence that, as annotated, tells what sentences of the
claim tell in common. Claims of which the annotation joins no two sentences are not judged.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tellings.analysis import omissions
from tellings.analysis.toolkit import DEFAULT
from tellings.model.findings import Claim, Omission
from tellings.model.span import Passage
from tools.annotated import Annotated, read

__all__ = ["main"]

Told = Mapping[str, Mapping[str, frozenset[str]]]
"""What is annotated as told in common, by name, with the sentences of each text that tell it."""


def told_in(folder: Path) -> Told:
    """Read what is told in common in an annotated event."""
    found: dict[str, dict[str, set[str]]] = {}
    entries = json.loads((folder / "gold" / "alignment.json").read_text("utf-8"))["positive"]
    owners = json.loads((folder / "gold" / "sentences.json").read_text("utf-8"))
    source_of = {str(each["id"]): str(each["source"]) for each in owners}
    for entry in entries:
        for name in entry.get("claims") or [f"{entry['a']} {entry['b']}"]:
            for end in (entry["a"], entry["b"]):
                found.setdefault(name, {}).setdefault(source_of[end], set()).add(end)
    return {
        name: {source: frozenset(ids) for source, ids in by_source.items()}
        for name, by_source in found.items()
    }


def left_out(event: Annotated) -> tuple[tuple[Claim, ...], tuple[Omission, ...]]:
    """Draw an event's claims and find what is left out of each text."""
    lineage = DEFAULT.lineage(event.tellings)
    claims = DEFAULT.claims(event.tellings, event.likeness, lineage)
    covers = DEFAULT.covers(event.tellings, claims, lineage)
    sources = tuple(telling.id for telling in event.tellings)
    return claims, omissions.find(claims, covers, event.likeness, lineage, sources)


def judged(event: Annotated, told: Told) -> Iterator[tuple[bool, bool]]:
    """Give each omission that can be judged: whether it is clear, and whether it is right."""
    claims, found = left_out(event)
    common = {claim.id: shared(claim, event, told) for claim in claims}
    for omission in found:
        names = common[omission.claim]
        if names:
            yield omission.near is None, not any(omission.source in told[name] for name in names)


def shared(claim: Claim, event: Annotated, told: Told) -> tuple[str, ...]:
    """Name what is annotated as told by two texts or more among the sentences of a claim."""
    here: dict[str, set[str]] = {}
    for mention in claim.mentions:
        here.setdefault(mention.passage.source, set()).add(id_of(mention.passage, event))
    return tuple(
        name
        for name, by_source in sorted(told.items())
        if sum(bool(ids & here.get(source, set())) for source, ids in by_source.items()) > 1
    )


def id_of(passage: Passage, event: Annotated) -> str:
    """Give the annotators' id of the sentence that holds a passage."""
    telling = next(one for one in event.tellings if one.id == passage.source)
    sentence = telling.document.sentence_at(passage.start)
    return event.ids[passage.source, sentence.span.start if sentence else passage.start]


def row(name: str, verdicts: list[tuple[bool, bool]]) -> str:
    """Give one line: how many are right before and after those that are not clear are set apart."""
    clear = [right for is_clear, right in verdicts if is_clear]
    every = [right for _, right in verdicts]
    kept = sum(clear) / max(1, sum(every))
    return (
        f"{name:<24} {len(every):6} {share(every):>7} {len(clear):6} {share(clear):>7} {kept:7.3f}"
    )


def share(rights: list[bool]) -> str:
    """Give the share of what is right; a dash for none."""
    return f"{sum(rights) / len(rights):.3f}" if rights else "–"


def table(folders: list[Path]) -> Iterator[str]:
    """Measure event by event, and all together."""
    yield f"{'event':<24} {'absent':>6} {'right':>7} {'listed':>6} {'right':>7} {'kept':>7}"
    every: list[tuple[bool, bool]] = []
    for folder in folders:
        verdicts = list(judged(read(folder), told_in(folder)))
        every += verdicts
        yield row(folder.name, verdicts)
    yield row("all", every)


def main() -> None:
    """Read the command line and measure."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="holds a folder for each annotated event")
    folders = [path.parent for path in sorted(parser.parse_args().folder.glob("*/gold"))]
    if not folders:
        parser.error("there is no annotated event in the folder")
    for line in table(folders):
        print(line, flush=True)


if __name__ == "__main__":
    main()
