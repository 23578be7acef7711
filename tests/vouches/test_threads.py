"""The thread: the shortest way of trust from the reader to somebody, at most three steps long."""

import pytest

from pro_am.accounts import actions as accounts
from pro_am.foundation import clock
from pro_am.foundation.database import transaction
from pro_am.moderation import actions as moderation
from pro_am.profiles.rules import PlaceMode
from pro_am.vouches import actions, queries
from pro_am.vouches.queries.threads import threads_from
from pro_am.vouches.rows.threads import Person, threads_to
from pro_am.vouches.rules.thread import FirstStep
from pro_am.vouches.rules.vouch import Basis
from tests.support.statements import counted
from tests.vouches.knowing import WORDS, someone, took_place


def link(voucher, vouched, *, shows_name=True):
    """Whoever may vouch is decided elsewhere."""
    with transaction():
        return actions.begin(
            voucher,
            vouched,
            actions.Known("host", WORDS, shows_name=shows_name),
            Basis.RELATION,
            idempotency_key=f"{voucher.id} {vouched.id}",
        )


@pytest.fixture
def viewer(person):
    return person("cleo")


@pytest.fixture
def ines(viewer):
    return someone("Inès Roy")


@pytest.fixture
def karim(viewer):
    return someone("Karim Benali")


def path(viewer, to):
    return threads_from(viewer.id, [to.id], clock.now()).get(to.id)


def words(viewer, to, **more):
    threads = threads_to([Person(to.id, to.name, **more)], viewer.id, clock.now())
    return threads[to.id].text if threads else None


def test_who_knows_nobody_has_no_thread(viewer, ben, ines):
    link(ines, ben)

    assert path(viewer, ben) is None
    assert threads_to([Person(ben.id, ben.name)], None, clock.now()) == {}


def test_it_begins_with_a_booking_or_an_own_vouch(viewer, ben, ines):
    took_place(viewer, ben)
    link(viewer, ines)

    assert path(viewer, ben) == (FirstStep.GUEST, ())
    assert path(viewer, ines) == (FirstStep.VOUCHED, ())
    assert words(viewer, ben, is_cook=True) == "Vous avez déjà mangé chez Ben"
    assert words(viewer, ben) == "Vous avez déjà rencontré Ben"
    assert words(viewer, ines) == "Vous recommandez vous-même Inès"


def test_having_been_at_theirs_says_more_than_any_other_booking(viewer, ben):
    took_place(ben, viewer)
    assert path(viewer, ben).first is FirstStep.MET
    elsewhere = took_place(viewer, ben)
    with transaction():
        elsewhere.place_mode = PlaceMode.HOST
    assert path(viewer, ben).first is FirstStep.BOOKED
    took_place(viewer, ben)
    assert path(viewer, ben).first is FirstStep.GUEST


def test_it_leads_through_two_people_at_most(viewer, ben, ines, karim):
    took_place(viewer, ines)
    link(ines, karim)
    link(karim, ben)
    far = someone("Far Away")
    link(ben, far)

    assert words(viewer, karim) == ("Inès, que vous connaissez, recommande personnellement Karim")
    assert words(viewer, ben) == "Inès, que vous connaissez, recommande Karim, qui recommande Ben"
    assert path(viewer, far) is None


def test_a_vouch_leads_one_way(viewer, ben, ines):
    took_place(viewer, ines)
    link(ben, ines)

    assert path(viewer, ben) is None


def test_the_shortest_way_is_told(viewer, ben, ines, karim):
    took_place(viewer, ines)
    link(ines, karim)
    link(karim, ben)
    link(ines, ben)

    assert [each.name for each in path(viewer, ben).between] == ["Inès Roy"]


def test_who_hides_their_name_is_somebody(viewer, ben, ines, karim):
    took_place(viewer, ines)
    first = link(ines, karim, shows_name=False)
    second = link(karim, ben)

    assert words(viewer, karim) == (
        "Quelqu’un que vous connaissez recommande personnellement Karim"
    )
    assert words(viewer, ben) == (
        "Quelqu’un que vous connaissez recommande Karim, qui recommande Ben"
    )
    actions.choose_name(second, shows_name=False)
    assert words(viewer, ben) == (
        "Quelqu’un que vous connaissez recommande quelqu’un qui recommande Ben"
    )
    actions.choose_name(first, shows_name=True)
    assert words(viewer, ben) == (
        "Inès, que vous connaissez, recommande quelqu’un qui recommande Ben"
    )


def test_of_two_ways_the_one_with_a_name_is_told(viewer, ben, ines, karim):
    for each, shows_name in ((ines, False), (karim, True)):
        took_place(viewer, each)
        link(each, ben, shows_name=shows_name)

    assert path(viewer, ben).between[0].name == "Karim Benali"


BREAKS = {
    "withdrawn": actions.withdraw,
    "declined": actions.decline,
    "voided": actions.void,
    "its giver left": lambda of: accounts.leave(of.voucher),
    "its giver was suspended": lambda of: suspend(of.voucher),
}


def suspend(member):
    with transaction():
        member.suspended_at = clock.now()


@pytest.mark.parametrize("what", BREAKS)
def test_a_thread_breaks_when_a_vouch_is(viewer, ben, ines, karim, what):
    took_place(viewer, ines)
    link(ines, karim)
    second = link(karim, ben)
    assert path(viewer, ben)

    BREAKS[what](second)

    assert path(viewer, ben) is None


def test_it_breaks_when_its_year_is_over(viewer, ben, ines, time):
    took_place(viewer, ines)
    link(ines, ben)
    time.forward(days=395)

    assert path(viewer, ben) is None
    assert queries.open_vouches(clock.now()) == []


@pytest.mark.parametrize("blocks", [True, False])
@pytest.mark.parametrize("who", ["ines", "karim", "ben"])
def test_it_never_leads_through_who_is_kept_apart(viewer, ben, ines, karim, who, blocks):
    took_place(viewer, ines)
    link(ines, karim)
    link(karim, ben)
    other = {"ines": ines, "karim": karim, "ben": ben}[who]

    if blocks:
        moderation.block(viewer, other.id)
    else:
        moderation.block(other, viewer.id)

    assert path(viewer, ben) is None


def test_a_whole_page_is_one_question(app, viewer, ben, ines, karim):
    took_place(viewer, ines)
    link(ines, karim)
    link(karim, ben)
    people = [ben.id, ines.id, karim.id, viewer.id]
    viewer_id, now = viewer.id, clock.now()

    with counted(app) as asked:
        found = threads_from(viewer_id, people, now)

    assert sorted(found) == sorted(people[:3])
    assert len(asked) == 1
