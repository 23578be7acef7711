"""Rankings of members by others' methods: for each member a number, low for frauds."""

from collections.abc import Callable, Mapping

from pro_am.trust.evaluation.baselines import averages, rev2, walks
from pro_am.trust.evaluation.files import Ratings
from pro_am.trust.rules.arrays import Floats, Integers

Ranking = Callable[[Ratings, Integers], Floats]  # of ratings and the places of the anchors

BASELINES: Mapping[str, Ranking] = {
    "mean": averages.mean,
    "bayes": averages.bayesian_mean,
    "wilson": averages.wilson,
    "beta": averages.beta_reputation,
    "pagerank": walks.personalised_pagerank,
    "trustrank": walks.trustrank,
    "trustrank_distrust": walks.trustrank_less_distrust,
    "rev2_goodness": rev2.goodness,
    "rev2_fairness": rev2.fairness,
}
