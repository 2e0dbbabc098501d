"""Measure where sentences are cut, on the English cases of pragmatic_segmenter.

    python -m tools.measure_sentences FILE [--misses]

FILE is its `english_spec.rb`. White space is evened out. Cases that are not about the prose of
news are left out and counted by kind.
"""

import argparse
import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tellings.analysis import sentences
from tellings.model.source import Block, Source
from tellings.model.span import Span

CASE = re.compile(r"it ([\"'])(?P<name>.*?)\1 do\n(?P<body>.*?)\n    end", re.DOTALL)
STRING = r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')"
ITEM = r"[(•\u2043]*\s*(?:\d{1,2}|[a-z]|[ivx]+)[.)]+\s+"
LEFT_OUT = {
    "lists in one line": rf"(?:^|\s){ITEM}\S.*\s{ITEM}",
    "line breaks": r"\n|\\ n",
    "markup": r"</?\w+|\{b|/////|\.{6,}|\[15",
    "footnote numbers": r"[a-z)]\.\d{1,2} ",
    "another script": "\uff0e",
}
"""What is no concern of sentences in news prose, by the looks of the text."""


def cases(spec: str) -> Iterator[tuple[str, str, list[str]]]:
    """Give each case's name, text and expected sentences."""
    for case in CASE.finditer(spec):
        text = re.search(rf"text(?::| =) ?{STRING}", case["body"], re.DOTALL)
        expected = re.search(r"eq\(\s*(\[.*\])\s*\)", case["body"], re.DOTALL)
        if text and expected:
            told = ast.literal_eval(text[1].replace("\n", "\\n"))
            yield case["name"], told, ast.literal_eval(expected[1])


def cut(text: str) -> list[str]:
    """Cut a text as one paragraph."""
    even = " ".join(text.split())
    block = Block(span=Span(0, len(even)), part="body", line=1)
    document = sentences.split(Source(id="case", path="case.md", text=even, blocks=(block,)))
    return [document.words(sentence) for sentence in document.sentences]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many cases are right, and what is left out."""
    parser = argparse.ArgumentParser(description="Measure where sentences are cut.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args(arguments)
    counts: Counter[str] = Counter()
    for name, text, expected in cases(chosen.file.read_text("utf-8")):
        looks = (k for k, sign in LEFT_OUT.items() if re.search(sign, text.strip(), re.DOTALL))
        kind = next(looks, "")
        right = kind == "" and cut(text) == [" ".join(each.split()) for each in expected]
        counts[kind or ("right" if right else "missed")] += 1
        if chosen.misses and not kind and not right:
            print(f"  {name}: {cut(text)}")
    for kind, times in sorted(counts.items()):
        print(f"{times:4} {kind}")


if __name__ == "__main__":
    main()
