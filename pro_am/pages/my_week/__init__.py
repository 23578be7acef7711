"""My week: what waits for me, what is planned, when I am free. Where a member lands."""
