"""The board of a coach, and the landing of whoever follows a programme."""

import time as stopwatch

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.programmes.models import (
    Item,
    Programme,
    ProgrammeComment,
    ProgrammeWeek,
    Template,
    TemplateItem,
)
from pro_am.programmes.rules.course import WEEK, first_monday
from pro_am.programmes.rules.words import ItemKind, ItemState
from pro_am.sos.models import Sos
from tests.factories import make_member
from tests.factories.programmes import make_programme
from tests.support.statements import counted

BOARD = "/coaching/"


@pytest.fixture
def one(app, done, time):
    """Ana follows Ben's eight weeks, and is in the first, for which nothing is planned."""
    made = {}

    def make(person):
        programme = make_programme(person("ana"), person("ben"))
        made.update(id=programme.public_id, starts_on=programme.starts_on)

    done(make)
    time.forward(days=(made["starts_on"] - time.now.date()).days)
    return made["id"]


def give_template(person):
    with transaction():
        template = Template(
            public_id="template", coach_id=person("ben").id, idempotency_key="t", title="Calm",
            note="", weeks=1, created_at=clock.now(), changed_at=clock.now(),
        )  # fmt: skip
        template.items = [
            TemplateItem(week=1, day=2, position=0, kind=ItemKind.SESSION, title="Walk", weight=1)
        ]
        db.session.add(template)


def test_who_neither_coaches_nor_follows_is_shown_a_way_to_begin(browser_of):
    assert "Nothing here yet" in browser_of("cleo").get(BOARD).text


def test_a_client_finds_what_they_follow_and_a_coach_whom_they_coach(browser_of, one):
    assert f"/programmes/{one}" in browser_of("ana").get(BOARD).text
    board = browser_of("ben").get(BOARD).text
    assert "Ana Martin" in board
    assert "Nothing planned for the week of" in board
    assert one not in browser_of("cleo").get(BOARD).text


def test_a_template_goes_to_all_who_are_ticked(app, browser_of, done, one):
    done(give_template)

    browser_of("ben").submit(BOARD, chosen=one, template="template", week="this", then="assign")

    with app.app_context():
        assert db.session.scalars(select(Item.title)).all() == ["Walk"]


def test_what_is_missing_is_said_beside_the_question(browser_of, done, one):
    done(give_template)
    ben = browser_of("ben")

    nobody = ben.submit(BOARD, words="Hello", then="say")
    nothing = ben.submit(BOARD, chosen=one, template="", then="assign")

    assert (nobody.status_code, nothing.status_code) == (422, 422)
    assert "Tick at least one person." in nobody.text
    assert "Choose a template." in nothing.text


def test_a_kind_word_takes_one_press_and_is_said_once(app, browser_of, done, one, time):
    done(give_template)
    ben = browser_of("ben")
    ben.submit(BOARD, chosen=one, template="template", week="this", then="assign")
    time.forward(days=6)
    assert "No news since" in ben.get(BOARD).text

    ben.submit(BOARD, kind=f"{one}.thinking")

    with app.app_context():
        (said,) = db.session.scalars(select(ProgrammeComment.text)).all()
        assert said == "I am thinking of you. How are you?"


def test_nobody_speaks_to_anothers_clients(app, browser_of, one):
    cleo = browser_of("cleo")
    token = {"csrf_token": "x"}

    answer = cleo.client.post(
        f"/en{BOARD}", base_url="http://127.0.0.1", data={"kind": f"{one}.bravo", **token}
    )

    assert answer.status_code in (400, 403, 422)
    with app.app_context():
        assert db.session.scalars(select(ProgrammeComment.id)).all() == []


def make_clients(ben: Member, first: Booking, count: int) -> None:
    """Bookings and programmes of so many, written straight: the board alone is measured."""
    monday = first_monday(clock.now().date()) - 4 * WEEK
    states = [ItemState.DONE, ItemState.PLANNED, ItemState.DONE, ItemState.PLANNED, ItemState.DONE]
    for number in range(count):
        client = make_member(f"Client{number} Name")
        with transaction():
            hold = type(first.hold)(
                **{
                    column.name: getattr(first.hold, column.name)
                    for column in first.hold.__table__.columns
                    if column.name != "id"
                }
            )
            thread = type(first.thread)(
                **{
                    column.name: getattr(first.thread, column.name)
                    for column in first.thread.__table__.columns
                    if column.name not in ("id", "public_id")
                }
            )
            facts = {
                column.name: getattr(first, column.name)
                for column in Booking.__table__.columns
                if column.name not in ("id", "hold_id", "thread_id")
            }
            facts |= {"reference": f"REF{number}", "host_id": client.id}
            booking = Booking(**facts, hold=hold, thread=thread)
            programme = Programme(
                public_id=ids.public_id(), booking=booking, client_id=client.id, coach_id=ben.id,
                title="Calm weeks", weeks_agreed=8, time_zone="Europe/Paris", starts_on=monday,
                created_at=clock.now(), heard_at=clock.now(),
            )  # fmt: skip
            for week in range(6):
                items = [
                    Item(public_id=ids.public_id(), day=day, position=0, kind=ItemKind.SESSION,
                         title="Walk", state=state)
                    for day, state in enumerate(states)
                ]  # fmt: skip
                db.session.add(
                    ProgrammeWeek(programme=programme, monday=monday + week * WEEK, items=items)
                )
            db.session.add(programme)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_forty_clients_take_a_few_questions_and_little_time(app, browser_of, done, one):
    def fill(person):
        first = db.session.scalars(select(Booking)).one()
        make_clients(person("ben"), first, 40)

    done(fill)
    ben = browser_of("ben")
    ben.get(BOARD)  # what the first page of a process reads once

    with counted(app) as asked:
        page = ben.get(BOARD)
    began = stopwatch.process_time()
    ben.get(BOARD)
    spent = stopwatch.process_time() - began

    assert page.text.count("board__row") == 41
    assert len(asked) <= 8, "\n".join(asked)
    assert spent < 0.25  # by a margin: 50 ms on a machine that does nothing else


def test_a_call_for_help_comes_first_when_the_client_lets_the_coach_know(app, browser_of, one):
    with app.app_context(), transaction():
        client = db.session.scalars(select(Member).where(Member.email == "ana@example.org")).one()
        db.session.add(
            Sos(
                public_id="sos", client_id=client.id, idempotency_key="sos", at=clock.now(),
                words="", shows_numbers=False, coach_sees=True,
            )
        )  # fmt: skip

    assert "Asked friends for help" in browser_of("ben").get(BOARD).text


def test_what_is_planned_already_is_asked_about_and_the_choice_is_kept(app, browser_of, done, one):
    done(give_template)
    ben = browser_of("ben")
    asked = {"chosen": one, "template": "template", "week": "this", "then": "assign"}
    ben.submit(BOARD, **asked)

    page = ben.submit(BOARD, **asked)

    assert page.status_code == 409
    assert "Something is planned already for Ana" in page.text
    assert f'value="{one}" checked' in page.text
    ben.submit(BOARD, **asked, over="replace")
    with app.app_context():
        assert db.session.scalars(select(Item.title)).all() == ["Walk"]


def test_all_who_are_ticked_read_a_word_and_have_their_plans_a_week_later(
    app, browser_of, done, one
):
    done(give_template)
    ben = browser_of("ben")
    ben.submit(BOARD, chosen=one, template="template", week="this", then="assign")

    ben.submit(f"{BOARD}?tick=all", words="A calm week to you all.", then="say")
    ben.submit(f"{BOARD}?tick=all", week="this", then="shift")

    with app.app_context():
        assert db.session.scalars(select(ProgrammeComment.text)).all() == [
            "A calm week to you all."
        ]
        monday = db.session.scalars(select(ProgrammeWeek.monday).join(Item)).one()
        assert monday == db.session.scalars(select(Programme.starts_on)).one() + WEEK


def test_my_week_says_what_today_asks_for(browser_of, done, one, time):
    done(give_template)
    browser_of("ben").submit(BOARD, chosen=one, template="template", week="this", then="assign")
    time.forward(days=2)  # a Wednesday

    assert "Today in your programme" in browser_of("ana").get("/my-week/").text
    assert "Today in your programme" not in browser_of("ben").get("/my-week/").text
