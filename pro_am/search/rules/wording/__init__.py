"""The words of all offers: completed while one types, and told from mistakes in typing."""
