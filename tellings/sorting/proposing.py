"""Groups of texts → events that an editor can judge: title, day, and why each text is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.analysis.framing.lists import every_word, lists
from tellings.errors import Problem
from tellings.reading import places
from tellings.sorting.comparing import UNIT, Pair
from tellings.sorting.texts import Text

__all__ = ["Member", "Proposal", "Reason", "Sorted", "Unit", "alone", "propose"]

LONGEST_SLUG = 48
"""Signs of the words of a new event's slug, its day apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One text with the files that print it word for word."""

    text: Text
    copies: tuple[Text, ...] = ()
    filed: bool = False
    """Whether the text itself is one of a standing event's; only its copies are new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What a text has in common with the one of its event that is most like it."""

    closest: str
    """That text's file."""

    names: tuple[str, ...] = ()
    """Words written with a capital inside a sentence that both print."""

    figures: tuple[str, ...] = ()
    """Numbers of two digits or more that both print, years apart."""

    apart: int | None = None
    """Days between the two; None where one has no day."""

    likeness: float
    """From 0 to 1, as sorting counts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file, and why it is where it is."""

    file: str
    title: str
    title_derived: bool = False
    outlet: str | None = None
    published: str | None = None
    copy_of: str | None = None
    """The file that prints the same words."""

    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An event that is proposed, or a standing one with the texts that would join it."""

    slug: str
    title: str
    on: str | None = None
    """The first day on which one of its texts was published."""

    standing: bool = False
    filed: int = 0
    """How many sources it holds already."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What became of a folder."""

    folder: str
    window: int
    events: tuple[Proposal, ...] = ()
    alone: tuple[Member, ...] = ()
    """The texts that fit nowhere."""

    known: tuple[tuple[str, str], ...] = ()
    """The files that are filed already, each with its event's slug."""

    unread: tuple[Problem, ...] = ()

    @property
    def read(self) -> bool:
        """Whether any text could be read."""
        return bool(self.events or self.alone or self.known)


def propose(
    units: Sequence[Unit],
    groups: Sequence[tuple[int, ...]],
    pairs: Iterable[Pair],
    titles: Mapping[str, str],
) -> tuple[Proposal, ...]:
    """Make an event of each group; `titles` are those of the standing events by slug."""
    home = {at: number for number, group in enumerate(groups) for at in group}
    within: dict[int, list[Pair]] = {}
    for pair in pairs:
        if home[pair.one] == home[pair.other]:
            within.setdefault(home[pair.one], []).append(pair)
    drafted = [_Draft(units, group, within.get(number, ())) for number, group in enumerate(groups)]
    taken = set(titles)
    found: list[Proposal] = []
    for draft in sorted(drafted, key=lambda each: each.order):
        standing = draft.standing
        if not draft.fresh or (standing is None and len(draft.group) < 2):
            continue
        slug = standing or _free(draft.on, draft.title, taken)
        taken.add(slug)
        found.append(
            Proposal(
                slug=slug,
                title=titles[slug] if standing else draft.title,
                on=draft.on,
                standing=standing is not None,
                filed=sum(units[at].filed for at in draft.group),
                members=draft.members,
            )
        )
    return tuple(found)


def alone(unit: Unit) -> tuple[Member, ...]:
    """List a text that fits nowhere, with its copies."""
    return tuple(_members(unit, None))


class _Draft:
    """A group, and what is read from its texts' likeness."""

    def __init__(
        self, units: Sequence[Unit], group: tuple[int, ...], pairs: Sequence[Pair]
    ) -> None:
        self.units, self.group = units, group
        self.closest: dict[int, tuple[int, int]] = {}
        self.warmth = dict.fromkeys(group, 0)
        for pair in pairs:
            for here, there in ((pair.one, pair.other), (pair.other, pair.one)):
                self.warmth[here] += pair.likeness
                best = (pair.likeness, -there)
                self.closest[here] = max(self.closest.get(here, (-1, 0)), best)

    @property
    def standing(self) -> str | None:
        return next((slug for at in self.group if (slug := self.units[at].text.event)), None)

    @property
    def fresh(self) -> bool:
        return any(unit.copies or not unit.filed for unit in self._units())

    @property
    def on(self) -> str | None:
        texts = (text for unit in self._units() for text in (unit.text, *unit.copies))
        return min((text.published for text in texts if text.published), default=None)

    @property
    def title(self) -> str:
        """The printed headline of the text most like all others, else the first words of one.

        A headline without a loaded word goes before one that has some: an event is not judged by
        its name.
        """
        central = sorted(self.group, key=lambda at: (-self.warmth[at], at))
        texts = [self.units[at].text for at in central]
        texts.sort(key=lambda text: (not text.title, text.title_derived, _loaded(text.title)))
        return " ".join(texts[0].title.split())

    @property
    def order(self) -> tuple[str, str, str]:
        return self.on or "9999", self.title, self.units[self.group[0]].text.digest

    @property
    def members(self) -> tuple[Member, ...]:
        found: list[Member] = []
        for at in self.group:
            found += _members(self.units[at], self._reason(at))
        return tuple(sorted(found, key=lambda each: (each.published or "9999", each.file)))

    def _units(self) -> Iterator[Unit]:
        return (self.units[at] for at in self.group)

    def _reason(self, at: int) -> Reason | None:
        if len(self.group) < 2:
            return None
        likeness, place = self.closest.get(at, (0, -next(n for n in self.group if n != at)))
        here, there = self.units[at].text, self.units[-place].text
        apart = None if here.day is None or there.day is None else abs(here.day - there.day)
        names = set(here.profile.names.words) & set(there.profile.names.words)
        figures = set(here.profile.figures) & set(there.profile.figures)
        counts = dict(zip(here.profile.names.words, here.profile.names.counts, strict=True))
        return Reason(
            closest=there.file,
            names=tuple(sorted(names, key=lambda name: (-counts[name], name))),
            figures=tuple(map(_grouped, sorted(figures, key=lambda each: (-len(each), each)))),
            apart=apart,
            likeness=round(likeness / UNIT, 3),
        )


def _members(unit: Unit, reason: Reason | None) -> Iterator[Member]:
    """List the new files of a text; the text itself has a reason, its copies say whose they are."""
    if not unit.filed:
        yield _member(unit.text, None, reason)
    for copy in unit.copies:
        yield _member(copy, unit.text.file, None)


def _member(text: Text, copy_of: str | None, reason: Reason | None) -> Member:
    return Member(
        file=text.file,
        title=text.title,
        title_derived=text.title_derived,
        outlet=text.outlet,
        published=text.published,
        copy_of=copy_of,
        reason=reason,
    )


def _loaded(title: str) -> bool:
    """Tell whether a headline has a word that judges while it names."""
    judging = lists().loaded - lists().mild
    return any(word in judging for _, word in every_word().find(title.lower(), 0, len(title)))


def _grouped(figure: str) -> str:
    """Write a number with commas between its thousands."""
    return f"{int(figure):,}" if figure.isdecimal() and not figure.startswith("0") else figure


def _free(on: str | None, title: str, taken: set[str]) -> str:
    """Name a new event by its day and its title's first words, numbered where that is taken."""
    slug = places.slug_of(title)
    while len(slug) > LONGEST_SLUG and "-" in slug:
        slug = slug.rpartition("-")[0]
    base = "-".join(part for part in (on, slug or "event") if part)
    numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    return next(each for each in (base, *numbered) if each not in taken)
