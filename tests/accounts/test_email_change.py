import re

import pytest
from sqlalchemy import select

from pro_am.accounts import actions, queries, rules
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import PASSWORD

OLD, NEW = "ana@example.org", "ana.martin@example.org"


@pytest.fixture(autouse=True)
def _in_app(app, people):
    with app.app_context():
        yield


def ana():
    db.session.rollback()
    return queries.member_with_email(OLD) or queries.member_with_email(NEW)


def secret_in(template, recipient):
    """Of the last such letter."""
    text = db.session.scalars(
        select(Letter.text)
        .where(Letter.template == f"accounts/{template}", Letter.recipient == recipient)
        .order_by(Letter.id.desc())
    ).first()
    return re.search(r"/([\w-]{43})$", text, re.MULTILINE).group(1)


def ask(email=NEW):
    actions.ask_for_email_change(ana(), email)


def confirm(email=NEW):
    actions.confirm_email_change(ana(), secret_in("confirm_new_email", email))


def can_sign_in(email, password=PASSWORD):
    try:
        return bool(actions.sign_in(email, password, place="home", browser="Firefox"))
    except rules.WrongSignIn:
        return False


def test_the_old_address_stands_until_the_new_one_confirms():
    ask(" Ana.Martin@example.org ")
    assert ana().email == OLD

    confirm()

    assert ana().email == NEW
    assert can_sign_in(NEW)
    assert not can_sign_in(OLD)


def test_a_link_confirms_for_the_member_who_asked_alone():
    ask()
    cleo = queries.member_with_email("cleo@example.org")

    with pytest.raises(rules.LinkNoLongerWorks):
        actions.confirm_email_change(cleo, secret_in("confirm_new_email", NEW))

    confirm()


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_the_old_mailbox_takes_the_account_back(is_confirmed):
    """Before the change and after it; whoever knew the password is out."""
    session = actions.sign_in(OLD, PASSWORD, place="home", browser="Firefox")
    ask()
    if is_confirmed:
        confirm()

    actions.undo_email_change(secret_in("email_changes", OLD))

    assert ana().email == OLD
    assert queries.session_with(session) is None
    assert not can_sign_in(OLD)
    with pytest.raises(rules.LinkNoLongerWorks):
        confirm()
    actions.reset_password(secret_in("email_change_undone", OLD), "another horse, another battery")
    assert can_sign_in(OLD, "another horse, another battery")


def test_the_first_mailbox_has_the_last_word():
    """A thief who moves the account twice, and undoes from the middle, does not keep it."""
    ask()
    confirm()
    actions.ask_for_email_change(queries.member_with_email(NEW), "thief@example.org")
    of_the_thief = secret_in("email_changes", NEW)

    actions.undo_email_change(of_the_thief)
    actions.undo_email_change(secret_in("email_changes", OLD))

    assert ana().email == OLD
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.undo_email_change(of_the_thief)


def test_nobody_else_takes_an_address_that_may_be_taken_back():
    ask()
    confirm()

    actions.sign_up(
        name="Dora Roux", email=OLD, password=PASSWORD, language="en", place="x", onward=None
    )
    actions.ask_for_email_change(queries.member_with_email("cleo@example.org"), OLD)

    assert queries.member_with_email(OLD) is None
    last = db.session.scalars(
        select(Letter.template).where(Letter.recipient == OLD).order_by(Letter.id)
    ).all()
    assert last[-2:] == ["accounts/already_a_member"] * 2


def test_a_known_address_gets_the_same_answer_and_no_link():
    ask("cleo@example.org")

    told = {tuple(row) for row in db.session.execute(select(Letter.template, Letter.recipient))}
    assert told == {
        ("accounts/already_a_member", "cleo@example.org"),
        ("accounts/email_changes", OLD),
    }


def test_who_changes_their_mind_goes_back():
    ask()
    confirm()
    ask(OLD)

    actions.confirm_email_change(ana(), secret_in("confirm_new_email", OLD))

    assert ana().email == OLD


def test_asking_is_counted():
    for number in range(5):
        ask(f"ana{number}@example.org")

    with pytest.raises(rules.TooManyTries):
        ask()


def test_ones_own_address_is_no_change():
    with pytest.raises(rules.AlreadyYours):
        ask(OLD)


def test_links_end(time):
    ask()
    time.forward(days=7)
    with pytest.raises(rules.LinkNoLongerWorks):
        confirm()
    time.forward(days=7)
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.undo_email_change(secret_in("email_changes", OLD))
