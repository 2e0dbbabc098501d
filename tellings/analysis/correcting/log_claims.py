"""What became of the entries that join, part, place and name claims."""

from collections.abc import Iterable

from tellings.analysis.correcting.claims import correct, left_by, telling_it
from tellings.analysis.correcting.differences import common_claim
from tellings.analysis.correcting.entries import of_kind
from tellings.analysis.correcting.found import NO_CLAIM, OTHERWISE, Found
from tellings.model.corrections import (
    JoinClaims,
    OrderClaim,
    PlaceClaim,
    RejectMention,
    SetGist,
    SplitClaim,
)
from tellings.model.digest import Digest
from tellings.model.findings import Claim, Section
from tellings.model.phrase import counted, mark, phrase

__all__ = ["gist", "join", "order", "place", "reject", "split"]

ORDERED = mark(
    {
        "first": "put a claim first",
        "before": "put a claim before another",
        "after": "put a claim after another",
    }
)


def join(entry: JoinClaims, digest: Digest, found: Found) -> tuple[str, str]:
    """Say what became of claims that are one."""
    told = [telling_it(found.claims, place) for place in entry.at]
    before = {claims[0].id for claims in told if claims}
    if set.intersection(*({claim.id for claim in claims} for claims in told)):
        did = phrase("kept sentences in one claim")
    elif len(before) > 1:
        did = counted("joined %(num)s claim", "joined %(num)s claims", len(before))
    else:
        did = phrase("joined sentences to a claim")
    if common_claim(entry.at, digest.claims) is not None:
        return did, ""
    nothing = phrase("the sentences cannot be one claim: none of them tells one")
    return did, OTHERWISE if before else nothing


def split(entry: SplitClaim, digest: Digest, found: Found) -> tuple[str, str]:
    """Say what became of sentences that are a claim of their own."""
    did = phrase("made a claim of its own")
    claims = _joined(digest, found)
    if not telling_it(claims, entry.at[0]):
        return did, NO_CLAIM
    one = common_claim(entry.at, digest.claims)
    others = telling_it(digest.claims, entry.of) if entry.of else ()
    if one is None or one in others:
        return did, OTHERWISE
    return did, _leaving(left_by(claims, entry.at, entry.of))


def reject(entry: RejectMention, digest: Digest, found: Found) -> tuple[str, str]:
    """Say what became of a sentence that does not tell a claim."""
    did = phrase("took a sentence out of a claim")
    return did, _leaving(left_by(_joined(digest, found), entry.at, entry.of))


def _joined(digest: Digest, found: Found) -> tuple[Claim, ...]:
    """Give the claims that sentences are taken from: those found, with the editor's joins."""
    joins = of_kind(digest.event.corrections, JoinClaims)
    return correct(found.claims, digest.tellings, digest.lineage, joins)


def _leaving(claims: tuple[Claim, ...]) -> str:
    """Say why a sentence cannot leave its claim."""
    if len(claims) > 1:
        return phrase(
            "the sentence tells %(claims)s claims; quote a second one of that meant: of = {…}",
            claims=len(claims),
        )
    return "" if claims else phrase("nothing to part: no other sentence tells such a claim")


def place(entry: PlaceClaim, digest: Digest, _: Found) -> tuple[str, str]:
    """Say what became of a claim that stands in another section."""
    did = phrase("moved a claim to “%(section)s”", section=entry.section)
    claims = telling_it(digest.claims, entry.at[0])
    if not claims:
        return did, NO_CLAIM
    section = _section(digest.sections, claims[0])
    held = section is not None and section.name.casefold() == entry.section.casefold()
    return did, "" if held else OTHERWISE


def _section(sections: Iterable[Section], claim: Claim) -> Section | None:
    return next((section for section in sections if claim.id in section.claims), None)


def order(entry: OrderClaim, digest: Digest, _: Found) -> tuple[str, str]:
    """Say what became of a claim that is read at another place."""
    did = phrase(ORDERED[entry.where])
    claims = telling_it(digest.claims, entry.at[0])
    others = telling_it(digest.claims, entry.other) if entry.other else ()
    if not claims or (entry.other and not others):
        return did, NO_CLAIM
    section = _section(digest.sections, claims[0])
    if section is None:
        return did, NO_CLAIM
    if others and others[0].id == claims[0].id:
        return did, phrase("both passages tell the same claim")
    at = section.claims.index(claims[0].id)
    beside = at + 1 if entry.where == "before" else at - 1
    if entry.where == "first":
        held = at == 0
    else:
        held = 0 <= beside < len(section.claims) and section.claims[beside] == others[0].id
    return did, "" if held else OTHERWISE


def gist(entry: SetGist, digest: Digest, _: Found) -> tuple[str, str]:
    """Say what became of the words that stand for a claim."""
    did = phrase("chose the words that stand for a claim")
    if any(claim.gist == entry.at[0] for claim in digest.claims):
        return did, ""
    return did, OTHERWISE if telling_it(digest.claims, entry.at[0]) else NO_CLAIM
