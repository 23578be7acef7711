"""What Ana, Ben and Cleo live through, so that every letter of the product is written."""

import re
from datetime import timedelta

from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.alerts import actions as alerts
from pro_am.alerts.actions import Wanted
from pro_am.alerts.rules import Pace
from pro_am.availability import actions as availability
from pro_am.availability.queries import calendar_of
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Proposal, SeriesWish, Wish, disputes
from pro_am.bookings.queries.disputes import dispute_of
from pro_am.bookings.queries.moves import open_proposal
from pro_am.bookings.rules.disputes import Outcome as WentOtherwise
from pro_am.bookings.rules.moves import Act
from pro_am.calendar_sources import actions as calendar_sources
from pro_am.conversations import actions as conversations
from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.moderation import actions as moderation
from pro_am.moderation.actions import (
    Decision,
    Reported,
    appeals,
    exclusions,
    looking,
    takeovers,
)
from pro_am.moderation.actions.appeals import Vote
from pro_am.moderation.actions.restrictions import Grounds
from pro_am.moderation.queries import restrictions
from pro_am.moderation.rules import Outcome, Reason, Subject
from pro_am.moderation.rules.appeals import Answer
from pro_am.moderation.rules.restrictions import Rule
from pro_am.profiles.actions.offers_pause import pause_offers
from pro_am.profiles.actions.withdrawing import restore_profile, withdraw_profile
from pro_am.reviews import actions as reviews
from pro_am.reviews.actions import Opinion
from pro_am.reviews.queries.cases import doubt_of
from pro_am.reviews.rules.witnesses import WitnessKind
from pro_am.search.rules.documents import Query
from pro_am.standing import actions as standing
from pro_am.standing.rules.levels import Level
from tests.factories import PASSWORD, free_starts, make_member, make_pro_am, only_offer
from tests.programmes import story as coaching
from tests.reviews.evenings import known
from tests.sos import story as sos
from tests.supporters import story as friends
from tests.vouches import story as vouching

ALLERGIES = "hazelnuts, badly"


class Story:
    """What Ana and Ben live through, in one language."""

    def __init__(self, people, clock, language):
        self.people, self.clock, self.language = people, clock, language
        with transaction():
            for member in (self.member(name) for name in ("ana", "ben", "cleo")):
                member.language = language
        accounts.grant_role(self.member("cleo"), Role.MODERATOR, by=None)

    def live(self):
        self.accounts()
        self.bookings()
        self.another_time()
        self.series()
        self.waiting()
        self.no_room()
        self.reviews()
        vouching.live(self.member("ana"), self.member("ben"))
        self.moderation()
        self.judging()
        self.oversight()
        self.silence()
        self.standing()
        self.somebody_new()
        friends.live(self.member("ana"), self.clock)
        sos.live(self.member("ana"), self.clock)
        coaching.live(self.member("ana"), self.clock)

    def member(self, name):
        return db.session.get_one(Member, self.people[name])

    def accounts(self):
        arrival = {"password": PASSWORD, "language": self.language, "place": "x", "onward": None}
        accounts.sign_up(name="Dora Roux", email="dora@example.org", **arrival)
        accounts.sign_up(name="Ana Martin", email="ana@example.org", **arrival)
        accounts.ask_for_reset("ana@example.org", place="x")
        secret = self.secret_in("accounts/reset_password")
        accounts.reset_password(secret, "another horse, another battery")
        accounts.ask_for_email_change(self.member("ana"), "ana.martin@example.org")
        accounts.undo_email_change(self.secret_in("accounts/email_changes"))

    def secret_in(self, template):
        text = db.session.scalars(select(Letter.text).where(Letter.template == template)).one()
        return re.search(r"/(\S{43})$", text, re.MULTILINE).group(1)

    def bookings(self):
        ana, ben = self.member("ana"), self.member("ben")
        bookings.withdraw(self.request(), ana)
        bookings.decline(self.request(), ben, reason="My oven has died.")
        cancelled = self.request()
        conversations.write(cancelled.thread_id, ben, "Do you like soup?", idempotency_key="1")
        bookings.confirm(cancelled, ben, allergies_read=True)
        bookings.cancel(cancelled, ana, reason="I have a fever.")
        self.clock.now = self.request().answer_by
        bookings.catch_up_with_time()

    def another_time(self):
        ana, ben, asked = self.member("ana"), self.member("ben"), self.request()
        proposal = Proposal(free_starts(only_offer())[-3], 2, "A little earlier?")
        bookings.propose(asked, ben, proposal, allergies_read=True)
        self.clock.now += (asked.answer_by - self.clock.now) / 2
        bookings.remind_to_answer()
        bookings.confirm(asked, ana, allergies_read=False)
        bookings.reschedule(asked, ben, free_starts(only_offer())[0], reason="The oven is due.")
        bookings.refuse(open_proposal(asked, self.clock.now), ana, reason="I work then.")
        bookings.reschedule(asked, ana, free_starts(only_offer())[-1], reason="A late train.")
        self.be_reminded(asked)
        self.miss_each_other(asked)

    def be_reminded(self, agreed):
        for hours in (24, 2):
            self.clock.now = agreed.starts_at - timedelta(hours=hours)
            bookings.remind()

    def miss_each_other(self, agreed):
        cleo = self.member("cleo")
        self.clock.now = agreed.starts_at + timedelta(hours=1)
        disputes.say_no_show(agreed, self.member("ana"), words="I rang twice.")
        disputes.contest(agreed, self.member("ben"), disputes.Story("My bell is broken."))
        verdict = disputes.Decision(WentOtherwise.NOBODYS_FAULT, "Deux portes.", "Two doors.")
        disputes.decide(dispute_of(agreed), cleo, verdict)

    def series(self):
        ana, ben, offer = self.member("ana"), self.member("ben"), only_offer()
        wish = SeriesWish(self.wish(free_starts(offer)[-1]), 2, {})
        weeks = bookings.request_series(ana, offer, wish, idempotency_key=ids.public_id())
        bookings.answer_series(weeks, ben, Act.CONFIRM, allergies_read=True)
        bookings.answer_series(weeks, ana, Act.CANCEL, reason="We move house.")

    def waiting(self):
        cleo, offer, taken = self.member("cleo"), only_offer(), self.request()
        bookings.confirm(taken, self.member("ben"), allergies_read=True)
        start = taken.starts_at
        place = bookings.join(cleo, offer, day=start.date(), start=start, people=2)
        bookings.cancel(taken, self.member("ana"))
        bookings.leave(place)

    def no_room(self):
        """Ben needs an hour to clear up, since Ana and Cleo asked for one time after the other."""
        ben, of_ana = self.member("ben"), self.request()
        self.request("cleo", of_ana.starts_at - timedelta(hours=2))
        availability.change_hours(
            calendar_of(only_offer().profile_id).id,
            weekly=[WeeklyWindow(day, 18 * 60, 23 * 60) for day in range(7)],
            notice_minutes=0,
            horizon_days=60,
            buffers=(0, 60, 0),
        )
        bookings.confirm(of_ana, ben, allergies_read=True)
        bookings.cancel(of_ana, ben)

    def silence(self):
        """Ben's other calendar cannot be read; nor is anything heard of Ben."""
        ben, calendar = self.member("ben"), calendar_of(only_offer().profile_id)
        calendar_sources.add_address(
            ben, calendar.id, "http://127.0.0.1:9/secret.ics", "Family", idempotency_key="5"
        )
        calendar_sources.read_of_member(ben.id)
        self.clock.forward(days=2)
        calendar_sources.tell_of_stale()
        self.clock.forward(days=60)
        availability.see_to_freshness()

    def reviews(self):
        evening = self.evening()
        reviews.ask_for_reviews()
        by_host = reviews.review(evening, self.member("ana"), Opinion(4, {}, "Good soup.", ""))
        reviews.review(evening, self.member("ben"), Opinion(5, {}, "A fine guest.", ""))
        reviews.reply(by_host.id, self.member("ben"), "Come again.")
        self.doubt(self.evening())
        self.evening("cleo")
        known(cleo=1.0)
        reviews.bear_witness(by_host, self.member("cleo"), WitnessKind.MISMATCH, "It was cold.")

    def evening(self, name="ana"):
        booking = self.request(name)
        bookings.confirm(booking, self.member("ben"), allergies_read=True)
        self.clock.now = booking.ends_at
        return booking

    def doubt(self, evening):
        reviews.say_it_did_not_happen(evening, self.member("ben"), "Nobody opened the door.")
        self.clock.forward(days=11)
        reviews.ask_for_reviews()
        case, cleo = doubt_of(evening), self.member("cleo")
        words = {"words_fr": "Vous y étiez.", "words_en": "You were there."}
        reviews.settle_case(case, cleo, upheld=False, **words)

    def moderation(self):
        ana, ben, cleo = self.member("ana"), self.member("ben"), self.member("cleo")
        question = conversations.ask(
            ana, only_offer().profile, "Do you do lunches?", idempotency_key="2"
        )
        conversations.write(question.thread_id, ben, "On Sundays.", idempotency_key="3")
        self.request()
        about = Reported(Subject.PROFILE, "ben-keller", ben.id, "Slow food, quick wit")
        report = moderation.report(ana, about, Reason.UNSAFE, "", idempotency_key="4")
        moderation.decide(report, cleo, Decision(Outcome.WARNED, "Du calme.", "Easy now."))
        self.clock.forward(minutes=30)
        moderation.tell(report.id, report.decided_at.isoformat())
        again = moderation.report(ana, about, Reason.UNTRUE, "", idempotency_key="6")
        moderation.decide(again, cleo, Decision(Outcome.NOTHING_WRONG))
        self.clock.forward(minutes=30)
        moderation.tell(again.id, again.decided_at.isoformat())

    def judging(self):
        """Ana runs the community for a while: an appeal, a pause by rule, a second opinion."""
        ana, ben, cleo = self.member("ana"), self.member("ben"), self.member("cleo")
        accounts.grant_role(ana, Role.ADMIN, by=None)
        pause_offers(ben.id, words_fr="Les avis de mars.", words_en="The reviews of March.")
        [paused, *_] = restrictions.restrictions_of(ben)
        appeals.contest(paused, "Two of them are about somebody else.")
        vote = Vote(Answer.UPHELD, "Ils sont bien de vous.", "They are about you.")
        appeals.answer(paused.appeal, ana, vote)
        looking.lift(paused, cleo)
        exclusions.propose(ben, Grounds(Rule.OTHER, "Assez.", "Enough."), by=cleo)
        taken = takeovers.say(ben, self.clock.now - timedelta(days=1), by=cleo)
        takeovers.undo(taken, by=cleo)

    def oversight(self):
        ben, cleo, profile = self.member("ben"), self.member("cleo"), only_offer().profile
        accounts.suspend(ben, by=cleo, why="Ben has not answered us.")
        accounts.reinstate(ben, by=cleo)
        withdraw_profile(profile, by=cleo, why="The pictures are not yours.")
        restore_profile(profile, by=cleo)
        accounts.leave(cleo)

    def standing(self):
        ana = self.member("ana").id
        for level in (Level.KNOWN, Level.TRUSTED, Level.KNOWN):
            standing.write_levels({ana: level})

    def somebody_new(self):
        wanted = Wanted("q=bread", Query("bread"), None)
        alerts.save(self.member("ana"), wanted, name="Bread", pace=Pace.AT_ONCE)
        alerts.look()
        make_pro_am(make_member("Gaël Blanc"), title="Bread, slowly")
        alerts.look()
        alerts.tell_due()

    def request(self, name="ana", start=None):
        offer = only_offer()
        wish = self.wish(start or free_starts(offer)[-1])
        return bookings.request_booking(
            self.member(name), offer, wish, idempotency_key=ids.public_id()
        )

    def wish(self, start):
        return Wish(start=start, people=2, message="With pleasure!", allergies=ALLERGIES)
