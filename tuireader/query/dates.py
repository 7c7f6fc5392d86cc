"""Days as typed in a query: `2024-03`, `2024-01..2024-06`, `30d`, `today`.

Dates are compared as ISO strings, which order like the days they name.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_AGO = re.compile(r"([0-9]{1,5})([dwmy])")
_DAY = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")
_EARLIEST, _LATEST = "0", "9999-12-31"
# Sorts below every day, so that no span of days holds the papers without one.
_UNDATED = ("", "")


@dataclass(frozen=True, slots=True)
class Days:
    """A set of days: spans of ISO dates, both ends included."""

    spans: tuple[tuple[str, str], ...]
    """First and last day of each span; `("", "")` stands for papers without a day."""

    def __contains__(self, day: str) -> bool:
        return any(first <= day <= last for first, last in self.spans)

    def __and__(self, other: "Days") -> "Days":
        both = (
            (max(first, other_first), min(last, other_last))
            for first, last in self.spans
            for other_first, other_last in other.spans
        )
        return Days(tuple(sorted({span for span in both if span[0] <= span[1]})))

    def __or__(self, other: "Days") -> "Days":
        return Days(tuple(sorted({*self.spans, *other.spans})))

    def __le__(self, other: "Days") -> bool:
        """Tell whether each span lies within one span of `other`."""
        return all(
            any(low <= first and last <= high for low, high in other.spans)
            for first, last in self.spans
        )

    @property
    def undated(self) -> bool:
        """Whether papers without a day are meant."""
        return _UNDATED in self.spans

    def any_of(self, dates: tuple[str, ...]) -> bool:
        """Tell whether a paper with these dates is meant, by one of them at least."""
        return any(day in self for day in dates if day) or (
            self.undated and not any(dates)
        )


def parse_days(key: str, value: str, today: date) -> Days | None:
    """Return the days that `key:value` means, or None if it names none.

    Args:
        key: `date`, `after` (its day and all later) or `before` (all earlier).
        value: A year, month or day; a range with `..`; an age such as `30d`, `2w`,
            `3m`, `1y`; `today`, `yesterday`, `week`, `month`; or `undated`.
        today: The day from which ages count.
    """
    value = value.strip().casefold()
    if key == "date" and value in {"undated", "none"}:
        return Days((_UNDATED,))
    if ".." in value and key == "date":
        return _range(value, today)
    span = _span(value, today)
    if span is None:
        return None
    first, last = span
    if key == "after":
        return Days(((first.isoformat(), _LATEST),))
    if key == "before":
        return Days(((_EARLIEST, _day_before(first)),))
    if _AGO.fullmatch(value):  # an age alone is the time since
        last = today
    return Days(((first.isoformat(), last.isoformat()),))


def _day_before(day: date) -> str:
    return "0" if day == date.min else (day - timedelta(days=1)).isoformat()


def _range(value: str, today: date) -> Days | None:
    left, _, right = value.partition("..")
    first = _span(left, today) if left else None
    last = _span(right, today) if right else None
    if (left and not first) or (right and not last) or not (left or right):
        return None
    if first and last and first[0] > last[0]:  # typed the other way round
        first, last = last, first
    return Days(
        (
            (
                first[0].isoformat() if first else _EARLIEST,
                last[1].isoformat() if last else _LATEST,
            ),
        )
    )


def _span(value: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day of a year, month, day, word or age."""
    match value:
        case "today":
            return today, today
        case "yesterday":
            day = ago(today, 1, "d")
            return day, day
        case "week":  # the seven days that end today
            return ago(today, 6, "d"), today
        case "month":
            return ago(today, 1, "m"), today
    if age := _AGO.fullmatch(value):
        day = ago(today, int(age[1]), age[2])
        return day, day
    return _calendar_span(value)


def _calendar_span(value: str) -> tuple[date, date] | None:
    match = _DAY.fullmatch(value.rstrip("-/."))
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or (1 if match[2] is None else 0), day or 1)
        if match[3] is not None:
            return date(year, month, day), date(year, month, day)
    except ValueError:  # there is no such month or day
        return None
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])


def ago(today: date, count: int, unit: str) -> date:
    """Return the day `count` units before `today`; months and years keep to their ends.

    Three months before 31 May is 29 February of a leap year, not a day in March. Ages
    older than the calendar are its first day.

    Args:
        today: The day to count from.
        count: How many units.
        unit: `d`, `w`, `m` or `y`.
    """
    if unit in "dw":
        days = count * (7 if unit == "w" else 1)
        return date.fromordinal(max(today.toordinal() - days, 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
