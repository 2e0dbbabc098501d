"""Source → the view of its page."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from tellings.model.document import Sentence
from tellings.model.findings import Claim, Telling
from tellings.model.source import Part
from tellings.model.span import Passage
from tellings.render import urls, wording
from tellings.render.counting import counted
from tellings.render.phrases import Phrases, mark
from tellings.render.viewing import coverage
from tellings.render.viewing.desk import SHORT, Desk
from tellings.render.viewing.facts import facts
from tellings.render.viewing.terms import rows
from tellings.render.views.common import Link, Segment
from tellings.render.views.digest import LeftOutText
from tellings.render.views.source import CarriedView, OwnClaim, SentenceView, SourceView

__all__ = ["source_view"]

LISTED = 12
"""How many claims that it alone has are shown without being asked for."""

PARTS: dict[Part, str] = mark(
    {
        "title": "headline",
        "standfirst": "standfirst",
        "subhead": "subhead",
        "body": "",
    }
)


def source_view(desk: Desk, telling: Telling) -> SourceView:
    """Show a source."""
    source, event = telling.document.source, desk.index.digest.event
    sentences = tuple(sentence_view(desk, one) for one in shown_sentences(desk, telling))
    own = alone(desk, telling.id)
    language = wording.language(source.lang, desk.phrases)
    unread = desk.phrases.text(
        "This text is in %(language)s. It is shown as filed and was not analysed.",
        language=language,
    )
    return SourceView(
        title=wording.clip(source.title or source.text, 160),
        derived=source.title is None or source.title_derived,
        label=source.label,
        count=counted(desk.index),
        event=Link(words=event.title, href=desk.to_digest()),
        lang=None if source.english else source.lang,
        analysed=source.english,
        unread="" if source.english else unread,
        excerpt=source.rights == "excerpt",
        facts=facts(source, desk.phrases),
        removed=removed(telling, desk.phrases),
        unsure=unsure(telling, desk.phrases),
        numbers=numbers(desk, telling),
        sentences=sentences or paragraphs(telling, desk.phrases),
        alone=own[:LISTED],
        alone_more=own[LISTED:],
        lacks_base=coverage.left_out_base(desk),
        lacks=lacks(desk, telling.id),
        terms=rows(desk, telling.id),
        stance=desk.at.to(urls.stance(event.slug), "terms"),
    )


def shown_sentences(desk: Desk, telling: Telling) -> Iterator[Sentence]:
    """Give the sentences that may be shown: all, or those that findings use."""
    for sentence in telling.document.sentences:
        if sentence.passage not in desk.index.hidden:
            yield sentence


def sentence_view(desk: Desk, sentence: Sentence) -> SentenceView:
    """Show one sentence."""
    source = sentence.source
    telling = desk.index.tellings[source]
    claims = desk.index.claims_in(source, sentence.span)
    rule, voice = desk.rule(source, sentence.span)
    loaded = dict.fromkeys(
        desk.index.words(frame.passage) for frame in desk.loaded(source, sentence.span)
    )
    quoted = ", ".join(f"“{words}”" for words in loaded)
    return SentenceView(
        id=sentence.id,
        number=desk.index.ordinal(sentence),
        part=desk.phrases.text(PARTS[sentence.part]),
        begins=begins(desk, telling, sentence),
        voice=rule,
        voice_words=voice,
        segments=desk.segments(source, sentence.span),
        claims=tuple(carried(desk, claim, sentence) for claim in claims),
        used="" if claims else used_elsewhere(desk, telling, sentence),
        speaker=telling.speaker_of(sentence.span) if rule != "own" else None,
        loaded=desk.phrases.text(
            "Loaded inside the attribution, outside quotation marks: %(quoted)s", quoted=quoted
        )
        if loaded
        else "",
    )


def carried(desk: Desk, claim: Claim, sentence: Sentence) -> CarriedView:
    """Show a claim beside a sentence that carries it, and how sure the sentence sounds of it."""
    alone = desk.index.told_in(claim) == 1
    words = desk.phrases.text("only here") if alone else desk.share(claim)
    found = desk.index.differences.get(claim.id, ())
    kinds = dict.fromkeys(difference.kind for difference in found if not difference.weak)
    differs = desk.phrases.text("differs: %(kinds)s", kinds=desk.kinds(kinds)) if kinds else ""
    place = sentence.passage
    mention = next((one for one in claim.mentions if one.passage == place), None)
    sure = desk.phrases.text(wording.CERTAINTIES[mention.certainty]) if mention else ""
    several = len(desk.index.counted) > 1
    said = (words, differs, sure) if several else (sure,)
    return CarriedView(
        link=desk.claim(claim), told=desk.phrases.text(", ").join(filter(None, said))
    )


def used_elsewhere(desk: Desk, telling: Telling, sentence: Sentence) -> str:
    """Say where the digest uses a sentence that carries no claim."""
    if any(a.content.span.shared(sentence.span) for a in telling.attributions):
        return desk.phrases.text("in no claim; shown under who says what")
    evidence = chain.from_iterable(stance.evidence for stance in desk.index.digest.stances)
    places = [one.passage for one in evidence if one.passage.source == telling.id]
    if any(place.span.shared(sentence.span) for place in places):
        return desk.phrases.text("in no claim; shown in the stance summary")
    return desk.phrases.text("not used")


def begins(desk: Desk, telling: Telling, sentence: Sentence) -> bool:
    """Tell whether a sentence begins its paragraph."""
    before = desk.index.ordinal(sentence) - 2
    return before < 0 or (telling.document.sentences[before].paragraph != sentence.paragraph)


def paragraphs(telling: Telling, phrases: Phrases) -> tuple[SentenceView, ...]:
    """Show a text that was not cut into sentences by its paragraphs."""
    source = telling.document.source
    return tuple(
        SentenceView(
            id=f"p-{number}",
            number=number,
            part=phrases.text(PARTS[block.part]),
            begins=True,
            voice="own",
            voice_words="",
            segments=(Segment(words=wording.shown(block.span.of(source.text)), mark=""),),
            claims=(),
            used="",
            speaker=None,
            loaded="",
        )
        for number, block in enumerate(source.blocks, start=1)
        if source.rights == "full"
    )


def removed(telling: Telling, phrases: Phrases) -> str:
    """Say what was removed from the file: "5 reader comments, 2 advertisements"."""
    counts: Counter[str] = Counter()
    for removal in telling.document.source.removed:
        counts[removal.kind] += removal.count
    said = ", ".join(wording.removed(kind, number, phrases) for kind, number in counts.items())
    return (
        phrases.text("%(said)s. None of it is on any page or in any download.", said=said)
        if said
        else ""
    )


def unsure(telling: Telling, phrases: Phrases) -> str:
    """Say which lines were kept and may not be the text."""
    found = telling.document.source.unsure
    places = (
        phrases.text(
            "line %(lines)s of the file (%(doubt)s)",
            lines=each.lines[0],
            doubt=wording.doubt(each.kind, phrases),
        )
        for each in found
    )
    said = wording.listed(tuple(places), phrases)
    return (
        phrases.text("Kept, and perhaps not part of the text: %(said)s.", said=said) if said else ""
    )


def numbers(desk: Desk, telling: Telling) -> str:
    """Count a text's sentences by voice, and its claims."""
    every = len(telling.document.sentences)
    if not telling.document.source.english:
        return wording.count(every, "sentence", desk.phrases) if every else ""
    rules = (desk.rule(telling.id, sentence.span) for sentence in telling.document.sentences)
    voices = Counter(words for _, words in rules)
    by_voice = "; ".join(
        f"{voices[word]} {word}"
        for word in map(desk.phrases.text, wording.VOICES.values())
        if voices[word]
    )
    told = len({claim.id for claim, _ in desk.index.told.get(telling.id, ())})
    claims = wording.count(len(desk.index.claims), "claim", desk.phrases)
    if desk.index.claims:
        claims = desk.phrases.text("It tells %(told)s of the %(claims)s", told=told, claims=claims)
    return f"{wording.count(every, 'sentence', desk.phrases)}: {by_voice}. {claims}."


def alone(desk: Desk, source: str) -> tuple[OwnClaim, ...]:
    """Give the claims that no other text tells, each with its sentence."""
    told = {claim.id: mention for claim, mention in reversed(desk.index.told.get(source, ()))}
    found = (desk.index.claims[id_] for id_ in sorted(told, key=desk.index.numbers.__getitem__))
    return tuple(
        OwnClaim(
            link=desk.claim(claim),
            words=wording.clip(desk.index.gist(claim), SHORT),
            sentence=sentence_link(desk, told[claim.id].passage),
        )
        for claim in found
        if len(desk.index.texts_of(claim)) == 1
    )


def sentence_link(desk: Desk, passage: Passage) -> Link:
    """Link to the sentence of a passage by its number."""
    sentence = desk.index.sentence(passage)
    words = desk.numbered(sentence) if sentence else desk.phrases.text("its text")
    return Link(words=words, href=desk.to_sentence(passage))


def lacks(desk: Desk, source: str) -> LeftOutText | None:
    """Give the claims that texts of two origins tell and this one does not."""
    text, claims = desk.index.every_text[source], coverage.independent(desk)
    if text not in desk.index.texts or not claims:
        return None
    near = coverage.nearest(desk.index)
    return coverage.left_out_of(desk, text, claims, near, most=len(claims))
