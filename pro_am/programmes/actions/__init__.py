"""What coaches, clients and time do with programmes."""

from pro_am.programmes.actions.beginning import begin

__all__ = ["begin"]
