"""Drawings of a digest, in whole numbers: its timeline, its coverage, its lineage."""

from tellings.render.charts.coverage import Cell, coverage
from tellings.render.charts.lineage import NODES, Tie, lineage
from tellings.render.charts.timeline import Lane, Stretch, timeline

__all__ = ["NODES", "Cell", "Lane", "Stretch", "Tie", "coverage", "lineage", "timeline"]
