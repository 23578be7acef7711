"""The pages where members write to each other, and say when something is wrong."""
