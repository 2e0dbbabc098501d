"""Who is given as saying what: content, cue and speaker (PARC 3.0's terms)."""

from tellings.analysis.attributions.finding import find

__all__ = ["find"]
