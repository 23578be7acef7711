"""The forms of programmes."""
