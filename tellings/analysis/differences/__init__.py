"""What the mentions of one claim say differently."""

from tellings.analysis.differences.finding import find

__all__ = ["find"]
