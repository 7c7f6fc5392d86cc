"""The long texts of an entry as one string: stored together, read at once."""

from tuireader.domain.entry import Entry, Paragraph
from tuireader.domain.paper import Body
from tuireader.store.records import RecordError
from tuireader.text import sanitise

# Between bodies, the parts of one, and the values of a part: group, record and unit
# separator, as ASCII means them. Safe text holds none of them.
BETWEEN, PART, _ITEM = "\x1d", "\x1e", "\x1f"
_LISTS = 3
"""Parts of a body before its texts: marks of the paragraphs, references, wikilinks."""


def body_bytes(entry: Entry) -> bytes:
    """Return the long texts of `entry` as they are stored: marks, lists, then texts.

    The texts come last, abstract first, so that a search takes them without parsing.
    """
    _, _, _, abstract, said, _, _, _, references, wikilinks, _, _ = entry
    texts = [text for text, _, _ in said]
    loose = "".join([abstract, *texts, *references, *wikilinks])
    if PART in loose or _ITEM in loose or BETWEEN in loose:
        return body_bytes(_safe_entry(entry))
    marks = [f"{word}+" if again else f"{word}-" for _, word, again in said]
    lists = _ITEM.join(marks), _ITEM.join(references), _ITEM.join(wikilinks)
    return PART.join([*lists, abstract, *texts]).encode("utf-8", "replace")


def _safe_entry(entry: Entry) -> Entry:
    """Return `entry` without separators, which a careless format may let through."""
    return entry._replace(
        abstract=sanitise(entry.abstract),
        commentary=tuple(p._replace(text=sanitise(p.text)) for p in entry.commentary),
        references=tuple(map(sanitise, entry.references)),
        wikilinks=tuple(map(sanitise, entry.wikilinks)),
    )


def parse_body(body: bytes, *, whole: bool = True) -> Body:
    """Return the long texts that `body_bytes` joined, made safe again.

    Args:
        body: The bytes.
        whole: Whether they are all there are; else the last paragraph says so.

    Raises:
        RecordError: The bytes are none that `body_bytes` returns.
    """
    try:
        parts = body.decode("utf-8", "strict" if whole else "ignore").split(PART)
    except UnicodeDecodeError as error:
        raise RecordError("a body that is no text") from error
    if not whole:
        parts = _completed(parts)
    if len(parts) < _LISTS + 1:
        raise RecordError("a body without its parts")
    marks, references, wikilinks = (_items(part) for part in parts[:_LISTS])
    abstract, *paragraphs = map(sanitise, parts[_LISTS:])
    if len(marks) != len(paragraphs):
        raise RecordError("a paragraph without its language")
    commentary = tuple(
        Paragraph(text, mark[:-1], mark.endswith("+"))
        for text, mark in zip(paragraphs, marks, strict=True)
    )
    return Body(abstract, commentary, references, wikilinks)


def _completed(parts: list[str]) -> list[str]:
    """Return the parts of a body that was cut as those of a whole one."""
    parts += [""] * (_LISTS + 1 - len(parts))
    abstract, *paragraphs = parts[_LISTS:]
    marks = parts[0].split(_ITEM)[: len(paragraphs)]
    paragraphs = paragraphs[: len(marks)]
    return [
        _ITEM.join([*marks, "en-"]), parts[1], parts[2], abstract, *paragraphs,
        "(There is more of this text in the file than can be shown.)",
    ]  # fmt: skip


def texts_of_body(text: str) -> str:
    """Return the texts of a body, `PART` between abstract and paragraphs, unchecked."""
    return text.split(PART, _LISTS)[-1]


def _items(part: str) -> tuple[str, ...]:
    return tuple(map(sanitise, part.split(_ITEM))) if part else ()
