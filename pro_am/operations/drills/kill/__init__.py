"""Killing the processes that write bookings down, to see that what was acknowledged stays."""
