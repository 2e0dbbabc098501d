"""Fields → front matter that the strict door reads back as the same values."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

__all__ = ["write"]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write(fields: Mapping[str, object]) -> str:
    """Write fields in the order given: one a line, lists and entries of lists in one line each."""
    node = yaml.MappingNode(
        "tag:yaml.org,2002:map",
        [(_key(name), _node(value)) for name, value in fields.items()],
        flow_style=False,
    )
    body: str = yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=10**9)
    return f"---\n{body if fields else ''}---\n"


def _node(value: object) -> yaml.Node:
    if isinstance(value, tuple):
        entries = any(isinstance(each, dict) for each in value)
        nodes = [_node(each) for each in value]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=not entries)
    if isinstance(value, dict):
        pairs = [(_scalar(name), _node(each)) for name, each in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=True)
    return _scalar(value)


def _key(name: str) -> yaml.ScalarNode:
    # YAML's old rules take “on” for a truth and would put it in quotation marks.
    return yaml.ScalarNode(f"tag:yaml.org,2002:{'bool' if name == 'on' else 'str'}", name)


def _scalar(value: Any) -> yaml.ScalarNode:
    if isinstance(value, bool):
        return yaml.ScalarNode("tag:yaml.org,2002:bool", "true" if value else "false")
    if isinstance(value, int):
        return yaml.ScalarNode("tag:yaml.org,2002:int", str(value))
    # A bare day is read back as the same words; quotation marks would only be in the editor's way.
    kind = "timestamp" if DAY.fullmatch(value) else "str"
    return yaml.ScalarNode(f"tag:yaml.org,2002:{kind}", value)
