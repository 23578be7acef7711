"""The roles that a member may be given."""

import enum


class Role(enum.StrEnum):
    STEWARD = "steward"
    MODERATOR = "moderator"
    ADMIN = "admin"
