r"""arXiv's listing as plain-text mail: entries between rules and lines of `\\`."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.comparing import said
from tests.formats.samples import ABSTRACT, source
from tuireader.domain.entry import Digest, Entry
from tuireader.formats import read_digest
from tuireader.formats.mailing import MailedListing

RULE = "-" * 78
HEAD = f"""From no-reply@arXiv.org Fri Aug 30 2024
{RULE}
Send any comments regarding submissions directly to submitter.
{RULE}
 Submissions to:
Computation and Language
 received from  Wed 28 Aug 24 18:00:00 GMT  to  Thu 29 Aug 24 18:00:00 GMT
{RULE}
{RULE}
"""
NEW = rf"""\\
arXiv:2408.16293
Date: Thu, 29 Aug 2024 06:49:20 GMT   (1234kb,D)

Title: Physics of Language Models: Part 2.2, How to Learn From Mistakes on
  Grade-School Math Problems
Authors: Tian Ye (1), Zicheng Xu (2), Yuanzhi Li and Zeyuan Allen-Zhu
  ((1) CMU, (2) Meta)
Categories: cs.CL cs.AI cs.LG
Comments: arXiv admin note: text overlap with
  arXiv:2407.20311
\\
  A first paragraph about $x_1$ that is
wrapped.
  {ABSTRACT}
\\ ( https://arxiv.org/abs/2408.16293 ,  1234kb)
{RULE}
"""
CROSS = rf"""\\
arXiv:2408.15999 (*cross-listing*)
Date: Wed, 28 Aug 2024 17:58:55 GMT   (21kb)

Title: Another paper
Authors: Jos\'e Garc\'ia
Categories: math.OC cs.LG
\\
  Text.
\\ ( https://arxiv.org/abs/2408.15999 ,  21kb)
%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-
{RULE}
"""
REPLACED = r"""\\
arXiv:2305.12345
replaced with revised version Thu, 29 Aug 2024 09:00:00 GMT   (234kb,D)

Title: A replaced one
Authors: A. B. Cee
Categories: cs.LG
\\ ( https://arxiv.org/abs/2305.12345 ,  234kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
For general information on the new archive and mail interface see the help.
"""


def read(text: str, path: str = "mail.txt") -> Digest:
    digest = read_digest(source(text, path))
    assert digest.format == "mailing", digest.reason
    return digest


def one(text: str) -> Entry:
    (entry,) = read(text).entries
    return entry


def test_a_new_paper() -> None:
    entry = one(HEAD + NEW)
    assert entry.title == (
        "Physics of Language Models: Part 2.2, How to Learn From Mistakes on "
        "Grade-School Math Problems"
    )
    assert entry.authors == ("Tian Ye", "Zicheng Xu", "Yuanzhi Li", "Zeyuan Allen-Zhu")
    assert entry.abstract == (
        f"A first paragraph about $x_1$ that is wrapped.\n\n{ABSTRACT}"
    )
    assert entry.tags == ("cs.CL", "cs.AI", "cs.LG")
    assert entry.arxiv_id == "2408.16293"
    assert entry.url == "https://arxiv.org/abs/2408.16293"
    assert entry.references == ("2407.20311",)
    assert (entry.section, entry.line) == ("new", 11)
    (remarks,) = entry.commentary
    assert remarks.text == (
        "Date: Thu, 29 Aug 2024 06:49:20 GMT   (1234kb,D)\n"
        "Comments: arXiv admin note: text overlap with arXiv:2407.20311\n"
        "Affiliations: Tian Ye (1), Zicheng Xu (2), Yuanzhi Li and Zeyuan Allen-Zhu "
        "((1) CMU, (2) Meta)"
    )


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("Ann Ace (MIT and\n  Harvard), Bo Bee", ("Ann Ace", "Bo Bee")),
        ("Ann Ace (There) and Bo Bee (Here)", ("Ann Ace", "Bo Bee")),
        ("Ann (Annie) Ace, Bo Bee", ("Ann (Annie) Ace", "Bo Bee")),
    ],
)
def test_affiliations_are_no_part_of_names(people: str, names: tuple[str, ...]) -> None:
    entry = one(CROSS.replace(r"Jos\'e Garc\'ia", people))
    assert entry.authors == names
    told = f"Affiliations: {' '.join(people.split())}"
    assert (told in entry.commentary[0].text) == ("Annie" not in people)


def test_all_three_parts_of_a_mail() -> None:
    digest = read(HEAD + NEW + CROSS + REPLACED)
    assert [(entry.arxiv_id, entry.section) for entry in digest.entries] == [
        ("2408.16293", "new"),
        ("2408.15999", "cross-list"),
        ("2305.12345", "replaced"),
    ]
    cross, replaced = digest.entries[1:]
    assert cross.commentary[0].text.endswith("\ncross-listing")
    assert cross.authors == (r"Jos\'e Garc\'ia",)
    assert replaced.abstract == ""
    assert replaced.commentary[0].text.startswith("replaced with revised version")
    assert "3 titles" in digest.reason


@pytest.mark.parametrize(
    ("head", "path", "day"),
    [
        (HEAD, "mail.txt", "2024-08-29"),
        (HEAD, "2024-08-30.txt", "2024-08-30"),
        (HEAD, "mail/2024-09-02/cs.CL.txt", "2024-09-02"),
        ("Date: Fri, 30 Aug 2024 00:45:00 GMT\n\n", "mail.txt", "2024-08-30"),
        ("", "mail.txt", None),
    ],
)
def test_the_day_is_the_files_else_the_mails(
    head: str, path: str, day: str | None
) -> None:
    assert read(head + NEW, path).entries[0].date == day


def test_what_stands_around_the_papers_is_told() -> None:
    problems = read(HEAD + NEW + REPLACED).problems
    assert [problem.line for problem in problems] == [1, 3, 5, 36]
    assert problems[1].what == (
        "not about a paper: Send any comments regarding submissions directly to "
        "submitter."
    )
    assert problems[-1].what.endswith("see the help.")


@pytest.mark.parametrize("number", ["hep-th/9711200", "0704.0001"])
def test_older_identifiers(number: str) -> None:
    entry = one(NEW.replace("2408.16293", number))
    assert entry.arxiv_id == number


def test_an_older_form_of_the_listing() -> None:
    text = NEW.replace("arXiv:2408.16293", "Paper: cs/0408001v2").replace(
        "Categories: cs.CL cs.AI cs.LG", "Subj-class: Computation; Learning"
    )
    entry = one(text)
    assert entry.arxiv_id == "cs/0408001"
    assert entry.tags == ("Computation", "Learning")


@pytest.mark.parametrize(
    "text", ["", "\\\\\n", "Title: A\nAuthors: B\n", r"x \\ y" + "\nTitle: A\n"]
)
def test_other_texts_are_no_listings(text: str) -> None:
    assert MailedListing().recognise(source(text)).score == 0


LINES = st.sampled_from(
    [*NEW.splitlines(), *CROSS.splitlines(), *REPLACED.splitlines(), *HEAD.splitlines()]
)


@given(st.lists(LINES, max_size=30))
def test_no_line_is_lost(lines: list[str]) -> None:
    text = "\n".join([NEW, *lines])
    kept = " ".join(said(read(text)).split())
    for line in lines:
        words = [word for word in line.split() if word.isalpha() and len(word) > 6]
        assert all(word in kept for word in words), line


def test_a_large_mail_is_read_in_time() -> None:
    text = HEAD + NEW * 12_000
    begin = time.process_time()
    assert read(text).entries
    assert time.process_time() - begin < 10


@pytest.mark.threat("T30")
@pytest.mark.parametrize(
    "unit", ["\\\\\n", "Title: ", "arXiv:", "((1)", "(1)", "\n ", "\\\\ (", RULE]
)
def test_four_times_the_text_takes_no_sixteen_times_the_work(unit: str) -> None:
    def seconds(size: int) -> float:
        text = source(NEW + unit * (size // len(unit)) + "\n" + NEW)
        begin = time.process_time()
        MailedListing().read(text)
        return time.process_time() - begin

    assert seconds(400_000) < 0.1 + 9 * min(seconds(100_000), seconds(100_000))


def test_each_of_several_mails_in_a_file_has_its_day() -> None:
    later = HEAD.replace("29 Aug 24", "30 Aug 24").replace("28 Aug 24", "29 Aug 24")
    first, second = read(HEAD + NEW + later + NEW, "all.txt").entries
    assert (first.date, second.date) == ("2024-08-29", "2024-08-30")
    assert {
        entry.date for entry in read(HEAD + NEW + later + NEW, "240901.txt").entries
    } == {"2024-09-01"}


def test_a_title_is_one_line_without_gaps() -> None:
    digest = read_digest(
        source(HEAD + NEW.replace("Language", "Language \t "), "a.txt")
    )
    assert digest.entries[0].title.startswith("Physics of Language Models: Part 2.2")


@pytest.mark.parametrize("mark", ["> ", ">> ", "> > "])
def test_a_listing_that_was_forwarded(mark: str) -> None:
    text = HEAD + NEW
    quoted = "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))
    forwarded = read_digest(source(f"See:\n\n{quoted}"))
    assert forwarded.format == "mailing"
    for there, here in zip(
        read_digest(source(text)).entries, forwarded.entries, strict=True
    ):
        assert (here.title, here.authors) == (there.title, there.authors)
        assert here.abstract == there.abstract
