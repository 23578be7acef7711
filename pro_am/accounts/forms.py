"""The forms of accounts."""

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    EmailField,
    HiddenField,
    PasswordField,
    SelectField,
    StringField,
)
from wtforms.validators import DataRequired, Email, InputRequired, Length

from pro_am.accounts.rules import PASSWORD_LONGEST
from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.foundation.web.languages import NAMES

EMAIL = (
    DataRequired(_l("Write your e-mail address.")),
    Email(_l("This does not look like an e-mail address: name@example.org.")),
    Length(max=254),
)
NEW_PASSWORD = (
    InputRequired(_l("Choose a password.")),
    Length(max=PASSWORD_LONGEST, message=_l("A password has at most %(max)d characters.")),
)
NAME = (DataRequired(_l("Write the name that others will see.")), Length(max=80))
GIVEN_PASSWORD = (InputRequired(_l("Write your password.")), Length(max=PASSWORD_LONGEST))


class SignUpForm(Form):
    name = StringField(_l("Your name"), NAME, render_kw={"autocomplete": "name"})
    email = EmailField(_l("E-mail address"), EMAIL, render_kw={"autocomplete": "email"})
    password = PasswordField(
        _l("Password"), NEW_PASSWORD, render_kw={"autocomplete": "new-password"}
    )
    adult = BooleanField(
        _l("I am 18 or older"),
        [
            InputRequired(
                _l("This community is for people of 18 and older. Tick the box if you are.")
            )
        ],
    )


class SignInForm(Form):
    email = EmailField(_l("E-mail address"), EMAIL, render_kw={"autocomplete": "username"})
    password = PasswordField(
        _l("Password"),
        GIVEN_PASSWORD,
        render_kw={"autocomplete": "current-password"},
    )


class AskForResetForm(Form):
    email = EmailField(_l("E-mail address"), EMAIL, render_kw={"autocomplete": "username"})


class NewPasswordForm(Form):
    password = PasswordField(
        _l("New password"), NEW_PASSWORD, render_kw={"autocomplete": "new-password"}
    )


class ConfirmForm(Form):
    """One button, in the browser that asked for the account."""


class ConfirmElsewhereForm(Form):
    """In any other browser, the password that was chosen then."""

    password = PasswordField(
        _l("The password you chose"),
        [InputRequired(_l("Write the password you chose when you asked for the account."))],
        render_kw={"autocomplete": "current-password", "maxlength": PASSWORD_LONGEST},
    )


class PasswordAgainForm(Form):
    password_again = PasswordField(
        _l("Your password"), GIVEN_PASSWORD, render_kw={"autocomplete": "current-password"}
    )
    instead_of = HiddenField()  # the method of the request that has to wait


class DetailsForm(Form):
    name = StringField(_l("Your name"), NAME, render_kw={"autocomplete": "name"})
    language = SelectField(_l("Language of your letters"), choices=choices_from(NAMES))
    time_zone = SelectField(_l("Time zone"))


class NewEmailForm(Form):
    email = EmailField(_l("New e-mail address"), EMAIL, render_kw={"autocomplete": "email"})


class ChangePasswordForm(Form):
    password_again = PasswordField(
        _l("Your password until now"),
        GIVEN_PASSWORD,
        render_kw={"autocomplete": "current-password"},
    )
    password = PasswordField(
        _l("New password"), NEW_PASSWORD, render_kw={"autocomplete": "new-password"}
    )


class ButtonForm(Form):
    """One button, on a page of its own."""


class LeaveForm(Form):
    sure = BooleanField(
        _l("I have read this, and want to close my account"),
        [InputRequired(_l("Tick the box if you are sure."))],
    )
