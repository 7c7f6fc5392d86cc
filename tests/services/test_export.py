"""The records that scripts rely on."""

import json

from tests.formats.samples import DIGEST, NOTE, source
from tuireader.domain.entry import Digest, Entry, Paragraph
from tuireader.formats import read_digest
from tuireader.services.export import Record, record_of

KEYS = [
    "key", "title", "authors", "date", "abstract", "commentary", "tags", "url",
    "arxiv_id", "references", "wikilinks", "source", "line", "format",
]  # fmt: skip


def records(text: str, path: str) -> list[Record]:
    digest = read_digest(source(text, path))
    return [record_of(digest, entry) for entry in digest.entries]


def test_a_record_has_the_promised_names_and_becomes_json() -> None:
    for record in records(DIGEST, "a/2024-08-30.txt") + records(NOTE, "240830 x.md"):
        assert list(record) == KEYS
        assert json.loads(json.dumps(record)) == record


def test_what_a_digest_does_not_tell_is_null_or_empty() -> None:
    record = record_of(Digest("x.txt", "plain"), Entry("A Title"))
    nulls = {key: value for key, value in record.items() if value is None}
    assert set(nulls) == {"date", "url", "arxiv_id"}
    assert record["authors"] == []
    assert record["commentary"] == ""
    assert record["key"] == "title:atitle"


def test_a_note_has_its_own_link_references_and_wikilinks() -> None:
    (record,) = records(NOTE, "vault/240830 x.md")
    assert record["key"] == "arxiv:2408.16293"
    assert record["url"] == "https://arxiv.org/abs/2408.16293"
    assert record["arxiv_id"] == "2408.16293"
    assert record["references"] == ["2310.13798"]
    assert record["wikilinks"] == ["240729 Part 2.1"]
    assert record["source"] == "vault/240830 x.md"
    assert record["format"] == "vault"


def test_paragraphs_and_translations_are_joined_by_newlines() -> None:
    entry = Entry(
        "A Title",
        commentary=(
            Paragraph("하나.", "ko"),
            Paragraph("- a\n- b"),
            Paragraph("One.", "en", translation=True),
        ),
    )
    commentary = record_of(Digest("x.txt"), entry)["commentary"]
    assert commentary == "하나.\n- a\n- b\nOne."


def test_tags_and_tex_are_as_written() -> None:
    text = DIGEST.replace("#llm #reasoning", "#Auto_Regressive #llm", 1)
    text = text.replace("재미", "\\textasciitilde42%")
    first = records(text, "2024-08-30.txt")[0]
    assert first["tags"] == ["Auto_Regressive", "llm"]
