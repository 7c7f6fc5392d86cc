"""Writes papers to a file: records, a list in Markdown, or BibTeX by its end."""

import json
from collections.abc import Callable, Iterable, Iterator

from tuireader.domain.citation import bibtex, markdown
from tuireader.domain.entry import Digest
from tuireader.domain.identity import keys_of
from tuireader.domain.links import LinkOrigin
from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.services.export import record_of
from tuireader.store.atomic import write_files
from tuireader.store.homes import expanded
from tuireader.text.counted import counted
from tuireader.ui.messages import ExportRequested, Notice

Digests = Callable[[], Iterable[Digest]]
"""Returns all digests with their whole texts."""
_UNDATED = "9999"
"""Sorts after every day."""


def export(request: ExportRequested, digests: Digests) -> Notice:
    """Write what is asked for, and return what to tell.

    Whole or not at all: where it cannot be written, a file of before is as it was.

    Args:
        request: Papers and where to.
        digests: For records, which hold everything that the digests say.
    """
    path = expanded(request.path.strip())
    papers = list(request.papers)
    match path.suffix.lower():
        case ".jsonl":
            lines = list(_records(papers, request.library, digests()))
            what = counted(len(lines), "record")
        case ".bib":
            lines = [f"{bibtex(paper, _url(paper, request))}\n" for paper in papers]
            what = counted(len(papers), "paper")
        case _:
            lines = [_line(paper, _url(paper, request)) for paper in papers]
            what = counted(len(papers), "paper")
    content = "".join(f"{line}\n" for line in lines)
    try:
        write_files(path.parent, {path.name: content.encode()})
    except OSError as error:
        why = error.strerror or str(error)
        return Notice(f"not written: {why}", "error", f"{path}")
    return Notice(f"wrote {what} to {path}")


def _url(paper: Paper, request: ExportRequested) -> str:
    """Return the paper's address; a search leads to it but is none."""
    link = request.library.link(paper)
    return "" if link.origin is LinkOrigin.SEARCH else link.url


def _line(paper: Paper, url: str) -> str:
    tags = " ".join(f"#{tag}" for tag in paper.tags)
    facts = (", ".join(paper.authors), paper.date or "", tags)
    return " · ".join((f"- {markdown(paper, url)}", *filter(None, facts)))


def _records(
    papers: Iterable[Paper], library: Library, digests: Iterable[Digest]
) -> Iterator[str]:
    """Yield what `tuireader export` prints of these papers, the oldest day first."""
    wanted = {key for paper in papers for key in paper.keys}
    found = [
        (entry.date or _UNDATED, record_of(digest, entry))
        for digest in digests
        for entry in digest.entries
        if not wanted.isdisjoint(keys_of(entry))
        and library.query.matches_date(entry.date or "") is not False
    ]
    found.sort(key=lambda dated: dated[0])
    for _, record in found:
        yield json.dumps(record, ensure_ascii=False)
