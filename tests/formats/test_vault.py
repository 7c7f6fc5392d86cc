"""Vault notes: recognised by content, never lost."""

import unicodedata

import pytest

from tests.formats.notes import PATH, URL, one, read
from tests.formats.samples import NOTE, source
from tuireader.formats.path_dates import split_name
from tuireader.formats.vault import VaultNote
from tuireader.formats.vault_reader import read_any, read_note
from tuireader.formats.vault_usual import read_usual
from tuireader.text import sanitise


def test_front_matter_tells_title_authors_date_tags_and_link() -> None:
    text = (
        "---\ntitle: 'Some: Title'\nauthors: [Ada Lovelace, Alan Turing]\n"
        "date: 2024-08-30\ntags:\n  - moe\n  - llm\narxiv: 2408.16293\n---\n\n좋음.\n"
    )
    entry = one(text, "note.md")
    assert entry.title == "Some: Title"
    assert entry.authors == ("Ada Lovelace", "Alan Turing")
    assert entry.date == "2024-08-30"
    assert entry.tags == ("moe", "llm")
    assert entry.arxiv_id == "2408.16293"
    assert entry.line == 11


def test_the_day_in_the_file_name_goes_before_that_of_the_front_matter() -> None:
    digest = read(f"---\ndate: 2024-09-01\n---\n{NOTE}")
    assert digest.entries[0].date == "2024-08-30"
    assert "two dates" in digest.problems[0].what


def test_a_decomposed_file_name_is_composed() -> None:
    name = unicodedata.normalize("NFD", "vault/240830 구글 달리기.md")
    assert one("구글이 달리기 시작했네.\n", sanitise(name)).title == "구글 달리기"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "---\ntitle: x\n---", "---\n---\n", "# Links\n"]
)
def test_no_note_is_lost_however_little_it_says(text: str) -> None:
    entry = one(text)
    assert entry.title in {"x", "Physics of Language Models"}
    assert entry.date == "2024-08-30"


@pytest.mark.parametrize(
    ("text", "path", "least"),
    [
        (NOTE, "240830 X.md", 85),
        (NOTE, "notes/x.txt", 85),
        (f"{URL}\n\n좋음.\n", "x.md", 85),
        ("좋음.\n", "240830 X.md", 60),
        ("---\nauthors: A B\n---\n좋음.\n", "x.md", 70),
        ("# Anything\n", "x.md", 10),
    ],
)
def test_a_note_is_recognised_by_its_content(text: str, path: str, least: int) -> None:
    assert VaultNote().recognise(source(text, path)).score >= least


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# Project\n\nHow to build it.\n", "README.md"),
        ("Just words.\n", "notes.txt"),
        (f"{URL}\n", "urls.txt"),
    ],
)
def test_what_is_no_note_is_left_alone(text: str, path: str) -> None:
    assert VaultNote().recognise(source(text, path)).score == 0


def test_a_markdown_digest_of_several_papers_scores_low() -> None:
    rows = "".join(
        f"| 2024-08-{day} | [Paper](https://arxiv.org/abs/2408.000{day}) |\n"
        for day in range(10, 20)
    )
    for text in (rows, rows.replace("| 2024", "- 2024")):
        assert VaultNote().recognise(source(text, "240830 X.md")).score <= 10


OTHER = "https://arxiv.org/abs/2408.00001"


@pytest.mark.parametrize(
    "text",
    [
        NOTE,
        NOTE.replace("*", ""),
        NOTE.partition("# Links")[0],
        NOTE.partition("#llm")[0],
        NOTE.partition("실수와")[0],
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n#moe #moe\n",
        f"{URL} \n\n\nA Title (Ada Lee, Bo Wu) \n\n하나.\n\n\n둘.",
        NOTE.replace(URL, "https://example.org/blog"),
        NOTE.replace("#llm", "<english>\nOne.\n\nTwo.\n</english>\n\n#llm"),
        NOTE.replace("#llm", "<english>\n\nOne.\n\n</english>\n\n#llm"),
        NOTE.replace("# Links\n\n", ""),
        NOTE + "\n# Links\n\n[[B]]\n\n# Links\n",
        f"{URL}\n\nA Title (Åsa Öberg, Bo van Wu)\n\n하나.\n둘.\n- 셋\n- 넷\n#moe\n",
        f"{URL}\n\nÉtude (Ada Lee)\n\n하나 [[A]] 둘.\n\n[[B|b]]\n\n#3d #moe\n\n[[C]]",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n하나.\n\n둘. #moe #3d",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n하나.\n\n#moe\n\nOne.\n\n# Links\n[[A]]",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\nOne.\n\n#moe\n\n하나.\n\nTwo.",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\nSee arXiv:\n2408.00001 and more.",
        f"{URL}\n\n제목 없이 쓴 글.\n\n둘 https://arxiv.org/abs/2408.00001 셋.\n\n#moe",
        f"{URL}\n\nA Long\n  Title (Ada Lee,\n  Bo Wu)\n\n하나.\n",
        f"{URL}\n\nA Title vs. \n Other (Ada Lee, Bo Wu,\n Cy\n  Mo)\n> One.\n\n#moe",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n하나.\n\nhttps://example.org/\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\nhttps://example.org/\n\n하나.\n#moe",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n하나.\nhttps://example.org/ 둘\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n#moe\n\nhttps://arxiv.org/abs/2408.00001",
        f"{URL}\n\n#moe #llm\n",
        f"{URL}\n\n# Links\n\n[[A]]\n",
        f"{URL}\n\nattention 하나.\n\nwhy 둘.\n\n#moe",
        f"{URL}\n\nhttps://example.org/\n\n하나.\n",
        f"{URL}",
        f"https://example.org/a\n{URL}v2 \n\nA Title (Ada Lee, Bo Wu)\n\n하나.\n",
        f"{URL} 하나가 나왔다.\n둘.\n\n#moe\n",
        f"{URL}\n\nA (b) Title (Ada Lee, Bo Wu)\n\n하나.\n\n#moe\n",
        f"{URL}\n\n(Re)turn of a Title (Ada (A.) Lee, Bo Wu)\n\n> One.\n\n하나.\n",
        f"{URL}\n\n**A: $Q^*$ Title** (Ada Lee, Bo (B.) Wu)\n\n> One.\n\n하나.\n",
        f"{URL}\n\n확산 모델 (Ada Lee, Bo Wu)\n\n하나.\n",
        f"{URL}\n\n논문이 하나 (또는 둘)\n\n셋 https://example.org/ 넷.\n",
        f"{URL}\n\n코드는 https://example.org/ 에 있다.\n\n#moe\n",
    ],
)
def test_the_short_way_reads_what_the_long_way_reads(text: str) -> None:
    note = source(text, PATH)
    date, name = split_name(note.name)
    usual = read_usual(note.text, date, name)
    assert usual is not None
    assert (usual,) == read_any(note, date, name).entries
    assert read_note(note) == read_any(note, date, name)


@pytest.mark.parametrize(
    "text",
    [
        f"{URL}\n\nAuthors： Ada Lee\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n날짜： 2024-08-30\n\n하나.",
        f"{URL}\n\nA Title Alone\n\n하나.\n",
        f"{URL}\n\narxiv.org/abs/2408.00001 하나\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\nOne.\n\n#moe\n\n하나 [[A]].\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n<english>\nOne. </en> 둘\n</english>\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n하나.\n\n{URL}\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n{OTHER}\n\nA Name (Cy Mo, Di Ro)\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n#moe\nabstract: One.\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n키워드: 하나\n",
        f"{URL}\n\nA Title (Ada Lee, Bo Wu)\n\n**Abstract** One.\n",
        f"{URL}\n{OTHER}\n\n하나.\n",
        f"{URL}\n\n*A (b) Title* ()\n\n하나.\n",
        f"{URL}\n\nA (b) Title (see below)\n\n하나.\n",
        f"{URL}\n\n초록: 하나 (둘)\n",
        f"{URL} [code](https://example.org/)\n\n하나.\n",
        f"{URL}\n\n*Title: A* (Ada Lee)\n",
        f"{URL}\n\n논문 https://example.org/가\n\n하나.\n",
        f"{URL}\n\nA\n B\n C\n D\n E\n F\n G (Ada Lee, Bo Wu)\n\n하나.\n",
    ],
)
def test_what_may_mean_more_goes_the_long_way(text: str) -> None:
    assert read_usual(source(text, PATH).text, "2024-08-30", "A Name") is None
