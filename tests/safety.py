"""What text may reach a terminal, judged without the program's own sanitiser."""

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

from tuireader.domain.entry import Digest

_CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Of the format characters (Cf) only these may stay: joiners and soft hyphens, signs
# that belong to a script, and the invisible operators of formulas.
_HARMLESS = frozenset(
    map(
        chr,
        [
            0xAD, 0x200C, 0x200D, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891,
            0x8E2, *range(0x2061, 0x2065), 0x110BD, 0x110CD, *range(0x13430, 0x13440),
            *range(0x1BCA0, 0x1BCA4),
        ],
    )
)  # fmt: skip
_HIDDEN = re.compile("[\ufeff\ufff0-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]")
_MOST = 20
"""Characters in a row that take no cell, more than any script needs."""


def faults(text: str) -> set[str]:
    """Return what is in `text` that no terminal may be sent; nothing, as a rule."""
    found = {f"U+{ord(char):04X}" for char in set(text) if _acts(char)}
    found |= {f"U+{ord(char):04X}" for char in _HIDDEN.findall(text)}
    if not unicodedata.is_normalized("NFC", text):
        found.add("not in NFC")
    if any(run > _MOST for run in _runs(text)):
        found.add("a pile of characters in one cell")
    return found


def texts_of(digest: Digest) -> Iterator[str]:
    """Yield every text that a digest holds."""
    yield from (digest.source, digest.format, digest.reason, digest.encoding)
    for problem in digest.problems:
        yield from (problem.what, problem.done)
    for entry in digest.entries:
        yield from (entry.title, entry.abstract, entry.section, entry.date or "")
        yield from (entry.url or "", entry.arxiv_id or "")
        yield from entry.authors + entry.tags + entry.references + entry.wikilinks
        for paragraph in entry.commentary:
            yield from (paragraph.text, paragraph.language)


def _acts(char: str) -> bool:
    category = unicodedata.category(char)
    if category in _CONTROLS:
        return char not in "\n\t"
    return category == "Cf" and char not in _HARMLESS


def _runs(text: str) -> Iterator[int]:
    run = 0
    for char in text:
        if char in "\n\t" or cell_len(char):
            yield run
            run = 0
        else:
            run += 1
    yield run
