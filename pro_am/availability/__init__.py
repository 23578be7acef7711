"""When a pro-am can be booked: opening hours, and holds placed on them by other features."""
