"""The command line: arguments, progress, printing, exit status."""

import os
import sys
from collections.abc import Sequence

from tellings.cli.still import Still

TYPE_CHECKING = False
"""As in typing, without its import."""

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["main"]

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None, root: "Path | str | None" = None) -> int:
    """Carry out a command and give the exit status; `root` is the project when --root is not given.

    0 fine, 1 problems, 2 wrong usage, 130 interrupted.
    """
    argv = sys.argv[1:] if argv is None else argv
    try:
        _open_streams()
        still = Still.of(argv, root)
        if still is not None and still.told():
            return 0
        # Imported here so that Ctrl-C ends the program cleanly from its first moments on.
        from tellings.cli import command_line  # noqa: PLC0415

        return command_line.main(argv, root, still)
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return INTERRUPTED


def _open_streams() -> None:
    """Lead streams that were closed nowhere: the next file opened would take their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Without pathlib, which is slow to import, and open until the program ends.
            nowhere = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115
            setattr(sys, name, nowhere)
