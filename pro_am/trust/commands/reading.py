"""Files from outside, and the end of a command that cannot use one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pro_am.trust.rules.broken_file import BrokenFile

A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@contextmanager
def reading(file: Path) -> Iterator[bytes]:
    """The content; what is wrong with it is told with its line, and ends the command with 2."""
    try:
        yield file.read_bytes()
    except BrokenFile as fault:
        click.echo(f"{file} {fault}", err=True)
        sys.exit(2)
