"""Threads between members: who wrote what, and what is still unread."""
