"""The operator's own words: legal notice, privacy, contact and others, with every revision."""
