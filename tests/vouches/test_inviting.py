"""Inviting somebody new: what it tells, what it leads to, and where it cannot lead."""

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.vouches import actions, jobs, queries
from pro_am.vouches.actions import Guest, Known
from pro_am.vouches.models import Invitation
from pro_am.vouches.queries import invitations
from pro_am.vouches.rules import invitations as rules
from pro_am.vouches.rules.budget import BUDGET
from pro_am.vouches.rules.invitations import InvitationState
from pro_am.vouches.rules.vouch import Basis, Relation
from tests.factories import make_member
from tests.vouches.knowing import WORDS, someone, vouch

KNOWN = Known("cooking", WORDS, relation=Relation.NEIGHBOUR, known_since=2015)


def invite(inviter, email="nina@example.org", known=KNOWN):
    guest = Guest("Nina", email, "Come and cook with us.")
    return actions.invite(inviter, guest, known, idempotency_key=ids.public_id())


def arrive(name="Nina Neuve"):
    member = make_member(name, email=f"{ids.public_id()}@example.org")
    member.created_at = clock.now()
    db.session.commit()
    return member


def letters():
    rows = db.session.execute(select(Letter.template, Letter.recipient).order_by(Letter.id))
    return [tuple(row) for row in rows if row[0].startswith("vouches/")]


def test_an_invitation_leads_to_a_vouch(ana, time):
    invitation = invite(ana)
    time.forward(days=2)
    nina = arrive()

    actions.accept(invitation, nina)

    (given,) = queries.received_by(nina)
    assert (given.voucher_id, given.basis, given.craft) == (ana.id, Basis.INVITATION, "cooking")
    assert (given.relation, given.known_since, given.weight) == (Relation.NEIGHBOUR, 2015, 0.5)
    assert [template for template, _ in letters()] == [
        "vouches/invited",
        "vouches/given",
        "vouches/accepted",
    ]


def test_only_if_the_inviter_says_so_and_has_a_place(ana, time):
    for _ in range(BUDGET):
        vouch(ana, someone())
    wished, not_wished = invite(ana), invite(ana, "oscar@example.org", known=None)
    time.forward(days=1)

    for invitation in (wished, not_wished):
        guest = arrive()
        actions.accept(invitation, guest)

        assert queries.received_by(guest) == []
        assert invitation.state_now(clock.now()) is InvitationState.ACCEPTED


def test_it_is_used_once(ana, time):
    invitation = invite(ana)
    time.forward(days=1)
    actions.accept(invitation, arrive())

    with pytest.raises(rules.InvitationOver):
        actions.accept(invitation, arrive("Otto Neu"))


def test_too_old_or_taken_back_it_opens_nothing(ana, time):
    old, taken_back = invite(ana), invite(ana, "oscar@example.org")
    actions.take_back(taken_back)
    time.forward(days=1)
    with pytest.raises(rules.InvitationOver):
        actions.accept(taken_back, arrive())
    time.forward(days=29)
    with pytest.raises(rules.InvitationOver):
        actions.accept(old, arrive())


def test_a_members_address_gets_a_note_and_nobody_can_tell(ana, cleo):
    here, elsewhere = invite(ana, "cleo@example.org"), invite(ana, "nina@example.org")

    states = {each.state_now(clock.now()) for each in (here, elsewhere)}
    assert states == {InvitationState.OPEN}
    assert letters() == [
        ("vouches/here_already", "cleo@example.org"),
        ("vouches/invited", "nina@example.org"),
    ]
    with pytest.raises(rules.HereAlready):
        actions.accept(here, cleo)


def test_no_invitation_leads_back_to_those_it_came_from(ana, time):
    """Ana invites Nina, Nina invites Otto, and neither of them brings back Ana."""
    line = [ana]
    for name in ("Nina Neuve", "Otto Neu"):
        invitation = invite(line[-1], known=None)
        time.forward(days=1)
        line.append(arrive(name))
        actions.accept(invitation, line[-1])

    for inviter in line[1:]:
        with pytest.raises(rules.InvitedInACircle):
            actions.accept(invite(inviter, None, known=None), ana)
    with pytest.raises(rules.OwnInvitation):
        actions.accept(invite(ana, None), ana)
    assert queries.open_vouches(clock.now()) == []


def test_ten_are_open_at_the_same_time(ana):
    for number in range(rules.MOST_OPEN):
        invite(ana, f"guest{number}@example.org", known=None)

    with pytest.raises(rules.TooManyInvitations):
        invite(ana)
    with pytest.raises(rules.OwnAddress):
        invite(ana, "ANA@example.org")


def test_addresses_are_forgotten_when_they_are_of_no_more_use(ana, time):
    invite(ana)
    time.forward(days=29)
    jobs.HANDLERS[jobs.FORGET]()
    assert db.session.scalars(select(Invitation.email)).one() == "nina@example.org"
    time.forward(days=1)
    jobs.HANDLERS[jobs.FORGET]()

    assert db.session.scalars(select(Invitation.email)).one() is None


def test_its_link_is_signed(ana):
    invitation = invite(ana)
    token = invitations.url_of(invitation, "en").rsplit("/", 1)[-1]

    assert invitations.invitation_from(token).id == invitation.id
    assert invitations.invitation_from(token[:-2] + "xx") is None


def test_who_is_erased_leaves_no_words_about_others(ana, ben, time):
    given = vouch(ana, ben)
    invitation = invite(ana)
    accounts.leave(ana)
    time.forward(days=14)
    accounts.erase_the_gone()

    assert (given.words, given.is_standing) == ("", False)
    assert (invitation.email, invitation.name, invitation.words) == (None, "", "")
    assert invitation.withdrawn_at is not None
