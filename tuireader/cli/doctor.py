"""`tuireader doctor`: how each file was read, and everything that was odd."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

import click

from tuireader.cli import options
from tuireader.cli.diagnosis import Diagnoses, Diagnosis, diagnose
from tuireader.cli.loading import open_library
from tuireader.formats import FORMATS
from tuireader.text import sanitise
from tuireader.text.counted import counted


@click.command("doctor", epilog=options.SOURCES)
@options.paths
@click.option("--json", "as_json", is_flag=True, help="One JSON object for all of it.")
@click.option("--odd", is_flag=True, help="Only files with problems, and the totals.")
def command(*, paths: tuple[str, ...], as_json: bool, odd: bool) -> int:
    """Say how each file was read, and what was odd.

    Each file with its shape and why that was chosen, entries, encoding and problems. At
    the end, how many of the arXiv ids in the texts became a paper's own link or a
    reference: what is missing there was not understood.
    """
    opened = open_library(paths, complaints=False)
    diagnoses = diagnose(opened)
    shown = [file for file in diagnoses.files if file.problems or not odd]
    if as_json:
        sys.stdout.write(
            json.dumps(_record(diagnoses, shown), ensure_ascii=False) + "\n"
        )
    else:
        for line in _report(diagnoses, shown):
            sys.stdout.write(" ".join(sanitise(line).split("\n")) + "\n")
    return opened.exit_code


def _report(diagnoses: Diagnoses, shown: list[Diagnosis]) -> Iterator[str]:
    for file in shown:
        yield from _lines(file)
    yield from _skipped(diagnoses)
    yield from _shapes(diagnoses)
    yield from _totals(diagnoses)


def _lines(file: Diagnosis) -> Iterator[str]:
    shape = f"{file.format} ({file.reason})" if file.format else "not recognised"
    yield f"{file.source}: {shape}, {counted(file.entries, 'entry')}, {file.encoding}"
    for problem in file.problems:
        yield f"  {problem.placed}"


def _skipped(diagnoses: Diagnoses) -> Iterator[str]:
    for source, problem in diagnoses.skipped:
        yield f"{source}: {problem}"


def _shapes(diagnoses: Diagnoses) -> Iterator[str]:
    """Tell what would have been recognised, if something was not."""
    if all(file.format for file in diagnoses.files):
        return
    yield "shapes that are read:"
    for form in FORMATS:
        yield f"  {form.name}: {(form.__doc__ or '').splitlines()[0]}"


def _totals(diagnoses: Diagnoses) -> Iterator[str]:
    shapes = Counter(file.format or "not recognised" for file in diagnoses.files)
    named = ", ".join(f"{count:,} {shape}" for shape, count in shapes.most_common())
    yield (
        f"{counted(len(diagnoses.files), 'file')}{f' ({named})' if named else ''}, "
        f"{counted(diagnoses.entries, 'entry')}, "
        f"{counted(diagnoses.problems, 'problem')}, {len(diagnoses.skipped):,} skipped"
    )
    if not diagnoses.ids:
        yield "no arXiv ids in the texts"
        return
    yield (
        f"{counted(diagnoses.ids, 'arXiv id')} in the texts, {diagnoses.placed:,} "
        f"({diagnoses.share:.1%}) became a paper's own link or a reference"
    )


def _record(diagnoses: Diagnoses, shown: list[Diagnosis]) -> dict[str, object]:
    return {
        "files": [
            asdict(file) | {"problems": [each._asdict() for each in file.problems]}
            for file in shown
        ],
        "skipped": [
            {"source": source} | problem._asdict()
            for source, problem in diagnoses.skipped
        ],
        "totals": {
            "files": len(diagnoses.files),
            "entries": diagnoses.entries,
            "problems": diagnoses.problems,
            "skipped": len(diagnoses.skipped),
            "ids": diagnoses.ids,
            "placed": diagnoses.placed,
        },
    }
