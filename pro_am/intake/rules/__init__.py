"""Pure: what is asked, what answers stand for, and who fits them."""
