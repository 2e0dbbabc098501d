"""What the pages that list events depend on: a projection of each digest."""

import re
from dataclasses import dataclass

from tellings.model.digest import Digest
from tellings.model.findings import Name
from tellings.render import comparing, urls, wording
from tellings.render.counting import counted, incomparable
from tellings.render.excerpts import for_pages
from tellings.render.index import Index, index, sharpness
from tellings.render.phrases import ENGLISH, Part, Phrases, mark
from tellings.render.robots import directives

__all__ = ["Known", "Listing", "family_name", "listing", "newest"]

SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
"""What may stand after a family name."""

READINGS = 3
"""How many readings of its sharpest difference stand beside an event."""

KINDS = mark(("person", "organisation", "place"))
"""The kinds of names that an index lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody or something that an event's texts name."""

    name: str
    kind: str
    """person, organisation or place."""

    under: str = ""
    """The words that a person is looked for under, as the family name; empty for the whole name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An event as the home page, the feeds and the sitemap know it."""

    slug: str
    """The event's folder, and its address."""

    title: str
    """The event's title."""

    on: str | None
    """The day of the event, YYYY-MM-DD, where known."""

    updated: str | None
    """The newest day among the event's and its texts' own, YYYY-MM-DD."""

    files: int
    """How many files were put in."""

    texts: int
    """How many texts they are."""

    count: str
    """The honest count, in words."""

    differences: int
    """How many differences were found."""

    sharp_kind: str
    """The kind of the sharpest difference; empty when there is none."""

    sharp: str
    """Its readings, with the texts that give them."""

    line: tuple[Part, ...]
    """The first sentence of "In short"; empty when there is none."""

    incomparable: str = ""
    """Why its texts could not be compared, in words; empty where they could."""

    changes: str = ""
    """What has changed since it was published before, in words; empty where nothing has."""

    known: tuple[Known, ...]
    """Whom and what its texts name, those that several texts name where there are several."""

    pages: tuple[str, ...]
    """The event's pages that search engines may list, by their place in the site."""


def listing(digest: Digest, phrases: Phrases = ENGLISH) -> Listing:
    """Take from a digest what the pages that list it depend on."""
    found = index(for_pages(digest), phrases)
    event = digest.event
    sharp_kind, sharp = sharpest(found)
    return Listing(
        slug=event.slug,
        title=event.title,
        on=event.on,
        updated=newest(digest),
        files=len(digest.tellings) + event.withheld,
        texts=len(found.texts),
        count=counted(found),
        differences=sum(not difference.weak for difference in wording.once(digest.differences)),
        sharp_kind=sharp_kind,
        sharp=sharp,
        line=wording.parts(digest.summary[0].text, phrases) if digest.summary else (),
        incomparable=incomparable(found),
        changes=changes(found),
        known=known(found),
        pages=listed_pages(digest),
    )


def changes(found: Index) -> str:
    """Say what has changed since the digest was published before."""
    compared = comparing.of(found)
    return comparing.sentence(compared[0], found.phrases) if compared else ""


def newest(digest: Digest) -> str | None:
    """Find the newest day among the event's own and those its texts were published."""
    sources = [telling.document.source for telling in digest.tellings]
    every = [digest.event.on, *(s.published for s in sources), *(s.updated for s in sources)]
    days = [day[:10] for day in every if day and re.match(r"\d{4}-\d\d-\d\d", day)]
    return max(days, default=None)


def sharpest(found: Index) -> tuple[str, str]:
    """Give the kind and the readings of the sharpest difference."""
    every = [difference for difference in found.digest.differences if not difference.weak]
    if not every:
        return "", ""
    difference = min(every, key=sharpness)
    readings: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for reading in difference.readings:
        label = found.every_text[reading.passage.source].label
        tellers = readings.setdefault(reading.value, [])
        if label not in tellers:
            tellers.append(label)
        words.setdefault(reading.value, wording.clip(found.words(reading.passage), 80))
    said = [f"“{words[value]}” ({', '.join(who)})" for value, who in readings.items()]
    if len(said) > READINGS:
        said = [
            *said[:READINGS],
            wording.count(len(said) - READINGS, "other reading", found.phrases),
        ]
    return found.phrases.text(difference.kind), found.phrases.text(" or ").join(said)


def known(found: Index) -> tuple[Known, ...]:
    """Name those that at least two texts name, or those of a single text."""
    least = min(2, len(found.texts))
    return tuple(
        Known(name=name.name, kind=name.kind, under=family_name(name))
        for name in found.digest.names
        if name.kind in KINDS
        and len({found.every_text[mention.source].id for mention in name.mentions}) >= least
    )


def family_name(name: Name) -> str:
    """Give what a person is called for short: “Brandt”, or “Lin” of Lin Mei; empty for others.

    Texts show which end of a name it is by what they call somebody the second time.
    """
    words = name.name.split()
    while len(words) > 1 and SUFFIX.fullmatch(words[-1]):
        words.pop()
    if name.kind != "person" or len(words) < 2:
        return ""
    short = [variant.split() for variant in name.variants]
    ends = [words[at:] for at in range(1, len(words)) if words[at:] in short]
    first = [words[:1]] if words[:1] in short else []
    return " ".join((*ends, *first, words[-1:])[0])


def listed_pages(digest: Digest) -> tuple[str, ...]:
    """Name the pages of an event that search engines may list."""
    slug = digest.event.slug
    sources = (telling.document.source for telling in digest.tellings)
    return (
        urls.digest(slug),
        urls.stance(slug),
        *(urls.source(slug, s.id) for s in sources if "noindex" not in directives(s.robots)),
    )
