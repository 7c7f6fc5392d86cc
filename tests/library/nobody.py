"""Refreshes a library as a user who may not read or write everything."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.program import ROOT

AsNobody = Callable[[Path], list[str]]
"""Refreshes a library and returns its problems, messages and counts."""

# Everything is imported, by a first use, while the interpreter's files can be read.
_PROGRAM = """
import os, sys
from pathlib import Path
from tuireader.library.loader import Loader
vault, caches = Path(sys.argv[1]), Path(sys.argv[2])
Loader([Path(sys.argv[3])], caches / "other" / str(os.getpid())).refresh()
os.setgid(65534), os.setuid(65534)
loader = Loader([vault], caches)
loader.cached()
library, report = loader.refresh()
for file in report.problems:
    print(f"{file.source}: {file.problems[0]}")
print(*report.messages, sep="\\n", end="\\n" if report.messages else "")
assert library.body(library.paper_at(0)).commentary
assert len(list(loader.digests())) >= report.read
print(f"{report.files} files, {report.read} read, {library.total} papers")
"""


def refresh_as_nobody(vault: Path, caches: Path, other: Path) -> list[str]:
    """Return what a refresh of `vault` tells a user without rights.

    Args:
        vault: The library.
        caches: Folder of all caches.
        other: A small library to warm up with.
    """
    for folder in (vault, *vault.parents):
        if folder.stat().st_uid == os.geteuid() and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(vault), str(caches), str(other)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()
