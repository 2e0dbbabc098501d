"""What was found, as JSON for scripts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from tellings.sorting.proposing import Sorted
from tellings.sorting.writing import Written

__all__ = ["FORMAT", "as_json"]

FORMAT = "tellings.sort/1"


def as_json(found: Sorted, written: Sequence[Written] | None = None) -> str:
    """Write it with two spaces' indent; the order of keys and entries is stable."""
    whole: dict[str, Any] = {
        "format": FORMAT,
        "folder": found.folder,
        "window": found.window,
        "events": [asdict(each) for each in found.events],
        "alone": [_bare(asdict(each)) for each in found.alone],
        "known": [{"file": file, "event": slug} for file, slug in found.known],
        "unread": [
            {"file": each.path, "message": each.message, "hint": each.hint} for each in found.unread
        ],
    }
    if written is not None:
        whole["filed"] = [
            {
                "event": event.slug,
                "made": event.made,
                "sources": [
                    {"file": each.raw, "source": each.path, "status": each.status}
                    for each in event.filed
                ],
                "problems": [
                    {"file": each.path, "message": each.message} for each in event.problems
                ],
            }
            for event in written
        ]
    # In ASCII: what an output's encoding lacks would else be lost.
    return json.dumps(whole, indent=2)


def _bare(member: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what a text that fits nowhere has not."""
    return {key: value for key, value in member.items() if key != "reason"}
