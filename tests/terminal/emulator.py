"""What a terminal makes of a program's output: pyte, with its gaps filled."""

import re

import pyte

# pyte prints what it does not know. These it does not: strings for the terminal (OSC,
# DCS, APC, PM), and control sequences with a private prefix or an intermediate byte
# (keyboard protocol, requests for modes).
_UNKNOWN = re.compile(
    rb"\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[[<=>][0-?]*[@-~]"
    rb"|\x1b\[[0-?]*[ -/]+[@-~]"
    rb"|\x1b\[\?[0-?]*[^hl0-?]"
    rb"|\x1b\[[0-9;]*[tu]"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")


class Emulator:
    """A screen of cells, and the modes that were switched on.

    Attributes:
        modes: Private modes (DECSET) and whether each was last switched on.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self.modes: dict[int, bool] = {}

    @property
    def columns(self) -> int:
        """Cells of a row."""
        return int(self._screen.columns)

    @property
    def rows(self) -> list[list[str]]:
        """Every row as its cells; a wide character is followed by an empty cell."""
        buffer, cells = self._screen.buffer, range(self._screen.columns)
        return [[buffer[y][x].data for x in cells] for y in range(self._screen.lines)]

    @property
    def lines(self) -> list[str]:
        """Every row as text, without its trailing blanks."""
        return ["".join(row).rstrip() for row in self.rows]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def feed(self, data: bytes) -> None:
        """Take what the program wrote; it may end in the middle of a sequence."""
        data = self._held + data
        self._held = b""
        if unfinished := _UNFINISHED.search(data):
            self._held = unfinished.group()
            data = data[: unfinished.start()]
        for found in _MODE.finditer(data):
            for mode in found.group(1).split(b";"):
                self.modes[int(mode)] = found.group(2) == b"h"
        self._stream.feed(_UNKNOWN.sub(b"", data))

    def resize(self, columns: int, rows: int) -> None:
        """Change the number of cells."""
        self._screen.resize(rows, columns)
