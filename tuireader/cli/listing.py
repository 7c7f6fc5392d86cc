"""`tuireader list`: the papers, one a line."""

import json
import sys
from collections.abc import Iterator

import click

from tuireader.cli import options
from tuireader.cli.errors import complain
from tuireader.cli.loading import open_library
from tuireader.domain.links import LinkOrigin
from tuireader.domain.paper import Paper
from tuireader.library.library import Library
from tuireader.text import sanitise
from tuireader.text.counted import counted
from tuireader.text.tex import readable

_UNDATED = "----------"


@click.command("list", epilog=options.SOURCES)
@options.paths
@options.query
@click.option("--count", is_flag=True, help="Print only how many papers there are.")
@options.shape(
    "text",
    "jsonl",
    "urls",
    told="text: day, title and tags, between tabs where no terminal reads them.",
)
def command(*, paths: tuple[str, ...], query: str, count: bool, shape: str) -> int:
    """List the papers of files and folders, newest first.

    A paper that stands in several digests is listed once.
    """
    opened = open_library(paths, query)
    library = opened.library
    if count:
        sys.stdout.write(f"{len(library)}\n")
    elif shape == "text" and sys.stdout.isatty():
        _show(library)
    else:
        writers = {"text": _text, "jsonl": _records, "urls": _urls}
        sys.stdout.writelines(f"{line}\n" for line in writers[shape](library))
    return opened.exit_code


def _papers(library: Library) -> Iterator[Paper]:
    return (library.paper_at(row) for row in range(len(library)))


def _text(library: Library) -> Iterator[str]:
    for paper in _papers(library):
        columns = (paper.date or _UNDATED, readable(paper.title), _hashtags(paper))
        yield "\t".join(_in_one_line(column) for column in columns)


def _show(library: Library) -> None:
    """Write to the terminal: in columns, a title cut where the line ends."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for paper in _papers(library):
        line = Text(f"{paper.date or _UNDATED}  ", style="dim", end="")
        line.append(_in_one_line(readable(paper.title)), style="not dim")
        line.append(f"  {_in_one_line(_hashtags(paper))}")
        console.print(line, no_wrap=True, overflow="ellipsis")


def _records(library: Library) -> Iterator[str]:
    for paper in _papers(library):
        body, link = library.body(paper), library.link(paper)
        record = {
            "key": paper.key,
            "title": paper.title,
            "authors": paper.authors,
            "date": paper.date or None,
            "abstract": body.abstract,
            "commentary": "\n".join(paragraph.text for paragraph in body.commentary),
            "tags": paper.tags,
            "link": link.url,
            "link_origin": link.origin.value,
            "arxiv_id": paper.arxiv_id,
            "references": body.references,
            "wikilinks": body.wikilinks,
            "appearances": [
                {"date": place.date or None, "source": place.source, "line": place.line}
                for place in library.appearances(paper)
            ],
        }
        yield json.dumps(record, ensure_ascii=False)


def _urls(library: Library) -> Iterator[str]:
    searches = 0
    for paper in _papers(library):
        link = library.link(paper)
        searches += link.origin is LinkOrigin.SEARCH
        yield sanitise(link.url)
    if searches:
        complain(
            f"{searches:,} of {counted(len(library), 'paper')}: no link of their own, "
            "arXiv title searches instead"
        )


def _hashtags(paper: Paper) -> str:
    return " ".join(f"#{tag}" for tag in paper.tags)


def _in_one_line(text: str) -> str:
    return " ".join(sanitise(text).split())
