"""Cases from a file: what free time has to be, and whether the product says the same."""
