"""Lists of people, and what only looks like one."""

import pytest

from tests.formats.notes import URL, one, words
from tests.formats.samples import ABSTRACT, source
from tuireader.formats import read_digest
from tuireader.formats.plain_names import are_names, split_byline

BYLINES = {
    "Deep Nets — Ian Goodfellow, Yoshua Bengio and Aaron Courville": 3,
    "LoRA: Low-Rank Adaptation – Edward Hu, Yelong Shen (2021)": 2,
    "LoRA: Low-Rank Adaptation - E. Hu, Y. Shen, 2021": 2,
    "Qwen2 Technical Report | An Yang, Baosong Yang": 2,
    "On Alignment / Deep Ganguli, Amanda Askell": 2,
}
SUBTITLES = (
    "LoRA: Low-Rank Adaptation — A Survey, An Overview (2024)",
    "Deep Nets — New Methods, Old Problems",
    "Deep Nets - Language Models, Vision Models",
    "Deep Nets | Theory and Practice, Past and Present",
    "Deep Nets – Image Recognition, Object Detection",
)


@pytest.mark.parametrize("line", BYLINES)
def test_names_behind_a_title(line: str) -> None:
    title, names = split_byline(line)
    assert len(names) == BYLINES[line]
    assert line.startswith(title)
    entry = one(f"{URL}\n\n{line}\n\n좋음.\n")
    assert (entry.title, entry.authors) == (title, names)


@pytest.mark.parametrize("line", SUBTITLES)
def test_the_second_part_of_a_title_names_nobody(line: str) -> None:
    assert split_byline(line) == (line, ())
    entry = one(f"{URL}\n\n{line}\n\n좋음.\n")
    assert (entry.title, entry.authors) == (line, ())
    assert words(entry) == ["좋음."]


@pytest.mark.parametrize("line", [*BYLINES, *SUBTITLES])
def test_a_plain_digest_reads_such_titles_as_a_note_does(line: str) -> None:
    text = f"2024-08-30\n\n{line}\n{ABSTRACT}\n좋습니다.\n#moe\n"
    (entry,) = read_digest(source(text, "digest.txt")).entries
    assert (entry.title, entry.authors) == split_byline(line)


@pytest.mark.parametrize("text", ["Vision Models, Text Models", "A Survey, A Review"])
def test_words_of_titles_are_no_people(text: str) -> None:
    assert not are_names(text)


def test_a_team_is_an_author_by_itself() -> None:
    assert are_names("Gemma Team")
    assert not are_names("A Subtitle of It")
