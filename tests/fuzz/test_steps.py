"""What is twice as long takes twice as many steps: lines of the program, counted one by one."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from tests.fuzz.parsers import PARSERS
from tests.fuzz.seeds import ARTICLE, CATALOGUE, CORRECTIONS, EML, HTML, NOTE, PAGE, PARAGRAPHS

SHORT, LONG = 12, 24
"""How many times over an input says the same."""

MOST = 2.3
"""How many times as many steps what is twice as long may take."""

TELL = ("sentences", "dates", "numbers", "attributions", "quotations", "clauses")
GROWN: dict[str, Callable[[int], str]] = {
    "article": lambda times: f"{ARTICLE}\n* one\n> two\n" * times,
    "catalogue": lambda times: CATALOGUE * times,
    "corrections": lambda times: CORRECTIONS * times,
    "eml": lambda times: EML.replace("\n--\u0020", f"\n{ARTICLE}" * times, 1),
    "html": lambda times: HTML.replace("</article>", f"{PARAGRAPHS * times}</article>"),
    "md": lambda times: f"---\ntitle: Port\n---\n{ARTICLE * times}",
    "note": lambda times: NOTE * times,
    "source": lambda times: f"---\ntitle: Port\n---\n{NOTE * times}",
    "txt": lambda times: PAGE * times,
    **dict.fromkeys(TELL, lambda times: ARTICLE * times),
}


def steps(work: Callable[[], object]) -> int:
    """Count the lines of the program that some work runs through."""
    count = 0

    def line(_frame: FrameType, event: str, _value: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, _event: str, _value: Any) -> Any:
        return line if "tellings" in frame.f_code.co_filename else None

    usual = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(usual)
    return count


@pytest.mark.parametrize("name", GROWN)
def test_what_is_twice_as_long_takes_twice_as_many_steps(name: str) -> None:
    PARSERS[name](GROWN[name](SHORT + 1).encode())
    short, long = (
        steps(lambda: PARSERS[name](GROWN[name](times).encode()))  # noqa: B023 - called at once
        for times in (SHORT, LONG)
    )
    assert short > 100
    assert long < MOST * short
