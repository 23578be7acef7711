"""Attacks by real people: crowds, bought identities, cliques, sold vouches."""

from collections.abc import Callable

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.attacks.market import Market
from pro_am.trust.attacks.rows import Row, Scene, weekly
from pro_am.trust.rules.alarms import AlarmKind, alarms, to_pause

CROWD = 50
CROWD_STANDING = 0.2
CROWD_LEAST = -12.0
BOUGHT_LEAST = {1: -7.0, 5: -24.0}
SOLD_MOST = 0.1
CLIQUE = 8
CLIQUE_MOST = 10.0
EXIT_MOST = 72.0


def review_bombing(scene: Scene) -> Row:
    """Fifty people who are known, called to one place for one week."""
    raised = []

    def attack(target: int) -> Market:
        market, crowd = scene.market.joined_by(np.full(CROWD, CROWD_STANDING))
        bombed = market.rated(crowd, np.full(CROWD, target), 1, market.today - 3)
        result = bombed.result()
        raised.append(any(alarm.member == target for alarm in alarms(result, bombed.today)))
        return bombed

    lost = float(np.median(scene.moved(attack)))
    return Row(
        "review bombing",
        "what newcomers say of one provider in one week is capped; alarm",
        {"points": lost, "alarms": float(np.mean(raised))},
        f"at least {CROWD_LEAST:g}, alarm raised every time",
        lost >= CROWD_LEAST and all(raised),
    )


def bought_identities(scene: Scene) -> Row:
    """People seen by a steward who sell their word: a review a week."""
    lost, raised = {}, []

    def by(count: int) -> Callable[[int], Market]:
        def attack(target: int) -> Market:
            market, bought = scene.market.joined_by(np.full(count, c.SEEN_EVIDENCE))
            smeared = market.rated(bought, np.full(count, target), 1, weekly(market, count))
            if count == max(BOUGHT_LEAST) and target in scene.good_providers():
                found = alarms(smeared.result(), smeared.today)
                raised.append(
                    any(a.member == target and a.kind is AlarmKind.NEWCOMERS for a in found)
                )
            return smeared

        return attack

    for count in BOUGHT_LEAST:
        lost[count] = float(np.median(scene.moved(by(count))))
    return Row(
        "bought identities",
        "the price of identity evidence; alarm about newcomers",
        {f"points_with_{count}": points for count, points in lost.items()}
        | {"alarms": float(np.mean(raised))},
        "at least "
        + ", ".join(f"{least:g} with {n}" for n, least in BOUGHT_LEAST.items())
        + "; alarm",
        all(lost[n] >= least for n, least in BOUGHT_LEAST.items()) and all(raised),
    )


def vouch_selling(scene: Scene) -> Row:
    """One who is known sells all vouches; the buyer has nothing else."""
    gained = []
    for seller in scene.random.choice(scene.vouchers(), 15, replace=False).tolist():
        market, (buyer,) = scene.market.joined_by(np.zeros(1))
        sold = market.vouched_for(np.array([seller]), np.array([buyer])).result()
        gained.append(float(sold.standing[buyer]))
    return Row(
        "vouch selling",
        f"{c.VOUCHES_OPEN} vouches at a time, that share half of a standing",
        {"standing_gained_most": max(gained)},
        f"a buyer gains at most {SOLD_MOST:g}",
        max(gained) <= SOLD_MOST + 1e-9,
    )


def clique(scene: Scene) -> Row:
    """Eight providers dine at each other's all year and find it excellent."""
    friends = scene.median_providers(CLIQUE)
    guest, cook = (
        np.array(side)
        for side in zip(
            *[(one, other) for one in friends for other in friends if one != other], strict=True
        )
    )
    days = scene.market.today - 365 * np.arange(len(guest)) / len(guest)
    market = scene.market.rated(guest, cook, 5, days)
    result = market.result()
    gained = [scene.score(one, result) - scene.score(one) for one in friends.tolist()]
    found = {a.member for a in alarms(result, market.today) if a.kind is AlarmKind.CLIQUE}
    flagged = float(np.mean([one in found for one in friends.tolist()]))
    return Row(
        "slow collusion of a clique",
        "a pair weighs as one review; people who all praise each other weigh less",
        {"points_most": max(gained), "flagged": flagged},
        f"at most +{CLIQUE_MOST:g}, all of them flagged",
        max(gained) <= CLIQUE_MOST and flagged == 1,
    )


def exit_scam(scene: Scene) -> Row:
    """Somebody with 91 points stops caring: five bad reviews in five days."""
    scores = scene.before.scores.parts.total[: scene.market.providers, 0]
    befores, afters, paused = [], [], []
    for milking in np.argsort(np.abs(scores - 91), kind="stable")[:15].tolist():
        hosts = scene.usual_hosts()
        hosts = scene.random.choice(hosts[hosts != milking], 5, replace=False)
        days = scene.market.today - np.arange(5)
        market = scene.market.rated(hosts, np.full(5, milking), 1, days)
        result = market.result()
        befores.append(scene.score(milking))
        afters.append(scene.score(milking, result))
        paused.append(milking in dict(to_pause(result)))
    return Row(
        "milking, exit scam",
        "the present weighs more than the past; offers pause until a person has looked",
        {
            "before": float(np.median(befores)),
            "after": float(np.median(afters)),
            "paused": float(np.mean(paused)),
        },
        f"at most {EXIT_MOST:g} after five bad reviews from 91; offers paused",
        float(np.median(afters)) <= EXIT_MOST and all(paused),
    )
