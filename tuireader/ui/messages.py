"""What the parts of the screen tell upward."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.library.tally import StateCounts
from tuireader.query import Query

if TYPE_CHECKING:
    from tuireader.query.complete import Completion


class Painted(Message):
    """The reader's screen was painted for the first time."""


class PaperChosen(Message):
    """Enter or a double click on a paper: the reader wants to read it."""


@dataclass(eq=False, repr=False)
class FilterTyped(Message):
    """The text of the filter line changed under the reader's fingers."""

    text: str


@dataclass(eq=False, repr=False)
class FilterClosed(Message):
    """The reader left the filter line."""

    text: str
    """What the filter is to be now: as typed, or as it was before."""
    kept: bool = True
    """Whether it is as typed."""


@dataclass(eq=False, repr=False)
class CompletionChosen(Message):
    """The filter is to go on with a completion that was clicked."""

    completion: "Completion"


class FilterWanted(Message):
    """The reader clicked the filter line, to type there."""


@dataclass(eq=False, repr=False)
class FilterEdited(Message):
    """The filter is to be changed."""

    edit: Callable[[Query], Query]
    """Makes of what was asked for last, shown or not, what is to be asked."""


@dataclass(eq=False, repr=False)
class TagChosen(Message):
    """A tag is to be required or excluded, or no longer if it was."""

    tag: str
    exclude: bool = False


@dataclass(eq=False, repr=False)
class DateChosen(Message):
    """A year, month or day is to be required, or no longer if it was."""

    date: str
    """`2024`, `2024-08` or `2024-08-30`."""


@dataclass(eq=False, repr=False)
class MonthChosen(Message):
    """The list is to show the papers of a month; the filter stays."""

    month: str
    """`2024-08`."""


class EverythingChosen(Message):
    """The filter is to be empty."""


@dataclass(eq=False, repr=False)
class LinkRequested(Message):
    """The reader wants something of a paper copied or opened."""

    paper: Paper
    library: Library
    """The library that `paper` was taken from."""
    purpose: str
    """`copy`, `open` or `pdf`; `many-…` is about `papers`."""
    papers: Iterable[Paper] = ()
    """Papers that something is copied of together; made as they are asked for."""


@dataclass(eq=False, repr=False)
class ExportRequested(Message):
    """The reader wants papers written to a file."""

    papers: Iterable[Paper]
    """Made as they are asked for."""
    library: Library
    """The library that they are of."""
    path: str
    """As typed; its end says in which form."""


@dataclass(eq=False, repr=False)
class SavedChosen(Message):
    """A saved search is to be the filter."""

    name: str


@dataclass(eq=False, repr=False)
class Notice(Message):
    """A line for the reader at the bottom of the screen."""

    text: str
    severity: str = "information"
    """`information`, `warning` or `error`."""
    subject: str = ""
    """What the text is about, such as an address: said before it, cut before it is."""
    waits: bool = False
    """Whether it comes after the messages before it, since no key asked for it."""


@dataclass(eq=False, repr=False)
class Marked(Message):
    """The state of papers changed, and is on disk."""

    words: str
    """What to say of it; empty if nobody asked for it."""


@dataclass(eq=False, repr=False)
class StatesCounted(Message):
    """The listed papers were counted by their state."""

    library: Library
    """What is listed."""
    counts: StateCounts


Send = Callable[[str], object]
"""Writes a text to the terminal's clipboard (OSC 52), on the screen's thread."""


class Links(Protocol):
    """Deals with what leaves the program; called off the screen's thread."""

    def handle(self, request: LinkRequested, send: Send) -> Notice:
        """Do what is asked and return what to tell the reader.

        Args:
            request: Which paper, and what to do with its link.
            send: Writes a text to the terminal's clipboard.
        """
