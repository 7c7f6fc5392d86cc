"""Text made to break readers: what digests hold, and what tries to do something."""

from hypothesis import settings
from hypothesis import strategies as st

from tests.terminal.hostile import PAYLOADS


def examples(number: int) -> settings:
    """Return the settings of a test that tries `number` examples in a quick run.

    A nightly run tries many times as many (`HYPOTHESIS_PROFILE=nightly`).
    """
    most = settings().max_examples
    return settings(max_examples=max(1, number * most // 100))


_LINES = (
    "2024년 8월 30일", "2024-08-30", "# August 30, 2024", "A Title of Some Paper", "",
    "(Ada Moor, Bo Lindqvist)", "*A Title* (Ada Moor, Bo Ek)", "> An abstract of it.",
    "We train a model and find that it learns. It does so very well, as we show here.",
    "설명이 여기 있습니다.", "#llm #moe_2", "---", "title: x", "authors: [Ada, Bo]",
    "tags: *a",
    'title: "\\x1b[2J\\u202e\\n\\ud800"',
    'tags: ["\\u001b]0;x\\a", "a\\nb"]',
    "+++", 'title = "\\u001b[2J"', 'tags = ["\\u009b2J", "a\\nb"]',
    'authors: ["\\x9b1;1H", "\\nBo\\n"]', 'url: "https://x.org/\\x1b\\n"',
    "date: 2024-13-45", "&a [*a]", "? {", "# Links", "[[Other Note|alias]]",
    "https://arxiv.org/abs/2408.16293v2", "[a](https://arxiv.org/pdf/2408.1)",
    "<https://x.org>", "## [A Title](http://arxiv.org/abs/2408.00001)",
    "* **Authors**: A",
    "- [ ] x", "| Title | Authors |", "|---|:-:|", "| [T](https://x.y) | A, B |", "```",
    "<english>", "</english>",
    "<h2><a href='https://arxiv.org/abs/2408.00001'>T</a></h2>",
    "<p>&#x1b;[2J&#155;&#8238;&NewLine;&#10;x</p>",
    "<!doctype html>", "<p>Authors: A, B<p>", "<table><tr><td>", "<script>x</script>",
    "&#27;[2J &#x9b; &ZeroWidthSpace;", "<svg><![CDATA[", "\\\\", "arXiv:2408.16293",
    "Title: A Title", "Authors: Ada Moor, Bo Ek", "Categories: cs.CL cs.LG",
    "Date: Fri, 30 Aug 24 17:59:59 GMT   (10kb)", "-" * 78,
    "\\\\ ( https://arxiv.org/abs/2408.16293 ,  10kb)",
    '{"title": "T", "authors": [1]}',
    '[{"title": "\\u001b[2J\\ud800", "abstract": null, "tags": {"a": 1}}]',
    "{", "]", '"',
    '{"papers": [{"id": "2408.16293", "url": "javascript:1"}]}', "$x^2$ \\alpha{", "\\",
    "제목: 논문", "저자: 김하늘, 이도윤", "요약: 짧은 요약", "1. ", "9" * 50,
)  # fmt: skip
payloads = st.sampled_from(sorted(PAYLOADS.values()))
lines = st.one_of(
    st.sampled_from(_LINES),
    st.sampled_from(_LINES),
    st.tuples(st.sampled_from(_LINES), payloads).map("".join),
    payloads,
    st.text(max_size=40),
)
FRONTS = st.tuples(
    st.sampled_from(["---", "+++"]),
    st.lists(st.sampled_from([line for line in _LINES if ": " in line or "=" in line])),
).map(lambda made: "\n".join([made[0], *made[1], made[0], "A text."]))
digests = st.tuples(
    st.lists(lines, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", "\x0b", " "])
).map(lambda made: made[1].join(made[0]))
digests = st.one_of(digests, FRONTS)
"""Whole digests of every shape, and of none."""

names = st.one_of(
    st.sampled_from(
        [
            "2024-08-30.txt", "240830 A Note.md", "README.md", "papers.json", "x.jsonl",
            "digest.html", "list.eml", "noextension", ".md", "a.b.c", "2024/08/30.md",
        ]
    ),
    st.text(min_size=1, max_size=30),
)  # fmt: skip
