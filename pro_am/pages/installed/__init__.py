"""Pro-Am as an installed web app: what it is called, and what it shows without a network."""
