"""Starting out: a project's first files, and a new event's."""

from tellings.start.event import begin
from tellings.start.project import FIRST, Made, make

__all__ = ["FIRST", "Made", "begin", "make"]
