"""Vouches and invitations as they are stored."""

from pro_am.vouches.models.invitation import Invitation
from pro_am.vouches.models.vouch import VOUCHES, Vouch

__all__ = ["VOUCHES", "Invitation", "Vouch"]
