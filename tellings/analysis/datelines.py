"""Datelines: where a report was filed and by whom, before its first sentence."""

import re

__all__ = ["end_of"]

DATELINE = re.compile(
    r"(?P<place>(?:[A-Z][\w.’'-]*,?\s+(?:\w[\w.’'-]*,?\s+){0,4})?)\((?P<agency>[A-Z][\w .]{1,30})\)"
    r"\s*[–—-]*\s*(?=[“\"A-Z])"
    r"|[A-Z]{3,}+(?:[., ]|[A-Z][a-z.]*+)*\s[–—-]{1,2}\s+(?=[“\"A-Z])"
    # Without blanks a place of three letters would be the name of a body: “NATO—Europe’s …”.
    r"|[A-Z]{5,}+(?:[., ]|[A-Z][a-z.]*+)*+[–—](?=[“\"A-Z])"
)


def end_of(words: str) -> int:
    """Give the offset at which a sentence begins behind its dateline; 0 where it has none.

    Brackets that give the short form of the name before them make no dateline.
    """
    found = DATELINE.match(words)
    if found is None:
        return 0
    named = found["agency"]
    initials = "".join(word[0] for word in (found["place"] or "").split())
    return 0 if named and initials and initials.endswith(named) else found.end()
