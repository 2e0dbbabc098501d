"""What became of each entry: what it did, or why it does not fit what is found any more."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from tellings.analysis.correcting.claims import left_by, telling_it
from tellings.analysis.correcting.differences import about, common_claim
from tellings.analysis.correcting.entries import meant, touches
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
from tellings.model.findings import Claim, Difference, Section, SummaryLine, Telling
from tellings.model.span import Passage

__all__ = ["Found", "log"]

K = TypeVar("K", bound=Correction)

NO_CLAIM = "these words stand in no sentence that tells a claim"
OTHERWISE = "another entry says otherwise"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the tool found before the editor had a say in it."""

    tellings: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    summary: tuple[SummaryLine, ...]


def log(digest: Digest, found: Found) -> tuple[Corrected, ...]:
    """Say of each entry what it did; `digest` holds it, `found` is what was there before."""
    made = []
    for entry in digest.event.corrections:
        did, problem = _judged(entry, digest, found)
        other = _contradicted(entry, digest.event.corrections)
        problem = f"contradicts the entry at line {other.line}" if other else problem
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


def _join(entry: JoinClaims, digest: Digest, found: Found) -> tuple[str, str]:
    before = {c.id for place in entry.at for c in telling_it(found.claims, place)[:1]}
    did = f"joined {len(before)} claims" if len(before) > 1 else "joined sentences to a claim"
    if common_claim(entry.at, digest.claims) is not None:
        return did, ""
    nothing = "the sentences cannot be one claim: none of them tells one"
    return did, OTHERWISE if before else nothing


def _split(entry: SplitClaim, digest: Digest, found: Found) -> tuple[str, str]:
    did = "made a claim of its own"
    if not telling_it(found.claims, entry.at[0]):
        return did, NO_CLAIM
    one = common_claim(entry.at, digest.claims)
    others = telling_it(digest.claims, entry.of) if entry.of else ()
    if one is None or one in others:
        return did, OTHERWISE
    return did, _leaving(left_by(found.claims, entry.at, entry.of))


def _reject(entry: RejectMention, digest: Digest, found: Found) -> tuple[str, str]:
    did = "took a sentence out of a claim"
    return did, _leaving(left_by(found.claims, entry.at, entry.of))


def _leaving(claims: tuple[Claim, ...]) -> str:
    """Say why a sentence cannot leave its claim."""
    if len(claims) > 1:
        return f"the sentence tells {len(claims)} claims: quote another of the one with of = {{…}}"
    return "" if claims else "nothing to part: no other sentence tells such a claim"


def _place(entry: PlaceClaim, digest: Digest, _: Found) -> tuple[str, str]:
    did = f"moved a claim to “{entry.section}”"
    claims = telling_it(digest.claims, entry.at[0])
    if not claims:
        return did, NO_CLAIM
    section = _section(digest.sections, claims[0])
    held = section is not None and section.name.casefold() == entry.section.casefold()
    return did, "" if held else OTHERWISE


def _section(sections: Iterable[Section], claim: Claim) -> Section | None:
    return next((section for section in sections if claim.id in section.claims), None)


def _order(entry: OrderClaim, digest: Digest, _: Found) -> tuple[str, str]:
    did = "put a claim first" if entry.other is None else f"put a claim {entry.where} another"
    claims = telling_it(digest.claims, entry.at[0])
    others = telling_it(digest.claims, entry.other) if entry.other else ()
    if not claims or (entry.other and not others):
        return did, NO_CLAIM
    section = _section(digest.sections, claims[0])
    if section is None:
        return did, NO_CLAIM
    if others and others[0].id == claims[0].id:
        return did, "both passages tell the same claim"
    at = section.claims.index(claims[0].id)
    beside = at + 1 if entry.where == "before" else at - 1
    if entry.where == "first":
        held = at == 0
    else:
        held = 0 <= beside < len(section.claims) and section.claims[beside] == others[0].id
    return did, "" if held else OTHERWISE


def _gist(entry: SetGist, digest: Digest, _: Found) -> tuple[str, str]:
    did = "chose the words that stand for a claim"
    if any(claim.gist == entry.at[0] for claim in digest.claims):
        return did, ""
    return did, OTHERWISE if telling_it(digest.claims, entry.at[0]) else NO_CLAIM


def _content(entry: FixContent, digest: Digest, _: Found) -> tuple[str, str]:
    given = digest.telling(entry.at[0].source).attributions
    fits = any(one.content == entry.at[0] for one in given)
    problem = "nothing is given as somebody's words there: name its kind to add it"
    return "set where given words begin and end", "" if fits else problem


def _speaker(entry: SetSpeaker, digest: Digest, _: Found) -> tuple[str, str]:
    did = f"gave words to {entry.speaker}" if entry.speaker else "cleared a speaker"
    place = entry.at[0]
    given = digest.telling(place.source).attributions
    aimed = meant(place.span, given, lambda one: one.content.span)
    if not aimed:
        return did, "nothing is given as somebody's words there"
    return did, "" if all(one.speaker == entry.speaker for one in aimed) else OTHERWISE


def _date(entry: SetDate, digest: Digest, found: Found) -> tuple[str, str]:
    did = f"set a date: {entry.date}" if entry.date else "dismissed a date"
    place = entry.at[0]
    before = _sentences(found.tellings, place).dates
    now = meant(place.span, digest.telling(place.source).dates, lambda one: one.passage.span)
    if entry.date is None and not meant(place.span, before, lambda one: one.passage.span):
        return did, "no date was found there"
    return did, "" if entry.date in {one.date for one in now} or not entry.date else OTHERWISE


def _merge(entry: MergeNames, digest: Digest, _: Found) -> tuple[str, str]:
    did = f"made one name of {_listed(entry.names)}"
    known = [{form.casefold() for form in (n.name, *n.variants)} for n in digest.names]
    wanted = {name.casefold() for name in entry.names}
    missing = [n for n in entry.names if not any(n.casefold() in forms for forms in known)]
    if missing:
        return did, f"{_listed(missing)}: no such name is found in the texts"
    return did, "" if any(wanted <= forms for forms in known) else OTHERWISE


def _part(entry: PartNames, digest: Digest, _: Found) -> tuple[str, str]:
    apart, *others = entry.names
    did = f"told {apart} from {_listed(others)}"
    known = [{form.casefold() for form in (n.name, *n.variants)} for n in digest.names]
    if not any(apart.casefold() in forms for forms in known):
        return did, f"{apart}: no such name is found in the texts"
    together = any(
        apart.casefold() in forms and forms & {other.casefold() for other in others}
        for forms in known
    )
    return did, "the names have the same printings" if together else ""


def _difference(entry: SetDifference, digest: Digest, found: Found) -> tuple[str, str]:
    if entry.dismissed:
        missing = "nothing to dismiss: no such difference is found"
        return "dismissed a difference", "" if about(entry, found.differences) else missing
    did = f"set a difference: {', '.join(filter(None, (entry.kind, entry.relation)))}"
    if common_claim(entry.at, digest.claims) is None:
        return did, "the passages tell no claim together: join their claims first"
    made = any({r.passage for r in one.readings} == {*entry.at} for one in digest.differences)
    return did, "" if made else "no difference was found there: name its kind to add it"


def _stance(entry: SetStance, digest: Digest, _: Found) -> tuple[str, str]:
    did = "cleared a stance" if entry.value is None else f"set a stance: {entry.value}"
    key = (entry.source, entry.target, entry.voice)
    now = [one for one in digest.stances if (one.source, one.target, one.voice) == key]
    if not now:
        return did, f"the stance summary has no cell for {entry.source} and {entry.target}"
    return did, "" if now[0].value == entry.value else OTHERWISE


def _term(entry: SetTerm, digest: Digest, _: Found) -> tuple[str, str]:
    fits = any(one.passage == entry.at[0] for one in digest.frames)
    return "added a term", "" if fits else OTHERWISE


def _text(entry: OneText, digest: Digest, _: Found) -> tuple[str, str]:
    did = f"made {'one text' if entry.same else 'texts of their own'} of {_listed(entry.sources)}"
    texts = {digest.lineage.text_of(source) for source in entry.sources}
    held = len(texts) == 1 if entry.same else len(texts) == len(entry.sources)
    return did, "" if held else OTHERWISE


def _summary(entry: InShort, digest: Digest, found: Found) -> tuple[str, str]:
    did = "pinned a sentence of “In short”" if entry.pinned else "dropped a sentence of “In short”"
    if not entry.pinned:
        before = any(touches(place, entry.at[0]) for x in found.summary for place in x.evidence)
        return did, "" if before else "nothing to drop: the sentence is not in “In short”"
    fits = any(entry.at[0] in line.evidence for line in digest.summary)
    return did, "" if fits else NO_CLAIM


def _count(entry: CountSource, digest: Digest, _: Found) -> tuple[str, str]:
    fits = entry.source in digest.lineage.uncounted
    return f"left {entry.source} out of the count", "" if fits else OTHERWISE


def _listed(words: Iterable[str]) -> str:
    every = list(words)
    return " and ".join(filter(None, (", ".join(every[:-1]), every[-1])))


def _judges() -> Iterator[tuple[type[Correction], Callable[..., tuple[str, str]]]]:
    yield JoinClaims, _join
    yield SplitClaim, _split
    yield RejectMention, _reject
    yield PlaceClaim, _place
    yield OrderClaim, _order
    yield SetGist, _gist
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
