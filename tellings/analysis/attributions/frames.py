"""What verbs take beside a clause: “wants to …”, “urged Lind to …”, “called for …”."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tellings.analysis.attributions.bounds import clause_end
from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    DETERMINERS,
    ENDERS,
    JOINERS,
    PRONOUNS,
    TIMES,
    adverbial,
    finite,
    passive,
)
from tellings.analysis.attributions.nominals import nominal
from tellings.analysis.attributions.phrases import covering, phrase_before
from tellings.analysis.attributions.rightwards import phrase_after
from tellings.analysis.attributions.saying import CLOSERS, Saying, Tokens, given
from tellings.analysis.attributions.tokens import Token, forms, listed, verb, word_at
from tellings.analysis.names.capitals import bag

__all__ = ["Frame", "by_frame"]

Opens = Callable[[Tokens, int], int | None]
QUESTIONS = bag("whether if what who whom when where which why how")
NOT = bag("not never nobody neither nor no")
MANY = bag(
    "two three several some many most these those both all few other dozens hundreds thousands"
)
PLACING = bag("and or but about through into over under during against between among out up it")
NO_THING = JOINERS | ENDERS | TIMES | PRONOUNS | AUXILIARIES | PLACING
LED_BY = JOINERS | PLACING - {"and", "but"}
NO_VERB = DETERMINERS | PRONOUNS
OWNED = DETERMINERS - PRONOUNS
BOUND = JOINERS | ENDERS
ASKED_BY = JOINERS | {"and", "or"}
HELPING = AUXILIARIES | {"not", "also", "now"}
ONE = DETERMINERS - MANY
ENDING = ENDERS | {"to"}
FARTHEST = 9


def _anybody(_tokens: Tokens, _subject: tuple[int, int] | None) -> bool:
    return True


def _holds(tokens: Tokens, subject: tuple[int, int] | None) -> bool:
    """Tell whether a subject is a survey, a record or a picture."""
    if subject is None:
        return False
    holders = listed("cues", "findings", "documents")
    for at in range(*subject):
        word = tokens[at].lower
        if word in BOUND or tokens[at].kind != "word":
            return False
        if word in holders or word.removesuffix("s") in holders:
            return True
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A construction that gives what follows a verb as somebody's."""

    name: str
    verbs: str
    """The list of verbs that take it."""

    opens: Opens
    """Finds where what is said begins, from the place after the verb."""

    subject: Callable[[Tokens, tuple[int, int] | None], bool] = _anybody
    """Tells whose words it may give."""

    denied: bool = False
    """Whether it gives something even where the verb is denied: “does not want to …”."""


def by_frame(tokens: Tokens, at: int) -> Saying | None:
    """Read a verb with the complement that one of its frames asks for."""
    word = tokens[at].lower
    for frame in _frames().get(word, ()):
        kind = forms(frame.verbs)[word]
        if word == "regarding":
            continue
        if kind == "past" and (passive(tokens, at) or word_at(tokens, at + 1) == "by"):
            continue
        start = frame.opens(tokens, _past_time(tokens, at + 1))
        if start is None or start >= len(tokens) or _barred(tokens, at, kind, frame):
            continue
        if (found := _framed(tokens, at, kind, start, frame)) is not None:
            return found
    return None


@cache
def _frames() -> dict[str, tuple[Frame, ...]]:
    """Give the frames of every form of every verb that has one."""
    found: dict[str, tuple[Frame, ...]] = {}
    for frame in FRAMES:
        for form in forms(frame.verbs):
            found[form] = (*found.get(form, ()), frame)
    return found


def _barred(tokens: Tokens, at: int, kind: str, frame: Frame) -> bool:
    """Tell whether a form is no verb, or is denied, where it stands."""
    if nominal(tokens, at, kind):
        return True
    if frame.denied:
        return False
    return any(t.lower in NOT or t.lower.endswith("n't") for t in tokens[max(0, at - 3) : at])


def _framed(tokens: Tokens, at: int, kind: str, start: int, frame: Frame) -> Saying | None:
    before = word_at(tokens, at - 1)
    alone = kind == "ing" and before not in HELPING
    if before in LED_BY or (before.endswith("ing") and kind == "past"):
        return None
    if alone and (not _leads(tokens, at) or before in OWNED or before in {"without", "that"}):
        return None
    described = alone and at > 0 and _people(tokens[at - 1])
    subject = None if alone and not described else phrase_before(tokens, at)
    if subject is None and not alone and not _joined(tokens, at):
        return None
    plural = kind == "s" and not _single(tokens, subject, start)
    if plural or not frame.subject(tokens, subject):
        return None
    end = clause_end(tokens, start, undertaken=True)
    if any(token.lower in {"who", "which"} for token in tokens[max(0, at - 3) : at]):
        # “Lind, who called it a gift, left”: the relative clause ends at its comma.
        end = next((n for n in range(start, end) if tokens[n].text == ","), end)
    speaker = covering(tokens, subject) if subject else None
    return given(
        *(tokens, at, speaker, "frame", (start, end)),
        subjectless=subject is None,
        rule=frame.name,
    )


def _people(token: Token) -> bool:
    """Tell a word for several people: “voters”, “Republicans”."""
    known = listed("titles", "roles")
    return token.lower in listed("titles", "groups") or (
        token.lower.endswith("s") and token.lower.removesuffix("s") in known
    )


def _joined(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb is a second one of its subject: “… and largely stressed calm”."""
    while at and adverbial(tokens[at - 1]):
        at -= 1
    return word_at(tokens, at - 1) in {"and", "but", ","}


def _leads(tokens: Tokens, at: int) -> bool:
    """Tell a participle (“…, urging them”) from a noun: “missed warning signs”."""
    if not at:
        return any(token.text == "," for token in tokens)
    return not finite(tokens[at - 1]) or tokens[at - 1].lower in AUXILIARIES


def _single(tokens: Tokens, subject: tuple[int, int] | None, start: int) -> bool:
    """Tell a subject of “calls” from the words before a plural: “violent protests”."""
    if subject is None:
        return True
    if subject == (0, 1) and _has_main_verb(tokens, start):
        return False
    first, last = tokens[subject[0]], tokens[subject[1] - 1]
    if first is last and first.lower in OWNED:
        return False
    if not last.capital and last.lower.endswith(("ed", "ing")):
        return False
    held = first.lower in ONE or first.lower in PRONOUNS
    known = last.lower in listed("titles", "roles", "groups") | listed("cues", "findings")
    return held or known or any(t.capital for t in tokens[slice(*subject)])


def _has_main_verb(tokens: Tokens, start: int) -> bool:
    """Read “Violent protests against the plan went on”: tell whether a finite verb follows."""
    for token in tokens[start:]:
        if token.kind != "word" or token.lower in ENDING:
            return False
        if finite(token):
            return True
    return False


def _past_time(tokens: Tokens, at: int) -> int:
    """Step over “on Friday”, “again”, “repeatedly”."""
    if word_at(tokens, at) == "on" and word_at(tokens, at + 1) in TIMES:
        at += 1
    while word_at(tokens, at) in TIMES or (at < len(tokens) and tokens[at].lower.endswith("ly")):
        at += 1
    return at


def _infinitive(tokens: Tokens, at: int) -> int | None:
    """“to …” and a verb."""
    plain = at + 1 < len(tokens) and not tokens[at + 1].capital
    plain = plain and tokens[at + 1].lower not in NO_VERB
    return at if word_at(tokens, at) == "to" and plain else None


def _object_to(tokens: Tokens, at: int) -> int | None:
    """Somebody, and “to …” or “not to …”."""
    for here in range(at, min(at + FARTHEST, len(tokens) - 1)):
        token = tokens[here]
        if token.lower == "to" and here > at:
            plain = tokens[here + 1].kind == "word" and not tokens[here + 1].capital
            return at if plain and tokens[here + 1].lower not in NO_VERB else None
        if token.kind != "word" or (finite(token) and not token.capital) or token.lower in ENDERS:
            return None
        if here == at and token.lower in JOINERS:
            return None
    return None


def _led(*openers: str) -> Opens:
    """Take what follows a preposition."""

    def opens(tokens: Tokens, at: int) -> int | None:
        after = at + 1
        if word_at(tokens, at) not in openers or after >= len(tokens):
            return None
        return None if tokens[after].text in CLOSERS else after

    return opens


def _object_led(*openers: str) -> Opens:
    """Take somebody and what a preposition brings: “Lind of lying”."""

    def opens(tokens: Tokens, at: int) -> int | None:
        for here in range(at, min(at + FARTHEST, len(tokens) - 1)):
            token = tokens[here]
            if token.lower in openers and here > at:
                return at
            if token.kind == "mark" or (finite(token) and not token.capital):
                return None
        return None

    return opens


def _question(tokens: Tokens, at: int) -> int | None:
    """“whether …”, also after somebody asked."""
    for here in range(at, min(at + 6, len(tokens))):
        token = tokens[here]
        if token.lower in QUESTIONS and not token.text.isupper():
            return here
        if token.kind != "word" or finite(token) or token.lower in ASKED_BY:
            return None
    return None


def _thing(tokens: Tokens, at: int) -> int | None:
    """Take a noun phrase."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return None
    token = tokens[at]
    if token.lower in NO_THING or (token.lower.endswith("ed") and word_at(tokens, at + 1) in ONE):
        return None
    return None if token.lower.endswith("ly") or verb(token) in {"base", "s"} else at


def _deniable(tokens: Tokens, at: int) -> int | None:
    """Take a noun phrase that is said to be false, not one that is refused: “entry”."""
    start = _thing(tokens, at)
    found = phrase_after(tokens, at) if start is not None else None
    if found is None:
        return start
    head = tokens[found[1] - 1].lower
    return None if {head, head.removesuffix("s")} & listed("cues", "granted") else start


def _renamed(tokens: Tokens, at: int) -> int | None:
    """Take “the offer an insult”, “it a crime”."""
    for here in range(at + 1, min(at + FARTHEST, len(tokens) - 1)):
        token = tokens[here]
        if token.lower in {"a", "an"}:
            return at if tokens[at].lower not in JOINERS else None
        if token.kind != "word" or (finite(token) and not token.capital) or token.lower in JOINERS:
            return None
    return None


def _calling_on(tokens: Tokens, at: int) -> int | None:
    """“on Lind to …”."""
    return _object_to(tokens, at + 1) if word_at(tokens, at) in {"on", "upon"} else None


FRAMES: tuple[Frame, ...] = (
    Frame(name="question", verbs="asking", opens=_question),
    Frame(name="infinitive", verbs="wishing", opens=_infinitive, denied=True),
    Frame(name="directive", verbs="directing", opens=_object_to),
    Frame(name="directive on", verbs="summoning", opens=_calling_on),
    Frame(name="for", verbs="calling", opens=_led("for")),
    Frame(name="of", verbs="warning", opens=_led("of", "about")),
    Frame(name="against", verbs="opposing", opens=_led("against")),
    Frame(name="accusing", verbs="accusing", opens=_object_led("of", "for", "over", "on")),
    Frame(name="as", verbs="describing", opens=_object_led("as")),
    Frame(name="naming", verbs="naming_things", opens=_renamed),
    Frame(name="finding", verbs="showing", opens=_thing, subject=_holds),
    Frame(name="denied", verbs="denying", opens=_deniable),
    Frame(name="thing", verbs="proposing", opens=_thing),
)
"""In this order: the first frame that fits a verb has it."""
