"""Runs of capitalised words: what may be a name."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tellings.analysis.alternatives import one_of
from tellings.data import words
from tellings.model.document import Document, Sentence
from tellings.model.span import Span

__all__ = ["LEADING", "Run", "bag", "distance", "fold", "honorific", "in_list", "role_in", "runs"]

TITLED = (
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?|\b(?:Mr|Mrs|Ms|Dr|St|Lt|Col|Gen|Sgt|Capt|Maj|Adm|Cmdr|Sen|Rep|Gov|Det"
    r"|Prof|Rev|Hon|Jr|Sr|Mt|Ft)\.(?=\s)"
)
ARTICLED = r"(?:[Aa][ldnrstz]|[Aa]sh|[Ee]l|[Uu]l)[-’'](?=[A-Z])|[dl][’'](?=[A-Z])"
"""What is written together with a name: “al-”, “d’”."""

WORD = re.compile(rf"{TITLED}|\w+(?:[’'&-]\w+)*|\S")
ARTICLE = re.compile(r"(?:[Aa][ldnrstz]|[Aa]sh|[EeUu]l)[-’']|[dl][’']")
LINK = re.compile(r"\s+(of|for|&|and)\s+(the\s+)?")


def bag(words_: str) -> frozenset[str]:
    """Give the words of a line as a set."""
    return frozenset(words_.split())


CONTRACTION = re.compile(r"(?:I|It|He|She|We|They|You|That|There|What|Who|Here|Let)[’']")
NOT_NAMES = bag(
    "i mr mrs ms monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december today yesterday "
    "tomorrow tonight"
)
OFFICES = bag("minister secretary ministers chief director")
MINISTRIES = bag(
    "administration agency board bureau center centers centre commission committee department "
    "directorate institute ministry office secretariat"
)
OPENING = "“\"‘'«([:–—•*…-"
LEADING = NOT_NAMES - {"mr", "mrs", "ms"}
"""Words that may stand capitalised before a name without belonging to it."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Capitalised words side by side; a run equals itself alone."""

    span: Span
    words: tuple[str, ...]
    sentence: Sentence
    initial: bool
    """Whether it opens its sentence or a quotation, where any word is capitalised."""


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Take case, accents and possessive endings off a name."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.lower()
    return plain.removesuffix("'s").removesuffix("'").strip(".")


def distance(one: str, other: str) -> int:
    """Count the letters to put in, leave out or change between two words (Levenshtein 1966)."""
    # What both begin and end with costs nothing: most spellings leave a letter or two.
    one, other = _apart(one, other)
    one, other = (end[::-1] for end in _apart(one[::-1], other[::-1]))
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def _apart(one: str, other: str) -> tuple[str, str]:
    """Take off two words what both begin with."""
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if at is None else at
    return one[at:], other[at:]


@cache
def in_list(*keys: str) -> frozenset[str]:
    """Give one or several lists of `titles.toml` as a set."""
    return frozenset(word for key in keys for word in words.load("titles")[key])


def honorific(word: str) -> bool:
    """Tell whether a word is a form of address or a rank: “Mr.”, “Lt.”."""
    return word.lower().strip(".") in in_list("honorifics", "abbreviated")


@lru_cache(maxsize=1 << 14)
def role_in(word: str) -> str | None:
    """Give the role that a word names, alone or in a compound: “mayor”, “Director-General”."""
    folded = fold(word)
    parts = (folded, *folded.split("-")) if "-" in folded else (folded,)
    return next((part for part in parts if part in in_list("roles")), None)


def runs(document: Document) -> tuple[Run, ...]:
    """Find the runs of capitalised words of a document's sentences, in text order."""
    return _found(_Cut(document.source.text, document.sentences))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text and its sentences, found again by the text: many sentences are slow to hash."""

    text: str
    sentences: tuple[Sentence, ...]

    def __hash__(self) -> int:
        return hash(self.text)


# Speakers of a text and names of an event are read from the same runs.
@lru_cache(maxsize=64)
def _found(cut: _Cut) -> tuple[Run, ...]:
    upper, chain = _upper(), _chain()
    return tuple(run for one in cut.sentences for run in _within(one, cut.text, upper, chain))


def _within(
    sentence: Sentence, text: str, upper: re.Pattern[str], chain: re.Pattern[str]
) -> Iterator[Run]:
    after, end = sentence.span.start, sentence.span.end
    for capital in upper.finditer(text, after, end):
        at = capital.start()
        if at < after or (start := _start(text, at, after)) is None:
            continue
        linked = chain.match(text, start, end)
        if linked is None:
            continue
        after = _end(linked, end)
        said = _words(text, start, after)
        first = int(said[0] in _openers())
        while first < len(said) and said[first].lower() in LEADING:
            first += 1
        for word in said[:first]:
            start = text.index(word, start) + len(word)
        if first < len(said):
            start = text.index(said[first], start)
            yield _run(text, start, after, said[first:], sentence)


@cache
def _openers() -> frozenset[str]:
    return frozenset(words.load("abbreviations")["openers"])


@cache
def _upper() -> re.Pattern[str]:
    """Match one capital letter."""
    letters = "".join(c for c in map(chr, (*range(0x588), *range(0x1E00, 0x1F00))) if c.isupper())
    return re.compile(f"[{letters}]")


@cache
def _chain() -> re.Pattern[str]:
    """Match words with capitals, and particles between them."""
    plain = rf"(?!{CONTRACTION.pattern}){_upper().pattern}\w*(?:[’'&-]\w+)*"
    capital = rf"(?:{TITLED}|(?:{ARTICLED})?{plain})"
    apart = one_of(form for word in NOT_NAMES for form in (word.title(), word.upper()))
    particle = one_of(in_list("particles"))
    return re.compile(
        rf"{capital}(?:(?<!['’]s)\s*(?!(?:{apart})(?![\w’'&-]|\.\s))"
        rf"(?:(?:{particle})\s+){{0,2}}{capital})*+"
    )


def _start(text: str, at: int, after: int) -> int | None:
    """Find where the word of a capital begins, “al-” included; None where it is not its head."""
    before = text[at - 1] if at > after else " "
    if before.isalnum() or before == "_":
        return None
    if before not in "’'&-" or at - 1 == after or not text[at - 2].isalnum():
        return at
    start = at - 1
    while start > after and text[start - 1].isalnum():
        start -= 1
    return start if ARTICLE.fullmatch(text, start, at) else None


def _words(text: str, start: int, end: int) -> list[str]:
    """Give the words of a stretch; what follows tells “Jr.” from the end of a sentence."""
    run = text[start:end]
    if run.replace(" ", "").isalpha():
        return run.split()
    said: list[str] = WORD.findall(text, start, end + 1)
    if text[end : end + 1].strip() and len(last := said.pop()) > 1:
        # “U.S.Friday”: what follows has run into the last word.
        said.append(last[:-1])
    return said


def _run(text: str, start: int, end: int, said: list[str], sentence: Sentence) -> Run:
    begin = sentence.span.start
    before = text[max(begin, start - 2) : start].strip()
    if said[-1].endswith(("'s", "’s")):
        said[-1] = said[-1][:-2]
        end -= 2
    initial = start == begin or (bool(before) and before[-1] in OPENING)
    return Run(Span(start, end), tuple(said), sentence, initial)


def _end(chain: re.Match[str], end: int) -> int:
    """Find where a run ends: small words may carry it on to further capitals."""
    text, stop = chain.string, chain.end()
    while (link := LINK.match(text, stop, end)) and not text.endswith(("'s", "’s"), 0, stop):
        more = _chain().match(text, link.end(), end)
        if more is None or not _linked(text[chain.start() : stop], link, more.group()):
            break
        stop = more.end()
    return stop


def _linked(before: str, link: re.Match[str], after: str) -> bool:
    """“Ministry of Defence”, “Department of Roads and Ports”: an organisation's name goes on."""
    said = [fold(word) for word in before.split()]
    if link[1] == "&":
        return link[2] is None
    if link[1] == "and":
        office = {"of", "for"} & set(said) and MINISTRIES & set(said)
        return link[2] is None and bool(office) and not _person(WORD.findall(after)[0])
    return said[-1] in OFFICES or said[-1] in in_list("organisation", "place")


def _person(word: str) -> bool:
    """Tell whether a word begins to name or address somebody."""
    return honorific(word) or fold(word) in in_list("roles", "given", "countries", "organisation")
