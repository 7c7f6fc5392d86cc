"""`tuireader mark`: marks papers without the screen."""

import sys
from collections.abc import Callable, Iterable, Sequence

import click

from tuireader.cli.errors import CommandError, UsageError, complain
from tuireader.cli.loading import open_state
from tuireader.cli.settings import read_settings
from tuireader.cli.sources import find_sources
from tuireader.domain.identity import named_key, title_key
from tuireader.domain.paper import Identified, Unlisted
from tuireader.library.history import Change
from tuireader.library.library import Library
from tuireader.library.loader import LibraryError, Loader
from tuireader.library.marks import Marks
from tuireader.store.state import State, StateError
from tuireader.text import sanitise

Papers = Sequence[Identified]
_ACTIONS: dict[str, Callable[[Marks, Papers], Change | None]] = {
    "read": lambda marks, papers: marks.set_read(papers, True),  # noqa: FBT003
    "unread": lambda marks, papers: marks.set_read(papers, False),  # noqa: FBT003
    "star": lambda marks, papers: marks.set_starred(papers, True),  # noqa: FBT003
    "unstar": lambda marks, papers: marks.set_starred(papers, False),  # noqa: FBT003
    "queue": lambda marks, papers: marks.set_queued(papers, True),  # noqa: FBT003
    "unqueue": lambda marks, papers: marks.set_queued(papers, False),  # noqa: FBT003
}


@click.command("mark")
@click.argument(
    "action", metavar="ACTION", type=click.Choice([*_ACTIONS, "note", "tag", "untag"])
)
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@click.option(
    "--in",
    "paths",
    multiple=True,
    metavar="PATH",
    help="Digests to look papers up in; by default the configured ones.",
)
@click.option("--text", help="What to note; without it, standard input.")
@click.option("-t", "--tag", "tags", multiple=True, help="A tag; may be repeated.")
def command(
    *,
    action: str,
    keys: tuple[str, ...],
    paths: tuple[str, ...],
    text: str | None,
    tags: tuple[str, ...],
) -> int:
    """Mark papers, and end when that is on disk.

    ACTION is read, unread, star, unstar, queue, unqueue, note, tag or untag.

    KEY is an arXiv id or address, any other address, a key as `tuireader list --format
    jsonl` shows it, or the title of a paper in the digests. A single - takes keys from
    standard input, a line each. A paper that is in no digest is marked all the same,
    and found once it is.
    """
    _check(action, keys, text, tags)
    state = open_state()
    finder = _Finder(state, paths)
    papers = [finder.paper(key) for key in _named(keys)]
    try:
        change = _apply(finder.marks, action, papers, _words(action, text, tags))
        finder.marks.tidy()
    except StateError as error:
        raise CommandError(str(error)) from error
    sys.stdout.write(f"{change.words if change else 'nothing to change'}\n")
    return 0


def _check(
    action: str, keys: Sequence[str], text: str | None, tags: Sequence[str]
) -> None:
    if (text is not None) != (action == "note") and action != "note":
        raise UsageError(f"--text is for `note`, not for `{action}`")
    if bool(tags) != (action in {"tag", "untag"}):
        need = "needs" if action in {"tag", "untag"} else "takes no"
        raise UsageError(f"`mark {action}` {need} --tag")
    if action == "note" and "-" in keys and text is None:
        raise UsageError("standard input cannot be both keys and note: use --text")


def _named(keys: Sequence[str]) -> Iterable[str]:
    for key in keys:
        if key == "-":
            yield from filter(None, map(str.strip, sys.stdin))
        else:
            yield key


def _words(action: str, text: str | None, tags: Sequence[str]) -> Sequence[str]:
    if action == "note":
        return [sys.stdin.read() if text is None else text]
    return tags


def _apply(
    marks: Marks, action: str, papers: Papers, words: Sequence[str]
) -> Change | None:
    if action == "tag":
        return marks.add_tags(papers, words)
    if action == "untag":
        return marks.remove_tags(papers, words)
    if action == "note":
        changes = [marks.set_note(paper, words[0]) for paper in papers]
        return next(filter(None, changes), None)
    return _ACTIONS[action](marks, papers)


class _Finder:
    """Finds papers in the digests, which are read anew if one is not among them."""

    def __init__(self, state: State, named: Sequence[str]) -> None:
        self._loader: Loader | None = None
        self._is_fresh = False
        if named or read_settings().paths:
            try:
                self._loader = Loader(find_sources(named).paths, state=state)
            except LibraryError as error:
                raise CommandError(str(error)) from error
        self._library = self._loader.cached() if self._loader else None
        self.marks = self._library.marks if self._library else Marks(state)

    def paper(self, text: str) -> Identified:
        """Return the paper that `text` means.

        Raises:
            UsageError: It is no key, and no title that is here.
        """
        key = named_key(text)
        title = f"title:{title_key(text)}"
        if found := self._find(key or title):
            return found
        if key is None:
            where = "" if self._loader else " (no digests were named: use --in PATH)"
            raise UsageError(f"{text!r} is no arXiv id, address, key or title{where}")
        if self._loader:
            complain(f"{sanitise(key)} is in no digest here; marked all the same")
        return Unlisted((key,))

    def _find(self, key: str) -> Identified | None:
        if self._library is not None and (found := _listed(self._library, key)):
            return found
        if self._loader is None or self._is_fresh:
            return None
        self._is_fresh = True
        try:
            self._library = self._loader.refresh().library
        except LibraryError as error:
            raise CommandError(str(error)) from error
        self.marks = self._library.marks
        return _listed(self._library, key)


def _listed(library: Library, key: str) -> Identified | None:
    row = library.row_of(key)
    return None if row is None else library.paper_at(row)
