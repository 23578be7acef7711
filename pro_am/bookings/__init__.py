"""From a host's request for a pro-am's time to a kept (or broken) promise."""
