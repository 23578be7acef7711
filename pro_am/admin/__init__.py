"""The desks of those who run the community."""
