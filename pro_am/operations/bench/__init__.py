"""Measuring speed on a market made for it, in a throw-away place, beside a bare page."""
