"""Starts the real program in a process of its own, away from the user's files."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "sample_digests"
TIMEOUT = 60
"""Seconds after which a run counts as hung."""


@dataclass(frozen=True)
class Result:
    """What a run left."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Lines of standard output."""
        return self.out.splitlines()

    @property
    def complaints(self) -> list[str]:
        """Lines of standard error."""
        return self.err.splitlines()


@dataclass(frozen=True)
class Program:
    """`tuireader` with cache, state and configuration under `home`."""

    home: Path
    command: Sequence[str] = (sys.executable, "-m", "tuireader")
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a run: the tests' own, without anything of the user's."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("XDG_", "TUIREADER_", "TMUX", "SSH_"))
            and name not in {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"}
        }
        return kept | {
            "HOME": str(self.home),
            "TERM": "xterm-256color",
            "TUIREADER_CACHE_DIR": str(self.home / "cache"),
            "TUIREADER_STATE_DIR": str(self.home / "state"),
            "TUIREADER_CONFIG": str(self.home / "config.toml"),
            "PYTHONPATH": str(ROOT),
            **self.extra,
        }

    def run(self, *arguments: str | Path, cwd: Path | None = None) -> Result:
        """Run to the end on pipes, with nothing on standard input."""
        done = subprocess.run(
            [*self.command, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            cwd=cwd or self.home,
            env=self.environment,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())
