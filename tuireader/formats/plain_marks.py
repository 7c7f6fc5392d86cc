"""What stands around the titles of plain digests: numbers, bullets, brackets."""

import re

from tuireader.domain.arxiv_id import ArxivId
from tuireader.formats.titles import is_title_like, titled_address

PICTURES = "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
"""Arrows, shapes, dingbats and emoji, for a class of a pattern."""
# 1. · 1、 · (2) · [3/5] · 【3】 · #4 · 5: · ⑥ · 7️⃣ · Paper 8: · - · ■ · 📄 · >> · ##
_MARK = re.compile(
    r"(?:#{1,6}\s+|[-*+•·▪※>]{1,3}\s+|\(?[0-9]{1,3}[.)]\s+|(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[、．]\s*"
    r"|[0-9]{1,3}(?:\s?[:：]|번\.)\s+"
    r"|[\[【［][0-9]{1,3}(?:/[0-9]{1,3})?[\]】］]\s*|#[0-9]{1,3}[.:)]?\s+|[①-⓿❶-➓・‣]\s*"
    "|[0-9]\ufe0f?\u20e3\\s*"
    rf"|[{PICTURES}]\ufe0f?\s+"
    r"|(?:Paper|논문|No\.?)\s?#?[0-9]{1,3}\s?[.:)]\s+)+"
)
PICTURE = rf"(?:[{PICTURES}]\ufe0f?(?:\u200d\S{{1,2}})?[:：]?\s{{1,3}})"
"""A small picture before a field, such as 👥 before the authors."""
_NAMED = ("Paper", "논문", "No", *"一二三四五六七八九十")
_LABEL = re.compile(
    r"[*_]{0,2}(?:paper )?(?:title|제목|标题|題名|タイトル)[*_]{0,2}\s?[:：]"
    r"[*_]{0,2}\s*(?=\S)",
    re.IGNORECASE,
)
_LABEL_WITHIN = 16
_PAIRS = {
    "[": "]", "「": "」", "『": "』", "《": "》", "〈": "〉", "<": ">", "【": "】",
    '"': '"', "“": "”", "«": "»", "{": "}", "［": "］",
}  # fmt: skip
# `[2408.16293] Title` · `Title (arXiv:2408.16293v2)` · `Title - 2408.16293`
_LEADING_ID = re.compile(
    r"[\[(](arXiv:\s?)?([0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?)[\])]\s*[-:]?\s*",
    re.IGNORECASE,
)
_TRAILING_ID = re.compile(
    r"\s*(?:[\[(]\s?(?:arXiv:?\s?)?|[-–—|]\s?(?:arXiv:\s?)?|\barXiv:\s?)"
    r"([0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?)(?:\s?\[[\w.-]{2,20}\])?\s?[\])]?",
    re.IGNORECASE,
)
_ID_WITHIN = 48


def mark_of(text: str) -> str:
    """Return the number or bullet that a title begins with, with its white space."""
    first = text[0]
    if first.isalpha() and not text.startswith(_NAMED):  # nearly always
        return ""
    match = _MARK.match(text)
    return match[0] if match and match.end() < len(text) else ""


def begins_with_title_label(text: str) -> bool:
    """Say whether a line is `Title: …`."""
    start = text[:_LABEL_WITHIN]
    return (":" in start or "：" in start) and _LABEL.match(text) is not None


def bare_title(text: str) -> str:
    """Return a title without the number, label and brackets that stand around it."""
    text = text[len(mark_of(text)) :]
    if begins_with_title_label(text) and (label := _LABEL.match(text)):
        text = text[label.end() :]
    if text.startswith("[[") and text.find("]]") == len(text) - 2:
        return text[2:-2].rpartition("|")[2].strip() or text
    if _PAIRS.get(text[0]) == text[-1] and len(text) > 2:  # noqa: PLR2004  the pair
        inner = text[1:-1].strip()
        if inner and not {text[0], text[-1]} & set(inner):
            return inner
    return text


def is_title_line(text: str) -> bool:
    """Say whether a line can be a title, with its mark and maybe its address."""
    title = bare_title(text)
    return is_title_like(title) or titled_address(title) is not None


def split_id(title: str) -> tuple[str, ArxivId | None]:
    """Return a title without the arXiv id that it begins or ends with, and the id."""
    if title[0] in "[(" and (match := _LEADING_ID.match(title)):
        rest, text = title[match.end() :], match[2]
    elif title[-1] in "0123456789])":
        start = max(0, len(title) - _ID_WITHIN)
        if not (match := _TRAILING_ID.search(title, start)) or match.end() < len(title):
            return title, None
        rest, text = title[: match.start()], match[1]
    else:
        return title, None
    found = ArxivId.parse(text)
    return (rest, found) if rest and found else (title, None)
