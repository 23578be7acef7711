"""What keeps an installation going: setting it up, filling a demo, measuring, breaking on purpose."""
