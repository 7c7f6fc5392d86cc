"""Libraries of every shape with each payload in every field."""

import html
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.terminal.hostile import PAYLOADS

TOGETHER = 3
"""Payloads of one paper: that each is shown needs fewer steps."""
DAY = "2024-05-01"
_RULE = "-" * 78


@dataclass(frozen=True)
class Paper:
    """A paper whose every field holds the same payloads."""

    number: int
    payloads: tuple[str, ...]

    @property
    def hurt(self) -> str:
        """The payloads as one text."""
        return " ".join(self.payloads)

    @property
    def title(self) -> str:
        """A title that begins with a number of its own."""
        return f"Title {self.number:03} {self.hurt} end"

    @property
    def tags(self) -> list[str]:
        """A tag for each payload."""
        return [f"t{self.number}{payload}" for payload in self.payloads]

    @property
    def address(self) -> str:
        """An address that goes on in a payload."""
        return f"https://arxiv.org/abs/2405.{self.number:05}{self.payloads[0]}"

    @property
    def abstract(self) -> str:
        """A sentence of English."""
        return f"An abstract in English says {self.hurt} and goes on for a while."


def write(folder: Path) -> int:
    """Write papers with every payload in each of the shapes.

    Returns:
        How many papers were written.
    """
    numbers = count()
    total = 0
    for write_shape in SHAPES.values():
        papers = list(_papers(numbers))
        total += len(papers)
        write_shape(folder, papers)
    return total


def _papers(numbers: Iterator[int]) -> Iterator[Paper]:
    """Yield papers that have all payloads between them."""
    payloads = list(PAYLOADS.values())
    for start in range(0, len(payloads), TOGETHER):
        yield Paper(next(numbers), tuple(payloads[start : start + TOGETHER]))


def _plain(folder: Path, papers: Sequence[Paper]) -> None:
    entries = [
        f"{paper.title}\n(Ada {paper.hurt} Moor, Bo Ek)\n{paper.abstract}\n"
        f"설명 {paper.hurt} 끝\n#hostile {' '.join('#' + tag for tag in paper.tags)}\n"
        for paper in papers
    ]
    _save(folder / f"{DAY}.txt", "2024년 5월 1일\n" + "".join(entries))


def _vault(folder: Path, papers: Sequence[Paper]) -> None:
    below = folder / _name("notes", papers[0].hurt)
    below.mkdir()
    for paper in papers:
        text = (
            f"{paper.address}\n\n*{paper.title}* (Ada {paper.hurt} Moor)\n\n"
            f"> {paper.abstract}\n\n설명 {paper.hurt} 끝\n\n"
            f"see [x](file:///etc/passwd) [[Other {paper.hurt}]] {paper.hurt}\n\n"
            f"#hostile {' '.join('#' + tag for tag in paper.tags)}\n\n"
            f"# Links\n[[{paper.payloads[-1]}]]\n"
        )
        if paper.number % 2:
            text = _front_matter(paper) + f"설명 {paper.hurt} 끝\n\n#hostile\n"
        _save(below / _name(f"240401 Note {paper.number:03}", paper.hurt, ".md"), text)


def _front_matter(paper: Paper) -> str:
    """Return front matter in which YAML's own escapes spell what is not allowed."""
    fields = {
        "title": paper.title, "authors": [f"Ada {paper.hurt}", "Bo Ek"],
        "url": paper.address, "tags": paper.tags, "aliases": [paper.hurt],
        "abstract": paper.abstract,
    }  # fmt: skip
    lines = [f"{name}: {json.dumps(value)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, f"note: {paper.hurt}", "---", ""])


def _markdown(folder: Path, papers: Sequence[Paper]) -> None:
    entries = [
        f"## Section {paper.hurt}\n\n### [{paper.title}]({paper.address})\n\n"
        f"- **Authors**: Ada {paper.hurt}, Bo Ek\n- **Tags**: {', '.join(paper.tags)}\n"
        f"- **Abstract**: {paper.abstract}\n\n설명 {paper.hurt} 끝\n\n"
        f"| a | b |\n|---|---|\n| {paper.hurt} | [x](javascript:1) |\n\n"
        for paper in papers
    ]
    _save(folder / f"{DAY} digest.md", f"# Daily papers, {DAY}\n\n" + "".join(entries))


def _html(folder: Path, papers: Sequence[Paper]) -> None:
    def written(text: str) -> str:
        return "".join(f"&#{ord(char)};" if char < " " else char for char in
                       html.escape(text))  # fmt: skip

    entries = [
        f"<h2><a href='{html.escape(paper.address)}' title='{written(paper.hurt)}'>"
        f"{written(paper.title)}</a></h2>\n<p>Authors: Ada {written(paper.hurt)}, Bo Ek"
        f"</p>\n<p>Tags: {written(', '.join(paper.tags))}</p>\n"
        f"<p>Abstract: {written(paper.abstract)}</p><p>설명 {paper.hurt} 끝</p>"
        f"<pre>{written(paper.hurt)}</pre><img src=x alt='{written(paper.hurt)}'>\n"
        for paper in papers
    ]
    page = f"<!doctype html><title>{DAY}</title><h1>Papers, {DAY}</h1>\n"
    _save(folder / f"{DAY}.html", page + "".join(entries))


def _mailing(folder: Path, papers: Sequence[Paper]) -> None:
    entries = [
        f"\\\\\narXiv:2406.{paper.number:05} {paper.hurt}\nDate: Wed, 1 May 24 "
        f"17:59:59 GMT   (10kb)\n\nTitle: {paper.title}\nAuthors: Ada {paper.hurt}, "
        f"Bo Ek\nCategories: cs.CL {' '.join(paper.tags)}\n"
        f"Comments: {paper.hurt}\n\\\\\n"
        f"  {paper.abstract}\n\\\\ ( https://arxiv.org/abs/2406.{paper.number:05} ,  "
        f"10kb)\n{_RULE}\n"
        for paper in papers
    ]
    _save(folder / f"{DAY} mail.eml", f"Subject: cs\n\n{_RULE}\n" + "".join(entries))


def _records(folder: Path, papers: Sequence[Paper]) -> None:
    records = [
        json.dumps(
            {
                "title": paper.title, "authors": [f"Ada {paper.hurt}", "Bo Ek"],
                "url": paper.address, "abstract": paper.abstract, "tags": paper.tags,
                "date": DAY, "comment": f"설명 {paper.hurt} 끝", paper.hurt: "a key",
                "nested": {"a": [paper.hurt]},
            },
            ensure_ascii=bool(paper.number % 2),
        )
        for paper in papers
    ]  # fmt: skip
    _save(folder / f"{DAY}.jsonl", "\n".join(records))


SHAPES: dict[str, Callable[[Path, Sequence[Paper]], None]] = {
    "plain": _plain, "vault": _vault, "markdown": _markdown, "html": _html,
    "mailing": _mailing, "json": _records,
}  # fmt: skip


def _name(beginning: str, payload: str, ending: str = "") -> str:
    """Return a name that holds a payload, and bytes that are no text, as names can."""
    safe = payload.replace("/", "∕").replace("\x00", "")
    return f"{beginning} " + safe[:40] + os.fsdecode(b"\xff\xc3") + ending


def _save(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
