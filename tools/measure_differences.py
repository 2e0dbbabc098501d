"""Find what pairs of sentences say differently, each pair taken as one claim of two texts.

python -m tools.measure_differences PAIRS --least 3
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tellings.analysis.claims.certainty import certainty
from tellings.analysis.study import tell
from tellings.analysis.toolkit import DEFAULT
from tellings.model.findings import Claim, Difference, Lineage, Mention, Telling
from tellings.model.source import Block, Source
from tellings.model.span import Span

__all__ = ["main"]

Pair = tuple[str, str, str]
"""What the annotators say of a pair, and its two sentences."""


def main() -> None:
    """Print the differences of every pair, and how many there are of each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, help="sts-*.tsv or msr-*.tsv")
    parser.add_argument("--least", type=float, default=0.0, help="the least score of a pair")
    parser.add_argument("--day", help="the day on which both were written, YYYY-MM-DD")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for label, one, other in pairs(options.pairs):
        if float(label) < options.least:
            continue
        tellings = (telling("one", one, options.day), telling("other", other, options.day))
        for difference in differences(tellings):
            counts[f"{difference.kind} {difference.relation}"] += 1
            print(shown(difference, tellings), f"  {one}", f"  {other}", sep="\n")
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")


def pairs(path: Path) -> Iterator[Pair]:
    """Read pairs of sentences: SemEval STS has three columns, MSR five below a heading."""
    for line in path.read_text("utf-8-sig").splitlines():
        columns = [" ".join(column.split()) for column in line.split("\t")]
        if columns[0].replace(".", "").isdigit() and columns[-1] and columns[-2]:
            yield columns[0], columns[-2], columns[-1]


def telling(id_: str, sentence: str, day: str | None) -> Telling:
    """Read a sentence as a text of its own."""
    block = Block(span=Span(0, len(sentence)), part="body", line=1)
    source = Source(
        id=id_, path=f"{id_}.md", text=sentence, blocks=(block,), published=day, outlet=id_
    )
    return tell(source, day)


def differences(tellings: tuple[Telling, ...]) -> tuple[Difference, ...]:
    """Find what two texts say differently, mere attribution left out."""
    mentions = tuple(
        Mention(
            passage=sentence.passage,
            voice=told.voice_of(sentence.span),
            by=told.speaker_of(sentence.span),
            certainty=certainty(sentence.passage.of(told.text)),
        )
        for told in tellings
        for sentence in told.document.sentences
    )
    claim = Claim(id="c-000001", gist=mentions[0].passage, mentions=mentions)
    lineage = Lineage(texts=tuple((told.id,) for told in tellings))
    return tuple(d for d in DEFAULT.differences(tellings, (claim,), lineage) if not d.weak)


def shown(difference: Difference, tellings: tuple[Telling, ...]) -> str:
    """Give a difference in a line."""
    texts = {told.id: told.text for told in tellings}
    readings = " | ".join(
        f"{' '.join(r.passage.of(texts[r.passage.source]).split())} ({r.value})"
        for r in difference.readings
    )
    return f"{difference.kind} {difference.relation}, {difference.because}: {readings}"


if __name__ == "__main__":
    main()
