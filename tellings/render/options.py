"""The options of the theme “plain” and of themes that extend it: accent, face, logo."""

import re
from collections.abc import Iterator, Mapping
from itertools import starmap
from typing import Any

__all__ = ["TAG", "faults", "sheet"]

Colour = tuple[float, float, float]

PAPER: tuple[str, str] = ("#fcfbf8", "#181714")
"""What words stand on in light and in dark, as in static/style.css."""

HIT: tuple[str, str] = ("#fbeeb8", "#453c14")
"""What words stand on where a link has led to."""

LEAST = 4.5
"""The contrast that words need (WCAG 2.2, 1.4.3)."""

FACES = ("serif", "sans")
TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag as far as it names a file (BCP 47)."""

NAMED = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def faults(options: Mapping[str, Any], assets: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Say what is wrong with the options, and what helps."""
    for name in ("accent", "accent_dark", "face", "logo", "footer", "language"):
        if not isinstance(options.get(name, ""), str):
            yield f"“{name}” is not a text", "write it in quotation marks"
            return
    for dark, name in enumerate(("accent", "accent_dark")):
        yield from colour_faults(name, options.get(name, ""), dark)
    if options.get("face", "serif") not in FACES:
        yield f"“face” is serif or sans, not “{options['face']}”", ""
    language = options.get("language", "")
    if language and not TAG.fullmatch(language):
        yield f"“{language}” is not a language tag such as “en” or “de-CH”", ""
    logo = options.get("logo", "")
    if logo and logo not in assets:
        yield f"there is no file “{logo}” among the static files", "put the logo into static/"


def colour_faults(name: str, value: str, dark: int) -> Iterator[tuple[str, str]]:
    """Say what is wrong with a colour for links, on light or on dark ground."""
    if not value:
        return
    if not NAMED.fullmatch(value):
        yield f"“{name}” is a colour such as “#1a4e74”, not “{value}”", ""
        return
    found = contrast_on(read(value), dark)
    if found < LEAST:
        better = written(legible(read(value), dark))
        message = f"“{name}” is too near to the paper: {found:.1f} to 1, and {LEAST} are needed"
        yield message, f"“{better}” would do"


def sheet(options: Mapping[str, Any]) -> bytes | None:
    """Write the style sheet that the options come to; None when they change nothing."""
    rules: list[str] = []
    accent, dark = options.get("accent", ""), options.get("accent_dark", "")
    if options.get("face", "serif") == "sans":
        rules.append(":root { --serif: var(--sans); }")
    if accent:
        rules.append(f":root {{ {tokens(read(accent), 0)} }}")
        dark = dark or written(legible(read(accent), 1))
    if dark:
        rule = f":root {{ {tokens(read(dark), 1)} }}"
        rules.append(f"@media (prefers-color-scheme: dark) {{ {rule} }}")
    return ("\n".join(rules) + "\n").encode() if rules else None


def tokens(colour: Colour, dark: int) -> str:
    """Give the tokens of links: their words, and the quieter line below them."""
    line = mixed(colour, read(PAPER[dark]), 0.5)
    return f"--link: {written(colour)}; --link-line: {written(line)};"


def legible(colour: Colour, dark: int) -> Colour:
    """Give the nearest shade that can be read on the paper: darker, or lighter on dark ground."""
    end: Colour = (1.0, 1.0, 1.0) if dark else (0.0, 0.0, 0.0)
    shades = (mixed(colour, end, step / 100) for step in range(101))
    return next(shade for shade in shades if contrast_on(rounded(shade), dark) >= LEAST)


def contrast_on(colour: Colour, dark: int) -> float:
    """Give the lesser of a colour's contrasts with the paper and with a place led to."""
    return min(contrast(colour, read(PAPER[dark])), contrast(colour, read(HIT[dark])))


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """Give a colour's relative luminance (WCAG 2.2)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Mix two colours."""
    red, green, blue = starmap(lambda a, b: a + (b - a) * share, zip(one, other, strict=True))
    return red, green, blue


def read(value: str) -> Colour:
    """Read a colour such as “#1a4e74”."""
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def written(colour: Colour) -> str:
    """Write a colour as style sheets do."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def rounded(colour: Colour) -> Colour:
    """Give a colour as it will be written."""
    return read(written(colour))
