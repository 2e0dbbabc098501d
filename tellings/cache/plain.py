"""Frozen values ↔ plain JSON values: dataclasses as lists of their fields, tuples as lists."""

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

__all__ = ["built", "plain"]

T = TypeVar("T")
Make = Callable[[Any], Any]

SCALARS = (str, int, float, bool, type(None))


def plain(value: object) -> object:
    """Give a value as JSON can write it.

    Raises:
        TypeError: when it holds anything but dataclasses, tuples and scalars.
    """
    if isinstance(value, SCALARS):
        return value
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [plain(getattr(value, one.name)) for one in _stored(type(value))]
    raise TypeError(f"{type(value).__name__} has no plain form")


def built(kind: type[T], value: object) -> T:
    """Give a value of a type back from its plain form.

    Raises:
        TypeError, ValueError: when the plain form is of another shape.
    """
    make: Make = _maker(kind)  # type: ignore[arg-type] # every type can be hashed
    made: T = make(value)
    return made


def _stored(kind: type) -> tuple[dataclasses.Field[Any], ...]:
    return tuple(one for one in dataclasses.fields(kind) if one.init)


@cache
def _maker(kind: Any) -> Make:
    """Make what builds values of a type, its fields' types looked up once."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple(arguments)
    if origin in {Union, types.UnionType}:
        return _either(arguments)
    if origin is Literal:
        return _one_of(arguments)
    if kind in {Any, object}:
        return lambda value: value
    if kind in SCALARS:
        return _scalar(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind)
    raise TypeError(f"{kind} has no plain form")


def _tuple(arguments: tuple[Any, ...]) -> Make:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        one = _maker(arguments[0])
        return lambda value: tuple([one(each) for each in value])
    makers = [_maker(each) for each in arguments]
    return lambda value: tuple(make(each) for make, each in zip(makers, value, strict=True))


def _either(arguments: tuple[Any, ...]) -> Make:
    others = [each for each in arguments if each is not type(None)]
    if len(others) > 1:
        if any(get_origin(each) is not Literal and each not in SCALARS for each in others):
            raise TypeError(f"{arguments} cannot be told apart in their plain form")
        return _scalar(SCALARS)
    one = _maker(others[0])
    return lambda value: None if value is None else one(value)


def _scalar(kind: Any) -> Make:
    # JSON writes a float without a fraction as it was given, and so does an int for a float.
    kinds = (float, int) if kind is float else kind

    def make(value: Any) -> Any:
        if not isinstance(value, kinds):
            raise TypeError(f"{type(value).__name__} is no {kind}")
        return value

    return make


def _one_of(values: tuple[Any, ...]) -> Make:
    def make(value: Any) -> Any:
        if value not in values:
            raise ValueError(f"{value!r} is none of {values}")
        return value

    return make


def _dataclass(kind: type) -> Make:
    hints = get_type_hints(kind)
    fields = [(one.name, _maker(hints[one.name])) for one in _stored(kind)]

    def make(value: Any) -> Any:
        pairs = zip(fields, value, strict=True)
        return kind(**{name: build(each) for (name, build), each in pairs})

    return make
