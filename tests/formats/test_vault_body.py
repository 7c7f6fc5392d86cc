"""The body of vault notes: abstract, commentary, translation, tags, wikilinks."""

from tests.formats.notes import URL, one, read, words
from tests.formats.samples import ABSTRACT, NOTE


def test_an_english_block_is_a_translation() -> None:
    text = NOTE.replace(
        "#llm #reasoning",
        "<english>\nThe result on slips.\n\nInteresting.\n</english>\n\n#llm",
    )
    entry = one(text)
    assert [p.translation for p in entry.commentary] == [False, False, True, True]
    assert words(entry)[2:] == ["The result on slips.", "Interesting."]
    assert entry.tags == ("llm",)


def test_an_english_block_in_one_line_or_left_open() -> None:
    entry = one(NOTE.replace("#llm", "<english>Short.</english> 그리고.\n\n#llm"))
    assert [(p.text, p.translation) for p in entry.commentary[2:]] == [
        ("Short.", True),
        ("그리고.", False),
    ]
    digest = read(NOTE.replace("#llm", "<English>\nOpen.\n\n#llm"))
    assert digest.entries[0].commentary[2].translation
    assert [problem.line for problem in digest.problems] == [11]


def test_english_below_the_tags_of_another_language_is_a_translation() -> None:
    entry = one(NOTE.replace("# Links", "A result on slips.\n\n# Links"))
    assert [p.translation for p in entry.commentary] == [False, False, True]


def test_a_quote_in_several_lines_is_one_abstract() -> None:
    first, _, second = ABSTRACT.partition(". ")
    entry = one(
        NOTE.replace(ABSTRACT, f"[!abstract] Abstract\n> {first}.\n>\n> {second}")
    )
    assert entry.abstract == f"{first}.\n{second}"


def test_escapes_in_a_quote_are_the_characters_they_stand_for() -> None:
    entry = one(NOTE.replace("We study", "For \\$20 and 30\\% of \\'e we study"))
    assert entry.abstract.startswith("For $20 and 30% of \\'e we study")


def test_a_quote_among_commentary_is_commentary() -> None:
    entry = one(NOTE.replace("재미있는", "> quoted words\n\n재미있는"))
    assert entry.abstract == ABSTRACT
    assert "> quoted words" in words(entry)


def test_an_abstract_under_its_heading() -> None:
    text = NOTE.replace("> We", "## Abstract\n\nWe").replace(
        "실수와", "## Notes\n\n실수와"
    )
    entry = one(text)
    assert entry.abstract == ABSTRACT
    assert words(entry)[0] == "## Notes"


def test_code_tables_lists_and_math_keep_their_lines() -> None:
    parts = [
        "```python\n#include = 1\n\nx = [[1]]\n```",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "- 하나\n- 둘",
        "$$\nE = mc^2\n$$",
    ]
    entry = one(NOTE.replace("재미있는 방향입니다.", "\n\n".join(parts)))
    assert words(entry)[1:] == parts
    assert entry.tags == ("llm", "reasoning")
    assert entry.wikilinks == ("240729 Part 2.1",)


def test_a_fence_that_nothing_closes_hides_no_tags() -> None:
    digest = read(NOTE.replace("재미있는", "```\n재미있는"))
    assert digest.entries[0].tags == ("llm", "reasoning")
    assert "fence" in digest.problems[0].what


def test_several_links_headings_are_one_list() -> None:
    entry = one(NOTE + "\n# Links\n\n- [[A|b]]\n- [[C#d]]\n")
    assert entry.wikilinks == ("240729 Part 2.1", "A", "C")
    assert words(entry) == words(one(NOTE))


def test_tags_at_the_end_of_the_last_sentence_count_where_no_line_has_any() -> None:
    entry = one(f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n방법의 개량. #gan #vocoder\n")
    assert entry.tags == ("gan", "vocoder")
    assert words(entry) == ["방법의 개량. #gan #vocoder"]


def test_a_stray_word_behind_the_tags_is_told() -> None:
    digest = read(NOTE.replace("#reasoning", "#reasoning a"))
    assert digest.entries[0].tags == ("llm", "reasoning")
    assert str(digest.problems[0]) == "text behind the tags: a; left out"


OUTLINE = f"""title:: A Title
authors:: Ada Lee, Bo Wu
url:: {URL}

- ## Abstract
\t- {ABSTRACT}
- ## Notes
\t- 좋음.
\t- #moe
"""


def test_headings_that_are_items_of_an_outline() -> None:
    entry = one(OUTLINE, "vault/A Title.md")
    assert (entry.title, entry.authors) == ("A Title", ("Ada Lee", "Bo Wu"))
    assert entry.abstract == ABSTRACT
    assert words(entry) == ["## Notes", "- 좋음."]
    assert entry.tags == ("moe",)


def test_items_below_another_heading_of_an_abstract_keep_their_bullets() -> None:
    entry = one(f"# A Title\n\n{URL}\n\n## Notes\n\n- 하나\n- 둘\n")
    assert words(entry) == ["## Notes", "- 하나\n- 둘"]
    assert entry.abstract == ""


def test_authors_that_are_said_twice_are_no_commentary() -> None:
    names = "Ada Lee, Bo Wu"
    front = f"authors: {names}\nurl: {URL}\nciteKey: lee2024\ndateread: 2024-08-30"
    text = f"---\n{front}\n---\n# A Title\n\n"
    entry = one(f"{text}**Authors**: {names}\n\n좋음.\n", "vault/@lee2024.md")
    assert (entry.authors, words(entry)) == (("Ada Lee", "Bo Wu"), ["좋음."])
    assert entry.date == "2024-08-30"
    other = one(f"{text}**Authors**: Ada Lee, Bo Wu, Cy Kim\n\n좋음.\n", "vault/x.md")
    assert words(other) == ["**Authors**: Ada Lee, Bo Wu, Cy Kim", "좋음."]
