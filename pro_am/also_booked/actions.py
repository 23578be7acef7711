"""Working the pairs out: all of them every night, those around somebody who goes at once."""

from collections.abc import Collection, Iterable
from itertools import islice

from sqlalchemy import delete, insert, tuple_

from pro_am.accounts.models import Member
from pro_am.also_booked import queries
from pro_am.also_booked.models import ALSO_BOOKED, AlsoBooked, LeftOut
from pro_am.also_booked.rules import Pair, best, pairs_of
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.revisions import raise_revision

AT_ONCE = 500  # pairs written in one transaction: others write meanwhile


def recompute() -> None:
    """Everything anew; only what differs is written."""
    wanted = {(each.profile_id, each.other_id): each for each in best(pairs_of(queries.booked()))}
    kept = queries.kept_pairs()
    changed = [pair for key, pair in kept.items() if wanted.get(key) != pair]
    new = [pair for key, pair in wanted.items() if kept.get(key) != pair]
    _write(changed, new)


def leave_out(member: Member) -> None:
    """Their bookings add to no pair from now on, nor to those that there are."""
    with transaction():
        if queries.left_out_since(member) is None:
            db.session.add(LeftOut(member_id=member.id, since=clock.now()))
            _recompute_around(member)


def take_part(member: Member) -> None:
    with transaction():
        db.session.execute(delete(LeftOut).where(LeftOut.member_id == member.id))
        _recompute_around(member)


def let_go_of(member: Member) -> None:
    """They are leaving, or are not to be here: as somebody who booked, and as somebody booked."""
    with transaction():
        _recompute_around(member)


def forget_member(member: Member) -> None:
    with transaction():
        _recompute_around(member)
        db.session.execute(delete(LeftOut).where(LeftOut.member_id == member.id))


def _recompute_around(member: Member) -> None:
    """The pairs of those whom they booked. What others lose by it is made up for at night."""
    db.session.flush()  # the questions below are about what was just decided
    around = queries.profiles_booked_by(member.id)
    if not around:
        return
    rows = queries.booked_by_those_of(around)
    pairs = pairs_of(rows, queries.totals_of({profile_id for _, profile_id in rows}))
    theirs = [pair for pair in pairs if pair.profile_id in set(around)]
    wanted = {(each.profile_id, each.other_id): each for each in best(theirs)}
    others = {(pair.other_id, pair.profile_id): pair for pair in theirs}
    kept = queries.kept_pairs(around)
    for key in kept.keys() & others.keys() - wanted.keys():
        pair = others[key]
        wanted[key] = Pair(*key, pair.members, pair.strength)
    changed = [pair for key, pair in kept.items() if wanted.get(key) != pair]
    _write(changed, [pair for key, pair in wanted.items() if kept.get(key) != pair])


def _write(gone: Collection[Pair], new: Collection[Pair]) -> None:
    """In short transactions; inside another it is all one."""
    for batch in _batches(gone):
        with transaction():
            keys = [(pair.profile_id, pair.other_id) for pair in batch]
            db.session.execute(
                delete(AlsoBooked).where(
                    tuple_(AlsoBooked.profile_id, AlsoBooked.other_id).in_(keys)
                )
            )
            raise_revision(ALSO_BOOKED)
    for batch in _batches(new):
        with transaction():
            db.session.execute(insert(AlsoBooked), [pair._asdict() for pair in batch])
            raise_revision(ALSO_BOOKED)


def _batches(pairs: Iterable[Pair]) -> Iterable[list[Pair]]:
    rest = iter(pairs)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch
