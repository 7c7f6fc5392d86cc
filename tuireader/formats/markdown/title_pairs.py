"""Titles that stand beside another: a translation, or the short name of a method."""

import re
from typing import NamedTuple

from tuireader.formats.markdown.blocks import ITALIC, Run, cut, plain
from tuireader.formats.markdown.bylines import names_in
from tuireader.formats.markdown.cleaning import clean, is_title
from tuireader.formats.markdown.parts import is_english
from tuireader.formats.people import looks_like_authors
from tuireader.formats.titles import is_title_case

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_BETWEEN = re.compile(r"\n|\s[/／|｜–—-]\s")
_BEHIND = re.compile(r"^(.{4,300}?)\s?[(（]([^()（）]{3,160})[)）]$")
_SENTENCE = re.compile(r"[.!?](?=\s)|\s[|｜·(]\s?|\n")
_BAR = re.compile(r"\s[|｜·]\s")
_FEW = 3
_LONGEST = 320
_LONGEST_NAME = 16


class Pair(NamedTuple):
    """A title, and what else a text calls the paper."""

    title: str
    other: str


class Places(NamedTuple):
    """Where a title stands in a text, and where its translation does."""

    title: tuple[int, int]
    other: tuple[int, int]


def without_translation(title: str) -> Pair:
    """Part `Title (标题)` and `标题（Title）`: the English one is the original.

    Only what is of another script than the rest is a translation.

    Args:
        title: A title that was found.
    """
    if title[-1:] not in ")）" or not _CJK.search(title):
        return Pair(title, "")
    match = _BEHIND.match(title)
    if not match or not is_title(match[2]):
        return Pair(title, "")
    outer, inner = match[1], match[2]
    if is_english(outer) and _is_foreign(inner):
        return Pair(outer, inner)
    several = len(inner.split()) >= _FEW
    if _is_foreign(outer) and inner.isascii() and several:
        return Pair(inner, outer)
    return Pair(title, "")


def beside_translation(text: str, start: int, end: int) -> Places | None:
    r"""Return where original and translation stand in `Title\n标题`, if it is that.

    Args:
        text: A line that begins an entry.
        start: Where its title begins.
        end: Where it ends at the latest.
    """
    if text.isascii():
        return None
    for match in _BETWEEN.finditer(text, start, min(end, start + _LONGEST)):
        before = text[start : match.start()]
        behind = text[match.end() : end]
        if not (is_title(before.strip()) and is_title(behind.strip())):
            continue
        first, second = (start, match.start()), (match.end(), end)
        if is_english(before) and _is_foreign(behind):
            return Places(first, second)
        if _is_foreign(before) and is_english(behind) and is_title_case(behind):
            return Places(second, first)
    return None


def _is_foreign(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return len(_CJK.findall(text)) * 2 > letters > 1


def behind_name(title: str, rest: list[Run]) -> tuple[str, list[Run]] | None:
    """Return title and rest of `**Mamba** | *Mamba: Linear-Time …* | [arXiv](…)`.

    The short name of a method stands first; the piece behind it, in italics, quotes it
    or is a title by its capitals.

    Args:
        title: What was taken for the title.
        rest: What stands behind it.
    """
    text = plain(rest)
    bar = _BAR.match(text)
    if bar is None or " " in title or len(title) > _LONGEST_NAME:
        return None
    start = bar.end()
    following = _BAR.search(text, start)
    end = following.start() if following else len(text)
    runs = cut(rest, start, end)
    longer = clean(runs)
    italic = all(run.style & ITALIC for run in runs if run.text.strip())
    if len(longer.split()) < _FEW or looks_like_authors(longer):
        return None
    if not is_title(longer) or not (italic or is_title_case(longer)):
        return None
    return longer, cut(rest, end)


def behind_linked_name(title: str, rest: list[Run]) -> tuple[str, list[Run]] | None:
    """Return title and rest of `[LoRA](…) LoRA: Low-Rank … Models. Edward Hu, …`.

    Args:
        title: The text of the link.
        rest: What stands behind it.
    """
    if " " in title or len(title) > _LONGEST_NAME or not rest or rest[0].href:
        return None
    text = rest[0].text
    stop = _SENTENCE.search(text)
    start, end = stop.span() if stop else (len(text), len(text))
    mark = text[start:end]
    longer = clean(cut(rest[:1], 0, end if mark == "?" else start))
    if len(longer.split()) <= _FEW or not _reads_like_title(longer, mark):
        return None
    if mark == "?":
        start = end
    # A bar, and a full stop before names, set apart what stands behind them.
    elif mark == "." and not names_in(text[end:], alone=True):
        start = end + 1
    return longer, cut(rest, start)


def _reads_like_title(text: str, mark: str) -> bool:
    """Say whether words behind the name of a method are its title and no remark.

    Args:
        text: The words.
        mark: What ends them.
    """
    if "!" in {mark, text[-1]} or text.partition(" ")[0].islower():
        return False
    return is_title(text) and is_title_case(text) and not looks_like_authors(text)
