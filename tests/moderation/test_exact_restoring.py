"""An appeal that is won gives everything back: each table's rows are as before, but for the log."""

import pytest

from pro_am.moderation import actions
from pro_am.moderation.actions import Decision, Reported, appeals, exclusions, restrictions
from pro_am.moderation.actions.appeals import Vote
from pro_am.moderation.actions.restrictions import Grounds
from pro_am.moderation.queries.restrictions import restrictions_of
from pro_am.moderation.rules import Outcome, Reason, Subject
from pro_am.moderation.rules.appeals import Answer
from pro_am.moderation.rules.restrictions import Ending, Kind, Rule
from pro_am.profiles import actions as profiles
from pro_am.profiles import queries
from pro_am.profiles.actions.offers_pause import pause_offers
from pro_am.profiles.actions.withdrawing import withdraw_profile
from tests.factories import only_offer
from tests.moderation.rows import every_row

GROUNDS = Grounds(Rule.SCAM, "Trois personnes l’ont dit.", "Three people said so.")
OVERTURNED = Vote(Answer.OVERTURNED, "Rien ne le montre.", "Nothing shows it.")


def report_and_decide(person, time, subject, ref, outcome):
    about = Reported(subject, ref, person("ben").id, "Slow food")
    found = actions.report(person("ana"), about, Reason.UNTRUE, "", idempotency_key="one")
    actions.decide(found, person("mo"), Decision(outcome, "Non.", "No.", 7))
    time.forward(minutes=31)
    actions.tell(found.id, found.decided_at.isoformat())


def hide_profile(person, time):
    report_and_decide(person, time, Subject.PROFILE, "ben-keller", Outcome.HIDDEN)


def hide_offer(person, time):
    report_and_decide(person, time, Subject.OFFER, only_offer().public_id, Outcome.HIDDEN)


def pause_writing(person, time):
    report_and_decide(person, time, Subject.PROFILE, "ben-keller", Outcome.PAUSED)


def pause_offers_after_a_report(person, time):
    report_and_decide(person, time, Subject.PROFILE, "ben-keller", Outcome.OFFERS_PAUSED)


def warn(person, time):
    report_and_decide(person, time, Subject.PROFILE, "ben-keller", Outcome.WARNED)


def pause_by_rule(person, _time):
    pause_offers(person("ben").id, words_fr="Trois avis.", words_en="Three reviews.")


def exclude(person, _time):
    proposed = exclusions.propose(person("ben"), GROUNDS, by=person("mo"))
    exclusions.confirm(proposed, person("ola"))


def withdraw(person, _time):
    withdraw_profile(queries.profile_of(person("ben")), by=person("mo"), why="Not yours.")


@pytest.mark.parametrize(
    ("restrict", "kind"),
    [
        (hide_profile, Kind.HIDDEN),
        (hide_offer, Kind.HIDDEN),
        (pause_writing, Kind.WRITING_PAUSE),
        (pause_offers_after_a_report, Kind.OFFERS_PAUSE),
        (warn, Kind.WARNING),
        (pause_by_rule, Kind.OFFERS_PAUSE),
        (exclude, Kind.EXCLUSION),
        (withdraw, Kind.PROFILE_WITHDRAWN),
    ],
)
def test_an_appeal_that_is_won_restores_exactly(bench, person, time, restrict, kind):
    before = every_row()
    restrict(person, time)
    [restriction] = restrictions_of(person("ben"))
    assert restriction.kind is kind
    during = every_row()

    appeals.contest(restriction, "It was not me.")
    assert appeals.answer(restriction.appeal, person("sam"), OVERTURNED) is None
    assert appeals.answer(restriction.appeal, person("sol"), OVERTURNED) is Answer.OVERTURNED

    assert restriction.ending is Ending.OVERTURNED
    assert every_row() == before
    assert kind is Kind.WARNING or during != before


def test_what_its_owner_had_paused_stays_paused(bench, person, time):
    profiles.pause_offer(only_offer())
    before = every_row()

    pause_by_rule(person, time)
    hide_offer(person, time)
    for restriction in restrictions_of(person("ben")):
        restrictions.end(restriction, Ending.OVERTURNED, by=person("ola"))

    assert every_row() == before


def test_of_two_decisions_that_take_the_same_the_other_stands(bench, person, time):
    pause_by_rule(person, time)
    pause_offers_after_a_report(person, time)
    first, second = sorted(restrictions_of(person("ben")), key=lambda each: each.id)

    restrictions.end(first, Ending.OVERTURNED, by=person("ola"))
    assert not only_offer().is_published

    restrictions.end(second, Ending.OVERTURNED, by=person("ola"))
    assert only_offer().is_published


def test_what_was_undone_in_time_leaves_no_restriction(bench, person, time):
    before = every_row()
    about = Reported(Subject.PROFILE, "ben-keller", person("ben").id, "Slow food")
    found = actions.report(person("ana"), about, Reason.UNTRUE, "", idempotency_key="one")
    actions.decide(found, person("mo"), Decision(Outcome.OFFERS_PAUSED, "Non.", "No."))
    assert not only_offer().is_published

    actions.undo(found, person("mo"))

    assert every_row() == before
