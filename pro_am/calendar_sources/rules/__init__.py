"""What a strange iCalendar file says of busy time: RFC 5545, and what programs make of it."""
