"""What a program told a terminal besides text: every control in its output."""

import base64
import re
from collections import Counter

_CONTROL = re.compile(
    rb"\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b(?P<string>[PX^_k])[^\x1b]*\x1b\\"
    rb"|\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    rb"|\x1b(?P<short>[ -/]*[0-~])"
    rb"|(?P<lone>\x1b)"
)
# C0 but for the line feed and return of the shell, DEL, C1, directions, invisible
# characters, line separators, annotations, tags.
_NOT_TEXT = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060\u2065-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_STRANGE_RUN = re.compile("[\u0300-\u036f]{17}")


class Capture:
    """The output of a program, told apart into controls and text.

    Attributes:
        kinds: Each kind of control and how often it was sent: final bytes of control
            sequences with their private marks, numbers of modes and of OSC.
        text: All that is left.
        clipboard: What OSC 52 was sent for.
    """

    def __init__(self, raw: bytes) -> None:
        self.kinds: Counter[str] = Counter()
        self.clipboard: list[str] = []
        self.text = _CONTROL.sub(self._count, raw).decode("utf-8", "strict")

    @property
    def faults(self) -> list[str]:
        """What is among the text that no terminal may be sent."""
        found = [f"U+{ord(each):04X}" for each in set(_NOT_TEXT.findall(self.text))]
        if _STRANGE_RUN.search(self.text):
            found.append("more than 16 combining marks on one letter")
        return found

    def _count(self, found: re.Match[bytes]) -> bytes:
        match found.lastgroup:
            case "osc":
                number, _, rest = found["osc"].partition(b";")
                self.kinds[f"OSC {number.decode()}"] += 1
                if number == b"52":
                    self.clipboard.append(_decoded(rest))
            case "csi":
                self.kinds["CSI " + _kind(found["csi"].decode())] += 1
            case kind:
                self.kinds[f"{kind} {found[kind or 0]!r}"] += 1
        return b""


def _kind(sequence: str) -> str:
    """Return what tells sequences apart: not the place or colour, but the mode."""
    if sequence[-1] in "hl":
        return sequence
    return sequence[:1].strip("0123456789;") + sequence.lstrip("0123456789;?<=>")


def _decoded(rest: bytes) -> str:
    _, _, data = rest.partition(b";")
    return base64.b64decode(data).decode("utf-8", "replace")
