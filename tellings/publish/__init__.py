"""Pages → the output folder: all or nothing, only what changed, and never what is not ours."""

from tellings.publish.folder import Publication, Published, clean, publish, refusals
from tellings.publish.manifest import MANIFEST

__all__ = ["MANIFEST", "Publication", "Published", "clean", "publish", "refusals"]
