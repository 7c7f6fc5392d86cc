"""Titles freed of numbers, badges and marks, and headings as names of sections."""

import re

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
)
from tuireader.formats.markdown.labels import Role, label_of, names_link
from tuireader.formats.markdown.segments import leading_label
from tuireader.formats.markdown.words import words

# What may stand before a title: `1.`, `[12]`, `#3`, an arXiv id.
_NUMBERING = re.compile(
    r"(?:[0-9]{1,4}\s?[.)、．:：/](?![0-9])|0[0-9]\s|[#№]\s?[0-9]{1,4}(?=[\s.:]|$)"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.?(?=\s)"
    r"|[一二三四五六七八九十]{1,3}[、.．]|\[[ xX]\](?=\s)"
    r"|(?:paper|论文|論文|논문|第)\s?[#№]?\s?[0-9]{1,3}\s?[篇편]?\s?[:：.)）、]"
    r"|[\[(（【]\s?[0-9]{1,4}\s?[\])）】]|[①-⑳❶-❿]|[0-9]\ufe0f?\u20e3"
    r"|\\?[\[(]?(?:arxiv\s?[:：]?\s?)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?\\?[\])]?"
    r"(?=[\s:：|]|$))\s{0,9}",
    re.IGNORECASE,
)
# `(ICLR 2025)`, `[cs.CL]`, `[2025-06]`, `【新】`, `[[@vaswani2017]]`
_BADGE = re.compile(
    r"\[{1,2}@[^\[\]\s]{2,60}\]{1,2}\s?[-–—:：|]?\s?"
    r"|[\[(（【](?:[A-Za-z]{2,12}[ '’-]{0,2}[0-9]{2,4}"
    r"|[0-9]{4}[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?"
    r"|(?:cs|math|stat|eess|q-bio|physics)\.[A-Za-z-]{2,12}|arxiv[^\])）】]{0,24}|[0-9]{4}"
    r"|new|hot|oral|spotlight|論文|论文|논문|新)[\])）】]\s?[-–—:：|]?\s?",
    re.IGNORECASE,
)
OPENING = " \t\n\u2028\ufe0f\u200d*_`#>|·•-–—:：,，.、→➤►▶★☆✓✔"
"""What a title does not begin with."""
CLOSING = " \t\n\u2028\ufe0f*_`|·•-–—:：,，;；→[([（【#↗⬇"
"""What a title does not end with."""
QUOTES = {"“": "”", '"': '"', "「": "」", "『": "』", "《": "》", "«": "»", "‘": "’"}
LONGEST = 320
_SHORTEST = 2
_SYMBOL = re.compile("[\u2190-\u2bff\u3000-\u3007\ufe0f\U0001f000-\U0001faff]")
# But not how TeX opens a quotation.
_OPENING_RUN = re.compile(rf"(?!``)(?:(?!``)[{re.escape(OPENING)}]|{_SYMBOL.pattern})+")
_TRAILING_ID = re.compile(
    r"[(（\[]?\s?(?:arxiv\s?[:：]?\s?)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?\s?[)）\]]?$",
    re.IGNORECASE,
)
_ID_ENDS = frozenset("0123456789)）]")
_LONGEST_ID = 32
_COUNT = re.compile(
    r"\s?[·|-]?\s?(?:[(（\[][^()（）\[\]]{0,14}[0-9]{1,9}[^()（）\[\]]{0,14}[)）\]]"
    r"|(?<![0-9])[0-9]{1,9}\s?(?:papers?|篇|편|件|本|개|results?|items?|entries))\s{0,9}$",
    re.IGNORECASE,
)
# As newsletters say how long an article is.
_READ = re.compile(r"\s?\([0-9]{1,3}[ -]?min(?:ute)?s?(?: read)?\)$", re.IGNORECASE)
# `Vaswani et al., 2017`: who wrote it, not what it is called; `@vaswani2017` the key.
_CITED = re.compile(
    r"[^:()（）\[\]]{2,60}\bet al\.?,? ?[(\[]?(?:19|20)[0-9]{2}[a-z]?[)\]]?|@\S+"
)
_SEVERAL = re.compile(
    r"[(（\[][^()（）\[\]]{0,24}\b[0-9]{1,5}\s?(?:new )?(?:papers?|entries|articles?"
    r"|submissions?|篇|편|件|本|개)[^()（）\[\]]{0,8}[)）\]]\s?$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\[{1,3}(?:back|top|返回|목차)[^\]]{0,40}\]{1,3}", re.IGNORECASE)
_DIGEST_WORDS = words(
    """daily weekly monthly digest digests papers arxiv update updates updated
    newsletter today latest recent new list reading report reports archive index
    contents news briefing brief roundup top hot trending 日报 周报 每日 每周 论文
    精选 速递 速报 汇总 最新 今日 目录 更新 年 月 日 다이제스트 데일리 주간 일간
    오늘의 논문 목록 목차 리뷰 주차 년 월 일 첫째 둘째 셋째 넷째 다섯째 주
    ダイジェスト デイリー 週刊 日刊 今日の 論文 まとめ"""
)
_CALENDAR = words(
    """jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun of
    the for on in to and ml ai cs wee day"""
)
_FEW_WORDS = 10
_TOKEN = re.compile(r"(?<![^\W_])(?![0-9]+(?:st|nd|rd|th)?(?![^\W_]))[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+")


def clean(runs: list[Run]) -> str:
    """Return `runs` as a title: on one line, without numbering, badges and marks."""
    runs = [run for run in runs if not run.style & IMAGE]
    text = plain(runs)
    start = start_of(text)
    label, value = leading_label(text[start:])
    if label and label.role == Role.TITLE:
        start += value + start_of(text[start + value :])
    core = cut(runs, start, len(text.rstrip(CLOSING)))
    everywhere = BOLD | ITALIC | CODE
    for run in core:
        if run.text.strip():
            everywhere &= run.style
    text = " ".join(
        markdown([Run(r.text, r.style & ~everywhere & ~BOLD) for r in core]).split()
    )
    if text[-1:] == ")":
        text = _READ.sub("", text)
    if text[-1:] in _ID_ENDS and (
        match := _TRAILING_ID.search(text, max(len(text) - _LONGEST_ID, 0))
    ):
        text = text[: match.start()] or text
    return _unquoted(text.strip())


def start_of(text: str) -> int:
    """Return where the title begins behind numbers, emoji and badges."""
    if "B" <= text[:1] <= "Z" and text[0] not in "NP":
        return 0  # as most titles begin, and no numbering does
    at = 0
    for _ in range(4):
        before = at
        if opening := _OPENING_RUN.match(text, at):
            at = opening.end()
        quoted = text[at : at + 1] in QUOTES
        if match := _BADGE.match(text, at) or (
            not quoted and _NUMBERING.match(text, at)
        ):
            at = match.end()
        if at == before:
            break
    return at if any(map(str.isalnum, text[at:])) else 0


def _unquoted(text: str) -> str:
    if text.startswith("[[") and text.find("]]") == len(text) - 2:
        return text[2:-2].rpartition("|")[2].strip()
    closing = QUOTES.get(text[:1])
    if closing and text.endswith(closing) and text.count(closing, 1) == 1:
        return text[1:-1].strip()
    return text


def is_title(text: str) -> bool:
    """Say whether `text` can be a title: some words, no field, no address."""
    text = text.strip()
    if not _SHORTEST <= len(text) <= LONGEST or text.endswith((":", "：")):
        return False
    if not any(map(str.isalpha, text)) or "://" in text or _is_key(text):
        return False
    return not (names_link(text) or label_of(text) or leading_label(text)[0])


def _is_key(text: str) -> bool:
    return (text[0] == "@" or " et al" in text) and bool(_CITED.fullmatch(text))


def is_heading_of_digest(text: str) -> bool:
    """Say whether a heading names a digest, a day or a section of one, not a paper."""
    words = [word.casefold() for word in _WORD.findall(text)]
    named = sum(word in _DIGEST_WORDS for word in words)
    return (bool(find_date(text)) and len(words) <= _FEW_WORDS) or named * 2 > len(
        words
    )


def counts_papers(text: str) -> bool:
    """Say whether a heading says how many papers stand below it."""
    return _SEVERAL.search(text) is not None


def says_only_digest(text: str) -> bool:
    """Say whether a heading has only words for days and for digests."""
    for word in map(str.casefold, _TOKEN.findall(text)):
        rest = word
        if not rest.isascii():
            for known in _DIGEST_WORDS:
                rest = rest.replace(known, "")
        if len(rest) > 1 and rest not in _DIGEST_WORDS and rest[:3] not in _CALENDAR:
            return False
    return True


def section_name(text: str) -> str:
    """Return a heading as the name of a section, without emoji, links and counts."""
    start = start_of(text)
    name = _BACK.sub("", text[start:])
    return _COUNT.sub("", name).strip(CLOSING + "]") or name.strip()
