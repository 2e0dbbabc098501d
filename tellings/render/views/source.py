"""What a source's page shows."""

from dataclasses import dataclass

from tellings.render.views.common import Day, Link, Segment
from tellings.render.views.digest import LeftOutText

__all__ = [
    "CarriedView",
    "FactView",
    "KnownFrom",
    "OwnClaim",
    "Refused",
    "SentenceView",
    "SourceView",
    "TermRow",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFrom:
    """What in the received file a fact was read from."""

    words: str
    """The words and how they were read; empty where they are the fact itself."""

    line: int
    """Their line in the file as received; 0 where they stand in many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A value that stood in the received file and was not taken."""

    value: str
    """The value."""

    line: int
    """Its line in the file as received."""

    because: str
    """Why it was not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """One thing known of a source, and how it is known."""

    term: str
    """What it is: Outlet, Published, Language …"""

    words: str
    """The fact, in words."""

    day: Day | None
    """The fact, where it is a date."""

    href: str | None
    """Where it leads, for a web address; None otherwise."""

    known_from: tuple[KnownFrom, ...]
    """The words it was read from."""

    by_editor: bool
    """Whether it has no such words, so that the editor has set it."""

    refused: tuple[Refused, ...]
    """Values that were not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedView:
    """A claim that a sentence carries."""

    link: Link
    """The claim, by its number."""

    told: str
    """Who else tells it, whether they differ, and how sure the sentence sounds of it, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnClaim:
    """A claim that no other text tells."""

    link: Link
    """The claim, by its number."""

    words: str
    """Its gist, cut short."""

    sentence: Link
    """The sentence that tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """One sentence of a source's text."""

    id: str
    """Its anchor, the same in every edition that keeps its words."""

    number: int
    """Its place in the text."""

    part: str
    """"headline", "standfirst", "subhead", or empty for the body."""

    begins: bool
    """Whether it begins a paragraph."""

    voice: str
    """A class for its rule: own, attributed, quoted or loaded."""

    voice_words: str
    """Its voice, in words."""

    segments: tuple[Segment, ...]
    """Its words, the loaded ones marked."""

    claims: tuple[CarriedView, ...]
    """The claims of the digest that it carries."""

    used: str
    """What is said where it carries no claim."""

    speaker: str | None
    """Who is given as saying it, where the text says."""

    loaded: str
    """What is said of its loaded words; empty when there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """What one thing is called, here and elsewhere."""

    thing: str
    """The thing."""

    here: tuple[Link, ...]
    """The terms of this text, each linked to its sentence."""

    elsewhere: tuple[str, ...]
    """The terms of the other texts, with the texts' names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source's page."""

    title: str
    """Its title as printed, or its first words."""

    derived: bool
    """Whether the title is a label made from the first words."""

    label: str
    """The outlet, or the source's id."""

    count: str
    """The event's count of files and texts."""

    event: Link
    """The digest."""

    lang: str | None
    """The text's language where it is not English, a BCP 47 tag."""

    analysed: bool
    """Whether the analysis reads it."""

    unread: str
    """What is said when it does not: in which language the text is; empty otherwise."""

    excerpt: bool
    """Whether only the passages that the digest uses are shown."""

    facts: tuple[FactView, ...]
    """What is known of it, and how."""

    removed: str
    """What was removed from the file, in words."""

    unsure: str
    """Which lines were kept and may not be the text, in words."""

    numbers: str
    """How many sentences it has, in which voice, and how many claims it carries."""

    sentences: tuple[SentenceView, ...]
    """The text."""

    alone: tuple[OwnClaim, ...]
    """The claims that no other text tells."""

    alone_more: tuple[OwnClaim, ...]
    """More of them, shown on demand."""

    lacks_base: str
    """What the claims that it lacks are counted on, in words."""

    lacks: LeftOutText | None
    """The claims that other texts tell and this one does not; None where none can be counted."""

    terms: tuple[TermRow, ...]
    """Its words for things that the texts name differently."""

    stance: str
    """The link to the table of all terms."""
