"""The command line: arguments, progress, printing, exit status."""

from tellings.cli.command_line import main

__all__ = ["main"]
