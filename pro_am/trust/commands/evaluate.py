"""`flask trust evaluate`."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from pro_am.trust.commands.reading import A_FILE, reading
from pro_am.trust.evaluation.comparing import Comparison, compare
from pro_am.trust.evaluation.files import read_labels, read_ratings
from pro_am.trust.evaluation.sybils import Attack

FIRST = "first:"


class Anchors(click.ParamType[int]):
    """`first:10`: so many of the first accounts on the timeline."""

    name = "first:N"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if isinstance(value, int):
            return value
        count = str(value).removeprefix(FIRST)
        if not str(value).startswith(FIRST) or not count.isdecimal() or int(count) == 0:
            self.fail(f"{value!r} is not like {FIRST}10.", param, ctx)
        return int(count)


@click.command("evaluate")
@click.option("--ratings", type=A_FILE, required=True, help="CSV: rater, rated, -10..10, seconds.")
@click.option("--labels", type=A_FILE, required=True, help="CSV: member, 1 (honest) or -1 (fraud).")
@click.option(
    "--mask-labelled",
    "mask",
    is_flag=True,
    help="Leave out what honest members said of labelled ones: labels were made from it.",
)
@click.option(
    "--anchors", type=Anchors(), default=f"{FIRST}10", show_default=True, help="Whom all trust."
)
@click.option("--sybils", type=click.IntRange(0, 100_000), default=0, show_default=True)
@click.option(
    "--attack-edges",
    type=click.IntRange(0, 100_000),
    default=20,
    show_default=True,
    help="Praises of invented accounts by honest members.",
)
@click.option(
    "--fakes",
    type=click.IntRange(0, 1000),
    default=20,
    show_default=True,
    help="Ratings of each labelled member by invented accounts.",
)
@click.option("--seed", type=click.IntRange(0), default=11, show_default=True, help="Of attacks.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def evaluate(  # noqa: PLR0913 - the options
    *,
    ratings: Path,
    labels: Path,
    mask: bool,
    anchors: int,
    sybils: int,
    attack_edges: int,
    fakes: int,
    seed: int,
    as_json: bool,
) -> None:
    """How well scores tell frauds from honest members, beside well-known methods.

    On a network of ratings in which some frauds are known. Ends with 2 when a file cannot be used.
    """
    with reading(ratings) as content:
        network = read_ratings(content)
    with reading(labels) as content:
        known = read_labels(content, network)
    attack = Attack(sybils, attack_edges, fakes, seed)
    found = compare(network, known, mask=mask, anchors=anchors, attack=attack)
    click.echo(json.dumps(_facts(found, attack)) if as_json else "\n".join(_lines(found)))


def _facts(found: Comparison, attack: Attack) -> dict[str, object]:
    methods = {
        name: asdict(method.figures) | {"seconds": method.seconds}
        for name, method in found.methods.items()
    }
    return asdict(found) | {"attack": asdict(attack), "methods": methods}


def _lines(found: Comparison) -> list[str]:
    rows = [
        f"{name:<20}{method.figures.auc:>8.4f}{method.figures.ap_fraud:>10.4f}"
        f"{method.figures.ap_benign:>11.4f}{method.seconds:>9.3f}"
        for name, method in found.methods.items()
    ]
    about = f"{found.members:,} members, {found.ratings:,} ratings, {found.masked:,} masked;"
    truth = f"{found.invented:,} invented. {found.frauds} frauds, {found.honest} honest."
    head = f"{'method':<20}{'AUC':>8}{'AP fraud':>10}{'AP benign':>11}{'seconds':>9}"
    return [f"{about} {truth}", head, *rows]
