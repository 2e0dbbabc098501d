"""Measure how well texts are sorted into events, on mixes of events that people have put together.

    python -m tools.measure_sorting EVENTS.jsonl.gz [--draws N]
    python -m tools.measure_sorting EVENTS.jsonl.gz --speed 10000

Each line of the file is one event with its articles. For every draw the events are halved by
chance: the cut of each way is chosen on mixes of the one half and reported on mixes of the other;
“as shipped” takes the cut of sorting.toml. B-cubed (Bagga and Baldwin 1998) counts for each text
how many of its group belong there, and how many that belong there are in it.
"""

import argparse
import gzip
import json
import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from statistics import mean

from tellings.data import words
from tellings.sorting import comparing, grouping, profiling
from tellings.sorting.comparing import Pair
from tellings.sorting.texts import Text, bag, day_of

__all__ = ["Score", "b_cubed", "main"]

Group = tuple[int, ...]
Way = Callable[[Sequence[Text], float | None], tuple[Group, ...]]
CUTS = tuple(n / 100 for n in range(6, 24))
FOREVER = 100_000
"""Days of a window that parts nothing."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well a mix was sorted."""

    precision: float
    recall: float
    found: int
    """How many groups there are."""

    events: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def b_cubed(groups: Iterable[Group], events: Sequence[int]) -> Score:
    """Compare groups of texts with the event of each text."""
    every = tuple(groups)
    sizes = Counter(events)
    precision = recall = 0.0
    for group in every:
        for event, together in Counter(events[at] for at in group).items():
            precision += together * together / len(group)
            recall += together * together / sizes[event]
    return Score(precision / len(events), recall / len(events), len(every), len(sizes))


def read(path: Path) -> tuple[tuple[Text, ...], ...]:
    """Read the texts of each event."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return tuple(tuple(map(text_of, json.loads(line)["articles"])) for line in lines)


def text_of(article: Mapping[str, str | None]) -> Text:
    """Keep of an article what is compared."""
    title, body = article["title"] or "", article["text"] or ""
    digest = sha256(f"{title}\n{body}".encode()).hexdigest()
    return Text(
        file=digest,
        sha256=digest,
        digest=digest,
        title=title,
        published=day_of(article.get("date")),
        profile=profiling.profile(title, body),
    )


def mixed(events: Iterable[Sequence[Text]]) -> tuple[list[Text], list[int]]:
    """Put the texts of events in one pile, and say of which event each is."""
    pile = [(text, at) for at, event in enumerate(events) for text in event]
    pile.sort(key=lambda each: each[0].digest)
    return [text for text, _ in pile], [at for _, at in pile]


class Ours:
    """Sorting as the program does it; pairs are remembered from cut to cut."""

    def __init__(self, window: int) -> None:
        """Compare with a window of so many days."""
        self.window = window
        self.last: tuple[Sequence[Text], tuple[Pair, ...]] = ((), ())

    def __call__(self, texts: Sequence[Text], cut: float | None) -> tuple[Group, ...]:
        """Group texts."""
        if self.last[0] is not texts:
            self.last = (texts, self.pairs(texts))
        return grouping.group(self.seen(texts), self.last[1], window=self.window, cut=cut)

    def seen(self, texts: Sequence[Text]) -> Sequence[Text]:
        """Give the texts as they are looked at."""
        return texts

    def pairs(self, texts: Sequence[Text]) -> tuple[Pair, ...]:
        """Compare texts."""
        return tuple(comparing.compare(self.seen(texts), self.window))


class Baseline(Ours):
    """Average linkage over the cosines of TF-IDF vectors of whole texts, and nothing else."""

    def __init__(self) -> None:
        """Compare whatever the days."""
        super().__init__(FOREVER)

    def seen(self, texts: Sequence[Text]) -> Sequence[Text]:
        """Take the texts' days away."""
        return [replace(text, published=None) for text in texts]

    def pairs(self, texts: Sequence[Text]) -> tuple[Pair, ...]:
        """Compare texts by their words alone."""
        return tuple(Pair(one.one, one.other, one.words, 0) for one in super().pairs(texts))


def chosen(way: Way, pile: tuple[list[Text], list[int]]) -> float:
    """Choose the cut that sorts a pile best: the middle one, where several do."""
    texts, events = pile
    scores = {cut: round(b_cubed(way(texts, cut), events).f1, 3) for cut in CUTS}
    best = [cut for cut, score in scores.items() if score == max(scores.values())]
    return best[len(best) // 2]


def drawn(events: Sequence[Sequence[Text]], size: int, draws: int, window: int) -> Iterator[str]:
    """Give the lines of one size: the baseline, ours with a chosen cut, ours as shipped."""
    found: defaultdict[str, list[Score]] = defaultdict(list)
    for seed in range(draws):
        order = random.Random(seed).sample(range(len(events)), len(events))  # noqa: S311
        half = len(order) // 2
        tuned = mixed(events[at] for at in order[half:])
        mix = mixed(events[at] for at in (order[:half] if size <= half else order)[:size])
        ways: dict[str, Way] = {"TF-IDF, average linkage": Baseline(), "sorting": Ours(window)}
        for name, way in ways.items():
            cut = chosen(way, tuned)
            found[name].append(b_cubed(way(mix[0], cut), mix[1]))
        found["sorting, as shipped"].append(b_cubed(Ours(window)(mix[0], None), mix[1]))
    for name, scores in found.items():
        f1 = [score.f1 for score in scores]
        yield (
            f"{size:>6}  {name:<24} {mean(each.precision for each in scores):9.3f} "
            f"{mean(each.recall for each in scores):7.3f} {mean(f1):6.3f} {min(f1):6.3f} "
            f"{mean(each.found for each in scores):7.1f}"
        )


def noised(texts: Sequence[Text], number: int) -> Iterator[Text]:
    """Draw texts with replacement; of each some words are left out, and some are of no other."""
    chance = random.Random(0)  # noqa: S311
    for n in range(number):
        text = chance.choice(texts)
        bags = text.profile
        kept = [word for word in bags.body.words if chance.random() > 0.2]
        lost = [f"noise{chance.randrange(20 * number)}" for _ in range(len(kept) // 10)]
        digest = sha256(f"{n}".encode()).hexdigest()
        profile = replace(bags, body=bag((*kept, *lost)))
        yield replace(text, file=digest, sha256=digest, digest=digest, profile=profile)


def speed(events: Sequence[Sequence[Text]], number: int, window: int) -> Iterator[str]:
    """Give the seconds that comparing and grouping so many texts take, and the memory."""
    texts = list(noised([text for event in events for text in event], number))
    begun = time.perf_counter()
    pairs = tuple(comparing.compare(texts, window))
    compared = time.perf_counter()
    groups = grouping.group(texts, pairs, window=window)
    done = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"{number:,} texts: compared in {compared - begun:.1f} s, {len(pairs):,} pairs,"
    yield f"grouped in {done - compared:.1f} s to {len(groups):,} groups; {memory:,.0f} MB at most"


def main() -> None:
    """Read the command line and measure."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", type=Path)
    parser.add_argument("--draws", type=int, default=8)
    parser.add_argument("--speed", type=int, metavar="TEXTS")
    standard: int = words.load("sorting")["grouping"]["window"]
    parser.add_argument("--window", type=int, default=standard)
    given = parser.parse_args()
    events = read(given.events)
    if given.speed:
        print(*speed(events, given.speed, given.window), sep="\n")
        return
    print(f"{'events':>6}  {'':<24} precision  recall     F1  worst   found")
    for size in (30, 75, len(events)):
        print(*drawn(events, size, given.draws, given.window), sep="\n")


if __name__ == "__main__":
    main()
