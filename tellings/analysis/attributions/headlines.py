"""Headlines that name a speaker beside a colon or a dash."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tellings.analysis.attributions.phrases import covering
from tellings.analysis.attributions.saying import Saying, Tokens, given
from tellings.analysis.attributions.tokens import Token, listed

__all__ = ["PARTING", "headline"]

PARTING = frozenset([":", "–", "—", "--", "-"])


def headline(tokens: Tokens, known: Callable[[str], object]) -> Iterator[Saying]:
    """Read “Sheriff: two hurt”, “Two hurt: sheriff”, “Two hurt – sheriff”."""
    marks = [at for at, token in enumerate(tokens) if token.text in PARTING]
    if not marks:
        return
    first, last, end = marks[0], marks[-1], len(tokens)
    led = tokens[first].text == ":" and 0 < first <= 5 and _speaks(tokens[:first], known)
    if led:
        found = given(tokens, first, covering(tokens, (0, first)), "headline", (first + 1, end))
    elif 1 <= end - last - 1 <= 4 and _signs(tokens, last, known):
        found = given(tokens, last, covering(tokens, (last + 1, end)), "headline", (0, last))
    else:
        return
    yield replace(found, rule="headline")


def _signs(tokens: Tokens, mark: int, known: Callable[[str], object]) -> bool:
    """Tell whether a headline's end names who says it; after a dash, letters are a site's name."""
    letters = tokens[mark].text != ":" and tokens[-1].text.isupper()
    return not letters and _speaks(tokens[mark + 1 :], known)


def _speaks(tokens: Sequence[Token], known: Callable[[str], object]) -> bool:
    """Tell whether words beside a headline's colon are somebody."""
    if any(token.kind != "word" for token in tokens):
        return False
    labels = listed("cues", "labels")
    if " ".join(t.text.lower() for t in tokens) in labels or tokens[0].lower in labels:
        return False
    if known(" ".join(token.text for token in tokens)) is not None:
        return True
    last: Token = tokens[-1]
    roles, groups = listed("titles", "roles"), listed("titles", "groups")
    return (
        last.lower in roles | groups
        or last.lower.removesuffix("s") in roles
        or (last.text.isupper() and 2 <= len(last.text) <= 5)
    )
