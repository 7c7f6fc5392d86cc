"""The foot of a vault note: its tags, its wikilinks, perhaps its address."""

from tuireader.domain.entry import Problem
from tuireader.formats.draft import Draft
from tuireader.formats.hashtags import leading_tags, trailing_tags
from tuireader.formats.links import wikilinks_in
from tuireader.formats.plain_links import lone_link

_LONGEST_STRAY = 24


class NoteFoot:
    """Follows what the lines being read tell at a note's end.

    Attributes:
        in_links: Whether they stand below a heading of links.
        tags_at: How many paragraphs stand above the paper's tags, or -1.
    """

    __slots__ = ("_draft", "_problems", "in_links", "tags_at")

    def __init__(self, draft: Draft, problems: list[Problem]) -> None:
        self._draft = draft
        self._problems = problems
        self.in_links = False
        self.tags_at = -1

    def take_tags(self, tags: tuple[str, ...], rest: str, at: int) -> None:
        """Take the tags of a line, above which all text has become paragraphs.

        Args:
            tags: The tags.
            rest: What stands behind them, which nobody reads.
            at: Index of the line in the note.
        """
        self._draft.add_tags(tags)
        self.in_links = False
        if self.tags_at < 0:
            self.tags_at = len(self._draft.paragraphs)
        if rest:
            what = f"text behind the tags: {rest}"
            self._problems.append(Problem(at + 1, what, "left out"))

    def take_wikilinks(self, line: str) -> bool:
        """Take the wikilinks of a line; say whether it is nothing else, at the foot."""
        targets, only = wikilinks_in(line)
        self._draft.wikilinks += targets
        return only and (self.in_links or self.tags_at >= 0)

    def finish(self) -> None:
        """Give the paper what its last paragraph tells."""
        _own_last(self._draft)
        _end_with_tags(self._draft, self.tags_at)


def line_of_tags(line: str) -> tuple[tuple[str, ...], str] | None:
    """Return the tags of a line and what little stands behind them; None if it is text.

    Args:
        line: A line that begins with a hash.
    """
    tags, rest = leading_tags(line)
    if not tags or (rest and (len(tags) == 1 or len(rest) > _LONGEST_STRAY)):
        return None
    return tags, rest


def _own_last(draft: Draft) -> None:
    """Take the address that a note ends with, if the paper has none and has authors.

    Args:
        draft: A paper that was read to its end.
    """
    if draft.url is not None or not draft.authors or not draft.paragraphs:
        return
    link = lone_link(draft.paragraphs[-1].text)
    if link and link.arxiv_id:
        draft.own(link.url)
        del draft.paragraphs[-1]


def _end_with_tags(draft: Draft, tags_at: int) -> None:
    """Take what tags tell at the end: of a translation, or that a sentence has them.

    Args:
        draft: A paper that was read to its end.
        tags_at: How many paragraphs stand above its tags, or -1.
    """
    if tags_at >= 0:
        draft.mark_translation(tags_at)
    elif draft.paragraphs and not draft.tags:
        # Notes of some years end their last sentence with the tags.
        draft.add_tags(trailing_tags(draft.paragraphs[-1].text))
