"""Days that are told by the number of a week, or with a year of two digits."""

import re
from datetime import date

from tuireader.formats.date_patterns import MONTHS, YEARLESS, month_of, number_of, valid

_YEAR = "((?:19|20)[0-9]{2})"
# 2025-W36 · 2025 Week 36 · 2025년 36주차 · 2025年第36周 · Week 36, 2025 · W36 of 2025
_WEEK = re.compile(
    rf"\b{_YEAR}[ -]?(?:W|Week ?|Wk\.? ?)([0-9]{{1,2}})\b"
    rf"|{_YEAR}[ ]?[년年][ ]?第?([0-9]{{1,2}})[ ]?(?:주차|주|周|週)"
    rf"|\b(?:W|Week ?|Wk\.? ?)#?([0-9]{{1,2}})(?:,| of| -|/)? ?{_YEAR}\b",
    re.IGNORECASE,
)
# 2024년 7월 2주차 (7/8 ~ 7/14) · 2024, 12/30 – 1/5
_RANGE = re.compile(
    rf"\b{_YEAR}(?:[년年]|[ ,:])[^\n/]{{0,40}}?(?<![0-9/.])([0-9]{{1,2}})/"
    r"([0-9]{1,2}) ?[~〜–—-] ?([0-9]{1,2})/([0-9]{1,2})(?![0-9/])"
)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
# 24년 8월 30일
_KOREAN = re.compile(r"(?<![0-9])([0-9]{2})년 ?([0-9]{1,2})월 ?([0-9]{1,2})(?=일)")
# Tue, 3 Sep 24: as arXiv writes the days of its listings.
_SHORT_YEAR = re.compile(
    rf"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?,? {{1,2}}(?P<d>[0-9]{{1,2}})"
    rf" (?P<m>{'|'.join(MONTHS)}) (?P<y>[0-9]{{2}})(?![0-9:])",
    re.IGNORECASE,
)


def day_of_week(text: str) -> str | None:
    """Return the last day of the week that `text` numbers, or of the range beside it.

    `2025-W36`, `Week 36, 2025 (Sep 1 - Sep 7)`, `2025년 36주차`,
    `2024년 7월 2주차 (7/8 ~ 7/14)`.

    Args:
        text: A line or a name.
    """
    if days_of := _RANGE.search(text):
        return _last_day(*map(int, days_of.groups()))
    match = _WEEK.search(text)
    if not match or _MONTH.search(text, 0, match.start()):
        return None  # `Feb 2024 week 3` numbers the weeks of a month
    year, week = (int(group) for group in _in_order(match))
    days = list(YEARLESS.finditer(text, match.end()))
    if days:
        parts = {
            name[0]: value for name, value in days[-1].groupdict().items() if value
        }
        return valid(year, month_of(parts["m"]), number_of(parts["d"]))
    try:
        return date.fromisocalendar(year, week, 7).isoformat()
    except ValueError:
        return None


def _last_day(year: int, month: int, day: int, to_month: int, to: int) -> str | None:
    """Return the last day of a range that may go on into the next year."""
    if not valid(year, month, day):
        return None
    return valid(year + (to_month < month), to_month, to)


def _in_order(match: "re.Match[str]") -> tuple[str, str]:
    """Return year and week of a match."""
    if match[5]:
        return match[6], match[5]
    return (match[1], match[2]) if match[1] else (match[3], match[4])


def without_week(text: str) -> str:
    """Return `text` without what `day_of_week` reads in it."""
    return YEARLESS.sub(" ", _WEEK.sub(" ", text))


def day_of_short_year(text: str) -> str | None:
    """Return the day of `Tue, 3 Sep 24`; only a weekday makes two digits a year."""
    if korean := _KOREAN.search(text):
        return valid(2000 + int(korean[1]), int(korean[2]), int(korean[3]))
    if not (match := _SHORT_YEAR.search(text)):
        return None
    return valid(2000 + int(match["y"]), month_of(match["m"]), int(match["d"]))
