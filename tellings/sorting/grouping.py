"""Pairs → groups: average linkage, never across the window, never two standing events in one."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tellings.data import words
from tellings.sorting.comparing import UNIT, Pair
from tellings.sorting.texts import Text

__all__ = ["group"]


@dataclass(slots=True, kw_only=True)
class Cluster:
    """Texts that are taken together so far."""

    members: list[int]
    event: str | None = None
    first: int | None = None
    last: int | None = None
    version: int = 0
    links: dict[int, int] = field(default_factory=dict)
    """The sum of the likenesses to each other cluster."""


def group(
    texts: Sequence[Text], pairs: Iterable[Pair], *, window: int, cut: float | None = None
) -> tuple[tuple[int, ...], ...]:
    """Group texts by their places; each group and all of them in order."""
    settings = words.load("sorting")["grouping"]
    least = round((settings["cut"] if cut is None else cut) * UNIT)
    kept = tuple(pairs)
    clusters = _begun(texts, kept, round(settings["near_copy"] * UNIT), window)
    heap = [entry for at in sorted(clusters) for entry in _offers(clusters, at, least, later=True)]
    heapq.heapify(heap)
    while heap:
        _, one, other, *versions = heapq.heappop(heap)
        if one not in clusters or other not in clusters:
            continue
        if versions != [clusters[one].version, clusters[other].version]:
            continue
        if _may_join(clusters[one], clusters[other], window):
            _join(clusters, one, other)
            for entry in _offers(clusters, one, least):
                heapq.heappush(heap, entry)
    return tuple(sorted(tuple(sorted(each.members)) for each in clusters.values()))


def _begun(
    texts: Sequence[Text], pairs: Sequence[Pair], copy: int, window: int
) -> dict[int, Cluster]:
    """Begin with one cluster for each text, its copies with it, and one for each standing event."""
    clusters: dict[int, Cluster] = {}
    homes: dict[str, int] = {}
    for at, text in enumerate(texts):
        alone = Cluster(members=[at], event=text.event, first=text.day, last=text.day)
        home = at if text.event is None else homes.setdefault(text.event, at)
        if home == at:
            clusters[at] = alone
        else:
            _take_in(clusters[home], alone)
    at_home = {member: at for at, cluster in clusters.items() for member in cluster.members}
    for pair in pairs:
        ends = sorted((at_home[pair.one], at_home[pair.other]))
        one, other = clusters[ends[0]], clusters[ends[1]]
        if pair.words >= copy and one is not other and _may_join(one, other, window):
            _take_in(one, other)
            at_home.update(dict.fromkeys(other.members, ends[0]))
            del clusters[ends[1]]
    for pair in pairs:
        ends = sorted((at_home[pair.one], at_home[pair.other]))
        if ends[0] != ends[1]:
            for here, there in (ends, ends[::-1]):
                links = clusters[here].links
                links[there] = links.get(there, 0) + pair.likeness
    return clusters


def _offers(
    clusters: dict[int, Cluster], at: int, least: int, *, later: bool = False
) -> Iterator[tuple[float, int, int, int, int]]:
    """Name the clusters that one might be joined with, the most alike first on a heap."""
    here = clusters[at]
    for other, total in here.links.items():
        if later and other < at:
            continue
        average = total / _pairs_of(here, clusters[other])
        if average >= least:
            one, two = sorted((at, other))
            yield -average, one, two, clusters[one].version, clusters[two].version


def _pairs_of(one: Cluster, other: Cluster) -> int:
    """Count the pairs between two clusters, as far as each text has candidates for them."""
    sizes = sorted((len(one.members), len(other.members)))
    most: int = words.load("sorting")["index"]["candidates"]
    return sizes[0] * min(sizes[1], most)


def _may_join(one: Cluster, other: Cluster, window: int) -> bool:
    """Tell whether two clusters may be one event."""
    if one.event is not None and other.event is not None:
        return False
    firsts = [each.first for each in (one, other) if each.first is not None]
    lasts = [each.last for each in (one, other) if each.last is not None]
    if len(firsts) < 2:
        return True
    standing = (each for each in (one, other) if each.event is not None)
    spans = [last - first for each in standing for first, last in _days(each)]
    return max(lasts) - min(firsts) <= max(window, *spans, 0)


def _days(cluster: Cluster) -> Iterator[tuple[int, int]]:
    if cluster.first is not None and cluster.last is not None:
        yield cluster.first, cluster.last


def _take_in(one: Cluster, other: Cluster) -> None:
    one.members += other.members
    one.event = one.event if one.event is not None else other.event
    one.first = min((day for day in (one.first, other.first) if day is not None), default=None)
    one.last = max((day for day in (one.last, other.last) if day is not None), default=None)


def _join(clusters: dict[int, Cluster], one: int, other: int) -> None:
    """Let one cluster take in another, links and all."""
    here, gone = clusters[one], clusters.pop(other)
    _take_in(here, gone)
    here.version += 1
    here.links.pop(other, None)
    for third, total in gone.links.items():
        links = clusters[third].links if third != one else None
        if links is None:
            continue
        links.pop(other, None)
        here.links[third] = here.links.get(third, 0) + total
        links[one] = here.links[third]
