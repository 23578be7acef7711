"""Pro-ams whom a member keeps at hand."""
