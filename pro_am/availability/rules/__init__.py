"""Pure: from weekly hours and time taken to the slots that can be booked."""
