"""What a paragraph is, in any language, and how long."""

import re
from functools import lru_cache

from tellings.ingest.furniture.lines import is_teaser

__all__ = ["END", "PARAGRAPH", "letters", "paragraph"]

END = re.compile("[.!?…:\u3002\uff01\uff1f\u061f\u0964][\"”’'»)\\]\u300d\u300f]*$")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Characters that say as much as three letters."""

PARAGRAPH = 60
"""Letters of the shortest paragraph."""

UNENDED = 240
"""Letters that make a line a paragraph whatever it ends with."""


@lru_cache(maxsize=4096)
def paragraph(words: str) -> bool:
    """Tell whether a line is a paragraph, in any language."""
    size = letters(words)
    return size >= UNENDED or (
        size >= PARAGRAPH and bool(END.search(words)) and not is_teaser(words)
    )


def letters(words: str) -> int:
    """Count letters, the wide ones of East Asia as three."""
    return len(words) if words.isascii() else len(words) + 2 * len(WIDE.findall(words))
