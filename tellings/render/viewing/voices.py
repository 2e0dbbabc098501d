"""Whose words fill a text, and who is named in it without a word."""

import re
from collections import Counter, defaultdict

from tellings.render import wording
from tellings.render.index import Text
from tellings.render.viewing.desk import Desk
from tellings.render.viewing.speech import PRONOUNS, plain
from tellings.render.views.stance import ShareView, VoicesView

__all__ = ["voices"]

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
FEW = 20
"""Of fewer words than that, no share is given: half of two words says nothing."""

MOST = 8
"""How many of those who are given no words are named."""


def voices(desk: Desk, text: Text) -> VoicesView:
    """Show whose words fill a text, the largest share first, all forms of one name together."""
    called = desk.index.called
    counts: Counter[str] = Counter()
    shares: dict[str, float] = defaultdict(float)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for share in desk.index.digest.voices:
        if share.source != text.id:
            continue
        named = share.speaker if (share.speaker or "").lower() not in PRONOUNS else None
        known = called.get((text.id, named)) if named else None
        name = known.name if known else named or ""
        key = plain(name)
        counts[key] += share.words
        shares[key] += share.share
        forms[key][name] += share.words
    ordered = sorted(counts, key=lambda key: (not key, -counts[key], key))
    return VoicesView(
        label=text.label,
        shares=tuple(
            ShareView(
                speaker=min(forms[key], key=lambda form: (-forms[key][form], form))
                or desk.phrases.text("no speaker named"),
                words=part(desk, counts[key], shares[key], counts.total()),
                side=side(desk, forms[key]),
            )
            for key in ordered
        ),
        quoted=quoted(desk, text, counts.total()),
        unheard=unheard(desk, text),
    )


def part(desk: Desk, number: int, share: float, every: int) -> str:
    """Count one speaker's words, with their share where they are many enough to have one."""
    words = wording.count(number, "word", desk.phrases)
    if every < FEW:
        return words
    return desk.phrases.text("%(words)s, %(share)s %%", words=words, share=round(share * 100))


def side(desk: Desk, forms: Counter[str]) -> str:
    """Name the target by whose name a speaker is called: “the Norrin council” for Norrin."""
    for target in desk.index.digest.targets:
        names = "|".join(re.escape(name) for name in (target.name, *target.aliases))
        if any(re.search(rf"(?<![\w-])(?:{names})(?![\w-])", form) for form in forms):
            return "" if plain(target.name) in map(plain, forms) else target.name
    return ""


def quoted(desk: Desk, text: Text, number: int) -> str:
    """Say how much of a text stands in quotation marks as somebody's."""
    whole = len(WORD.findall(desk.index.tellings[text.id].text))
    if not number or not whole:
        return ""
    said = desk.phrases.plural(
        "%(number)s of %(num)s word", "%(number)s of %(num)s words", whole, number=number
    )
    share = round(100 * number / whole)
    if not share or number < FEW:
        return said
    return desk.phrases.text("%(said)s, %(share)s %%", said=said, share=share)


def unheard(desk: Desk, text: Text) -> str:
    """Name the people whom a text names and gives no words, the most named first."""
    called = desk.index.called
    speakers = {a.speaker for a in desk.index.tellings[text.id].attributions if a.speaker}
    heard = {last(speaker) for speaker in speakers}
    heard |= {last(called[text.id, s].name) for s in speakers if (text.id, s) in called}
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for name in desk.index.digest.names:
        times = sum(place.source == text.id for place in name.mentions)
        if times and name.kind == "person" and last(name.name) not in heard:
            key = last(name.name)
            counts[key] += times
            names[key] = max(names.get(key, ""), name.name, key=len)
    ordered = [names[key] for key in sorted(counts, key=lambda key: (-counts[key], key))]
    more = len(ordered) - MOST
    return wording.listed(
        (*ordered[:MOST], *((desk.phrases.text("%(more)s more", more=more),) if more > 0 else ())),
        desk.phrases,
    )


def last(name: str) -> str:
    """Give the last word of a name: a person's surname, without the s of what is theirs."""
    return name.lower().replace("’s ", " ").replace("'s ", " ").split()[-1]
