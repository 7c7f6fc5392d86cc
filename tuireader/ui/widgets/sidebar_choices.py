"""What the reader wants who chooses a line of the sidebar."""

from textual.message import Message

from tuireader.ui.messages import (
    DateChosen,
    EverythingChosen,
    FilterEdited,
    SavedChosen,
    TagChosen,
)
from tuireader.ui.widgets.sidebar_rows import ALL, Row, author_clause
from tuireader.ui.widgets.state_rows import STATE, toggled_state


def wish_of(row: Row) -> Message | None:
    """Return the wish to require what a line names, or to let it go.

    Returns:
        None for a line that is a heading.
    """
    wish: Message | None = None
    match row.kind:
        case "tag":
            wish = TagChosen(row.key)
        case "date":
            wish = DateChosen(row.key)
        case "author":
            wish = _toggled(author_clause(row.key))
        case "saved":
            wish = SavedChosen(row.key)
        case kind if kind == STATE:
            wish = FilterEdited(lambda asked: toggled_state(asked, row.key))
        case kind if kind == ALL:
            wish = EverythingChosen()
    return wish


def exclusion_of(row: Row) -> Message | None:
    """Return the wish to exclude what a line names, or no longer, if it can be."""
    match row.kind:
        case "tag":
            return TagChosen(row.key, exclude=True)
        case "date":
            return _toggled(f"-date:{row.key}")
        case "author":
            return _toggled(author_clause(row.key, exclude=True))
    return None


def _toggled(clause: str) -> FilterEdited:
    return FilterEdited(lambda asked: asked.toggled(clause))
