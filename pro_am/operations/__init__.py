"""What keeps an installation going: setting up, a demo, measuring, breaking on purpose."""
