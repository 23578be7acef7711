"""Clients of one coach whose weeks friends follow: for what measures recaps, or breaks them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pro_am.foundation import clock, ids
from pro_am.foundation.bulk import Row, insert_rows
from pro_am.foundation.database import transaction
from pro_am.operations.market.crowd import ZONE, Crowd, Stall
from pro_am.operations.market.inserting import insert_numbered
from pro_am.operations.market.past import book
from pro_am.operations.market.people import members
from pro_am.programmes.models import Item, Programme, ProgrammeWeek
from pro_am.programmes.rules.words import ItemKind, ItemState, Standing
from pro_am.supporters.models import RecapRhythm, Supporter
from pro_am.supporters.rules import rhythm as rhythms
from pro_am.supporters.rules import sight
from pro_am.supporters.rules.life import SupporterState
from pro_am.supporters.rules.rhythm import Rhythm

FRIENDS_OF = "friends.example"  # what comes behind the @ of their addresses
ITEMS = ("Run", "Stretch", "Swim", "Rest", "Walk", "Sleep early")
AT_ONCE = 500  # clients in one transaction


@dataclass(frozen=True)
class Following:
    clients: int
    friends: int  # of each
    mondays: Sequence[date]  # of the weeks that are planned, in order
    minutes: Sequence[int]  # of the Sunday, from midnight in Paris: each client has one of them


def follow(stall: Stall, following: Following, chance: Random) -> None:
    """All friends have said yes. Nobody's week is due before the first of the Mondays."""
    for first in range(0, following.clients, AT_ONCE):
        names = [
            f"Client {number}" for number in range(first, min(first + AT_ONCE, following.clients))
        ]
        with transaction():
            clients = members(
                Crowd(names=names, providers=0, offers=0, towns=[], first_number=first), chance
            )
            _plan(clients, stall, following, chance)
            _befriend(clients, following, chance)


def _plan(clients: Sequence[int], stall: Stall, following: Following, chance: Random) -> None:
    bookings = book([(stall, client, number) for number, client in enumerate(clients)], chance)
    programmes = insert_numbered(
        Programme,
        [
            _programme(client, booking, stall.member, following.mondays[0], chance)
            for client, booking in zip(clients, bookings, strict=True)
        ],
    )
    weeks = insert_numbered(
        ProgrammeWeek,
        [
            {
                "programme_id": programme,
                "monday": monday,
                "template_id": None,
                "note": "",
                "coach_words": "A good rhythm.",
                "client_words": "Tired and happy.",
            }
            for programme in programmes
            for monday in following.mondays
        ],
    )
    insert_rows(Item, [row for week in weeks for row in _items(week, chance)])


def _programme(client: int, booking: int, coach: int, monday: date, chance: Random) -> Row:
    return {
        "public_id": f"{chance.getrandbits(96):024x}",
        "booking_id": booking,
        "client_id": client,
        "coach_id": coach,
        "title": "Move again",
        "weeks_agreed": 52,
        "time_zone": ZONE,
        "starts_on": monday,
        "standing": Standing.ACTIVE,
        "ending_words": "",
        "created_at": clock.now(),
    }


def _items(week: int, chance: Random) -> list[Row]:
    states = (ItemState.DONE, ItemState.DONE, ItemState.PARTLY, ItemState.PLANNED)
    return [
        {
            "public_id": f"{chance.getrandbits(96):024x}",
            "week_id": week,
            "day": day,
            "position": 0,
            "kind": ItemKind.SESSION,
            "title": title,
            "unit": "",
            "note": "",
            "weight": 1,
            "state": chance.choice(states),
            "words": "",
        }
        for day, title in enumerate(ITEMS)
    ]


def _befriend(clients: Sequence[int], following: Following, chance: Random) -> None:
    now = clock.now()
    insert_rows(
        Supporter,
        [
            {
                "public_id": f"{chance.getrandbits(96):024x}",
                "client_id": client,
                "name": f"Friend {number}",
                "email": f"{number}-of-{client}@{FRIENDS_OF}",
                "address_mark": ids.fingerprint(f"{number}-of-{client}@{FRIENDS_OF}"),
                "link_key": f"{chance.getrandbits(96):024x}",
                "language": chance.choice(("fr", "en")),
                "state": SupporterState.FOLLOWING,
                "sees": sight.in_order(sight.AT_FIRST),
                "asked_at": now,
                "answered_at": now - timedelta(days=30),
            }
            for client in clients
            for number in range(following.friends)
        ],
    )
    insert_rows(
        RecapRhythm,
        [_rhythm(client, chance.choice(following.minutes), following) for client in clients],
    )


def _rhythm(client: int, minute: int, following: Following) -> Row:
    rhythm = Rhythm(rhythms.SUNDAY, minute, ZONE)
    return {
        "client_id": client,
        "weekday": rhythm.weekday,
        "minute": rhythm.minute,
        "time_zone": rhythm.time_zone,
        "next_at": rhythms.due_at(rhythm, following.mondays[0]),
    }
