"""Runs of capitalised words: what may be a name."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
HEAD = re.compile(rf"(?<!\w)(?<!\w[’'&-])(?:{TITLED}|(?:{ARTICLED})?[^\W\d_a-z]\w*(?:[’'&-]\w+)*)")
"""A word that may open a run."""


def bag(words_: str) -> frozenset[str]:
    """Give the words of a line as a set."""
    return frozenset(words_.split())


CONTRACTION = re.compile(r"(?:I|It|He|She|We|They|You|That|There|What|Who|Here|Let)[’']")
NOT_NAMES = bag(
    "i mr mrs ms monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december today yesterday "
    "tomorrow tonight"
)
OFFICES = bag("minister secretary ministers")
MINISTRIES = bag(
    "administration agency board bureau center centers centre commission committee department "
    "directorate institute ministry office secretariat"
)
LINKS = bag("of for and &")
OPENING = "“\"‘'«([:–—•*…-"
PREFIXED = re.compile(ARTICLED)
LEADING = NOT_NAMES - {"mr", "mrs", "ms"}
"""Words that may stand capitalised before a name without belonging to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Capitalised words side by side."""

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
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


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


def runs(document: Document) -> Iterator[Run]:
    """Find the runs of capitalised words of a document's sentences, in text order."""
    text, openers = document.source.text, _openers()
    for sentence in document.sentences:
        after, end = sentence.span.start, sentence.span.end
        for head in HEAD.finditer(text, after, end):
            if head.start() < after or not _capital(head.group()):
                continue
            pieces = _pieces(head, end)
            after = pieces[-1].end()
            first = int(pieces[0].group() in openers)
            while first < len(pieces) and pieces[first].group().lower() in LEADING:
                first += 1
            if first < len(pieces):
                yield _run(pieces[first:], sentence)


@cache
def _openers() -> frozenset[str]:
    return frozenset(words.load("abbreviations")["openers"])


def _run(pieces: Sequence[re.Match[str]], sentence: Sentence) -> Run:
    last = pieces[-1].group()
    cut = 2 if last.endswith(("'s", "’s")) else 0
    start = pieces[0].start()
    before = pieces[0].string[max(sentence.span.start, start - 2) : start].strip()
    return Run(
        span=Span(start, pieces[-1].end() - cut),
        words=(*(p.group() for p in pieces[:-1]), last[: len(last) - cut]),
        sentence=sentence,
        initial=start == sentence.span.start or (bool(before) and before[-1] in OPENING),
    )


def _pieces(head: re.Match[str], end: int) -> list[re.Match[str]]:
    """Give the words of the run that one opens."""
    pieces = [head]
    while not pieces[-1].group().endswith(("'s", "’s")):
        more = _more(pieces, end)
        if not more:
            break
        pieces += more
    return pieces


def _more(pieces: list[re.Match[str]], end: int) -> tuple[re.Match[str], ...]:
    """Give what carries a run on: a capital, or small words that a capital follows."""
    following = _after(pieces[-1], end)
    if following is None:
        return ()
    word = following.group()
    if _capital(word):
        return () if word.lower() in NOT_NAMES else (following,)
    if word not in LINKS and fold(word) not in in_list("particles"):
        return ()
    beyond = _after(following, end)
    if beyond is None:
        return ()
    if word not in LINKS:
        return _particles(following, beyond, end)
    return _linked(pieces, following, beyond, end)


def _particles(first: re.Match[str], beyond: re.Match[str], end: int) -> tuple[re.Match[str], ...]:
    """“van der Holm”, “bin Tamir”: one particle or two, and the capital after them."""
    if _capital(beyond.group()):
        return (first, beyond)
    last = _after(beyond, end) if fold(beyond.group()) in in_list("particles") else None
    return (first, beyond, last) if last and _capital(last.group()) else ()


def _linked(
    pieces: list[re.Match[str]], link: re.Match[str], beyond: re.Match[str], end: int
) -> tuple[re.Match[str], ...]:
    """“Ministry of Defence”, “Department of Roads and Ports”: an organisation's name goes on."""
    before, word = fold(pieces[-1].group()), link.group()
    if word == "&":
        return (link, beyond) if _capital(beyond.group()) else ()
    if word == "and":
        goes_on = _portfolio(pieces) and _capital(beyond.group()) and not _person(beyond.group())
        return (link, beyond) if goes_on else ()
    if before not in OFFICES and before not in in_list("organisation", "place"):
        return ()
    if _capital(beyond.group()):
        return (link, beyond)
    last = _after(beyond, end) if beyond.group() == "the" else None
    return (link, beyond, last) if last and _capital(last.group()) else ()


def _portfolio(pieces: list[re.Match[str]]) -> bool:
    """Tell whether a run so far is a ministry's or an office's name, with its “of” or “for”."""
    words_ = [fold(piece.group()) for piece in pieces]
    return bool({"of", "for"} & set(words_)) and bool(set(words_) & MINISTRIES)


def _person(word: str) -> bool:
    """Tell whether a word begins to name or address somebody."""
    return honorific(word) or fold(word) in in_list("roles", "given", "countries", "organisation")


def _after(piece: re.Match[str], end: int) -> re.Match[str] | None:
    """Give the next word of a sentence that ends at a place."""
    text, at = piece.string, piece.end()
    while at < end and text[at].isspace():
        at += 1
    return WORD.match(text, at, end) if at < end else None


def _capital(word: str) -> bool:
    if word[0].isupper():
        return not CONTRACTION.match(word)
    return bool(PREFIXED.match(word))
