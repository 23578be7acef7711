"""People who booked somebody also booked: from completed bookings, never from a few."""
