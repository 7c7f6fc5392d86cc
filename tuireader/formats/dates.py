"""Dates as curators write them, in lines and headings.

Every function gives `YYYY-MM-DD` or None, never a day that the calendar does not have.
A range (`28일 ~ 30일`, `Aug 28 - 30, 2024`) stands for its end: that is when the digest
came out.
"""

import re

from tuireader.formats.date_patterns import (
    ALL_MONTHS,
    BETWEEN,
    DATE,
    MONTH_OF_YEAR,
    YEARLESS,
    iso_of,
    month_of,
    number_of,
    valid,
)
from tuireader.formats.weeks import day_of_short_year, day_of_week, without_week

# 24.8.30, '24/08/30 and 240830: year first as in Korea and Japan; only whole lines.
_SHORT = re.compile(
    r"['’]?([0-9]{2})(?:[-./][ ]?([0-9]{1,2})[-./][ ]?([0-9]{1,2})\.?"
    r"|([0-9]{2})([0-9]{2}))[\s,([（]{0,3}"
    r"(?:[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
    r"[)\]）.]{0,2}",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<=[0-9])[T ]{1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?: ?(?:Z|UTC|GMT|KST|JST|[CEP][DS]T|[+-][0-9]{2}:?[0-9]{2}))?"
)
_SHORT_AT_END = re.compile(r"[\s\])）】]\(?([0-9]{2}[./][0-9]{2}[./][0-9]{2})\)?\.?$")
_FEW_WORDS = 3
_DIGIT = re.compile("[0-9０-９]")
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0F: "/", 0xFF0E: "."}
_WORD = re.compile(r"[^\W_]+")
# What may stand beside a date in a date line.
_COMPANY = frozenset(
    _WORD.findall(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
        thur thurs fri sat sun 월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화
        수 목 금 토 일 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二
        周三 周四 周五 周六 周日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 曜日
        月 火 水 木 金 土 日 date dates
        day daily week weekly digest digests arxiv paper papers update updates updated
        news list summary report reading readings for of on the s today 날짜 오늘의 오늘
        논문 일일 데일리 주간 다이제스트 정리 요약 목록 리스트 자 to until 부터
        까지 에서 montag dienstag mittwoch donnerstag freitag samstag sonntag lundi
        mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves
        viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
        vom der den am du le del de di
        """
    )
)
# What else may: the parts of a date, and of the hour behind it.
_KNOWN = _COMPANY.union(
    ALL_MONTHS,
    _WORD.findall("년 年 月 st nd rd th er z utc gmt kst jst est edt pst pdt cst"),
)
_WEEKS = ("eek", "EEK", "W", "주", "周", "週")
HEADING_ENDS = " .!:,"
"""What a greeting that tells the day ends with: `Here is the list of May 25, 2023:`."""
_LONGEST_LINE = 90
_MOST_WORDS = 8
_SENTENCE_ENDS = (".", "!", "?", "다", "요", "죠", ",")


def find_date(text: str) -> str | None:
    """Return the first date in `text`, or the end of the range that begins with it."""
    end = 0
    found: str | None = None
    for match in DATE.finditer(text[:2048]):
        if found and not BETWEEN.fullmatch(text[end : match.start()]):
            break
        found = iso_of(match) or found
        end = match.end()
    return found


def find_day(text: str) -> str | None:
    """Return the first date in a heading, which may number a week instead.

    Args:
        text: A short text: `Week 36, 2025`, `New submissions for Tue, 3 Sep 24`.
    """
    text = text[:2048]
    return find_date(text) or day_of_week(text) or day_of_short_year(text)


def date_of_line(line: str, year: int | None = None) -> str | None:
    """Return the date of a line that holds nothing else but words like `Daily digest`.

    Args:
        line: One line, with or without marks around the date.
        year: The year that a date without one belongs to, if it is known.
    """
    if len(line) > _LONGEST_LINE or not (digit := _DIGIT.search(line)):
        return None
    if digit[0] > "9":
        line = line.translate(_WIDE)
    if any(word.isalpha() and word not in _KNOWN for word in _words(line)):
        return None
    if ":" in line:
        line = _CLOCK.sub("", line)
    if short := _SHORT.fullmatch(line.strip()):
        return valid(
            *map(int, (f"20{short[1]}", short[2] or short[4], short[3] or short[5]))
        )
    if ("20" in line or "19" in line) and (found := _day_of_line(line)):
        return found
    if year and _only_date(line, YEARLESS) and (match := YEARLESS.search(line)):
        groups = {name[0]: text for name, text in match.groupdict().items() if text}
        return valid(year, month_of(groups["m"]), number_of(groups["d"]))
    return None


def month_of_line(line: str) -> str | None:
    """Return the month of a line such as `2024년 8월` or `August 2024`, else None.

    As `YYYY-MM`, with which the days of that month begin.
    """
    match = MONTH_OF_YEAR.fullmatch(line.strip("#*=-[]() "))
    if not match:
        return None
    month = month_of(match["m1"] or match["m2"] or match["m3"])
    day = valid(int(match["y1"] or match["y3"]), month, 1)
    return day and day[:7]


def date_of_heading(line: str) -> tuple[str | None, frozenset[str]]:
    """Return the date in a short heading, and the other words that stand in it.

    Only the place, above all papers, tells such a heading from a title or a sentence.

    Args:
        line: One line.
    """
    if len(line) > _LONGEST_LINE or "://" in line or line.endswith(_SENTENCE_ENDS):
        return None, frozenset()
    rest = _WORD.findall(without_week(DATE.sub(" ", line)).casefold())
    words = frozenset(word for word in rest if not word.isdigit()) - _COMPANY
    if len(words) > _MOST_WORDS:
        return None, frozenset()
    return find_day(line) or _short_in_heading(line, words), words


def _short_in_heading(line: str, words: frozenset[str]) -> str | None:
    """Return the day of `[논문 읽기] 24.04.02`: at the end, beside a word or two."""
    match = _SHORT_AT_END.search(line) if len(words) < _FEW_WORDS else None
    return date_of_line(match[1]) if match else None


def _day_of_line(line: str) -> str | None:
    if _only_date(line, DATE):
        return find_date(line)
    if any(map(line.__contains__, _WEEKS)) and _COMPANY.issuperset(
        _words(without_week(line))
    ):
        return day_of_week(line)
    return None


def _only_date(line: str, pattern: "re.Pattern[str]") -> bool:
    rest, count = pattern.subn(" ", line)
    return bool(count) and _COMPANY.issuperset(_words(rest))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
