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


def body_text(entry: Entry) -> str:
    """Return the long texts of `entry` as one string: marks, lists, then the texts.

    The texts come last, abstract first, so that a search takes them without parsing.
    """
    said = entry.commentary
    joined = _joined(entry)
    items = len(entry.references) + len(entry.wikilinks) + len(said)
    items -= bool(entry.references) + bool(entry.wikilinks) + bool(said)
    if (
        joined.count(PART) == _LISTS + len(said)
        and joined.count(_ITEM) == items
        and BETWEEN not in joined
    ):
        return joined
    return _joined(_safe_entry(entry))


def _joined(entry: Entry) -> str:
    said = entry.commentary
    return PART.join(
        [
            _ITEM.join(
                [par.language + ("+" if par.translation else "-") for par in said]
            ),
            _ITEM.join(entry.references),
            _ITEM.join(entry.wikilinks),
            entry.abstract,
            *[par.text for par in said],
        ]
    )


def _safe_entry(entry: Entry) -> Entry:
    """Return `entry` without separators, which a careless format may let through."""
    return entry._replace(
        abstract=sanitise(entry.abstract),
        commentary=tuple(p._replace(text=sanitise(p.text)) for p in entry.commentary),
        references=tuple(map(sanitise, entry.references)),
        wikilinks=tuple(map(sanitise, entry.wikilinks)),
    )


def parse_body(text: str) -> Body:
    """Return the long texts that `body_text` joined, made safe again.

    Raises:
        RecordError: The text is not one that `body_text` returns.
    """
    parts = text.split(PART)
    if len(parts) < _LISTS + 1:
        raise RecordError("a body without its parts")
    marks, references, wikilinks = (_items(part) for part in parts[:_LISTS])
    abstract, *paragraphs = parts[_LISTS:]
    if len(marks) != len(paragraphs):
        raise RecordError("a paragraph without its language")
    return Body(
        sanitise(abstract),
        tuple(
            Paragraph(sanitise(par), mark[:-1], mark.endswith("+"))
            for par, mark in zip(paragraphs, marks, strict=True)
        ),
        references,
        wikilinks,
    )


def texts_of_body(text: str) -> str:
    """Return the texts of a body, `PART` between abstract and paragraphs, unchecked."""
    return text.split(PART, _LISTS)[-1]


def _items(part: str) -> tuple[str, ...]:
    return tuple(map(sanitise, part.split(_ITEM))) if part else ()
