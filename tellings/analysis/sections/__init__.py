"""The order and the headings in which claims are read."""

from tellings.analysis.sections.arranging import arrange

__all__ = ["arrange"]
