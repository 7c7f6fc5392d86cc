"""The fields of one entry, filled piece by piece."""

import re
from dataclasses import dataclass, field

from tuireader.formats.dates import date_of_line
from tuireader.formats.markdown.bars import JOINTS, bare_text, is_link_bar
from tuireader.formats.markdown.blocks import (
    IMAGE,
    TAG,
    Run,
    cut,
    markdown,
    plain,
)
from tuireader.formats.markdown.bylines import (
    lines_of_names,
)
from tuireader.formats.markdown.cleaning import clean
from tuireader.formats.markdown.days import Days
from tuireader.formats.markdown.identifiers import id_of_address, ids_in_text, is_web
from tuireader.formats.markdown.labels import Label, Role, names_bar, names_link
from tuireader.formats.markdown.parts import Part, PartKind, Parts, is_english
from tuireader.formats.markdown.segments import Segment
from tuireader.formats.markdown.tags import (
    LONGEST_TAG,
    announced_in,
    tags_of,
    unchipped,
)
from tuireader.formats.people import split_authors

_EMPTY = frozenset(
    ("null", "none", "n/a", "na", "-", "–", "—", "nan", "无", "暂无", "없음", "なし")
)
_BADGE = re.compile(r"shields\.io|badge|/stars/", re.IGNORECASE)

_HANDLERS = {
    Role.TITLE: "_title",
    Role.AUTHORS: "_authors",
    Role.TAGS: "put_tags",
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

    def put(self, label: Label, segment: Segment) -> bool:
        """Read the value of a field; say whether it was one that is no text."""
        if plain(segment.runs).strip().casefold() in _EMPTY:
            return True
        name = _HANDLERS.get(label.role)
        if name is None:
            return False
        taken: bool = getattr(self, name)(segment)
        return taken

    def bar(self, runs: list[Run]) -> None:
        """Keep what a line of links leads to, and the ids of other papers in it."""
        for _, _, key in ids_in_text(plain(self.without_names(runs))):
            if key != self.own:
                self.texts.links.append(f"arXiv:{key}")

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
        names, rest = lines_of_names(plain(segment.runs))
        self.authors = split_authors(names)
        self.note(rest)
        return True

    def put_tags(self, segment: Segment) -> bool:
        """Read tags; say whether they are no commentary."""
        tags = tags_of(segment.runs)
        self.tags |= dict.fromkeys(tag for tag in tags if len(tag) <= LONGEST_TAG)
        return all(len(tag) <= LONGEST_TAG for tag in tags) and not unchipped(
            segment.runs
        )

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
        text = plain(left).strip(JOINTS)
        if day := date_of_line(text):  # `Read: 2025-07-14`
            return self.days.dated(day, segment)
        if any(run.href for run in left) or not (
            names_bar(text) or (" " not in text and id_of_address(text) == self.own)
        ):
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
            self.link(run, bare_text(named) if len(linked) == 1 else "")
        return True

    def _row(self, segment: Segment) -> bool:
        text = plain(segment.runs).strip()
        return not any(map(str.isalpha, text))
