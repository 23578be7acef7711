"""Friends without an account, and the weekly recap that they get."""
