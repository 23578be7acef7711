"""Threads between members: about a booking or a question, who wrote what, what is still unread."""
