"""Pure: what mail servers say of addresses."""
