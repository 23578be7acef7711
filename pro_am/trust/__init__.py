"""How much a member is worth believing, from those who vouch for them and what they did."""
