"""Giving a vouch, and choosing whether one's name stands beside it."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.revisions import raise_revision
from pro_am.vouches import queries
from pro_am.vouches.actions.claiming import claim_places, claim_vouch
from pro_am.vouches.events import VouchGiven
from pro_am.vouches.models import VOUCHES, Vouch
from pro_am.vouches.queries import deciding
from pro_am.vouches.rules.giving import check_giving
from pro_am.vouches.rules.refusals import UnknownCraft
from pro_am.vouches.rules.vouch import Basis, Relation, weight_of


@dataclass(frozen=True)
class Known:
    """What a voucher says: for what, and how the two know each other."""

    craft: str
    words: str
    speciality: str = ""
    relation: Relation | None = None
    known_since: int | None = None
    shows_name: bool = True


def vouch(voucher: Member, vouched: Member, known: Known, *, idempotency_key: str) -> Vouch:
    """Stake one's name on somebody. Sent twice, it is one vouch."""
    with transaction():
        voucher = claim_places(voucher.id)
        given = queries.vouch_with_key(voucher, idempotency_key)
        if given:
            return given
        now = clock.now()
        check_giving(deciding.voucher_facts(voucher), deciding.vouched_facts(voucher, vouched), now)
        possible = deciding.specialities_of(vouched)
        if known.craft not in possible or known.speciality not in ("", *possible[known.craft]):
            raise UnknownCraft
        basis = deciding.basis_for(voucher, vouched, now)
        return begin(voucher, vouched, known, basis, idempotency_key=idempotency_key)


def begin(
    voucher: Member, vouched: Member, known: Known, basis: Basis, *, idempotency_key: str
) -> Vouch:
    """Inside a transaction, when it has been decided that it may begin."""
    now = clock.now()
    given = Vouch(
        public_id=ids.public_id(),
        idempotency_key=idempotency_key,
        voucher=voucher,
        vouched=vouched,
        craft=known.craft,
        speciality=known.speciality,
        basis=basis,
        relation=known.relation,
        known_since=known.known_since,
        words=known.words.strip(),
        weight=weight_of(basis),
        given_at=now,
        confirmed_at=now,
        shows_name=known.shows_name,
    )
    db.session.add(given)
    publish(VouchGiven(given))
    raise_revision(VOUCHES)
    return given


def choose_name(found: Vouch, *, shows_name: bool) -> None:
    """Whether signed-in members read the voucher's name; it changes nothing else."""
    with transaction():
        claim_vouch(found.id).shows_name = shows_name
        raise_revision(VOUCHES)
