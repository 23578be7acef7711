from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.accounts import rules
from pro_am.accounts.rules import Role, Throttle
from pro_am.accounts.rules.names import OFFICES
from pro_am.foundation.passwords import common_passwords

ABOUT = ("Ana Martin", "ana.martin@cuisine-nantes.example", "Pro-Am", "pro-am")
BEGAN = datetime(2030, 1, 1)
MOMENT = timedelta(microseconds=1)
LOOKALIKES = {
    "a": "aAа4α",  # noqa: RUF001
    "c": "cсC",  # noqa: RUF001
    "d": "dԁD",  # noqa: RUF001
    "e": "eEе3é",  # noqa: RUF001
    "i": "iI1lі|",  # noqa: RUF001
    "l": "lLI1",
    "m": ["m", "м", "rn"],
    "o": "oOо0ο",  # noqa: RUF001
    "p": "pрP",  # noqa: RUF001
    "s": "sѕ5$",  # noqa: RUF001
    "t": "tт7",
}


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
        "Anne (modération)",
        "L’équipe de Nantes",
        "Administratrice",
        "rnoderator",
        "Staff Pro·Am",
        "\N{CYRILLIC SMALL LETTER ER}ro-am",
        "Les Voisins",
    ],
)
def test_nobody_passes_for_the_team(name):
    with pytest.raises(rules.ReservedName):
        rules.check_name(name, site="Les Voisins")


@st.composite
def offices_in_disguise(draw):
    """An office in look-alikes of its letters, with marks between that nobody sees."""
    letters = draw(st.sampled_from(sorted(OFFICES)))
    return "".join(
        draw(st.sampled_from(LOOKALIKES.get(letter, letter)))
        + draw(st.sampled_from(["", "\N{ZERO WIDTH SPACE}", "\N{COMBINING ACUTE ACCENT}"]))
        for letter in letters
    )


@given(offices_in_disguise(), st.sampled_from(["", "Anne ", "Le-La "]))
@settings(max_examples=100)
def test_no_disguise_makes_an_office_a_name(office, before):
    with pytest.raises(rules.ReservedName):
        rules.check_name(before + office)


@pytest.mark.parametrize(
    "name",
    [
        "Ana Martin",
        "Rod Stewart",
        "Adminah",
        "Team Martin",
        "Ann Steward",
        "Bernard Vial",
        "Les Voisin",
        "O’Neill",
        "李小龙",
        "Jo",
        "فاطمة",
        "Z",
    ],
)
def test_people_keep_their_names(name):
    rules.check_name(name, site="Les Voisins")


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
    times = {"created_at": BEGAN, "seen_at": BEGAN + seen_after, "now": BEGAN + now_after}

    assert rules.is_alive(rules.life_of([Role.STEWARD]), **times) is alive


@pytest.mark.parametrize(
    ("seen_after", "now_after", "alive"),
    [
        (timedelta(0), timedelta(minutes=30) - MOMENT, True),
        (timedelta(0), timedelta(minutes=30), False),
        (timedelta(hours=11.9), timedelta(hours=12) - MOMENT, True),
        (timedelta(hours=11.9), timedelta(hours=12), False),
    ],
)
def test_an_admin_is_signed_out_sooner(seen_after, now_after, alive):
    times = {"created_at": BEGAN, "seen_at": BEGAN + seen_after, "now": BEGAN + now_after}

    assert rules.is_alive(rules.life_of([Role.STEWARD, Role.ADMIN]), **times) is alive


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox Linux"),
        (
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
            ),
            "Edge Windows",
        ),
        (
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko)"
                " Chrome/140.0.0.0 Mobile Safari/537.36"
            ),
            "Chrome Android",
        ),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
                " (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1"
            ),
            "Safari iPhone",
        ),
        ("curl/8.5.0", " "),
        ("", " "),
    ],
)
def test_a_browser_is_called_as_people_call_it(user_agent, words):
    assert " ".join(rules.browser_in_words(user_agent)) == words


@pytest.mark.parametrize(("tries", "over"), [(0, False), (9, False), (10, True), (11, True)])
def test_a_throttle_lets_so_many_through(tries, over):
    assert rules.is_over(Throttle("sign-in", 10, timedelta(minutes=5)), tries) is over


@pytest.mark.parametrize(
    "name", ["Win at https://evil.example", "www.evil.example", "me@evil.example"]
)
def test_a_name_is_no_address(name):
    with pytest.raises(rules.NameIsAnAddress):
        rules.check_name(name)
