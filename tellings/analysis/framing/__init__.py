"""The terms that texts use for contested things."""

from tellings.analysis.framing.finding import chosen, find, voice_of
from tellings.analysis.framing.inside import inside

__all__ = ["chosen", "find", "inside", "voice_of"]
