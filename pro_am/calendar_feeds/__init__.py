"""Bookings for a member's own calendar program: an address that only they know."""
