"""Short true answers to what people ask, by role; figures come from the program itself."""
