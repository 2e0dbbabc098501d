"""Templates that end: what a clumsy theme asks without end is an error and not a wait."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import wraps
from typing import Any, Final, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context

from tellings.render import blocks, folding, sizes
from tellings.render.blocks import Outline
from tellings.render.sizes import LARGEST, WIDEST, Size

__all__ = ["Environment"]

MOST_STEPS = 3_000_000
"""Turns of loops, and calls by what they take, for one page; one of 300 texts has 50,000."""

CALL, INCLUDE = 4, 10
"""How many turns a call and a template that is taken in count for: all end within seconds."""

AT_ONCE = 100
"""So many characters or entries that are made count for a turn: all take hundreds of MB at most."""

SIGNS: Final[Mapping[str, Callable[[Any, Any], object]]] = {
    "*": operator.mul,
    "**": operator.pow,
    "+": operator.add,
    "%": operator.mod,
}
CHANCE = ("lipsum", "random")
"""What would make another site of the same inputs each time."""


class Environment(folding.Environment):
    """Templates whose turns and calls are counted, and what they make is looked at before."""

    sandboxed = True
    """Not against ill will, since attributes lead to Python: calls go through `call` by it."""

    intercepted_binops = frozenset(SIGNS)
    intercepted_unops: frozenset[str] = frozenset()
    steps = 0

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.outlines: dict[str, Outline] = {}
        """What each template that was read has of blocks."""

        # A count without end would hold the build up without a word.
        self.globals["range"] = self.counted
        self.concat = self.put_together  # type: ignore[method-assign] # “concat” is a function there
        self.finalize = self.shown
        for name, size in sizes.FILTERS.items():
            self.filters[name] = self.sized(name, self.filters[name], size)
        for name in CHANCE:
            self.filters.pop(name, None)
            self.globals.pop(name, None)

    def begin(self) -> None:
        """Begin a page."""
        self.steps = 0

    def step(self, by: int = 1) -> None:
        """Count turns, or what takes as long."""
        self.steps += by
        if self.steps > MOST_STEPS:
            refuse(f"more than {MOST_STEPS:,} turns of loops for one page: it does not end")

    def spend(self, size: int, what: str) -> None:
        """Count characters or entries that are made; too many at once are refused."""
        if size > LARGEST:
            refuse(f"what “{what}” would give is too large")
        self.step(size // AT_ONCE)

    def put_together(self, pieces: Iterable[str]) -> str:
        """Make one text of the pieces of a page, a macro or a block."""
        every = list(pieces)
        self.spend(sum(map(len, every)), "a page")
        return "".join(every)

    def shown(self, value: Any) -> Any:
        """Give what is printed, or put beside other words."""
        if isinstance(value, str):
            if len(value) > AT_ONCE:
                self.spend(len(value), "{{ … }}")
        elif isinstance(value, list | tuple | dict):
            self.spend(sizes.nested(value), "{{ … }}")
        return value

    def sized(self, name: str, filter_: Callable[..., Any], size: Size) -> Callable[..., Any]:
        """Give a filter that tells beforehand how much it would make."""
        context = hasattr(filter_, "jinja_pass_arg")

        @wraps(filter_)
        def looked_at(*given: Any, **named: Any) -> Any:
            self.spend(told(size, given[context:], named), name)
            return filter_(*given, **named)

        return looked_at

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
        if len(found) > WIDEST:
            refuse(f"a range of {len(found):,} numbers; the most is {WIDEST:,}")
        return found

    def call(self, context: Context, called: Any, /, *given: Any, **named: Any) -> Any:
        """Call what a template calls."""
        self.step(CALL)
        owner, name = getattr(called, "__self__", None), getattr(called, "__name__", "")
        if isinstance(owner, str) and name in sizes.METHODS:
            self.spend(told(sizes.METHODS[name], (owner, *given), named), name)
        elif isinstance(owner, list):
            self.spend(len(owner) + sum(map(sizes.length, given)), name)
        return context.call(called, *given, **named)

    def call_binop(self, context: Context, sign: str, left: Any, right: Any) -> Any:
        """Reckon, where a machine can hold what comes of it."""
        self.spend(told(sizes.of_sign, (sign, left, right), {}), sign)
        return SIGNS[sign](left, right)

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
        if name is not None:
            self.outlines[name] = blocks.outline(source, filename)
        for loop in source.find_all(nodes.For):
            turns = nodes.EnvironmentAttribute("turns", lineno=loop.iter.lineno)
            loop.iter = nodes.Call(turns, [loop.iter], [], None, None, lineno=loop.iter.lineno)
        for beside in source.find_all(nodes.Concat):
            line = beside.lineno
            shown = nodes.EnvironmentAttribute("shown", lineno=line)
            beside.nodes = [
                nodes.Call(shown, [one], [], None, None, lineno=line) for one in beside.nodes
            ]
        return super()._generate(source, name, filename, defer_init=defer_init)


def told(size: Size, given: tuple[Any, ...], named: Mapping[str, Any]) -> int:
    """Tell a size; nothing where what is given does not fit, which the work itself will say."""
    try:
        return size(*given, **named)
    except (TypeError, ValueError):
        return 0


def refuse(message: str) -> NoReturn:
    """Stop a page.

    Raises:
        TemplateRuntimeError: with what does not end.
    """
    raise jinja2.TemplateRuntimeError(message)
