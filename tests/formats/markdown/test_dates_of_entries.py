"""Days that stand among entries: of one of them, or of those below."""

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
