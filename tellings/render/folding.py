"""Phrases put in their places once, when a template is read, and not whenever it is filled."""

import re

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from tellings.render.phrases import ENGLISH, Phrases

__all__ = ["Environment"]

VALUE = re.compile(r"%(?:\((\w+)\)s|%)")
"""A value in a phrase, or the sign of per cent."""


class Environment(jinja2.Environment):
    """Templates in one language; what they mean is what they mean to jinja2 itself."""

    phrases: Phrases = ENGLISH

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        if not any(one.name == "_" and one.ctx != "load" for one in source.find_all(nodes.Name)):
            Folding(self.phrases).visit(source)
        return super()._generate(source, name, filename, defer_init=defer_init)


class Folding(NodeTransformer):
    """Puts phrases in place of what looks them up; a call that cannot be read stays as it is."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - as in jinja2
        """Print the words of a phrase and its values one after another."""
        node.nodes = [one for printed in node.nodes for one in self.pieces(printed) or (printed,)]
        self.generic_visit(node)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - as in jinja2
        """Give the words of a phrase that has no values."""
        self.generic_visit(node)
        pieces = self.pieces(node)
        words = [one.data for one in pieces if isinstance(one, nodes.TemplateData)]
        if not pieces or len(words) < len(pieces):
            return node
        return nodes.MarkSafe(nodes.Const("".join(words)), lineno=node.lineno)

    def pieces(self, node: nodes.Expr) -> list[nodes.Expr]:
        """Part a phrase at its values; nothing where this is no call that can be read."""
        message = message_of(node)
        if message is None or not isinstance(node, nodes.Call):
            return []
        values = {one.key: one.value for one in node.kwargs}
        parts = VALUE.split(self.phrases.found(message))
        named = [name for name in parts[1::2] if name]
        if sorted(named) != sorted(values) or any("%" in words for words in parts[::2]):
            return []
        return [
            values[part] if n % 2 and part else nodes.TemplateData("%" if n % 2 else part)
            for n, part in enumerate(parts)
            if part != ""
        ]


def message_of(node: nodes.Expr) -> str | None:
    """Give the message that a call looks up; None where it does something else."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    if node.node.name not in ("_", "gettext") or node.dyn_args or node.dyn_kwargs:
        return None
    message = node.args[0] if len(node.args) == 1 else None
    return message.value if isinstance(message, nodes.Const) else None
