"""What members do with their answers. What the operator does is in `writing`."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.intake import queries
from pro_am.intake.models import GoalProfile, HealthNotes, Questionnaire
from pro_am.intake.rules import answering
from pro_am.intake.rules.questions import Question, asked, questions_from


def begin(member: Member, questionnaire: Questionnaire) -> GoalProfile:
    """Once for each craft; the second time goes on with what was answered."""
    with transaction():
        known = queries.goal_profile_of(member, questionnaire.craft.slug)
        if known:
            return known
        profile = GoalProfile(
            member_id=member.id,
            craft_id=questionnaire.craft_id,
            questionnaire_id=questionnaire.id,
            answers={},
            begun_at=clock.now(),
            changed_at=clock.now(),
        )
        db.session.add(profile)
    return profile


def answer(profile: GoalProfile, question: Question, given: Any) -> None:
    """None leaves it open. What others depend on may change; their answers wait, unused."""
    with transaction():
        answering.check(question, given)
        rest = {key: each for key, each in profile.answers.items() if key != question.key}
        profile.answers = rest if given is None else {**rest, question.key: given}
        profile.changed_at = clock.now()


def tell_health(profile: GoalProfile, given: Mapping[str, Any], *, agrees: bool) -> None:
    """Keep what is said of health with consent, and nothing without."""
    with transaction():
        questions = health_questions(profile)
        answers = {
            question.key: given[question.key]
            for question in questions
            if given.get(question.key) is not None
        }
        for question in questions:
            if question.key in answers and not answering.fits(question, answers[question.key]):
                raise answering.DoesNotFit
        answering.check_weight_wished(questions, answers)
        answering.check_consent(answers, agrees=agrees)
        if not answers:
            profile.health = None
            return
        if profile.health:
            profile.health.answers = answers
        else:
            profile.health = HealthNotes(answers=answers, agreed_at=clock.now())
        profile.changed_at = clock.now()


def withdraw_health(profile: GoalProfile) -> None:
    with transaction():
        profile.health = None


def show_on_request(profile: GoalProfile, *, shown: bool) -> None:
    with transaction():
        profile.shown_on_request = shown


def renew(profile: GoalProfile, newest: Questionnaire) -> None:
    """Go over to what is asked now; answers that still fit stay."""
    with transaction():
        profile.answers = answering.kept(questions_from(newest.questions), profile.answers)
        profile.questionnaire = newest
        profile.changed_at = clock.now()
        if profile.health:
            known = {question.key: question for question in health_questions(profile)}
            profile.health.answers = {
                key: each
                for key, each in profile.health.answers.items()
                if key in known and answering.fits(known[key], each)
            }


def forget(profile: GoalProfile) -> None:
    with transaction():
        db.session.delete(profile)


def forget_member(member: Member) -> None:
    theirs = select(GoalProfile.id).where(GoalProfile.member_id == member.id)
    with transaction():
        db.session.execute(delete(HealthNotes).where(HealthNotes.goal_profile_id.in_(theirs)))
        db.session.execute(delete(GoalProfile).where(GoalProfile.member_id == member.id))


def health_questions(profile: GoalProfile) -> list[Question]:
    """Those about health that are asked, given the other answers."""
    questions = questions_from(profile.questionnaire.questions)
    return [each for each in asked(questions, profile.answers) if each.is_of_health]
