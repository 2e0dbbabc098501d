"""The language of a whole text: by its small words or, outside Latin letters, by its script."""

import re
from collections import Counter

from tellings.data.words import load

__all__ = ["language", "nearest"]

SMALL: dict[str, frozenset[str]] = {
    tag: frozenset(words.split()) for tag, words in load("newsroom")["smallwords"].items()
}
"""The commonest small words of each language in Latin letters."""

FEWEST = 25
"""Words of the shortest text whose language is told."""

SHARE = 0.15
"""The least share of small words in a text of a language."""

LEAD = 1.5
"""How many times the small words of the next language."""

MARKS = str.maketrans(dict.fromkeys("“”‘’«»–—…•·", " "))
FEWEST_LETTERS = 60
MOSTLY = 0.6
"""The least number, and share, of letters of one script that a text is told by."""

SCRIPTS = (
    ("Kana", "\u3041-\u30ff", (("ja", ""),)),
    ("Hangul", "\u1100-\u11ff\uac00-\ud7af", (("ko", ""),)),
    ("Han", "\u4e00-\u9fff", (("zh", ""),)),
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff", (("el", ""),)),
    ("Hebrew", "\u0590-\u05ff", (("he", ""),)),
    ("Devanagari", "\u0900-\u097f", (("hi", "\u0939\u0948"),)),
    (
        "Arabic",
        "\u0600-\u06ff",
        (("ur", "[\u0679\u0688\u0691\u06ba]"), ("fa", "[\u067e\u0686\u06af]"), ("ar", "")),
    ),
    (
        "Cyrillic",
        "\u0400-\u04ff",
        (("uk", "[\u0456\u0457\u0454]"), ("sr", "[\u0452\u045b\u0459]"), ("ru", "[\u044b\u044d]")),
    ),
)
"""Scripts, their letters, and the languages that write in them, each told by signs of its own."""

KANA = 0.15
"""From this share of kana on, a text with Chinese characters is Japanese."""


def language(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Tell a whole text's language and what decided; None when unsure."""
    words = _words(text)
    if len(words) >= FEWEST and (found := _by_small_words(words)):
        return found
    return _by_script("".join(words), text)


def nearest(text: str, main: str) -> str | None:
    """Tell the language that a paragraph’s small words or its script point to; None for none.

    `main` is its text’s: where it has enough of that one’s small words, no other is asked.
    """
    small = SMALL.get(main, frozenset())
    # Parted at blanks alone, which is quick, most paragraphs show enough of them.
    if _enough(text.split(), small) or _enough(words := _words(text), small):
        return main
    found = _by_small_words(words) if words else None
    found = found or _by_script("".join(words), text)
    return found[0] if found else None


def _enough(words: list[str], small: frozenset[str]) -> bool:
    return sum(map(small.__contains__, words)) >= SHARE * len(words)


def _words(text: str) -> list[str]:
    lower = text.lower().translate(MARKS)
    # Plain letters are found twice as fast as those of all scripts.
    return re.findall("[a-z]+" if lower.isascii() else r"[^\W\d_]+", lower)


def _by_small_words(words: list[str]) -> tuple[str, tuple[str, ...]] | None:
    counts = Counter(words)
    votes = {
        tag: sum(counts[word] for word in small & counts.keys()) for tag, small in SMALL.items()
    }
    (best, most), (_, next_) = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:2]
    if most / len(words) < SHARE or most < LEAD * next_:
        return None
    said = sorted(SMALL[best] & counts.keys(), key=lambda word: (-counts[word], word))
    return best, tuple(f"{word} \u00d7{counts[word]}" for word in said[:3])


def _by_script(letters: str, text: str) -> tuple[str, tuple[str, ...]] | None:
    """Tell a language by the script that most of a text is in, where the script says which."""
    if len(letters) < FEWEST_LETTERS or letters.isascii():
        return None
    share = {name: len(re.findall(f"[{of}]", letters)) / len(letters) for name, of, _ in SCRIPTS}
    if share["Kana"] >= KANA:
        share["Kana"] += share["Han"]
    for name, _, tongues in SCRIPTS:
        if share[name] < MOSTLY:
            continue
        for tag, signs in tongues:
            if re.search(signs, text):
                return tag, (f"{name} letters {share[name]:.0%}",)
    return None
