"""A language that nobody speaks: every letter of a phrase is set wide, so that none escapes.

What is narrow on a page made with it is the texts' own, the editor's, or a phrase that escaped.
"""

import re
from pathlib import Path

from tellings.render.phrases import Key
from tools.gather_phrases import gathered

__all__ = ["TAG", "WIDE", "catalogue", "wide"]

TAG = "qps"
WIDE = re.compile(r"[\uff21-\uff3a\uff41-\uff5a]")
WIDER = {ord(sign): ord(sign) + 0xFEE0 for sign in map(chr, (*range(65, 91), *range(97, 123)))}
KEPT = re.compile(r"(%\(\w+\)s|%%[sd]?)")


def wide(phrase: str) -> str:
    """Give a phrase in the language, its values kept."""
    pieces = KEPT.split(phrase)
    return "".join(one if KEPT.fullmatch(one) else one.translate(WIDER) for one in pieces)


def catalogue(folder: Path) -> None:
    """Write the catalogue of the language into a theme's folder, as a translator would."""
    lines = [
        'msgid ""',
        'msgstr ""',
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"',
    ]
    for key in gathered():
        lines += ["", *entry(key)]
    place = folder / "locale"
    place.mkdir(parents=True)
    (place / f"{TAG}.po").write_text("\n".join(lines) + "\n", "utf-8")


def entry(key: Key) -> list[str]:
    if isinstance(key, str):
        return [f'msgid "{key}"', f'msgstr "{wide(key)}"']
    one, many = key
    forms = (wide(one), wide(many), wide(many))
    strings = [f'msgstr[{n}] "{words}"' for n, words in enumerate(forms)]
    return [f'msgid "{one}"', f'msgid_plural "{many}"', *strings]
