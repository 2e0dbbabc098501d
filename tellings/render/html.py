"""Markup that is safe to print as it stands."""

import re
from dataclasses import dataclass

__all__ = ["UNSHOWN", "Html"]

UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Characters that no page holds, and marks that would turn round what stands beside them."""


@dataclass(frozen=True, slots=True)
class Html:
    """Markup of our own making, which a template prints unescaped."""

    markup: str

    def __html__(self) -> str:
        return self.markup

    def __bool__(self) -> bool:
        return bool(self.markup)
