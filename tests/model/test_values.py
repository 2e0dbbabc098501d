"""Values that no stage can change: the nouns, and what reading and publishing give."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from inspect import get_annotations
from typing import Any

import pytest

import tellings.model
import tellings.publish
import tellings.reading
from tellings.model.corrections import Edit
from tellings.model.span import Passage

NAMED = 2
"""So many fields can be told apart by their places."""

NOTHING = (None, (), False, "", 0, Edit())

PLAIN = {
    "Derivation.direction": "unknown",
    "FrontMatter.body_line": 1,
    "Mention.certainty": "fact",
    "Mention.score": 1.0,
    "Mention.voice": "own",
    "Paragraph.part": "body",
    "Place.branch": "gh-pages",
    "Place.remote": "origin",
    "Quantity.bound": "exact",
    "Removal.count": 1,
    "Source.rights": "full",
    "Target.set_by": "editor",
}
"""What holds of a value where nothing else is said."""


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


@pytest.mark.parametrize("noun", tuple(nouns()), ids=lambda noun: noun.__name__)
def test_what_is_not_said_of_a_value_is_nothing_or_the_plain_case(noun: Any) -> None:
    unsaid = [field for field in fields(noun) if field.default is not MISSING]
    said = {f"{noun.__name__}.{field.name}": field.default for field in unsaid}
    assert {name: value for name, value in said.items() if value not in NOTHING} == {
        name: value for name, value in PLAIN.items() if name.startswith(f"{noun.__name__}.")
    }
