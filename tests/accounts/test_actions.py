from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from pro_am.accounts import actions, queries, rules
from pro_am.accounts.models import AccountToken, Member, MemberRole, SignedInSession, Try
from pro_am.accounts.rules import Role
from pro_am.foundation import passwords
from pro_am.foundation.database import db, transaction
from tests.accounts.letters import latest_link, latest_secret, templates
from tests.factories import PASSWORD

NEW = "another horse, another battery"
DORA = "dora@example.org"


@pytest.fixture(autouse=True)
def _in_app(app, people):
    with app.app_context():
        yield


def sign_up(email=DORA, *, name="Dora Roux", password=PASSWORD, place="home", onward=None):
    actions.sign_up(
        name=name, email=email, password=password, language="en", place=place, onward=onward
    )


def sign_in(email="ana@example.org", password=PASSWORD, *, place="home"):
    return actions.sign_in(email, password, place=place, browser="Firefox")


def reset(email="ana@example.org", *, place="home"):
    actions.ask_for_reset(email, place=place)


def member(email):
    db.session.rollback()  # see what was committed
    return queries.member_with_email(email)


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_an_account_opens_when_its_address_is_confirmed():
    sign_up()
    assert member(DORA).email_confirmed_at is None

    secret = actions.confirm_email(latest_secret(), browser="Firefox", password=None)

    assert member(DORA).email_confirmed_at is not None
    assert queries.session_with(secret).member.name == "Dora Roux"


def test_neither_passwords_nor_secrets_are_stored():
    sign_up()
    link = latest_secret()
    session = actions.confirm_email(link, browser="Firefox", password=None)
    reset(DORA)

    stored = [*db.session.scalars(select(Member.password_hash))]
    stored += [*db.session.scalars(select(AccountToken.fingerprint))]
    stored += [*db.session.scalars(select(SignedInSession.fingerprint))]
    assert not {PASSWORD, link, session, latest_secret()} & set(stored)
    assert member(DORA).password_hash.startswith("$argon2id$")


def test_signing_up_again_only_tells_the_owner_of_the_address():
    before = member("ana@example.org").password_hash

    sign_up(" ANA@example.org ", name="Somebody Else", password=NEW)

    assert templates() == ["accounts/already_a_member"]
    assert (member("ana@example.org").name, count(Member)) == ("Ana Martin", 3)
    assert member("ana@example.org").password_hash == before


def test_before_it_is_confirmed_the_last_sign_up_stands():
    sign_up(name="Dora Rouge")
    first = latest_secret()
    sign_up(name="Dora Roux", password=NEW)

    with pytest.raises(rules.LinkNoLongerWorks):
        actions.confirm_email(first, browser="Firefox", password=None)
    actions.confirm_email(latest_secret(), browser="Firefox", password=None)

    assert member(DORA).name == "Dora Roux"
    assert sign_in(DORA, NEW)


def test_where_somebody_was_going_travels_in_the_letter():
    sign_up(onward="/en/book/x?start=2030-01-08T18:00Z")

    assert latest_link().endswith("?next=/en/book/x?start%3D2030-01-08T18:00Z")


@pytest.mark.parametrize(
    ("after", "works"),
    [(timedelta(days=7) - timedelta(seconds=1), True), (timedelta(days=7), False)],
)
def test_a_confirmation_works_for_seven_days(time, after, works):
    sign_up()
    time.now += after

    if works:
        assert actions.confirm_email(latest_secret(), browser="Firefox", password=None)
        return
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.confirm_email(latest_secret(), browser="Firefox", password=None)
    assert member(DORA).email_confirmed_at is None


def test_a_link_works_once():
    sign_up()
    secret = latest_secret()
    actions.confirm_email(secret, browser="Firefox", password=None)

    with pytest.raises(rules.LinkNoLongerWorks):
        actions.confirm_email(secret, browser="Firefox", password=None)


def test_a_link_is_good_for_its_purpose_alone():
    sign_up()
    confirmation = latest_secret()
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.reset_password(confirmation, NEW)

    reset()
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.confirm_email(latest_secret(), browser="Firefox", password=None)


@pytest.mark.parametrize("email", ["ana@example.org", " Ana@Example.ORG "])
def test_the_right_password_begins_a_session(email):
    session = queries.session_with(sign_in(email))

    assert (session.member.name, session.browser) == ("Ana Martin", "Firefox")


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("ana@example.org", "correct horse battery stable"),
        ("ana@example.org", ""),
        ("nobody@example.org", PASSWORD),
        ("", PASSWORD),
    ],
)
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(email, password):
    with pytest.raises(rules.WrongSignIn):
        sign_in(email, password)

    assert count(SignedInSession) == 0


def test_who_has_not_confirmed_gets_the_link_again_at_most_five_times_a_day(time):
    sign_up()
    for _ in range(5):
        with pytest.raises(rules.EmailNotConfirmed):
            sign_in(DORA)
    with pytest.raises(rules.TooManyTries):
        sign_in(DORA)

    assert templates() == ["accounts/confirm_email"] * 6
    assert actions.confirm_email(latest_secret(), browser="Firefox", password=None)


def test_signing_in_renews_an_old_hash():
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with transaction():
        member("ana@example.org").password_hash = weak

    sign_in()

    renewed = member("ana@example.org").password_hash
    assert renewed != weak
    assert not passwords.is_outdated(renewed)
    assert sign_in()


def test_signing_out_ends_this_session_alone():
    here, there = sign_in(), sign_in()

    actions.sign_out(here)

    assert queries.session_with(here) is None
    assert queries.session_with(there) is not None


def test_a_new_password_ends_every_session_and_is_told():
    secrets = [sign_in(), sign_in()]
    bens = sign_in("ben@example.org")
    reset()

    actions.reset_password(latest_secret(), NEW)

    assert [queries.session_with(secret) for secret in secrets] == [None, None]
    assert queries.session_with(bens) is not None
    assert templates() == ["accounts/reset_password", "accounts/password_changed"]
    with pytest.raises(rules.WrongSignIn):
        sign_in(password=PASSWORD)
    assert sign_in(password=NEW)


def test_a_second_link_for_a_password_kills_the_first():
    reset()
    first = latest_secret()
    reset()

    with pytest.raises(rules.LinkNoLongerWorks):
        actions.reset_password(first, NEW)
    actions.reset_password(latest_secret(), NEW)
    assert sign_in(password=NEW)


def test_the_links_of_others_stay():
    reset("ben@example.org")
    bens = latest_secret()
    reset("ana@example.org")

    actions.reset_password(bens, NEW)

    assert sign_in("ben@example.org", NEW)


def test_a_link_for_a_password_works_for_an_hour(time):
    reset()
    time.forward(minutes=60)

    with pytest.raises(rules.LinkNoLongerWorks):
        actions.reset_password(latest_secret(), NEW)


def test_a_weak_new_password_leaves_the_link_alive():
    reset()
    secret = latest_secret()
    with pytest.raises(rules.WeakPassword):
        actions.reset_password(secret, "ana martin")

    actions.reset_password(secret, NEW)

    assert sign_in(password=NEW)


def test_a_link_that_reached_the_mailbox_confirms_it():
    sign_up()
    reset(DORA)

    actions.reset_password(latest_secret(), NEW)

    assert sign_in(DORA, NEW)


def test_an_unknown_address_gets_no_link_and_the_same_answer():
    reset("nobody@example.org")

    assert (templates(), count(AccountToken)) == ([], 0)


def test_tries_at_an_account_are_counted_wherever_they_come_from(time):
    for number in range(10):
        with pytest.raises(rules.WrongSignIn):
            sign_in(password="wrong", place=f"place {number}")

    with pytest.raises(rules.TooManyTries):
        sign_in(place="yet another")
    time.forward(minutes=5)
    assert sign_in(place="yet another")


def test_tries_from_a_place_are_counted_whoever_they_name():
    for number in range(10):
        with pytest.raises(rules.WrongSignIn):
            sign_in(f"nobody{number}@example.org")

    with pytest.raises(rules.TooManyTries):
        sign_in()
    assert sign_in(place="elsewhere")


def test_while_it_is_over_further_tries_do_not_prolong_it(time):
    for _ in range(10):
        with pytest.raises(rules.WrongSignIn):
            sign_in(password="wrong")
    time.forward(minutes=4)
    with pytest.raises(rules.TooManyTries):
        sign_in()

    time.forward(minutes=1)

    assert sign_in()


@pytest.mark.parametrize(
    ("most", "act", "refusal"),
    [
        (20, lambda: sign_up(name="admin"), rules.ReservedName),
        (20, lambda: sign_up(password="12345678"), rules.WeakPassword),
        (5, lambda: reset("nobody@example.org"), None),
    ],
)
def test_refused_and_empty_acts_count_as_well(most, act, refusal):
    for _ in range(most):
        if refusal is None:
            act()
            continue
        with pytest.raises(refusal):
            act()

    with pytest.raises(rules.TooManyTries):
        act()


def test_a_throttle_stores_nobodys_name_or_place():
    with pytest.raises(rules.WrongSignIn):
        sign_in(password="wrong", place="192.0.2.1")

    buckets = list(db.session.scalars(select(Try.bucket)))
    assert len(buckets) == 2
    assert not any("ana" in bucket or "192" in bucket for bucket in buckets)


def test_a_role_is_granted_once():
    ana = member("ana@example.org")

    actions.grant_role(ana, Role.STEWARD, by=None)
    actions.grant_role(member("ana@example.org"), Role.STEWARD, by=None)

    assert member("ana@example.org").has_role(Role.STEWARD)
    assert [steward.name for steward in queries.stewards()] == ["Ana Martin"]
    assert count(MemberRole) == 1


def test_an_operator_appoints_a_steward_from_a_shell(app):
    run = app.test_cli_runner().invoke

    appointed = run(args=["members", "appoint", "ana@example.org", "steward"])
    unknown = run(args=["members", "appoint", "nobody@example.org", "steward"])

    assert (appointed.exit_code, appointed.output) == (0, "Ana Martin is now a steward.\n")
    assert unknown.exit_code == 2
    assert "nobody@example.org" in unknown.output
    assert member("ana@example.org").has_role(Role.STEWARD)


def test_old_traces_are_forgotten_and_living_ones_kept(time):
    sign_up()
    old = sign_in()
    time.forward(days=7)
    reset()
    link = latest_secret()
    young = sign_in()
    time.forward(days=7)
    time.now -= timedelta(days=6, hours=23, minutes=30)  # half an hour after `reset`
    actions.forget_old_traces()
    assert queries.session_with(old) is not None
    assert (count(AccountToken), count(Try)) == (1, 4)

    time.forward(days=7)
    actions.forget_old_traces()

    assert queries.session_with(old) is None
    assert queries.session_with(young) is not None
    assert (count(AccountToken), count(Try)) == (0, 0)
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.reset_password(link, NEW)
