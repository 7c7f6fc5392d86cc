"""`tuireader index`: brings the cache up to date beforehand."""

import sys

import click

from tuireader.cli import options
from tuireader.cli.loading import open_library
from tuireader.text.counted import counted


@click.command("index", epilog=options.SOURCES)
@options.paths
def command(*, paths: tuple[str, ...]) -> int:
    """Read what is new or changed, and say how much that was.

    The screen does the same when it opens; this is for a schedule, or to see the
    progress of a first index over many years.
    """
    opened = open_library(paths, lines=True)
    report = opened.report
    odd = len(report.problems)
    sys.stdout.write(
        f"{counted(report.files, 'file')}: {report.read:,} read, "
        f"{report.unchanged:,} unchanged, {report.removed:,} removed\n"
        f"{counted(opened.library.total, 'paper')}\n"
    )
    if odd:
        sys.stdout.write(
            f"{counted(odd, 'file')} with problems: `tuireader doctor` names them\n"
        )
    return opened.exit_code
