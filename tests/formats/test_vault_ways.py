"""The usual note's match against the reader of lines, over notes made at random."""

import random

from tuireader.formats import Source
from tuireader.formats.vault_reader import read_any
from tuireader.formats.vault_usual import read_usual

URL = "https://arxiv.org/abs/2408.16293"
OTHER = "https://arxiv.org/abs/2408.00001"
ADDRESSES = (URL, URL, "https://example.org/a", "https://arxiv.org/pdf/2408.16293v2")
BEHIND = (
    "\n\n", "\n\n", "\n", " \n\n", " ", "  ", " · ", f"\n{OTHER}\n\n", f"\n{URL}\n\n",
    "\n\nhttps://example.org/b \n", "\nhttps://a.b/#c\nhttps://example.org/d\n",
    " [code](http://a.b)\n\n", " https://example.org/e\n\n", " v1, 하나\n\n",
    " (v1)\n\n", ",\n\n", ", 하나\n\n", "\nhttps://example.org/b (code)\n\n", " 하나\nhttps://a.b/c\n",
)  # fmt: skip
HEADS = (
    "", "A Title (Ada Lee, Bo Wu)", "*A Title* (Ada Lee)", "제목 없이 쓴 글.",
    "A Long\n  Title (Ada Lee,\n Bo Wu)", "*A\n  Title* (Ada Lee)", "attention 하나.",
    "A Title:\n  Sub (Ada Lee, Bo Wu)", "A title.\n  Sub (Ada Lee, Bo Wu)",
    "A (b) c (Ada Lee, Bo Wu)", "arXiv:2408.00001 하나", "[x](http://a.b) 하나",
    "Tags: 하나", "A\n B\n C\n D\n E\n F (Ada Lee, Bo Wu)", "why 둘 https://x.org/",
    "A Title (Ada Lee, Bo\n  Wu", "www 하나 rxiv", "https 하나", "*A (b) C* (Ada Lee)",
    "**A Title** (Ada Lee, Bo Wu)", "*A [b](http://x.y) c* (Ada Lee)",
    "*A*: B* (Ada (X) Lee, Bo Wu)", "*한글 제목* (김철수, 이영희)", "한글 글 (그렇다)",
    "한글 (하나) 글 (둘)", "한글\n 글 (그렇다)",
    "초록: 하나 (둘)", "초록: Title (Ada Lee)", "*Title: A* (Ada Lee)",
    "Title: A (b) (Ada Lee)", "A (b) (Extended Version)", "A (see below)",
    "(Re)start of B (Ada Lee, Bo Wu)", "$P+$: A (Ada Lee, Bo Wu)", "#A: b (Ada Lee)",
    "코드: https://x.org/", "code: https://x.org/", "[[A]] 한글", "_A_ (Ada Lee)",
    "A (b (c)) d (Ada (E) Lee, Bo Wu)", "*A*  (Ada Lee)", "*A* (Ada Lee) ", "*A* ()",
    "A * b (Ada Lee, Bo Wu)", "* A (Ada Lee, Bo Wu)", "A (b)  c (Ada Lee, Bo Wu)",
    "A (b). (Ada Lee, Bo Wu)", "2408.00001 (한글)", "- 한글 (하나)", "태그: 하나 (둘)",
    "한글 - 김철수, 이영희", "*中文标题* （张三、李四）", "글（하나）",
    "A Title （张三、李四）",
    "论文: <http://a.b> / 코드: https://x.org/", "A - Ada Lee, Bo Wu (2024)",
)  # fmt: skip
LINES = (
    "> One.", "> [Two].", "하나.", "One two three.", "https://example.org/", URL, OTHER,
    "https://example.org/ 둘", "http://a.b", "Other Title (Cy Mo, Di Ro)", "#moe #llm",
    "Some Other Big Title", "#moe", "# Links", "[[A]]", "[[A|b]] 둘", "- item",
    "<english>", "</english>", "키워드: 하나", "abstract: x", "**Abstract** y", "a:: b",
    "한글 #tag", "https 셋", "  indented", "Authors: Ada Lee", "저자： 김철수", "1) x",
    "$$", "| a | b |", "| 2005.04425", "| date | 2024-08-30 |", "|---|---|",
    "| 날짜： 2024-08-30", "(Ada Lee, Bo Wu)", "태그 : #a",
)  # fmt: skip
NOTES = 12_000
NAME = "A Name"


def a_note(chance: random.Random) -> str:
    """Return a note of an address, a head, and up to six lines."""
    note = chance.choice(ADDRESSES) + chance.choice(BEHIND) + chance.choice(HEADS)
    for _ in range(chance.randrange(7)):
        note += chance.choice(("\n", "\n\n", "\n\n\n")) + chance.choice(LINES)
    return note + chance.choice(("", "\n"))


def test_what_the_match_takes_it_reads_as_the_reader_of_lines_does() -> None:
    chance = random.Random(20240830)  # noqa: S311  nothing is to be kept secret
    taken = 0
    for _ in range(NOTES):
        note = a_note(chance)
        usual = read_usual(note, "2024-08-30", NAME)
        if usual is not None:
            taken += 1
            lines = read_any(Source(f"v/240830 {NAME}.md", note), "2024-08-30", NAME)
            assert lines.entries == (usual,), note
    assert taken * 20 > NOTES
