"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# A machine may be slow, or have other work: how long an example takes says nothing of it.
settings.register_profile(
    "patient", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")
