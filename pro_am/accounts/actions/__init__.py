"""What people do with their accounts: one function, one intention, one transaction."""

from pro_am.accounts.actions.doors import (
    ask_for_reset,
    check_password,
    confirm_email,
    reset_password,
    sign_in,
    sign_up,
)
from pro_am.accounts.actions.forgetting import forget_old_traces
from pro_am.accounts.actions.oversight import (
    end_all_sessions_and_links,
    make_admin,
    note_look,
    reinstate,
    sign_out_everywhere,
    suspend,
)
from pro_am.accounts.actions.roles import grant_role, withdraw_role
from pro_am.accounts.actions.sessions import note_seen, sign_out

__all__ = [
    "ask_for_reset",
    "check_password",
    "confirm_email",
    "end_all_sessions_and_links",
    "forget_old_traces",
    "grant_role",
    "make_admin",
    "note_look",
    "note_seen",
    "reinstate",
    "reset_password",
    "sign_in",
    "sign_out",
    "sign_out_everywhere",
    "sign_up",
    "suspend",
    "withdraw_role",
]
