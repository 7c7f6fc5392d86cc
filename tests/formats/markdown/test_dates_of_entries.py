"""Days that stand among entries: of one of them, or of those below."""

import pytest

from tests.formats.samples import source
from tuireader.formats import read_digest


def test_a_day_in_bold_below_a_title_is_that_of_its_entry() -> None:
    text = """\
- [LoRA Models Of Low Rank](https://arxiv.org/abs/2106.09685)

  **2021-06-17** · Edward Hu, Bo Wu

- [GPT Models Of All](https://arxiv.org/abs/2005.14165)

  **2020-05-28** · Tom Brown, Ada Lee
"""
    entries = read_digest(source(text, "x/2024-08-30.md")).entries
    assert [(entry.date, entry.authors) for entry in entries] == [
        ("2021-06-17", ("Edward Hu", "Bo Wu")),
        ("2020-05-28", ("Tom Brown", "Ada Lee")),
    ]


@pytest.mark.parametrize("days", [("3/13", "3/14"), ("3월 13일", "3월 14일")])
@pytest.mark.parametrize("above", ["기간: 2025-03-10 ~ 2025-03-14", "# 2025-03-14"])
def test_days_of_rows_take_the_year_of_the_page(
    above: str, days: tuple[str, str]
) -> None:
    text = f"# 논문\n\n{above}\n\n| 날짜 | 논문 |\n|---|---|\n"
    for number, day in enumerate(days):
        text += (
            f"| {day} | [A Paper {number}](https://arxiv.org/abs/2503.1062{number}) |\n"
        )
    entries = read_digest(source(text, "x.md")).entries
    assert [entry.date for entry in entries] == ["2025-03-13", "2025-03-14"]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Weekly digest — 2024년 7월 2주차 (7/8 ~ 7/14)", "2024-07-14"),
        ("Papers of 2024, 12/30 – 1/5", "2025-01-05"),
        ("2024年第28周 7/8-7/14", "2024-07-14"),
        ("2024 papers, scores 99/98 - 97/96", None),
    ],
)
def test_days_of_a_week_between_slashes_take_the_year_in_front(
    heading: str, day: str | None
) -> None:
    text = f"# {heading}\n\n"
    for number in range(2):
        text += f"- [A Paper {number}](https://arxiv.org/abs/2503.1062{number})\n"
    entries = read_digest(source(text, "x.md")).entries
    assert [entry.date for entry in entries] == [day, day]
