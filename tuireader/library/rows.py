"""What stands in each row of a library."""

from collections.abc import Iterator
from itertools import compress

from tuireader.domain.events import PaperState
from tuireader.domain.paper import Paper
from tuireader.library.counted import Counted
from tuireader.query.marked import Marked


class Rows(Counted):
    """Papers of a shelf by their rows, which begin at 0."""

    def __len__(self) -> int:
        return len(self._papers)

    def key_at(self, row: int) -> str:
        """Return the strongest key of the paper in a row."""
        return self._shelf.papers.key(self._papers[row])

    def title_at(self, row: int) -> str:
        """Return the title of the paper in a row."""
        return self._shelf.papers.title(self._entry(self._papers[row]))

    def tags_at(self, row: int) -> tuple[str, ...]:
        """Return the tags of the paper in a row, as the digests write them."""
        number = self._papers[row]
        return self._shelf.papers.tags(number, self._entry(number))

    def date_at(self, row: int) -> str:
        """Return the day a row is listed under, or an empty string."""
        return self._shelf.catalogue.dates[self._entry(self._papers[row])]

    def paper_at(self, row: int) -> Paper:
        """Return the paper in a row; it is made now and not kept."""
        number = self._papers[row]
        return self._shelf.papers.paper(number, self._entry(number))

    def state_at(self, row: int) -> PaperState:
        """Return the state of the paper in a row."""
        return self._shelf.overlay.state(self._papers[row])

    def unread_flags(self) -> bytes:
        """Return a 1 for each row whose paper is unread, else a 0."""
        flags = self._shelf.overlay.flags("unread")
        if isinstance(self._papers, range):
            return flags
        if isinstance(self._papers, Marked):
            return bytes(compress(flags, self._papers.marks))
        return bytes(map(flags.__getitem__, self._papers))

    def listed_papers(self) -> Iterator[Paper]:
        """Yield the listed papers in their order."""
        return map(self.paper_at, range(len(self)))

    def row_of(self, key: str) -> int | None:
        """Return the row of the paper that answers to `key`, if it is listed."""
        number = self._shelf.by_key.get(key)
        return None if number is None else self._row(number)

    def row_of_note(self, name: str) -> int | None:
        """Return the row of a paper that the file called `name` presents, if listed."""
        number = self._shelf.presented_by(name)
        return None if number is None else self._row(number)

    def number_at(self, row: int) -> int:
        """Return the number of the paper in a row."""
        return self._papers[row]

    def _row(self, number: int) -> int | None:
        if isinstance(self._papers, range):
            return number
        try:
            return self._papers.index(number)  # quicker than a dict that is used once
        except ValueError:
            return None
