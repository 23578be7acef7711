"""Attacks on made-up markets: what each can gain, and the bound that it must stay under."""
