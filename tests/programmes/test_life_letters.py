"""What letters about a break and an end say, in the reader's language, and without blame."""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.programmes import actions
from pro_am.programmes.queries import programmes as queries
from tests.factories.programmes import make_programme


@pytest.fixture
def programme(person, time):
    with transaction():
        person("ana").language = "fr"
    made = make_programme(person("ana"), person("ben"), weeks=2)
    time.forward(days=(made.starts_on - time.now.date()).days)
    return made


def last_to(name: str) -> Letter:
    found = select(Letter).where(Letter.recipient == f"{name}@example.org")
    return db.session.scalars(found.order_by(Letter.id.desc())).first()


def test_a_break_is_told_with_its_day_and_what_it_means(programme, person):
    actions.pause(programme, person("ana"), from_day=queries.today_of(programme))

    letter = last_to("ben")
    assert letter.subject == "A break: Eight calm weeks"
    assert "Ana Martin takes a break from" in letter.text
    assert "nothing is due" in letter.text
    assert f"/programmes/{programme.public_id}/about" in letter.text


def test_the_end_leads_the_client_to_their_weeks_and_says_what_is_due(programme, person, time):
    time.forward(weeks=2)
    actions.catch_up_with_time()

    hers, his = last_to("ana"), last_to("ben")
    assert "Toutes ses semaines sont passées" in hers.text
    assert f"/fr/programmes/{programme.public_id}/summary" in hers.text
    assert "€50 in all, paid in person" in his.text
    assert f"/en/programmes/{programme.public_id}/about" in his.text


def test_a_last_word_is_read_by_the_other_alone(programme, person):
    actions.end(programme, person("ben"), words="Quelle belle route !")

    assert "Quelle belle route" in last_to("ana").text
    assert "Quelle belle route" not in last_to("ben").text
