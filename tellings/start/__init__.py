"""Starting out: a project's first files, and a new event's."""

from tellings.start.event import begin
from tellings.start.project import FIRST, WORKFLOW, Made, inside_another, make

__all__ = ["FIRST", "WORKFLOW", "Made", "begin", "inside_another", "make"]
