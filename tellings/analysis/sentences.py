"""A source cut into sentences: nupunkt's verdict, and newsroom rules where they know better."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from tellings.data import words
from tellings.model.document import Document, Sentence
from tellings.model.source import Source
from tellings.model.span import Span

__all__ = ["split"]

STOP = re.compile(
    r"""
    (?P<mark>\.(?:\s\.){2,}|[.!?…]+(?:\s\.{3,}|\s…)?)
    (?P<closers>(?:''|[”"’'»)\]])*)
    (?P<gap>\s*)(?=\S)
    """,
    re.VERBOSE,
)
LAST_WORD = re.compile(r"[^\s“”\"«»()\[\]…—]*$")
MARKER = re.compile(r"\s*[^\w\s]*\s*(?:\d{1,3}|[a-zA-Z])\.\)?")
OPENING = "“\"‘'«([`„"
LETTERED = re.compile(r"[a-z]{4,}|[a-z’']*[a-z]{3,}|\d+(?:st|nd|rd|th)?|.*[a-z]{3,}", re.IGNORECASE)
DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
GLUED = re.compile(r"(?!(?:Com|Org|Net|Gov|Edu|Tv)\b)[A-Z][a-z’']*[.,]?\s")
SPEAKING = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*|the|a|an|one|another|his|her|their|of|[a-z]+),? ){1,6}?"
    r"(?:said|says|asked|asks|told|wrote|added|shouted|cried|replied|chanted|demanded|tweeted)\b"
)


def split(source: Source) -> Document:
    """Cut a source's text into sentences; every word of the text falls into exactly one."""
    seen: Counter[str] = Counter()
    found: list[Sentence] = []
    for paragraph, block in enumerate(source.blocks):
        whole = block.part in {"title", "subhead"}
        for start, end in _pieces(block.span.of(source.text), whole=whole):
            span = Span(block.span.start + start, block.span.start + end)
            id_ = _id(span.of(source.text))
            seen[id_] += 1
            found.append(
                Sentence(
                    id=id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}",
                    source=source.id,
                    span=span,
                    part=block.part,
                    paragraph=paragraph,
                )
            )
    return Document(source=source, sentences=tuple(found))


def _id(text: str) -> str:
    return "s-" + hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:6]


def _pieces(text: str, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Give the ends of each sentence of a block, white space trimmed."""
    cuts = () if whole else tuple(_cuts(text))
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        piece = text[start:end]
        if trimmed := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(trimmed)


def _cuts(text: str) -> Iterator[int]:
    stops = tuple(STOP.finditer(text))
    if not stops:
        return
    likely = _likely(text)
    for stop in stops:
        verdict = _verdict(stop, text)
        if verdict is None:
            verdict = any(at in likely for at in range(stop.end("mark"), stop.end() + 1))
        if verdict:
            yield stop.end("closers")


def _likely(text: str) -> frozenset[int]:
    """Ask nupunkt where sentences end."""
    # Its model takes a while to import: a build with nothing to do must not pay for it.
    import nupunkt  # noqa: PLC0415

    return frozenset(end for _, end in nupunkt.sent_spans(text))


def _verdict(stop: re.Match[str], text: str) -> bool | None:
    """Tell whether a sentence ends at a stop: yes, no, or None where no rule knows."""
    rest = text[stop.end() :]
    if not stop["gap"]:
        return _glued(stop, rest)
    head = rest.lstrip(OPENING)
    quoted = rest[0] in OPENING.replace("(", "").replace("[", "")
    if not head or head[0] in "-–—" or (head[0].islower() and not quoted):
        return False
    if MARKER.fullmatch(text[: stop.end("closers")]):
        return False
    if not stop["closers"] and _outcry(stop, rest):
        return False
    if stop["mark"].strip(". ") or len(stop["mark"]) > 1:
        return _exclaimed(stop, rest)
    return _full_stop(stop, head, opened=quoted)


def _outcry(stop: re.Match[str], rest: str) -> bool:
    """Read “chanting “Out! Now!” as …”: tell whether a mark stands in a cry inside a sentence."""
    if stop["mark"][-1] not in "!?":
        return False
    return bool(
        re.match(r"[\w’' ]{1,30}[.!?,]*[\"”]\s+[a-z]", rest)
        and re.search(r"\w\s[\"“][\w’' ]{1,30}[!?]$", stop.string[: stop.end("mark")])
    )


def _word(stop: re.Match[str]) -> str:
    """Give the word before a stop, an abbreviation with its inner dots."""
    found = LAST_WORD.search(stop.string, 0, stop.start("mark"))
    return found.group().lstrip("'‘’`-–/") if found else ""


def _glued(stop: re.Match[str], rest: str) -> bool:
    """Judge a stop without a space after it: “… in Washington.The minister …”."""
    word = _word(stop)
    return bool(
        (stop["closers"] or re.fullmatch(r"[A-Z]?[a-z]{3,}", word))
        and GLUED.match(rest)
        and word.lower() not in words.load("abbreviations")["before_name"]
    )


def _exclaimed(stop: re.Match[str], rest: str) -> bool:
    """Judge a question mark, an exclamation mark or an ellipsis."""
    if _word(stop) + stop["mark"] in words.load("abbreviations")["marked_names"]:
        return False
    return not (stop["closers"] and SPEAKING.match(rest))


def _full_stop(stop: re.Match[str], head: str, *, opened: bool) -> bool | None:
    lists = words.load("abbreviations")
    word = _word(stop).lower()
    following = re.match(r"\w+", head)
    opens = opened or bool(following and following.group() in lists["openers"])
    if not word or stop["closers"].strip("'’"):
        return True
    if word in lists["before_number"] and head[0].isdigit():
        return False
    if word in lists["before_name"]:
        return False
    if len(word) == 1 and word.isalpha():
        before = stop.string[: stop.start("mark") - 1].split()
        return opens and not (before and before[-1][0].isupper())
    if word in lists["may_end"] or DOTTED.fullmatch(word):
        return opens or (None if head[0].isupper() and word in {"a.m", "p.m"} else False)
    return True if LETTERED.fullmatch(word) else None
