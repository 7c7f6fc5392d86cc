"""`tuireader searches`: queries kept under a name."""

import sys

import click

from tuireader.cli.loading import parsed_query, saved_searches


@click.group(
    "searches",
    invoke_without_command=True,
    short_help="Keep queries under a name, for `-q @NAME`.",
)
@click.pass_context
def command(context: click.Context) -> None:
    """Keep queries under a name: `-q @NAME` uses one, the screen's sidebar shows them.

    Without a subcommand the searches are listed.
    """
    if context.invoked_subcommand is None:
        context.invoke(show)


@command.command("list")
def show() -> None:
    """List the searches: name and query, a tab between them."""
    for name, query in saved_searches(lambda searches: searches.all()):
        sys.stdout.write(f"{name}\t{query}\n")


@command.command("save")
@click.argument("name")
@click.argument("query")
def save(name: str, query: str) -> None:
    """Keep QUERY under NAME, in place of the one that had it."""
    parsed_query(query)
    kept = saved_searches(lambda searches: searches.save(name, query))
    sys.stdout.write(f"saved @{kept.name}\n")


@command.command("rename")
@click.argument("name")
@click.argument("new")
def rename(name: str, new: str) -> None:
    """Give the search NAME the name NEW."""
    saved_searches(lambda searches: searches.rename(name, new))


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Drop the search NAME."""
    saved_searches(lambda searches: searches.remove(name))
