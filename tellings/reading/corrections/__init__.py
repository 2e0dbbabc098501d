"""The editor's last word, from corrections.toml."""

from tellings.reading.corrections.parsing import FILE, CorrectionsRead, parse

__all__ = ["FILE", "CorrectionsRead", "parse"]
