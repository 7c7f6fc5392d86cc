"""The fields of one entry, filled piece by piece."""

import re
from dataclasses import dataclass, field

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.blocks import (
    BOLD,
    CODE,
    IMAGE,
    ITALIC,
    TAG,
    Run,
    cut,
    markdown,
    plain,
    strip,
)
from tuireader.formats.markdown.dating import day_in
from tuireader.formats.markdown.identifiers import id_of_address, ids_in_text, is_web
from tuireader.formats.markdown.labels import Label, Role, names_link
from tuireader.formats.markdown.lines import Segment
from tuireader.formats.markdown.parts import Part, PartKind, Parts, is_english
from tuireader.formats.markdown.titles import clean
from tuireader.formats.people import looks_like_authors, split_authors

JOINTS = " \t\n|｜·•/()[]（）【】,，;；:：-–—&→"
_CATEGORY = re.compile(r"\(((?:[a-z][a-z-]{1,11})(?:\.[A-Za-z-]{2,12})?)\)")
_TAG_ENDS = re.compile(r"\s*[,，、;；|\n]\s*|\s+[·•/]\s+")
_HASHTAG = re.compile(r"#([^\s#,，、]{1,60})")
_LONGEST_TAG = 60
_NEAR_HEAD = 5
_EMPTY = frozenset(
    ("null", "none", "n/a", "na", "-", "–", "—", "nan", "无", "暂无", "없음", "なし")
)
_YEAR = re.compile(r"[,.]?\s?[(（\[]?\s?(?:19|20)[0-9]{2}\s?[)）\]]?\.?$")
_BY = re.compile(
    r"^\W*(?:(?:by|authors?|作者|저자|著者)\b\s*[:：]?\s*)?", re.IGNORECASE
)


@dataclass(slots=True)
class Fields:
    """What was found so far."""

    own: str
    """Key of the paper, whose links are not kept as links to other things."""
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str | None = None
    date_note: str = ""
    """The field of the date as written."""
    tags: dict[str, None] = field(default_factory=dict)
    texts: Parts = field(default_factory=Parts)
    seen: int = 0
    """Number of lines read."""

    def put(self, label: Label, segment: Segment) -> bool:
        """Read the value of a field; say whether it was one that is no text."""
        if plain(segment.runs).strip().casefold() in _EMPTY:
            return True
        handler = {
            Role.TITLE: self._title,
            Role.AUTHORS: self._authors,
            Role.TAGS: self._tags,
            Role.DATE: self._date,
            Role.LINK: self._links,
            Role.NOTE: self._noted_links,
            Role.ROW: self._row,
        }.get(label.role)
        return handler(segment) if handler else False

    def guess(self, segment: Segment) -> bool:
        """Read text without a name by what it looks like; say whether that was enough."""
        runs, text = segment.runs, plain(segment.runs).strip()
        if not text.strip(JOINTS) and not any(run.href for run in runs):
            return True
        if self._are_tags(runs, text):
            return self._tags(segment)
        if is_link_bar(runs):
            self.without_names(runs)
            return True
        if self._are_authors(runs, text):
            self.authors = split_authors(_YEAR.sub("", _BY.sub("", text)))
            return True
        if self.seen < _NEAR_HEAD and (day := date_of_line(text)):
            return self._dated(day, segment)
        return names_link(text) and bool(ids_in_text(text))

    def hint_authors(self, text: str) -> bool:
        """Take `text`, which its class calls authors, as such if it can be."""
        text = _BY.sub("", text.strip())
        if self.authors or not looks_like_authors(text, alone=True):
            return False
        self.authors = split_authors(text)
        return True

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

    def link(self, run: Run, name: str = "") -> None:
        """Keep a link, unless it leads to the paper itself or is but a picture."""
        if run.style & IMAGE or not is_web(run.href) or run.href == self.own:
            return
        if id_of_address(run.href) != self.own or "://" in self.own:
            text = name or run.text.strip(JOINTS) or run.href
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
        for tag in tags_of(segment.runs):
            self.tags[tag] = None
        return True

    def _date(self, segment: Segment) -> bool:
        day = day_in(plain(segment.runs))
        return self._dated(day, segment) if day else False

    def _dated(self, day: str, segment: Segment) -> bool:
        if self.date:
            self.note(markdown(segment.whole))
        else:
            self.date, self.date_note = day, markdown(segment.whole)
        return True

    def _links(self, segment: Segment) -> bool:
        left = self.without_names(segment.runs)
        text = plain(left).strip(JOINTS)
        if any(run.href for run in left):
            return False
        return not text or names_link(text) or bool(ids_in_text(text))

    def _noted_links(self, segment: Segment) -> bool:
        """`Code: [link](…)` is a link to the code."""
        linked = [run for run in segment.runs if run.href]
        if not linked or not is_link_bar(segment.runs):
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

    def _are_tags(self, runs: list[Run], text: str) -> bool:
        if text.startswith("#"):
            return not _HASHTAG.sub("", text).strip(JOINTS)
        chips = [run for run in runs if run.text.strip(JOINTS)]
        return bool(chips) and all(
            run.style & (CODE | TAG) and not run.href and len(run.text) <= _LONGEST_TAG
            for run in chips
        )

    def _are_authors(self, runs: list[Run], text: str) -> bool:
        if self.authors or self.seen > _NEAR_HEAD or self.texts.parts:
            return False
        names = _YEAR.sub("", _BY.sub("", text))
        marked = len(names) < len(text) or all(
            run.style & ITALIC for run in runs if run.text.strip()
        )
        return looks_like_authors(names, alone=marked)


def is_link_bar(runs: list[Run]) -> bool:
    """Say whether a line is nothing but links that are named after what they lead to."""
    linked = [run for run in runs if run.href]
    other = "".join(run.text for run in runs if not run.href).strip(JOINTS)
    return (
        bool(linked)
        and all(run.style & IMAGE or names_link(run.text.strip()) for run in linked)
        and (not other or names_link(other))
    )


def tags_of(runs: list[Run]) -> list[str]:
    """Return the tags in a field of categories, keywords or hashtags.

    Of `Machine Learning (cs.LG)` the category; code spans and chips are one tag each.
    """
    chips = [run.text.strip(JOINTS + "#") for run in runs if run.style & (CODE | TAG)]
    if chips:
        return [chip for chip in chips if chip]
    text = plain(runs)
    if text.lstrip().startswith("#"):
        return _HASHTAG.findall(text)
    tags: list[str] = []
    for piece in _TAG_ENDS.split(text):
        category = _CATEGORY.search(piece)
        tag = category[1] if category else piece.strip(JOINTS + "#*`\"'")
        if 0 < len(tag) <= _LONGEST_TAG and any(map(str.isalnum, tag)):
            tags += tag.split() if _all_categories(tag) else [tag]
    return tags


def _all_categories(text: str) -> bool:
    return " " in text and all("." in word and word.isascii() for word in text.split())
