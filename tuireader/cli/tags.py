"""`tuireader tags`: the tags and how many papers carry each."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping

import click

from tuireader.cli import options
from tuireader.cli.loading import open_library
from tuireader.library.library import Library
from tuireader.library.timeline import by_month, sparkline
from tuireader.library.variants import merged_tags, suggested

_CELLS = 60
"""Bars of a line at most; months are added up where there are more."""


@click.command("tags", epilog=options.SOURCES)
@options.paths
@options.query
@click.option("--json", "as_json", is_flag=True, help="One JSON object a tag.")
@click.option(
    "--timeline", is_flag=True, help="Draw how many papers each tag has by month."
)
@click.option(
    "--suggest",
    is_flag=True,
    help="List spellings that count as one tag, and lines for the configuration's "
    "[aliases] that would make others one.",
)
def command(
    *, paths: tuple[str, ...], query: str, as_json: bool, timeline: bool, suggest: bool
) -> int:
    """Count the papers of each tag, the most common first.

    Spellings that differ in case, `-` and `_` are one tag, named as it is mostly
    written.
    """
    opened = open_library(paths, query)
    opened.library.build_state()  # the reader's own tags count as well
    write: Callable[[Library], Iterator[str]] = _counts
    if suggest:
        write = _suggestions
    elif timeline:
        write = _month_records if as_json else _months
    elif as_json:
        write = _records
    sys.stdout.writelines(f"{line}\n" for line in write(opened.library))
    return opened.exit_code


def _counts(library: Library) -> Iterator[str]:
    tags = library.facets.tags
    width = max((len(f"{tag.count}") for tag in tags), default=0)
    for tag in tags:
        yield f"{tag.count:{width}}  {tag.label}"


def _records(library: Library) -> Iterator[str]:
    for tag in library.facets.tags:
        record = {"tag": tag.tag, "label": tag.label, "papers": tag.count}
        yield json.dumps(record, ensure_ascii=False)


def _months(library: Library) -> Iterator[str]:
    months = [month.month for month in library.months]
    if not months:
        return
    cells = -(-len(months) // max(1, -(-len(months) // _CELLS)))
    by_tag = library.tag_months()
    whole = by_month(library.facets.days)
    rows: list[tuple[str, int, Mapping[str, int]]] = [("", len(library), whole)]
    rows += [(t.label, t.count, by_tag.get(t.tag, {})) for t in library.facets.tags]
    width = max(len(f"{count}") for _label, count, _months in rows)
    span = f"{months[0]} to {months[-1]}"
    for label, count, counts in rows:
        bars = sparkline([counts.get(month, 0) for month in months], _CELLS)
        yield f"{count:{width}}  {bars:{cells}}  {label or span}"


def _month_records(library: Library) -> Iterator[str]:
    by_tag = library.tag_months()
    for tag in library.facets.tags:
        months = dict(sorted(by_tag.get(tag.tag, {}).items()))
        record = {"tag": tag.tag, "label": tag.label, "papers": tag.count}
        yield json.dumps(record | {"months": months}, ensure_ascii=False)


def _suggestions(library: Library) -> Iterator[str]:
    yield "# one tag already"
    for merged in merged_tags(library.catalogue):
        spellings = ", ".join(f"{name} {count}" for name, count in merged.spellings)
        yield f"# {merged.tag.label}: {spellings}"
    yield "# may be one tag: what is so belongs into the configuration file"
    yield "[aliases]"
    for rare, common, reason in suggested(library.facets.tags):
        pair = " = ".join(
            json.dumps(name, ensure_ascii=False) for name in (rare.tag, common.tag)
        )
        yield f"{pair}  # {rare.count} to {common.count}, {reason}"
