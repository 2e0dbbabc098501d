"""How a text speaks of a target."""

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.analysis.framing.aims import Aim, aims
from tellings.analysis.stance.appraisal import Appraisal, appraisals, bears_on, fights
from tellings.model.document import Sentence
from tellings.model.event import Target
from tellings.model.findings import (
    Confidence,
    Frame,
    Stance,
    StanceEvidence,
    StanceVoice,
    Telling,
)
from tellings.model.span import Span

__all__ = ["judge"]

VOICES: tuple[StanceVoice, ...] = ("own", "quoted")
FULL, INDIRECT = 1.0, 0.5
SIDE, STRONG = 0.5, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One judging word that bears on a target, with its weight."""

    target: str
    voice: StanceVoice
    weight: float
    fighting: bool
    """Whether it is a word for an act of war, which alone describes."""

    word: Span
    sentence: Sentence


def judge(
    tellings: tuple[Telling, ...], targets: tuple[Target, ...], frames: tuple[Frame, ...]
) -> tuple[Stance, ...]:
    """Judge every text on every target, own voice and quoted apart."""
    return tuple(stance for telling in tellings for stance in of_text(telling, targets, frames))


def of_text(
    telling: Telling, targets: tuple[Target, ...], frames: tuple[Frame, ...]
) -> Iterator[Stance]:
    """Judge one text on every target."""
    own_words = frozenset(
        frame.passage.span
        for frame in frames
        if frame.passage.source == telling.id and frame.voice in ("own", "own_inside_attribution")
    )
    named: dict[tuple[str, StanceVoice], Sentence] = {}
    signs: list[Sign] = []
    for sentence in telling.document.sentences:
        here = list(aims(telling.text, sentence.span.start, sentence.span.end, targets))
        if sentence.part != "title":
            for aim in here:
                side: StanceVoice = "own" if told(telling, aim.span) else "quoted"
                named.setdefault((aim.target, side), sentence)
        if here:
            signs.extend(signs_in(telling, sentence, here, own_words))
    for target in targets:
        for voice in VOICES:
            mine = [sign for sign in signs if sign.target == target.id and sign.voice == voice]
            yield stance_of(telling, target.id, voice, mine, named)


def side_of(telling: Telling, span: Span, own_words: frozenset[Span]) -> StanceVoice:
    """Tell which of the two voices a stretch counts to."""
    if span in own_words or telling.voice_of(span) == "own":
        return "own"
    return "quoted"


def told(telling: Telling, span: Span) -> bool:
    """Tell whether the text itself names somebody: anywhere but inside a quotation."""
    return telling.voice_of(span) != "direct_quote"


def signs_in(
    telling: Telling, sentence: Sentence, here: list[Aim], own_words: frozenset[Span]
) -> Iterator[Sign]:
    """Find the judging words of a sentence and whom they bear on."""
    text = telling.text
    heading = sentence.part in ("title", "subhead")
    for found in appraisals(text, sentence.span.start, sentence.span.end, heading=heading):
        touched = closest(found, [aim for aim in here if bears_on(found, aim, text)])
        voice = side_of(telling, found.span, own_words)
        if found.way == "received":
            voice = "quoted"
        weight = FULL
        if not touched and voice == "quoted":
            touched, weight = spoken_about(telling, found, here), INDIRECT
        for target in sorted({aim.target for aim in touched}):
            title = 2.0 if sentence.part == "title" else 1.0
            yield Sign(
                target=target,
                voice=voice,
                weight=found.sign * weight * title,
                fighting=fights(found.span.of(text)),
                word=found.span,
                sentence=sentence,
            )


def closest(found: Appraisal, touched: list[Aim]) -> list[Aim]:
    """Keep the naming that stands nearest to a judging word, for each target that shares it."""
    if not touched:
        return []

    def gap(aim: Aim) -> int:
        return max(0, aim.span.start - found.span.end, found.span.start - aim.span.end)

    least = min(gap(aim) for aim in touched)
    return [aim for aim in touched if gap(aim) == least]


def spoken_about(telling: Telling, found: Appraisal, here: list[Aim]) -> list[Aim]:
    """Find the one target that a quotation with a judging word can be about."""
    others = [aim for aim in here if not speaks(telling, aim)]
    return others if len({aim.target for aim in others}) == 1 else []


def speaks(telling: Telling, aim: Aim) -> bool:
    """Tell whether a naming is that of a speaker."""
    return any(
        a.speaker_at is not None and a.speaker_at.span.shared(aim.span)
        for a in telling.attributions
    )


def stance_of(
    telling: Telling,
    target: str,
    voice: StanceVoice,
    signs: list[Sign],
    named: dict[tuple[str, StanceVoice], Sentence],
) -> Stance:
    """Weigh the signs of one cell."""
    known = any(name == target for name, _ in named)
    if not known or (not signs and (target, voice) not in named):
        return Stance(
            source=telling.id,
            target=target,
            voice=voice,
            value=None,
            confidence="medium" if known else "high",
            reason="not mentioned in this voice" if known else "not mentioned",
        )
    value = value_of(signs)
    evidence = evidence_of(signs) or (StanceEvidence(passage=named[target, voice].passage),)
    return Stance(
        source=telling.id,
        target=target,
        voice=voice,
        value=value,
        confidence=confidence_of(signs),
        reason=reason_of(telling, voice, value, signs),
        evidence=evidence,
    )


def value_of(signs: list[Sign]) -> int:
    """Turn the weights into −2 … +2."""
    if all(sign.fighting for sign in signs):
        return 0
    total = round(sum(sign.weight for sign in signs), 3)
    size = 2 if abs(total) >= STRONG else 1 if abs(total) >= SIDE else 0
    return size if total > 0 else -size


def confidence_of(signs: list[Sign]) -> Confidence:
    """Tell how far the signs agree and how many they are."""
    sides = {sign.weight > 0 for sign in signs}
    if not signs:
        return "medium"
    if len(sides) > 1 or len(signs) == 1:
        return "low"
    return "high" if len(signs) > 2 else "medium"


def evidence_of(signs: list[Sign]) -> tuple[StanceEvidence, ...]:
    """Gather the sentences behind a value, with the words that decided."""
    rows: dict[Sentence, set[Span]] = {}
    for sign in signs:
        rows.setdefault(sign.sentence, set()).add(sign.word)
    return tuple(
        StanceEvidence(
            passage=sentence.passage,
            words=tuple(word.within(sentence.source) for word in sorted(spans)),
        )
        for sentence, spans in sorted(rows.items(), key=lambda row: row[0].span)
    )


def reason_of(telling: Telling, voice: StanceVoice, value: int, signs: list[Sign]) -> str:
    """Say in plain words what decided."""
    place = "in its own voice" if voice == "own" else "in the words of others"
    if not signs:
        return f"described without judgement {place}"
    shown = list(dict.fromkeys(sign.word.of(telling.text) for sign in signs))[:3]
    named = ", ".join(f"“{word}”" for word in shown)
    if all(sign.fighting for sign in signs):
        return f"words for fighting {place}, which alone take no side: {named}"
    if value == 0:
        return f"judging words {place} that do not add up to a side: {named}"
    return f"{'speaks against' if value < 0 else 'speaks for'} it {place}: {named}"
