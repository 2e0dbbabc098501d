"""Claims and the points in which texts differ, as a digest page shows them."""

from tellings.model.findings import Claim, Difference, Mention, Reading
from tellings.render import wording
from tellings.render.index import sharpness
from tellings.render.viewing.desk import Desk
from tellings.render.views.claims import (
    ClaimView,
    DifferenceView,
    EvidenceView,
    ReadingView,
    SectionView,
)
from tellings.render.views.common import Badge, Link

__all__ = ["differences", "sections"]

MANY = 3
"""How many claims of one text alone a section shows before it folds them."""

RELATED = 3
"""How many claims that may tell the same are named under one."""

LONG = 140
WORDLESS = ("certainty", "tense", "attribution")
"""Kinds whose value says more than the words alone."""


def sections(desk: Desk) -> tuple[SectionView, ...]:
    """Show the claims, in sections; what one text alone tells follows what several tell."""
    shown = []
    for section in desk.index.digest.sections:
        views = [claim_view(desk, desk.index.claims[id_]) for id_ in section.claims]
        shared = tuple(view for view in views if not view.only)
        alone = tuple(view for view in views if view.only)
        fold = len(alone) > MANY and bool(shared)
        shown.append(
            SectionView(
                id=f"section-{section.id}",
                name=section.name,
                claims=shared if fold else shared + alone,
                folded=alone if fold else (),
            )
        )
    return tuple(shown)


def claim_view(desk: Desk, claim: Claim) -> ClaimView:
    """Show one claim."""
    texts = desk.index.texts_of(claim)
    evidence = evidence_of(desk, claim)
    standing = desk.index.digest.standing(claim)
    passages = sorted(
        (mention.passage for mention in claim.mentions),
        key=lambda passage: (
            passage.source != claim.gist.source,
            not passage.span.holds(claim.gist.span),
            passage,
        ),
    )
    return ClaimView(
        id=claim.id,
        number=desk.index.numbers[claim.id],
        gist=desk.index.gist(claim),
        standing=standing,
        told_by=desk.tellers(passages),
        only=len(texts) == 1,
        by=(claim.mentions[0].by or "") if len(texts) == 1 else "",
        badges=badges(desk, claim),
        differences=tuple(
            difference_view(desk, difference)
            for difference in desk.index.differences.get(claim.id, ())
            if not difference.weak
        ),
        evidence=evidence,
        sentences=wording.count(len(evidence), "sentence"),
        related=related(desk, claim),
        open=standing == "differs",
    )


def related(desk: Desk, claim: Claim) -> tuple[Link, ...]:
    """Link to the claims that may tell the same."""
    others = dict.fromkeys(link.claim for link in claim.related)
    return tuple(desk.claim(desk.index.claims[id_]) for id_ in list(others)[:RELATED])


def badges(desk: Desk, claim: Claim) -> tuple[Badge, ...]:
    """Give a claim's marks, in words."""
    told, every = len(desk.index.texts_of(claim)), len(desk.index.texts)
    marks = [
        Badge(words="only one text", kind="one")
        if told == 1
        else Badge(words=f"{told} of {wording.count(every, 'text')}", kind="plain")
    ]
    found = desk.index.differences.get(claim.id, ())
    kinds = dict.fromkeys(difference.kind for difference in found if not difference.weak)
    if kinds:
        marks.append(Badge(words=f"differs: {', '.join(kinds)}", kind="differs"))
    weak = [difference for difference in found if difference.weak]
    if weak:
        marks.append(Badge(words=attributed(claim, weak[0]), kind="plain"))
    sentences = [desk.index.sentence(mention.passage) for mention in claim.mentions]
    if all(sentence and sentence.part == "title" for sentence in sentences):
        marks.append(Badge(words="headline only", kind="head"))
    if claim.set_by == "editor":
        marks.append(Badge(words="set by the editor", kind="editor"))
    return tuple(marks)


def attributed(claim: Claim, difference: Difference) -> str:
    """Say in a mark how texts give the same as somebody's words."""
    own = any(reading.value == wording.VOICES["own"] for reading in difference.readings)
    if own or any(mention.voice == "own" for mention in claim.mentions):
        return "own voice in some, attributed in others"
    return "attributed to different speakers"


def evidence_of(desk: Desk, claim: Claim) -> tuple[EvidenceView, ...]:
    """Show the sentences behind a claim; the same words in files of one text stand once."""
    together: dict[tuple[str, str], list[Mention]] = {}
    for mention in claim.mentions:
        text = desk.index.every_text[mention.passage.source].id
        together.setdefault((text, words_around(desk, mention)), []).append(mention)
    return tuple(evidence_view(desk, mentions) for mentions in together.values())


def words_around(desk: Desk, mention: Mention) -> str:
    """Give the whole sentence of a mention."""
    sentence = desk.index.sentence(mention.passage)
    return desk.index.words(sentence.passage if sentence else mention.passage)


def evidence_view(desk: Desk, mentions: list[Mention]) -> EvidenceView:
    """Show one sentence and the files that print it."""
    first = mentions[0]
    source = first.passage.source
    sentence = desk.index.sentence(first.passage)
    span = sentence.span if sentence else first.passage.span
    told = [(m.clause or m.passage).span for m in mentions if m.passage.source == source]
    label = desk.index.source(source).label
    place = f", {desk.numbered(sentence)}" if sentence else ""
    others = {m.passage.source: m.passage for m in reversed(mentions)}
    others.pop(source)
    return EvidenceView(
        segments=desk.segments(source, span, told),
        link=Link(words=f"{label}{place}", href=desk.to_sentence(first.passage)),
        voice=wording.VOICES[first.voice],
        by=first.by,
        certainty=wording.CERTAINTIES[first.certainty],
        also=tuple(
            Link(words=desk.index.source(other).label, href=desk.to_sentence(passage))
            for other, passage in sorted(others.items())
        ),
    )


def differences(desk: Desk, *, weak: bool = False) -> tuple[DifferenceView, ...]:
    """Show every difference, the sharpest first; those of mere attribution are asked for apart."""
    every = sorted(wording.once(desk.index.digest.differences), key=sharpness)
    return tuple(difference_view(desk, one) for one in every if one.weak == weak)


def difference_view(desk: Desk, difference: Difference) -> DifferenceView:
    """Show one point in which texts differ, its readings side by side."""
    claim = desk.index.claims[difference.claim]
    return DifferenceView(
        kind=difference.kind,
        relation=wording.RELATIONS[difference.relation],
        reason=difference.because,
        title=wording.clip(desk.index.gist(claim), 64),
        href=desk.to_digest(claim.id),
        readings=readings(desk, difference),
        by_editor=difference.set_by == "editor",
    )


def readings(desk: Desk, difference: Difference) -> tuple[ReadingView, ...]:
    """Show what the texts give, those that give the same together."""
    together: dict[str, list[Reading]] = {}
    for reading in difference.readings:
        together.setdefault(reading.value, []).append(reading)
    return tuple(
        ReadingView(
            words=wording.clip(desk.index.words(same[0].passage), LONG),
            meaning=value if difference.kind in WORDLESS else "",
            told_by=desk.tellers(reading.passage for reading in same),
        )
        for value, same in together.items()
    )
