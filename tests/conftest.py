"""How long hypothesis looks for what breaks a rule."""

import os

from hypothesis import settings

# The machine that runs the tests may be slow: what must be fast is measured elsewhere.
settings.register_profile("quick", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
