"""Templates that a coach may begin with: ours, as data, in every language."""

from pro_am.programmes.rules.starters.cooking import COOKING
from pro_am.programmes.rules.starters.fitness import FITNESS
from pro_am.programmes.rules.starters.starter import Starter, StarterItem

STARTERS = {each.key: each for each in (*FITNESS, *COOKING)}

__all__ = ["STARTERS", "Starter", "StarterItem"]
