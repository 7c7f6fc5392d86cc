"""Front matter of notes and pages: YAML, and TOML as some page builders have it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from tuireader.domain.arxiv_id import ArxivId
from tuireader.domain.entry import Problem
from tuireader.formats.author_lists import split_authors
from tuireader.formats.dates import date_of_line
from tuireader.text import sanitise

_MOST_LINES = 300
_MOST_TEXT = 16_384
_MOST_VALUES = 1_000
_MOST_TOLD = 4_000
_MOST_BRACKETS = 200
# libyaml composes nested nodes by recursion in C: no depth that could end the program.
_NESTED = re.compile(r"(?:[-?:][ \t]+){12}")
_KEY = re.compile(r"[^\s:#-][^:]{0,64}:(?:\s|$)")
_TIME = re.compile(r"(?<=[0-9])[T ][0-9:.Z+-]{4,}$")
_SIMPLE = re.compile(r"([A-Za-z_][\w -]{0,40}?)\s*:\s+(\S.*)")

_TOML = "+++"
_ENDS = {"---": ("---", "..."), _TOML: (_TOML,)}

_TITLES = ("title", "name")
_AUTHORS = ("authors", "author")
_DATES = ("date", "created", "published", "updated")
_TAGS = ("tags", "tag", "keywords")
_URLS = ("arxiv", "arxiv_id", "url", "link", "source", "paper", "doi")
_ALIASES = ("aliases", "alias")

_Values = dict[str, list[str]]


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


class _NoYamlError(Exception):
    """The front matter cannot be read as YAML; `line` counts from 0 within it."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.line = line


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
    values = (_toml_values if toml else _values)(lines[1 : end - 1], front.problems)
    if not values and any(map(str.strip, lines[1 : end - 1])):
        return FrontMatter()  # two rules with prose between them
    _fill(front, values)
    unused = [f"{key}: {', '.join(texts)}" for key, texts in values.items() if key]
    comments = map(str.strip, lines[1 : end - 1])
    unused += [text for text in comments if text.startswith("#")]
    if unused:
        what = f"front matter without use here: {'; '.join(unused)[:_MOST_TOLD]}"
        front.problems.append(Problem(1, what, "left out"))
    return front


def _fill(front: FrontMatter, values: _Values) -> None:
    """Move what is understood from `values` into `front`."""
    front.title = " ".join(" ".join(_take(values, _TITLES, 1)).split())
    front.date = _take_date(values)
    front.abstract = "\n".join(_take(values, ("abstract",)))
    front.aliases = tuple(_take(values, _ALIASES))
    tags = _take(values, _TAGS)
    front.tags = tuple(_tags(tags[0]) if len(tags) == 1 else map(_tag, tags))
    authors = [text.strip("[]\"' ") for text in _take(values, _AUTHORS)]
    front.authors = split_authors(authors[0]) if len(authors) == 1 else tuple(authors)
    front.url = _take_url(values)


def _take(values: _Values, keys: tuple[str, ...], most: int = 99) -> list[str]:
    taken: list[str] = []
    for key in keys:
        if key in values and len(taken) < most:
            taken += values.pop(key)
    return taken


def _take_date(values: _Values) -> str | None:
    """Take the first day; a time behind it says nothing here."""
    for key in _DATES:
        for text in values.get(key, ()):
            if date := date_of_line(_TIME.sub("", text)):
                del values[key]
                return date
    return None


def _take_url(values: _Values) -> str:
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


def _tag(text: str) -> str:
    return " ".join(text.split()).lstrip("#")


def _end(lines: Sequence[str]) -> int:
    ends = _ENDS.get(lines[0].rstrip(), ()) if lines else ()
    for index in range(1, min(len(lines), _MOST_LINES) if ends else 0):
        if lines[index].rstrip() in ends:
            return index + 1
    return 0


def _values(lines: Sequence[str], problems: list[Problem]) -> _Values:
    problems += _repeated(lines)
    try:
        return _parsed("\n".join(lines))
    except _NoYamlError as error:
        values = {
            match[1].casefold(): [_loosely(match[2])]
            for line in lines
            if (match := _SIMPLE.fullmatch(line))
        }
        left = [line for line in lines if not _SIMPLE.fullmatch(line)]
        if sum(map(_is_prose, left)) > len(values):
            return {}
        left = [line.strip() for line in left]
        done = "read line by line"
        if rest := " | ".join(filter(None, left)):
            done += f", without: {rest[:_MOST_TOLD]}"
        what = f"front matter is no valid YAML ({error})"
        problems.append(Problem(error.line + 2, what, done))
        return values


def _toml_values(lines: Sequence[str], problems: list[Problem]) -> _Values:
    import tomllib

    text = "\n".join(lines)
    try:
        data = {} if _is_too_large(text) else tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        data = {}
    if not data:
        told = " | ".join(filter(None, map(str.strip, lines)))[:_MOST_TOLD]
        problems.append(Problem(1, "front matter is no valid TOML", f"without: {told}"))
        return {"": []}
    return {
        sanitise(key).casefold(): list(islice(_texts(value, 3), _MOST_VALUES))
        for key, value in data.items()
    }


def _is_prose(line: str) -> bool:
    """Say whether a line is neither blank nor an item or a part of a value."""
    return bool(line.strip()) and line[0] not in " \t-#]}"


def _loosely(text: str) -> str:
    """Return a value that is no YAML without quotes, and a list without brackets."""
    text = text.strip().strip("\"'").replace("[[", "").replace("]]", "")
    return text[1:-1] if text[:1] == "[" and text[-1:] == "]" else text


def _repeated(lines: Sequence[str]) -> Iterator[Problem]:
    """Tell keys that stand twice: YAML silently takes the last."""
    starts = [at for at, line in enumerate(lines) if _KEY.match(line)]
    last: dict[str, tuple[int, str]] = {}
    for at, end in pairwise([*starts, len(lines)]):
        key = lines[at].partition(":")[0].casefold()
        if key in last:
            line, text = last[key]
            what = f"front matter has a key twice: {text[:_MOST_TOLD]}"
            yield Problem(line + 2, what, "used the last")
        last[key] = at, " ".join(map(str.strip, lines[at:end]))


def _is_too_large(text: str) -> bool:
    brackets = text.count("[") + text.count("{")
    return len(text) > _MOST_TEXT or brackets > _MOST_BRACKETS


def _parsed(text: str) -> _Values:
    """Return scalars, and lists of them, by key; everything as text."""
    if _is_too_large(text):
        raise _NoYamlError("too large")
    if _NESTED.search(text):
        raise _NoYamlError("too deep")
    import yaml

    # The base loader knows only text: it makes no dates, numbers or objects.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        data = yaml.load(text, loader)  # noqa: S506  makes nothing but text
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "not understood"
        raise _NoYamlError(what, mark.line if mark else 0) from error
    if not isinstance(data, dict):
        if data:
            raise _NoYamlError("no keys")
        return {}
    return {
        sanitise(str(key)).casefold(): list(islice(_texts(value, 3), _MOST_VALUES))
        for key, value in data.items()
    }


def _texts(value: object, depth: int) -> Iterator[str]:
    """Yield the scalars in `value`; aliases can multiply them, so the caller stops."""
    if not isinstance(value, list | dict):
        # YAML and TOML have escapes that spell what the file itself may not hold.
        if text := sanitise(str(value)).strip():
            yield text
    elif depth:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part, depth - 1)
