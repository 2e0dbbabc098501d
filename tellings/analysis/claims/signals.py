"""What speaks for and against two sentences telling the same thing."""

import math
from collections import Counter

import numpy as np

from tellings.analysis.claims import counts
from tellings.analysis.claims.bags import Bags, Columns, Flags, Floats, Ints, highest, total
from tellings.analysis.claims.pieces import Pieces
from tellings.analysis.claims.traits import Traits
from tellings.analysis.wording import Word

__all__ = ["Sentences"]

RARE = 3
"""A stem that at most this many sentences hold is rare."""


class Sentences:
    """The sentences of an event side by side: what their own words say for and against pairs."""

    def __init__(
        self, traits: tuple[Traits, ...], idf: dict[Word, float], spread: dict[Word, int]
    ) -> None:
        """Lay the sentences side by side; `spread` counts sentences by stem."""
        self.traits = traits
        self.stems = Bags([trait.bag for trait in traits])
        stems = [str(stem) for stem in self.stems.things]
        self.rarity = np.array([idf[stem] for stem in stems], dtype=np.float64)
        self.rare = np.array([spread.get(stem, 0) <= RARE for stem in stems], dtype=np.float64)
        self.mass = self.rarity[self.stems.values]
        self.row: Ints = np.repeat(np.arange(len(traits)), self.stems.sizes)
        self.whole = np.maximum(1e-9, total(self.row, self.mass, len(traits)))
        self.weight = self.weights(stems)
        self.pieces = Pieces(traits, idf)
        self.pairs = Bags([trait.pairs for trait in traits])
        self.quoted = Bags([trait.quoted for trait in traits])
        self.names = Bags([trait.names for trait in traits])
        self.named = self.naming(idf)
        self.numbers = Bags([trait.numbers for trait in traits])
        self.slots = Bags([trait.slots for trait in traits])
        self.near = Bags([{stem for _, stem in trait.slots} for trait in traits])
        self.days = Bags([trait.days for trait in traits])
        self.years = Bags([trait.years for trait in traits])
        self.dated = Bags([trait.dated for trait in traits])
        self.negated = np.array([trait.negated for trait in traits])

    def weights(self, stems: list[Word]) -> Floats:
        """Weigh each sentence's stems by TF-IDF, of unit length."""
        times = np.array(
            [
                1 + math.log(count)
                for trait in self.traits
                for _, count in sorted(Counter(trait.stems).items())
            ]
        )
        weight = times * self.mass
        norm = np.sqrt(total(self.row, weight * weight, len(self.traits)))
        return weight / np.where(norm, norm, 1.0)[self.row]

    def naming(self, idf: dict[Word, float]) -> Floats:
        """Weigh the names of each sentence by rarity, those that are no stems of it by 1."""
        return np.array(
            [
                idf[name] if name in trait.bag else 1.0
                for trait in self.traits
                for name in sorted(trait.names)
            ]
        )

    def signals(self, one: Ints, other: Ints) -> Columns:
        """Give the signals of pairs that their own words decide."""
        return (
            self.in_words(one, other)
            | self.in_names(one, other)
            | self.in_numbers(one, other)
            | counts.signals(self.traits, one, other)
            | self.in_dates(one, other)
            | self.in_place(one, other)
        )

    def in_words(self, one: Ints, other: Ints) -> Columns:
        """Compare words and clauses."""
        count = len(one)
        shared = self.stems.shared(one, other)
        pair, here, there = shared
        mass = total(pair, self.mass[here], count)
        left, right = mass / self.whole[one], mass / self.whole[other]
        clauses, inside_least, inside_most = self.pieces.clauses(shared, self.mass, one, other)
        return {
            "words": total(pair, self.weight[here] * self.weight[there], count),
            "held_least": np.minimum(left, right),
            "held_most": np.maximum(left, right),
            "rare": total(pair, self.rare[self.stems.values[here]], count),
            "shared_mass": mass,
            "rarest": highest(pair, self.mass[here], count),
            "clauses": clauses,
            "clause_held_least": inside_least,
            "clause_held_most": inside_most,
            "word_pairs": ratio(self.pairs, one, other),
            "run": self.pieces.longest_runs(shared, one, other),
        }

    def in_names(self, one: Ints, other: Ints) -> Columns:
        """Compare names, quoted words and negation."""
        pair, here, _ = self.names.shared(one, other)
        none = np.bincount(pair, minlength=len(one)) == 0
        left, right = self.negated[one], self.negated[other]
        return {
            "names_shared": total(pair, self.named[here], len(one)),
            "names_clash": as_signal(self.names.both(one, other) & none),
            "quoted": ratio(self.quoted, one, other),
            "negation_both": as_signal(left & right),
            "negation_differs": as_signal(left != right),
        }

    def in_numbers(self, one: Ints, other: Ints) -> Columns:
        """Compare numbers and what stands near them."""
        both, same = self.numbers.both(one, other), self.numbers.count(one, other)
        return {
            "numbers_shared": same,
            "numbers_both": as_signal(both),
            "numbers_clash": as_signal(both & (same == 0)),
            "slot_agrees": self.slots.count(one, other),
            "slot_shared": self.near.count(one, other),
        }

    def in_dates(self, one: Ints, other: Ints) -> Columns:
        """Compare the days and years that are named."""
        years, dates = self.years.count(one, other), self.dated.count(one, other)
        return {
            "days": self.days.count(one, other),
            "years_shared": as_signal(years > 0),
            "years_clash": as_signal(self.years.both(one, other) & (years == 0)),
            "dates_shared": dates,
            "dates_clash": as_signal(self.dated.both(one, other) & (dates == 0)),
        }

    def in_place(self, one: Ints, other: Ints) -> Columns:
        """Compare places in the texts and lengths."""
        place = np.array([trait.where.place for trait in self.traits])
        title = np.array([trait.where.title for trait in self.traits])
        lead = np.array([trait.where.lead for trait in self.traits])
        length = np.array([trait.length for trait in self.traits], dtype=np.float64)
        parts = np.array([len(trait.parts) for trait in self.traits], dtype=np.float64)
        return {
            "place_differs": np.abs(place[one] - place[other]),
            "place_first": np.minimum(place[one], place[other]),
            "place_last": np.maximum(place[one], place[other]),
            "title": as_signal(title[one] | title[other]),
            "lead_both": as_signal(lead[one] & lead[other]),
            "length_least": np.minimum(length[one], length[other]),
            "length_most": np.maximum(length[one], length[other]),
            "clause_count": (parts[one] + parts[other]) / 2,
        }


def as_signal(flags: Flags) -> Floats:
    """Give 1 where something holds, else 0."""
    return flags.astype(np.float64)


def ratio(bags: Bags, one: Ints, other: Ints) -> Floats:
    """Give the share of the smaller set that both hold."""
    least = np.minimum(bags.sizes[one], bags.sizes[other])
    shared: Floats = bags.count(one, other) / np.maximum(least, 1)
    return shared
