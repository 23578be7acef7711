"""What a large community costs is measured as it is said to be. No figure is judged here."""

import numpy as np
import pytest

from pro_am.operations.bench import tables
from pro_am.operations.bench.trust import community, figures
from pro_am.operations.bench.trust.figures import TrustFigure


def test_a_community_is_the_same_every_time(tmp_path):
    folders = [tmp_path / name for name in ("once", "again", "other")]
    for folder, seed in zip(folders, (1, 1, 2), strict=True):
        folder.mkdir()
        community.make(200, seed, folder)

    once, again, other = (community.read(folder) for folder in folders)

    assert once.members == 200
    assert len(once.reviews) == pytest.approx(2000, rel=0.05)
    assert len(once.vouches.voucher) == pytest.approx(800, rel=0.05)
    assert once.reviews.x.tobytes() == again.reviews.x.tobytes() != other.reviews.x.tobytes()
    assert np.all(once.reviews.reviewer != once.reviews.reviewed)


def test_every_figure_is_measured_in_a_process_of_its_own():
    found = list(figures.figures(300, seed=1, tell=lambda _what: None))

    assert [figure.unit for figure in found] == ["s", "s", "MB", "ms", "ms", "ms", "ms", "ms"]
    assert all(figure.found > 0 for figure in found)


def test_what_is_not_met_is_said():
    slow = TrustFigure("full run, wall clock", "s", found=15.1, at_most=15)

    assert not slow.is_good
    assert "not met" in tables.trust([slow])
    assert "not met" not in tables.trust([TrustFigure("full run", "s", 14.9, 15)])
