"""Every attack, in one list."""

from collections.abc import Callable, Iterator

from pro_am.trust.attacks import brigading, conduct, fakes, people
from pro_am.trust.attacks.rows import Row, Scene

CATALOGUE: tuple[Callable[[Scene], Row], ...] = (
    fakes.ring,
    fakes.fan_in,
    fakes.bad_mouthing,
    fakes.fake_bookings,
    people.review_bombing,
    people.bought_identities,
    people.vouch_selling,
    people.clique,
    people.exit_scam,
    conduct.retaliation,
    conduct.whitewashing,
    conduct.extortion,
    conduct.stolen_account,
    brigading.dispute_brigading,
    conduct.newcomer_freeze_out,
    conduct.cold_start,
)


def run(seed: int, *, has_standing: bool = True) -> Iterator[Row]:
    """One after the other, each on a market of its own of the same seed."""
    for attack in CATALOGUE:
        yield attack(Scene(seed, has_standing=has_standing))
