"""How long hypothesis looks for what breaks a rule, and with which examples."""

import os

from hypothesis import settings
from hypothesis.internal.conjecture.providers import HypothesisProvider
from hypothesis.internal.constants_ast import Constants

# The machine that runs the tests may be slow: what must be fast is measured elsewhere.
# The same examples each time: what the long run finds is kept as an example of its own.
settings.register_profile("quick", deadline=None, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

if settings().derandomize:
    # Examples hold constants of whatever modules are loaded by then, and no setting
    # says otherwise: another order of tests, or of their workers, would try others.
    setattr(HypothesisProvider, "_local_constants", Constants())  # noqa: B010
