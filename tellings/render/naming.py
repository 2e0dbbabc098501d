"""Who in the register of names a speaker is, whatever each text calls them."""

from collections import defaultdict
from collections.abc import Mapping

from tellings.model.digest import Digest
from tellings.model.findings import Name

__all__ = ["Called", "speakers"]

Called = tuple[str, str]
"""A source and what it calls a speaker."""


def speakers(digest: Digest) -> Mapping[Called, Name]:
    """Find the one person of the register that each text's name of a speaker means."""
    forms: dict[str, list[Name]] = defaultdict(list)
    for name in digest.names:
        if name.kind == "person":
            for form in (name.name, *name.variants):
                forms[form].append(name)
    found: dict[Called, Name] = {}
    for telling in digest.tellings:
        for speaker in {one.speaker for one in telling.attributions if one.speaker}:
            here = [
                name
                for name in forms.get(speaker, ())
                if any(place.source == telling.id for place in name.mentions)
            ]
            if len(here) == 1:
                found[telling.id, speaker] = here[0]
    return found
