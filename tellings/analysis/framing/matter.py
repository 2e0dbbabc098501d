"""What an event is about, and whether a term is said of it."""

import math
from collections import Counter

from tellings.analysis.wording import content
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["amid", "before", "beside", "matter"]

HEAD = 3
"""How many sentences below the title tell what a text is about."""

NEAR = 25
"""How many characters on either side of a term are beside it."""

TOGETHER = 3
"""How many words of the matter a sentence holds that tells of the event."""


def matter(tellings: tuple[Telling, ...]) -> frozenset[str]:
    """Give the stems that the heads of half of the texts share, of two at least.

    A text that is alone says by its title what it is about.
    """
    counts: Counter[str] = Counter()
    for telling in tellings:
        counts.update(_head(telling, HEAD if len(tellings) > 1 else 0))
    least = max(min(2, len(tellings)), math.ceil(len(tellings) / 2))
    return frozenset(word for word, texts in counts.items() if texts >= least)


def _head(telling: Telling, below: int) -> set[str]:
    body = [one for one in telling.document.sentences if one.part == "body"][:below]
    heads = [one for one in telling.document.sentences if one.part in ("title", "standfirst")]
    return {word for one in (*heads, *body) for word in content(one.span.of(telling.text))}


def beside(telling: Telling, sentence: Sentence, span: Span, about: frozenset[str]) -> bool:
    """Tell whether a term stands in a title or beside a word of the matter."""
    if sentence.part in ("title", "standfirst"):
        return True
    before = telling.text[max(sentence.span.start, span.start - NEAR) : span.start]
    after = telling.text[span.end : min(sentence.span.end, span.end + NEAR)]
    return not about.isdisjoint((*content(before), *content(after)))


def before(telling: Telling, sentence: Sentence, span: Span, about: frozenset[str]) -> bool:
    """Tell whether a term stands in a title or right before a word of the matter."""
    after = telling.text[span.end : min(sentence.span.end, span.end + NEAR)]
    return sentence.part in ("title", "standfirst") or not about.isdisjoint(content(after))


def amid(telling: Telling, sentence: Sentence, span: Span, about: frozenset[str]) -> bool:
    """Tell whether the rest of a term's sentence is full of the matter."""
    words = set(content(sentence.span.of(telling.text))) - set(content(span.of(telling.text)))
    return len(words & about) >= TOGETHER
