"""Finding offers by words, place and price: what a search means, and the engines that answer it."""
