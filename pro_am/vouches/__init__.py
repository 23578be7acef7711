"""Who vouches for whom, and how they know each other; invitations; the thread between people."""
