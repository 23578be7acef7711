"""What pro-ams publish about themselves: crafts, profiles and offers."""
