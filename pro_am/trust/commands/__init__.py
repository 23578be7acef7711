"""`flask trust`: what anybody may check of scores from a shell."""

import click

from pro_am.trust.commands.attack import attack
from pro_am.trust.commands.evaluate import evaluate
from pro_am.trust.commands.recompute import recompute


@click.group("trust")
def trust() -> None:
    """Scores: whether they can be computed again, and how well they tell frauds,
    and what attackers can gain."""


for command in (recompute, evaluate, attack):
    trust.add_command(command)
