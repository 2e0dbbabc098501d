"""How often each attribution rule and each cue word fires on PolNeAR, and how often wrongly."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tellings.analysis import attributions, sentences
from tellings.analysis.attributions.frames import FRAMES
from tellings.analysis.attributions.marks import Stretch, stretches
from tellings.analysis.attributions.sayings import RULES
from tellings.analysis.attributions.tokens import Tokens, forms, listed, tokenise
from tellings.model.document import Document
from tellings.model.findings import Attribution
from tellings.model.span import Span
from tools.attribution_corpus import Article, read, words_of
from tools.support import Supports

__all__ = ["count"]

HALF = 0.5
LISTS = (
    *("saying", "reporting", "wording", "nouns", "adverbs"),
    *dict.fromkeys(frame.verbs for frame in FRAMES),
)


def count(folder: Path) -> tuple[tuple[str, Supports], ...]:
    """Count rules and cue words on the articles of one part of the corpus."""
    rules, cues = Supports(), Supports(_known())
    for article in read(folder):
        annotated = frozenset(at for said in article.said for at in said.content)
        document = sentences.split(article.source())
        quotes = stretches(document)
        for attribution in attributions.find(document):
            if attribution.kind == "scare":
                continue
            span = Span(attribution.content.start, attribution.content.end)
            content = words_of(article.text, [span])
            right = len(content & annotated) >= HALF * len(content)
            rule, cue = _found_by(attribution, article, document, quotes)
            rules[rule].add(article.name, right)
            for name in _named(cue):
                cues[name].add(article.name, right)
    return ("attribution rules", rules), ("cue words", cues)


def _found_by(
    attribution: Attribution, article: Article, document: Document, quotes: tuple[Stretch, ...]
) -> tuple[str, str]:
    """Name the rule that reads an attribution's cue, and the cue's first word."""
    cue = attribution.cue_at
    if cue is None:
        return f"{attribution.kind}, no cue", ""
    sentence = document.sentence_at(cue.start)
    if sentence is None:
        return "cue outside of sentences", ""
    here = [quote for quote in quotes if quote.paragraph == sentence.paragraph]
    tokens = tokenise(article.text, sentence.span, here)
    at = next((n for n in range(len(tokens)) if tokens.start(n) == cue.start), None)
    if at is None or tokens[at].kind == "mark":
        return "headline with a colon or a dash", ""
    return f"{attribution.kind}, {_rule(tokens, at)}", tokens[at].lower


def _rule(tokens: Tokens, at: int) -> str:
    """Name the first rule that fits a word, and where the cue stands."""
    for rule in RULES:
        if (saying := rule(tokens, at)) is not None:
            return f"{saying.rule or rule.__name__.strip('_')}, {saying.shape}"
    return "no rule"


def _named(cue: str) -> Iterator[str]:
    """Name the lists that hold a cue."""
    for name in LISTS:
        if cue and (lemma := _lemmas(name).get(cue)):
            yield f"{name}: {lemma}"


def _known() -> Iterator[str]:
    for name in LISTS:
        for lemma in dict.fromkeys(_lemmas(name).values()):
            yield f"{name}: {lemma}"


@cache
def _lemmas(name: str) -> dict[str, str]:
    """Give the entry of a list that each form belongs to."""
    if name in {"nouns", "adverbs"}:
        words = listed("cues", name)
        return {f"{word}{end}": word for word in sorted(words) for end in ("", "s")}
    found: dict[str, str] = {}
    lemma = ""
    # The forms of a verb follow it in the order in which the list is read.
    for form, kind in forms(name).items():
        lemma = form if kind == "base" else lemma
        found[form] = lemma
    return found
