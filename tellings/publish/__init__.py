"""Pages → the output folder: all or nothing, only what changed, and never what is not ours."""

from tellings.publish.folder import Edition, Published, clean, publish, refusals
from tellings.publish.manifest import MANIFEST

__all__ = ["MANIFEST", "Edition", "Published", "clean", "publish", "refusals"]
