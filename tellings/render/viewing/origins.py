"""Where words come from, and the list of sources."""

from itertools import groupby

from tellings.model.findings import Derivation, Origin, Telling
from tellings.model.span import Passage
from tellings.render import wording
from tellings.render.index import Text
from tellings.render.viewing.desk import Desk, day_view
from tellings.render.views.common import Link
from tellings.render.views.digest import LineageLine, SourceCard

__all__ = ["cards", "lineage"]

KINDS = {"agency": "an agency", "outlet": "an outlet", "speaker": "a primary speaker"}


def lineage(desk: Desk) -> tuple[LineageLine, ...]:
    """Say which files are one text, which origins stand behind them, and what was handed down."""
    found = desk.index.digest.lineage
    groups = [text for text in desk.index.texts if len(text.files) > 1]
    return (
        *(one_text(desk, text) for text in groups),
        *(origin_line(desk, origin) for origin in found.origins),
        *handed_down(desk, found.derived),
    )


def one_text(desk: Desk, text: Text) -> LineageLine:
    """Say that files are one text."""
    labels = [f"{desk.index.source(id_).label} ({id_})" for id_ in text.files]
    return LineageLine(words=f"One text: {wording.listed(labels)}.", evidence=())


def origin_line(desk: Desk, origin: Origin) -> LineageLine:
    """Say behind which texts an origin stands, and which only cite it."""
    behind, citing = labels(desk, origin.sources), labels(desk, origin.cited_by)
    told = [f"behind {behind}"] if behind else []
    told += [f"cited by {citing}"] if citing else []
    if origin.kind == "speaker":
        told = [f"much the same words in {behind}"]
    role = f"{KINDS[origin.kind]}: {'; '.join(told) or 'behind no text by name'}"
    return LineageLine(words=f"{origin.name}, {role}.", evidence=desk.tellers(origin.evidence))


def labels(desk: Desk, sources: tuple[str, ...]) -> str:
    """Name texts as prose does, each once."""
    every = desk.index.every_text
    return wording.listed(tuple(dict.fromkeys(every[id_].label for id_ in sources if id_ in every)))


def handed_down(desk: Desk, derived: tuple[Derivation, ...]) -> tuple[LineageLine, ...]:
    """Say how many sentences each text shares with each other."""
    every = desk.index.every_text

    def pair(one: Derivation) -> tuple[str, str]:
        return every[one.passage.source].id, every[one.origin.source].id

    apart = sorted(
        (d for d in derived if len(set(pair(d))) == 2), key=lambda d: (pair(d), d.passage)
    )
    return tuple(
        handed_line(desk, every[taker], every[giver], tuple(same))
        for (taker, giver), same in groupby(apart, key=pair)
    )


def handed_line(desk: Desk, taker: Text, giver: Text, same: tuple[Derivation, ...]) -> LineageLine:
    """Say how many sentences one text shares with another, and which came first."""
    passages = dict.fromkeys(one.passage for one in same)
    number = wording.count(len(passages), "sentence")
    told = quoted(desk, tuple(passages))
    known = all(one.direction == "known" for one in same)
    words = (
        f"{taker.label} takes {number} from {giver.label}{told}."
        if known
        else f"{taker.label} and {giver.label} share {number}{told}; which came first is not known."
    )
    return LineageLine(
        words=words,
        evidence=tuple(
            Link(words=desk.numbered(sentence), href=desk.to_sentence(passage))
            for passage in passages
            if (sentence := desk.index.sentence(passage))
        ),
    )


def quoted(desk: Desk, passages: tuple[Passage, ...]) -> str:
    """Say how many sentences are quotations: their speaker may have given them to both texts."""
    voices = [desk.index.tellings[place.source].voice_of(place.span) for place in passages]
    number = voices.count("direct_quote")
    if not number:
        return ""
    if number == 1:
        return ", a quotation" if len(voices) == 1 else ", one of them a quotation"
    return f", {'all' if number == len(voices) else number} of them quotations"


def cards(desk: Desk) -> tuple[SourceCard, ...]:
    """Show the list of sources."""
    return tuple(card(desk, telling) for telling in desk.index.digest.tellings)


def card(desk: Desk, telling: Telling) -> SourceCard:
    """Show one source in the list."""
    source = telling.document.source
    label = source.label
    if sum(t.document.source.label == label for t in desk.index.digest.tellings) > 1:
        label = f"{label} ({source.id})"
    return SourceCard(
        id=f"source-{source.id}",
        link=Link(words=label, href=desk.to_source(source.id)),
        title=wording.clip(source.title or source.text, 120),
        derived=source.title is None or source.title_derived,
        lang=None if source.english else source.lang,
        day=day_view(source.published),
        facts=facts(telling),
    )


def facts(telling: Telling) -> tuple[str, ...]:
    """Say what else there is to know of a source."""
    source = telling.document.source
    language = wording.language(source.lang)
    if source.translated_from:
        language += f", translated from {wording.language(source.translated_from)}"
    return (
        language,
        wording.count(len(telling.document.sentences), "sentence"),
        *((f"credits {wording.listed(source.agencies)}",) if source.agencies else ()),
        *(("not analysed",) if not source.english else ()),
        *(("shown in excerpts",) if source.rights == "excerpt" else ()),
    )
