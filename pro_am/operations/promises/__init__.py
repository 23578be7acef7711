"""What people may rely on, and what the last drills found of it."""
