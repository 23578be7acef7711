"""The demo community, and in it one of everything that the pages of `pages.py` are about."""

from datetime import timedelta
from io import BytesIO
from typing import TypeVar

from sqlalchemy import Select, select

from pro_am.accounts import actions as accounts
from pro_am.accounts.actions.tokens import new_token
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Purpose
from pro_am.alerts import actions as alerts
from pro_am.alerts.queries import off_url
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.bookings import actions
from pro_am.bookings.actions import disputes
from pro_am.bookings.actions.disputes import Decision, Story
from pro_am.bookings.models import (
    Booking,
    BookingSeries,
    Dispute,
    MoveProposal,
    WaitingPlace,
)
from pro_am.bookings.queries import links, moves
from pro_am.bookings.queries.series import bookings_in
from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations.models import Message, Question
from pro_am.favourites import actions as favourites
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.foundation.time_slots import TimeSlot
from pro_am.intake import actions as intake
from pro_am.intake import queries as goals
from pro_am.intake.rules.questions import questions_from
from pro_am.measures import actions as measuring
from pro_am.measures import queries as measures
from pro_am.measures.actions import importing
from pro_am.moderation.models import Report
from pro_am.notifications import queries as letters
from pro_am.operations.demo import illustrations, seeding, today
from pro_am.profiles import queries as profiles
from pro_am.profiles.actions import photos as gallery
from pro_am.profiles.models import Offer, Profile
from pro_am.reviews import actions as afterwards
from pro_am.reviews import queries as reviews
from pro_am.reviews.models import Review
from pro_am.reviews.queries import cases
from pro_am.reviews.rules.cases import CaseKind
from pro_am.search.rules.documents import Query
from pro_am.sos import actions as sos
from pro_am.sos.queries.links import answer_url
from pro_am.sos.rules.words import AnswerKind, Pick
from pro_am.supporters import queries as supporters
from pro_am.supporters.queries import links as friend_links
from pro_am.vouches.models import Invitation, Vouch
from pro_am.vouches.queries import invitations
from pro_am.vouches.queries import links as vouch_links
from tests.factories import make_member, make_pro_am
from tests.factories.programmes import make_programme
from tests.journeys.demo_judged import judge
from tests.journeys.demo_weeks import weeks
from tests.sos.conftest import follow

Row = TypeVar("Row")

AN_HOUR = timedelta(hours=1)


def fill() -> dict[str, object]:
    """Fill an empty installation; what stands for each brace in the paths."""
    seeding.fill()
    today.fill()
    lea, anais, helen = (_member(key) for key in ("lea", "anais", "helen"))
    _show_an_undescribed_photo(lea)
    newcomer, draft = _newcomers(anais)
    report = db.session.scalars(select(Report)).one()
    of_helen = select(Question).join(Question.profile).where(Question.asker_id == helen.id)
    question = _first(of_helen.where(Profile.member_id == lea.id))
    return {
        **_offers(lea, draft),
        **_bookings(lea, anais, helen),
        **_went_otherwise(anais, _member("yann")),
        **_proposed(anais),
        **_reviews(lea, anais),
        **_secrets(newcomer, anais),
        **judge(anais, _member("yann"), _first(select(Review).where(Review.subject_id == lea.id))),
        **_together(anais),
        **_vouches(lea, anais),
        **_goals(anais, lea),
        "saved_search_off": _saved_by(anais),
        **_measured(anais),
        **_sos(anais),
        **_befriended(anais),
        "lea": lea.public_id,
        "anais": anais.public_id,
        "report": report.public_id,
        "question": question.public_id,
        "message": _message_to(lea, question),
    }


def _measured(anais: Member) -> dict[str, object]:
    series = measures.series_of(anais)[-1]
    table = b"date;poids;humeur\n2029-12-01;72,5;bonne\n2029-12-02;999;\n"
    upload = importing.keep_upload(anais, BytesIO(table), "poids.csv", idempotency_key="demo")
    measuring.make_device(anais, "Balance", idempotency_key="demo")
    return {
        "device": measures.devices_of(anais)[0].public_id,
        "measure_series": series.public_id,
        "value": measures.newest_values(series, 1)[0].public_id,
        "measures_file": upload.public_id,
    }


def _befriended(anais: Member) -> dict[str, object]:
    """One friend follows for weeks, one has not answered yet."""
    friends = {each.name: each for each in supporters.supporters_of(anais)}
    return {
        "friend": friends["Maman"].public_id,
        "friend_link": friend_links.token_of(friends["Maman"]),
        "asked_link": friend_links.token_of(friends["Basile"]),
    }


def _newcomers(anais: Member) -> tuple[Member, Offer]:
    """Noa, who has done nothing yet, and the draft that Pia began with."""
    noa, pia = make_member("Noa Petit", language="fr"), make_member("Pia Roux", language="fr")
    draft = make_pro_am(pia, published=False)
    with transaction():
        noa.password_hash = pia.password_hash = anais.password_hash
    return noa, draft


def _offers(lea: Member, draft: Offer) -> dict[str, object]:
    of_lea = select(Offer).join(Offer.profile).where(Profile.member_id == lea.id)
    return {
        "offer": _first(of_lea).public_id,
        "instant": _first(select(Offer).where(Offer.is_instant)).public_id,
        "draft": draft.public_id,
    }


def _bookings(lea: Member, anais: Member, helen: Member) -> dict[str, object]:
    of_lea = select(Booking).where(Booking.provider_id == lea.id)
    called_off = select(Booking).where(
        Booking.host_id == helen.id, Booking.state == BookingState.CANCELLED_BY_HOST
    )
    return {
        "waiting": _first(of_lea.where(Booking.state == BookingState.REQUESTED)).reference,
        "confirmed": _first(of_lea.where(Booking.state == BookingState.CONFIRMED)).reference,
        "completed": _first(of_lea.where(Booking.state == BookingState.COMPLETED)).reference,
        "called_off": _first(called_off).reference,
        "to_review": reviews.to_review(anais, clock.now())[0].booking.reference,
        "reviewed": reviews.written_by(anais)[0].booking.reference,
    }


def _proposed(anais: Member) -> dict[str, object]:
    """A request of Anaïs, who is now to answer a proposal of another time."""
    waiting = select(Booking).where(Booking.host_id == anais.id, Booking.round == 1)
    return {"proposed": _first(waiting).reference}


def _went_otherwise(anais: Member, moderator: Member) -> dict[str, object]:
    """Four bookings of Anaïs that began an hour ago, and what became of them."""
    found = db.session.scalars(
        select(Booking)
        .where(
            Booking.host_id == anais.id,
            Booking.state == BookingState.CLOSED,
            Booking.provider_id != moderator.id,
        )
        .order_by(Booking.id)
        .limit(4)
    ).all()
    with transaction():
        for booking in found:
            booking.state = BookingState.IN_PROGRESS
            booking.starts_at, booking.ends_at = clock.now() - AN_HOUR, clock.now() + AN_HOUR
    started, missed, disputed, resolved = found
    disputes.say_no_show(missed, missed.provider, words="J’ai sonné deux fois.")
    for booking in (disputed, resolved):
        disputes.dispute(booking, booking.provider, Story("Le repas était prêt pour quatre."))
    decided = _dispute(resolved)
    disputes.tell_own_side(decided, anais, Story("Nous étions deux, comme écrit."))
    words = Decision(Outcome.AS_PLANNED, "Les messages le disent.", "Your messages say so.")
    disputes.decide(decided, moderator, words)
    return {
        "started": started.reference,
        "missed": missed.reference,
        "disputed": disputed.reference,
        "resolved": resolved.reference,
        "dispute": _dispute(disputed).public_id,
        "decided": _dispute(resolved).public_id,
    }


def _dispute(booking: Booking) -> Dispute:
    return _first(select(Dispute).where(Dispute.booking_id == booking.id))


def _together(anais: Member) -> dict[str, object]:
    """A series, a place in a waiting list, and what letters about them lead to."""
    waiting = _first(select(WaitingPlace).where(WaitingPlace.member_id == anais.id))
    series = _first(select(BookingSeries))
    asked = bookings_in(series)[0]
    return {
        "series": series.reference,
        "group": waiting.offer.public_id,
        "full": f"{waiting.over_at:%Y-%m-%dT%H:%MZ}",
        "waiting_place": waiting.public_id,
        "answer_link": links.answer_url(asked).rpartition("/")[2],
        "presence_link": links.presence_url(asked, asked.host).rpartition("/")[2],
        "place_link": links.place_url(waiting).rpartition("/")[2],
        "move_link": links.move_url(_moved(waiting.offer, anais)).rpartition("/")[2],
    }


def _moved(offer: Offer, host: Member) -> MoveProposal:
    """Another time for what a host has booked of an offer."""
    of_host = select(Booking).where(Booking.host_id == host.id, Booking.offer_id == offer.id)
    booking, now = _first(of_host), clock.now()
    [start, *_] = moves.other_starts(booking, TimeSlot(now, now + timedelta(days=40)), now)
    actions.reschedule(booking, booking.provider, start)
    return _first(select(MoveProposal).where(MoveProposal.booking_id == booking.id))


def _vouches(lea: Member, anais: Member) -> dict[str, object]:
    """Léa recommends and is recommended; a guest of Anaïs has not come yet."""
    given = _first(select(Vouch).where(Vouch.voucher_id == lea.id))
    received = _first(select(Vouch).where(Vouch.vouched_id == lea.id))
    guest = _first(select(Invitation).where(Invitation.inviter_id == anais.id))
    return {
        "given": given.public_id,
        "received": received.public_id,
        "confirm_vouch": vouch_links.confirm_url(given).rpartition("/")[2],
        "decline_vouch": vouch_links.decline_url(received).rpartition("/")[2],
        "invited": invitations.url_of(guest, "fr").rpartition("/")[2],
    }


def _saved_by(member: Member) -> str:
    """A favourite, and a search whose letters can be switched off."""
    favourites.keep(member, _first(select(Profile).where(Profile.slug == "lea-moreau")))
    wanted = alerts.Wanted("q=pain&where=Nantes", Query(words="pain"), None)
    saved = alerts.save(member, wanted, name="Du pain près de Nantes")
    return off_url(saved).rpartition("/")[2]


def _reviews(lea: Member, anais: Member) -> dict[str, object]:
    """Also a review that Anaïs may speak about, and a booking that its pro-am doubts."""
    doubted = reviews.to_review(anais, clock.now())[-1].booking
    words = "Personne n’est venu, je crois que nous nous sommes trompés de jour."
    doubt = afterwards.say_it_did_not_happen(doubted, doubted.other_than(anais), words)
    of_lea = select(Review).where(
        Review.subject_id == lea.id, Review.shown_from <= clock.now(), Review.reply == ""
    )
    latest = _first(of_lea.order_by(Review.written_at.desc()))
    by_others = of_lea.where(Review.author_id != anais.id).order_by(Review.id)
    case = cases.case_of(doubt, CaseKind.DID_NOT_HAPPEN)
    assert case is not None
    return {
        "review": latest.id,
        "review_of_lea": latest.public_id,
        "vouched": _first(by_others).public_id,
        "doubt": case.public_id,
    }


def _secrets(newcomer: Member, anais: Member) -> dict[str, object]:
    """What the links in letters hold, and one of the letters."""
    gone = make_member("Gil Martin", language="fr")
    accounts.leave(gone)
    accounts.ask_for_reset(anais.email, place="a browser")
    with transaction():
        found: dict[str, object] = {
            purpose.value: new_token(purpose, member, AN_HOUR, email=email)
            for purpose, member, email in (
                (Purpose.RESET_PASSWORD, anais, None),
                (Purpose.CONFIRM_EMAIL, newcomer, None),
                (Purpose.CHANGE_EMAIL, anais, "another@example.org"),
                (Purpose.UNDO_EMAIL_CHANGE, anais, anais.email),
                (Purpose.COME_BACK, gone, None),
            )
        }
    found["letter"] = _first(select(Letter).order_by(Letter.id.desc())).id
    found["still_hold"] = calendars.freshness_token(_first(select(Calendar)).profile_id)
    found["way_out"] = letters.way_out(anais.id, "messages", "fr").rpartition("/")[2]
    return found


def _message_to(member: Member, question: Question) -> str:
    heard = select(Message).where(
        Message.thread_id == question.thread_id, Message.author_id != member.id
    )
    return _first(heard).public_id


def _member(key: str) -> Member:
    return db.session.scalars(select(Member).where(Member.email == f"{key}@example.org")).one()


def _first(statement: Select[tuple[Row]]) -> Row:
    found = db.session.scalars(statement).first()
    assert found is not None, f"the demo has none of {statement}"
    return found


def _show_an_undescribed_photo(member: Member) -> None:
    """One more in the gallery, without words: only its owner sees it."""
    profile = profiles.profile_of(member)
    assert profile is not None
    with illustrations.PICTURES["tart"].jpeg().open("rb") as file:
        gallery.add_photo(profile, file, upload_key="undescribed")


def _sos(anais: Member) -> dict[str, object]:
    """Anaïs calls two friends twice: one answers; in the graver one nobody has, so far."""
    for name in ("Inès", "Tom"):
        follow(anais, name, "fr")
    sos.settle(anais, sos.Settled("06 11 22 33 44", True, [("Maman", "06 12 34 56 78")]))
    light, grave = (
        sos.call(anais, said, is_sure=False, idempotency_key=str(said.pick))
        for said in (sos.Call(Pick.KEBAB, "Avec des frites."), sos.Call(None, "Envie de mourir."))
    )
    sos.answer(light.told[0], AnswerKind.WALK, "", idempotency_key="1")
    sos.answer(light.told[1], AnswerKind.WORDS, "J’arrive avec de l’eau.", idempotency_key="1")
    grave.at -= timedelta(minutes=11)
    db.session.commit()
    token = answer_url(grave.told[0]).rpartition("/")[2]
    never = letters.strangers_way_out("dora@example.com", "fr").rpartition("/")[2]
    return {
        "strangers_way_out": never,
        "sos": light.public_id,
        "grave_sos": grave.public_id,
        "sos_link": token,
    }


def _goals(anais: Member, lea: Member) -> dict[str, object]:
    """The demo knows hers as a runner; here she books a programme of Léa, who cooks."""
    _tell(anais, "cooking", {"goal": ["plants"], "level": 2, "when": ["evenings"]})
    programme = make_programme(anais, lea)
    measuring.share_with_coach(measures.series_of(anais)[-1], programme)
    return {"programme_booked": programme.booking.reference, **weeks(programme, lea)}


def _tell(member: Member, craft: str, answers: dict[str, object]) -> None:
    questionnaire = goals.current(craft)
    assert questionnaire is not None
    profile = intake.begin(member, questionnaire)
    asked = {each.key: each for each in questions_from(questionnaire.questions)}
    for key, given in answers.items():
        intake.answer(profile, asked[key], given)
    intake.tell_health(profile, {"health": "Asthme"}, agrees=True)
