"""Plain digests in forms that mails, logs and weekly texts have."""

import pytest

from tests.formats.samples import source
from tuireader.domain.entry import Entry
from tuireader.formats import read_digest

ONE = ("Scaling Laws for Neural Language Models", "2001.08361")
TWO = ("Training Compute-Optimal Large Language Models", "2203.15556")
NAMES = ("Ada Lee", "Bo Wu", "Cy Dee")


def read(text: str, path: str = "digest.txt") -> tuple[Entry, ...]:
    digest = read_digest(source(text, path))
    assert digest.format == "plain", digest.reason
    assert [e.title for e in digest.entries] == [ONE[0], TWO[0]]
    return digest.entries


def both(form: str) -> str:
    """Return `form` for each paper."""
    return "\n".join(
        form.format(title=title, id=number, names=", ".join(NAMES), place=place)
        for place, (title, number) in enumerate((ONE, TWO), 1)
    )


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Papers vom 1. Juni 2023", "2023-06-01"),
        ("Bonjour,\n\nVoici la revue du 25 mai 2023.", "2023-05-25"),
        ("Revista del 3 de mayo de 2024", "2024-05-03"),
        ("Lunedì 4 marzo 2024", "2024-03-04"),
        ("1er août 2024", "2024-08-01"),
        ("[논문 읽기] 24.04.02", "2024-04-02"),
        ("Here is the list of May 25, 2023:", "2023-05-25"),
        (
            "arXiv digest for 17 June 2022 -- cs.LG -- made by M. Rossi",
            "2022-06-17",
        ),
    ],
)
def test_the_day_stands_in_words_of_other_languages(heading: str, day: str) -> None:
    entries = read(f"{heading}\n\n" + both("{title}\n({names})\n좋다.\n#scaling\n"))
    assert [e.date for e in entries] == [day] * 2


def test_a_frame_of_rules_and_an_underline_belong_to_the_title() -> None:
    framed = (
        "{rule}\n{{title}}\n{rule}\nAuthors:  Ada Lee; Bo Wu;\n          Cy Dee\n"
        "arXiv:    {{id}} [cs.CL]\nTags:     scaling, llm\n\n"
        "> Models of many sizes were trained\n> for longer.\n\n큰 것이 좋다.\n"
    )
    for rule in ("-" * 60, "=" * 30):
        for form in (framed, framed.removeprefix("{rule}\n")):
            entries = read("Week of 9 October 2023\n\n" + both(form.format(rule=rule)))
            for entry, (_, number) in zip(entries, (ONE, TWO), strict=True):
                assert entry.authors == NAMES
                assert entry.arxiv_id == number
                assert entry.tags == ("scaling", "llm")
                assert entry.abstract.startswith("Models of many sizes")


def test_a_mail_has_its_head_and_greetings_beside_the_papers() -> None:
    mail = (
        "From: Lena Park <lena@lab.example>\nTo: group@lab.example\n"
        "Date: Tue, 18 Apr 2023 09:12:44 +0200\nSubject: papers for this week\n\n"
        "Dear all,\n\nhere is the list for this week:\n\n"
        + both("{place}) {title}, Ada Lee et al., https://arxiv.org/abs/{id}\n- 좋다\n")
        + "\nBest,\nLena\n"
    )
    for entry, (_, number) in zip(read(mail), (ONE, TWO), strict=True):
        assert entry.date == "2023-04-18"
        assert entry.arxiv_id == number
        assert entry.authors[0] == "Ada Lee"


def test_a_line_may_say_title_names_and_address_without_its_scheme() -> None:
    log = "Reading log\n\nMon 12 Feb 2024\n" + both(
        "  {title} - {names} - arxiv.org/abs/{id}\n    크게 하면 된다."
    )
    for entry, (_, number) in zip(read(log), (ONE, TWO), strict=True):
        assert (entry.authors, entry.arxiv_id) == (NAMES, number)
        assert [p.text for p in entry.commentary] == ["크게 하면 된다."]


def test_an_id_alone_in_brackets_is_the_own_link_and_a_question_below_is_text() -> None:
    text = "26 December 2023\n\n" + both(
        "{title}\n{names}\n[{id}]\n\nHow can one train such models?\n\n    또 읽었다.\n"
        "\n                    * * *\n"
    )
    assert [e.arxiv_id for e in read(text)] == [ONE[1], TWO[1]]


@pytest.mark.parametrize("rule", ["~" * 40, "-" * 40])
def test_waves_part_entries_and_are_no_fence(rule: str) -> None:
    form = (
        "{rule}\n\n{{title}}\n{{names}}\narXiv:{{id}}\n\n« Models of many sizes,"
        " small and large, were trained for\nmuch longer than anybody had thought that "
        "one might do,\non more words than there are in any of the libraries. »\n\n"
        "Très utile pour ceux qui ont une seule carte.\n"
    )
    entries = read("Revue du 25 mai 2023\n\n" + both(form.format(rule=rule)))
    for entry in entries:
        assert entry.authors == NAMES
        assert entry.abstract.startswith("Models of many sizes")
        assert entry.commentary[0].text.startswith("Très utile")


@pytest.mark.parametrize(
    "words",
    [
        "Das ist wichtig, und die Daten sind nicht öffentlich.",
        "C'est élégant, et le code est dans les annexes.",
        "Es una buena idea, pero los datos no son públicos.",
    ],
)
def test_before_words_of_another_language_english_is_the_abstract(words: str) -> None:
    abstract = "Language models have been trained at many sizes and on ever more text."
    form = "{title}\n({names})\n" + f"{abstract}\n{words}\n#a\n"
    for entry in read("2023-06-01\n\n" + both(form)):
        assert entry.abstract == abstract
        assert [p.text for p in entry.commentary] == [words]


def test_a_comment_behind_a_broken_abstract_is_no_part_of_it() -> None:
    form = (
        "[{place}] {title}\nby {names}\nLink: https://arxiv.org/abs/{id}\n"
        "Abstract: Models, of many sizes and trained on ever more data and words\n"
        "for longer, are better than what anybody had thought before of them.\n"
        "Comment: Cf. arXiv:2305.18290, which I liked far more than this one.\n"
    )
    for entry in read("2023-12-07\n\n" + both(form)):
        assert entry.abstract.endswith("before of them.")
        assert entry.references == ("2305.18290",)


def test_numbers_may_be_chinese() -> None:
    text = "【每日论文】2023.07.19\n\n" + "\n".join(
        f"{number}、{title}\n作者：Ada Lee，Bo Wu，Cy Dee\n链接：https://arxiv.org/abs/{id_}\n"
        f"摘要：本文研究大模型。\n点评：不错。\n"
        for number, (title, id_) in zip("一二", (ONE, TWO), strict=True)
    )
    assert [e.arxiv_id for e in read(text)] == [ONE[1], TWO[1]]
