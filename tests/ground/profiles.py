"""How hard Hypothesis looks: quickly every time, ten thousand examples with ``make deep``."""

import os

from hypothesis import HealthCheck, settings

# A database fixture is asked for once by each test, not by each example: the tests that use both know that.
_QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

settings.register_profile("default", max_examples=50, deadline=None, suppress_health_check=_QUIET)
settings.register_profile("deep", max_examples=10_000, deadline=None, suppress_health_check=_QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
