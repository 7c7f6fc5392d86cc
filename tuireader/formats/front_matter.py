"""Front matter of notes and pages: YAML, and TOML as some page builders have it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Problem
from tuireader.formats.author_lists import split_authors
from tuireader.formats.dates import date_of_line
from tuireader.formats.front_values import (
    MOST_TOLD,
    Values,
    toml_values,
    yaml_values,
)
from tuireader.formats.people import turned_names
from tuireader.formats.sidecar_names import canonical

_MOST_LINES = 300
_TIME = re.compile(r"(?<=[0-9])[T ][0-9:.Z+-]{4,}$")

_TOML = "+++"
_ENDS = {"---": ("---", "..."), _TOML: (_TOML,)}

_TITLES = ("title", "name")
_AUTHORS = ("authors", "author")
_DATES = ("date", "created", "published", "updated")
_TAGS = ("tags", "tag", "keywords")
_URLS = ("arxiv", "arxiv_id", "url", "link", "source", "paper", "doi")
_ALIASES = ("aliases", "alias")
# Pages have categories of their own, and their fields for other things than papers.
_KNOWN = frozenset((
    *_TITLES, *_AUTHORS, *_DATES, *_TAGS, *_URLS, *_ALIASES, "abstract", "category",
    "categories", "id", "topic", "topics", "area", "field", "fields", "subject", "time",
))  # fmt: skip
_USUAL = {
    "title": "title", "authors": "authors", "date": "date", "published": "published",
    "tags": "tags", "url": "url", "abstract": "abstract",
}  # fmt: skip


@dataclass(slots=True)
class FrontMatter:
    """What the front matter of a note says about its paper."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str | None = None
    tags: tuple[str, ...] = ()
    url: str = ""
    abstract: str = ""
    aliases: tuple[str, ...] = ()
    end: int = 0
    """Index of the first line behind it; 0 if there is none."""
    problems: list[Problem] = field(default_factory=list)


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """Read the YAML between the `---` that the note begins with and the next one.

    Between two `+++` it is TOML.

    Args:
        lines: The lines of the note.
    """
    end = _end(lines)
    front = FrontMatter(end=end)
    if not end:
        return front
    toml = lines[0].rstrip() == _TOML
    values = (toml_values if toml else yaml_values)(lines[1 : end - 1], front.problems)
    if not values and any(map(str.strip, lines[1 : end - 1])):
        return FrontMatter()  # two rules with prose between them
    _rename(values)
    _fill(front, values)
    unused = [f"{key}: {', '.join(texts)}" for key, texts in values.items() if key]
    comments = map(str.strip, lines[1 : end - 1])
    unused += [text for text in comments if text.startswith("#")]
    if unused:
        what = f"front matter without use here: {'; '.join(unused)[:MOST_TOLD]}"
        front.problems.append(Problem(1, what, "left out"))
    return front


def _rename(values: Values) -> None:
    """Give fields that are named otherwise, as `저자` is, their usual names."""
    for key in [key for key in values if key not in _KNOWN]:
        usual = _USUAL.get(canonical(key), "")
        if usual and usual not in values and values[key]:
            values[usual] = values.pop(key)


def _fill(front: FrontMatter, values: Values) -> None:
    """Move what is understood from `values` into `front`."""
    front.title = " ".join(" ".join(_take(values, _TITLES, 1)).split())
    front.date = _take_date(values)
    front.abstract = "\n".join(_take(values, ("abstract",)))
    front.aliases = tuple(_take(values, _ALIASES))
    tags = _take(values, _TAGS)
    front.tags = tuple(_tags(tags[0]) if len(tags) == 1 else map(_tag, tags))
    people = [_unlinked(text) for text in _take(values, _AUTHORS)]
    authors = [text.strip("[]\"' ") for text in people]
    if len(authors) == 1:
        text = authors[0]
        front.authors = (";" in text and turned_names(text)) or split_authors(text)
    else:
        front.authors = tuple(authors)
    front.url = _take_url(values)


def _take(values: Values, keys: tuple[str, ...], most: int = 99) -> list[str]:
    taken: list[str] = []
    for key in keys:
        if key in values and len(taken) < most:
            taken += values.pop(key)
    return taken


def _take_date(values: Values) -> str | None:
    """Take the first day; a time behind it says nothing here."""
    for key in _DATES:
        for text in values.get(key, ()):
            if date := date_of_line(_TIME.sub("", text)):
                del values[key]
                return date
    return None


def _take_url(values: Values) -> str:
    """Take the first arXiv id, else the first web address, else the first DOI."""
    for fits in (ArxivId.parse, _is_web, _is_doi):
        for key in _URLS:
            for text in values.get(key, ()):
                if fits(text):
                    del values[key]
                    return f"https://doi.org/{text}" if fits is _is_doi else text
    return ""


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://")) and " " not in text


def _is_doi(text: str) -> bool:
    return text.startswith("10.") and "/" in text and " " not in text


def _tags(text: str) -> list[str]:
    pieces = text.split(",") if "," in text else text.split()
    return [tag for tag in map(_tag, pieces) if any(map(str.isalnum, tag))]


def _unlinked(text: str) -> str:
    return text.replace("[[", "").replace("]]", "")


def _tag(text: str) -> str:
    return " ".join(text.split()).lstrip("#")


def _end(lines: Sequence[str]) -> int:
    ends = _ENDS.get(lines[0].rstrip(), ()) if lines else ()
    for index in range(1, min(len(lines), _MOST_LINES) if ends else 0):
        if lines[index].rstrip() in ends:
            return index + 1
    return 0
