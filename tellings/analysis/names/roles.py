"""What a text says that a person is, in its own words."""

import re
from collections.abc import Iterator, Sequence

from tellings.analysis.names.beside import SPEAKING
from tellings.analysis.names.capitals import Run, bag, fold, role_in
from tellings.analysis.names.hearing import Heard, in_order
from tellings.analysis.wording import stop_words
from tellings.model.span import Passage, Span

__all__ = ["printed_roles"]

BACK = re.compile(r"((?:[^\W\d_][\w’'-]*[ ]){1,4})$")
APPOSED = re.compile(
    r",? (?:\(|(?:aged )?\d{1,2}, )?((?:the|an?|his|her|its) (?:(?:[A-Z]\.)+|[^,;:.()—–]){3,80})"
)
BROKEN = re.compile(r" (?:who|which|that|and|but|as|when|while|after|before|said|says|told)\b")
NOT_BEFORE = bag(
    "said says told tells added with by to and or of for from that when while but as"
) | {
    "“",
}
MOST_WORDS = 9


def printed_roles(group: Sequence[Heard], texts: dict[str, str]) -> tuple[Passage, ...]:
    """Give each role that stands beside a name, once per text, in text order."""
    found: dict[tuple[str, str], Passage] = {}
    for one in sorted(group, key=lambda one: in_order(one.passage)):
        text = texts[one.passage.source]
        for span in (*_before(text, one), *_after(text, one.run)):
            words = fold(span.of(text))
            found.setdefault((one.passage.source, words), span.within(one.passage.source))
    return tuple(found.values())


def _before(text: str, one: Heard) -> Iterator[Span]:
    """“Mayor”, “Foreign Minister”, “union leader”: the words before a name, roles among them."""
    run = one.run
    titles = run.words[: len(run.words) - len(one.words)]
    start, end = run.span.start, run.span.start
    if titles:
        end = run.span.start + text[run.span.start : run.span.end].rfind(one.words[0])
        end = start + len(text[start:end].rstrip())
    # What stands before “Mayor Lind” in small letters is a verb as often as not.
    for word in () if titles else _words_before(text, run):
        lower = fold(word)
        if (
            lower in stop_words()
            or lower in SPEAKING
            or lower.endswith(("ed", "ing", "ly", "-old"))
        ):
            break
        if end == run.span.start:
            if role_in(word) is None:
                break
            end -= 1
        start -= len(word) + 1
    said = text[start:end].split()
    # A counterpart is somebody's, and whose stands elsewhere.
    if any(role_in(word) for word in said) and fold(said[-1]) != "counterpart":
        yield Span(start, end)


def _words_before(text: str, run: Run) -> Sequence[str]:
    """Give up to four words before a name, the nearest first."""
    start = run.span.start
    pieces = text[max(run.sentence.span.start, start - 60) : start].split(" ")
    back = BACK.search(" ".join(pieces[-5:]))
    return back.group(1).split(" ")[-2::-1] if back else ()


def _after(text: str, run: Run) -> Iterator[Span]:
    """“, the mayor of Saltmere,”: the apposition after a name, when it begins with a role."""
    found = APPOSED.match(text, run.span.end, run.sentence.span.end)
    if found is None:
        return
    words = BROKEN.split(found.group(1))[0].rstrip()
    said = words.split()
    head = next(
        (at for at, w in enumerate(said) if fold(w) in {"of", "for", "at", "in", "from"}), len(said)
    )
    if len(said) <= MOST_WORDS and head and role_in(said[head - 1].strip("’'”\"")):
        yield Span(found.start(1), found.start(1) + len(words))
