"""Title lines: the title, and the authors where they stand beside it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.domain.identity import title_key
from tuireader.formats.author_lists import author_list, split_authors
from tuireader.formats.links import titled_link

_PARENTHESES = re.compile(r"[()]")
_NOT_LATIN = re.compile(
    "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]"
)
_LONGEST_TITLE = 300
_MOST_LINES = 6
_SHORTEST_KEY = 4
_LONG_KEY = 24
_MANY = 3
_LONGEST_LINE = 65_536
_TITLE_WORDS = 4
_BEFORE_ADDRESS = (" ", "(", "<")
_ARTICLE = 3
_NO_TITLES = ("##", "> ", "|", "- ", "* ", "+ ", "```", "~~~", "<")


class TitleLine(NamedTuple):
    """What a title line, or several that it was broken over, says."""

    title: str
    authors: tuple[str, ...]
    url: str
    lines: int
    """Number of lines it takes."""


def read_title(lines: Sequence[str], start: int) -> TitleLine | None:
    """Read a title with its authors that begins at `lines[start]`, or return None.

    `*Title* (Authors)`, `Title (Authors)`, `*Title*`, `# Title`, `[Title](link)`, each
    possibly broken over a few lines, as PDF viewers and mail programs do.
    """
    text = lines[start].strip()
    if len(text) > _LONGEST_LINE:
        return None
    if found := read_title_line(text):
        return found
    if text.startswith("# "):
        return _line(text[2:], (), 1) if len(text) <= _LONGEST_TITLE else None
    return _broken(text, lines, start)


def read_title_line(text: str) -> TitleLine | None:
    """Read title and authors in a line that ends with these in parentheses.

    Args:
        text: The line without surrounding white space; not empty.
    """
    if text[-1] == "）":
        text = _narrow(text)
    if text[-1] != ")":
        return None
    return _starred(text, 1) or _with_authors(text, 1)


def _narrow(text: str) -> str:
    """Return `Title （张三、李四）` with the parentheses of other names."""
    title, gap, names = text[:-1].rpartition("（")
    return f"{title.rstrip()} ({names})" if gap else text


def _broken(text: str, lines: Sequence[str], start: int) -> TitleLine | None:
    """Read a title that ends some lines below the one it begins with."""
    if text.startswith(_NO_TITLES):
        return None
    for count in range(1, _MOST_LINES + 1):
        if found := _starred(text, count) or _with_authors(text, count):
            return found
        following = lines[start + count] if start + count < len(lines) else ""
        # A sentence ends with its line; `vs.` does not if the next line is set in.
        ends = text.endswith((".", ":")) and not following.startswith(" ")
        if not following.strip():
            return _unclosed(text, count)
        if ends or _NOT_LATIN.search(text):
            return None
        text = f"{text} {following.strip()}"
    return None


def is_title_like(line: str) -> bool:
    """Say whether `line`, which names no authors, can be a title and no sentence."""
    return (
        1 < len(line) <= _LONGEST_TITLE
        and not line.endswith((".", ",", ";", ":", "…", "다", "요"))
        and "://" not in line
        and not _NOT_LATIN.search(line)
        and line[0] not in "-*+>|#`([{<~="
    )


def is_title_case(line: str) -> bool:
    """Say whether most words of `line` begin with a capital, as those of titles do.

    Words of more than three letters tell. Where there are none behind the first, which
    a sentence begins with a capital as well, half of the short ones must have one.
    """
    words = line.split()
    if len(words) < _TITLE_WORDS:
        return False
    long = [word for word in words if len(word) > _ARTICLE]
    if not long or long == words[:1]:
        return _capitals(words[1:]) * 2 >= len(words) - 1
    return _capitals(long) * 4 >= len(long) * 3


def _capitals(words: Sequence[str]) -> int:
    return sum(word[0].isupper() or word[0].isdigit() for word in words)


def is_latin(text: str) -> bool:
    """Say whether `text` holds no Hangul, kana or Han character."""
    return text.isascii() or not _NOT_LATIN.search(text)


def says_name(line: str, name: str) -> bool:
    """Say whether `line` is what a file was named after: one begins the other."""
    line_key, name_key = title_key(line), title_key(name)
    if min(len(line_key), len(name_key)) < _SHORTEST_KEY:
        return bool(line_key) and line_key == name_key
    return line_key.startswith(name_key) or name_key.startswith(line_key)


def begins_alike(line: str, name: str) -> bool:
    """Say whether a file was named after `line` with its end written otherwise.

    Args:
        line: What may be the title.
        name: What the file name says beside its date.
    """
    line_key, name_key = title_key(line), title_key(name)
    return line_key[:_LONG_KEY] == name_key[:_LONG_KEY] and len(name_key) >= _LONG_KEY


def titled_address(line: str) -> tuple[str, str] | None:
    """Return title and address of `Title (https://…)` or `Title https://…`."""
    text, gap, url = line.rstrip(")>").rpartition("http")
    if not gap:
        text, gap, url = line.rstrip(")>").rpartition("arxiv.org/abs/")
        url = f"://{gap}{url}" if text[-1:] in _BEFORE_ADDRESS else ""
        gap = "https"
    if not url.startswith(("://", "s://")) or " " in url:
        return None
    title = text.rstrip("(<-–—:|,; ").strip("*_ ")
    named = title[:-1] if title.endswith(" et al.") else title
    return (title, gap + url) if named and is_title_like(named) else None


def authors_of_line(line: str, *, strict: bool = False) -> tuple[str, ...]:
    """Return the names of a line that is an author list in parentheses, else none."""
    if line[:1] == "(" and line[-1:] == ")" and len(line) <= _LONGEST_LINE:
        inner = line[1:-1]
        if _outer_parenthesis(line) == 0:
            return author_list(inner.removeprefix("by "), strict=strict)
    return ()


def _starred(text: str, count: int) -> TitleLine | None:
    star = text[0]
    if star not in "*_" or text[1:2] == " ":
        return None
    head, close, tail = text.rpartition(star + " (")
    if not close:
        head, close, tail = text.rpartition(star + "(")
    if close and tail[-1:] == ")":
        return _line(head.strip("*_"), split_authors(tail[:-1]), count)
    stars = star * 2 if text.startswith(star * 2) else star
    if text.endswith(stars) and len(text) <= _LONGEST_TITLE:
        title = text[len(stars) : -len(stars)].strip()
        return _line(title, (), count) if title and stars not in title else None
    return None


def _with_authors(text: str, count: int) -> TitleLine | None:
    if text[-1] != ")":
        return None
    text = text.removeprefix("# ")
    opening = _outer_parenthesis(text)
    title = text[:opening].strip()
    if not title or len(title) > _LONGEST_TITLE or title[-1] in ".,":
        return None
    if "://" in title or not is_latin(title):
        return None
    authors = author_list(text[opening + 1 : -1])
    return _line(title, authors, count) if authors else None


def _unclosed(text: str, count: int) -> TitleLine | None:
    """Read a list of authors so long that its end was cut off."""
    if text.count("(") == text.count(")") + 1 and text.count(",") >= _MANY:
        return _with_authors(text + ")", count)
    return None


def _line(title: str, authors: tuple[str, ...], count: int) -> TitleLine:
    title, url = titled_link(title.strip())
    if "\\*" in title:  # Markdown's escape; TeX has none like it
        title = title.replace("\\*", "*")
    if "  " in title or "\t" in title or not title.isascii():
        title = " ".join(title.split())
    return TitleLine(title, authors, url, count)


def _outer_parenthesis(text: str) -> int:
    """Return where the parenthesis opens that the last character closes, or 0."""
    opening = text.rfind("(")
    if text.find(")", opening) == len(text) - 1:
        return max(opening, 0)
    openings: list[int] = []
    place = 0
    for match in _PARENTHESES.finditer(text):
        if match[0] == "(":
            openings.append(match.start())
        elif openings:
            place = openings.pop()
    return place
