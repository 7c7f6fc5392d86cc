"""The filters that were typed, kept from one run to the next."""

from collections.abc import Sequence
from pathlib import Path

from tuireader.store.atomic import write_files
from tuireader.text import sanitise

FILE = "filters.txt"
MOST = 200
"""Filters that are kept."""
_LONGEST = 1_000
"""Characters of a filter that is kept: a page pasted by mistake is not."""
_BYTES = 1 << 20
"""What is read of the file, which anybody may have written."""


class FilterHistory:
    """Filters in the order in which they were last typed, each once."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in a file of `folder`, or without one in memory alone."""
        self._folder = folder
        self._known: tuple[str, ...] | None = None

    @property
    def texts(self) -> Sequence[str]:
        """The filters, the last one last; read when first asked for.

        Raises:
            OSError: The file is there and cannot be read.
        """
        if self._known is None:
            self._known = self._read()
        return self._known

    def add(self, text: str) -> None:
        """Remember a filter as the last one.

        What another program remembered meanwhile stays.

        Raises:
            OSError: It could not be written; it is remembered for this run.
        """
        text = " ".join(sanitise(text).split())
        if not text or len(text) > _LONGEST:
            return
        self._known = self._with(self.texts, text)
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        self._known = self._with(self._read(), text)
        lines = "".join(f"{known}\n" for known in self._known)
        write_files(self._folder, {FILE: lines.encode()})

    def _with(self, texts: Sequence[str], text: str) -> tuple[str, ...]:
        return (*(known for known in texts if known != text), text)[-MOST:]

    def _read(self) -> tuple[str, ...]:
        if self._folder is None:
            return self._known or ()
        try:
            with (self._folder / FILE).open("rb") as file:
                content = file.read(_BYTES).decode("utf-8", "replace")
        except FileNotFoundError:
            return ()
        lines = (" ".join(sanitise(line).split()) for line in content.split("\n"))
        return tuple(dict.fromkeys(filter(None, lines)))[-MOST:]
