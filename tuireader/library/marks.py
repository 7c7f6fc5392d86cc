"""What a reader does with papers: marks, kept on disk before they are acknowledged."""

from collections.abc import Iterable, Sequence

from tuireader.domain.events import NOTE, QUEUE, READ, STAR, TAG, Keys, Value, value_in
from tuireader.domain.identity import canonical_tag
from tuireader.domain.paper import Identified
from tuireader.library.history import Change, History
from tuireader.library.queueing import appended, moved
from tuireader.library.standing import Standing
from tuireader.store.registers import Registers
from tuireader.store.state import State, Wish
from tuireader.text import sanitise


class Marks(Standing):
    """The state as it applies to one library, and the ways to change it.

    Each writes, and waits for the disk and perhaps for another program: call it in a
    worker. It returns None if there is nothing to change, and raises `StateError` if
    that cannot be kept; then nothing has changed.
    """

    def __init__(self, state: State | None = None, name: str = "") -> None:
        """Take what `Standing` takes."""
        super().__init__(state, name)
        self._history = History(self._state, self._tell)

    def set_read(self, papers: Sequence[Identified], read: bool) -> Change | None:  # noqa: FBT001
        """Mark papers read or unread."""
        changed = [p.keys for p in papers if self._reading(p) is not read]
        words = "marked read" if read else "marked unread"
        return self._put(words, READ, read, changed)

    def set_starred(self, papers: Sequence[Identified], starred: bool) -> Change | None:  # noqa: FBT001
        """Star papers, or no longer."""
        changed = [p.keys for p in papers if self.state_of(p).starred != starred]
        return self._put("starred" if starred else "unstarred", STAR, starred, changed)

    def set_queued(self, papers: Sequence[Identified], queued: bool) -> Change | None:  # noqa: FBT001
        """Put papers at the end of the queue, or take them out of it."""
        if queued:
            keys = [paper.keys for paper in papers]
            return self._history.change("queued", lambda found: appended(keys, found))
        changed = [p.keys for p in papers if self.state_of(p).queue is not None]
        return self._put("taken out of the queue", QUEUE, None, changed)

    def move_in_queue(self, paper: Identified, by: int) -> Change | None:
        """Move a paper down in the queue, or up if `by` is negative."""
        return self._history.change(
            "moved in the queue", lambda found: moved(paper.keys, by, found), papers=1
        )

    def set_note(self, paper: Identified, text: str) -> Change | None:
        """Note something about a paper, in place of what is noted, or nothing."""
        note = sanitise(text).strip()
        if note == self.state_of(paper).note:
            return None
        words = "noted" if note else "note removed"
        return self._put(words, NOTE, note or None, [paper.keys])

    def add_tags(
        self, papers: Sequence[Identified], names: Iterable[str]
    ) -> Change | None:
        """Give papers tags of the reader's own, with or without `#`."""
        tags = {canonical_tag(tag): tag for tag in map(_tag, names)}
        wishes = [(f"{TAG}{kind}", label) for kind, label in tags.items() if kind]
        words = "tagged " + " ".join(f"#{label}" for _kind, label in wishes)
        return self._tag(words, wishes, papers)

    def remove_tags(
        self, papers: Sequence[Identified], names: Iterable[str]
    ) -> Change | None:
        """Take tags of the reader's own away; those of the digests stay."""
        tags = {canonical_tag(tag): tag for tag in map(_tag, names)}
        wishes = [(f"{TAG}{kind}", None) for kind in tags if kind]
        words = "no longer tagged " + " ".join(f"#{label}" for label in tags.values())
        return self._tag(words, wishes, papers)

    def undo(self) -> Change | None:
        """Undo the last change that is not undone yet."""
        return self._history.undo()

    def redo(self) -> Change | None:
        """Do again what was undone last."""
        return self._history.redo()

    def queue(self) -> tuple[Keys, ...]:
        """Return the keys of each queued paper, in order."""
        return tuple(self._state.queue())

    def refresh(self) -> bool:
        """Take what other programs changed, and tell whether there was anything."""
        found = self._state.refresh()
        self._tell()
        return found

    def tidy(self) -> None:
        """Put what was changed where it is read faster, once that is worth it.

        Raises:
            StateError: It cannot be written; nothing is lost.
        """
        self._state.tidy()

    def _reading(self, paper: Identified) -> bool | None:
        """Return whether a paper is read; None if it is not listed and nobody said."""
        if not paper.appearances and READ not in self._state.fields(paper.keys):
            return None
        return self.state_of(paper).read

    def _tag(
        self,
        words: str,
        wishes: Sequence[tuple[str, str | None]],
        papers: Sequence[Identified],
    ) -> Change | None:
        def decide(found: Registers) -> list[Wish]:
            return [
                Wish(kind, label, changed)
                for kind, label in wishes
                if (changed := _others(kind, label, papers, found))
            ]

        return self._history.change(words, decide)

    def _put(
        self, words: str, kind: str, value: Value, papers: Sequence[Keys]
    ) -> Change | None:
        if not papers:
            return None
        return self._history.change(words, lambda _: [Wish(kind, value, tuple(papers))])


def _tag(name: str) -> str:
    """Return a tag as it is kept: one word without `#`."""
    return "-".join(sanitise(name).strip().lstrip("#").split())


def _others(
    kind: str, label: str | None, papers: Sequence[Identified], found: Registers
) -> tuple[Keys, ...]:
    """Return the keys of papers that are not tagged so."""
    return tuple(
        paper.keys
        for paper in papers
        if (value_in(found.fields(paper.keys), kind) is None) != (label is None)
    )
