"""Which text carries which claim, and what each leaves out."""

from collections.abc import Mapping
from functools import lru_cache

from tellings.model.findings import Claim, Mention, Voice
from tellings.model.span import Passage
from tellings.render import charts, wording
from tellings.render.charts import Cell
from tellings.render.index import Index, Text
from tellings.render.phrases import Phrases, mark
from tellings.render.viewing.desk import SHORT, Desk
from tellings.render.views.charts import ChartView
from tellings.render.views.common import Link
from tellings.render.views.digest import LeftOutClaim, LeftOutText, Unclear
from tellings.render.views.parts import CellView, CoverageRow, CoverageView

__all__ = [
    "coverage",
    "independent",
    "left_out",
    "left_out_base",
    "left_out_of",
    "nearest",
    "shared",
]

TWO = 2

MANY = 30
"""How many rows of the table are shown without being asked for."""

ROWS = 150
"""How many rows the table has at all: of more claims, the download has the rest."""

ROW = 52
"""How many characters of a claim's gist a row shows."""

LISTED = 6
"""How many claims that a text leaves out are shown without being asked for."""

CROWD = 12
"""Of how many texts that many are shown; half of it of more."""

MOST = 40
"""How many are listed at all: of more, the download has the rest."""

Nearest = Mapping[tuple[str, str], Passage | None]
"""By text and claim: the sentence that may tell it; None where nothing comes near."""

SIGNS: dict[Voice, Cell] = {
    "own": "full",
    "attributed": "open",
    "direct_quote": "ring",
    "own_inside_attribution": "cross",
}
KEY = mark(
    "Filled square: own voice. Open square: attributed. Ring: quoted. "
    "Cross: attributed, loaded word. Dot: not clearly. Blank: not in it."
)


def shared(desk: Desk) -> tuple[Claim, ...]:
    """Give the claims that at least two texts tell."""
    return tuple(c for c in desk.index.claims.values() if len(desk.index.texts_of(c)) > 1)


def independent(desk: Desk) -> tuple[Claim, ...]:
    """Give those of them whose texts do not all run one copy."""
    covers = desk.index.covers
    return tuple(c for c in shared(desk) if len(covers[c.id].carriers) >= TWO)


def coverage(desk: Desk) -> CoverageView | None:
    """Show the shared claims against the texts; None when no two texts share one."""
    claims, texts = shared(desk), desk.index.texts
    if not claims:
        return None
    near = nearest(desk.index)
    rows = tuple(row(desk, claim, near) for claim in claims)
    # A sort that keeps the order of the page where as many texts tell two claims.
    most = sorted(claims, key=lambda claim: -len(desk.index.texts_of(claim)))[:ROWS]
    numbers = {desk.index.numbers[claim.id] for claim in most}
    shown = tuple(row for row in rows if row.number in numbers)
    every = len(desk.index.digest.claims)
    in_all = sum(all(cell.href for cell in row.cells) for row in rows)
    said = finding(every, every - len(claims), in_all, len(texts), desk.phrases)
    totals = tuple(
        sum(row.cells[place].href is not None for row in rows) for place in range(len(texts))
    )
    return CoverageView(
        finding=said,
        columns=tuple(desk.column(text) for text in texts),
        rows=shown,
        rest=in_the_download(desk, len(rows) - len(shown)),
        totals=totals,
        base=desk.phrases.text("Claims carried, of %(every)s", every=len(claims)),
        size=", ".join(
            (
                wording.count(len(claims), "claim", desk.phrases),
                wording.count(len(texts), "text", desk.phrases),
            )
        ),
        open=len(claims) <= MANY,
        chart=chart(desk, claims, totals, near),
    )


def chart(
    desk: Desk, claims: tuple[Claim, ...], totals: tuple[int, ...], near: Nearest
) -> ChartView | None:
    """Draw the table: a line for each text, a sign for each claim."""
    texts, every = desk.index.texts, len(claims)
    lines = [
        (
            wording.clip(text.label, 24),
            [sign(claim, text, near) for claim in claims],
            desk.phrases.text("%(total)s of %(every)s", total=total, every=every),
        )
        for text, total in zip(texts, totals, strict=True)
    ]
    numbers = [desk.index.numbers[claim.id] for claim in claims]
    return charts.coverage(
        lines,
        numbers,
        most_and_fewest(texts, totals, every, desk.phrases),
        desk.phrases.text(KEY),
        desk.phrases,
    )


def most_and_fewest(
    texts: tuple[Text, ...], totals: tuple[int, ...], every: int, phrases: Phrases
) -> str:
    """Say which texts carry the most of the shared claims, and how few others do."""
    most, fewest = max(totals), min(totals)
    if most == fewest:
        return phrases.text(
            "Every text carries %(most)s of %(every)s shared claims.", most=most, every=every
        )
    labels = [text.label for text, total in zip(texts, totals, strict=True) if total == most]
    return phrases.plural(
        "%(labels)s carries most, %(most)s of %(every)s shared claims; "
        "the fewest that a text carries are %(fewest)s.",
        "%(labels)s carry most, %(most)s of %(every)s shared claims; "
        "the fewest that a text carries are %(fewest)s.",
        len(labels),
        labels=wording.listed(labels, phrases),
        most=most,
        every=every,
        fewest=fewest,
    )


def sign(claim: Claim, text: Text, near: Nearest) -> Cell:
    """Give the sign for how a text carries a claim."""
    mention = first(claim, text)
    if mention:
        return SIGNS[mention.voice]
    return "point" if near.get((text.id, claim.id)) else None


def first(claim: Claim, text: Text) -> Mention | None:
    """Give the first mention of a claim in a text."""
    return next((m for m in claim.mentions if m.passage.source in text.files), None)


# Every page of an event asks, and the pages of one event are made together.
@lru_cache(maxsize=1)
def nearest(index: Index) -> Nearest:
    """Give what each text leaves out, with the sentence that may tell it in other words."""
    every = index.every_text
    return {(every[o.source].id, o.claim): o.near for o in reversed(index.digest.omissions)}


def finding(every: int, alone: int, in_all: int, texts: int, phrases: Phrases) -> str:
    """Say in one sentence what the table shows."""
    claims = wording.count(every, "claim", phrases)
    some = phrases.plural(
        "%(alone)s of %(claims)s stands in one text only",
        "%(alone)s of %(claims)s stand in one text only",
        alone or 1,
        alone=alone or phrases.text("None"),
        claims=claims,
    )
    every_text = (
        phrases.text("both") if texts == 2 else phrases.text("all %(number)s", number=texts)
    )
    whole = phrases.plural(
        "%(in_all)s stands in %(texts)s",
        "%(in_all)s stand in %(texts)s",
        in_all or 1,
        in_all=in_all or phrases.text("none"),
        texts=every_text,
    )
    return f"{some}; {whole}."


def row(desk: Desk, claim: Claim, near: Nearest) -> CoverageRow:
    """Show one claim against the texts."""
    return CoverageRow(
        number=desk.index.numbers[claim.id],
        href=desk.to_digest(claim.id),
        words=wording.clip(desk.index.gist(claim), ROW),
        cells=tuple(cell(desk, claim, text, near) for text in desk.index.texts),
    )


def cell(desk: Desk, claim: Claim, text: Text, near: Nearest) -> CellView:
    """Show how one text carries one claim."""
    mention = first(claim, text)
    if mention:
        return CellView(
            words=desk.phrases.text(wording.VOICES[mention.voice]),
            href=desk.to_sentence(mention.passage),
        )
    close = near.get((text.id, claim.id))
    return CellView(
        words=desk.phrases.text("not clearly") if close else desk.phrases.text("not in it"),
        href=None,
    )


def left_out(desk: Desk) -> tuple[LeftOutText, ...]:
    """Show what each text does not carry of what texts of two origins tell."""
    claims = independent(desk)
    # Of two texts, neither can lack what two others tell.
    if not claims or len(desk.index.texts) <= TWO:
        return ()
    near, texts = nearest(desk.index), desk.index.texts
    most = LISTED if len(texts) <= CROWD else LISTED // 2
    return tuple(left_out_of(desk, text, claims, near, most=most) for text in texts)


def left_out_base(desk: Desk) -> str:
    """Say what the omissions are counted on."""
    claims = wording.count(len(independent(desk)), "claim", desk.phrases)
    return desk.phrases.text(
        "Counted on %(claims)s told by texts that do not all run one agency’s copy.", claims=claims
    )


def left_out_of(
    desk: Desk, text: Text, claims: tuple[Claim, ...], found: Nearest, *, most: int = LISTED
) -> LeftOutText:
    """Show what one text does not carry, the most told first, and what it does not clearly."""
    phrases = desk.phrases
    near = {claim.id: found[text.id, claim.id] for claim in claims if (text.id, claim.id) in found}
    lacking = [c for c in claims if c.id in near and text not in desk.index.texts_of(c)]
    missing = sorted(
        (claim for claim in lacking if near[claim.id] is None),
        key=lambda claim: -len(desk.index.texts_of(claim)),
    )
    unclear = [(claim, passage) for claim in lacking if (passage := near[claim.id])]
    doubt = phrases.text(", %(doubtful)s not clearly", doubtful=len(unclear)) if unclear else ""
    listed = tuple(lack(desk, claim) for claim in missing[:MOST])
    return LeftOutText(
        id=f"left-out-{text.id}",
        label=text.label,
        carries=phrases.text(
            "carries %(told)s of %(every)s%(doubt)s",
            told=len(claims) - len(lacking),
            every=len(claims),
            doubt=doubt,
        ),
        claims=listed[:most],
        more=listed[most:],
        rest=in_the_download(desk, len(missing[MOST:])),
        unclear=tuple(
            Unclear(
                claim=desk.claim(claim),
                sentence=Link(words=numbered(desk, passage), href=desk.to_sentence(passage)),
            )
            for claim, passage in unclear[:MOST]
        ),
        doubtful=len(unclear),
    )


def lack(desk: Desk, claim: Claim) -> LeftOutClaim:
    """Show a claim that a text leaves out, and how many others tell it."""
    others = wording.count(len(desk.index.texts_of(claim)), "other text", desk.phrases)
    return LeftOutClaim(
        link=desk.claim(claim),
        words=wording.clip(desk.index.gist(claim), SHORT),
        others=desk.phrases.text("in %(other_texts)s", other_texts=others),
    )


def in_the_download(desk: Desk, number: int) -> Link | None:
    """Link to the download for what no list has room for."""
    if not number:
        return None
    words = desk.phrases.plural(
        "%(num)s more is in coverage.csv", "%(num)s more are in coverage.csv", number
    )
    return Link(words=words, href=desk.to_digest("downloads"))


def numbered(desk: Desk, passage: Passage) -> str:
    """Name the sentence that a passage begins in."""
    sentence = desk.index.sentence(passage)
    return desk.numbered(sentence) if sentence else desk.phrases.text("its text")
