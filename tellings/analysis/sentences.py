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
    (?P<mark>(?<!\.\s)(?:\.(?:\s\.){2,}+|[.!?…]++(?!(?:\s\.){2,})(?:\s\.{3,}+|\s…)?))
    (?P<closers>(?:''|[”"’'»)\]]|\[\d{1,3}\])*)
    (?P<gap>\s*)(?=\S)
    """,
    re.VERBOSE,
)
LAST_WORD = re.compile(r"[^\s“”\"«»()\[\]…—]*$")
MARKER = re.compile(r"\s*+(?:[^\w\s]++\s*+)?(?:\d{1,3}|[a-zA-Z])\.\)?")
GLUE = re.compile(r"(?:(?<=[a-z]{3})|(?<=\d{3}))\.(?=[A-Z][a-z]*$)")
ASIDE = re.compile(r"[(\[][^()\[\].!?…]+[)\]]\.(?!\w)")
AT_A_TIME = re.compile(
    r"(?:^\W*|\b(?:that|when|while|but|and|because) )"
    r"(?:(?:on|at|by|around|about|from|until|before|after|since|shortly|just|it was|\w+day|"
    r"(?:the )?(?:morning|afternoon|evening|night)(?: of)?) )+\d[\d:.]* ?[ap]\.?m\.$",
    re.IGNORECASE,
)
NEAR = 60
"""Characters before a stop that rules look back on."""

MARKED_NAME = re.compile(r"\b(?:at|by|for|from|in|of|on|to|with|the) [A-Z]\w+!$")
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
    begin = 0
    likely: frozenset[int] | None = None
    for stop in stops:
        verdict = _verdict(stop, text, begin)
        if verdict is None:
            likely = _likely(text) if likely is None else likely
            verdict = any(at in likely for at in range(stop.end("mark"), stop.end() + 1))
        if verdict:
            begin = stop.end("closers")
            yield begin


def _likely(text: str) -> frozenset[int]:
    """Ask nupunkt where sentences end."""
    # Its model takes a while to import: a build with nothing to do must not pay for it.
    import nupunkt  # noqa: PLC0415

    return frozenset(end for _, end in nupunkt.sent_spans(text))


def _verdict(stop: re.Match[str], text: str, begin: int) -> bool | None:
    """Tell whether a sentence that began at `begin` ends at a stop; None where no rule knows."""
    rest = text[stop.end() :]
    if not stop["gap"]:
        return _glued(stop, rest)
    head = rest.lstrip(OPENING)
    quoted = rest[0] in OPENING.replace("(", "").replace("[", "")
    if not head or head[0] in "-–—" or (head[0].islower() and not quoted):
        return False
    if _goes_on(stop, rest, begin):
        return False
    if stop["mark"].strip(". ") or len(stop["mark"]) > 1:
        return _exclaimed(stop, rest)
    return _full_stop(stop, head, opened=quoted)


def _goes_on(stop: re.Match[str], rest: str, begin: int) -> bool:
    """Tell whether a stop stands in a list's mark, a cry, a time that opens, or before an aside."""
    return bool(
        MARKER.fullmatch(stop.string[begin : stop.end("closers")])
        or ASIDE.match(rest)
        or (not stop["closers"] and _outcry(stop, rest))
        or AT_A_TIME.search(stop.string[begin : stop.end("mark")].lstrip())
    )


def _outcry(stop: re.Match[str], rest: str) -> bool:
    """Read “chanting “Out! Now!” as …”: tell whether a mark stands in a cry inside a sentence."""
    if stop["mark"][-1] not in "!?":
        return False
    return bool(
        re.match(r"[\w’' ]{1,30}[.!?,]*[\"”]\s+[a-z]", rest)
        and re.search(r"\w,?\s[\"“][\w’' ]{1,30}[!?]$", _before(stop))
    )


def _before(stop: re.Match[str]) -> str:
    """Give what stands close before a stop, and the stop."""
    return stop.string[max(0, stop.start("mark") - NEAR) : stop.end("mark")]


def _word(stop: re.Match[str]) -> str:
    """Give the word before a stop, an abbreviation with its inner dots."""
    found = LAST_WORD.search(stop.string, 0, stop.start("mark"))
    return GLUE.split(found.group().lstrip("'‘’`-–/"))[-1] if found else ""


def _glued(stop: re.Match[str], rest: str) -> bool:
    """Judge a stop without a space after it: “… in Washington.The minister …”."""
    word = _word(stop)
    return bool(
        (stop["closers"] or re.fullmatch(r"[A-Z]?[a-z]{3,}|\d{4}|\d{1,3}(?:,\d{3})+", word))
        and GLUED.match(rest)
        and word.lower() not in words.load("abbreviations")["before_name"]
    )


def _exclaimed(stop: re.Match[str], rest: str) -> bool:
    """Judge a question mark, an exclamation mark or an ellipsis."""
    lists = words.load("abbreviations")
    if _word(stop) + stop["mark"] in lists["marked_names"]:
        return False
    if MARKED_NAME.search(_before(stop)) and _first(rest) not in lists["openers"]:
        return False
    # “I” has its capital anywhere, so after dots that stand apart it opens nothing.
    spaced = stop.string[: stop.start("mark")].endswith(" ")
    if spaced and rest.startswith(("I ", "I’", "I'")):
        return False
    return not (stop["closers"] and SPEAKING.match(rest))


def _full_stop(stop: re.Match[str], head: str, *, opened: bool) -> bool | None:
    word = _word(stop).lower()
    if not word or stop["closers"].strip("'’"):
        return True
    lists = words.load("abbreviations")
    if word in lists["before_number"] and head[0].isdigit():
        return False
    opens = opened or _first(head) in lists["openers"]
    if word in lists["before_name"]:
        # A street, not a saint: “on Main St. The house …”.
        return word == "st" and opens and not opened
    if len(word) == 1 and word.isalpha():
        return opens and not _after_name(stop)
    return _shortened(word, head, opens=opens)


def _shortened(word: str, head: str, *, opens: bool) -> bool | None:
    """Judge the full stop of a word that may be an abbreviation."""
    lists = words.load("abbreviations")
    if word in {"a.m", "p.m", "am", "pm"}:
        return opens or _first(head) not in lists["after_clock"]
    if word in lists["may_end"] or DOTTED.fullmatch(word):
        return opens
    return True if LETTERED.fullmatch(word) else None


def _after_name(stop: re.Match[str]) -> bool:
    """Tell whether the word before an initial has a capital."""
    before = stop.string[max(0, stop.start("mark") - NEAR) : stop.start("mark") - 1].split()
    return bool(before) and before[-1][0].isupper()


def _first(text: str) -> str:
    found = re.match(r"\w+", text)
    return found.group() if found else ""
