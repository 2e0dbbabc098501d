"""Catalogues of interface words: gettext's .po files, read as they are written."""

import gettext
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from tellings.errors import Problem, ThemeError
from tellings.render.html import UNSHOWN
from tellings.render.options import TAG
from tellings.render.phrases import ENGLISH, Key, Phrases, one_or_many
from tellings.render.site import Site
from tellings.render.theme import Theme

__all__ = ["of", "read", "spoken"]

OURS = Path(__file__).parent.parent / "locale"
LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?("(?:[^"\\]|\\.)*")\s*')
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
PLURALS = re.compile(r"nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;\n]+)")
VALUES = re.compile(r"%(?:\(\w+\)s|%|.?)")
MARKUP = re.compile(r"[<>&\"]|%(?!\(|%)")

COUNTED = 1000
"""A formula is tried with the numbers up to this one; with larger ones when they come."""

Entry = tuple[int, dict[str, str]]
"""A message's line and its parts: msgid, msgid_plural, msgstr and so on."""


def of(site: Site, theme: Theme) -> Phrases:
    """Give the interface words of a site: its theme's language, or its own.

    Raises:
        ThemeError: when a catalogue is wrong.
    """
    named = theme.options.get("language")
    language = named if isinstance(named, str) and named else site.language
    return _of(language, theme.folders, theme.digest) if TAG.fullmatch(language) else ENGLISH


def spoken(site: Site, theme: Theme) -> Theme:
    """Give a theme that speaks a site's language.

    Raises:
        ThemeError: when a catalogue is wrong.
    """
    return replace(theme, phrases=of(site, theme))


# The digest is part of the key so that an edited catalogue is read anew.
@lru_cache(maxsize=4)
def _of(language: str, folders: tuple[Path, ...], digest: str) -> Phrases:
    said: dict[Key, tuple[str, ...]] = {}
    form: Callable[[int], int] = one_or_many
    primary = language.partition("-")[0].lower()
    # What is found last goes first: the theme's own words, and those of the whole tag.
    places = (OURS, *(folder / "locale" for folder in reversed(folders)))
    found = [place / f"{tag}.po" for place in places for tag in dict.fromkeys((primary, language))]
    for path in found:
        if path.is_file() and path != OURS / "en.po":
            more = read(path)
            said |= more.said
            # A catalogue that names no formula leaves that of the one below it.
            form = form if more.form is one_or_many else more.form
    if not said and primary != "en":
        return ENGLISH
    return Phrases(language=language, said=said, form=form)


def read(path: Path) -> Phrases:
    """Read a catalogue; what is not translated in it, or only fuzzily, is left out.

    Raises:
        ThemeError: every line that is wrong, at once.
    """
    shown = "/".join(path.parts[-3:] if path.parent == OURS else ("themes", *path.parts[-3:]))
    try:
        (_, head), *every = ((0, {"msgid": ""}), *entries(path.read_text("utf-8-sig")))
        if every and not every[0][1]["msgid"]:
            (_, head), *every = every
        forms, form = plurals(head.get("msgstr", ""))
    except (ValueError, ArithmeticError, SyntaxError) as error:
        line = (error.lineno or 0) if isinstance(error, SyntaxError) else 0
        reason = error.msg if isinstance(error, SyntaxError) else error
        raise ThemeError(
            Problem(path=shown, line=line, message=f"this is no catalogue: {reason}")
        ) from error
    problems: list[Problem] = []
    said: dict[Key, tuple[str, ...]] = {}
    for line, entry in every:
        strings = tuple(words for name, words in entry.items() if name.startswith("msgstr"))
        if not any(strings):
            continue
        wrong = fault(entry, strings, forms)
        if wrong:
            problems.append(Problem(path=shown, line=line, message=wrong))
        many = entry.get("msgid_plural")
        said[(entry["msgid"], many) if many else entry["msgid"]] = strings
    if problems:
        raise ThemeError.of(problems)
    return Phrases(language=path.stem, said=said, form=form)


def entries(text: str) -> Iterator[Entry]:
    """Give the entries of a catalogue with their lines.

    Raises:
        SyntaxError: when a line is none that catalogues have.
    """
    entry: dict[str, str] = {}
    began, part, unsure, fuzzy = 1, "", False, False
    for number, line in enumerate([*text.split("\n"), 'msgid ""'], start=1):
        if not line.strip() or line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        match = LINE.fullmatch(line.strip())
        if match is None or not (match[1] or part):
            message = "this line is not a message (contexts are not read)"
            raise SyntaxError(message, ("", number, None, None))
        if match[1] == "msgid":
            if entry and not unsure:
                yield began, {"msgid": "", **entry}
            entry, began, unsure, fuzzy = {}, number, fuzzy, False
        part = match[1] or part
        words = re.sub(r"\\(.)", lambda sign: ESCAPES.get(sign[1], sign[1]), match[2][1:-1])
        entry[part] = entry.get(part, "") + words


def plurals(header: str) -> tuple[int, Callable[[int], int]]:
    """Read from a header how many forms of number there are, and which a number wants.

    Raises:
        ValueError, ArithmeticError: when its formula is none.
    """
    match = PLURALS.search(header)
    if match is None:
        return 2, one_or_many
    forms, form = int(match[1]), gettext.c2py(match[2])
    if not all(0 <= form(number) < forms for number in range(COUNTED)):
        message = "the formula of its plural forms leads beyond them"
        raise ValueError(message)
    return forms, partial(within, form, forms)


def within(form: Callable[[int], int], forms: int, number: int) -> int:
    """Give the form that a number wants; the last where a formula leads nowhere."""
    try:
        found = form(number)
    except ArithmeticError:
        return forms - 1
    return found if 0 <= found < forms else forms - 1


def fault(entry: dict[str, str], strings: tuple[str, ...], forms: int) -> str:
    """Say what is wrong with a translation: its forms, its values, its markup."""
    sources = [entry[name] for name in ("msgid", "msgid_plural") if name in entry]
    if len(strings) != (forms if len(sources) > 1 else 1) or not all(strings):
        return "a form of number is missing, or there is one too many"
    known = {name for words in sources for name in VALUES.findall(words)}
    for words in strings:
        other = set(VALUES.findall(words)) - known
        if other:
            return f"the message has no value “{min(other)}”"
        if UNSHOWN.search(words):
            return "the translation holds a character that no page holds"
        strange = set(MARKUP.findall(words)) - set(MARKUP.findall("".join(sources)))
        if strange:
            return f"the message has no sign “{min(strange)}”"
    return ""
