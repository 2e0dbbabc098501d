"""Build the site of this folder: `python build.py`, and `python build.py --help` for the rest."""

import os
import sys

from tellings.cli import main

if __name__ == "__main__":
    sys.exit(main(root=os.path.dirname(os.path.realpath(__file__))))
