"""Calendars kept elsewhere, as addresses or files: when their owners are busy, and no more."""
