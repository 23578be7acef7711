"""Templates: what a coach plans once, gives to many, and adjusts for each."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.foundation.web.languages import LANGUAGES
from pro_am.programmes.actions import answering, assigning, planning, templates
from pro_am.programmes.models import Template
from pro_am.programmes.queries import plans
from pro_am.programmes.queries import templates as queries
from pro_am.programmes.rules.plan import (
    AnsweredAlready,
    ItemText,
    NothingInIt,
    Over,
    WeekIsPlanned,
    WeeksInUse,
)
from pro_am.programmes.rules.starters import STARTERS
from pro_am.programmes.rules.words import ItemKind, ItemState
from tests.factories.programmes import make_programme

RUN = ItemText(ItemKind.SESSION, "Run")
STRETCH = ItemText(ItemKind.HABIT, "Stretch")


@pytest.fixture
def ben(person):
    return person("ben")


@pytest.fixture
def template(ben):
    made = templates.create_template(ben, templates.TemplateText("Base", "", 2), key="base")
    templates.add_items(made, 1, (0, 2, 7), RUN, key="run")
    return made


def planned(template):
    return [(each.week, each.day, each.title) for each in template.items]


def week_titles(programme, monday):
    week = plans.week_of(programme, monday)
    return [(each.day, each.title) for each in week.items] if week else []


def assign(template, them, monday, over=Over.ASK, key=None):
    coach = template.coach
    return assigning.assign(template, them, monday, over=over, by=coach, key=key or ids.public_id())


@pytest.fixture
def pair(person, ben):
    return [make_programme(person("ana"), ben), make_programme(person("cleo"), ben)]


def test_one_act_puts_an_item_on_several_days_and_comes_once(template):
    templates.add_items(template, 1, (0, 2, 7), RUN, key="run")

    assert planned(template) == [(1, 0, "Run"), (1, 2, "Run"), (1, 7, "Run")]


def test_a_week_is_copied_to_those_that_have_nothing(template):
    templates.add_items(template, 2, (4,), STRETCH, key="stretch")

    assert templates.copy_week(template, 1, to=(2, 3)) == 1
    assert template.weeks == 3
    assert planned(template)[-3:] == [(3, 0, "Run"), (3, 2, "Run"), (3, 7, "Run")]
    assert [each for each in planned(template) if each[0] == 2] == [(2, 4, "Stretch")]


def test_weeks_that_have_items_are_not_lost(template):
    templates.add_items(template, 2, (4,), STRETCH, key="stretch")

    with pytest.raises(WeeksInUse):
        templates.change_template(template, templates.TemplateText("Base", "", 1))


def test_a_copy_is_changed_without_the_other(template):
    copy = templates.copy_template(template, "Base 2", key="copy")
    templates.remove_template_item(copy.items[0])
    db.session.expire_all()

    assert len(template.items) == 3
    assert len(copy.items) == 2


@pytest.mark.parametrize("starter", STARTERS.values(), ids=lambda each: each.key)
def test_starters_say_everything_in_every_language(starter):
    for words in (starter.titles, starter.notes, *(each.titles for each in starter.items)):
        assert set(words) == set(LANGUAGES)
    for item in starter.items:
        for words in (item.units, item.notes):
            assert set(words) in (set(), set(LANGUAGES))
        assert len(item.amounts) <= starter.weeks


def test_a_starter_is_copied_once_for_one_form_in_the_language_of_the_coach(ben):
    made = templates.copy_starter(ben, STARTERS["walk-then-run"], key="one")
    again = templates.copy_starter(ben, STARTERS["walk-then-run"], key="one")

    assert made.id == again.id
    assert made.title == "From walking to running"
    assert {item.week for item in made.items} == {1, 2, 3, 4}


def test_each_client_gets_a_copy_that_is_adjusted_alone(template, pair):
    monday = pair[0].starts_on

    given = assign(template, pair, monday)

    assert (given.programmes, given.cut_short) == (2, 0)
    first, second = (plans.week_of(each, monday) for each in pair)
    planning.remove_item(first.items[0])
    db.session.expire_all()
    assert [each.title for each in second.items] == ["Run", "Run", "Run"]
    assert len(first.items) == 2


def test_the_same_form_gives_once(template, pair):
    monday = pair[0].starts_on

    for _twice in range(2):
        assign(template, pair, monday, key="one")

    assert len(week_titles(pair[0], monday)) == 3


def test_where_something_is_planned_nobody_gets_anything_before_the_coach_has_said(template, pair):
    monday = pair[0].starts_on
    planning.plan(pair[1], monday, (1,), STRETCH, key="one")

    with pytest.raises(WeekIsPlanned) as refused:
        assign(template, pair, monday)

    assert refused.value.facts == {"names": "Cleo"}
    assert week_titles(pair[0], monday) == []


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        (Over.AFTER, [(0, "Run"), (1, "Stretch"), (2, "Run"), (3, "Stretch"), (7, "Run")]),
        (Over.REPLACE, [(0, "Run"), (2, "Run"), (3, "Stretch"), (7, "Run")]),
    ],
)
def test_what_was_answered_stays_whatever_is_said(template, pair, time, over, expected):
    programme, monday = pair[0], pair[0].starts_on
    planning.plan(programme, monday, (1, 3), STRETCH, key="one")
    time.now += timedelta(days=7)
    answering.answer(plans.week_of(programme, monday).items[1], ItemState.DONE)

    assign(template, [programme], monday, over)

    assert week_titles(programme, monday) == expected


def test_an_empty_template_is_given_to_nobody(ben, pair):
    empty = templates.create_template(ben, templates.TemplateText("Later", "", 1), key="later")

    with pytest.raises(NothingInIt):
        assign(empty, pair, pair[0].starts_on)


def test_weeks_behind_the_end_get_nothing_and_that_is_said(template, person, ben):
    programme = make_programme(person("ana"), ben, weeks=2)
    templates.copy_week(template, 1, to=(2, 3))

    given = assign(template, [programme], programme.starts_on)

    assert given.cut_short == 1
    assert week_titles(programme, programme.starts_on + timedelta(days=14)) == []
    assert len(week_titles(programme, programme.starts_on + timedelta(days=7))) == 3


def test_what_is_planned_moves_on_and_what_was_answered_stays(template, pair, time):
    programme, monday = pair[0], pair[0].starts_on
    templates.copy_week(template, 1, to=(2,))
    assign(template, pair, monday)
    planning.write_note(programme, monday, note="Slowly", to_friends="")
    time.now += timedelta(days=7)
    answering.answer(plans.week_of(programme, monday).items[0], ItemState.DONE)

    for _twice in range(2):
        moved = assigning.shift(pair, monday, 1, by=template.coach, key="one")

    assert moved == 2
    assert week_titles(programme, monday) == [(0, "Run")]
    assert week_titles(programme, monday + timedelta(days=7)) == [(2, "Run"), (7, "Run")]
    assert len(week_titles(programme, monday + timedelta(days=14))) == 3
    assert week_titles(pair[1], monday) == []
    assert plans.week_of(programme, monday).note == "Slowly"
    assert len(week_titles(pair[1], monday + timedelta(days=14))) == 3


def test_a_coach_does_not_change_what_was_answered(pair, time):
    programme, monday = pair[0], pair[0].starts_on
    planning.plan(programme, monday, (0,), RUN, key="one")
    time.now += timedelta(days=7)
    item = plans.week_of(programme, monday).items[0]
    answering.answer(item, ItemState.PARTLY)

    with pytest.raises(AnsweredAlready):
        planning.remove_item(item)
    with pytest.raises(AnsweredAlready):
        planning.change_item(item, STRETCH, day=1)


def test_a_retired_template_stays_and_comes_back(template, ben):
    templates.retire(template)
    assert queries.templates_of(ben)[0].retired_at is not None

    templates.take_up_again(template)

    assert db.session.scalars(select(Template)).one().retired_at is None
