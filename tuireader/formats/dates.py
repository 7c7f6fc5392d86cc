"""Dates as curators write them: in lines, file names and folder names.

Every function gives `YYYY-MM-DD` or None, never a day that the calendar does not have.
A range (`28일 ~ 30일`, `Aug 28 - 30, 2024`) stands for its end: that is when the digest
came out.
"""

import re
from datetime import date
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct",
            "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
_TO = r"[ ]{0,2}(?:~|∼|〜|–|—|-|to|until|부터|에서)[ ]{0,2}"
_YEAR = "(?:19|20)[0-9]{2}"

# Each alternative names its groups after the order of its fields; `e` is a range's end.
_DATE = re.compile(
    # 2024년 8월 30일 · 2024年8月30日 · 2024년 8월 28일 ~ 30일
    rf"(?P<y1>{_YEAR})[ ]?[년年][ ]?(?P<m1>[0-9]{{1,2}})[ ]?[월月][ ]?"
    rf"(?P<d1>[0-9]{{1,2}})[ ]?[일日]?(?:{_TO}(?:(?P<em1>[0-9]{{1,2}})[ ]?[월月][ ]?)?"
    rf"(?P<ed1>[0-9]{{1,2}})[ ]?[일日])?"
    # 2024-08-30 · 2024.8.30 · 2024. 8. 30. · 2024_08_30 · 2024/08/26〜08/30
    rf"|(?<![0-9.])(?P<y2>{_YEAR})(?:[ ]?[-./_‐‑–][ ]?)(?P<m2>[0-9]{{1,2}})"
    rf"(?:[ ]?[-./_‐‑–][ ]?)(?P<d2>[0-9]{{1,2}})(?![0-9])"
    rf"(?:[ ]?[~∼〜～–—-][ ]?(?P<em2>[0-9]{{1,2}})[-./]"
    rf"(?P<ed2>[0-9]{{1,2}})(?![-./0-9]))?"
    # August 30, 2024 · Aug 28 - 30, 2024 · Aug. 28 - Sep. 3, 2024
    rf"|\b(?P<m3>{_MONTH})[ ]?(?P<d3>{_DAY})"
    rf"(?:{_TO}(?:(?P<em3>{_MONTH})[ ]?)?(?P<ed3>{_DAY}))?,?[ ]{{1,2}}(?P<y3>{_YEAR})\b"
    # 30 August 2024 · 28 - 30 Aug 2024 · Fri, 30 Aug 2024
    rf"|\b(?P<d4>{_DAY})(?:{_TO}(?P<ed4>{_DAY}))?[ ]?(?:of[ ])?(?P<m4>{_MONTH}),?"
    rf"[ ]{{1,2}}(?P<y4>{_YEAR})\b"
    # 20240830 · 202408301530
    rf"|(?<![0-9])(?P<y5>{_YEAR})(?P<m5>[0-9]{{2}})(?P<d5>[0-9]{{2}})"
    r"(?:[0-9]{4}(?:[0-9]{2})?)?(?![0-9])"
    # 30.08.2024 (day first) · 08/30/2024 (month first, unless it cannot be one)
    rf"|(?<![0-9.])(?P<d6>[0-9]{{1,2}})(?:\.[ ]?|-)(?P<m6>[0-9]{{1,2}})(?:\.[ ]?|-)"
    rf"(?P<y6>{_YEAR})\b"
    rf"|(?<![0-9/])(?P<m7>[0-9]{{1,2}})/(?P<d7>[0-9]{{1,2}})/(?P<y7>{_YEAR})\b",
    re.IGNORECASE,
)
# 24.8.30, '24/08/30 and 240830: year first as in Korea and Japan; only whole lines.
_SHORT = re.compile(
    r"['’]?([0-9]{2})(?:[-./][ ]?([0-9]{1,2})[-./][ ]?([0-9]{1,2})\.?"
    r"|([0-9]{2})([0-9]{2}))"
)
_YYMMDD = re.compile(r"[0-9]{6}(?![0-9])[ _.-]*")
# `[240830] Title` · `24-08-30 Title`
_OTHER_SHORT = re.compile(
    r"(?:\[([0-9]{6})\]|\(([0-9]{6})\)|([0-9]{2}-[0-9]{2}-[0-9]{2}))[ _]+(?=\S)"
)
# Behind the names of exported pages.
_EXPORTED = re.compile(r" [0-9a-f]{32}$")
# 8월 30일 · Aug 30: only where the year is known from elsewhere.
_YEARLESS = re.compile(
    rf"(?P<m1>[0-9]{{1,2}})[ ]?[월月][ ]?(?P<d1>[0-9]{{1,2}})[ ]?[일日]"
    rf"|\b(?P<m3>{_MONTH})[ ]?(?P<d3>{_DAY})\b|\b(?P<d4>{_DAY})[ ]?(?P<m4>{_MONTH})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<=[0-9])[T ]{1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?: ?(?:Z|UTC|GMT|KST|JST|[CEP][DS]T|[+-][0-9]{2}:?[0-9]{2}))?"
)
_BETWEEN = re.compile(rf"{_TO}|[ ]?_[ ]?")
_DIGIT = re.compile("[0-9]")
_WORD = re.compile(r"[^\W_]+")
# What may stand beside a date in a date line.
_COMPANY = frozenset(
    _WORD.findall(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
        thur thurs fri sat sun 월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화
        수 목 금 토 일 星期一 星期二 星期三 星期四 星期五 星期六 星期日 曜日 date dates
        day daily week weekly digest digests arxiv paper papers update updates updated
        news list summary report reading readings for of on the s today 날짜 오늘의 오늘
        논문 일일 데일리 주간 다이제스트 정리 요약 목록 리스트 자 to until 부터
        까지 에서
        """
    )
)
# What else may: the parts of a date, and of the hour behind it.
_KNOWN = _COMPANY.union(
    _MONTHS, _WORD.findall("년 年 月 st nd rd th z utc gmt kst jst est edt pst pdt cst")
)
_LONGEST_LINE = 90
_MOST_WORDS = 8
_SENTENCE_ENDS = (".", "!", "?", "다", "요", "죠", ",")


@lru_cache(maxsize=512)
def valid(year: int, month: int, day: int) -> str | None:
    """Return the ISO form of a day, or None if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=512)
def _short_day(digits: str) -> str | None:
    """Return the day that `YYMMDD` is, once a day: a vault has many notes of each."""
    return valid(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))


def find_date(text: str) -> str | None:
    """Return the first date in `text`, or the end of the range that begins with it."""
    end = 0
    found: str | None = None
    for match in _DATE.finditer(text[:2048]):
        if found and not _BETWEEN.fullmatch(text[end : match.start()]):
            break
        found = _iso(match) or found
        end = match.end()
    return found


def date_of_line(line: str, year: int | None = None) -> str | None:
    """Return the date of a line that holds nothing else but words like `Daily digest`.

    Args:
        line: One line, with or without marks around the date.
        year: The year that a date without one belongs to, if it is known.
    """
    if len(line) > _LONGEST_LINE or "://" in line or not _DIGIT.search(line):
        return None
    if any(word.isalpha() and word not in _KNOWN for word in _words(line)):
        return None
    if ":" in line:
        line = _CLOCK.sub("", line)
    if short := _SHORT.fullmatch(line.strip()):
        return valid(
            *map(int, (f"20{short[1]}", short[2] or short[4], short[3] or short[5]))
        )
    if ("20" in line or "19" in line) and _only_date(line, _DATE):
        return find_date(line)
    if year and _only_date(line, _YEARLESS) and (match := _YEARLESS.search(line)):
        groups = {name[0]: text for name, text in match.groupdict().items() if text}
        return valid(year, _month(groups["m"]), _number(groups["d"]))
    return None


def date_of_heading(line: str) -> tuple[str | None, frozenset[str]]:
    """Return the date in a short heading, and the other words that stand in it.

    Only the place, above all papers, tells such a heading from a title or a sentence.

    Args:
        line: One line.
    """
    if len(line) > _LONGEST_LINE or "://" in line or line.endswith(_SENTENCE_ENDS):
        return None, frozenset()
    rest = _WORD.findall(_DATE.sub(" ", line).casefold())
    if len(rest) > _MOST_WORDS:
        return None, frozenset()
    words = frozenset(word for word in rest if not word.isdigit())
    return find_date(line), words - _COMPANY


def _only_date(line: str, pattern: "re.Pattern[str]") -> bool:
    rest, count = pattern.subn(" ", line)
    return bool(count) and _COMPANY.issuperset(_words(rest))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def split_name(name: str) -> tuple[str | None, str]:
    """Return the date in a file name and what the name says beside it.

    `240830 Title`, `2024-08-30 Title`, `arxiv_digest_2026-08-11`; digits that are no
    day (`209931`) stay in the title.

    Args:
        name: File name without folder and extension.
    """
    head = name[:6]
    if name[6:7] == " " and head.isdecimal() and head.isascii():  # nearly every note
        iso = _short_day(head)
        return (iso, name[7:].lstrip(" _.-").rstrip()) if iso else _dated(name)
    return _dated(name)


def _dated(name: str) -> tuple[str | None, str]:
    if (match := _YYMMDD.match(name)) and (iso := _short_day(name[:6])):
        return iso, name[match.end() :].strip()
    if name[:1] in "[(0123456789" and (match := _OTHER_SHORT.match(name)):
        digits = (match[1] or match[2] or match[3]).replace("-", "")
        if iso := _short_day(digits):
            return iso, name[match.end() :].strip()
    if name[-33:-32] == " ":
        name = _EXPORTED.sub("", name)
    if "19" not in name and "20" not in name:
        return None, name
    for match in _DATE.finditer(name):
        if _iso(match):
            iso = find_date(name)
            end = _end_of_range(name, match.end())
            return iso, (name[: match.start()] + " " + name[end:]).strip(" _-.")
    return None, name


def date_of_path(path: str) -> str | None:
    """Return the date that a path tells: of its file name, else of its folders.

    Args:
        path: Path with `/`; `2024/08/30/note.md` and `2024-08-30/note.md` both tell.
    """
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    if iso := split_name(stem)[0]:
        return iso
    rest = folder
    while rest:
        rest, _, last = rest.rpartition("/")
        if iso := split_name(last)[0]:
            return iso
    return find_date(f"{folder}/{stem}") if folder else None


def _end_of_range(text: str, end: int) -> int:
    for match in _DATE.finditer(text, end):
        if not _BETWEEN.fullmatch(text[end : match.start()]):
            break
        end = match.end()
    return end


def _iso(match: "re.Match[str]") -> str | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    form = next(name[1] for name in groups if name[0] == "y")
    year, month = int(groups[f"y{form}"]), _month(groups[f"m{form}"])
    day = _number(groups[f"d{form}"])
    if end := groups.get(f"ed{form}"):
        end_month = _month(groups.get(f"em{form}", "")) or month
        end_year = year + (form in "12" and end_month < month)
        return valid(end_year, end_month, _number(end)) or valid(year, month, day)
    if form == "7" and month > 12:  # noqa: PLR2004  months end at 12
        month, day = day, month
    return valid(year, month, day)


def _number(text: str) -> int:
    return int("".join(char for char in text if "0" <= char <= "9"))


def _month(text: str) -> int:
    if not text:
        return 0
    return int(text) if text.isdigit() else _MONTHS[text.rstrip(".").casefold()]
