"""Many tellings, one event: digests that show what several texts agree and differ on."""

__all__ = ["__version__"]

__version__ = "0.1.0"
