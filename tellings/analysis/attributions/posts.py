"""Paragraphs that are somebody's words without marks: posts that a page embeds, transcripts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tellings.analysis.attributions.tokens import listed
from tellings.analysis.names.people import People
from tellings.model.document import Document
from tellings.model.findings import Attribution
from tellings.model.source import Block
from tellings.model.span import Span

__all__ = ["posted"]

Match = re.Match[str]
HANDLE = r"\(@\w{2,30}\)"
NAMED = re.compile(
    rf"(?P<name>[^\W\d_][^()@\n]{{1,60}}?) {HANDLE}:? +(?P<said>[^a-z\s(].+)", re.DOTALL
)
"""“Mara Lind (@maralind) We wait.”; small letters go on with a sentence about the writer."""

SIGNED = re.compile(
    rf"(?P<said>.+?(?<! )) *+(?:--|[—–]) *(?P<name>[^()@\n—–]{{2,60}}?) {HANDLE}"
    r"(?: +[A-Z][a-z]+\.? \d{1,2}, \d{4})?",
    re.DOTALL,
)
"""“We wait. — Mara Lind (@maralind) March 4, 2026”."""

TURN = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}): (?P<said>[^a-z\d\s].*)", re.DOTALL
)
"""“LIND: We wait.”, “Q: When?”: whose turn it is in a transcript."""

ASKED = frozenset(["q", "a", "question", "answer"])


def posted(document: Document, people: People) -> tuple[Attribution, ...]:
    """Give what posts and turns of a transcript say, sentence by sentence."""
    text = document.source.text
    blocks = [block for block in document.source.blocks if block.part == "body"]
    found = [*_posts(text, blocks)] if "(@" in text else []
    return tuple(
        said
        for block, match in [*found, *_turns(text, blocks, people)]
        for said in _told(document, people, block, match)
    )


def _posts(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, Match]]:
    for block in blocks:
        words = block.span.of(text)
        if (match := SIGNED.fullmatch(words) or NAMED.fullmatch(words)) is not None:
            yield block, match


def _turns(text: str, blocks: Sequence[Block], people: People) -> list[tuple[Block, Match]]:
    """Give the turns of a transcript, if there are several people's and one is known."""
    found = [
        (block, match)
        for block in blocks
        if (match := TURN.fullmatch(block.span.of(text))) and _speaks(match["name"], people)
    ]
    turns = Counter(match["name"] for _, match in found)
    known = any(name.lower() in ASKED or people.named(name) for name in turns)
    # A list gives each name once: “Mara Lind: 12 votes”.
    plain = all(name.isupper() for name in turns) or sum(n > 1 for n in turns.values()) > 1
    return found if len(turns) > 1 and known and plain else []


def _speaks(label: str, people: People) -> bool:
    """Tell somebody's name or capitals from “WATCH:” and the like."""
    if label.lower() in listed("cues", "labels"):
        return False
    return label.isupper() or label.lower() in ASKED or people.named(label) is not None


def _told(document: Document, people: People, block: Block, match: Match) -> Iterator[Attribution]:
    """Give what a paragraph holds as its writer's or speaker's."""
    source, begin = document.source, block.span.start
    at, said = (Span(begin + match.start(key), begin + match.end(key)) for key in ("name", "said"))
    person = people.named(match["name"])
    name = None if match["name"].lower() in ASKED else match["name"]
    for sentence in document.sentences:
        start, end = max(sentence.span.start, said.start), min(sentence.span.end, said.end)
        if start < end:
            yield Attribution(
                content=Span(start, end).within(source.id),
                kind="direct",
                speaker=person.name if person else name,
                speaker_at=at.within(source.id) if name and sentence.span.holds(at) else None,
            )
