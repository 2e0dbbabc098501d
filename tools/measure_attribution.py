"""Measure what is found of the attributions of PolNeAR, and of the quotations of annotated events.

    python -m tools.measure_attribution [--corpus FOLDER] [--part train|dev] [--misses N]
        [--agreement] [--gold FOLDER] [--apart EVENT …]

CORPUS is PolNeAR, unpacked; rules are tuned on `train` and reported on `dev`, of which no miss is
ever printed. Contents are compared as sets of words. *Exact*: the same words, but for a first
“that”. *Overlap*: an annotated content is found when at least half of its words are given as
somebody's, a given one is right when at least half of its words are annotated so. *Direct* is a
content that stands between quotation marks in the text (four words in five; a part of it:
*partly*). A cue is right when it shares a word with an annotated one, a speaker when the printed
words do, or the name where only a name is given. What the program gives in pieces (one for each
sentence, or two around its cue) is one content when cue or quotation is one. The corpus has no
nested attributions: its annotators gave each word to one; where ours are nested, each is compared
by itself, and a word counts as given once. `--agreement` reads the texts with several annotators
and measures each annotator by each other. GOLD is a folder of annotated events: see
`measure_quotations.py`; EVENTs stand apart in its means.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tellings.analysis import attributions, sentences
from tellings.model.findings import Attribution
from tellings.model.span import Span
from tools import attribution_baseline, measure_quotations
from tools.attribution_corpus import Article, How, Said, Words, read, words_of

Finder = Callable[[Article], tuple[Said, ...]]
HALF = 0.5
CLASSES: tuple[How, ...] = ("direct", "partly", "indirect")
PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "him", "her", "them", "that"])


@dataclass(slots=True)
class Tally:
    """How many were annotated, given, found and right."""

    annotated: int = 0
    found: int = 0
    given: int = 0
    right: int = 0

    def line(self) -> str:
        """Print precision, recall and F1."""
        precision = self.right / self.given if self.given else 0.0
        recall = self.found / self.annotated if self.annotated else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return f"{precision:>9.3f}{recall:>8.3f}{f1:>7.3f}{self.annotated:>11}{self.given:>7}"


@dataclass(slots=True)
class Measured:
    """The tallies by what is measured and by how it is quoted."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)

    def add(self, what: str, how: str, **counts: int) -> None:
        """Count in one class and in all."""
        for name in (how, "all"):
            tally = self.tallies.setdefault((what, name), Tally())
            for key, count in counts.items():
                setattr(tally, key, getattr(tally, key) + count)


def by_program(article: Article) -> tuple[Said, ...]:
    """Give what the program finds, the pieces of one content together."""
    document = sentences.split(article.source())
    found = [a for a in attributions.find(document) if a.kind != "scare"]
    return tuple(_said(article, group) for group in _grouped(article, found))


def by_patterns(article: Article) -> tuple[Said, ...]:
    """Give what the regular expressions find."""
    return tuple(attribution_baseline.find(article.text))


def _grouped(article: Article, found: Sequence[Attribution]) -> Iterator[list[Attribution]]:
    """Put pieces together that have one cue, or that follow one another as one quotation."""
    groups: list[list[Attribution]] = []
    for attribution in found:
        for group in groups[-4:]:
            if _one(article.text, group, attribution):
                group.append(attribution)
                break
        else:
            groups.append([attribution])
    yield from groups


def _one(text: str, group: list[Attribution], attribution: Attribution) -> bool:
    """Tell whether an attribution goes on with what a group gives."""
    cues = {member.cue_at for member in group if member.cue_at}
    if attribution.cue_at and cues:
        return attribution.cue_at in cues
    last = group[-1]
    between = text[last.content.end : attribution.content.start]
    apart = "\n" in between and bool(between.strip())
    quoted = last.kind == attribution.kind == "direct"
    return quoted and not apart and last.speaker == attribution.speaker


def _said(article: Article, group: list[Attribution]) -> Said:
    """Give one content as words."""
    text = article.text
    speakers = [a.speaker for a in group if a.speaker]
    return Said(
        content=words_of(text, (Span(a.content.start, a.content.end) for a in group)),
        cue=words_of(text, (Span(a.cue_at.start, a.cue_at.end) for a in group if a.cue_at)),
        source=words_of(
            text, (Span(a.speaker_at.start, a.speaker_at.end) for a in group if a.speaker_at)
        ),
        speaker=speakers[0] if speakers else None,
        rule=group[0].kind,
    )


def nearest(said: Said, others: Sequence[Said]) -> Said | None:
    """Find the content that shares most words, if any shares half."""
    best = max(others, key=lambda o: len(o.content & said.content), default=None)
    if best is None:
        return None
    shared = len(best.content & said.content)
    return best if shared >= HALF * min(len(said.content), len(best.content)) else None


def same_speaker(given: Said, annotated: Said, article: Article, every: Sequence[Said]) -> bool:
    """Tell whether a given speaker is the annotated one, by place or else by name."""
    if given.source:
        return bool(given.source & annotated.source)
    if not given.speaker or not annotated.source:
        return False
    printed = article.words(annotated.source)
    here = {o.speaker for o in every if o.speaker and o.source & annotated.source}
    if here:
        return given.speaker in here
    names = set(printed.lower().split())
    return not names <= PRONOUNS and given.speaker.lower().split()[-1] in names


def compare(measured: Measured, article: Article, given: Sequence[Said]) -> None:
    """Count what is given of one article's attributions."""
    truth = [said for said in article.said if said.content]
    given = [said for said in given if said.content]
    contents = {article.bare(said.content) for said in truth}
    ours = {article.bare(said.content) for said in given}
    every = frozenset().union(*(said.content for said in truth))
    all_ours = frozenset().union(*(said.content for said in given))
    cues = frozenset().union(*(said.cue for said in truth))
    our_cues = frozenset().union(*(said.cue for said in given))
    for said in truth:
        how, hit = article.how(said.content), _mostly(said.content, all_ours)
        measured.add("exact", how, annotated=1, found=article.bare(said.content) in ours)
        measured.add("overlap", how, annotated=1, found=hit)
        measured.add("cue", how, annotated=1, found=bool(said.cue & our_cues))
        match = nearest(said, given)
        if said.source:
            right = hit and match and same_speaker(match, said, article, given)
            measured.add("speaker", how, annotated=1, found=bool(right))
            measured.add("speaker of those found", how, annotated=hit, found=bool(right))
    for said in given:
        how = article.how(said.content)
        measured.add("exact", how, given=1, right=article.bare(said.content) in contents)
        measured.add("overlap", how, given=1, right=_mostly(said.content, every))
        if said.cue:
            measured.add("cue", how, given=1, right=bool(said.cue & cues))
        if not (said.source or said.speaker):
            continue
        match = nearest(said, truth)
        right = match is not None and same_speaker(said, match, article, given)
        measured.add("speaker", how, given=1, right=bool(right))
        if match is not None and match.source:
            measured.add("speaker of those found", how, given=1, right=bool(right))


def _mostly(content: Words, others: Words) -> bool:
    return len(content & others) >= HALF * len(content)


def report(title: str, measured: Measured) -> None:
    """Print a table."""
    print(f"{title}\n{'':<34}{'precision':>9}{'recall':>8}{'F1':>7}{'annotated':>11}{'given':>7}")
    for what in ("overlap", "exact", "cue", "speaker", "speaker of those found"):
        for how in (*CLASSES, "all"):
            tally = measured.tallies.get((what, how), Tally())
            print(f"{what + ', ' + how:<34}{tally.line()}")


def measure(articles: Sequence[Article], find: Finder) -> Measured:
    """Measure a finder on articles."""
    measured = Measured()
    for article in articles:
        compare(measured, article, find(article))
    return measured


def agreement(articles: Sequence[Article]) -> Measured:
    """Measure each annotator of a text by each other."""
    measured = Measured()
    for article in articles:
        for one in article.readings:
            for other in article.readings:
                if one is not other:
                    pair = Article(name=article.name, text=article.text, readings=(one,))
                    compare(measured, pair, other.said)
    return measured


def misses(articles: Sequence[Article], find: Finder) -> Iterator[str]:
    """Give what is not found, what is given wrongly and whose speaker is another."""
    for article in articles:
        given = find(article)
        ours = frozenset().union(*(said.content for said in given))
        every = frozenset().union(*(said.content for said in article.said))
        for said in article.said:
            whole = article.words(said.content | said.cue | said.source)
            how, match = article.how(said.content), nearest(said, given)
            if not _mostly(said.content, ours):
                yield f"not found, {how}: [{_printed(article, said)}] {whole}"
            elif said.source and match and not same_speaker(match, said, article, given):
                yield f"speaker {match.speaker!r}, {how}: [{_printed(article, said)}] {whole}"
        for said in given:
            if not _mostly(said.content, every):
                whole = article.words(said.content | said.cue | said.source)
                yield f"wrong, {said.rule}: [{_printed(article, said)}] {whole}"


def _printed(article: Article, said: Said) -> str:
    """Give source and cue as printed."""
    return " | ".join(article.words(part) if part else "-" for part in (said.source, said.cue))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables; misses of the training part alone."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--misses", type=int, default=0, help="print so many, of train alone")
    parser.add_argument("--agreement", action="store_true")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--apart", nargs="*", default=(), help="events whose means stand apart")
    given = parser.parse_args(arguments)
    if given.misses and given.part != "train":
        parser.error("misses are read on train alone: add --part train")
    if given.gold:
        measure_quotations.measure(given.gold, given.apart)
    if given.corpus:
        articles = tuple(read(given.corpus / given.part))
        print(f"{given.part}: {len(articles)} articles")
        report("tellings", measure(articles, by_program))
        report("regular expressions", measure(articles, by_patterns))
        if given.agreement:
            report("annotators by one another", agreement(articles))
        every = list(misses(articles, by_program)) if given.misses else []
        every.sort(key=lambda miss: sha256(miss.encode()).digest())
        print("\n".join(every[: given.misses]))


if __name__ == "__main__":
    main()
