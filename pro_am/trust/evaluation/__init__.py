"""Pure: our ranking of members beside well-known ones, on networks whose frauds are known."""
