from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta, nodes

from tellings.render import templates
from tests.render.contract import DOCS, ORDER, START, VIEWS, reference, views
from tests.render.sites import PLAIN

OWN = {"first", "index", "last", "footer"}
"""What jinja's own `loop` offers, and the options of the theme."""


def every_template() -> Iterator[tuple[str, nodes.Template]]:
    environment: jinja2.Environment = templates.environment(PLAIN.templates, PLAIN.digest)
    for name in environment.list_templates():
        (folder,) = PLAIN.templates
        yield name, environment.parse(Path(folder, name).read_text("utf-8"))


TEMPLATES = dict(every_template())


def test_every_view_and_every_field_is_documented() -> None:
    assert [one.name for one in views() if not one.says] == []
    bare = [f"{one.name}.{name}" for one in views() for name, _, says in one.fields if not says]
    assert bare == []


def test_every_module_of_views_is_in_the_contract() -> None:
    modules = {path.stem for path in VIEWS.glob("*.py")} - {"__init__", "listing"}
    assert modules == set(ORDER)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_asks_for_the_shell_and_its_view_and_nothing_else(name: str) -> None:
    imported = {word for node in TEMPLATES[name].find_all(nodes.FromImport) for word in node.names}
    macros = {node.name for node in TEMPLATES[name].find_all(nodes.Macro)}
    asked = meta.find_undeclared_variables(TEMPLATES[name]) - imported - macros
    assert asked <= {"shell", "view"}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_no_field_that_no_view_offers(name: str) -> None:
    offered = {field for one in views() for field, _, _ in one.fields} | OWN
    asked = {node.attr for node in TEMPLATES[name].find_all(nodes.Getattr)}
    assert asked - offered == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_never_switches_escaping_off(name: str) -> None:
    filters = {node.name for node in TEMPLATES[name].find_all(nodes.Filter)}
    assert filters <= {"join", "length"}


def test_every_field_is_shown_by_the_plain_theme() -> None:
    asked = {n.attr for t in TEMPLATES.values() for n in t.find_all(nodes.Getattr)}
    unused = {f"{v.name}.{f}" for v in views() for f, _, _ in v.fields if f not in asked}
    assert unused == set()


def test_the_reference_in_the_docs_is_that_of_the_views() -> None:
    text = DOCS.read_text("utf-8")
    assert START + text.partition(START)[2] == reference()
