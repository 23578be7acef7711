"""`flask search`: care of the index, and what can be measured of search from a shell."""

import click

from pro_am.search.commands.index import check, rebuild, status
from pro_am.search.commands.simulate import simulate


@click.group("search")
def search() -> None:
    """The search index, and how good searches are."""


for command in (rebuild, check, status, simulate):
    search.add_command(command)
