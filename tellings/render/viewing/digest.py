"""Digest → the view of its page."""

from collections.abc import Sequence

from tellings.model.findings import SummaryLine
from tellings.render import urls, wording
from tellings.render.counting import counted, differences, incomparable, reasons
from tellings.render.html import Html
from tellings.render.markdown import render
from tellings.render.phrases import Phrases
from tellings.render.site import Site
from tellings.render.viewing import claims, coverage, differing, origins, speech, times
from tellings.render.viewing.changes import changes_view
from tellings.render.viewing.citing import cite
from tellings.render.viewing.desk import Desk, day_view
from tellings.render.viewing.editing import set_by_editor
from tellings.render.viewing.endnotes import endnotes
from tellings.render.views.claims import SectionView
from tellings.render.views.common import Link, Wording
from tellings.render.views.digest import DigestView, Download, LeftOutText, ShortLine
from tellings.render.views.parts import TimelineView

__all__ = ["digest_view"]

Downloads = tuple[Download, ...]

FRONT = 6
"""How many differences stand at the top of the page."""

TRACED = 10
"""How many lines say where words come from before the rest is folded."""

HEARD = 12
"""How many speakers are shown before the rest is folded."""


def digest_view(desk: Desk, downloads: Downloads, inputs_sha256: str, site: Site) -> DigestView:
    """Show a digest."""
    event = desk.index.digest.event
    sharp, weak = differing.differences(desk), differing.differences(desk, weak=True)
    speakers = speech.speakers(desk)
    lines = origins.lineage(desk)
    sections = claims.sections(desk)
    timeline = times.timeline(desk)
    left_out = coverage.left_out(desk)
    return DigestView(
        title=event.title,
        day=day_view(event.on, phrases=desk.phrases),
        count=counted(desk.index),
        reasons=reasons(desk.index),
        meta=meta(desk),
        note=render(event.note, below=2) if event.note.strip() else Html(""),
        changes=changes_view(desk),
        contents=contents(desk, sections, timeline, left_out),
        stance=desk.at.to(urls.stance(event.slug)),
        short=short(desk),
        differ=differing.comparisons(desk, sharp[:FRONT]),
        differ_more=differing.comparisons(desk, (*sharp[FRONT:], *weak)),
        differ_rest=rest(len(sharp[FRONT:]), len(weak), desk.phrases),
        no_difference=no_difference(desk, sharp),
        sections=sections,
        timeline=timeline,
        speakers=speakers[:HEARD],
        speakers_more=speakers[HEARD:],
        coverage=coverage.coverage(desk),
        lineage=lines[:TRACED],
        lineage_more=lines[TRACED:],
        lineage_chart=origins.lineage_chart(desk),
        sources=origins.cards(desk),
        left_out_base=coverage.left_out_base(desk),
        left_out=left_out,
        editor=set_by_editor(desk),
        downloads=downloads,
        cite=cite(desk, inputs_sha256, site),
        endnotes=endnotes(desk, site),
    )


def rest(sharp: int, weak: int, phrases: Phrases) -> str:
    """Say which differences are not at the top, and how many."""
    said = []
    if sharp:
        said.append(phrases.plural("%(num)s more difference", "%(num)s more differences", sharp))
    if weak:
        said.append(wording.attributed(weak, phrases))
    return wording.listed(said, phrases)


def meta(desk: Desk) -> tuple[str, ...]:
    """Give the line of facts under the count."""
    digest = desk.index.digest
    return (
        *((digest.event.place,) if digest.event.place else ()),
        wording.count(len(digest.claims), "claim", desk.phrases),
        differences(desk.index),
    )


def no_difference(desk: Desk, differ: Sequence[object]) -> str:
    """Say so when the texts do not differ, or when there is nothing to compare."""
    if differ:
        return ""
    if len(desk.index.texts) < 2:
        return desk.phrases.text("There is only one text, so nothing to compare.")
    if incomparable(desk.index):
        return desk.phrases.text("No two texts tell the same thing, so nothing can be compared.")
    return desk.phrases.text("No difference was found in what the texts tell in common.")


def short(desk: Desk) -> tuple[ShortLine, ...]:
    """Show "In short"; a text that a line names is linked to where it is named."""
    return tuple(short_line(desk, line) for line in desk.index.digest.summary)


def short_line(desk: Desk, line: SummaryLine) -> ShortLine:
    """Show one line of it."""
    links = named(desk, line)
    parts = wording.parts(line.text, desk.phrases)
    linked = {links[part.words] for part in parts if not part.ours and part.words in links}
    return ShortLine(
        words=tuple(
            Wording(
                words=part.words,
                ours=part.ours,
                href=links[part.words].href if not part.ours and part.words in links else None,
            )
            for part in parts
        ),
        told_by=tuple(link for link in desk.tellers(line.evidence) if link not in linked),
        claims=tuple(desk.claim(desk.index.claims[id_]) for id_ in line.claims),
        support="" if linked and alone(desk, line) else support(desk, line),
    )


def alone(desk: Desk, line: SummaryLine) -> bool:
    """Tell whether one text alone tells what a line does: “Only The Ledger:” says how many."""
    return all(desk.index.told_in(desk.index.claims[id_]) == 1 for id_ in line.claims)


def named(desk: Desk, line: SummaryLine) -> dict[str, Link]:
    """Give the sentences behind a line by what it calls their texts; no name of two texts."""
    texts = {desk.index.every_text[place.source].id: place for place in reversed(line.evidence)}
    labels = [desk.index.source(place.source).label for place in texts.values()]
    return {
        label: desk.teller(place)
        for label, place in zip(labels, texts.values(), strict=True)
        if labels.count(label) == 1
    }


def support(desk: Desk, line: SummaryLine) -> str:
    """Say how many texts tell what a line does; nothing of one that joins texts of two claims."""
    if not line.claims or len(desk.index.texts) < 2:
        return ""
    claim = desk.index.claims[line.claims[0]]
    told = {desk.index.every_text[place.source] for place in line.evidence}
    return desk.share(claim) if told <= {*desk.index.texts_of(claim)} else ""


def contents(
    desk: Desk,
    sections: tuple[SectionView, ...],
    timeline: TimelineView | None,
    left_out: tuple[LeftOutText, ...],
) -> tuple[Link, ...]:
    """Give the table of contents."""
    phrases = desk.phrases
    there = [(section.name, section.id) for section in sections]
    there += [(phrases.text("Timeline"), "timeline")] if timeline else []
    there += [(phrases.text("Who says what"), "who")]
    there += [(phrases.text("Coverage"), "coverage")] if coverage.shared(desk) else []
    there += [(phrases.text("Sources"), "sources")]
    there += [(phrases.text("Left out"), "left-out")] if left_out else []
    there += (
        [(phrases.text("Set by the editor"), "editor")] if desk.index.digest.corrections else []
    )
    there += [(phrases.text("Data and citation"), "data")]
    return tuple(Link(words=words, href=f"#{anchor}") for words, anchor in there)
