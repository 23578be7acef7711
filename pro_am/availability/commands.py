"""What an operator does with calendars from a shell."""

import click


@click.group("availability")
def availability() -> None:
    """Free time: whether it is right."""
