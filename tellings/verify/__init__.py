"""Whether a published site is the one that its manifest describes."""

from tellings.verify.checking import Verified, verify

__all__ = ["Verified", "verify"]
