"""What became of each entry: what it did, or why it does not fit what is found any more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from tellings.analysis.correcting import log_claims
from tellings.analysis.correcting.differences import about, common_claim
from tellings.analysis.correcting.entries import meant, touches
from tellings.analysis.correcting.found import NO_CLAIM, OTHERWISE, Found
from tellings.model.corrections import (
    Corrected,
    Correction,
    CountSource,
    FixContent,
    InShort,
    JoinClaims,
    MergeNames,
    OneText,
    OrderClaim,
    PartNames,
    PlaceClaim,
    RejectMention,
    SetDate,
    SetDifference,
    SetGist,
    SetSpeaker,
    SetStance,
    SetTerm,
    SplitClaim,
)
from tellings.model.digest import Digest
from tellings.model.findings import Telling
from tellings.model.phrase import listed, mark, phrase, sequence
from tellings.model.span import Passage
from tellings.model.worded import RELATIONS, VALUES

__all__ = ["log"]

WORDS = {str(relation): words for relation, words in RELATIONS.items()}
MISSING = mark("%(names)s: no such name is found in the texts")
SAYING: tuple[tuple[type[Correction], tuple[str, ...], str], ...] = (
    (SetStance, ("source", "target", "voice"), "value"),
    (OneText, ("sources",), "same"),
    (SetSpeaker, ("at",), "speaker"),
    (SetDate, ("at",), "date"),
    (PlaceClaim, ("at",), "section"),
    (InShort, ("at",), "pinned"),
    (SetTerm, ("at",), "target"),
)
"""Of what the entries of a kind speak, and what they say of it."""


def log(digest: Digest, found: Found) -> tuple[Corrected, ...]:
    """Say of each entry what it did; `digest` holds it, `found` is what was there before."""
    made = []
    for entry in digest.event.corrections:
        did, problem = _judged(entry, digest, found)
        other = _contradicted(entry, digest.event.corrections)
        if other:
            problem = phrase("contradicts the entry at line %(line)s", line=other.line)
        made.append(Corrected(correction=entry, did=did, problem=problem))
    return tuple(made)


def _judged(entry: Correction, digest: Digest, found: Found) -> tuple[str, str]:
    for kind, judge in JUDGES:
        if isinstance(entry, kind):
            return judge(entry, digest, found)
    raise TypeError(f"{type(entry).__name__} is no kind of entry")


def _contradicted(entry: Correction, every: Iterable[Correction]) -> Correction | None:
    """Find another entry of its kind that says something else of the same."""
    for kind, subject, verdict in SAYING:
        if isinstance(entry, kind):
            of, says = attrgetter(*subject), attrgetter(verdict)
            alike = (one for one in every if isinstance(one, kind) and of(one) == of(entry))
            return next((one for one in alike if says(one) != says(entry)), None)
    return None


def _sentences(tellings: Iterable[Telling], place: Passage) -> Telling:
    return next(telling for telling in tellings if telling.id == place.source)


def _content(entry: FixContent, digest: Digest, _: Found) -> tuple[str, str]:
    given = digest.telling(entry.at[0].source).attributions
    fits = any(one.content == entry.at[0] for one in given)
    problem = phrase("nothing is given as somebody’s words there: name its kind to add it")
    return phrase("set where given words begin and end"), "" if fits else problem


def _speaker(entry: SetSpeaker, digest: Digest, _: Found) -> tuple[str, str]:
    did = phrase("cleared a speaker")
    if entry.speaker:
        did = phrase("gave words to %(speaker)s", speaker=entry.speaker)
    place = entry.at[0]
    given = digest.telling(place.source).attributions
    aimed = meant(place.span, given, lambda one: one.content.span)
    if not aimed:
        return did, phrase("nothing is given as somebody’s words there")
    return did, "" if all(one.speaker == entry.speaker for one in aimed) else OTHERWISE


def _date(entry: SetDate, digest: Digest, found: Found) -> tuple[str, str]:
    did = phrase("dismissed a date")
    if entry.date:
        did = phrase("set a date: %(date)s", date=entry.date)
    place = entry.at[0]
    before = _sentences(found.tellings, place).dates
    now = meant(place.span, digest.telling(place.source).dates, lambda one: one.passage.span)
    if entry.date is None and not meant(place.span, before, lambda one: one.passage.span):
        return did, phrase("no date was found there")
    return did, "" if entry.date in {one.date for one in now} or not entry.date else OTHERWISE


def _merge(entry: MergeNames, digest: Digest, _: Found) -> tuple[str, str]:
    did = phrase("made one name of %(names)s", names=listed(entry.names))
    known = [{form.casefold() for form in (n.name, *n.variants)} for n in digest.names]
    wanted = {name.casefold() for name in entry.names}
    missing = [n for n in entry.names if not any(n.casefold() in forms for forms in known)]
    if missing:
        return did, phrase(MISSING, names=listed(missing))
    return did, "" if any(wanted <= forms for forms in known) else OTHERWISE


def _part(entry: PartNames, digest: Digest, _: Found) -> tuple[str, str]:
    apart, *others = entry.names
    did = phrase("told %(name)s from %(others)s", name=apart, others=listed(others))
    known = [{form.casefold() for form in (n.name, *n.variants)} for n in digest.names]
    if not any(apart.casefold() in forms for forms in known):
        return did, phrase(MISSING, names=apart)
    together = any(
        apart.casefold() in forms and forms & {other.casefold() for other in others}
        for forms in known
    )
    return did, phrase("the names have the same printings") if together else ""


def _difference(entry: SetDifference, digest: Digest, found: Found) -> tuple[str, str]:
    if entry.dismissed:
        missing = phrase("nothing to dismiss: no such difference is found")
        did = phrase("dismissed a difference")
        return did, "" if about(entry, found.differences) else missing
    named = [phrase(WORDS.get(word, word)) for word in (entry.kind, entry.relation) if word]
    did = phrase("set a difference: %(named)s", named=sequence(named))
    if common_claim(entry.at, digest.claims) is None:
        return did, phrase("the passages tell no claim together: join their claims first")
    made = any({r.passage for r in one.readings} == {*entry.at} for one in digest.differences)
    return did, "" if made else phrase("no difference was found there: name its kind to add it")


def _stance(entry: SetStance, digest: Digest, _: Found) -> tuple[str, str]:
    did = phrase("cleared a stance")
    if entry.value is not None:
        value = phrase(VALUES[entry.value])
        did = phrase(
            "set how %(source)s speaks of %(target)s: %(value)s",
            source=_labels(digest, [entry.source])[0],
            target=_target(digest, entry.target),
            value=value,
        )
    key = (entry.source, entry.target, entry.voice)
    now = [one for one in digest.stances if (one.source, one.target, one.voice) == key]
    if not now:
        return did, phrase(
            "the stance summary has no cell for %(source)s and %(target)s",
            source=entry.source,
            target=entry.target,
        )
    return did, "" if now[0].value == entry.value else OTHERWISE


def _term(entry: SetTerm, digest: Digest, _: Found) -> tuple[str, str]:
    fits = any(one.passage == entry.at[0] for one in digest.frames)
    return phrase("added a term"), "" if fits else OTHERWISE


def _text(entry: OneText, digest: Digest, _: Found) -> tuple[str, str]:
    labels = listed(_labels(digest, entry.sources))
    did = phrase("made separate texts of %(sources)s", sources=labels)
    if entry.same:
        did = phrase("made one text of %(sources)s", sources=labels)
    texts = {digest.lineage.text_of(source) for source in entry.sources}
    held = len(texts) == 1 if entry.same else len(texts) == len(entry.sources)
    return did, "" if held else OTHERWISE


def _summary(entry: InShort, digest: Digest, found: Found) -> tuple[str, str]:
    did = phrase("dropped a sentence of “In short”")
    if entry.pinned:
        did = phrase("pinned a sentence of “In short”")
    if not entry.pinned:
        before = any(touches(place, entry.at[0]) for x in found.summary for place in x.evidence)
        return did, "" if before else phrase("nothing to drop: the sentence is not in “In short”")
    fits = any(entry.at[0] in line.evidence for line in digest.summary)
    return did, "" if fits else NO_CLAIM


def _count(entry: CountSource, digest: Digest, _: Found) -> tuple[str, str]:
    did = phrase("left %(source)s out of the count", source=_labels(digest, [entry.source])[0])
    return did, "" if entry.source in digest.lineage.uncounted else OTHERWISE


def _labels(digest: Digest, sources: Sequence[str]) -> list[str]:
    """Name sources as pages do; where two are of one outlet, by their files."""
    labels = [digest.telling(source).document.source.label for source in sources]
    return labels if len({*labels}) == len(sources) else list(sources)


def _target(digest: Digest, id_: str) -> str:
    """Name a target as pages do."""
    return next((target.name for target in digest.targets if target.id == id_), id_)


def _judges() -> Iterator[tuple[type[Correction], Callable[..., tuple[str, str]]]]:
    yield JoinClaims, log_claims.join
    yield SplitClaim, log_claims.split
    yield RejectMention, log_claims.reject
    yield PlaceClaim, log_claims.place
    yield OrderClaim, log_claims.order
    yield SetGist, log_claims.gist
    yield FixContent, _content
    yield SetSpeaker, _speaker
    yield SetDate, _date
    yield MergeNames, _merge
    yield PartNames, _part
    yield SetDifference, _difference
    yield SetStance, _stance
    yield SetTerm, _term
    yield OneText, _text
    yield InShort, _summary
    yield CountSource, _count


JUDGES = tuple(_judges())
"""Who judges the entries of each kind."""
