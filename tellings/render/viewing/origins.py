"""Where words come from, and the list of sources."""

from collections import defaultdict
from collections.abc import Iterable

from tellings.model.findings import Derivation, Origin, Telling
from tellings.model.span import Passage
from tellings.render import charts, wording
from tellings.render.charts import Tie
from tellings.render.index import Text
from tellings.render.phrases import Phrases, mark
from tellings.render.viewing.desk import Desk, day_view
from tellings.render.views.charts import ChartView
from tellings.render.views.common import Link
from tellings.render.views.digest import CopyView, LineageLine, SourceCard

__all__ = ["cards", "lineage", "lineage_chart"]

SHOWN = 6
"""How many of the sentences that two texts share are linked to."""

NAME = 26
"""How many characters of a name a box of the drawing holds."""

KINDS = mark({"agency": "an agency", "outlet": "an outlet", "speaker": "a primary speaker"})


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
    labels = [desk.file(id_) for id_ in text.files]
    return LineageLine(
        words=desk.phrases.text(
            "One text: %(labels)s.", labels=wording.listed(labels, desk.phrases)
        ),
        evidence=(),
        more="",
    )


def origin_line(desk: Desk, origin: Origin) -> LineageLine:
    """Say behind which texts an origin stands, and which only cite it."""
    behind, citing = labels(desk, origin.sources), labels(desk, origin.cited_by)
    evidence, phrases = desk.tellers(origin.evidence), desk.phrases
    kind, stop = phrases.text(KINDS[origin.kind]), "."
    told = [phrases.text("behind %(texts)s", texts=behind)] if behind else []
    told += [phrases.text("cited by %(texts)s", texts=citing)] if citing else []
    told = told or [phrases.text("behind no text by name")]
    named = False
    if origin.kind == "speaker":
        # The linked sentences name the texts where they are all of them.
        named = set(texts_of(desk, origin.sources)) == {link.words for link in evidence}
        alike = phrases.text("much the same words in %(texts)s", texts="" if named else behind)
        told, stop = [alike.rstrip()], "" if named else "."
    words = phrases.text(
        "%(name)s, %(kind)s: %(told)s", name=opened(origin.name), kind=kind, told="; ".join(told)
    )
    return LineageLine(words=f"{words}{stop}", evidence=evidence, more="", named=named)


def opened(name: str) -> str:
    """Give a name as a line begins with it."""
    return name[:1].upper() + name[1:]


def labels(desk: Desk, sources: tuple[str, ...]) -> str:
    """Name texts as prose does, each once."""
    return wording.listed(texts_of(desk, sources), desk.phrases)


def texts_of(desk: Desk, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Name the texts of some sources, each once."""
    every = desk.index.every_text
    return tuple(dict.fromkeys(every[id_].label for id_ in sources if id_ in every))


def lineage_chart(desk: Desk) -> ChartView | None:
    """Draw the origins and the texts, with what ties them."""
    found, every = desk.index.digest.lineage, desk.index.every_text
    places = {text.id: n for n, text in enumerate(desk.index.texts)}

    def texts(sources: Iterable[str]) -> tuple[int, ...]:
        ids = dict.fromkeys(every[id_].id for id_ in sources if id_ in every)
        return tuple(places[id_] for id_ in ids if id_ in places)

    tied = [one for one in found.origins if texts((*one.sources, *one.cited_by))]
    agencies = [one for one in tied if one.kind != "speaker"]
    # Where there is no room for all, those who speak are left to the list.
    origins = tied if len(tied) + len(places) <= charts.NODES else agencies
    behind = [
        Tie(start=n, end=end, broken=broken)
        for n, one in enumerate(origins)
        for broken, sources in ((False, one.sources), (True, one.cited_by))
        for end in texts(sources)
    ]
    shared = [
        Tie(
            start=places[giver],
            end=places[taker],
            words=str(len({one.passage for one in same})),
            arrow=all(one.direction == "known" for one in same),
        )
        for (taker, giver), same in pairs(desk, found.derived)
        if {taker, giver} <= places.keys()
    ]
    return charts.lineage(
        [wording.clip(one.name, NAME) for one in origins],
        [wording.clip(text.label, NAME) for text in desk.index.texts],
        behind,
        shared,
        widest(desk, shared)
        + (desk.phrases.text(" Primary speakers are not drawn.") if origins != tied else ""),
        desk.phrases,
    )


def widest(desk: Desk, shared: list[Tie]) -> str:
    """Say which agency stands behind most texts, and how many texts share sentences."""
    found, every = desk.index.digest.lineage, desk.index.every_text
    behind = {
        one.name: len({every[id_].id for id_ in one.sources if id_ in every})
        for one in found.origins
        if one.kind != "speaker" and one.sources
    }
    texts = wording.count(len(desk.index.texts), "text", desk.phrases)
    name = min(behind, key=lambda name: (-behind[name], name), default="")
    said = (
        desk.phrases.text(
            "%(name)s stands behind %(behind)s of %(texts)s",
            name=name,
            behind=behind[name],
            texts=texts,
        )
        if name
        else (desk.phrases.text("No agency stands behind any of %(texts)s", texts=texts))
    )
    tied = {place for tie in shared for place in (tie.start, tie.end)}
    return (
        desk.phrases.text(
            "%(said)s; %(number)s share sentences with another.", said=said, number=len(tied)
        )
        if tied
        else f"{said}."
    )


def pairs(
    desk: Desk, derived: tuple[Derivation, ...]
) -> tuple[tuple[tuple[str, str], tuple[Derivation, ...]], ...]:
    """Put the sentences that each text shares with each other together."""
    every = desk.index.every_text

    together: dict[tuple[str, str], list[Derivation]] = defaultdict(list)
    for one in derived:
        taker, giver = every[one.passage.source], every[one.origin.source]
        if taker != giver:
            together[taker.id, giver.id].append(one)
    return tuple(
        (pair, tuple(sorted(same, key=lambda one: one.passage)))
        for pair, same in sorted(together.items())
    )


def handed_down(desk: Desk, derived: tuple[Derivation, ...]) -> tuple[LineageLine, ...]:
    """Say how many sentences each text shares with each other."""
    every = desk.index.every_text
    return tuple(
        handed_line(desk, every[taker], every[giver], same)
        for (taker, giver), same in pairs(desk, derived)
    )


def handed_line(desk: Desk, taker: Text, giver: Text, same: tuple[Derivation, ...]) -> LineageLine:
    """Say how many sentences one text shares with another, and which came first."""
    passages = dict.fromkeys(one.passage for one in same)
    number = wording.count(len(passages), "sentence", desk.phrases)
    told = quoted(desk, tuple(passages))
    known = all(one.direction == "known" for one in same)
    words = (
        desk.phrases.text(
            "%(taker)s takes %(number)s from %(giver)s%(told)s.",
            taker=taker.label,
            number=number,
            giver=giver.label,
            told=told,
        )
        if known
        else desk.phrases.text(
            "%(taker)s and %(giver)s share %(number)s%(told)s; which came first is not known.",
            taker=taker.label,
            giver=giver.label,
            number=number,
            told=told,
        )
    )
    places = [(one, sentence) for one in passages if (sentence := desk.index.sentence(one))]
    more = len(places) - SHOWN
    return LineageLine(
        words=words,
        evidence=tuple(
            Link(words=desk.numbered(sentence), href=desk.to_sentence(one))
            for one, sentence in places[:SHOWN]
        ),
        more=desk.phrases.text("and %(more)s more", more=more) if more > 0 else "",
    )


def quoted(desk: Desk, passages: tuple[Passage, ...]) -> str:
    """Say how many sentences are quotations: their speaker may have given them to both texts."""
    number = sum(desk.index.voice_of(place) == "direct_quote" for place in passages)
    if not number:
        return ""
    if number == 1:
        return (
            desk.phrases.text(", a quotation")
            if len(passages) == 1
            else desk.phrases.text(", one of them a quotation")
        )
    if number == len(passages):
        return desk.phrases.text(", all of them quotations")
    return desk.phrases.text(", %(number)s of them quotations", number=number)


def cards(desk: Desk) -> tuple[SourceCard, ...]:
    """Show the list of sources, the files of one text together."""
    texts = dict.fromkeys(desk.index.every_text[t.id] for t in desk.index.digest.tellings)
    return tuple(card(desk, text) for text in texts)


def card(desk: Desk, text: Text) -> SourceCard:
    """Show one text in the list."""
    telling = desk.index.tellings[text.id]
    source = telling.document.source
    return SourceCard(
        id=f"source-{source.id}",
        link=Link(words=text.label, href=desk.to_source(source.id)),
        title=wording.clip(source.title or source.text, 120),
        derived=source.title is None or source.title_derived,
        lang=None if source.english else source.lang,
        day=day_view(source.published, phrases=desk.phrases),
        facts=facts(telling, desk.phrases),
        copies=tuple(copy(desk, id_) for id_ in text.files[1:]),
    )


def copy(desk: Desk, source: str) -> CopyView:
    """Show a further file of a text."""
    return CopyView(
        id=f"source-{source}",
        link=Link(words=desk.file(source), href=desk.to_source(source)),
        day=day_view(desk.index.source(source).published, phrases=desk.phrases),
    )


def facts(telling: Telling, phrases: Phrases) -> tuple[str, ...]:
    """Say what else there is to know of a source."""
    source = telling.document.source
    language = wording.language(source.lang, phrases)
    if source.translated_from:
        language += phrases.text(
            ", translated from %(translated_from)s",
            translated_from=wording.language(source.translated_from, phrases),
        )
    return (
        language,
        wording.count(len(telling.document.sentences), "sentence", phrases),
        *(
            (
                phrases.text(
                    "credits %(agencies)s", agencies=wording.listed(source.agencies, phrases)
                ),
            )
            if source.agencies
            else ()
        ),
        *((phrases.text("not analysed"),) if not source.english else ()),
        *((phrases.text("shown in excerpts"),) if source.rights == "excerpt" else ()),
    )
