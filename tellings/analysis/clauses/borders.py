"""Where the clauses of a sentence begin: conjunctions, relative words, participles, marks."""

from collections.abc import Iterator, Sequence

from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PRONOUNS,
    adverbial,
    finite,
)
from tellings.analysis.attributions.tokens import Tokens, word_at
from tellings.analysis.names.capitals import bag
from tellings.model.span import Span

__all__ = ["LEAST", "RELATIVE", "SUBJECT", "UNDER", "Words", "verbs"]

LEAST = 2
"""A shorter clause, in words, stays with its neighbour."""

SUBJECT = 9
"""Within so many words of a clause's first its verb must stand."""

JOINING = bag("and but or nor yet")
UNDER = bag("as after before when while whereas because although though if until unless since once")
RELATIVE = bag("which who whose whom where")
BESIDE = bag("with without despite amid following besides")
NO_BORDER = bag(
    "for about of on to from than as even just only such well far long soon same known seen "
    "shortly hours days weeks months years minutes day year week month moments immediately and but"
)
"""Words that hold on to a following “when”, “after” or “as”: “shortly after”, “as well as”."""

NO_VERBS = bag(
    "according including during thing nothing something anything everything morning evening king "
    "spring string wing building meeting hearing being killing bombing shooting feeling beijing"
)
"""Words in “-ing” that begin no clause after a comma unless their object follows."""

STOPS = frozenset(",;:()—–")
DASHES = frozenset(["—", "–", "--", "-"])


def verbs(tokens: Tokens) -> list[bool]:
    """Tell which words look like finite verbs; after a hyphen none does: “state-owned”."""
    return [
        finite(token) and (not at or tokens[at - 1].text != "-") for at, token in enumerate(tokens)
    ]


class Words:
    """The words and marks of one sentence, asked where a clause begins."""

    __slots__ = ("ends", "quotes", "text", "tokens", "verb")

    def __init__(self, text: str, tokens: Tokens, quotes: Sequence[Span], ends: set[int]) -> None:
        self.text, self.tokens = text, tokens
        self.quotes = quotes
        self.ends = sorted(ends)
        self.verb = verbs(tokens)

    def borders(self) -> Iterator[int]:
        """Give where clauses begin inside the sentence."""
        first = 0
        for at in range(1, len(self.tokens)):
            token = self.tokens[at]
            if self.tokens.start(at) in self.ends:
                first = at
            elif token.kind == "word" and self.parts(at, first):
                first = at
                yield self.tokens.start(at)

    def parts(self, at: int, first: int) -> bool:
        """Tell whether a word begins a clause; the one before it begins at `first`."""
        before = self.tokens[at - 1].text
        if self.quoted(at):
            return before == ";" or (before == "," and self.goes_on(at))
        if before in {";", "—", "–", "--"} or (before in {"-", ":"} and self.apart(at - 1)):
            return True
        word = self.tokens[at].lower
        if word in JOINING:
            return self.joins(at, first, comma=before == ",")
        if word in UNDER:
            return self.leans(at, first, comma=before == ",")
        return before == "," and self.after_comma(at, first)

    def quoted(self, at: int) -> bool:
        """Tell whether a word stands in quotation marks, the first of them left out."""
        start = self.tokens.start(at)
        return any(quote.start + 1 < start < quote.end for quote in self.quotes)

    def apart(self, at: int) -> bool:
        """Tell whether a dash or colon stands before a blank, as a mark between clauses does."""
        end = self.tokens.ends[at]
        return self.text[end : end + 1].isspace()

    def goes_on(self, at: int) -> bool:
        """Tell whether a conjunction and a subject of its own begin a clause."""
        own = word_at(self.tokens, at + 1)
        return (
            self.tokens[at].lower in JOINING
            and (own in PRONOUNS or own in DETERMINERS)
            and self.clause_at(at + 1)
        )

    def joins(self, at: int, first: int, *, comma: bool) -> bool:
        """Tell whether “and” or its like joins clauses rather than things."""
        twins = self.verb[at - 1] and self.verb[min(at + 1, len(self.verb) - 1)]
        if not self.told(first, at) or twins:
            return self.listed(at, first)
        following = at + 1
        while following < len(self.tokens) - 1 and adverbial(self.tokens[following]):
            if self.verb[following]:
                return True
            following += 1
        if following < len(self.tokens) and self.verb[following]:
            return True
        own = word_at(self.tokens, following)
        subject = comma or own in PRONOUNS | DETERMINERS | {"that"} or self.capital(following)
        return (subject and self.clause_at(following)) or self.listed(at, first)

    def capital(self, at: int) -> bool:
        """Tell whether a word has a capital."""
        return at < len(self.tokens) and self.tokens[at].capital

    def told(self, first: int, at: int) -> bool:
        """Tell whether a verb stands between two places, and no clause opens after it."""
        for here in range(at - 1, first - 1, -1):
            if self.verb[here]:
                return True
            if self.tokens[here].lower in UNDER | RELATIVE | {"that", "how", "whether"}:
                return False
        return False

    def listed(self, at: int, first: int) -> bool:
        """Tell whether “and” joins two clauses in “-ing”."""
        return self.ing(first) and self.ing(at + 1)

    def leans(self, at: int, first: int, *, comma: bool) -> bool:
        """Tell whether “after” or its like begins a clause that leans on the one before."""
        subject = word_at(self.tokens, at + 1)
        if word_at(self.tokens, at - 1) in NO_BORDER or subject[:1].isdigit():
            return False
        if at + 1 < len(self.tokens) and self.verb[at + 1]:
            return False
        return (comma or self.told(first, at)) and self.clause_at(at + 1)

    def after_comma(self, at: int, first: int) -> bool:
        """Tell whether a comma ends a clause before a word."""
        word = self.tokens[at].lower
        if word in RELATIVE or word in BESIDE or self.ing(at):
            return any(self.verb[first:at])
        if word in {"of", "some", "most", "both", "one"}:
            return bool(
                {word_at(self.tokens, at + 1), word_at(self.tokens, at + 2)} & {"which", "whom"}
            )
        if self.opened(first, at):
            return self.clause_at(at)
        if self.verb[at] and self.tokens[at].lower not in AUXILIARIES:
            return any(self.verb[first:at]) and self.enumerated(at)
        return word in PRONOUNS and any(self.verb[first:at]) and self.clause_at(at)

    def opened(self, first: int, at: int) -> bool:
        """Tell whether a leaning clause stands from `first` up to a comma, the first since."""
        leaning = self.tokens[first].lower in UNDER or self.ing(first)
        inner = self.tokens[first : at - 1]
        return leaning and len(inner) >= LEAST and all(token.text != "," for token in inner)

    def enumerated(self, at: int) -> bool:
        """Tell whether more verbs follow in a row: “killed two, hurt six and closed the road”."""
        for later in range(at + 1, len(self.tokens) - 1):
            if self.tokens[later].lower in JOINING or self.tokens[later].text == ",":
                return self.verb[later + 1] or word_at(self.tokens, later + 1) in JOINING
        return False

    def ing(self, at: int) -> bool:
        """Tell whether a word is a participle that begins a clause."""
        if not 0 <= at < len(self.tokens) - 1 or not self.tokens[at].lower.endswith("ing"):
            return False
        if self.tokens[at].lower not in NO_VERBS:
            return len(self.tokens[at].lower) > 4 and not self.tokens[at].capital
        after = word_at(self.tokens, at + 1)
        return self.tokens[at].lower in {"killing", "bombing"} and after in DETERMINERS | {"at"}

    def clause_at(self, at: int) -> bool:
        """Tell whether a subject and then a verb follow."""
        for here in range(at, min(at + SUBJECT, len(self.tokens))):
            token = self.tokens[here]
            if token.text in STOPS or token.lower in RELATIVE or token.lower == "that":
                return here == at and token.lower in {"that", "who", "where"}
            if self.verb[here]:
                return here > at or token.lower in AUXILIARIES
            if here > at and (token.lower in UNDER or token.lower in {"but", "or"}):
                return False
        return False
