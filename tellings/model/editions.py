"""What a digest held when it was published, as far as a later one is compared with it."""

from dataclasses import dataclass, field

__all__ = ["Edition", "EditionClaim", "EditionSource", "Editions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSource:
    """A source as it was."""

    id: str
    label: str
    """What pages call it."""

    published: str | None = None
    updated: str | None = None
    raw_sha256: str | None = None
    words_sha256: str | None = None
    """The hash of its text; None where not all of it may be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionClaim:
    """A claim as it was."""

    id: str
    gist: str
    """The words that stood for it, as printed."""

    told_in: tuple[tuple[str, str], ...]
    """The source of every sentence that told it, and the hash of the sentence, in order."""

    differences: tuple[tuple[str, ...], ...] = ()
    """Each difference's kind and the values of its readings, sorted; mere attribution left out."""

    words_of: str | None = field(default=None, compare=False)
    """The source whose words the gist is; None where that was not recorded."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that told it, once each."""
        return tuple(dict.fromkeys(source for source, _ in self.told_in))

    @property
    def owners(self) -> tuple[str, ...]:
        """The ids of the sources whose words the gist may be."""
        return (self.words_of,) if self.words_of else self.sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A digest as it was: its sources and its claims."""

    sources: tuple[EditionSource, ...] = ()
    claims: tuple[EditionClaim, ...] = ()
    """In the order of the export."""

    made_by: str = field(default="", compare=False)
    """The version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """What is recorded of an event's publishing."""

    now: Edition | None = None
    """What was recorded last."""

    before: Edition | None = None
    """What was recorded before that, and differs from it."""

    def baseline(self, current: Edition) -> Edition | None:
        """Give what a digest is compared with: the last edition that is not itself.

        So the note of what has changed is the same before and after an edition is recorded.
        """
        return self.before if self.now is None or self.now == current else self.now

    def followed_by(self, edition: Edition) -> "Editions":
        """Record a further edition; the same as the last changes nothing."""
        if edition == self.now:
            return self
        return Editions(now=edition, before=self.now)
