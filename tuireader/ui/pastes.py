"""Pasted texts in what a terminal sends, which comes in pieces cut anywhere."""

ESCAPE = "\x1b"
BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a pasted text ("bracketed paste", of xterm)."""


class Pastes:
    """Takes the escape characters out of pasted texts."""

    def __init__(self) -> None:
        self._pasting = False
        self._before = ""
        """The last of what went by, which may be the first of `BEGIN`."""
        self._held = ""
        """What may be the first of `END`."""

    def cleaned(self, data: str) -> str:
        """Return `data`, what is pasted in it without escapes; its end may come later.

        Args:
            data: What came from the terminal after that of the call before.
        """
        done = []
        while data:
            part, data = self._pasted(data) if self._pasting else self._typed(data)
            done.append(part)
        return "".join(done)

    def _typed(self, data: str) -> tuple[str, str]:
        """Return what comes before a pasted text, and what is left."""
        seen = self._before + data
        at = seen.find(BEGIN)
        if at < 0:  # nothing is held: a lone escape is a key, and told by its pause
            self._before = seen[1 - len(BEGIN) :]
            return data, ""
        cut = at + len(BEGIN) - len(self._before)
        self._pasting, self._before = True, ""
        return data[:cut], data[cut:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """Return what is pasted, with its end if that is here, and what is left."""
        data, self._held = self._held + data, ""
        text, end, rest = data.partition(END)
        if not end:
            begun = (END[:size] for size in range(len(END) - 1, 0, -1))
            self._held = next(filter(data.endswith, begun), "")
            text = data.removesuffix(self._held)
        self._pasting = not end
        return text.replace(ESCAPE, "") + end, rest
