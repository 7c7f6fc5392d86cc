"""Which paragraph of an entry is the abstract where a label names one."""

import pytest

from tests.formats.samples import source
from tuireader.domain.entry import Entry
from tuireader.formats import read_digest

SHORT = (
    "We study how noise arises in large models. In this paper we propose a filter for "
    "it and show that results are better on many benchmarks."
)
LONG = f"{SHORT} {SHORT}"
KOREAN = "좋은 논문입니다."


def entry_of(*lines: str) -> Entry:
    entry = "\n".join(["(Ada Lovelace, Alan Turing)", *lines, "#llm #moe"])
    text = f"2024-08-30\n\nNoise in Models\n{entry}\n\nMore Noise\n{entry}\n"
    digest = read_digest(source(text, "digest.txt"))
    assert [each.title for each in digest.entries] == ["Noise in Models", "More Noise"]
    return digest.entries[0]


@pytest.mark.parametrize("abstract", [SHORT, LONG])
@pytest.mark.parametrize(
    "words",
    [
        "Abstract: 이 초록은 훌륭합니다.",
        "초록: 잘 썼습니다.",
        "[초록] 번역하면 이렇다.",
    ],
)
def test_an_abstract_in_english_goes_before_a_label_below_it(
    abstract: str, words: str
) -> None:
    entry = entry_of(abstract, KOREAN, words)
    assert entry.abstract == abstract
    assert words in "\n".join(paragraph.text for paragraph in entry.commentary)


def test_a_remark_on_the_abstract_is_none() -> None:
    words = "Abstract: nicely written, worth reading."
    entry = entry_of(LONG, KOREAN, words)
    assert entry.abstract == LONG
    assert [x.text for x in entry.commentary] == [KOREAN, words]


@pytest.mark.parametrize(
    "above",
    [
        KOREAN,
        "I liked this one a lot, maybe you do too.",
        "This paper is on noise and I found it nice to read.",
        "Noise in large models, removed by a simple filter.",
    ],
)
@pytest.mark.parametrize("label", ["Abstract: ", "초록: ", "Abstract\n"])
def test_the_words_of_the_curator_stand_above_a_labelled_abstract(
    above: str, label: str
) -> None:
    entry = entry_of(above, f"{label}{SHORT}", "끝입니다.")
    assert entry.abstract == SHORT
    assert [x.text for x in entry.commentary] == [above, "끝입니다."]
