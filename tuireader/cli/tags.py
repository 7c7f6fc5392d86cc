"""`tuireader tags`: the tags and how many papers carry each."""

import json
import sys

import click

from tuireader.cli import options
from tuireader.cli.loading import open_library


@click.command("tags")
@options.paths
@options.query
@click.option("--json", "as_json", is_flag=True, help="One JSON object a tag.")
def command(*, paths: tuple[str, ...], query: str, as_json: bool) -> int:
    """Count the papers of each tag, the most common first.

    Spellings that differ in case, `-` and `_` are one tag, named as it is mostly
    written.
    """
    opened = open_library(paths, query)
    opened.library.build_state()  # the reader's own tags count as well
    tags = opened.library.facets.tags
    width = max((len(f"{tag.count}") for tag in tags), default=0)
    for tag in tags:
        if as_json:
            record = {"tag": tag.tag, "label": tag.label, "papers": tag.count}
            line = json.dumps(record, ensure_ascii=False)
        else:
            line = f"{tag.count:{width}}  {tag.label}"
        sys.stdout.write(f"{line}\n")
    return opened.exit_code
