"""Pure: the life of a booking, its deadlines, its cancellation policy, its invitation file."""
