"""How dates are written, and which day each writing means."""

import re
from datetime import date
from functools import lru_cache

MONTHS = {
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
_FOREIGN = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner janvier enero gennaio janeiro",
            "februar février febrero febbraio fevereiro",
            "märz mars marzo março", "avril abril aprile", "mai mayo maggio maio",
            "juni juin junio giugno junho", "juli juillet julio luglio julho",
            "août aout agosto", "septembre septiembre settembre setembro",
            "oktober octobre octubre ottobre outubro okt",
            "novembre noviembre novembro", "dezember décembre diciembre dicembre dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Months in German, French, Spanish, Italian and Portuguese, behind the day."""
ALL_MONTHS = MONTHS | _FOREIGN
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_ANY_MONTH = _MONTH.replace(
    "(?:", "(?:" + "|".join(sorted(_FOREIGN, key=len, reverse=True)) + "|", 1
)
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
_TO = r"[ ]{0,2}(?:~|∼|〜|–|—|-|to|until|부터|에서)[ ]{0,2}"
_YEAR = "(?:19|20)[0-9]{2}"

# Each alternative names its groups after the order of its fields; `e` is a range's end.
DATE = re.compile(
    # 2024년 8월 30일 · 2024年8月30日 · 2024년 8월 28일 ~ 30일
    rf"(?P<y1>{_YEAR})[ ]?[년年][ ]?(?P<m1>[0-9]{{1,2}})[ ]?[월月][ ]?"
    rf"(?P<d1>[0-9]{{1,2}})(?![0-9]|[ ]?[주周週])[ ]?[일日]?"
    rf"(?:{_TO}(?:(?P<em1>[0-9]{{1,2}})[ ]?[월月][ ]?)?"
    rf"(?P<ed1>[0-9]{{1,2}})[ ]?[일日])?"
    # 2024-08-30 · 2024.8.30 · 2024. 8. 30. · 2024_08_30 · 2024/08/26〜08/30
    rf"|(?<![0-9.])(?P<y2>{_YEAR})(?:[ ]?[-./_‐‑–][ ]?)(?P<m2>[0-9]{{1,2}})"
    rf"(?:[ ]?[-./_‐‑–][ ]?)(?P<d2>[0-9]{{1,2}})(?![0-9])"
    rf"(?:[ ]?[~∼〜～–—-][ ]?(?P<em2>[0-9]{{1,2}})[-./]"
    rf"(?P<ed2>[0-9]{{1,2}})(?![-./0-9]))?"
    # August 30, 2024 · Aug 28 - 30, 2024 · Aug. 28 - Sep. 3, 2024
    rf"|\b(?P<m3>{_MONTH})[ ]?(?P<d3>{_DAY})"
    rf"(?:{_TO}(?:(?P<em3>{_MONTH})[ ]?)?(?P<ed3>{_DAY}))?,?[ ]{{1,2}}(?P<y3>{_YEAR})\b"
    # 30 August 2024 · 28 - 30 Aug 2024 · 30. August 2024 · 1er juin 2024 · 3 de mayo de
    rf"|\b(?P<d4>{_DAY}|[0-9]{{1,2}}(?:\.|er|º))(?:{_TO}(?P<ed4>{_DAY}\.?))?[ ]?"
    rf"(?:of[ ]|de[ ])?(?P<m4>{_ANY_MONTH}),?[ ]{{1,2}}(?:del?[ ])?(?P<y4>{_YEAR})\b"
    # 20240830 · 202408301530
    rf"|(?<![0-9])(?P<y5>{_YEAR})(?P<m5>[0-9]{{2}})(?P<d5>[0-9]{{2}})"
    r"(?:[0-9]{4}(?:[0-9]{2})?)?(?![0-9])"
    # 30.08.2024 (day first) · 08/30/2024 (month first, unless it cannot be one)
    rf"|(?<![0-9.])(?P<d6>[0-9]{{1,2}})(?:\.[ ]?|-)(?P<m6>[0-9]{{1,2}})(?:\.[ ]?|-)"
    rf"(?P<y6>{_YEAR})\b"
    rf"|(?<![0-9/])(?P<m7>[0-9]{{1,2}})/(?P<d7>[0-9]{{1,2}})/(?P<y7>{_YEAR})\b",
    re.IGNORECASE,
)
# 8월 30일 · Aug 30: only where the year is known from elsewhere.
YEARLESS = re.compile(
    rf"(?P<m1>[0-9]{{1,2}})[ ]?[월月][ ]?(?P<d1>[0-9]{{1,2}})[ ]?[일日]"
    rf"|\b(?P<m3>{_MONTH})[ ]?(?P<d3>{_DAY})\b|\b(?P<d4>{_DAY})[ ]?(?P<m4>{_MONTH})",
    re.IGNORECASE,
)
# 2024년 8월 · 2024.08 · August 2024
MONTH_OF_YEAR = re.compile(
    rf"(?P<y1>{_YEAR})(?:[년年][ ]?(?P<m1>[0-9]{{1,2}})[월月]"
    rf"|[ ]?[-./][ ]?(?P<m2>[0-9]{{1,2}}))|(?P<m3>{_MONTH}),?[ ](?P<y3>{_YEAR})",
    re.IGNORECASE,
)
BETWEEN = re.compile(rf"{_TO}|[ ]?_[ ]?")


@lru_cache(maxsize=512)
def valid(year: int, month: int, day: int) -> str | None:
    """Return the ISO form of a day, or None if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_of(match: "re.Match[str]") -> str | None:
    """Return the day that a match of `DATE` means, or None if there is no such day."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    form = next(name[1] for name in groups if name[0] == "y")
    year, month = int(groups[f"y{form}"]), month_of(groups[f"m{form}"])
    day = number_of(groups[f"d{form}"])
    if end := groups.get(f"ed{form}"):
        end_month = month_of(groups.get(f"em{form}", "")) or month
        end_year = year + (form in "12" and end_month < month)
        return valid(end_year, end_month, number_of(end)) or valid(year, month, day)
    if form == "7" and month > 12:  # noqa: PLR2004  months end at 12
        month, day = day, month
    return valid(year, month, day)


def number_of(text: str) -> int:
    """Return the number of a day such as `3rd`."""
    return int("".join(char for char in text if "0" <= char <= "9"))


def month_of(text: str) -> int:
    """Return the number of a month, written as a number or by name; 0 for none."""
    if not text:
        return 0
    return int(text) if text.isdigit() else ALL_MONTHS[text.rstrip(".").casefold()]
