"""Editions → what a digest page says of what has changed."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from tellings.model.editions import EditionSource
from tellings.model.findings import Claim
from tellings.render import comparing, wording
from tellings.render.comparing import Changes, Retold
from tellings.render.phrases import Phrases, mark
from tellings.render.viewing.desk import SHORT, Desk
from tellings.render.views.changes import ChangeFact, ChangeGroup, ChangeLine, ChangesView
from tellings.render.views.common import Link

__all__ = ["changes_view"]

SHOWN = 12
"""How many changes of one kind are listed."""

DATED = mark({"published": "published %(day)s", "updated": "updated %(day)s"})
WITHOUT = mark({"published": "without the day published", "updated": "without the day updated"})
One = TypeVar("One")


def changes_view(desk: Desk) -> ChangesView | None:
    """Show what has changed; None where nothing has, or nothing was published before."""
    phrases = desk.phrases
    found = comparing.of(desk.index)
    if found is None:
        return None
    changes, day = found
    upto = (
        phrases.text(", with sources up to %(day)s", day=wording.day(day, phrases=phrases))
        if day
        else ""
    )
    words = phrases.text(
        "Since this was last published%(upto)s: %(sentence)s.",
        upto=upto,
        sentence=comparing.sentence(changes, phrases),
    )
    if changes.program:
        words += phrases.text(
            " It was made by version %(program)s then, which may have read otherwise.",
            program=changes.program,
        )
    return ChangesView(words=words, groups=tuple(each for each in groups(desk, changes) if each))


def groups(desk: Desk, changes: Changes) -> tuple[ChangeGroup | None, ...]:
    """List the changes by their kinds."""
    phrases = desk.phrases
    claims = desk.index.claims
    new = [claim for id_, claim in claims.items() if id_ in changes.claims]
    retold = {one.claim: one for one in changes.retold}
    told = [(claim, retold[id_]) for id_, claim in claims.items() if id_ in retold]
    backed, others = ([one for one in told if one[1].backed is is_] for is_ in (True, False))
    return (
        group(
            phrases.text("New sources"), changes.sources, lambda id_: new_source(desk, id_), phrases
        ),
        group(
            phrases.text("Changed sources"),
            changes.updated,
            lambda pair: updated(desk, *pair),
            phrases,
        ),
        group(phrases.text("Sources gone"), changes.gone, lambda one: gone(desk, one), phrases),
        group(phrases.text("New claims"), new, lambda claim: new_claim(desk, claim), phrases),
        group(
            phrases.text("Claims told by more texts"),
            backed,
            lambda pair: told_otherwise(desk, *pair),
            phrases,
        ),
        group(
            phrases.text("Claims told otherwise"),
            others,
            lambda pair: told_otherwise(desk, *pair),
            phrases,
        ),
        claims_gone(desk, changes),
    )


def group(
    name: str, every: Sequence[One], line: Callable[[One], ChangeLine], phrases: Phrases
) -> ChangeGroup | None:
    """List changes of one kind; None where there are none."""
    if not every:
        return None
    left = len(every) - SHOWN
    lines = tuple(line(one) for one in every[:SHOWN])
    return ChangeGroup(
        name=name,
        lines=lines,
        rest=phrases.text("and %(left)s more", left=f"{left:,}") if left > 0 else "",
    )


def new_source(desk: Desk, id_: str) -> ChangeLine:
    """Show a source that was not there before."""
    source = desk.index.source(id_)
    facts = (
        (
            fact(
                desk.phrases.text(
                    "published %(day)s", day=wording.day(source.published, phrases=desk.phrases)
                )
            ),
        )
        if source.published
        else ()
    )
    link = Link(words=desk.file(id_), href=desk.to_source(id_))
    return ChangeLine(link=link, words=source.title or "", facts=facts)


def updated(desk: Desk, before: EditionSource, now: EditionSource) -> ChangeLine:
    """Show a source that is otherwise than before."""
    words = (before.words_sha256, now.words_sha256)
    other = words[0] != words[1] if all(words) else before.raw_sha256 != now.raw_sha256
    facts = [fact(desk.phrases.text("its text has changed"))] if other else []
    for name, old, new in (
        ("published", before.published, now.published),
        ("updated", before.updated, now.updated),
    ):
        if old != new:
            facts.append(fact(dated(name, old, new, desk.phrases)))
    link = Link(words=desk.file(now.id), href=desk.to_source(now.id))
    title = desk.index.source(now.id).title or ""
    return ChangeLine(link=link, words=title, facts=tuple(facts))


def dated(name: str, old: str | None, new: str | None, phrases: Phrases) -> str:
    """Say a day that is another than before, or not given any more."""
    before = phrases.text(", before: %(day)s", day=wording.day(old, phrases=phrases)) if old else ""
    if new is None:
        return phrases.text(WITHOUT[name]) + before
    return phrases.text(DATED[name], day=wording.day(new, phrases=phrases)) + before


def gone(desk: Desk, source: EditionSource) -> ChangeLine:
    """Show a source that is not there any more, by name unless it may be held back."""
    event = desk.index.digest.event
    named = not event.withheld and not event.drafts
    words = source.label if named else desk.phrases.text("One source")
    return ChangeLine(link=None, words=words, facts=())


def new_claim(desk: Desk, claim: Claim) -> ChangeLine:
    """Show a claim that was not there before, with the texts that tell it."""
    tellers = desk.tellers(mention.passage for mention in claim.mentions)
    return ChangeLine(
        link=desk.claim(claim),
        words=gist(desk, claim),
        facts=(fact(desk.phrases.text("told by"), tellers),),
    )


def told_otherwise(desk: Desk, claim: Claim, found: Retold) -> ChangeLine:
    """Show a claim that is told otherwise than before."""
    phrases = desk.phrases
    facts: list[ChangeFact] = []
    if shown(desk, found.before_of):
        facts.append(
            fact(phrases.text("before: “%(before)s”", before=wording.clip(found.before, SHORT)))
        )
    if found.gained:
        facts.append(fact(phrases.text("now also told by"), tellers(desk, claim, found.gained)))
    if found.lost:
        facts.append(
            fact(phrases.text("not told any more by"), tuple(text(desk, id_) for id_ in found.lost))
        )
    if found.reworded:
        facts.append(fact(phrases.text("in other words in"), tellers(desk, claim, found.reworded)))
    if found.differs:
        facts.append(
            fact(phrases.text("now differs in %(differs)s", differs=kinds(desk, found.differs)))
        )
    if found.differs_otherwise:
        facts.append(
            fact(
                phrases.text(
                    "differs otherwise in %(differs_otherwise)s",
                    differs_otherwise=kinds(desk, found.differs_otherwise),
                )
            )
        )
    if found.agrees:
        facts.append(
            fact(
                phrases.text(
                    "does not differ any more in %(agrees)s", agrees=kinds(desk, found.agrees)
                )
            )
        )
    return ChangeLine(link=desk.claim(claim), words=gist(desk, claim), facts=tuple(facts))


def claims_gone(desk: Desk, changes: Changes) -> ChangeGroup | None:
    """List the claims that are not there any more.

    Words that no source stands for any more, or that may not be shown, are not shown again.
    """
    if not changes.claims_gone:
        return None
    kept = [claim for claim, owners in changes.claims_gone if shown(desk, owners)]
    hidden = len(changes.claims_gone) - len(kept[:SHOWN])
    lines = tuple(
        ChangeLine(link=None, words=f"“{wording.clip(claim.gist, SHORT)}”", facts=())
        for claim in kept[:SHOWN]
    )
    more = f"{wording.count(hidden, 'claim', desk.phrases)}" + (
        desk.phrases.text(" more") if kept else ""
    )
    only = (
        desk.phrases.text(", told by sources that are gone or not shown whole")
        if not kept[SHOWN:]
        else ""
    )
    return ChangeGroup(
        name=desk.phrases.text("Claims gone"), lines=lines, rest=f"{more}{only}" if hidden else ""
    )


def shown(desk: Desk, owners: tuple[str, ...]) -> bool:
    """Tell whether words may be shown again: all whose words they may be are still shown whole."""
    return bool(owners) and all(
        owner in desk.index.tellings and desk.index.source(owner).rights == "full"
        for owner in owners
    )


def text(desk: Desk, id_: str) -> Link:
    """Link to a text."""
    return Link(words=desk.index.every_text[id_].label, href=desk.to_source(id_))


def tellers(desk: Desk, claim: Claim, texts: tuple[str, ...]) -> tuple[Link, ...]:
    """Link to the sentences in which some texts tell a claim."""
    every = desk.index.every_text
    places = (mention.passage for mention in claim.mentions)
    return desk.tellers(place for place in places if every[place.source].id in texts)


def gist(desk: Desk, claim: Claim) -> str:
    """Give the words that stand for a claim, cut short."""
    return wording.clip(desk.index.gist(claim), SHORT)


def kinds(desk: Desk, found: tuple[str, ...]) -> str:
    """Name kinds of difference as prose does."""
    return wording.listed(tuple(map(desk.phrases.text, found)), desk.phrases)


def fact(words: str, links: tuple[Link, ...] = ()) -> ChangeFact:
    """Say one thing that is otherwise."""
    return ChangeFact(words=words, links=links)
