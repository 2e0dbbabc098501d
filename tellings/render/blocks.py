"""Blocks of templates: one that no template above has is never shown, and most likely misspelt."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

__all__ = ["Astray", "Outline", "astray", "outline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a template has of blocks."""

    file: str | None
    above: str | None
    """The template that it extends; None where it extends none, or one that is told by a value."""

    extends: bool
    lines: Mapping[str, int]
    """The line of each block that lies in no other."""

    inner: frozenset[str]
    """The blocks that lie in others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Astray:
    """A block that is never shown."""

    name: str
    file: str | None
    line: int
    meant: str
    """A block with a name much like it; empty where there is none."""


def outline(tree: nodes.Template, file: str | None) -> Outline:
    """Give the outline of a template that was parsed."""
    above = [one.template for one in tree.find_all(nodes.Extends)]
    named = len(above) == 1 and isinstance(above[0], nodes.Const) and str(above[0].value)
    lines = {block.name: block.lineno for block in _outer(tree)}
    every = {block.name for block in tree.find_all(nodes.Block)}
    return Outline(
        file=file,
        above=named or None,
        extends=bool(above),
        lines=lines,
        inner=frozenset(every - lines.keys()),
    )


def astray(name: str, outlines: Mapping[str, Outline]) -> Astray | None:
    """Find a block of a template, or of one above it, that has no place in those above it."""
    chain: list[Outline] = []
    while name in outlines and outlines[name] not in chain:
        chain.append(outlines[name])
        name = chain[-1].above or ""
    if not chain or chain[-1].extends:
        # What stands above is told by a value, or was not read.
        return None
    known: set[str] = {*chain[-1].lines, *chain[-1].inner}
    for one in reversed(chain[:-1]):
        for block, line in one.lines.items():
            if block not in known:
                near = difflib.get_close_matches(block, sorted(known), n=1, cutoff=0.6)
                return Astray(name=block, file=one.file, line=line, meant="".join(near))
        known |= one.inner
    return None


def _outer(node: nodes.Node) -> Iterator[nodes.Block]:
    """Give the blocks below a node that lie in no other block."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer(child)
