"""What places for newcomers give and cost, on communities drawn by lot."""

import json

import click

from pro_am.search.evaluation import exploration

LEAST_IMPRESSIONS, MOST_LOSS = 0.08, 0.03


@click.command("simulate")
@click.option("--seeds", default=3, show_default=True, help="Communities.")
@click.option("--pro-ams", default=300, show_default=True)
@click.option("--visitors", default=40, show_default=True, help="Each searches once a day.")
@click.option("--days", default=30, show_default=True)
@click.option("--json", "as_json", is_flag=True)
def simulate(seeds: int, pro_ams: int, visitors: int, days: int, *, as_json: bool) -> None:
    """Impressions of newcomers on first pages, and the loss of nDCG at 20 for those who search.

    Ends with 1 where newcomers get less than 8 % of the places, or more than 3 % is lost.
    """
    found = {
        seed: exploration.simulate(seed, pro_ams=pro_ams, visitors=visitors, days=days)
        for seed in range(1, seeds + 1)
    }
    if as_json:
        click.echo(json.dumps({str(seed): each.told() for seed, each in found.items()}))
    else:
        click.echo("seed  searches  newcomers' places (without)  seen once (without)  nDCG lost")
        for seed, each in found.items():
            click.echo(
                f"{seed:4}  {each.searches:8}  {each.impressions_of_newcomers:17.1%}"
                f" ({each.impressions_without:7.1%})  {each.newcomers_seen:9.0%}"
                f" ({each.newcomers_seen_without:7.0%})  {each.loss:9.2%}"
            )
    if any(
        each.impressions_of_newcomers < LEAST_IMPRESSIONS or each.loss > MOST_LOSS
        for each in found.values()
    ):
        raise SystemExit(1)
