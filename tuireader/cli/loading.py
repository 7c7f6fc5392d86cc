"""Loads the library that a subcommand works on, and says what stood in the way."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tuireader.cli.errors import DONE, FAILED, CommandError, UsageError, complain
from tuireader.cli.progress import progress_shown
from tuireader.cli.settings import read_settings
from tuireader.cli.sources import SAMPLES_NOTICE, Sources, find_sources
from tuireader.library.library import Library
from tuireader.library.loader import LibraryError, Loader, Report
from tuireader.query import Query
from tuireader.store.searches import SavedSearches, SearchesError
from tuireader.store.state import State, default_folder
from tuireader.text.counted import counted

Kept = TypeVar("Kept")

_NAMED = 10
"""Skipped files that are named; `doctor` has the others."""


@dataclass(frozen=True)
class Opened:
    """A library that was just brought up to date."""

    sources: Sources
    loader: Loader
    library: Library
    """The papers that match the query."""
    report: Report

    @property
    def exit_code(self) -> int:
        """Failed if a named path cannot be read, or is a file and none holds a paper.

        A folder is as it is: that there is nothing in it, yet, is no failure.
        """
        files = [path for path in self.sources.paths if not path.is_dir()]
        unread = any(not _is_readable(path) for path in files)
        in_vain = files and not self.library.total
        return FAILED if self.sources.missing or unread or in_vain else DONE


def open_library(
    named: Sequence[str],
    query: str = "",
    *,
    lines: bool = False,
    complaints: bool = True,
) -> Opened:
    """Load the papers of `named` that match `query`, complaining of what is skipped.

    Args:
        named: Paths of the command line.
        query: A filter as it is typed on the screen.
        lines: Whether progress is written where standard error is no terminal, too.
        complaints: Whether files that were skipped are named.

    Raises:
        CommandError: Nothing can be read.
        UsageError: The query cannot be understood.
    """
    settings = read_settings()
    wanted = parsed_query(query, settings.aliases)
    sources = find_sources(named, settings)
    if sources.samples:
        complain(SAMPLES_NOTICE)
    try:
        loader = Loader(sources.paths, state=open_state(), aliases=settings.aliases)
        with progress_shown(lines=lines) as progress:
            loaded = loader.refresh(progress)
    except LibraryError as error:
        raise CommandError(str(error)) from error
    for message in loaded.report.messages:
        complain(message)
    if complaints:
        _name_skipped(loaded.report)
    return Opened(sources, loader, loaded.library.matching(wanted), loaded.report)


def open_state() -> State:
    """Return the user's state, complaining of what is wrong with its files."""
    state = State.open()
    for message in state.messages:
        complain(message)
    return state


def parsed_query(text: str, aliases: Mapping[str, str] | None = None) -> Query:
    """Return the query that `text` means, or that the saved search `@name` is.

    Raises:
        UsageError: Part of it means nothing, or there is no such search; the line names
            the part.
    """
    query = Query.parse(_saved(text), aliases=aliases)
    if query.problems:
        problem = query.problems[0]
        raise UsageError(f"in the query, {problem.token!r}: {problem.what}")
    return query


def _saved(text: str) -> str:
    if not text.startswith("@"):
        return text
    if saved := saved_searches(lambda searches: searches.find(text[1:])):
        return saved.query
    raise UsageError(f"{text}: no such search; `tuireader searches` lists them")


def saved_searches(use: Callable[[SavedSearches], Kept]) -> Kept:
    """Do something with the saved searches.

    Raises:
        CommandError: They cannot be read or kept, or there is none of that name.
    """
    try:
        return use(SavedSearches(default_folder()))
    except SearchesError as error:
        raise CommandError(str(error)) from error


def _name_skipped(report: Report) -> None:
    whole = [
        f"{file.source}: {problem.placed}"
        for file in report.problems
        for problem in file.problems
        if problem.line == 0 or problem.is_cut
    ]
    for line in whole[:_NAMED]:
        complain(line)
    if (more := len(whole) - _NAMED) > 0:
        complain(f"{counted(more, 'more problem')}: `tuireader doctor` names them")


def _is_readable(path: Path) -> bool:
    return path.is_file() and os.access(path, os.R_OK)
