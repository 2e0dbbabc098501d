"""How a text speaks of a target."""

from collections.abc import Iterator

from tellings.analysis.framing import inside
from tellings.analysis.framing.aims import aims_of
from tellings.analysis.stance.naming import in_passing
from tellings.analysis.stance.reasons import of_cell, of_sentence
from tellings.analysis.stance.sign import MILD, Sign
from tellings.analysis.stance.signs import signs
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
from tellings.model.phrase import phrase
from tellings.model.span import Span

__all__ = ["judge"]

VOICES: tuple[StanceVoice, ...] = ("own", "quoted")
SIDE, STRONG = 0.5, 3.0
LIKELY = 0.5
"""From this chance on what was learnt bears a sign out."""

Named = dict[tuple[str, StanceVoice], Sentence]


def judge(
    tellings: tuple[Telling, ...],
    targets: tuple[Target, ...],
    frames: tuple[Frame, ...],
) -> tuple[Stance, ...]:
    """Judge every text on every target, own voice and quoted apart.

    `frames` is there for judges that weigh them: this one reads the words again.
    """
    chosen = inside(tellings)
    return tuple(
        stance
        for telling in tellings
        for stance in of_text(
            telling, targets, frozenset(word.span for word in chosen if word.source == telling.id)
        )
    )


def of_text(
    telling: Telling, targets: tuple[Target, ...], own_inside: frozenset[Span]
) -> Iterator[Stance]:
    """Judge one text on every target."""
    aimed = aims_of(telling, targets)
    named: Named = {}
    passing: set[str] = set()
    found: list[Sign] = []
    for sentence in telling.document.sentences:
        here = aimed.get(sentence.span.start, ())
        if not here:
            continue
        if sentence.part != "title":
            passing |= {aim.target for aim in here}
            for aim in (aim for aim in here if not in_passing(aim, telling.text)):
                named.setdefault((aim.target, voice_at(telling, aim.span)), sentence)
        found.extend(signs(telling, sentence, here, own_inside))
    for target in targets:
        for voice in VOICES:
            mine = [sign for sign in found if sign.target == target.id and sign.voice == voice]
            yield stance_of(telling, target.id, voice, mine, named, target.id in passing)


def voice_at(telling: Telling, span: Span) -> StanceVoice:
    """Tell whether a name stands in quotation marks that are speech, or in the text's own words."""
    quoted = any(
        a.kind != "indirect" and a.content.span.holds(span) for a in telling.given_in(span)
    )
    return "quoted" if quoted or telling.voice_of(span) == "direct_quote" else "own"


def stance_of(
    telling: Telling,
    target: str,
    voice: StanceVoice,
    found: list[Sign],
    named: Named,
    passing: bool,
) -> Stance:
    """Weigh the signs of one cell."""
    known = any(name == target for name, _ in named)
    if not known or (not found and (target, voice) not in named):
        return silent(telling.id, target, voice, known, passing)
    found = deciding(found)
    value = value_of(found)
    return Stance(
        source=telling.id,
        target=target,
        voice=voice,
        value=value,
        confidence=confidence_of(voice, found),
        reason=of_cell(telling, voice, value, found),
        evidence=evidence_of(telling, found, value)
        or (StanceEvidence(passage=named[target, voice].passage),),
    )


def silent(source: str, target: str, voice: StanceVoice, known: bool, passing: bool) -> Stance:
    """Say that a text does not speak of a target in a voice."""
    if known:
        reason = phrase("not mentioned in this voice")
    elif passing:
        reason = phrase(
            "named only in passing: as a place, inside another name or as what others are against"
        )
    else:
        reason = phrase("not mentioned")
    return Stance(
        source=source,
        target=target,
        voice=voice,
        value=None,
        confidence="medium" if known or passing else "high",
        reason=reason,
    )


def deciding(found: list[Sign]) -> list[Sign]:
    """Keep the signs that decide: words of a plain report weigh only in a sentence that judges."""
    weighty = {one.sentence for one in found if not one.describing and abs(one.weight) > MILD}
    if all(sign.describing for sign in found):
        return found
    return [sign for sign in found if not sign.describing or sign.sentence in weighty]


def value_of(found: list[Sign]) -> int:
    """Turn the weights into −2 … +2."""
    if all(sign.describing for sign in found):
        return 0
    total = round(sum(sign.weight for sign in found), 3)
    size = 2 if abs(total) >= STRONG else 1 if abs(total) >= SIDE else 0
    return size if total > 0 else -size


def confidence_of(voice: StanceVoice, found: list[Sign]) -> Confidence:
    """Tell how far the signs agree, with one another and with what was learnt.

    That nobody quoted takes a side is seldom sure: quotations judge in many words.
    """
    if not found:
        return "medium" if voice == "own" else "low"
    judging = [sign for sign in found if not sign.describing]
    borne_out = sum(sign.chance >= LIKELY for sign in judging)
    if len(judging) < 2 or len({sign.weight > 0 for sign in judging}) > 1 or not borne_out:
        return "low"
    return "high" if len(judging) > 2 and borne_out > 1 else "medium"


def evidence_of(telling: Telling, found: list[Sign], value: int) -> tuple[StanceEvidence, ...]:
    """Gather the sentences behind a value, each with the words in it that decided."""
    rows: dict[Sentence, list[Sign]] = {}
    for sign in found:
        rows.setdefault(sign.sentence, []).append(sign)
    return tuple(
        StanceEvidence(
            passage=sentence.passage,
            words=tuple(
                word.within(sentence.source)
                for word in sorted(
                    {w for one in here if one.weight * value >= 0 for w in one.words}
                )
            ),
            reason=of_sentence(telling, here, value),
        )
        for sentence, here in sorted(rows.items(), key=lambda row: row[0].span)
    )
