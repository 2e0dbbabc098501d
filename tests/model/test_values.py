"""Values that no stage can change: the nouns, and what reading and publishing give."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import get_annotations
from typing import Any

import pytest

import tellings.model
import tellings.publish
import tellings.reading
from tellings.model.span import Passage

NAMED = 2
"""So many fields can be told apart by their places."""


def nouns() -> Iterator[Any]:
    """Give every dataclass, and what names fields and is none; phrases are texts."""
    for package in (tellings.model, tellings.reading, tellings.publish):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            held = vars(importlib.import_module(found.name)).values()
            own = (one for one in held if isinstance(one, type) and one.__module__ == found.name)
            for one in own:
                if is_dataclass(one) or (get_annotations(one) and not issubclass(one, str)):
                    yield one


@pytest.mark.parametrize("noun", tuple(nouns()), ids=lambda noun: noun.__name__)
def test_a_value_cannot_be_changed_and_its_fields_are_named(noun: Any) -> None:
    assert "__dataclass_params__" in vars(noun)
    assert noun.__dataclass_params__.frozen
    assert "__slots__" in vars(noun)
    # A passage is written as its source and a span are: two things, three fields.
    few = len(fields(noun)) <= NAMED or noun is Passage
    assert few or all(field.kw_only for field in fields(noun))
