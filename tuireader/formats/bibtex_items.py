"""The items of a bibliography in BibTeX's notation, and their fields."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ITEM = re.compile(
    r"^[ \t]{0,8}@(?P<kind>[A-Za-z]{3,20})[ \t]{0,8}\{\s{0,8}"
    r"(?P<key>[^\s,{}=]{1,200}),",
    re.MULTILINE,
)
_NO_PAPERS = frozenset(("comment", "string", "preamble"))
_FIELD = re.compile(r"[\s,]{0,200}([A-Za-z][\w-]{0,40})\s{0,9}=\s{0,9}")
_BARE = re.compile(r"[^\s,{}\"#]{1,400}")
_JOINT = re.compile(r"\s{0,20}#\s{0,20}")
_MARK = re.compile(r"\\.|[{}\"]", re.DOTALL)
_LONGEST_VALUE = 65_536
_MOST_FIELDS = 100


class Item(NamedTuple):
    """One item: `@article{key, title = {…}, …}`."""

    key: str
    fields: dict[str, str]
    """Values as written, on one line, by names in lower case."""
    line: int


def first_item(text: str) -> "re.Match[str] | None":
    """Return where the first item of a text begins, if there is one."""
    return _ITEM.search(text)


def items_of(text: str) -> Iterator[Item]:
    """Yield the items of a bibliography, in order.

    Args:
        text: The bibliography.
    """
    end = counted = 0
    line = 1
    for match in _ITEM.finditer(text):
        if match.start() < end or match["kind"].lower() in _NO_PAPERS:
            continue
        fields, end = _fields(text, match.end())
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield Item(match["key"], fields, line)


def _fields(text: str, at: int) -> tuple[dict[str, str], int]:
    """Return the fields that begin at `at`, and where they end."""
    fields: dict[str, str] = {}
    while len(fields) < _MOST_FIELDS and (name := _FIELD.match(text, at)):
        value, at = _value(text, name.end())
        fields.setdefault(name[1].lower(), " ".join(value.split()))
    return fields, at


def _value(text: str, at: int) -> tuple[str, int]:
    """Return the value at `at`, of parts that `#` joins, and where it ends."""
    parts: list[str] = []
    while True:
        if text[at : at + 1] in {"{", '"'}:
            end = _closed(text, at)
            parts.append(text[at + 1 : end])
            at = end + 1
        elif bare := _BARE.match(text, at):
            parts.append(bare[0])
            at = bare.end()
        joint = _JOINT.match(text, at)
        if not joint:
            return "".join(parts), at
        at = joint.end()


def _closed(text: str, at: int) -> int:
    """Return where the value ends that begins with the brace or quote at `at`."""
    quoted, depth = text[at] == '"', 0
    last = min(len(text), at + _LONGEST_VALUE)
    for match in _MARK.finditer(text, at + 1, last):
        mark = match[0]
        if mark == "{":
            depth += 1
        elif mark == "}" and depth:
            depth -= 1
        elif (mark == "}" and not quoted) or (mark == '"' and quoted and not depth):
            return match.start()
    return last
