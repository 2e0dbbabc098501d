"""Settings → content → digests → pages → the output folder."""

from tellings.build.building import build
from tellings.build.options import Built, Options, cores, output_of, settings, shown

__all__ = ["Built", "Options", "build", "cores", "output_of", "settings", "shown"]
