"""Who says what: quotations by speaker, every printing of one together."""

from collections import Counter

from tellings.model.findings import Attribution
from tellings.render.viewing.desk import Desk
from tellings.render.views.parts import QuoteView, SpeakerView

__all__ = ["speakers"]

Group = tuple[Attribution, ...]
Given = tuple[str | None, Group]


def speakers(desk: Desk) -> tuple[SpeakerView, ...]:
    """Show the speakers, those with words in most texts first, the unnamed last."""
    by_name: dict[str | None, list[Group]] = {}
    for speaker, group in given(desk):
        by_name.setdefault(speaker, []).append(group)
    views = [
        (weight(desk, name, groups), speaker_view(desk, name, groups))
        for name, groups in by_name.items()
    ]
    return tuple(view for _, view in sorted(views, key=lambda pair: pair[0]))


def weight(desk: Desk, name: str | None, groups: list[Group]) -> tuple[bool, int, int, str]:
    """Give a key that puts the most heard speakers first."""
    every = [one for group in groups for one in group]
    texts = {desk.index.every_text[one.content.source].id for one in every}
    return name is None, -len(texts), -len(every), name or ""


def given(desk: Desk) -> tuple[Given, ...]:
    """Give every thing said with its speaker: the printings of one quotation together."""
    by_place = {
        given.content: given
        for telling in desk.index.digest.tellings
        for given in telling.attributions
        if given.kind != "scare"
    }
    groups: list[Group] = []
    for quotation in desk.index.digest.quotations:
        places = [place for place in quotation.printings if place in by_place]
        if places:
            groups.append(tuple(by_place.pop(place) for place in places))
    groups += [(one,) for one in by_place.values()]
    return tuple((speaker_of(group), group) for group in groups)


def speaker_of(group: Group) -> str | None:
    """Name the speaker of a quotation: the name that most printings give."""
    names = Counter(one.speaker for one in group if one.speaker)
    if not names:
        return None
    most = max(names.values())
    return min(name for name, times in names.items() if times == most)


def speaker_view(desk: Desk, name: str | None, groups: list[Group]) -> SpeakerView:
    """Show one speaker's words."""
    quotes: list[QuoteView] = []
    reported: list[QuoteView] = []
    for group in groups:
        quotes += printings(desk, tuple(one for one in group if one.kind != "indirect"))
        reported += printings(desk, tuple(one for one in group if one.kind == "indirect"))
    return SpeakerView(name=name, quotes=unique(quotes), reported=unique(reported))


def printings(desk: Desk, group: Group) -> list[QuoteView]:
    """Show the printings of one quotation, the longest first, the same words once."""
    same: dict[str, list[Attribution]] = {}
    for one in group:
        same.setdefault(desk.index.words(one.content), []).append(one)
    ordered = sorted(same.items(), key=lambda pair: (-len(pair[0]), pair[1][0].content))
    return [
        QuoteView(
            words=words,
            told_by=desk.tellers(one.content for one in ones),
            variant=place > 0,
            headline_only=all(one.headline_only for one in ones),
        )
        for place, (words, ones) in enumerate(ordered)
    ]


def unique(quotes: list[QuoteView]) -> tuple[QuoteView, ...]:
    """Drop a printing that says the same, by the same text, as one before it."""
    seen: dict[tuple[str, tuple[str, ...]], QuoteView] = {}
    for quote in quotes:
        seen.setdefault((quote.words, tuple(link.words for link in quote.told_by)), quote)
    return tuple(seen.values())
