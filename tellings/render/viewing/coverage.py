"""Which text carries which claim, and what each leaves out."""

from tellings.model.findings import Claim, Omission
from tellings.model.span import Passage
from tellings.render import wording
from tellings.render.index import Text
from tellings.render.viewing.desk import SHORT, Desk
from tellings.render.views.common import Link
from tellings.render.views.digest import LeftOutClaim, LeftOutText, Unclear
from tellings.render.views.parts import CellView, CoverageRow, CoverageView

__all__ = ["coverage", "left_out", "left_out_base", "shared"]

TWO = 2


def shared(desk: Desk) -> tuple[Claim, ...]:
    """Give the claims that at least two texts tell."""
    return tuple(c for c in desk.index.claims.values() if len(desk.index.texts_of(c)) > 1)


def independent(desk: Desk) -> tuple[Claim, ...]:
    """Give those of them that go back to at least two origins."""
    covers = desk.index.covers
    return tuple(c for c in shared(desk) if len(covers[c.id].origins) >= TWO)


def coverage(desk: Desk) -> CoverageView | None:
    """Show the shared claims against the texts; None when no two texts share one."""
    claims, texts = shared(desk), desk.index.texts
    if not claims:
        return None
    rows = tuple(row(desk, claim, texts) for claim in claims)
    every = len(desk.index.digest.claims)
    in_all = sum(all(cell.href for cell in row.cells) for row in rows)
    return CoverageView(
        finding=finding(every, every - len(claims), in_all, len(texts)),
        columns=tuple(desk.column(text) for text in texts),
        rows=rows,
        totals=tuple(
            sum(row.cells[place].href is not None for row in rows) for place in range(len(texts))
        ),
        base=f"Claims carried, of {len(claims)}",
    )


def finding(every: int, alone: int, in_all: int, texts: int) -> str:
    """Say in one sentence what the table shows."""
    claims = wording.count(every, "claim")
    stands = "stands" if alone == 1 else "stand"
    stand = "stands" if in_all == 1 else "stand"
    some = f"{alone or 'None'} of {claims} {stands if alone else 'stands'} in one text only"
    whole = "both" if texts == 2 else f"all {texts}"
    return f"{some}; {in_all or 'none'} {stand if in_all else 'stands'} in {whole}."


def row(desk: Desk, claim: Claim, texts: tuple[Text, ...]) -> CoverageRow:
    """Show one claim against the texts."""
    return CoverageRow(
        number=desk.index.numbers[claim.id],
        href=desk.to_digest(claim.id),
        words=wording.clip(desk.index.gist(claim), SHORT),
        cells=tuple(cell(desk, claim, text) for text in texts),
    )


def cell(desk: Desk, claim: Claim, text: Text) -> CellView:
    """Show how one text carries one claim."""
    for mention in claim.mentions:
        if mention.passage.source in text.files:
            words = wording.VOICES[mention.voice]
            return CellView(words=words, href=desk.to_sentence(mention.passage))
    near = next((o.near for o in omitted(desk, text) if o.claim == claim.id), None)
    return CellView(words="not clearly" if near else "not in it", href=None)


def omitted(desk: Desk, text: Text) -> tuple[Omission, ...]:
    """Give what the files of a text leave out."""
    return tuple(o for o in desk.index.digest.omissions if o.source in text.files)


def left_out(desk: Desk) -> tuple[LeftOutText, ...]:
    """Show what each text does not carry of what texts of two origins tell."""
    claims = independent(desk)
    # Of two texts, neither can lack what two others tell.
    if not claims or len(desk.index.texts) <= TWO:
        return ()
    return tuple(left_out_of(desk, text, claims) for text in desk.index.texts)


def left_out_base(desk: Desk) -> str:
    """Say what the omissions are counted on."""
    claims = wording.count(len(independent(desk)), "claim")
    return f"Counted on {claims} that at least two texts of different origin tell."


def left_out_of(desk: Desk, text: Text, claims: tuple[Claim, ...]) -> LeftOutText:
    """Show what one text does not carry, and what it does not carry clearly."""
    near = {one.claim: one.near for one in omitted(desk, text)}
    lacking = [c for c in claims if c.id in near and text not in desk.index.texts_of(c)]
    missing = [claim for claim in lacking if near[claim.id] is None]
    unclear = [(claim, passage) for claim in lacking if (passage := near[claim.id])]
    doubt = f", {len(unclear)} not clearly" if unclear else ""
    return LeftOutText(
        label=text.label,
        carries=f"carries {len(claims) - len(lacking)} of {len(claims)}{doubt}",
        claims=tuple(
            LeftOutClaim(
                link=desk.claim(claim),
                words=wording.clip(desk.index.gist(claim), SHORT),
                others=f"in {wording.count(len(desk.index.texts_of(claim)), 'other text')}",
            )
            for claim in missing
        ),
        unclear=tuple(
            Unclear(
                claim=desk.claim(claim),
                sentence=Link(words=numbered(desk, passage), href=desk.to_sentence(passage)),
            )
            for claim, passage in unclear
        ),
    )


def numbered(desk: Desk, passage: Passage) -> str:
    """Name the sentence that a passage begins in."""
    sentence = desk.index.sentence(passage)
    return desk.numbered(sentence) if sentence else "its text"
