"""The whole catalogue on one market; `flask trust attack` runs it on others."""

import pytest

from pro_am.trust.attacks.catalogue import CATALOGUE, run
from pro_am.trust.attacks.rows import Row, Scene

NAMES = [attack.__name__ for attack in CATALOGUE]


@pytest.mark.parametrize("attack", CATALOGUE, ids=NAMES)
def test_each_attack_stays_under_its_bound(attack):
    row = attack(Scene(seed=7))

    assert row.passed, row


def test_without_standing_fakes_have_their_way():
    rows: dict[str, Row] = {row.attack: row for row in run(seed=7, has_standing=False)}

    for attack in ("self-vouching ring", "Sybil fan-in", "bad-mouthing by Sybils"):
        assert not rows[attack].passed
