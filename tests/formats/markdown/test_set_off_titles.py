"""Titles set off by emphasis: what stands behind and below them is about that paper."""

import pytest

from tests.formats.samples import source
from tuireader.domain.entry import Entry
from tuireader.formats import read_digest

ABS = "https://arxiv.org/abs"


def read(text: str) -> tuple[Entry, ...]:
    return read_digest(source(text, "papers.md")).entries


@pytest.mark.parametrize("mark", ["**", "*"])
@pytest.mark.parametrize("dash", ["—", "-", "·"])
def test_names_and_a_link_behind_a_title_in_emphasis_are_its_own(
    dash: str, mark: str
) -> None:
    """A title of a few capitalised words could be a name itself."""
    items = [
        ("Mixtral of Experts", "Albert Q. Jiang, Antoine Roux", "2401.04088"),
        ("Self-Rewarding Language Models", "Weizhe Yuan, Jing Xu", "2401.10020"),
    ]
    text = "# 2024-01-09\n\n" + "".join(
        f"- {mark}{title}{mark} {dash} {names}. [arXiv]({ABS}/{number})\n  - 좋다.\n"
        for title, names, number in items
    )
    found = [(e.title, ", ".join(e.authors), e.arxiv_id) for e in read(text)]
    assert found == items


def test_an_item_that_cites_another_paper_is_still_an_entry() -> None:
    text = (
        "1. *Diffusion Policy*. Cheng Chi, Yilun Du. arXiv:2303.04137. Denoises.\n"
        "2. *PaLM-E: An Embodied Multimodal Language Model*. Danny Driess, Fei Xia. "
        "arXiv:2303.03378. Follows SayCan (arXiv:2204.01691).\n"
        "3. *Segment Anything*. Alexander Kirillov, Eric Mintun. arXiv:2304.02643.\n"
    )
    entries = read(f"# Weekly robots\n\n{text}")
    assert [e.arxiv_id for e in entries] == ["2303.04137", "2303.03378", "2304.02643"]
    assert entries[1].authors == ("Danny Driess", "Fei Xia")
    assert entries[1].references == ("2204.01691",)


@pytest.mark.parametrize(
    "words",
    [
        "Built on OpenFlamingo (arXiv:2308.01390).",
        f"Matches OpenFlamingo ([2308.01390]({ABS}/2308.01390)) with less data.",
        f"[OpenFlamingo]({ABS}/2308.01390) underlies all of it.",
    ],
)
def test_a_paragraph_below_a_title_in_bold_and_its_link_cites(words: str) -> None:
    text = "# Daily, 2023-12-06\n\n" + "\n\n".join(
        f"**{title}**\n{names}\n{ABS}/{number}\n\n{words}"
        for title, names, number in (
            ("1/ Dolphins for Driving", "Yingzi Ma, Yulong Cao", "2312.00438"),
            ("2/ Visual Sentences", "Yutong Bai, Xinyang Geng", "2312.00785"),
        )
    )
    entries = read(text)
    assert [e.arxiv_id for e in entries] == ["2312.00438", "2312.00785"]
    assert [e.references for e in entries] == [("2308.01390",)] * 2


def test_hashtags_behind_a_link_are_no_title() -> None:
    text = "# 2023-06-01\n\n" + "\n\n".join(
        f"<details>\n<summary><b>{title}</b> — {names}</summary>\n\n"
        f"[arXiv]({ABS}/{number}) · #reasoning\n\n좋은 논문.\n\n</details>"
        for title, names, number in (
            ("Let's Verify Step by Step", "Hunter Lightman, Yura Burda", "2305.20050"),
            ("Preferences without Reward", "Rafael Rafailov, Bo Wu", "2305.18290"),
        )
    )
    entries = read(text)
    assert [e.title for e in entries] == [
        "Let's Verify Step by Step",
        "Preferences without Reward",
    ]
    assert [e.tags for e in entries] == [("reasoning",)] * 2


def test_a_link_beside_a_day_is_that_of_the_title_above() -> None:
    text = "\n\n".join(
        f"{place}. **{title}**  \n   *{names}*  \n"
        f"   📅 {day} · 🔗 [{number}]({ABS}/{number}) · 🏷️ `scaling`"
        for place, (title, names, day, number) in enumerate(
            (
                ("Attention", "Ada Lee, Bo Wu", "2017-06-12", "1706.03762"),
                ("Scaling Laws", "Cy Dee, Di Eng", "2020-01-23", "2001.08361"),
            ),
            1,
        )
    )
    entries = read(text)
    assert [(e.title, e.date, e.arxiv_id) for e in entries] == [
        ("Attention", "2017-06-12", "1706.03762"),
        ("Scaling Laws", "2020-01-23", "2001.08361"),
    ]


@pytest.mark.parametrize(
    ("authors", "abstract", "remark"),
    [
        ("Auteurs", "Résumé", "Mon avis"),
        ("Autoren", "Zusammenfassung", "Kommentar"),
        ("Autores", "Resumen", "Comentario"),
    ],
)
def test_fields_have_names_in_other_languages(
    authors: str, abstract: str, remark: str
) -> None:
    text = "# Digest\n\n" + "\n".join(
        f"## [{title}]({ABS}/{number})\n\n**{authors} :** Ada Lee, Bo Wu\n\n"
        f"*{abstract} :* Models read text.\n\n*{remark} :* Élégant.\n"
        for title, number in (("One Paper", "1706.03762"), ("Two", "2001.08361"))
    )
    for entry in read(text):
        assert entry.authors == ("Ada Lee", "Bo Wu")
        assert entry.abstract == "Models read text."
        assert "Élégant." in entry.commentary[0].text


def test_a_picture_begins_a_remark_below_an_abstract() -> None:
    words = "We train models of many sizes on text, and we find that larger ones, "
    text = "".join(
        f"{place}. **{title}**  \n   *Ada Lee, Bo Wu*  \n   [arXiv]({ABS}/{number})  \n"
        f"   {words}{words}learn faster.  \n   💡 Cf. [T]({ABS}/2203.15556).\n\n"
        for place, title, number in ((1, "One", "1706.03762"), (2, "Two", "2001.08361"))
    )
    for entry in read(text):
        assert entry.abstract.endswith("learn faster.")
        assert entry.references == ("2203.15556",)


def test_the_key_of_a_note_stands_before_a_title() -> None:
    text = "# 2024-04-02\n\n" + "".join(
        f"- [[@lee2024]] {title} — {ABS}/{number}\n  - 좋다\n"
        for title, number in (("One Model", "1706.03762"), ("Two", "2001.08361"))
    )
    assert [e.title for e in read(text)] == ["One Model", "Two"]


@pytest.mark.parametrize("words", ["Papers", "논문", "Notes"])
def test_a_heading_with_a_day_is_no_name_of_a_field(words: str) -> None:
    text = f"# 2024-05-14 {words}\n\n" + "".join(
        f"## {title}\n[arXiv]({ABS}/{number})\n\n좋다.\n\n"
        for title, number in (("One Model", "1706.03762"), ("Two", "2001.08361"))
    )
    assert [(e.title, e.date) for e in read(text)] == [
        ("One Model", "2024-05-14"),
        ("Two", "2024-05-14"),
    ]


def test_a_line_below_a_title_and_its_link_cites_and_its_words_are_no_names() -> None:
    text = "## 5/14\n\n" + "".join(
        f"**{title}** (Meta) {ABS}/{number}\n"
        f"얼리 퓨전 모델. CM3Leon({ABS}/2309.02591)의 후속.\n\n"
        for title, number in (("Chameleon", "2405.09818"), ("Jamba", "2405.09798"))
    )
    entries = read(text)
    assert [e.arxiv_id for e in entries] == ["2405.09818", "2405.09798"]
    assert [e.authors for e in entries] == [()] * 2
    assert [e.references for e in entries] == [("2309.02591",)] * 2
