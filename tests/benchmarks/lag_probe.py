"""The program with a clock beside it that tells how long its screen's thread was busy.

    python -m tests.benchmarks.lag_probe REPORT PATH...

The clock asks to be called every few milliseconds; what it is called late by is how
late a key would have been dealt with. The lags are written to REPORT at the end.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

EVERY = 0.005
"""Seconds between two looks."""


def main() -> int:
    """Run the program; it ends as it always does."""
    report, *paths = sys.argv[1:]
    from tuireader.ui import app, launch

    lags: list[tuple[float, float]] = []

    async def watch() -> None:
        while True:
            asked = time.perf_counter()
            await asyncio.sleep(EVERY)
            lags.append((asked, time.perf_counter() - asked - EVERY))

    class Watched(app.ReaderApp):
        """The application, watched from its first moment on."""

        def on_mount(self) -> None:
            """Begin to watch."""
            super().on_mount()
            self.watching = asyncio.create_task(watch())

    app.ReaderApp = Watched  # type: ignore[misc]  # where `run` looks for it
    code = launch.run([Path(path) for path in paths])
    Path(report).write_text(json.dumps(lags))
    return code


if __name__ == "__main__":
    sys.exit(main())
