"""Gather the phrases of the pages into the English catalogue, from the program and its theme.

python -m tools.gather_phrases
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tellings.render import templates
from tellings.render.phrases import Key

__all__ = ["CATALOGUE", "catalogue", "gathered", "main"]

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "tellings" / "locale" / "en.po"
TEMPLATES = ROOT / "themes" / "plain" / "templates"
HEAD = """# The phrases of the pages, gathered by tools/gather_phrases.py.
# To translate them, copy this file as themes/NAME/locale/TAG.po; docs/themes.md says more.
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def main() -> None:
    """Write the catalogue anew."""
    CATALOGUE.write_text(catalogue(), "utf-8")
    print(f"{CATALOGUE.relative_to(ROOT)}: {len(gathered())} phrases")


def gathered() -> dict[Key, tuple[str, ...]]:
    """Give every phrase with the files that have it."""
    found: dict[Key, list[str]] = {}
    for path, key in (*of_program(), *of_theme()):
        shown = path.relative_to(ROOT).as_posix()
        places = found.setdefault(key, [])
        if shown not in places:
            places.append(shown)
    return {key: tuple(places) for key, places in found.items()}


def of_program() -> Iterator[tuple[Path, Key]]:
    """Gather what modules say: `phrases.text(…)`, `phrases.plural(…)` and tables in `mark(…)`.

    Findings say `phrase(…)` and `counted(…)`.
    """
    rooms = (ROOT / "tellings" / room for room in ("analysis", "ingest", "model", "render"))
    for path in sorted(path for room in rooms for path in room.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((path, key) for key in said(node))


def said(call: ast.Call) -> Iterator[Key]:
    """Give the phrases that a call names."""
    name = ast.unparse(call.func)
    strings = [one.value for one in call.args if isinstance(one, ast.Constant)]
    if name == "mark":
        yield from marked(call.args[0])
    elif (name == "phrase" or name.endswith("phrases.text")) and strings:
        yield str(strings[0])
    elif (name == "counted" or name.endswith("phrases.plural")) and len(strings) > 1:
        yield str(strings[0]), str(strings[1])


def marked(table: ast.expr) -> Iterator[Key]:
    """Give the phrases of a table: those of a pair are one phrase for one and for many."""
    match table:
        case ast.Constant(value=str(words)) if words:
            yield words
        case ast.Dict(values=values):
            for value in values:
                pair = [one.value for one in getattr(value, "elts", ()) if hasattr(one, "value")]
                if len(pair) == 2:
                    yield str(pair[0]), str(pair[1])
                else:
                    yield from marked(value)
        case ast.Tuple(elts=values):
            for value in values:
                yield from marked(value)
        case _:
            return


def of_theme() -> Iterator[tuple[Path, Key]]:
    """Gather what the theme's templates say: `_(…)` and `ngettext(…)`."""
    made = templates.environment((TEMPLATES,), "")
    for path in sorted(TEMPLATES.rglob("*.html")):
        # jinja2's extension for phrases gives its environment this method.
        every = made.extract_translations(path.read_text("utf-8"))  # type: ignore[attr-defined]
        for _, name, found in every:
            one, many, *_ = (
                (found, None) if isinstance(found, str) else (*(found or ()), None, None)
            )
            if name == "ngettext":
                yield path, (str(one), str(many))
            elif one:
                yield path, one


def catalogue() -> str:
    """Write the catalogue: every phrase once, its translation left out."""
    return "\n".join((HEAD, *(entry(key, places) for key, places in gathered().items())))


def entry(key: Key, places: tuple[str, ...]) -> str:
    """Write one phrase, with the files that have it."""
    lines = [f"#: {place}" for place in places]
    if "%" in "".join(key):
        lines.append("#, python-format")
    if isinstance(key, str):
        lines += [f'msgid "{escaped(key)}"', 'msgstr ""']
    else:
        lines += [f'msgid "{escaped(key[0])}"', f'msgid_plural "{escaped(key[1])}"']
        lines += ['msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join((*lines, ""))


def escaped(words: str) -> str:
    """Give words as a catalogue writes them."""
    return words.replace("\\", "\\\\").replace('"', '\\"')


if __name__ == "__main__":
    main()
