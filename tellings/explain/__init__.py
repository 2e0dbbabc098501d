"""What the tool holds about a passage, and the entries that would change it."""

from tellings.explain.entries import entries
from tellings.explain.facts import Fact, Held, explain

__all__ = ["Fact", "Held", "entries", "explain"]
