"""Vouches and threads in words, as pages and cards show them."""
