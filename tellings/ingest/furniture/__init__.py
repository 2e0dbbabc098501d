"""Which parts of a raw file are the article, and which are web furniture of which kind."""

from tellings.ingest.furniture.explained import explained
from tellings.ingest.furniture.labelling import PARTED, RULES, label, removals

__all__ = ["PARTED", "RULES", "explained", "label", "removals"]
