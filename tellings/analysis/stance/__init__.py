"""How a text speaks of a target."""

from tellings.analysis.stance.appraisal import judgements
from tellings.analysis.stance.judging import judge

__all__ = ["judge", "judgements"]
