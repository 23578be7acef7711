from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.accounts import rules
from pro_am.accounts.rules import Throttle
from pro_am.foundation.passwords import common_passwords

ABOUT = ("Ana Martin", "ana.martin@cuisine-nantes.example", "Pro-Am", "pro-am")
BEGAN = datetime(2030, 1, 1)
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("", rules.PasswordTooShort),
        ("kF7!xq2", rules.PasswordTooShort),
        ("12345678", rules.WeakPassword),
        ("PassWord1", rules.WeakPassword),
        ("azertyuiop", rules.WeakPassword),
        ("aaaaaaaaaaaa", rules.WeakPassword),
        ("abcabcabcabc", rules.WeakPassword),  # three letters, however often
        ("Ana Martin", rules.WeakPassword),
        ("martin12!", rules.WeakPassword),
        ("Mårtin-99", rules.WeakPassword),
        ("ana.martin", rules.WeakPassword),
        ("Pro-Am 123", rules.WeakPassword),
    ],
)
def test_easy_passwords_are_refused(password, refusal):
    with pytest.raises(refusal):
        rules.check_password(password, about=ABOUT, common=common_passwords())


@pytest.mark.parametrize(
    "password",
    [
        "kF7!xq2w",
        "correct horse battery staple",
        "la soupe de martin est trop salée",  # the name is a small part of it
        "ananas et coriandre",
        "éàüöñçßø",
        "пароль из слов",
        "🥕🥦🍞🧄🫒🍋🌶🍳",
        " spaces around ",
    ],
)
def test_others_are_taken(password):
    rules.check_password(password, about=ABOUT, common=common_passwords())


@given(st.text(max_size=7))
def test_nothing_short_is_taken(password):
    with pytest.raises(rules.PasswordTooShort):
        rules.check_password(password, about=ABOUT, common=())


@pytest.mark.parametrize(
    "name",
    [
        "admin",
        "ADMIN",
        "A d m i n",
        "@dm1n",
        "\N{CYRILLIC CAPITAL LETTER A}dmin",
        "ad\N{ZERO WIDTH SPACE}min",
        "\N{FULLWIDTH LATIN CAPITAL LETTER A}dmin",
        "Administrator",
        "Modérateur",
        "moderators",
        "S.U.P.P.O.R.T",
        "$upport",
        "Équipe Pro-Am",
        "Pro-Am Team",
        "pro am",
        "Pr0-4m",
        "Sécurité",
        "Steward",
    ],
)
def test_nobody_passes_for_the_team(name):
    with pytest.raises(rules.ReservedName):
        rules.check_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ana Martin",
        "Rod Stewart",
        "Adminah",
        "Team Martin",
        "O’Neill",
        "李小龙",
        "Jo",
        "فاطمة",
        "Z",
    ],
)
def test_people_keep_their_names(name):
    rules.check_name(name)


@pytest.mark.parametrize(
    ("seen_after", "now_after", "alive"),
    [
        (timedelta(0), timedelta(0), True),
        (timedelta(0), timedelta(days=14) - MOMENT, True),
        (timedelta(0), timedelta(days=14), False),
        (timedelta(days=80), timedelta(days=90) - MOMENT, True),
        (timedelta(days=80), timedelta(days=90), False),
    ],
)
def test_a_session_ends_after_two_idle_weeks_and_after_ninety_days(seen_after, now_after, alive):
    now = BEGAN + now_after

    assert rules.session_is_alive(BEGAN, BEGAN + seen_after, now) is alive


@pytest.mark.parametrize(("tries", "over"), [(0, False), (9, False), (10, True), (11, True)])
def test_a_throttle_lets_so_many_through(tries, over):
    assert rules.is_over(Throttle("sign-in", 10, timedelta(minutes=5)), tries) is over


@pytest.mark.parametrize(
    "name", ["Win at https://evil.example", "www.evil.example", "me@evil.example"]
)
def test_a_name_is_no_address(name):
    with pytest.raises(rules.NameIsAnAddress):
        rules.check_name(name)
