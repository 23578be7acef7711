"""What people do with their accounts: one function, one intention, one transaction."""

from pro_am.accounts.actions.details import change_details, change_password
from pro_am.accounts.actions.doors import (
    ask_for_reset,
    confirm_email,
    reset_password,
    sign_in,
    sign_up,
)
from pro_am.accounts.actions.email import (
    ask_for_email_change,
    confirm_email_change,
    undo_email_change,
)
from pro_am.accounts.actions.forgetting import forget_old_traces
from pro_am.accounts.actions.leaving import (
    come_back,
    count_taking_data,
    erase_the_gone,
    leave,
)
from pro_am.accounts.actions.oversight import (
    end_all_sessions_and_links,
    make_admin,
    note_look,
    reinstate,
    sign_out_everywhere,
    suspend,
)
from pro_am.accounts.actions.roles import grant_role, withdraw_role
from pro_am.accounts.actions.sessions import (
    end_session,
    end_sessions,
    give_password_again,
    note_seen,
    sign_out,
)

__all__ = [
    "ask_for_email_change",
    "ask_for_reset",
    "change_details",
    "change_password",
    "come_back",
    "confirm_email",
    "confirm_email_change",
    "count_taking_data",
    "end_all_sessions_and_links",
    "end_session",
    "end_sessions",
    "erase_the_gone",
    "forget_old_traces",
    "give_password_again",
    "grant_role",
    "leave",
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
    "undo_email_change",
    "withdraw_role",
]
