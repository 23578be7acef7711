"""What is looked for, and what of it is not found: counted by day, never by person."""
