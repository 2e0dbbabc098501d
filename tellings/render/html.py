"""Markup that is safe to print as it stands."""

from dataclasses import dataclass

__all__ = ["Html"]


@dataclass(frozen=True, slots=True)
class Html:
    """Markup of our own making, which a template prints unescaped."""

    markup: str

    def __html__(self) -> str:
        return self.markup

    def __bool__(self) -> bool:
        return bool(self.markup)
