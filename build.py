"""Build the site of this folder: `python build.py`, and `python build.py --help` for the rest."""

import sys
from pathlib import Path

from tellings.cli import main

if __name__ == "__main__":
    sys.exit(main(root=Path(__file__).resolve().parent))
