"""The editor's last word, put to what was found at each step."""

from tellings.analysis.correcting.claims import correct as claims
from tellings.analysis.correcting.differences import correct as differences
from tellings.analysis.correcting.found import Found
from tellings.analysis.correcting.log import log
from tellings.analysis.correcting.naming import correct_lineage as lineage
from tellings.analysis.correcting.naming import correct_names as names
from tellings.analysis.correcting.reading_order import correct_sections as sections
from tellings.analysis.correcting.reading_order import correct_summary as summary
from tellings.analysis.correcting.stances import correct_frames as frames
from tellings.analysis.correcting.stances import correct_stances as stances
from tellings.analysis.correcting.tellings import correct as telling

__all__ = [
    "Found",
    "claims",
    "differences",
    "frames",
    "lineage",
    "log",
    "names",
    "sections",
    "stances",
    "summary",
    "telling",
]
