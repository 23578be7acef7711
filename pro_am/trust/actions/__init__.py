"""Computing scores from public evidence, and writing down what came out."""

from pro_am.trust.actions.full_run import recompute
from pro_am.trust.actions.update import catch_up

__all__ = ["catch_up", "recompute"]
