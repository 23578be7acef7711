"""What a coach reads of the goals of whoever booked a programme with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db
from pro_am.intake.models import GoalProfile
from pro_am.intake.rules.answering import kept
from pro_am.intake.rules.questions import Question, asked, questions_from
from pro_am.intake.rules.showing import is_shown
from pro_am.profiles.models import Offer, Profile


@dataclass(frozen=True)
class Goals:
    """Questions with their answers, as they were asked; those about health apart."""

    lines: list[tuple[Question, Any]]
    health: list[tuple[Question, Any]]
    changed_at: datetime


def goals_of(profile: GoalProfile) -> Goals:
    questions = questions_from(profile.questionnaire.questions)
    health = profile.health.answers if profile.health else {}
    return Goals(
        _answered(questions, profile.answers, of_health=False),
        _answered(questions, {**profile.answers, **health}, of_health=True),
        profile.changed_at,
    )


def goals_shown(booking: Booking, viewer: Member, now: datetime) -> Goals | None:
    """Of the host of a booked programme, to its coach; None for anybody else."""
    if viewer.id != booking.provider_id or booking.weeks is None:
        return None
    profile = db.session.scalar(
        select(GoalProfile)
        .join(Profile, Profile.craft_id == GoalProfile.craft_id)
        .join(Offer, Offer.profile_id == Profile.id)
        .where(Offer.id == booking.offer_id, GoalProfile.member_id == booking.host_id)
    )
    if profile is None or not is_shown(
        booking.state_now(now),
        on_request=profile.shown_on_request,
        begins=booking.starts_at,
        weeks=booking.weeks,
        now=now,
    ):
        return None
    return goals_of(profile)


def _answered(
    questions: tuple[Question, ...], answers: Mapping[str, Any], *, of_health: bool
) -> list[tuple[Question, Any]]:
    known = kept(questions, answers)
    return [
        (question, known[question.key])
        for question in asked(questions, answers)
        if question.key in known and question.is_of_health is of_health
    ]
