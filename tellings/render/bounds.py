"""Templates that end: what a clumsy theme asks without end is an error and not a wait."""

import operator
from collections.abc import Iterable, Iterator, Sized
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context
from jinja2.sandbox import MAX_RANGE

from tellings.render import folding

__all__ = ["Environment"]

MOST_STEPS = 3_000_000
"""Turns of loops, and calls by what they take, for one page; one of 300 texts has 50,000."""

CALL, INCLUDE = 4, 10
"""How many turns a call and a template that is taken in count for: all end within seconds."""

LARGEST = 10_000_000
"""Characters or entries of what is multiplied, and bits of a number."""


class Environment(folding.Environment):
    """Templates whose turns and calls are counted, and whose products are looked at before."""

    sandboxed = True
    """Not against ill will, since attributes lead to Python: calls go through `call` by it."""

    intercepted_binops = frozenset(("*", "**"))
    intercepted_unops: frozenset[str] = frozenset()
    steps = 0

    def begin(self) -> None:
        """Begin a page."""
        self.steps = 0

    def step(self, by: int = 1) -> None:
        """Count turns, or what takes as long."""
        self.steps += by
        if self.steps > MOST_STEPS:
            refuse(f"more than {MOST_STEPS:,} turns of loops for one page: it does not end")

    def turns(self, every: Iterable[object]) -> Iterable[object]:
        """Give what a loop goes through, counted: at once where its length is known."""
        if not isinstance(every, Sized):
            return self.turned(every)
        self.step(len(every))
        return every

    def turned(self, every: Iterable[object]) -> Iterator[object]:
        """Give one after another."""
        for one in every:
            self.step()
            yield one

    def counted(self, *numbers: int) -> range:
        """Count as `range` does, as far as any page needs."""
        found = range(*numbers)
        if len(found) > MAX_RANGE:
            refuse(f"a range of {len(found):,} numbers; the most is {MAX_RANGE:,}")
        return found

    def call(self, context: Context, called: Any, /, *given: Any, **named: Any) -> Any:
        """Call what a template calls."""
        self.step(CALL)
        return context.call(called, *given, **named)

    def call_binop(self, context: Context, sign: str, left: Any, right: Any) -> Any:
        """Multiply, where a machine can hold what comes of it."""
        if size_of(sign, left, right) > LARGEST:
            refuse(f"what “{sign}” would give is too large")
        return (operator.mul if sign == "*" else operator.pow)(left, right)

    def _load_template(self, name: str, globals: Any) -> jinja2.Template:  # noqa: A002 - the base class's name
        # A template that includes others takes as long as many calls.
        self.step(INCLUDE)
        return super()._load_template(name, globals)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        for loop in source.find_all(nodes.For):
            turns = nodes.EnvironmentAttribute("turns", lineno=loop.iter.lineno)
            loop.iter = nodes.Call(turns, [loop.iter], [], None, None, lineno=loop.iter.lineno)
        return super()._generate(source, name, filename, defer_init=defer_init)


def size_of(sign: str, left: object, right: object) -> int:
    """Tell how large a product or a power would be: its characters, entries or bits."""
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length()
        return bits + right.bit_length() if sign == "*" else bits * max(right, 0)
    pair = (left, right) if isinstance(right, int) else (right, left)
    if isinstance(pair[0], str | list | tuple) and isinstance(pair[1], int):
        return len(pair[0]) * max(pair[1], 0)
    return 0


def refuse(message: str) -> NoReturn:
    """Stop a page.

    Raises:
        TemplateRuntimeError: with what does not end.
    """
    raise jinja2.TemplateRuntimeError(message)
