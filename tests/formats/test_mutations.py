"""Entries of each shape, lines taken, doubled, moved and soiled: nothing is lost."""

import json
import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.comparing import said
from tests.formats.layouts import Layout, english
from tests.formats.note_layouts import NOTE
from tests.formats.papers import PAPERS
from tests.formats.samples import source
from tests.formats.test_mailing import HEAD, NEW
from tests.fuzzing import examples
from tuireader.domain.entry import Digest
from tuireader.formats import Source, read_digest
from tuireader.formats.base import Reading
from tuireader.formats.mailing import MailedListing
from tuireader.formats.plain_reader import read_plain
from tuireader.formats.vault_reader import read_note

RECORDS = "\n".join(
    json.dumps({"title": paper.title, "authors": paper.authors}, ensure_ascii=False)
    for paper in PAPERS
)
SHAPES: dict[str, tuple[str, Sequence[str], Callable[[Source], Reading]]] = {
    "plain": (
        "2024-08-30.txt",
        (Layout().text(), Layout(words=english, order="TALaWG").text("\n\n")),
        read_plain,
    ),
    "vault": (
        "240830 LoRA.md",
        (NOTE, f"---\ntags: [moe]\nrating: fine\n---\n{NOTE}\n{NOTE}"),
        read_note,
    ),
    "mailing": ("2024-08-30.txt", (HEAD + NEW + NEW,), MailedListing().read),
}
SOILING = st.sampled_from(
    [
        "**", "<b>", "</div>", "[x](y)", "[[", "]]", "`", "```", "$$", "|", "> ", "# ",
        "- ", "#", "(", ")", "\\\\", "---", "<english>", "</english>", "\u202e", "한",
        "\x1b[2J", "\0", "e\u0301" * 9, "\U0001f525", "\u200b", "。", "http://", ":",
        "arXiv:",
    ]
)  # fmt: skip
MEANT_AS_MARKS = frozenset(
    (
        "abstract", "authors", "english", "title", "categories", "comments", "aliases",
        "rating", "replaced",
    )
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, texts: Sequence[str]) -> str:
    """One of `texts` after a few accidents."""
    lines = draw(st.sampled_from(texts)).split("\n")
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["take", "double", "move", "soil", "part"])):
            case "take" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case "soil":
                place = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:place] + draw(SOILING) + lines[at][place:]
            case _:
                lines[at : at + 1] = lines[at].split(" ", 1)
    return "\n".join(lines)


def check(text: str, digest: Digest) -> None:
    kept = said(digest).casefold()
    for line in filter(str.strip, text.split("\n")):
        words = [word.casefold() for word in re.findall(r"[^\W\d_]{5,}", line)]
        lost = [word for word in words if word not in kept and "http" not in word]
        assert not set(lost) - MEANT_AS_MARKS, (line, kept)


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
@examples(150)
def test_every_line_is_in_an_entry_or_a_problem(
    shape: str, data: st.DataObject
) -> None:
    path, texts, read = SHAPES[shape]
    digest = source(data.draw(mutated(texts)), path)
    check(digest.text, Digest(path, shape, "", "", *read(digest)))
    read_digest(digest)


@given(mutated([RECORDS]))
@examples(150)
def test_every_line_of_records_is_in_an_entry_or_a_problem(text: str) -> None:
    digest = source(text, "papers.jsonl")
    read = read_digest(digest)
    if read.format == "json":
        check(digest.text, read)
