"""What the tool holds about a passage, and the entries that would change it."""

from tellings.explain.entries import entries, of_cell
from tellings.explain.facts import Fact, Held, explain, held

__all__ = ["Fact", "Held", "entries", "explain", "held", "of_cell"]
