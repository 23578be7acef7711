"""`flask trust attack`: what attackers can gain, by the constants in force."""

import json
import sys
from dataclasses import asdict

import click

from pro_am.trust.attacks.catalogue import CATALOGUE, run
from pro_am.trust.attacks.rows import Row


@click.command("attack")
@click.option("--seed", default=1, show_default=True, help="Of the made-up market.")
@click.option("--without-standing", is_flag=True, help="Show what standing prevents.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def attack(*, seed: int, without_standing: bool, as_json: bool) -> None:
    """Try every attack of the catalogue on a made-up market.

    2,000 members, 400 of them providers, and 12,000 reviews, drawn by SEED. Ends with 1 when an
    attack gains more than it may.
    """
    rows: list[Row] = []
    for row in run(seed, has_standing=not without_standing):
        click.echo(f"{len(rows) + 1} of {len(CATALOGUE)}: {row.attack}", err=True)
        rows.append(row)
        if not as_json:
            click.echo(_words(row))
    passed = all(row.passed for row in rows)
    if as_json:
        click.echo(
            json.dumps(
                {
                    "seed": seed,
                    "with_standing": not without_standing,
                    "rows": [asdict(row) for row in rows],
                    "passed": passed,
                }
            )
        )
    sys.exit(0 if passed else 1)


def _words(row: Row) -> str:
    figures = ", ".join(
        f"{name.replace('_', ' ')} {figure:.3g}" for name, figure in row.figures.items()
    )
    return f"{'pass' if row.passed else 'FAIL'}  {row.attack}: {figures}\n      bound: {row.bound}"
