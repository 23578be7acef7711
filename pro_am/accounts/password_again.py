"""The password asked again before what only the member may do, and not whoever found them away.

    @blueprint.route("/somewhere", methods=["GET", "POST"])
    @allow(Policy.MEMBER)
    @asks_password_again
    def view() -> ResponseReturnValue: ...

It is asked before the page is shown, and holds for half an hour in that session. Who stays longer
on the page is asked when they send it: what they typed goes along, but for passwords and files.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import redirect, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pro_am.accounts import actions
from pro_am.accounts.current import current_session
from pro_am.accounts.forms import PasswordAgainForm
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page

P = ParamSpec("P")
R = TypeVar("R")

_OURS = {"csrf_token", "password_again", "instead_of"}


def asks_password_again(view: Callable[P, R]) -> Callable[P, R | ResponseReturnValue]:
    """For a view, or for what a blueprint does before each of its requests."""

    @wraps(view)
    def ask_first(*args: P.args, **kwargs: P.kwargs) -> R | ResponseReturnValue:
        if current_user.is_fresh:
            return view(*args, **kwargs)
        form = PasswordAgainForm()
        if "password_again" not in request.form:
            return _ask(PasswordAgainForm(formdata=None), instead_of=request.method)
        if form.is_valid_post():
            try:
                actions.give_password_again(current_session(), form.password_again.data)
            except Refusal as refusal:
                form.show(refusal)
            else:
                if form.instead_of.data == "GET":
                    return redirect(request.full_path, 303)
                return view(*args, **kwargs)
        return _ask(form, instead_of=form.instead_of.data)

    return ask_first


def _ask(form: PasswordAgainForm, *, instead_of: str) -> ResponseReturnValue:
    form.instead_of.data = instead_of
    typed = [
        (name, text)
        for name, text in request.form.items(multi=True)
        if name not in _OURS and "password" not in name
    ]
    return page("accounts/password_again.html", form, typed=typed if instead_of != "GET" else [])
