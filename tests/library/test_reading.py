"""Reading one file: what is text, what changed, what is odd."""

import threading
import time
from pathlib import Path

import pytest

from tests.library.notes import ATTENTION, DIGEST, age, write
from tuireader.library.files import MAX_BYTES, Root, find_roots, scan
from tuireader.library.loader import Loader
from tuireader.library.reading import (
    Reading,
    UnreadableError,
    read_content,
    read_record,
)


def reading(file: Path, known: str = "") -> Reading:
    status = file.stat()
    found = 0, file.name, status.st_size, status.st_mtime_ns
    return read_record(
        read_content(Root(str(file.parent), is_folder=True), found), known
    )


def test_a_file_is_read_into_a_record_and_bodies(tmp_path: Path) -> None:
    write(tmp_path, {"170612 Attention.md": ATTENTION})
    found, record, bodies = reading(tmp_path / "170612 Attention.md")
    assert record is not None
    assert (record["format"], record["encoding"]) == ("vault", "utf-8")
    assert (record["size"], record["mtime_ns"]) == found[2:]
    assert [title for title, *_ in record["entries"]] == ["Attention Is All You Need"]
    assert len(bodies) == 1


def test_known_content_is_not_parsed(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": ATTENTION})
    _, record, _ = reading(tmp_path / "a.md")
    assert record is not None
    assert reading(tmp_path / "a.md", record["hash"])[1] is None


@pytest.mark.parametrize(
    ("name", "content", "encoding"),
    [
        ("a.txt", DIGEST.encode(), "utf-8"),
        ("a.txt", DIGEST.encode("utf-8-sig"), "utf-8-sig"),
        ("a.txt", DIGEST.encode("utf-16"), "utf-16"),
        ("a.txt", DIGEST.encode("cp949"), "cp949"),
        ("a", DIGEST.encode("cp949"), "cp949"),
        ("a.unknown", DIGEST.encode("utf-16"), "utf-16"),
    ],
)
def test_text_is_read_in_the_encodings_it_comes_in(
    tmp_path: Path, name: str, content: bytes, encoding: str
) -> None:
    write(tmp_path, {name: content})
    _, record, _ = reading(tmp_path / name)
    assert record is not None
    assert record["encoding"] == encoding
    assert len(record["entries"]) == 2
    assert "problems" not in record


def test_bytes_of_no_encoding_are_replaced_and_told(tmp_path: Path) -> None:
    broken = DIGEST.encode().replace("명료한".encode(), b"\xff\xff\xff")
    write(tmp_path, {"a.txt": broken})
    _, record, _ = reading(tmp_path / "a.txt")
    assert record is not None
    assert len(record["entries"]) == 2
    assert "no known encoding" in str(record.get("problems", ""))


@pytest.mark.parametrize(
    "content",
    [b"\x7fELF\0\0", b"\x89PNG\r\n\x1a\n\0", b"PK\3\4\0", b"\xff\xd8\xff\xe0"],
)
def test_what_does_not_look_like_text_is_a_binary_file(
    tmp_path: Path, content: bytes
) -> None:
    write(tmp_path, {"picture": content * 1000})
    _, record, _ = reading(tmp_path / "picture")
    assert record is not None
    assert record["entries"] == []
    assert record.get("problems") == [[0, "a binary file", "skipped"]]


@pytest.mark.parametrize("name", ["picture", "170612 A.md"])
@pytest.mark.parametrize("ago", [-60, 60])
def test_what_may_be_changing_still_is_looked_at_again(
    tmp_path: Path, name: str, ago: int
) -> None:
    """Be it text or, for now, not: a file's times are too coarse to tell."""
    write(tmp_path, {name: b"\0\1\2\3" * 9})
    age(tmp_path / name, ago)
    found, _, _ = reading(tmp_path / name)
    assert (found[3] == -1) is (ago < 0)


def test_one_nul_does_not_make_a_note_binary(tmp_path: Path) -> None:
    write(tmp_path, {"170612 A.md": ATTENTION.replace("순환", "순\0환")})
    _, record, _ = reading(tmp_path / "170612 A.md")
    assert record is not None
    assert "1706.03762" in record["entries"][0]


def test_a_named_file_is_tried_whatever_it_looks_like(tmp_path: Path) -> None:
    write(tmp_path, {"170612 A": b"\0" + ATTENTION.encode()})
    (root,) = find_roots([tmp_path / "170612 A"])
    (found,) = scan([root]).files
    _, record, _ = read_record(read_content(root, found))
    assert record is not None
    assert "binary" not in str(record)


@pytest.mark.threat("T35")
def test_a_file_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": ATTENTION})
    found = 0, "gone.md", 1, 1
    with pytest.raises(UnreadableError, match="No such file"):
        read_content(Root(str(tmp_path), is_folder=True), found)


@pytest.mark.threat("T28")
def test_a_link_put_in_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": ATTENTION})
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(UnreadableError, match="symbolic links"):
        read_content(Root(str(tmp_path), is_folder=True), (0, "b.md", 1, 1))


@pytest.mark.threat("T27")
def test_a_file_without_end_is_given_up(tmp_path: Path) -> None:
    with (tmp_path / "large.md").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableError, match="larger than 16 MB"):
        reading(tmp_path / "large.md")


def test_a_file_that_lies_about_its_size_is_read_to_its_end() -> None:
    # The kernel's own files say that they are empty.
    found = 0, "version", 0, 0
    (_, _, size, mtime_ns), _ = read_content(Root("/proc", is_folder=True), found)
    assert size > 0
    assert mtime_ns == -1


@pytest.mark.threat("T29")
def test_the_largest_file_that_is_read_takes_a_moment_only(tmp_path: Path) -> None:
    text = ("One line of a digest that has very many of them.\n" * 400_000)[:MAX_BYTES]
    write(tmp_path, {"large.md": text, "note.md": ATTENTION})
    begun = time.process_time()
    library = Loader([tmp_path], tmp_path / ".cache").refresh().library
    assert time.process_time() - begun < 20
    assert library.row_of("arxiv:1706.03762") is not None


@pytest.mark.threat("T35")
def test_papers_stay_while_a_file_is_written_again_and_again(tmp_path: Path) -> None:
    write(tmp_path, {"2024-08-30.txt": DIGEST, "170612 Attention.md": ATTENTION})
    loader = Loader([tmp_path], tmp_path / ".cache")
    loader.refresh()
    stop = threading.Event()

    def rewrite() -> None:
        while not stop.is_set():
            (tmp_path / "2024-08-30.txt").write_text(DIGEST * 20)

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        counts = [loader.refresh().library.total for _round in range(30)]
    finally:
        stop.set()
        writer.join()
    assert min(counts) >= 1
    age(tmp_path / "2024-08-30.txt")
    assert loader.refresh().library.total == 2
