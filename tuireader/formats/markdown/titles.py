"""Titles: to find one in a line, and to free it of numbers, badges and links."""

import re
from typing import NamedTuple

from tuireader.formats.dates import find_date
from tuireader.formats.markdown.blocks import (
    BOLD,
    CODE,
    IMAGE,
    ITALIC,
    Run,
    cut,
    markdown,
    plain,
    strip,
)
from tuireader.formats.markdown.identifiers import ids_in_text
from tuireader.formats.markdown.labels import Role, label_of, names_link
from tuireader.formats.markdown.lines import leading_label

# What may stand before a title: bullets, emoji, `1.`, `[12]`, `#3`, `(ICLR 2025)`, `[cs.CL]`.
_NUMBERING = re.compile(
    r"(?:[0-9]{1,4}\s?[.)、．:：](?![0-9])|[#№]\s?[0-9]{1,4}(?=[\s.:]|$)"
    r"|[\[(（【]\s?[0-9]{1,4}\s?[\])）】]|[①-⑳❶-❿]|[0-9]️?⃣"
    r"|\\?[\[(]?(?:arxiv\s?[:：]?\s?)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?\\?[\])]?(?=[\s:：|]|$))\s*",
    re.IGNORECASE,
)
_BADGE = re.compile(
    r"[\[(（【](?:[A-Za-z]{2,12}[ '’-]?[0-9]{2,4}|[0-9]{4}[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?"
    r"|(?:cs|math|stat|eess|q-bio|physics)\.[A-Za-z-]{2,12}|arxiv[^\])）】]{0,24}|[0-9]{4}"
    r"|new|hot|oral|spotlight|論文|论文|논문|新)[\])）】]\s*[-–—:：|]?\s*",
    re.IGNORECASE,
)
_OPENING = " \t\n\u2028\ufe0f\u200d*_`#>|·•-–—:：,，.、→➤►▶★☆✓✔"
_CLOSING = " \t\n\u2028\ufe0f*_`|·•-–—:：,，;；→[([（【#↗⬇"
_QUOTES = {"“": "”", '"': '"', "「": "」", "『": "』", "《": "》", "«": "»", "‘": "’"}
_SYMBOL = re.compile("[\u2190-\u2bff\u3000-\u3007\ufe0f\U0001f000-\U0001faff]")
_HINT = re.compile(
    r"[(（\[]\s?(?:read more|see more|more|links?|paper|available|more info)\b[^()（）]{0,30}$",
    re.IGNORECASE,
)
_TRAILING_ID = re.compile(
    r"[(（\[]?\s?(?:arxiv\s?[:：]?\s?)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?\s?[)）\]]?$",
    re.IGNORECASE,
)
_ID_ENDS = frozenset("0123456789)）]")
_LONGEST_ID = 32
_LONGEST = 320
_SHORTEST = 2
_LONG_PROSE = 160
_COUNT = re.compile(
    r"[\s·|-]*[(（\[]?\s*(?:[0-9]+\s*(?:papers?|篇|편|件|本|개|results?|items?|entries)?|total:?\s*[0-9]+)\s*[)）\]]?\s*$",
    re.IGNORECASE,
)
_DIGEST_WORDS = frozenset(
    "daily weekly monthly digest digests papers arxiv update updates updated newsletter today"
    " latest recent new list reading report reports archive index contents news briefing brief"
    " roundup top hot trending 日报 周报 每日 每周 论文 精选 速递 速报 汇总 最新 今日 目录 更新"
    " 다이제스트 데일리 주간 일간 오늘의 논문 목록 목차 ダイジェスト デイリー 週刊 日刊 今日の 論文 まとめ".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_ARXIV = re.compile("arxiv", re.IGNORECASE)


class Titled(NamedTuple):
    """A title and what stood beside it."""

    title: str
    rest: list[Run]


def clean(runs: list[Run]) -> str:
    """Return `runs` as a title: on one line, without numbering, badges and marks."""
    runs = [run for run in runs if not run.style & IMAGE]
    text = plain(runs)
    start = _start(text)
    label, value = leading_label(text[start:])
    if label and label.role == Role.TITLE:
        start += value
    core = strip(cut(runs, start), _CLOSING)
    everywhere = BOLD | ITALIC | CODE
    for run in core:
        if run.text.strip():
            everywhere &= run.style
    text = " ".join(
        markdown([Run(r.text, r.style & ~everywhere & ~BOLD) for r in core]).split()
    )
    if text[-1:] in _ID_ENDS and (
        match := _TRAILING_ID.search(text, max(len(text) - _LONGEST_ID, 0))
    ):
        text = text[: match.start()] or text
    return _unquoted(text.strip())


def _start(text: str) -> int:
    """Return where the title begins behind numbers, emoji and badges."""
    at = 0
    for _ in range(4):
        before = at
        while at < len(text) and (text[at] in _OPENING or _SYMBOL.match(text[at])):
            at += 1
        if match := _BADGE.match(text, at):
            at = match.end()
        elif (
            (match := _NUMBERING.match(text, at))
            and match.end() > at
            and text[at] not in _QUOTES
        ):
            at = match.end()
        if at == before:
            break
    rest = text[at:]
    return at if any(map(str.isalnum, rest)) else 0


def _quoted_end(text: str, start: int) -> int:
    """Return where a quotation of several words that begins at `start` ends, or 0."""
    closing = _QUOTES.get(text[start : start + 1])
    end = text.find(closing, start + 1) if closing else -1
    return end + 1 if " " in text[start:end].strip() else 0


def _unquoted(text: str) -> str:
    closing = _QUOTES.get(text[:1])
    if closing and text.endswith(closing) and text.count(closing, 1) == 1:
        return text[1:-1].strip()
    return text


def is_title(text: str) -> bool:
    """Say whether `text` can be a title: some words, no field, no address."""
    text = text.strip()
    if not _SHORTEST <= len(text) <= _LONGEST or text.endswith((":", "：")):
        return False
    if not any(map(str.isalpha, text)) or "://" in text:
        return False
    return not (names_link(text) or label_of(text) or leading_label(text)[0])


def is_heading_of_digest(text: str) -> bool:
    """Say whether a heading names a digest, a day or a section of one, not a paper."""
    words = [word.casefold() for word in _WORD.findall(text)]
    named = sum(word in _DIGEST_WORDS for word in words)
    return (bool(find_date(text)) and len(words) <= 10) or named * 2 > len(words)  # noqa: PLR2004


def section_name(text: str) -> str:
    """Return a heading as the name of a section, without emoji, links and counts."""
    start = _start(text)
    name = re.sub(
        r"\[+(?:back|top|返回|목차)[^\]]*\]+", "", text[start:], flags=re.IGNORECASE
    )
    return _COUNT.sub("", name).strip(_CLOSING + "]") or name.strip()


def split_title(runs: list[Run], link: int | None) -> Titled:
    """Find the title in the line that begins an entry.

    A link that is no mere name for itself, else what is bold before the paper's link,
    else what stands before it, else what stands behind it.

    Args:
        runs: The line.
        link: Index in `runs` of the paper's link, if it stands there.
    """
    if link is not None and _is_titled(runs[link]):
        return _linked(runs, link)
    first = _first_word(runs)
    style = runs[first].style & (BOLD | ITALIC) if first is not None else 0
    if first is not None and style and not runs[first].href:
        end = _styled_end(runs, first, style)
        if (
            is_title(clean(runs[first:end]))
            and label_of(plain(runs[first:end])) is None
        ):
            return Titled(clean(runs[first:end]), runs[end:])
    before = _before_links(runs)
    text = plain(runs[:before])
    if is_title(clean(runs[:before])):
        return _from_text(runs, before, text)
    return _behind(runs, before)


def _is_titled(run: Run) -> bool:
    return bool(run.href) and is_title(clean([run._replace(href="")]))


def _linked(runs: list[Run], link: int) -> Titled:
    """The title is all of the link, which may be of several styles."""
    href = runs[link].href
    start, end = link, link + 1
    while start and runs[start - 1].href == href:
        start -= 1
    while end < len(runs) and runs[end].href == href:
        end += 1
    title = clean([run._replace(href="") for run in runs[start:end]])
    head = plain(runs[:start])
    keep = _WORD.search(head[_start(head + "X") :]) or find_date(head)
    return Titled(title, [*(runs[:start] if keep else ()), *runs[end:]])


def _first_word(runs: list[Run]) -> int | None:
    for index, run in enumerate(runs):
        text = run.text[_start(run.text) :] if not run.style & BOLD else run.text
        if (
            not run.style & IMAGE
            and any(map(str.isalpha, text))
            and not _BADGE.fullmatch(run.text.strip())
        ):
            return index
    return None


def _styled_end(runs: list[Run], first: int, style: int) -> int:
    end = first
    while (
        end < len(runs)
        and (runs[end].style & style or not runs[end].text.strip())
        and not runs[end].href
    ):
        end += 1
    return end


def _before_links(runs: list[Run]) -> int:
    for index, run in enumerate(runs):
        if run.href or run.style & IMAGE:
            return index
    return len(runs)


def _from_text(runs: list[Run], before: int, text: str) -> Titled:
    from tuireader.formats.people import looks_like_authors

    start = _start(text)
    if end := _quoted_end(text, start):
        return Titled(clean(cut(runs, start, end)), cut(runs, end))
    ids = ids_in_text(text)
    end = ids[0][0] if ids and ids[0][0] > start else len(text)
    hint = _HINT.search(text, max(end - 50, 0), end)
    end = hint.start() if hint else end
    for match in re.finditer(r"\s[-–—|]\s|\n|\t", text[:end]):
        behind = text[match.end() : end]
        if is_title(clean(cut(runs, 0, match.start()))) and (
            looks_like_authors(behind.strip(_CLOSING)) or len(behind) > _LONG_PROSE
        ):
            end = match.start()
            break
    title = clean(cut(runs[:before], 0, end))
    rest_start = len(text[:end].rstrip(_CLOSING)) if hint is None else hint.start()
    return Titled(title, cut(runs, max(rest_start, 0)))


def _behind(runs: list[Run], before: int) -> Titled:
    """The paper's link comes first: `[2501.12948](…) Title`, `[2501.12948] Title`."""
    after = before
    while after < len(runs) and (
        runs[after].href or not _WORD.search(runs[after].text)
    ):
        after += 1
    behind = runs[after:] if before < len(runs) else runs
    text = plain(behind)
    ids = ids_in_text(text)
    start = (
        ids[0][1] if ids and not _WORD.search(_ARXIV.sub("", text[: ids[0][0]])) else 0
    )
    if before == len(runs) and not start:
        return Titled("", runs)
    found = split_title(strip(cut(behind, start), _CLOSING + "])）"), None)
    if not is_title(found.title):
        return Titled("", runs)
    return Titled(
        found.title, [*runs[: after if before < len(runs) else 0], *found.rest]
    )
