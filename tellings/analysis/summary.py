"""The event in at most five sentences."""

import re
from collections.abc import Iterator

from tellings.analysis import wording
from tellings.analysis.clauses import clauses
from tellings.analysis.stance import judgements
from tellings.model.findings import (
    Claim,
    Cover,
    Difference,
    DifferenceKind,
    Reading,
    Section,
    SummaryLine,
    Telling,
)
from tellings.model.span import Passage, Span, covered

__all__ = ["write"]

MOST = 5
WHOLE = 0.9
"""A sentence that is quoted by more than this share names no speaker."""

ALIKE = 0.5
"""Two sentences that share this much of their words say nothing new after one another."""

SHARP: tuple[DifferenceKind, ...] = ("number", "date", "certainty", "place", "scope", "tense")
"""The differences worth a line, the sharpest kind first."""


def write(
    tellings: tuple[Telling, ...],
    sections: tuple[Section, ...],
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    differences: tuple[Difference, ...],
) -> tuple[SummaryLine, ...]:
    """Write "In short": verbatim sentences with fixed joining phrases.

    Raises:
        ValueError: when a line holds a name or a number that its evidence does not.
    """
    by_id = {telling.id: telling for telling in tellings}
    sharpest = next(sharp_lines(by_id, covers, differences), None)
    room = MOST - 1 if sharpest else MOST
    shown = sharpest.claims if sharpest else ()
    others = [claim for claim in ordered(sections, claims) if claim.id not in shown]
    lines = sorted(
        told_lines(by_id, others, covers, room),
        key=lambda line: place_of(line.evidence[0], by_id),
    )
    if sharpest:
        lines.append(sharpest)
    for line in lines:
        check(line, by_id)
    return tuple(lines)


def place_of(passage: Passage, tellings: dict[str, Telling]) -> tuple[float, Passage]:
    """Say where in its text a passage stands, 0 to 1."""
    return round(passage.start / len(tellings[passage.source].text), 4), passage


def ordered(sections: tuple[Section, ...], claims: tuple[Claim, ...]) -> list[Claim]:
    """Give the claims in reading order."""
    place = {id_: n for n, id_ in enumerate(id_ for s in sections for id_ in s.claims)}
    return sorted(claims, key=lambda claim: place.get(claim.id, len(place)))


def told_lines(
    tellings: dict[str, Telling], claims: list[Claim], covers: tuple[Cover, ...], room: int
) -> Iterator[SummaryLine]:
    """Give the gists of the claims that most texts carry, each saying something new."""
    cover = {cover.claim: cover for cover in covers}
    # A bare quotation does not say who speaks: it sums up only where nothing else is told.
    weighty = sorted(
        claims,
        key=lambda claim: (
            bare(claim, tellings[claim.gist.source]),
            -cover[claim.id].texts,
            -len(cover[claim.id].origins),
        ),
    )
    several = any(cover[claim.id].texts > 1 for claim in claims)
    several_texts = len({claim.gist.source for claim in claims}) > 1
    said: list[frozenset[str]] = []
    for claim in weighty:
        if len(said) == room or (several and cover[claim.id].texts < 2):
            return
        words = words_of(claim.gist, tellings)
        stems = frozenset(wording.content(words))
        if any(len(stems & other) >= ALIKE * min(len(stems), len(other)) for other in said):
            continue
        said.append(stems)
        label = tellings[claim.gist.source].document.source.label
        if several_texts and cover[claim.id].texts < 2:
            words = f"Only {label}: {words}"
        elif judged_alone(claim, tellings):
            words = f"In {label}’s words: “{unquoted(words)}”"
        yield SummaryLine(text=words, claims=(claim.id,), evidence=(claim.gist,))


def bare(claim: Claim, telling: Telling) -> bool:
    """Tell whether a gist is speech that names no speaker, with quotation marks or without.

    What a text prints without marks and most others quote is an inserted post or statement.
    """
    quoted = [a.content.span for a in telling.attributions if a.kind == "direct"]
    if covered(claim.gist.span, quoted):
        return covered(claim.gist.span, quoted) > WHOLE
    said = sum(mention.voice == "direct_quote" for mention in claim.mentions)
    return 2 * said > len(claim.mentions)


def judged_alone(claim: Claim, tellings: dict[str, Telling]) -> bool:
    """Tell whether a gist judges in words that no other source of the claim uses."""
    telling = tellings[claim.gist.source]
    others = " ".join(
        words_of(mention.passage, tellings).lower()
        for mention in claim.mentions
        if mention.passage.source != claim.gist.source
    )
    return any(
        span.of(telling.text).lower() not in others for span in judgements(telling, claim.gist.span)
    )


def sharp_lines(
    tellings: dict[str, Telling], covers: tuple[Cover, ...], differences: tuple[Difference, ...]
) -> Iterator[SummaryLine]:
    """Give the sharpest difference first: “Ledger: “…”; Standard: “…””."""
    texts = {cover.claim: cover.texts for cover in covers}
    sharp = [d for d in differences if d.relation != "compatible" and d.kind in SHARP]
    for difference in sorted(
        sharp,
        key=lambda d: (d.relation != "conflict", SHARP.index(d.kind), -texts.get(d.claim, 0)),
    ):
        chosen = one_each(difference.readings)
        if len(chosen) < 2:
            continue
        passages = tuple(around(reading.passage, tellings) for reading in chosen)
        yield SummaryLine(
            text="; ".join(
                f"{tellings[p.source].document.source.label}: “{unquoted(words_of(p, tellings))}”"
                for p in passages
            ),
            claims=(difference.claim,),
            evidence=passages,
        )


def one_each(readings: tuple[Reading, ...]) -> list[Reading]:
    """Give the readings of two sources, the first that differ in value."""
    first = readings[0]
    other = next(
        (
            r
            for r in readings
            if r.passage.source != first.passage.source and r.value != first.value
        ),
        None,
    )
    return [first, other] if other else [first]


def around(passage: Passage, tellings: dict[str, Telling]) -> Passage:
    """Widen a passage to the clause that holds it."""
    telling = tellings[passage.source]
    sentence = telling.document.sentence_at(passage.start)
    if sentence is None:
        return passage
    start = sentence.span.start
    for clause in clauses(telling.document.words(sentence)):
        span = Span(start + clause.start, start + clause.end)
        if span.holds(passage.span):
            return span.within(passage.source)
    return sentence.passage


def words_of(passage: Passage, tellings: dict[str, Telling]) -> str:
    """Give a passage's words with plain blanks."""
    return " ".join(passage.of(tellings[passage.source].text).split())


def unquoted(words: str) -> str:
    """Turn double quotation marks into single ones, as inside a quotation."""
    opened = re.sub(r"(^|(?<=[\s(\[—–-]))\"(?=\S)", "‘", words)
    return opened.replace('"', "’").replace("“", "‘").replace("”", "’")


def check(line: SummaryLine, tellings: dict[str, Telling]) -> None:
    """See that each name and number of a line stands in its evidence or is a source's name.

    Raises:
        ValueError: when one does not.
    """
    known = {"Only", "In"}
    for passage in line.evidence:
        telling = tellings[passage.source]
        known.update(wording.tokens(words_of(passage, tellings)))
        label = telling.document.source.label
        known.update((*wording.tokens(label), *wording.tokens(f"{label}’s")))
    for token in wording.tokens(line.text):
        if (token[0].isupper() or token[0].isdigit()) and token not in known:
            raise ValueError(f"“{token}” stands in no evidence of “{line.text}”")
