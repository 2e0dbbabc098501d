"""Who says what: quotations by speaker, every printing of one together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tellings.model.findings import Attribution, Name
from tellings.model.span import Passage, Span
from tellings.render import wording
from tellings.render.naming import Called
from tellings.render.phrases import Phrases
from tellings.render.viewing.desk import Desk
from tellings.render.viewing.joining import Group, joined
from tellings.render.views.common import Segment
from tellings.render.views.parts import QuoteView, RoleView, SpeakerView
from tellings.render.wordings import Comparison, bare, compare

__all__ = ["speakers"]

PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "his", "her", "its", "their", "one"]
)
MINISTRY = re.compile(r"\bministry (?:of|for) (?:the )?(?P<of>[\w’'-]+)(?: affairs)?$")
LEAD = 60
"""How many characters, “reporters in Norrin that”, may stand between a verb and what is said."""

SHOWN = 8
"""How many quotations of a speaker are shown before the rest is folded."""

LONG = 80
"""How much of reported speech is shown."""

Printed = tuple[str, tuple[Attribution, ...]]
"""The same words, as one place prints them, and every place that does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Who speaks in an event, under one heading each."""

    desk: Desk
    called: Mapping[Called, Name]

    def name(self, one: Attribution) -> str | None:
        """Name the speaker of one printing as the register does, else as the text does."""
        if one.speaker is None or one.speaker.lower() in PRONOUNS:
            return None
        known = self.called.get((one.content.source, one.speaker))
        return known.name if known else one.speaker

    def heading(self, group: Group) -> str | None:
        """Name the speaker of a quotation as most printings do, by a person's name if one does."""
        names = Counter(name for one in group if (name := self.name(one)))
        people = {name.name for name in self.called.values()} & names.keys()
        return commonest(Counter({n: names[n] for n in people}) if people else names)


def speakers(desk: Desk) -> tuple[SpeakerView, ...]:
    """Show the speakers, those with words in most texts first, the unnamed last."""
    floor = Floor(desk=desk, called=desk.index.called)
    by_name: dict[str, list[tuple[str | None, Group]]] = {}
    for group in given(desk):
        name = floor.heading(group)
        by_name.setdefault(plain(name), []).append((name, group))
    views = []
    for found in by_name.values():
        name, groups = commonest(Counter(n for n, _ in found if n)), [group for _, group in found]
        views.append((weight(desk, name, groups), speaker_view(floor, name, groups)))
    ordered = [view for _, view in sorted(views, key=lambda pair: pair[0])]
    return tuple(with_anchors(ordered))


def with_anchors(ordered: Iterable[SpeakerView]) -> Iterator[SpeakerView]:
    """Give each speaker an anchor made of the name."""
    taken: Counter[str] = Counter()
    for view in ordered:
        anchor = "who-" + (re.sub(r"\W+", "-", plain(view.name)).strip("-") or "unnamed")
        taken[anchor] += 1
        yield replace(view, id=anchor if taken[anchor] == 1 else f"{anchor}--{taken[anchor]}")


def plain(name: str | None) -> str:
    """Give a name so that “The Harbour Board” and “the harbour board” are one heading.

    “the Ministry of Foreign Affairs” is the foreign ministry.
    """
    return MINISTRY.sub(r"\g<of> ministry", (name or "").lower().removeprefix("the "))


def commonest(names: Counter[str]) -> str | None:
    """Give the commonest name, the first in the alphabet of several."""
    return min(names, key=lambda name: (-names[name], name), default=None)


def weight(desk: Desk, name: str | None, groups: list[Group]) -> tuple[bool, int, int, str]:
    """Give a key that puts the most heard speakers first."""
    every = [one for group in groups for one in group]
    texts = {desk.index.every_text[one.content.source].id for one in every}
    return name is None, -len(texts), -len(every), name or ""


def given(desk: Desk) -> tuple[Group, ...]:
    """Give every thing said: the printings of one quotation together."""
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
    return joined(desk, (*groups, *((one,) for one in by_place.values())))


def speaker_view(floor: Floor, name: str | None, groups: list[Group]) -> SpeakerView:
    """Show one speaker's words."""
    quotes: list[QuoteView] = []
    reported: list[QuoteView] = []
    for group in groups:
        quotes += printings(floor, tuple(one for one in group if one.kind != "indirect"))
        reported += printings(floor, tuple(one for one in group if one.kind == "indirect"))
    known = [n for n in floor.called.values() if n.name == name]
    first, more = parted(unique(quotes))
    return SpeakerView(
        id="",
        name=name,
        roles=roles(floor.desk, known[0]) if known else (),
        spellings=spellings(known[0]) if known else (),
        quotes=first,
        quotes_more=more,
        reported=unique(reported),
    )


def parted(
    quotes: tuple[QuoteView, ...],
) -> tuple[tuple[QuoteView, ...], tuple[QuoteView, ...]]:
    """Part very many quotations, the variants of one left together."""
    if len(quotes) <= SHOWN + SHOWN // 2:
        return quotes, ()
    at = next((n for n, one in enumerate(quotes) if n >= SHOWN and not one.variant), len(quotes))
    return quotes[:at], quotes[at:]


def roles(desk: Desk, name: Name) -> tuple[RoleView, ...]:
    """Show what the texts say that somebody is, the same words once."""
    same: dict[str, list[int]] = {}
    for at, place in enumerate(name.roles):
        said = desk.index.words(place)
        same.setdefault(said.removeprefix("the ").lower(), []).append(at)
    return tuple(
        RoleView(
            words=desk.index.words(name.roles[places[0]]),
            told_by=desk.tellers(name.roles[at] for at in places),
        )
        for places in same.values()
    )


def spellings(name: Name) -> tuple[str, ...]:
    """Give the other full forms of a name: not a surname or a given name alone."""
    return tuple(form for form in name.variants if " " in form and form != name.name)


def printings(floor: Floor, group: Group) -> list[QuoteView]:
    """Show the printings of one quotation, the longest first, the same words of one mouth once."""
    if not group:
        return []
    heading = floor.heading(group)
    if len(group) == 1:
        return [quote(floor, (floor.desk.index.words(shown(group[0])), group), None, heading)]
    same: dict[tuple[tuple[str, ...], str], list[Attribution]] = {}
    for one in group:
        key = bare(floor.desk.index.words(shown(one))), plain(floor.name(one))
        same.setdefault(key, []).append(one)
    alike = [(floor.desk.index.words(shown(ones[0])), tuple(ones)) for ones in same.values()]
    alike.sort(key=lambda printed: (-len(printed[0]), printed[1][0].content))
    return [
        quote(floor, printed, None if place == 0 else alike[0][0], heading)
        for place, printed in enumerate(alike)
    ]


def shown(one: Attribution) -> Passage:
    """Give what is shown of a printing: reported speech with the verb that leads into it.

    “an end to the strike” alone would not tell whether somebody called for it or warned of it.
    """
    content, cue = one.content, one.cue_at
    if one.kind != "indirect" or cue is None or not 0 <= content.start - cue.end <= LEAD:
        return content
    return Passage(content.source, cue.start, content.end)


def quote(floor: Floor, printed: Printed, first: str | None, heading: str | None) -> QuoteView:
    """Show one printing; `first` is the longest of the same quotation, unless this is it."""
    words, ones = printed
    found = compare(words, first) if first else None
    pieces = segments(words, found.spans if found else ())
    return QuoteView(
        words=cut(pieces) if ones[0].kind == "indirect" else pieces,
        told_by=floor.desk.tellers(one.content for one in ones),
        variant=first is not None,
        differs=differs(found, floor.desk.phrases) if found else "",
        given_to=given_to(floor, ones, heading),
        headline_only=all(one.headline_only for one in ones),
    )


def segments(words: str, changed: Iterable[Span]) -> tuple[Segment, ...]:
    """Cut a printing where words that the other printing does not have begin and end."""
    pieces: list[Segment] = []
    after = 0
    for span in changed:
        pieces.append(Segment(words=words[after : span.start], mark=""))
        pieces.append(Segment(words=span.of(words), mark="changed"))
        after = span.end
    pieces.append(Segment(words=words[after:], mark=""))
    return tuple(piece for piece in pieces if piece.words)


def cut(pieces: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Cut reported speech short; a quotation never is, nor what another printing has otherwise."""
    if len(pieces) > 1:
        return pieces
    return tuple(replace(one, words=wording.clip(one.words, LONG)) for one in pieces)


def differs(found: Comparison, phrases: Phrases) -> str:
    """Say how a printing differs from the longest one of its quotation."""
    if found.likeness != "changed":
        return phrases.text(wording.PRINTINGS[found.likeness])
    told = wording.listed(
        tuple(changed(one.here, one.there, phrases) for one in found.changes), phrases
    )
    return phrases.text(
        "%(changed)s: %(how)s", changed=phrases.text(wording.PRINTINGS["changed"]), how=told
    )


def changed(here: str, there: str, phrases: Phrases) -> str:
    """Say what one printing has where the longest one has something else."""
    if not here:
        return phrases.text("without “%(there)s”", there=there)
    return (
        phrases.text("“%(here)s” for “%(there)s”", here=here, there=there)
        if there
        else phrases.text("“%(here)s” put in", here=here)
    )


def given_to(floor: Floor, ones: Iterable[Attribution], heading: str | None) -> str:
    """Say who says it where a text names another than the others do, nobody, or a pronoun."""
    names = {floor.name(one) for one in ones}
    if heading is None:
        pronouns = sorted({one.speaker for one in ones if one.speaker})
        return (
            floor.desk.phrases.text(
                "as printed: %(words)s",
                words=wording.listed(tuple(f"“{p}”" for p in pronouns), floor.desk.phrases),
            )
            if pronouns
            else ""
        )
    if plain(heading) in {plain(name) for name in names}:
        return ""
    named = sorted(name for name in names if name)
    if not named:
        return floor.desk.phrases.text("no speaker named")
    return floor.desk.phrases.text(
        "given to %(names)s", names=wording.listed(tuple(named), floor.desk.phrases)
    )


def unique(quotes: list[QuoteView]) -> tuple[QuoteView, ...]:
    """Drop a printing that says the same, by the same text, as one before it."""
    seen: dict[tuple[str, tuple[str, ...]], QuoteView] = {}
    for one in quotes:
        words = "".join(piece.words for piece in one.words)
        seen.setdefault((words, tuple(link.words for link in one.told_by)), one)
    return tuple(seen.values())
