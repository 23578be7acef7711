"""Closing an account by the community: always people, and two of them where there are enough."""

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.moderation.actions import restrictions
from pro_am.moderation.actions.claiming import claimed_restriction, one_at_a_time
from pro_am.moderation.actions.restrictions import NOTHING, Grounds, Thing
from pro_am.moderation.models import Report, Restriction
from pro_am.moderation.queries import bench
from pro_am.moderation.queries import restrictions as queries
from pro_am.moderation.rules import restrictions as rules
from pro_am.moderation.rules.restrictions import Ending, Kind


def propose(
    member: Member,
    grounds: Grounds,
    *,
    by: Member,
    thing: Thing = NOTHING,
    report: Report | None = None,
) -> Restriction:
    """One person wants it. It begins when a second agrees; at once where the operator is alone."""
    with transaction():
        one_at_a_time(member)
        by = db.session.get_one(Member, by.id)
        parties = {member.id} | ({report.reporter_id} if report else set())
        rules.check_imposer(by_id=by.id, involved=frozenset(parties))
        rules.check_words((grounds.words_fr, grounds.words_en))
        if queries.exclusion_of(member):
            raise rules.AlreadyRestricted
        restriction = restrictions.written(
            member, Kind.EXCLUSION, grounds, by=by, thing=thing, report=report
        )
        audit.note(mark("proposed an exclusion"), by=by.id, about=f"member {member.public_id}")
        if bench.decides_alone(by):
            restriction.is_alone = True
            _close(restriction, by)
        else:
            _tell_seconds(restriction)
    return restriction


def confirm(restriction: Restriction, by: Member) -> None:
    with transaction():
        restriction, by = _checked(restriction, by)
        restriction.confirmed_by_id = by.id
        _close(restriction, by)


def refuse(restriction: Restriction, by: Member) -> None:
    """The second person does not agree: nothing happens to the member, who is not told."""
    with transaction():
        restriction, by = _checked(restriction, by)
        restriction.confirmed_by_id = by.id
        restriction.ended_at, restriction.ending = clock.now(), Ending.REFUSED
        audit.note(
            mark("refused an exclusion"), by=by.id, about=f"member {restriction.member.public_id}"
        )


def _checked(restriction: Restriction, by: Member) -> tuple[Restriction, Member]:
    restriction = claimed_restriction(restriction.id)
    by = db.session.get_one(Member, by.id)
    if not restriction.waits_for_second:
        raise rules.NotWaiting
    parties = bench.parties_of(restriction)
    rules.check_second(by_id=by.id, first_id=restriction.by_id, involved=parties)
    return restriction, by


def _close(restriction: Restriction, by: Member) -> None:
    member = restriction.member
    restrictions.begin(restriction)
    accounts.suspend(member, by=by, why=restriction.words_in(member.language))
    restrictions.tell(restriction)


def _tell_seconds(restriction: Restriction) -> None:
    for reader in bench.seconds_for(restriction):
        outbox.post(
            reader.address,
            "moderation/second_waits",
            reader=reader,
            url=public_url(
                "restrictions.show", language=reader.language, public_id=restriction.public_id
            ),
        )
