"""Word lists: one TOML file each beside this module, with a note of its origin."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load"]


@cache
def load(name: str) -> dict[str, Any]:
    """Read `NAME.toml` once.

    Raises:
        FileNotFoundError: when the package holds no such list.
    """
    return tomllib.loads((files("tellings.data") / f"{name}.toml").read_text("utf-8"))
