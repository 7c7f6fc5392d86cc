"""Whatever a curator's lines look like: no exception, and no word of theirs is lost."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from tests.formats.comparing import said
from tests.formats.samples import ABSTRACT, DIGEST, NOTE, source
from tests.fuzzing import examples
from tuireader.domain.entry import Digest
from tuireader.formats import read_digest
from tuireader.formats.plain_reader import read_plain
from tuireader.formats.vault_reader import read_any, read_note
from tuireader.formats.vault_usual import read_usual

# Each line bears the number of its place, so that its words can be found again.
LINES = st.sampled_from(
    [
        "",
        "",
        "Scaling Models Part W{n}",
        "Scaling Models Part W{n} (Ada W{n}, Bo Lee)",
        "*Scaling Models Part W{n}* (Ada W{n}, Bo Lee)",
        "*Scaling Models Part W{n}*",
        "*Scaling Models W{n}",
        "**W{n}**",
        "# Scaling Models Part W{n}",
        "## Heading w{n}",
        "[Scaling Models W{n}](https://example.org/u{n})",
        "Scaling Models W{n} (https://arxiv.org/abs/2408.{n:05})",
        "1. Scaling Models W{n}",
        "[Section w{n}]",
        "(Ada W{n}, Bo Lee)",
        "Ada Lee, Bo Wu",
        "(Team W{n})",
        "(remark w{n} 입니다)",
        "(Ada W{n},",
        "Authors: Ada W{n}, Bo Lee",
        "Abstract: We show w{n}.",
        "> We show w{n}.",
        ">",
        ABSTRACT.replace("slip", "slip w{n}", 1),
        "한국어 w{n} 문장입니다.",
        "한국어 w{n} 문장 (https://arxiv.org/abs/2407.{n:05}) 입니다. #t{n}",
        "An English sentence w{n} stands here.",
        "English w{n} without end",
        "#t{n} #u{n}",
        "#t{n}, #u{n}",
        "#t{n} #u{n}# #-w{n} #%",
        "#t{n} #u{n} stray{n}",
        "Tags: #t{n}",
        "# Links",
        "## Abstract",
        "[[Note w{n}]]",
        "- [[Note w{n}|alias]] and [[Other w{n}]]",
        "https://arxiv.org/abs/2408.{n:05}",
        "https://arxiv.org/abs/2408.{n:05}v2 text w{n}",
        "https://example.org/u{n}",
        "<https://example.org/u{n}>",
        "- https://example.org/u{n}",
        "<english>",
        "</english>",
        "<english>w{n}</english> rest{n}",
        "text w{n}</english>rest{n}",
        "```",
        "~~~",
        "$$",
        "- item w{n}",
        "2) item w{n}",
        "| w{n} | x |",
        "---",
        "2024년 8월 30일",
        "August 31, 2024",
        "Daily papers",
        "    indented w{n}",
    ]
)
MARKED = re.compile(r"(?:w|W|t|u|stray|rest)[0-9]+|240[78]\.[0-9]{5}")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Lines in any order, beginning like a digest, like a note or like neither."""
    head = NOTE.partition("실수와")[0]
    begins = ["", "2024년 8월 30일\n", DIGEST, NOTE, NOTE.partition("# L")[0], head]
    begin = draw(st.sampled_from([*begins, head.partition(">")[0], "\n\n"]))
    lines = draw(st.lists(LINES, max_size=14))
    numbered = [line.format(n=n) for n, line in enumerate(lines, start=100)]
    return begin + draw(st.sampled_from(["\n", "\n\n"])).join(numbered)


def check(text: str, digest: Digest) -> None:
    kept = said(digest)
    lost = {word for word in MARKED.findall(text) if word not in kept}
    assert not lost, (lost, kept)
    for entry in digest.entries:
        assert entry.title
        assert entry.title == " ".join(entry.title.split())
        assert 1 <= entry.line <= text.count("\n") + 1
        assert entry.arxiv_id not in entry.references
        assert all(paragraph.text.strip() for paragraph in entry.commentary)


@given(texts())
@examples(400)
def test_every_line_of_a_note_is_kept(text: str) -> None:
    note = source(text, "vault/240830 Scaling Models.md")
    reading = read_note(note)
    assert reading.entries
    if read_usual(note.text, "2024-08-30", "Scaling Models"):
        assert reading == read_any(note, "2024-08-30", "Scaling Models")
    check(note.text, Digest(note.path, "vault", "", "", *reading))


@given(texts())
@examples(400)
def test_every_line_of_a_plain_digest_is_kept(text: str) -> None:
    digest = source(text)
    reading = read_plain(digest)
    check(digest.text, Digest(digest.path, "plain", "", "", *reading))


@given(st.text(max_size=400), st.sampled_from(["x.md", "240830 x.md", "x.txt", "x"]))
@example("---\n---", "x.md")
@example("\x1b]52;c;AAAA\x07", "x.md")
@examples(300)
def test_no_text_raises(text: str, path: str) -> None:
    read_digest(source(text, path))


YAML = st.sampled_from(
    [
        "title: A w{n} Title",
        "title: A w{n}: Title",
        "authors: [Ada w{n}, Bo Lee]",
        "author: Ada w{n}",
        "  - w{n}",
        "tags: t{n}, u{n}",
        "tags:",
        "aliases: [w{n}]",
        "abstract: We show w{n}.",
        "url: https://example.org/u{n}",
        "arxiv: 2408.{n:05}",
        "w{n}: x",
        "rating: w{n}",
        "date: 2024-08-30",
        "",
        "# w{n}",
        "{{w{n}",
    ]
)


@given(st.lists(YAML, max_size=8), st.sampled_from(["", "\n한국어 문장.\n", NOTE]))
@examples(300)
def test_every_line_of_front_matter_is_kept_or_told(
    lines: list[str], note: str
) -> None:
    numbered = [line.format(n=n) for n, line in enumerate(lines, start=100)]
    text = "\n".join(["---", *numbered, "---", note])
    reading = read_note(source(text, "note.md"))
    kept = said(Digest("note.md", "vault", "", "", *reading))
    values = MARKED.findall("\n".join(x for x in numbered if not x.startswith("# ")))
    lost = {word for word in values if word not in kept}
    assert not lost, (lost, kept)
