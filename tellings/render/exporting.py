"""Findings as plain JSON values, one function for each key of digest.json."""

from typing import Any

from tellings.model.corrections import Editable
from tellings.model.digest import Digest
from tellings.model.findings import Attribution, Backing, Claim, Difference, Stance
from tellings.model.span import Passage

__all__ = [
    "Json",
    "attribution",
    "claims",
    "corrections",
    "dates",
    "frames",
    "names",
    "numbers",
    "passage",
    "stance",
    "summary",
    "targets",
    "voices",
]

Json = dict[str, Any]


def passage(place: Passage) -> Json:
    """Give a passage."""
    return {"source": place.source, "start": place.start, "end": place.end}


def maybe(place: Passage | None) -> Json | None:
    """Give a passage, where there is one."""
    return passage(place) if place else None


def last_word(found: Editable) -> Json:
    """Say who has the last word on a finding, with the editor's reason and name where given."""
    said = found.edit
    if said is None:
        return {"set_by": found.set_by}
    reason = {"because": said.because} if said.because else {}
    return {"set_by": found.set_by, **reason, **({"by": said.by} if said.by else {})}


def corrections(digest: Digest) -> list[Json]:
    """Give what became of the editor's entries."""
    return [
        {
            "file": "corrections.toml",
            "line": one.correction.line,
            "did": one.did,
            "because": one.correction.edit.because or None,
            "by": one.correction.edit.by or None,
            "problem": one.problem or None,
        }
        for one in digest.corrections
    ]


def names(digest: Digest) -> list[Json]:
    """Give who is who."""
    return [
        {
            "id": name.id,
            "name": name.name,
            "kind": name.kind,
            "variants": list(name.variants),
            "roles": [passage(place) for place in name.roles],
            "mentions": [passage(place) for place in name.mentions],
            **last_word(name),
        }
        for name in digest.names
    ]


def attribution(given: Attribution, group: str | None) -> Json:
    """Give words that a text gives as somebody's."""
    return {
        **passage(given.content),
        "kind": given.kind,
        "speaker": given.speaker,
        "speaker_at": maybe(given.speaker_at),
        "cue_at": maybe(given.cue_at),
        "headline_only": given.headline_only,
        "group": group,
        **last_word(given),
    }


def claims(digest: Digest) -> list[Json]:
    """Give the claims, with how they are counted and in what their texts differ."""
    section_of = {id_: section.name for section in digest.sections for id_ in section.claims}
    covers = {cover.claim: cover for cover in digest.covers}
    absent: dict[str, list[str]] = {}
    unclear: dict[str, list[Json]] = {}
    for omission in digest.omissions:
        if omission.near is None:
            absent.setdefault(omission.claim, []).append(omission.source)
        else:
            unclear.setdefault(omission.claim, []).append(passage(omission.near))
    made = []
    for one in digest.claims:
        cover = covers.get(one.id)
        texts = digest.lineage.counted(one.sources)
        made.append(
            {
                "id": one.id,
                "section": section_of.get(one.id),
                "standing": digest.standing(one),
                "gist": passage(one.gist),
                "mentions": mentions(one),
                "texts": cover.texts if cover else len(texts),
                "origins": list(cover.origins) if cover else [],
                "behind": [backing(one) for one in cover.backings] if cover else [],
                "differences": [difference(d) for d in digest.differences if d.claim == one.id],
                "absent_from": absent.get(one.id, []),
                "unclear_in": unclear.get(one.id, []),
                "related": related(one),
                **last_word(one),
            }
        )
    return made


def backing(one: Backing) -> Json:
    """Give one origin of a claim, and the texts that name it or share sentences with these."""
    return {
        "name": one.name,
        "kind": one.kind,
        "sources": list(one.texts),
        "shown_by": list(one.shown),
    }


def mentions(claim: Claim) -> list[Json]:
    """Give every place that tells a claim."""
    return [
        {
            **passage(mention.passage),
            "clause": mention.clause and passage(mention.clause),
            "voice": mention.voice,
            "by": mention.by,
            "certainty": mention.certainty,
            "score": round(mention.score, 4),
        }
        for mention in claim.mentions
    ]


def related(claim: Claim) -> list[Json]:
    """Give the weaker links of a claim to others."""
    return [
        {
            "claim": link.claim,
            "score": round(link.score, 4),
            "here": passage(link.here),
            "there": passage(link.there),
        }
        for link in claim.related
    ]


def difference(found: Difference) -> Json:
    """Give one point in which the texts differ."""
    return {
        "kind": found.kind,
        "relation": found.relation,
        "readings": [{**passage(r.passage), "value": r.value} for r in found.readings],
        "reason": found.because or None,
        **last_word(found),
    }


def dates(digest: Digest) -> list[Json]:
    """Give the dated expressions."""
    return [
        {
            **passage(date.passage),
            "date": date.date,
            "precision": date.precision,
            "time": date.time,
            "zone": date.zone,
            "basis": date.basis,
            "background": date.background,
            **last_word(date),
        }
        for telling in digest.tellings
        for date in telling.dates
    ]


def numbers(digest: Digest) -> list[Json]:
    """Give the quantities; a whole number is given without a fraction."""
    return [
        {
            **passage(one.passage),
            "value": figure(one.value),
            "upper": None if one.upper is None else figure(one.upper),
            "unit": one.unit,
            "per": one.per,
            "counts": one.counts,
            "part_of": one.part_of,
            "bound": one.bound,
        }
        for telling in digest.tellings
        for one in telling.quantities
    ]


def figure(value: float) -> float:
    """Give a number, without a fraction when it is whole."""
    return int(value) if float(value).is_integer() else round(value, 6)


def stance(found: Stance) -> Json:
    """Give how one text speaks of one target in one voice."""
    return {
        "source": found.source,
        "target": found.target,
        "voice": found.voice,
        "value": found.value,
        "confidence": found.confidence,
        "reason": found.reason,
        **last_word(found),
        "evidence": [
            {
                **passage(one.passage),
                "words": [[word.start, word.end] for word in one.words],
                "reason": one.reason,
            }
            for one in found.evidence
        ],
    }


def targets(digest: Digest) -> list[Json]:
    """Give those whose treatment is compared."""
    return [
        {"id": one.id, "name": one.name, "aliases": list(one.aliases), "set_by": one.set_by}
        for one in digest.targets
    ]


def frames(digest: Digest) -> list[Json]:
    """Give the terms for contested things."""
    return [
        {
            "target": one.target,
            "term": one.term,
            "voice": one.voice,
            **passage(one.passage),
            **last_word(one),
        }
        for one in digest.frames
    ]


def voices(digest: Digest) -> list[Json]:
    """Give whose words fill each text."""
    return [
        {
            "source": one.source,
            "speaker": one.speaker,
            "words": one.words,
            "share": round(one.share, 4),
        }
        for one in digest.voices
    ]


def summary(digest: Digest) -> list[Json]:
    """Give "In short", as printed."""
    return [
        {
            "text": line.text,
            "claims": list(line.claims),
            "evidence": [passage(place) for place in line.evidence],
            **last_word(line),
        }
        for line in digest.summary
    ]
