"""Layouts that somebody broke: lines gone, doubled, moved, marked up otherwise.

Whatever the reader makes of them, it raises nothing, and each word of theirs is in an
entry or in a problem.
"""

import html
import re
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.comparing import said
from tests.formats.markdown.layouts import FOLDER, rows
from tests.fuzzing import examples
from tuireader.domain.entry import Digest
from tuireader.formats.base import Source
from tuireader.formats.markdown import cleaning, label_names, labels
from tuireader.formats.markdown.reader import read_html, read_markdown
from tuireader.text import sanitise

_WORD = re.compile(r"[^\W\d_]{4,}")
# Tags, addresses and definitions of links say nothing to a reader.
_MARKUP = re.compile(
    r"<!--|-->|</?[a-zA-Z][^<>]*>|<style>.*?</style>|https?://[^\s<>)\]|]+|\]\([^()]*\)"
    r"|!\[[^\]]*\]|[\w-]+=\"[^\"]*\"|^\s*\[[^\]]+\]:.*$|\{:[^{}]*\}|^ *(?:```|~~~).*$"
    r"|[\w ]+\((?:cs|math|stat|eess|quant)[.-][\w-]+\)",
    re.MULTILINE,
)
_FIELDS = " ".join(names for name, names in vars(label_names).items() if name.isupper())
# What the reader turns into fields, days and sections without repeating it.
_NAMES = frozenset(
    _WORD.findall(
        " ".join(
            [
                _FIELDS,
                *labels._LINK_WORDS,
                *labels._BAR_WORDS,
                *cleaning._DIGEST_WORDS,
                "january february march april june july august september october",
                "november december monday tuesday wednesday thursday friday saturday",
                "sunday sept week others back show doctype null 论文速递 每日论文",
                "每日速递 最新論文まとめ 오늘의 shazeer等 shen等",
            ]
        ).casefold()
    )
)
_INJECTED = (
    "", "---", "===", "> ", "```", "<div>", "</div>", "<details>", "</details>", "<p>",
    "<table>", "</table>", "<td>", "| a | b |", "|---|---|", "<!--", "-->", "- ", "1. ",
    "<a href='https://arxiv.org/abs/1706.03762'>", "</a>", "**", "`", "$", "\\", "[",
    "](",
    "# Heading", "## 2024-08-30", "**Authors**:", "**Abstract**", "<summary>", "<b>",
)  # fmt: skip
_PREFIXES = ("> ", "- ", "# ", "    ", "\t", "| ", "1. ", "**", "<div>", "[", "`", "$")

Change = Callable[[list[str], int, int], None]


def _delete(lines: list[str], place: int, _: int) -> None:
    del lines[place % len(lines)]


def _double(lines: list[str], place: int, other: int) -> None:
    lines.insert(other % len(lines), lines[place % len(lines)])


def _swap(lines: list[str], place: int, other: int) -> None:
    one, two = place % len(lines), other % len(lines)
    lines[one], lines[two] = lines[two], lines[one]


def _inject(lines: list[str], place: int, other: int) -> None:
    lines.insert(place % len(lines), _INJECTED[other % len(_INJECTED)])


def _prefix(lines: list[str], place: int, other: int) -> None:
    lines[place % len(lines)] = _PREFIXES[other % len(_PREFIXES)] + lines[
        place % len(lines)
    ].lstrip(" >-#|")


def _join(lines: list[str], place: int, _: int) -> None:
    at = place % len(lines)
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]


_CHANGES: tuple[Change, ...] = (_delete, _double, _swap, _inject, _prefix, _join)
LAYOUTS = [row["layout"] for row in rows()]
changes = st.lists(
    st.tuples(st.sampled_from(_CHANGES), st.integers(0, 200), st.integers(0, 200)),
    min_size=1,
    max_size=8,
)


def lost(text: str, digest: Digest) -> set[str]:
    """Return the words of `text` that `digest` keeps nowhere."""
    kept = said(digest).casefold()
    words = _WORD.findall(html.unescape(_MARKUP.sub(" ", text)).casefold())
    return {word for word in words if word not in _NAMES and word not in kept}


def read(name: str, text: str) -> Digest:
    page = PurePosixPath(name).suffix == ".html"
    source = Source(name, sanitise(text))
    reading = (read_html if page else read_markdown)(source)
    return Digest(name, "", "", "", reading.entries, reading.problems)


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name.endswith(".md")])
def test_every_word_of_a_layout_is_kept(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert not lost(text, read(name, text))


@given(st.sampled_from(LAYOUTS), changes)
@examples(400)
def test_every_word_of_a_broken_layout_is_kept(
    name: str, made: list[tuple[Change, int, int]]
) -> None:
    lines = (FOLDER / name).read_text("utf-8").split("\n")
    for change, place, other in made:
        if lines:
            change(lines, place, other)
    text = "\n".join(lines)
    digest = read(name, text)
    if name.endswith(".md"):  # a page's head and scripts are not for reading
        assert not lost(text, digest)
    for entry in digest.entries:
        assert entry.title
        assert 1 <= entry.line <= len(lines) + 1
