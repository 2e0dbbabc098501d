"""The sentences behind a digest, for paper: every one that is no claim itself, by text."""

from collections import defaultdict

from tellings.model.document import Sentence
from tellings.model.findings import Claim
from tellings.render import urls, wording
from tellings.render.index import Text
from tellings.render.site import Site
from tellings.render.viewing.desk import Desk
from tellings.render.views.digest import Endnote, EndnoteText

__all__ = ["endnotes"]


def endnotes(desk: Desk, site: Site) -> tuple[EndnoteText, ...]:
    """Give the sentences that carry claims, by text, in the order of each."""
    return tuple(
        EndnoteText(
            label=text.label,
            addresses=addresses(desk, text, site),
            notes=notes(desk, text),
        )
        for text in desk.index.texts
    )


def notes(desk: Desk, text: Text) -> tuple[Endnote, ...]:
    """Give the sentences of one text; where files of it differ, those of the others as well."""
    said: dict[str, Sentence] = {}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for source in text.files:
        for claim, mention in desk.index.told.get(source, ()):
            sentence = desk.index.sentence(mention.passage)
            if sentence:
                words = desk.index.words(sentence.passage)
                said.setdefault(words, sentence)
                claims[words].append(claim)
    ordered = sorted(said.items(), key=lambda pair: (pair[1].source != text.id, pair[1].passage))
    printed = {desk.index.gist(claim) for claim in desk.index.claims.values()}
    return tuple(
        note(desk, sentence, words, claims[words])
        for words, sentence in ordered
        if words not in printed
    )


def note(desk: Desk, sentence: Sentence, words: str, claims: list[Claim]) -> Endnote:
    """Give one sentence and the numbers of its claims."""
    numbers = sorted({desk.index.numbers[claim.id] for claim in claims})
    carried = wording.listed(tuple(map(str, numbers)), desk.phrases)
    return Endnote(number=desk.index.ordinal(sentence), words=words, claims=carried)


def addresses(desk: Desk, text: Text, site: Site) -> tuple[str, ...]:
    """Say where a text stands: its page here, and where it was published."""
    page = urls.source(desk.slug, text.id)
    here = urls.absolute(site.base_url, page) if site.base_url else page
    there = desk.index.source(text.id).url
    return (here, *((there,) if there else ()))
