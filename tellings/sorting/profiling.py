"""The words of a text → what is kept of it to compare it."""

import re
from collections.abc import Iterator

from tellings.analysis import wording
from tellings.data import words
from tellings.sorting.texts import Profile, bag

__all__ = ["profile"]

SENTENCE = re.compile(r"(?<=[.!?…:])[\"'”’)]*\s+|\n+")
CAPITAL = re.compile(r"(?<![\w'])[A-Z\u00c0-\u00d6\u00d8-\u00de][^\W_]*(?:'[A-Z][^\W_]*)?")
FIGURE = re.compile(r"\d(?:[\d,.]*\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
SHOUTED = 0.5
"""A sentence with more of its letters in capitals says by them nothing of names."""


def profile(title: str, text: str) -> Profile:
    """Give what is kept of a text; `text` may begin with its title."""
    table = words.load("sorting")
    body = text.removeprefix(title).strip()[: table["longest_text"]].translate(wording.FOLDED)
    title = title.translate(wording.FOLDED)
    whole = f"{title}.\n{body}"
    return Profile(
        body=bag(_stems(whole)),
        lead=bag(_stems(whole[: len(title) + table["longest_lead"]])),
        title=bag(_stems(title)),
        names=bag(_names(body)),
        figures=tuple(sorted(_figures(whole))),
    )


def _stems(text: str) -> Iterator[str]:
    stop = wording.stop_words()
    # Not by wording.tokens, which remembers what it cuts: whole texts, thousands of them.
    for token in wording.TOKEN.findall(text):
        lower = token.lower().removesuffix("'s")
        if len(lower) > 1 and lower not in stop:
            yield wording.stem(lower)


def _names(text: str) -> Iterator[str]:
    """Give the words with a capital inside sentences; a first word is one where others say so."""
    first: list[str] = []
    inside: list[str] = []
    for sentence in SENTENCE.split(text):
        letters = sum(map(str.isalpha, sentence))
        if sum(map(str.isupper, sentence)) > SHOUTED * letters:
            continue
        start = next((at for at, sign in enumerate(sentence) if sign.isalnum()), 0)
        for match in CAPITAL.finditer(sentence):
            (first if match.start() == start else inside).append(match[0])
    known = set(inside)
    away = wording.stop_words() | wording.days()
    for word in (*inside, *(each for each in first if each in known)):
        if len(word) > 1 and word.lower() not in away:
            yield word


def _figures(text: str) -> set[str]:
    found = {match[0].replace(",", "") for match in FIGURE.finditer(text)}
    return {figure for figure in found if not YEAR.fullmatch(figure)}
