"""`flask drill`: what an operator, or a doubter, may break on purpose."""

import click

from pro_am.operations.drills.commands.double_booking import double_booking_drill
from pro_am.operations.drills.commands.hostile import hostile_drill
from pro_am.operations.drills.commands.kill import kill_drill
from pro_am.operations.drills.commands.recaps import recaps_drill
from pro_am.operations.drills.commands.search_index import search_index_drill


@click.group("drill")
def drill() -> None:
    """Break things on purpose, in a throw-away place that this installation never sees."""


for command in (
    double_booking_drill,
    hostile_drill,
    kill_drill,
    recaps_drill,
    search_index_drill,
):
    drill.add_command(command)
