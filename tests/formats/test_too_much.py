"""Files made to be slow, megabytes of them: read, or stopped with a clear problem."""

import time

import pytest

from tuireader.formats import Source, read_digest
from tuireader.text import decode

SIZE = 1_500_000
DIGEST = "2024-08-30\nA Title Here\n(Ada Lovelace, Alan Turing)\n"
NOTE = "https://arxiv.org/abs/2408.12345\n\n*T* (A B)\n\n"
MAIL = "\\\\\narXiv:2408.12345\nTitle: a\nAuthors: A B\nCategories: cs.CL\n"
RECORD = '{"title":"a","url":"b"}'

UNITS = [
    ("a.txt", DIGEST, unit)
    for unit in (
        "a\n", "a ", "#a ", "#a\n", "(", "()", "(A B,\n", "Ada Lovelace, ", "2024-",
        "Ada Lovelace, Bo Li\n", "2024-08-30\n", "https://arxiv.org/abs/2408.12345\n",
        "A Title Here\n(Ada Lovelace, Alan Turing)\n#t\n", "<english>\n", "```\n",
        "1. A Title Here\n", "- a\n", "Title: A b\n", "Authors: A B,\n", "`a` ",
        "Tags: a, b\n", "---\n", "- ", "\\", "가 ",
    )
] + [
    ("240830 a.md", NOTE, unit)
    for unit in (
        "a\n", "#a ", "#a\n", "(", "[[a]]", "[[a]]\n", "[", "> ", "> a\n", "<english>",
        "```\n", "$$\n", "https://arxiv.org/abs/2408.12345 ", "[a](b)", "- a\n",
    )
] + [
    ("a.md", "---\na: ", "["), ("a.md", "---\na: ", "- "), ("a.md", "---\n", "a: b\n"),
    ("a.md", "---\na: ", "x"), ("a.json", "", "["), ("a.json", "", '{"title":'),
    ("a.json", "[", f"{RECORD},"), ("a.jsonl", "", f"{RECORD}\n"),
    ("a.jsonl", f"{RECORD}\n", "{}\n"), ("a.jsonl", "", '{"title":"a", "url\n'),
    ("a.json", '{"title":"a","authors":[', '"A B",'),
    ("a.json", '{"title":"a","url":"b","n":', "9"),
    ("a.txt", MAIL, "x\n"), ("a.txt", MAIL, "  b\n"), ("a.txt", MAIL, "\\\\\n"),
    ("a.txt", MAIL, "Title: b\n"), ("a.txt", MAIL + "Authors: ", "A. B (1), "),
    ("a.txt", "", MAIL + "\\\\\n  abc\n\\\\ ( x , 1kb)\n" + "-" * 78 + "\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "head", "unit"), UNITS)
def test_a_file_of_one_thing_repeated(path: str, head: str, unit: str) -> None:
    data = (head + unit * ((SIZE - len(head)) // len(unit.encode()))).encode()
    begin = time.process_time()
    decoded = decode(data)
    digest = read_digest(Source(path, decoded.text, decoded.encoding))
    # A second where nothing else runs; what is quadratic takes hours.
    assert time.process_time() - begin < 6
    assert digest.entries or digest.problems


def _yaml_bomb() -> str:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]")
    return "---\n{}\n---\n글".format("\n".join(lines))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", _yaml_bomb()),
        ("a.md", "---\n" + "".join(" " * n + "a:\n" for n in range(290)) + "---\nx"),
        ("a.txt", DIGEST + "\n".join(f"#t{n}" for n in range(99_000))),
        ("a.txt", DIGEST + " ".join(f"#t{n}" for n in range(1_000_000))),
        ("240830 a.md", NOTE + "\n".join(f"#t{n}" for n in range(99_000))),
        ("240830 a.md", NOTE + "\n".join(f"[[n{n}]]" for n in range(99_000))),
        (
            "a.json",
            RECORD[:-1] + "".join(f',"k{n}":1' for n in range(500_000)) + "}",
        ),
        ("a.json", RECORD[:-1] + ',"n":[' + "1," * 4_000_000 + "1]}"),
        ("a.json", RECORD[:-1] + ',"n":' + "9" * 10_000_000 + "}"),
        ("a.json", (RECORD[:-1] + ',"x":' + "[" * 900 + "]" * 900 + "}\n") * 1_000),
    ],
    ids=[
        "yaml bomb", "nested front matter", "tags", "tags of a line", "tags of a note",
        "wikilinks", "fields", "items", "an integer", "nested lists",
    ],
)  # fmt: skip
def test_a_file_of_many_different_things(path: str, text: str) -> None:
    begin = time.process_time()
    digest = read_digest(Source(path, text))
    assert time.process_time() - begin < 6
    assert digest.entries


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a.txt", DIGEST + "a\n" * 200_000, 100_001),
        ("a.txt", "2024-08-30\n" + "A Title\n(Ada Li, Bo Wu)\n#t\n" * 10_001, 30_002),
        ("a.jsonl", f"{RECORD}\n" * 25_001, 25_001),
        ("a.json", f'[{RECORD[:-1]},"n":{"[" * 900 + "]" * 900}}}]' + "[]" * 10**6, 0),
    ],
    ids=["lines", "papers", "records", "brackets"],
)
def test_what_is_not_read_is_told_with_its_line(
    path: str, text: str, line: int
) -> None:
    problems = read_digest(Source(path, text)).problems
    assert [problem.line for problem in problems if "more than" in problem.what] == [
        line
    ]
