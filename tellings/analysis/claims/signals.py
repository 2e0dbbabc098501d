"""What speaks for and against two sentences telling the same thing."""

from tellings.analysis.claims.traits import Traits
from tellings.analysis.numbers.comparing import agree, comparable
from tellings.analysis.similarity import Link
from tellings.analysis.wording import Word

__all__ = ["Signals", "own_signals"]

Signals = dict[str, float]

RARE = 3
"""A stem that at most this many sentences hold is rare."""


def own_signals(one: Traits, other: Traits, link: Link, spread: dict[Word, int]) -> Signals:
    """Give the signals of a pair that its own words decide; `spread` counts sentences by stem."""
    return (
        word_signals(one, other, spread)
        | number_signals(one, other)
        | count_signals(one, other)
        | place_signals(one, other)
        | {"letters": link.lexical, "sense": link.sense}
    )


def word_signals(one: Traits, other: Traits, spread: dict[Word, int]) -> Signals:
    """Compare words, clauses and names."""
    shared = sorted(one.bag & other.bag)
    mass = sum(one.mass[stem] for stem in shared)
    least, most = sorted(mass / max(1e-9, sum(t.mass.values())) for t in (one, other))
    inside = sorted((clause_inside(one, other), clause_inside(other, one)))
    named = one.names & other.names
    return {
        "words": sum(one.weight[stem] * other.weight[stem] for stem in shared),
        "held_least": least,
        "held_most": most,
        "clauses": clause_likeness(one, other),
        "clause_held_least": inside[0],
        "clause_held_most": inside[1],
        "rare": float(sum(1 for stem in shared if spread[stem] <= RARE)),
        "shared_mass": mass,
        "rarest": max((one.mass[stem] for stem in shared), default=0.0),
        "word_pairs": ratio(one.pairs, other.pairs),
        "run": float(longest_run(one.stems, other.stems)),
        "names_shared": sum(one.mass.get(name, 1.0) for name in sorted(named)),
        "names_clash": float(bool(one.names and other.names and not named)),
        "quoted": ratio(one.quoted, other.quoted),
        "negation_both": float(one.negated and other.negated),
        "negation_differs": float(one.negated != other.negated),
    }


def number_signals(one: Traits, other: Traits) -> Signals:
    """Compare numbers and what stands near them, days and years."""
    slots = {stem for _, stem in one.slots} & {stem for _, stem in other.slots}
    both = bool(one.numbers and other.numbers)
    agree = bool(one.numbers & other.numbers)
    return {
        "numbers_shared": float(len(one.numbers & other.numbers)),
        "numbers_both": float(both),
        "numbers_clash": float(both and not agree),
        "slot_agrees": float(len(one.slots & other.slots)),
        "slot_shared": float(len(slots)),
        "days": float(len(one.days & other.days)),
        "years_shared": float(bool(one.years & other.years)),
        "years_clash": float(bool(one.years and other.years and not one.years & other.years)),
    }


def count_signals(one: Traits, other: Traits) -> Signals:
    """Compare what is counted, and the days that are named."""
    found = [agree(a, b) for a in one.counted for b in other.counted if comparable(a, b)]
    both = bool(one.counted and other.counted)
    measures = {a.measure for a in one.counted} & {b.measure for b in other.counted}
    dated = bool(one.dated and other.dated)
    return {
        "counts_agree": float(sum(1 for verdict in found if verdict != "clash")),
        "counts_clash": float(bool(found) and all(verdict == "clash" for verdict in found)),
        "counts_apart": float(both and bool(measures) and not found),
        "measures_apart": float(both and not measures),
        "dates_shared": float(len(one.dated & other.dated)),
        "dates_clash": float(dated and not one.dated & other.dated),
    }


def place_signals(one: Traits, other: Traits) -> Signals:
    """Compare places in the texts and lengths."""
    return {
        "place_differs": abs(one.where.place - other.where.place),
        "place_first": min(one.where.place, other.where.place),
        "place_last": max(one.where.place, other.where.place),
        "title": float(one.where.title or other.where.title),
        "lead_both": float(one.where.lead and other.where.lead),
        "length_least": float(min(one.length, other.length)),
        "length_most": float(max(one.length, other.length)),
        "clause_count": float((len(one.parts) + len(other.parts)) / 2),
    }


def clause_likeness(one: Traits, other: Traits) -> float:
    """Give the highest share of rare words that any two clauses have in common."""
    return max((jaccard(a, b, one, other) for a in one.parts for b in other.parts), default=0.0)


def jaccard(a: frozenset[Word], b: frozenset[Word], one: Traits, other: Traits) -> float:
    """Weigh the words of two clauses that both have by the words that either has."""
    common = a & b
    if not common:
        return 0.0
    either = sum(one.mass[s] for s in sorted(a)) + sum(other.mass[s] for s in sorted(b - a))
    return sum(one.mass[s] for s in sorted(common)) / either


def clause_inside(one: Traits, other: Traits) -> float:
    """Give the highest share of a clause of the one that the other holds, three words at least."""
    held = [0.0]
    for part in one.parts:
        shared = part & other.bag
        if len(shared) >= 2:
            whole = sum(one.mass[stem] for stem in sorted(part))
            held.append(sum(one.mass[stem] for stem in sorted(shared)) / max(whole, 8.0))
    return max(held)


def ratio(one: frozenset[tuple[Word, Word]], other: frozenset[tuple[Word, Word]]) -> float:
    """Give the share of the smaller set that both hold."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def longest_run(one: tuple[Word, ...], other: tuple[Word, ...]) -> int:
    """Count the longest run of stems that both have."""
    best, before = 0, [0] * (len(other) + 1)
    for stem in one:
        row = [0] * (len(other) + 1)
        for at, match in enumerate(other):
            if stem == match:
                row[at + 1] = before[at] + 1
        best = max(best, *row)
        before = row
    return best
