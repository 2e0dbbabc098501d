"""The nouns: values that no stage can change."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import tellings.model

NAMED = 3
"""So many fields can be told apart by their places."""


def nouns() -> Iterator[Any]:
    """Give every dataclass of the model."""
    for found in pkgutil.walk_packages(tellings.model.__path__, "tellings.model."):
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, type) and value.__module__ == found.name and is_dataclass(value):
                yield value


@pytest.mark.parametrize("noun", tuple(nouns()), ids=lambda noun: noun.__name__)
def test_a_value_cannot_be_changed_and_its_fields_are_named(noun: Any) -> None:
    assert noun.__dataclass_params__.frozen
    assert "__slots__" in vars(noun)
    assert len(fields(noun)) <= NAMED or all(field.kw_only for field in fields(noun))
