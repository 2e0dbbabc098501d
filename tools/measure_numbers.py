"""Measure how quantities are read, on the English specs of Recognizers-Text.

    python -m tools.measure_numbers FOLDER [--misses]

FOLDER is its `Specs`, which holds `Number/English` and `NumberWithUnit/English`. A case is right
when the quantities found are those expected, each with its value, and with its unit or its ends
where the spec names them. Cases that are not about the prose of news are left out and counted.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tellings.analysis import numbers, sentences
from tellings.analysis.numbers.counting import measure_of
from tellings.analysis.numbers.units import is_money
from tellings.model.findings import Quantity
from tellings.model.source import Block, Source
from tellings.model.span import Span

Kind = Callable[[Quantity], bool]
DIMENSIONS = {"length", "mass", "speed", "area", "volume", "degree"}
SPECS: dict[str, Kind] = {
    "Number/English/NumberModel": lambda _: True,
    "Number/English/PercentModel": lambda one: one.unit == "%",
    "Number/English/NumberRangeModel": lambda one: one.bound != "exact",
    "NumberWithUnit/English/CurrencyModel": lambda one: is_money(one.unit),
    "NumberWithUnit/English/DimensionModel": lambda one: measure_of(one.unit).name in DIMENSIONS,
    "NumberWithUnit/English/AgeModel": lambda one: measure_of(one.unit).name == "age",
    "NumberWithUnit/English/TemperatureModel": lambda one: "degree" in (one.unit or ""),
}
"""The specs, and which quantities each of them is about: others are not held against us."""
ORDINAL = (
    r"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\w+tieth|\w+dth|\w+ionth"
    r"|\w+-first"
)
LEFT_OUT = {
    "sums and formulas": r"\d ?[\^*x=\u00d7÷+] ?\d|\d[eE][-+]?\d|[<>=≤≥^]|\bequals?\b"
    r"|\bover (?:a|one|two|three|twenty\S*|\d+)\b",
    "fractions of arithmetic": rf"\w(?: |-| - )(?:half|quarters?|{ORDINAL})s?\b"
    r"|\d/\d|\d\w*ths\b|\btwenty.firsts?|[½⅔¾⅙]|out of five hundred",
    "figures in groups of other countries": r"\d[ \u00a0\u202f\u2009']\d{3}|\d,\d{1,2}(?!\d)"
    r"|\d\.\d{3}\.|\d,\d{4}",
    "words cut into pieces": r"\d ?[.,/] \d|\d \. ?\d|\w - \w|\b\w ` |' '|`` | \. '|\$ \d|\d %",
    "commands and tables": r"^(?:set|turn|convert|rotate|raise|lower|change|make|please|\W*how|what"
    r"|find|can you|get|show|find)\b|records|www\.|http",
    "nought, zero and minus": r"\bn[ao]ught\b|\bzero\b|\bnegative\b|^\W*-",
    "numbers alone": r"^\W*[\d.,]+\W*[a-zA-Z]?\W*$",
    "dollars and cents in words": r"dollars?,? (?:and )?(?:one|two|five|\w+ty|\d)|USD \d",
    "ordinals": r"\bthe \w+th\b",
    "abbreviations no newsroom prints": r"\b(?:dzs|dozs|[bt]ln|\d+mil)\b"
    r"|(?-i:\bM[A-Z]{3}\b|\d\s[GMk]\b)",
    "codes": r"[a-z]{2,}-?\d|\d[a-z]{2,}\d|\bscp\b",
    "another script": r"[^\x00-\u024f\u2000-\u20ff\u2150-\u218f]",
}
"""What is no concern of quantities in news prose, by the looks of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A quantity as a spec gives it."""

    text: str
    low: float | None
    high: float | None
    unit: str | None


def found(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a text taken as one paragraph."""
    block = Block(span=Span(0, len(text)), part="body", line=1)
    return numbers.find(
        sentences.split(Source(id="case", path="case.md", text=text, blocks=(block,)))
    )


def expected(case: dict[str, Any]) -> Iterator[Expected]:
    """Give the quantities of a case; a unit without a number is none."""
    for result in case["Results"]:
        solved = result.get("Resolution") or {}
        value = solved.get("value")
        if value in {None, "null"}:
            continue
        low, high = ends(str(value))
        unit = solved.get("isoCurrency") or solved.get("unit")
        yield Expected(text=result["Text"], low=low, high=high, unit=unit)


def ends(value: str) -> tuple[float | None, float | None]:
    """Read a value, or the two ends of a range, of which one may be open."""
    between = re.fullmatch(r"[(\[](-?[\d.]*),(-?[\d.]*)[)\]]", value)
    if between is None:
        one = float(value.rstrip("%"))
        return one, one
    low, high = (float(end) if end else None for end in between.groups())
    return low, high


def holds(told: Expected, quantity: Quantity, text: str) -> bool:
    """Tell whether a quantity is the one expected."""
    at = text.lower().find(told.text.lower())
    span = Span(max(at, 0), max(at, 0) + len(told.text))
    if at >= 0 and not span.shared(quantity.passage.span):
        return False
    return valued(told, quantity) and same_unit(told.unit, quantity)


def valued(told: Expected, quantity: Quantity) -> bool:
    """Tell whether the value is the one expected; a share is a hundred times a fraction."""
    high = quantity.value if quantity.upper is None else quantity.upper
    for size in (1, 100):
        low_fits = told.low is None or near(told.low * size, quantity.value)
        high_fits = told.high is None or near(told.high * size, high)
        if low_fits and high_fits and (size == 1 or quantity.unit == "%"):
            return True
    return False


def near(one: float, other: float) -> bool:
    """Tell whether two values are the same but for rounding."""
    return abs(one - other) <= 1e-5 * max(1.0, abs(one))


def same_unit(unit: str | None, quantity: Quantity) -> bool:
    """Tell whether a unit is the one expected; money whose country is not printed is any money."""
    if unit is None:
        return True
    own = (quantity.unit or "").lower()
    if is_money(quantity.unit):
        return unit == quantity.unit or not re.fullmatch("[A-Z]{3}", unit)
    named = unit.lower().replace("meter", "metre").replace("liter", "litre")
    named = {"c": "degree celsius", "f": "degree fahrenheit", "k": "kelvin"}.get(named, named)
    same = measure_of(quantity.unit).of(1) == measure_of(named).of(1) and own != ""
    return named == own or own.startswith(named) or (same and measure_of(named).name != named)


def judge(case: dict[str, Any], kind: Kind) -> tuple[int, int, int]:
    """Count what is expected, what is found, and what of it is right."""
    text = case["Input"]
    wanted, given = list(expected(case)), list(found(text))
    right = 0
    for told in wanted:
        hit = next((quantity for quantity in given if holds(told, quantity, text)), None)
        if hit is not None:
            right += 1
            given.remove(hit)
    return len(wanted), right + sum(map(kind, given)), right


def measure(path: Path, about: Kind, *, misses: bool) -> None:
    """Print the figures of one spec."""
    left: Counter[str] = Counter()
    totals, whole, kept = Counter[str](), 0, 0
    for case in json.loads(path.read_text("utf-8-sig")):
        looks = (k for k, sign in LEFT_OUT.items() if re.search(sign, case["Input"], re.IGNORECASE))
        kind = next(looks, None)
        if kind:
            left[kind] += 1
            continue
        wanted, given, right = judge(case, about)
        kept, whole = kept + 1, whole + (wanted == given == right)
        totals.update(wanted=wanted, given=given, right=right)
        if misses and not wanted == given == right:
            shown = [
                (q.passage.of(case["Input"]), q.value, q.upper, q.unit)
                for q in found(case["Input"])
            ]
            print(f"  {case['Input']!r}\n    wanted {list(expected(case))}\n    found {shown}")
    precision = totals["right"] / max(1, totals["given"])
    recall = totals["right"] / max(1, totals["wanted"])
    print(
        f"{path.stem:18} {whole}/{kept} cases; quantities: precision {precision:.3f}, "
        f"recall {recall:.3f} of {totals['wanted']}; left out {sum(left.values())}: {dict(left)}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many cases are right in each spec, and what is left out."""
    parser = argparse.ArgumentParser(description="Measure how quantities are read.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args(arguments)
    for spec, about in SPECS.items():
        measure(chosen.folder / f"{spec}.json", about, misses=chosen.misses)


if __name__ == "__main__":
    main()
