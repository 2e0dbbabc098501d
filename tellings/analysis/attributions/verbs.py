"""Verbs of saying: “X said (that) …”, “…, X said”, “…, said X”, “it is believed that …”."""

from functools import partial

from tellings.analysis.attributions.adjuncts import past, past_mark
from tellings.analysis.attributions.bounds import (
    JOINING,
    POINTING,
    clause_end,
    clause_start,
    goes_on,
    stop_before,
)
from tellings.analysis.attributions.clausal import TELLING, clausal, comma_led, contracted
from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    ENDERS,
    PRONOUNS,
    finite,
    passive,
)
from tellings.analysis.attributions.leads import aside_before, speaking
from tellings.analysis.attributions.nominals import nominal
from tellings.analysis.attributions.phrases import covering, phrase_before
from tellings.analysis.attributions.rightwards import phrase_after
from tellings.analysis.attributions.saying import (
    CLOSERS,
    DASHES,
    DASHES_OR_COMMA,
    Saying,
    Shape,
    Tokens,
    given,
)
from tellings.analysis.attributions.tokens import Token, forms, listed, verb, word_at
from tellings.analysis.names.capitals import bag
from tellings.model.span import Span

__all__ = ["by_verb"]

ASIDE = DASHES | {",", "("}
SHOWING = bag("show shows showed find finds found")
NOT = frozenset(["not", "didn't", "wouldn't", "declined", "don't", "never"])
GREETINGS = bag("goodbye farewell hello adieu grace mass prayers")
"""What is said and tells nothing."""

HELPING = AUXILIARIES | {"not"}
UNINVERTED = PRONOUNS | {"that"}
DANGLING = ENDERS | {"and", "to", "by", "of"}
SET_OFF = DASHES | {",", "?", "!"}
CLAUSE_WORDS = frozenset(["that", "how", "whether", "why"])
_clause = partial(given, rule="clause")


def by_verb(tokens: Tokens, at: int) -> Saying | None:
    """Read the verb at a place as a saying, if it is one."""
    kind = verb(tokens[at])
    if kind is None or nominal(tokens, at, kind) or word_at(tokens, at + 1) in GREETINGS:
        return None
    if tokens[at].lower in POINTING and word_at(tokens, at + 1) != "out":
        return None
    if kind == "ing":
        return _participle(tokens, at)
    if passive(tokens, at):
        return _passive(tokens, at)
    return _finite(tokens, at)


def _finite(tokens: Tokens, at: int) -> Saying | None:
    """Read a verb with its subject before it, after it, or further left."""
    if _inverted(tokens, at) and (subject := phrase_after(tokens, at + 1)):
        return _placed(tokens, at, subject, shape="after")
    subject = _subject(tokens, at)
    if subject is None:
        return _subjectless(tokens, at)
    goes = tokens[at].lower in forms("going_on") and not any(t.kind == "quote" for t in tokens[:at])
    says = tokens[at].lower in forms("saying") or tokens[at].lower in POINTING
    says = says or _evident(tokens, subject, at)
    if says and not goes and _ends_sentence(tokens, subject[0], at):
        return _placed(tokens, at, subject, shape="after")
    return _leading_in(tokens, at, covering(tokens, subject))


def _evident(tokens: Tokens, subject: tuple[int, int], at: int) -> bool:
    """“…, records show.”: tell evidence that ends a sentence."""
    after = past(tokens, at)
    last = after >= len(tokens) or tokens[after].text in CLOSERS
    held = any(token.lower in listed("cues", "evidence") for token in tokens[slice(*subject)])
    return last and held and tokens[at].lower in SHOWING


def _subject(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Find the subject before a verb; a share of people is one: “40% say”."""
    if at > 1 and tokens[at - 1].text == "%":
        return at - 2, at
    return phrase_before(tokens, at)


def _participle(tokens: Tokens, at: int) -> Saying | None:
    """“…, saying (that) …”, “adding: …”."""
    before, after = word_at(tokens, at - 1), word_at(tokens, at + 1)
    opening = not at and not any(token.text == "," for token in tokens)
    noun = tokens[at].lower in listed("cues", "ing_nouns") and before not in {",", "are", "were"}
    if after != "that" and (opening or noun):
        return None
    by = before == "by" and at > 1 and tokens[at].lower in forms("saying") and not noun
    if before in {"without", "of", "by", "for", "the", "in", "from"} and not by:
        return None
    progressive = before in HELPING
    named = at > 1 and tokens[at - 1].capital and tokens[at - 2].lower in {"of", "by", "with"}
    subject = phrase_before(tokens, at) if progressive else (at - 1, at) if named else None
    speaker = covering(tokens, subject) if subject else None
    return _leading_in(tokens, at, speaker, subjectless=subject is None and not progressive)


def _passive(tokens: Tokens, at: int) -> Saying | None:
    """Read “it is believed that …”, “they are thought to …”: somebody's, but nobody is named."""
    after = word_at(tokens, at + 1)
    known = listed("cues", "impersonal", "announcing" if after == "that" else "impersonal")
    denied = any(t.lower in NOT or t.lower.endswith("n't") for t in tokens[max(0, at - 3) : at])
    if tokens[at].lower not in known or denied or after in {"by", ""}:
        return None
    if word_at(tokens, at - 2) == "it" or after == "that" or tokens[at].lower == "told":
        start = at + 2 if after == "that" else at + 1
        return _clause(tokens, at, None, "before", (start, clause_end(tokens, start)))
    if after != "to":
        return None
    lead = (clause_start(tokens, at), at - 1)
    return _clause(tokens, at, None, "inside", lead, (at + 1, clause_end(tokens, at + 1)))


def _inverted(tokens: Tokens, at: int) -> bool:
    """“…, said Mara Lind”: what is said ends right before the verb."""
    word = tokens[at].lower
    if not at or at + 1 >= len(tokens) or word not in forms("saying") or word in TELLING:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.kind == "quote":
        return _after_quote(tokens, at)
    plain = verb(tokens[at]) == "base" and not _last_words(tokens, at)
    if plain or after.lower in UNINVERTED:
        return False
    if before.text == "," and at > 1 and tokens[at - 2].kind == "quote":
        return True
    led = at > 2 or (at == 2 and tokens[0].lower in JOINING)
    return led and before.text in DASHES_OR_COMMA and _after_comma(tokens, at)


def _after_quote(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb after marks begins “said Lind”: not “he “fully” believes Lind left”."""
    named = tokens[at + 1].kind == "word" and tokens[at + 1].lower != "that"
    subject = phrase_after(tokens, at + 1) if named and not _closed(tokens[at - 1]) else None
    return named and not (subject and _goes_on_as_clause(tokens, subject[1]))


def _after_comma(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb after a comma begins “said Lind”."""
    subject = phrase_after(tokens, at + 1)
    if subject is None or aside_before(tokens, at) or not speaking(tokens[slice(*subject)]):
        return False
    # "The mayor, Mara Lind, said the port was shut": an apposition, not an inversion.
    return not _goes_on_as_clause(tokens, subject[1])


def _last_words(tokens: Tokens, at: int) -> bool:
    """“…, say officials.”: tell whether nothing follows the speaker."""
    subject = phrase_after(tokens, at + 1)
    return subject is not None and subject[1] >= len(tokens) - 1


def _goes_on_as_clause(tokens: Tokens, start: int) -> bool:
    """Tell whether a noun phrase after a verb of saying has a verb of its own."""
    if start < len(tokens) and tokens[start].kind == "quote":
        # "says the union “has long been idle”": the verb stands in the quotation.
        return tokens[start].text.lstrip("\"“‘'«")[:1].islower()
    for token in tokens[start : start + 12]:
        if token.kind != "word" or token.lower in ENDERS:
            return False
        if token.lower == "to" or (finite(token) and not token.capital):
            return True
    return False


def _ends_sentence(tokens: Tokens, first: int, at: int) -> bool:
    """Read “…, police said on Friday.”: tell whether what is said ends before the subject."""
    undertakes = word_at(tokens, at + 1) == "to" and tokens[at].lower in forms(
        "wishing", "going_on"
    )
    if not first or undertakes:
        return False
    before = tokens[first - 1]
    if before.kind != "quote" and before.text not in SET_OFF:
        return False
    if (
        before.kind == "quote"
        and first > 1
        and not _closed(before)
        and tokens[at].lower.endswith("s")
    ):
        # "looked into “old” labour claims, but": the quoted words describe a noun.
        return False
    if _quoted_before(tokens, first, at):
        return True
    after = past(tokens, at)
    return (
        after >= len(tokens)
        or tokens[after].text in CLOSERS
        or tokens[after].lower in listed("cues", "turning")
    )


def _closed(quote: Token) -> bool:
    """Tell whether a quotation ends with a mark of its own."""
    return quote.text.rstrip("\"”’'» ")[-1:] in {",", "?", "!", "."}


def _quoted_before(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether a quotation ends with a comma right before the subject and verb."""
    quote = first - 1 if tokens[first - 1].kind == "quote" else first - 2
    if quote < 0 or tokens[quote].kind != "quote":
        return False
    comma = quote == first - 2 or tokens[quote].text.rstrip("\"”’'»")[-1:] in {",", "?", "!"}
    return comma and not any(
        t.kind == "quote" or t.lower == "that" for t in tokens[at + 1 : at + 3]
    )


def _placed(tokens: Tokens, at: int, subject: tuple[int, int], *, shape: Shape) -> Saying:
    """Give what stands before a saying at the end or in the middle of its sentence."""
    first = min(subject[0], at)
    speaker = covering(tokens, subject)
    start, stop = clause_start(tokens, first), stop_before(tokens, first)
    rest = past(tokens, max(at, subject[1] - 1)) + 1
    inserted = rest < len(tokens) and tokens[rest - 1].text in DASHES_OR_COMMA
    if stop <= start:
        # "But, she said, the port is shut": nothing of it stands before.
        parts = [(rest, clause_end(tokens, rest))] if inserted and goes_on(tokens, rest) else []
        return given(tokens, at, speaker, shape, *parts)
    # "after, dockers say, throwing a rope": only what follows is said.
    dangling = inserted and tokens[stop - 1].lower in DANGLING
    parts = [] if dangling else [(start, stop)]
    # “said Mara Lind, head of the rescue service”: after the speaker, only a clause goes on.
    apposed = word_at(tokens, rest) in {"a", "an"}
    named = subject[0] > at and (apposed or not any(finite(token) for token in tokens[rest:]))
    if inserted and not named and (dangling or goes_on(tokens, rest)):
        parts.append((rest, clause_end(tokens, rest)))
        shape = "inside"
    return _clause(tokens, at, speaker, shape, *parts)


def _subjectless(tokens: Tokens, at: int) -> Saying | None:
    """“… and warned that”: a verb whose subject stands further left."""
    if word_at(tokens, at - 1) in {"and", "but", "then", "also", ","}:
        return _leading_in(tokens, at, None, subjectless=True)
    return None


def _leading_in(
    tokens: Tokens, at: int, speaker: Span | None, *, subjectless: bool = False
) -> Saying:
    """“X said (that) …”: what follows the verb, when it is a clause or a quotation."""
    intends = tokens[at].lower in forms("intending") and word_at(tokens, at + 1) == "to"
    start = at + 1 if intends else past_mark(tokens, past(tokens, at))
    clause = word_at(tokens, start) in CLAUSE_WORDS
    aside = False
    if word_at(tokens, start) == "that" and not contracted(tokens[start]):
        start += 1
        # "found that, on average, crews earn more"
        aside = start + 2 < len(tokens) and tokens[start].text in ASIDE
    elif speaker is not None and speaker.start == tokens.start(0):
        start += comma_led(tokens, start)
    closed = start >= len(tokens) or (tokens[start].text in CLOSERS and not aside)
    if closed or _denied(tokens, at, start):
        return given(tokens, at, speaker, "before", subjectless=subjectless)
    end = clause_end(tokens, start, undertaken=intends)
    if tokens[start].kind == "quote" and word_at(tokens, start + 1) in listed("cues", "turning"):
        # "chanted “…” as they marched": what follows is the text's own.
        end = start + 1
    if clause or intends or clausal(tokens, start, end, at):
        return _clause(tokens, at, speaker, "before", (start, end), subjectless=subjectless)
    return given(tokens, at, speaker, "before", subjectless=subjectless)


def _denied(tokens: Tokens, at: int, start: int) -> bool:
    """“did not say how …”, “said nothing”: nothing is given."""
    negated = any(token.lower in NOT for token in tokens[max(0, at - 2) : at])
    nothing = word_at(tokens, start) == "nothing" and word_at(tokens, start - 1) != "that"
    return nothing or (negated and tokens[at].lower not in {"believe", "think"})
