"""Opens the screen as fast as Python can."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.domain.habits import Habits

if TYPE_CHECKING:
    from tuireader.ui.messages import Links


def run(
    paths: Sequence[Path],
    *,
    notice: str = "",
    keys: Mapping[str, str] | None = None,
    aliases: Mapping[str, str] | None = None,
    habits: Habits | None = None,
) -> int:
    """Show the papers of `paths` until the reader leaves.

    Args:
        paths: Files and folders of digests.
        notice: A line to show first.
        keys: The configuration's `[keys]`: key ids to keys.
        aliases: Canonical tags that count as others.
        habits: When a paper counts as read.

    Returns:
        The exit code: 0, or 128 and the number of the signal that ended it.

    Raises:
        ValueError: `keys` names a key that there is not.
    """
    # Nothing that is imported or loaded until the first paint is garbage; looking for
    # some costs a tenth of the start. The application turns it on again.
    gc.disable()
    # Textual draws at most 60 frames a second by default: two of them, echo and list,
    # would be most of what a key takes. Read when it is imported.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    # By default a worker keeps the screen waiting five thousandths at every turn.
    sys.setswitchinterval(0.001)
    from tuireader.library.loader import Loader
    from tuireader.store.state import State, default_folder
    from tuireader.ui import workarounds
    from tuireader.ui.app import ReaderApp
    from tuireader.ui.kept import Kept

    workarounds.work_around()
    loader = Loader(paths, state=State.open(at_once=False), aliases=aliases)
    kept = Kept.within(default_folder())
    app = ReaderApp(loader, cache(_links), notice, kept, habits)
    app.remap(keys or {})
    try:
        code = app.run()
    finally:
        workarounds.end_input(app)
    return code if code is not None else app.return_code or 0


def _links() -> "Links":
    """Return what copies and opens; made when it is first needed."""
    from tuireader.services.browser import Browser
    from tuireader.services.clipboard import Clipboard
    from tuireader.ui.links import LinkHandler

    return LinkHandler(Clipboard(), Browser())
