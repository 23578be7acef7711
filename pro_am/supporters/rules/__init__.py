"""Pure: who may be asked to follow, what they see, and when which week is told."""
