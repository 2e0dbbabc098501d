"""From a pile of texts to events: what is found in a folder, grouped, and filed where asked."""

from tellings.sorting.proposing import Member, Proposal, Reason, Sorted
from tellings.sorting.sorting import sort

__all__ = ["Member", "Proposal", "Reason", "Sorted", "sort"]
