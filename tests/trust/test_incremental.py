"""Small changes, each computed alone, lead where computing everything does."""

from random import Random

import numpy as np
import pytest

from pro_am.trust.rules.incremental.community import Touched
from pro_am.trust.rules.incremental.in_memory import InMemory
from pro_am.trust.rules.incremental.updating import update
from pro_am.trust.rules.network import compute
from pro_am.trust.rules.reviews import Role
from tests.trust.networks import NOW, Review, Vouch, network_of


class Story:
    """A community that changes bit by bit; what a page would show is in `shown`."""

    def __init__(self, seed: int, members: int = 30) -> None:
        self.chance, self.members = Random(seed), members  # noqa: S311 - the same every time
        self.evidence = [self.chance.choice([0, 0, 0.11, 0.31, 1]) for _ in range(members)]
        self.reviews = dict(enumerate(self._review() for _ in range(150)))
        self.vouches = {row[:2]: row for row in (self._vouch() for _ in range(60))}
        rows = sorted(self.reviews.values(), key=lambda row: (row.reviewed, row.reviewer))
        self.reviews = dict(enumerate(rows))
        vouched = sorted(self.vouches.values())
        self.numbers = {row[:2]: number for number, row in enumerate(vouched)}
        network = network_of(self.evidence, rows, vouched)
        result = compute(network, NOW)
        self.community = InMemory(result, NOW)
        self.shown = result.scores.parts.total.copy()
        self.low = result.scores.low.copy()

    def happen(self) -> None:
        chance = self.chance
        deed = chance.choice(
            [self.add_review] * 5
            + [
                self.hide_review,
                self.witness,
                self.vouch,
                self.vouch,
                self.take_back,
                self.identify,
            ]
        )
        touched = deed()
        if touched is None:
            return
        found = update(self.community, touched)
        self.community.keep(found)
        self.shown[found.scored] = found.scores.parts.total
        self.low[found.scored] = found.scores.low

    def add_review(self) -> Touched:
        row = self._review()
        number = self.community.add_review(
            reviewer=row.reviewer,
            reviewed=row.reviewed,
            role=row.role,
            x=(row.stars - 3) / 2,
            day=row.day,
        )
        self.reviews[number] = row
        return Touched(pairs=[row[:2]])

    def hide_review(self) -> Touched | None:
        if not self.reviews:
            return None
        number = self.chance.choice(sorted(self.reviews))
        row = self.reviews.pop(number)
        self.community.change_review(number, multiplier=row.multiplier, counts=False)
        return Touched(pairs=[row[:2]])

    def witness(self) -> Touched | None:
        if not self.reviews:
            return None
        number = self.chance.choice(sorted(self.reviews))
        row = self.reviews[number] = self.reviews[number]._replace(
            multiplier=self.chance.choice([0.25, 0.75, 1.5])
        )
        self.community.change_review(number, multiplier=row.multiplier, counts=True)
        return Touched(pairs=[row[:2]])

    def vouch(self) -> Touched | None:
        row = self._vouch()
        if row[:2] in self.vouches:
            return None
        self.vouches[row[:2]] = row
        self.numbers[row[:2]] = self.community.add_vouch(*row)
        return Touched(vouches=[row[:2]])

    def take_back(self) -> Touched | None:
        if not self.vouches:
            return None
        pair = self.chance.choice(sorted(self.vouches))
        del self.vouches[pair]
        self.community.take_back_vouch(self.numbers.pop(pair))
        return Touched(vouches=[pair])

    def identify(self) -> Touched:
        member = self.chance.randrange(self.members)
        self.evidence[member] = self.chance.choice([0, 0.3, 0.45, 1])
        self.community.set_evidence(member, self.evidence[member])
        return Touched(identities=[member])

    def in_full(self):
        rows = list(self.reviews.values())
        return compute(network_of(self.evidence, rows, list(self.vouches.values())), NOW)

    def _review(self) -> Review:
        reviewer, reviewed = self.chance.sample(range(self.members), 2)
        # Some are much visited, as in life.
        reviewed = reviewed if self.chance.random() < 0.5 else (reviewer + 1) % 7
        if reviewed == reviewer:
            reviewed = (reviewer + 1) % self.members
        stars = self.chance.choice([1, 2, 3, 4, 5, 5, 5])
        role = Role.PROVIDER if self.chance.random() < 0.8 else Role.HOST
        return Review(reviewer, reviewed, stars, round(self.chance.uniform(0, NOW), 2), role)

    def _vouch(self) -> Vouch:
        return Vouch(*self.chance.sample(range(self.members), 2), self.chance.choice([0.5, 1.0]))


# Among few people everybody ends up praising everybody: circles come and go.
@pytest.mark.parametrize(("seed", "members"), [(0, 30), (1, 30), (2, 60), (3, 9), (4, 9), (5, 12)])
def test_many_small_updates_end_where_a_full_run_does(seed, members):
    story = Story(seed, members)

    for step in range(120):
        story.happen()
        if step % 20 == 19:
            full = story.in_full()
            np.testing.assert_allclose(story.shown, full.scores.parts.total, atol=0.1)
            members = story.community.members(np.arange(story.members))
            np.testing.assert_allclose(members["standing"], full.standing, atol=5e-4)
            np.testing.assert_allclose(members["phi"][:, -1], full.weights.phi, rtol=5e-3)


def test_an_update_knows_the_interval_and_what_each_review_weighs():
    story = Story(1)

    for _ in range(40):
        story.happen()

    full = story.in_full()
    np.testing.assert_allclose(story.low, full.scores.low, atol=2e-3)
