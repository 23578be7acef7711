"""The roles that a member may be given."""

import enum


class Role(enum.StrEnum):
    STEWARD = "steward"
    ADMIN = "admin"
