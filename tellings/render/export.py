"""Digest → digest.json, the machine-readable digest (`docs/export.md`)."""

import json
from importlib.resources import files

from tellings import __version__
from tellings.errors import ContentError, Problem
from tellings.model.digest import Digest
from tellings.model.findings import Telling
from tellings.model.source import Source
from tellings.model.span import Span
from tellings.render import exporting
from tellings.render.excerpts import mask, passages
from tellings.render.exporting import Json

__all__ = ["FORMAT", "check", "export", "schema"]

FORMAT = "tellings.digest/1"


def export(digest: Digest, inputs_sha256: str, *, made_by: str = __version__) -> Json:
    """Give the digest as plain JSON values, in the order of the format.

    Raises:
        ContentError: when a finding points outside its source's text.
    """
    problems = check(digest)
    if problems:
        raise ContentError.of(problems)
    shown = mask(digest)
    groups = {place: q.id for q in digest.quotations for place in q.printings}
    return {
        "format": FORMAT,
        "event": event(digest),
        "targets": exporting.targets(digest),
        "sources": [source(telling) for telling in shown.tellings],
        "texts": [list(group) for group in digest.lineage.texts],
        "uncounted": list(digest.lineage.uncounted),
        **lineage(digest),
        "names": exporting.names(digest),
        "attributions": [
            exporting.attribution(given, groups.get(given.content))
            for telling in digest.tellings
            for given in telling.attributions
        ],
        "claims": exporting.claims(digest),
        "dates": exporting.dates(digest),
        "numbers": exporting.numbers(digest),
        "frames": exporting.frames(digest),
        "stances": [exporting.stance(one) for one in digest.stances],
        "voices": exporting.voices(digest),
        "summary": exporting.summary(digest),
        "corrections": exporting.corrections(digest),
        "made_by": {"tellings": made_by, "inputs_sha256": inputs_sha256},
    }


def check(digest: Digest) -> tuple[Problem, ...]:
    """Report every passage that lies outside its source's text, and every unknown source."""
    sources = {telling.id: telling.document.source for telling in digest.tellings}
    ends = {id_: len(source.text) for id_, source in sources.items()}
    problems: set[Problem] = set()
    for place in passages(digest):
        end = ends.get(place.source)
        if end is None:
            message = f"a finding points at “{place.source}”, which is no source of the event"
            problems.add(Problem(path=digest.event.path, message=message))
        elif place.end > end:
            problems.add(outside(sources[place.source], place.span, "a finding"))
    for telling in digest.tellings:
        for sentence in telling.document.sentences:
            if sentence.span.end > ends[telling.id]:
                problems.add(outside(telling.document.source, sentence.span, "a sentence"))
    return tuple(sorted(problems))


def outside(source: Source, span: Span, what: str) -> Problem:
    """Report a span outside its text."""
    end = len(source.text)
    return Problem(
        path=source.path,
        message=f"{what} covers characters {span.start} to {span.end} of a text of {end}",
    )


def event(digest: Digest) -> Json:
    """Give the event's own facts."""
    facts = digest.event
    return {"slug": facts.slug, "title": facts.title, "on": facts.on, "place": facts.place}


def source(telling: Telling) -> Json:
    """Give a source, its text and its sentences."""
    own = telling.document.source
    return {
        "id": own.id,
        "file": own.raw,
        "sha256": own.raw_sha256,
        "outlet": own.outlet,
        "title": None if own.title_derived else own.title,
        "label": own.title,
        "title_derived": own.title_derived,
        "published": own.published,
        "updated": own.updated,
        "lang": own.lang or "en",
        "translated_from": own.translated_from,
        "agencies": list(own.agencies),
        "authors": list(own.authors),
        "url": own.url,
        "rights": own.rights,
        "evidence": [{"field": e.field, "words": e.words, "line": e.line} for e in own.evidence],
        "refused": [
            {"field": r.field, "value": r.value, "line": r.line, "because": r.because}
            for r in own.refused
        ],
        "text": own.text,
        "sentences": [
            {"id": s.id, "start": s.span.start, "end": s.span.end, "part": s.part}
            for s in telling.document.sentences
        ],
        "removed": [
            {"kind": r.kind, "lines": list(r.lines), "count": r.count} for r in own.removed
        ],
        "unsure": [{"kind": d.kind, "lines": list(d.lines)} for d in own.unsure],
        "repairs": [{"kind": r.kind, "line": r.line} for r in own.repairs],
    }


def lineage(digest: Digest) -> Json:
    """Give the origins, and what was handed down."""
    return {
        "origins": [
            {
                "name": o.name,
                "kind": o.kind,
                "sources": list(o.sources),
                "cited_by": list(o.cited_by),
                "evidence": [exporting.passage(place) for place in o.evidence],
            }
            for o in digest.lineage.origins
        ],
        "derived": [
            {
                **exporting.passage(d.passage),
                "kind": d.kind,
                "from": exporting.passage(d.origin),
                "direction": d.direction,
            }
            for d in digest.lineage.derived
        ],
    }


def schema() -> Json:
    """Read the JSON Schema of the format, which the package ships."""
    text = (files("tellings.render") / "digest.schema.json").read_text("utf-8")
    loaded: Json = json.loads(text)
    return loaded
