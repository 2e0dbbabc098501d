"""The texts of annotated events, each read on its own, and how figures of events are printed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from tellings.analysis.study import tell
from tellings.model.findings import Telling
from tellings.model.span import Span
from tools import annotated

__all__ = ["f1", "means", "tellings_of"]


def tellings_of(folder: Path) -> dict[str, tuple[Telling, dict[str, Span]]]:
    """Read an event's sources, each with where the annotators' sentences stand."""
    entries, every = annotated.loaded(folder, "sources"), annotated.loaded(folder, "sentences")
    told: dict[str, tuple[Telling, dict[str, Span]]] = {}
    for entry in entries:
        source, document = annotated.source_of(
            entry, [each for each in every if each["source"] == entry["id"]]
        )
        places = {sentence.id: sentence.span for sentence in document.sentences}
        day = source.published or str(entry.get("date_event") or "")[:10] or None
        told[entry["id"]] = tell(source, day), places
    return told


def means(scores: Mapping[str, Sequence[float]]) -> None:
    """Print the means of some events and of those that stand apart."""
    for name, values in scores.items():
        if values:
            print(f"mean F1 of {len(values)} events, {name}: {mean(values):.3f}")


def f1(right: int, given: int, wanted: int) -> str:
    """Print precision, recall and F1."""
    precision, recall = right / given if given else 0.0, right / wanted if wanted else 0.0
    both = precision + recall
    return f"{precision:>9.3f}{recall:>8.3f}{2 * precision * recall / both if both else 0.0:>7.3f}"
