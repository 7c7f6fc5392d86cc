"""The fields of one entry, filled piece by piece."""

import re
from dataclasses import dataclass, field

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.bars import JOINTS, bare_text, is_link_bar
from tuireader.formats.markdown.blocks import (
    IMAGE,
    ITALIC,
    TAG,
    Run,
    cut,
    markdown,
    plain,
)
from tuireader.formats.markdown.bylines import cited, names_in, without_by
from tuireader.formats.markdown.cleaning import clean
from tuireader.formats.markdown.days import Days
from tuireader.formats.markdown.identifiers import id_of_address, ids_in_text, is_web
from tuireader.formats.markdown.labels import Label, Role, names_bar, names_link
from tuireader.formats.markdown.parts import Part, PartKind, Parts, is_english
from tuireader.formats.markdown.segments import Segment
from tuireader.formats.markdown.tags import (
    LONGEST_TAG,
    announced_in,
    are_tags,
    is_mark,
    tags_of,
)
from tuireader.formats.people import looks_like_authors, split_authors

_NEAR_HEAD = 5
_FEW = 4
_LONGEST_NAME = 300
_EMPTY = frozenset(
    ("null", "none", "n/a", "na", "-", "–", "—", "nan", "无", "暂无", "없음", "なし")
)
_BADGE = re.compile(r"shields\.io|badge|/stars/", re.IGNORECASE)

_HANDLERS = {
    Role.TITLE: "_title",
    Role.AUTHORS: "_authors",
    Role.TAGS: "_tags",
    Role.DATE: "_date",
    Role.PUBLISHED: "_published",
    Role.LINK: "_links",
    Role.NOTE: "_noted_links",
    Role.ROW: "_row",
}


@dataclass(slots=True)
class Fields:
    """What was found so far."""

    own: str
    """Key of the paper, whose links are not kept as links to other things."""
    title: str = ""
    authors: tuple[str, ...] = ()
    days: Days = field(default_factory=Days)
    tags: dict[str, None] = field(default_factory=dict)
    texts: Parts = field(default_factory=Parts)
    seen: int = 0
    """Number of lines read."""

    def put(self, label: Label, segment: Segment) -> bool:
        """Read the value of a field; say whether it was one that is no text."""
        if plain(segment.runs).strip().casefold() in _EMPTY:
            return True
        name = _HANDLERS.get(label.role)
        if name is None:
            return False
        taken: bool = getattr(self, name)(segment)
        return taken

    def guess(self, segment: Segment) -> bool:
        """Read text without a name by its looks; say whether that was enough."""
        runs, text = segment.runs, plain(segment.runs).strip()
        if not text.strip(JOINTS) and not any(run.href for run in runs):
            return True
        if are_tags(runs, text):
            self.note("".join(run.text for run in runs if is_mark(run)).strip())
            return self._tags(segment)
        if is_link_bar(runs):
            self.bar(runs)
            return True
        return self._by(runs, text) or self._day_or_id(segment, text)

    def _by(self, runs: list[Run], text: str) -> bool:
        """Read whom the paper is by."""
        found = self._names(runs, text) or (None if self.authors else cited(text))
        if found:
            self.authors = split_authors(found[0])
            self.note(found[1])
        return bool(found)

    def bar(self, runs: list[Run]) -> None:
        """Keep what a line of links leads to, and the ids of other papers in it."""
        for _, _, key in ids_in_text(plain(self.without_names(runs))):
            if key != self.own:
                self.texts.links.append(f"arXiv:{key}")

    def _day_or_id(self, segment: Segment, text: str) -> bool:
        if self.seen < _NEAR_HEAD and (day := date_of_line(text)):
            return self.days.dated(day, segment)
        if not names_bar(text) or not ids_in_text(text):
            return False
        self.bar(segment.runs)
        return True

    def knows(self, runs: list[Run]) -> bool:
        """Say whether a piece of a line is a field by its looks: people, tags."""
        text = plain(runs).strip()
        return (
            is_link_bar(runs)
            or are_tags(runs, text)
            or bool(self._names(runs, text))
            or bool(date_of_line(text))
        )

    def hint_authors(self, text: str) -> bool:
        """Take `text`, which its class calls authors, as such if it is no prose."""
        text = without_by(text.strip())
        if (
            self.authors
            or not any(map(str.isalpha, text))
            or ". " in text[_LONGEST_NAME:]
        ):
            return False
        self.authors = split_authors(text)
        return True

    def hint_name(self, runs: list[Run]) -> bool:
        """Take a short line right below a title, in one block with it, as an author."""
        text = plain(runs).strip()
        if self.authors or any(run.href for run in runs) or len(text.split()) > _FEW:
            return False
        return looks_like_authors(text, alone=True) and self.hint_authors(text)

    def note(self, text: str) -> None:
        """Add a paragraph of commentary."""
        if text:
            self.texts.parts.append(Part(PartKind.NOTE, "", text))

    def without_names(self, runs: list[Run]) -> list[Run]:
        """Return `runs` without links named after what they lead to, which are kept."""
        left: list[Run] = []
        for run in runs:
            if run.href and (run.style & IMAGE or names_link(run.text.strip())):
                self.link(run)
            else:
                left.append(run)
        return left

    def without_chips(self, runs: list[Run]) -> list[Run]:
        """Return `runs` without those that the page shows as tags; they become tags."""
        chips = [run for run in runs if run.style & TAG and not run.href]
        if not chips:
            return runs
        for chip in tags_of(chips):
            self.tags[chip] = None
        return [run for run in runs if run.href or not run.style & TAG]

    def link(self, run: Run, name: str = "") -> None:
        """Keep a link, unless it leads to the paper itself or is but a picture."""
        if not is_web(run.href) or run.href == self.own:
            return
        if run.style & IMAGE and (not run.text or _BADGE.search(run.href)):
            return
        if id_of_address(run.href) != self.own or "://" in self.own:
            text = name or bare_text(run.text) or run.href
            self.texts.links.append(markdown([Run(text, 0, run.href)]))

    def _title(self, segment: Segment) -> bool:
        title, known = clean(segment.runs), self.title
        if known in title or (is_english(title) and not is_english(known)):
            self.title = title
            self.note("" if known in title else known)
        elif title not in known:
            self.note(markdown(segment.whole))
        for run in segment.runs:
            if run.href:
                self.link(run)
        return True

    def _authors(self, segment: Segment) -> bool:
        if self.authors:
            return False
        self.authors = split_authors(plain(segment.runs))
        return True

    def _tags(self, segment: Segment) -> bool:
        tags = tags_of(segment.runs)
        self.tags |= dict.fromkeys(tag for tag in tags if len(tag) <= LONGEST_TAG)
        return all(len(tag) <= LONGEST_TAG for tag in tags)

    def _date(self, segment: Segment) -> bool:
        return self.days.put_date(segment)

    def _published(self, segment: Segment) -> bool:
        return self.days.put_published(segment)

    def _links(self, segment: Segment) -> bool:
        if announced := announced_in(plain(segment.whole)):
            self.tags |= dict.fromkeys(announced[0])
            self.note(announced[1])
            return True
        left = self.without_names(segment.runs)
        if any(run.href for run in left) or not names_bar(plain(left).strip(JOINTS)):
            return False
        self.bar(left)
        return True

    def _noted_links(self, segment: Segment) -> bool:
        """`Code: [link](…)` is a link to the code."""
        linked = [run for run in segment.runs if run.href]
        if not linked or not is_link_bar(segment.runs):
            return False
        if "".join(run.text for run in segment.runs if not run.href).strip(JOINTS):
            return False
        named = plain(
            cut(segment.whole, 0, len(plain(segment.whole)) - len(plain(segment.runs)))
        )
        for run in linked:
            self.link(run, named.strip(JOINTS) if len(linked) == 1 else "")
        return True

    def _row(self, segment: Segment) -> bool:
        text = plain(segment.runs).strip()
        return not any(map(str.isalpha, text))

    def _names(self, runs: list[Run], text: str) -> tuple[str, str] | None:
        if self.authors or self.seen > _NEAR_HEAD or self.texts.has_prose():
            return None
        italic = all(run.style & ITALIC for run in runs if run.text.strip())
        return names_in(text, alone=italic)
