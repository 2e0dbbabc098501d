"""Measure how sentences are cut into clauses, and which clause is marked for a claim.

    python -m tools.measure_clauses FOLDER

FOLDER holds a folder for each annotated event; `gold/claims.json` gives each mention's own words.
Spans are compared without the marks at their ends. A clause is marked rightly where it shares half
of the shorter with the words annotated for a claim that its sentence and another's both tell.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tellings.analysis import lineage
from tellings.analysis.attributions.marks import stretches
from tellings.analysis.claims import draw
from tellings.analysis.clauses import cut
from tellings.model.findings import Claim
from tellings.model.span import Span
from tools.annotated import Annotated, read
from tools.fit_alignment import pair_of

__all__ = ["main"]

EDGES = " ,.;:\"“”()–—-'’‘"
Wanted = dict[str, list[tuple[str, Span]]]
"""By sentence, the claims that it tells, each with its words' place in the sentence."""


def wanted(folder: Path) -> Wanted:
    """Read the words of every mention."""
    found: Wanted = {}
    sentences = json.loads((folder / "gold" / "sentences.json").read_text("utf-8"))
    text = {each["id"]: each["text"] for each in sentences}
    for claim in json.loads((folder / "gold" / "claims.json").read_text("utf-8")):
        for mention in claim["mentions"]:
            at = text[mention["sentence"]].find(mention["span"])
            if at >= 0:
                span = Span(at, at + len(mention["span"]))
                found.setdefault(mention["sentence"], []).append((claim["id"], span))
    return found


def bare(text: str, span: Span) -> tuple[int, int]:
    """Give the ends of a stretch without the marks at either."""
    words = span.of(text)
    left = len(words) - len(words.lstrip(EDGES))
    return span.start + left, span.start + len(words.rstrip(EDGES))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Give the share of both together that both cover."""
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return common / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def cuts(event: Annotated, gold: Wanted) -> Counter[str]:
    """Compare clauses, and whole sentences, with the annotators' words."""
    count: Counter[str] = Counter()
    for telling in event.tellings:
        quotes = tuple(mark.span for mark in stretches(telling.document))
        for sentence in telling.document.sentences:
            clauses = [bare(telling.text, one) for one in cut(telling, sentence.span, quotes)]
            whole = bare(telling.text, sentence.span)
            count.update(sentences=1, clauses=len(clauses))
            for _, span in gold.get(sentence.id, ()):
                start = sentence.span.start
                words = bare(telling.text, Span(start + span.start, start + span.end))
                best = max(overlap(words, clause) for clause in clauses)
                alone = overlap(words, whole)
                count.update(mentions=1, exact=best == 1, most=best >= 0.8, half=best >= 0.5)
                count.update(whole_exact=alone == 1, whole_most=alone >= 0.8)
                count.update(whole_half=alone >= 0.5)
    return count


def marks(event: Annotated, gold: Wanted) -> Counter[str]:
    """See which marked clauses hold what a pair of sentences rightly joined tells."""
    count: Counter[str] = Counter()
    claims = draw(event.tellings, event.likeness, lineage.trace(event.tellings))
    for claim in claims:
        for right in marked(claim, event, gold):
            count.update(marked=1, right=right)
    return count


def marked(claim: Claim, event: Annotated, gold: Wanted) -> Iterator[bool]:
    """Judge each marked clause by each sentence that is rightly joined to its own."""
    for here in claim.mentions:
        for there in claim.mentions:
            if event.texts[here.passage.source] == event.texts[there.passage.source]:
                continue
            if not here.clause or not event.positive & {
                *pair_of(here.passage, there.passage, event)
            }:
                continue
            own = event.ids[here.passage.source, here.passage.start]
            other = event.ids[there.passage.source, there.passage.start]
            common = {claim_id for claim_id, _ in gold.get(other, ())}
            start = here.passage.start
            clause = Span(here.clause.start - start, here.clause.end - start)
            yield any(
                2 * clause.shared(span) >= min(len(clause), len(span))
                for claim_id, span in gold.get(own, ())
                if claim_id in common
            )


def main() -> None:
    """Read the command line and measure."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="holds a folder for each annotated event")
    options = parser.parse_args()
    count: Counter[str] = Counter()
    for folder in sorted(path.parent for path in options.folder.glob("*/gold")):
        event, gold = read(folder), wanted(folder)
        count += cuts(event, gold) + marks(event, gold)
    if not count["mentions"]:
        parser.error(f"{options.folder} holds no annotated event")
    print(f"{count['clauses']} clauses in {count['sentences']} sentences")
    for name, keys in (
        ("clauses", ("exact", "most", "half")),
        ("whole", ("whole_exact", "whole_most", "whole_half")),
    ):
        shares = "  ".join(f"{count[key] / count['mentions']:.3f}" for key in keys)
        print(f"{name:<8} exact, four fifths, half of {count['mentions']} mentions: {shares}")
    print(f"marked clauses that are right: {count['right']} of {count['marked']}")


if __name__ == "__main__":
    main()
