"""The sentences behind a digest, for paper: every one that is no claim itself, by text."""

from collections import defaultdict

from tellings.model.document import Sentence
from tellings.model.findings import Claim, Mention
from tellings.render import urls, wording
from tellings.render.index import Text
from tellings.render.site import Site
from tellings.render.viewing.desk import Desk
from tellings.render.views.digest import Endnote, EndnoteText

__all__ = ["endnotes"]

Told = tuple[Claim, Mention]


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
    told: dict[str, list[Told]] = defaultdict(list)
    for source in text.files:
        for claim, mention in desk.index.told.get(source, ()):
            sentence = desk.index.sentence(mention.passage)
            if sentence:
                words = desk.index.words(sentence.passage)
                said.setdefault(words, sentence)
                told[words].append((claim, mention))
    ordered = sorted(said.items(), key=lambda pair: (pair[1].source != text.id, pair[1].passage))
    printed = {desk.index.gist(claim) for claim in desk.index.claims.values()}
    return tuple(
        note(desk, sentence, "" if words in printed else words, told[words])
        for words, sentence in ordered
        if words not in printed or any(hidden(desk, *one) for one in told[words])
    )


def note(desk: Desk, sentence: Sentence, words: str, told: list[Told]) -> Endnote:
    """Give one sentence and the numbers of its claims, with how it tells them."""
    by_number = {desk.index.numbers[claim.id]: mention for claim, mention in reversed(told)}
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for number, mention in sorted(by_number.items()):
        alike[unlike(desk, mention)].append(str(number))
    carried = "; ".join(
        ", ".join((wording.listed(numbers, desk.phrases), *how)) for how, numbers in alike.items()
    )
    return Endnote(number=desk.index.ordinal(sentence), words=words, claims=carried)


def hidden(desk: Desk, claim: Claim, mention: Mention) -> bool:
    """Tell whether only the evidence, which paper leaves out, says how a claim is told."""
    return len(claim.mentions) > 1 and bool(unlike(desk, mention))


def unlike(desk: Desk, mention: Mention) -> tuple[str, ...]:
    """Say whose voice tells a claim, and how sure it is, where this is not the text's own fact."""
    voice = wording.VOICES[mention.voice] if mention.voice != "own" else ""
    sure = wording.CERTAINTIES[mention.certainty]
    return tuple(desk.phrases.text(words) for words in (voice, sure) if words)


def addresses(desk: Desk, text: Text, site: Site) -> tuple[str, ...]:
    """Say where a text stands: its page here, and where it was published."""
    page = urls.source(desk.slug, text.id)
    here = urls.absolute(site.base_url, page) if site.base_url else page
    there = desk.index.source(text.id).url
    return (here, *((there,) if there else ()))
