"""Claims, with their sentences, as a digest page shows them."""

from tellings.model.findings import Claim, Difference, Mention
from tellings.model.span import Passage
from tellings.render import counting, wording
from tellings.render.phrases import Phrases
from tellings.render.viewing.desk import Desk
from tellings.render.viewing.differing import difference_view
from tellings.render.views.claims import ClaimView, EvidenceView, SectionView
from tellings.render.views.common import Badge, Link

__all__ = ["sections"]

MANY = 3
"""How many claims of one text alone a section shows before it folds them."""

AT_ONCE = 5
"""How many sentences stand beside a claim in which texts differ, before the rest is folded."""

SHORT = 30
"""How many claims a digest may have for none of its sections to fold."""

UNFOLDED = 20
"""How many claims of a longer one are shown before sections in which nothing differs fold."""

SHOWN = 24
"""How many claims of several texts a section shows before it folds the rest."""

RELATED = 1
"""How many claims that may tell the same are named under one: the likeliest."""


def sections(desk: Desk) -> tuple[SectionView, ...]:
    """Show the claims, in sections; what one text alone tells follows what several tell."""
    shown: list[SectionView] = []
    long, before = len(desk.index.claims) > SHORT, 0
    several = len(desk.index.texts) > 1
    for section in desk.index.digest.sections:
        views = [claim_view(desk, desk.index.claims[id_]) for id_ in section.claims]
        shared = tuple(view for view in views if len(view.told_by) > 1 or not several)
        alone = tuple(view for view in views if len(view.told_by) == 1 and several)
        fold = len(alone) > MANY and bool(shared)
        first, rest = parted(shared)
        differ = sum(view.standing == "differs" for view in views)
        shown.append(
            SectionView(
                id=f"section-{section.id}",
                name=desk.phrases.worded(section.name),
                summary=contents(len(shared), len(alone), differ, desk.phrases) if long else "",
                open=before < UNFOLDED or differ > 0,
                claims=first if fold else first + alone,
                more=rest,
                folded=alone if fold else (),
            )
        )
        before += len(views)
    return tuple(shown)


def parted(
    shared: tuple[ClaimView, ...],
) -> tuple[tuple[ClaimView, ...], tuple[ClaimView, ...]]:
    """Part very many claims of several texts: the first of them and those that differ, the rest."""
    if len(shared) <= SHOWN + MANY:
        return shared, ()
    rest = tuple(view for view in shared[SHOWN:] if view.standing != "differs")
    return tuple(view for view in shared if view not in rest), rest


def contents(shared: int, alone: int, differ: int, phrases: Phrases) -> str:
    """Say what a section holds."""
    told = wording.count(shared + alone, "claim", phrases)
    if not shared:
        return phrases.text("%(told)s, each told by one text", told=told)
    said = (
        phrases.text("%(told)s, %(shared)s told by several texts", told=told, shared=shared)
        if alone
        else phrases.text("%(told)s told by several texts", told=told)
        if shared == 1
        else phrases.text("%(told)s, each told by several texts", told=told)
    )
    return (
        phrases.text("%(said)s; they differ in %(differ)s", said=said, differ=differ)
        if differ
        else said
    )


def claim_view(desk: Desk, claim: Claim) -> ClaimView:
    """Show one claim."""
    only = len(desk.index.texts_of(claim)) == 1
    evidence = evidence_of(desk, claim)
    standing = desk.index.standings[claim.id]
    first, rest = beside(desk, claim, evidence) if standing == "differs" else (evidence, ())
    alone = evidence[0] if len(evidence) == 1 and not evidence[0].segments else None
    passages = sorted(
        (mention.passage for mention in claim.mentions),
        key=lambda passage: (
            passage.source != claim.gist.source,
            not passage.span.holds(claim.gist),
            passage,
        ),
    )
    return ClaimView(
        id=claim.id,
        number=desk.index.numbers[claim.id],
        gist=desk.index.gist(claim),
        standing=standing,
        told_by=desk.tellers(passages),
        by=(claim.mentions[0].by or "") if only else "",
        badges=badges(desk, claim),
        differences=tuple(
            difference_view(desk, difference)
            for difference in desk.index.differences.get(claim.id, ())
            if not difference.weak
        ),
        alone=alone,
        evidence=() if alone else first,
        evidence_more=rest,
        sentences=wording.count(len(evidence), "sentence", desk.phrases),
        marks=marks(evidence, desk.phrases),
        origins=counting.origins(desk.index, desk.index.covers[claim.id]),
        related=related(desk, claim),
        open=standing == "differs",
    )


def beside(
    desk: Desk, claim: Claim, evidence: tuple[EvidenceView, ...]
) -> tuple[tuple[EvidenceView, ...], tuple[EvidenceView, ...]]:
    """Part the sentences that differ from the others where they are many."""
    if len(evidence) <= AT_ONCE:
        return evidence, ()
    found = desk.index.differences.get(claim.id, ())
    readings = (reading for one in found if not one.weak for reading in one.readings)
    sharp = {desk.to_sentence(reading.passage) for reading in readings}
    first = tuple(one for one in evidence if one.link.href in sharp) or evidence[:AT_ONCE]
    return first, tuple(one for one in evidence if one not in first)


def marks(evidence: tuple[EvidenceView, ...], phrases: Phrases) -> str:
    """Say what the lines under words mean."""
    kinds = {segment.mark for one in evidence for segment in one.segments}
    said = [phrases.text("Underlined: what tells the claim.")] if "told" in kinds else []
    said += (
        [phrases.text("Wavy line: a loaded word inside an attribution.")]
        if "loaded" in kinds
        else []
    )
    return " ".join(said)


def related(desk: Desk, claim: Claim) -> tuple[Link, ...]:
    """Link to the claims that may tell the same."""
    others = dict.fromkeys(link.claim for link in claim.related)
    return tuple(desk.claim(desk.index.claims[id_]) for id_ in list(others)[:RELATED])


def badges(desk: Desk, claim: Claim) -> tuple[Badge, ...]:
    """Give a claim's marks, in words."""
    told, every = desk.index.told_in(claim), len(desk.index.counted)
    marks = []
    if every > 1:
        some = Badge(words=desk.share(claim), kind="plain")
        marks.append(
            Badge(words=desk.phrases.text("only one text"), kind="one") if told == 1 else some
        )
    origins = counting.of_claim(desk.index, desk.index.covers[claim.id])
    if origins:
        marks.append(Badge(words=origins, kind="plain"))
    found = desk.index.differences.get(claim.id, ())
    kinds = dict.fromkeys(difference.kind for difference in found if not difference.weak)
    if kinds:
        marks.append(
            Badge(
                words=desk.phrases.text("differs: %(kinds)s", kinds=desk.kinds(kinds)),
                kind="differs",
            )
        )
    weak = [difference for difference in found if difference.weak]
    if weak:
        marks.append(Badge(words=attributed(weak[0], desk.phrases), kind="plain"))
    sentences = [desk.index.sentence(mention.passage) for mention in claim.mentions]
    if all(sentence and sentence.part == "title" for sentence in sentences):
        marks.append(Badge(words=desk.phrases.text("headline only"), kind="head"))
    if claim.set_by == "editor":
        marks.append(Badge(words=desk.phrases.text("set by the editor"), kind="editor"))
    return tuple(marks)


def attributed(difference: Difference, phrases: Phrases) -> str:
    """Say in a mark how texts give the same as somebody's words.

    A text that tells it in its own voice in one place may well give it as somebody's in another.
    """
    if any(reading.value == wording.VOICES["own"] for reading in difference.readings):
        return phrases.text("own voice in some, attributed in others")
    return phrases.text("attributed to different speakers")


def evidence_of(desk: Desk, claim: Claim) -> tuple[EvidenceView, ...]:
    """Show the sentences behind a claim; the same words in files of one text stand once."""
    together: dict[tuple[str, str], list[Mention]] = {}
    for mention in claim.mentions:
        text = desk.index.every_text[mention.passage.source].id
        together.setdefault((text, words_around(desk, mention)), []).append(mention)
    return tuple(evidence_view(desk, mentions, claim.gist) for mentions in together.values())


def words_around(desk: Desk, mention: Mention) -> str:
    """Give the whole sentence of a mention."""
    sentence = desk.index.sentence(mention.passage)
    return desk.index.words(sentence.passage if sentence else mention.passage)


def evidence_view(desk: Desk, mentions: list[Mention], gist: Passage) -> EvidenceView:
    """Show one sentence and the files that print it."""
    first = mentions[0]
    source = first.passage.source
    sentence = desk.index.sentence(first.passage)
    span = sentence.span if sentence else first.passage.span
    told = [(m.clause or m.passage).span for m in mentions if m.passage.source == source]
    text = desk.index.every_text[source]
    place = f", {desk.numbered(sentence)}" if sentence else ""
    others = {m.passage.source: m.passage for m in reversed(mentions)}
    others.pop(source)
    # What every file of a text prints is the text's; the list of sources names them once.
    common = len(others) + 1 == len(text.files)
    label = text.label if common else desk.file(source)
    whole = any(printed_whole(desk, m, gist) for m in mentions) and not desk.loaded(source, span)
    return EvidenceView(
        segments=() if whole else desk.segments(source, span, told),
        link=Link(words=f"{label}{place}", href=desk.to_sentence(first.passage)),
        voice=desk.phrases.text(wording.VOICES[first.voice]),
        by=first.by,
        certainty=desk.phrases.text(wording.CERTAINTIES[first.certainty]),
        also=tuple(
            Link(words=desk.file(other), href=desk.to_sentence(passage))
            for other, passage in sorted(others.items())
            if not common
        ),
    )


def printed_whole(desk: Desk, mention: Mention, gist: Passage) -> bool:
    """Tell whether a claim's gist is the whole sentence of a mention."""
    sentence = desk.index.sentence(mention.passage)
    span = sentence.span if sentence else mention.passage.span
    return mention.passage.source == gist.source and gist.span.holds(span)
