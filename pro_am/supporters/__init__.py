"""Friends who follow a client by a weekly recap: no account, and what the client allows."""
