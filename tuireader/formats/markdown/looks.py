"""Text without the name of a field, read by its looks and its place."""

import re

from tuireader.formats.dates import date_of_line
from tuireader.formats.hashtags import tags_of_line, trailing_tags
from tuireader.formats.markdown.bars import JOINTS, is_link_bar
from tuireader.formats.markdown.blocks import (
    BOLD,
    CODE,
    ITALIC,
    Run,
    cut,
    markdown,
    plain,
)
from tuireader.formats.markdown.bylines import cited, names_in, without_by
from tuireader.formats.markdown.cleaning import clean, is_title
from tuireader.formats.markdown.dating import day_in
from tuireader.formats.markdown.fields import Fields
from tuireader.formats.markdown.identifiers import ids_in_text
from tuireader.formats.markdown.labels import names_bar
from tuireader.formats.markdown.parts import is_english
from tuireader.formats.markdown.segments import Segment
from tuireader.formats.markdown.tags import are_tags, is_mark, tags_of
from tuireader.formats.people import looks_like_authors, split_authors

_DIGIT = re.compile("[0-9]")
# `Submitted 17 June, 2021; originally announced June 2021.`
_SUBMITTED = re.compile(
    r"(?:originally )?(?:submitted|published|posted|announced)(?: on)?:?"
    r" ([^;()]{6,32})(?:[;(.]|$)",
    re.IGNORECASE,
)
_SOME_YEAR = 2024
_NEAR_HEAD = 5
_FEW = 4
_LONGEST_NAME = 300
_LONGEST_REMARK = 160


class Looks:
    """Fills the fields of an entry from text that does not say what it is.

    Args:
        fields: What was found so far.
    """

    def __init__(self, fields: Fields) -> None:
        self.seen = 0
        """Number of lines read."""
        self._fields = fields

    def guess(self, segment: Segment) -> bool:
        """Read text without a name by its looks; say whether that was enough."""
        runs, text = segment.runs, plain(segment.runs).strip()
        if not any(run.href for run in runs) and _says_nothing(text):
            return True
        if are_tags(runs, text):
            self._fields.note("".join(run.text for run in runs if is_mark(run)).strip())
            return self._fields.put_tags(segment)
        if is_link_bar(runs):
            self._fields.bar(runs)
            return True
        return self._by(runs, text) or self._day_or_id(segment, text)

    def _by(self, runs: list[Run], text: str) -> bool:
        """Read whom the paper is by; code spans beside the names are tags."""
        names = _without_code(runs)
        if len(names) < len(runs):
            if named := self._by(names, plain(names).strip(JOINTS)):
                chips = tags_of([run for run in runs if run.style & CODE])
                self._fields.tags |= dict.fromkeys(chips)
            return named
        found = self._names(runs, text) or (
            None if self._fields.authors else cited(text)
        )
        if found:
            self._fields.authors = split_authors(found[0])
            self._fields.tags |= dict.fromkeys(trailing_tags(found[1]))
            said = _says_nothing(found[1]) or tags_of_line(found[1])
            self._fields.note("" if said else _with_links(runs, found[1]))
        return bool(found)

    def take_last_tags(self, runs: list[Run]) -> None:
        """Take the hashtags that a line ends with; they stay in its text."""
        self._fields.tags |= dict.fromkeys(trailing_tags(plain(runs)))

    def _day_or_id(self, segment: Segment, text: str) -> bool:
        if self.seen < _NEAR_HEAD and (day := date_of_line(text)):
            return self._fields.days.dated(day, segment)
        if self.seen < _NEAR_HEAD and self._fields.days.put_yearless(text):
            return True
        if not names_bar(text) or not ids_in_text(text):
            return False
        self._fields.bar(segment.runs)
        return True

    def take_people(self, pieces: list[list[Run]]) -> bool:
        """Take pieces of a line that are a name each; say whether they are."""
        names = [plain(piece).strip() for piece in pieces]
        joined = ", ".join(names)
        if (
            self._fields.authors
            or any("," in name or not name for name in names)
            or not looks_like_authors(joined)
            or not all(" " in name or "-" in name for name in names)
        ):
            return False
        self._fields.authors = split_authors(joined)
        return True

    def take_submission(self, segment: Segment) -> bool:
        """Take `Submitted 17 June, 2021; …`, which is no part of the text above it."""
        text = plain(segment.runs).strip()
        said = _SUBMITTED.match(text) if len(text) <= _LONGEST_REMARK else None
        if not said or not (day := day_in(said[1])):
            return False
        self._fields.days.published = self._fields.days.published or day
        self._fields.note(text)
        return True

    def knows(self, runs: list[Run]) -> bool:
        """Say whether a piece of a line is a field by its looks: people, tags."""
        text = plain(runs).strip()
        names = _without_code(runs)
        return (
            is_link_bar(runs)
            or are_tags(runs, text)
            or bool(self._names(names, plain(names).strip(JOINTS)))
            or bool(date_of_line(text, _SOME_YEAR))
        )

    def take_authors(self, text: str) -> bool:
        """Take `text`, which its class calls authors, as such if it is no prose."""
        text = without_by(text.strip())
        if (
            self._fields.authors
            or not any(map(str.isalpha, text))
            or ". " in text[_LONGEST_NAME:]
        ):
            return False
        self._fields.authors = split_authors(text)
        return True

    def take_name(self, runs: list[Run]) -> bool:
        """Take a short line right below a title, in one block with it, as an author."""
        text = plain(runs).strip()
        if (
            self._fields.authors
            or any(run.href for run in runs)
            or len(text.split()) > _FEW
        ):
            return False
        return looks_like_authors(text, alone=True) and self.take_authors(text)

    def take_title(self, runs: list[Run]) -> bool:
        """Take a bold line right below a translated title as the original."""
        spoken = [run for run in runs if run.text.strip()]
        if is_english(self._fields.title) or any(
            run.href or not run.style & (BOLD | ITALIC) for run in spoken
        ):
            return False
        title = clean(runs)
        if not is_title(title) or not is_english(title) or looks_like_authors(title):
            return False
        self._fields.note(self._fields.title)
        self._fields.title = title
        return True

    def _names(self, runs: list[Run], text: str) -> tuple[str, str] | None:
        if (
            self._fields.authors
            or self.seen > _NEAR_HEAD
            or self._fields.texts.has_prose()
        ):
            return None
        spoken = [run for run in runs if any(map(str.isalpha, run.text))]
        italic = all(run.style & ITALIC for run in spoken)
        return names_in(text, alone=italic)


def _says_nothing(text: str) -> bool:
    """Say whether a text is but joints, or the names of links that were taken."""
    words = text.strip(JOINTS)
    return not words or (
        names_bar(words) and any(map(str.isalpha, words)) and not _DIGIT.search(words)
    )


def _with_links(runs: list[Run], rest: str) -> str:
    """Return `rest`, which `runs` end with, as Markdown if there are links in it."""
    at = plain(runs).rfind(rest)
    behind = cut(runs, at, at + len(rest)) if at >= 0 else []
    # A link that is all there is leads to the paper: `Ada Lee et al. [2021](…)`.
    linked = any(run.href for run in behind) and not all(run.href for run in behind)
    return markdown(behind) if linked else rest


def _without_code(runs: list[Run]) -> list[Run]:
    """Return `runs` without code spans, unless these are all that is said."""
    spoken = [run for run in runs if not run.style & CODE]
    return spoken if plain(spoken).strip(JOINTS) else runs
