"""Computing scores from public evidence, and writing down what came out."""

from pro_am.trust.actions.full_run import recompute

__all__ = ["recompute"]
