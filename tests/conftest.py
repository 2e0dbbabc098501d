"""What holds for all tests."""

import signal

from hypothesis import HealthCheck, settings

# A shell that starts the tests in the background has Ctrl-C ignored, and every program that they
# start takes that over: what Ctrl-C does could not be tested.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A machine may be slow, or have other work: how long an example takes says nothing of it.
settings.register_profile(
    "patient", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")
