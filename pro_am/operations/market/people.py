"""Members of a market, every second of them verified."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.foundation import clock, ids
from pro_am.foundation.bulk import insert_rows
from pro_am.operations.market.crowd import ZONE, Crowd
from pro_am.operations.market.inserting import insert_numbered
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import SeenHow


def members(crowd: Crowd, chance: Random) -> Sequence[int]:
    joined = clock.now() - timedelta(days=400)
    return insert_numbered(
        Member,
        [
            {
                "public_id": f"{chance.getrandbits(96):024x}",
                "name": name,
                "email": f"{ids.slug(name)}-{number}@example.org",
                "password_hash": "",  # nobody signs in with a password
                "language": chance.choice(("fr", "en")),
                "time_zone": ZONE,
                "created_at": joined,
                "email_confirmed_at": joined,
            }
            for number, name in enumerate(crowd.names, crowd.first_number)
        ],
    )


def verify_every_second(
    providers: Sequence[int], hosts: Sequence[int], appointed: int | None
) -> None:
    """A steward has seen them, so that reviews have somebody to lean on."""
    steward, *others = (hosts[0] if appointed is None else appointed, *hosts[1:])
    known = {"steward_id": steward, "how": SeenHow.IN_PERSON, "at": clock.now()}
    rows = [{"member_id": member, **known} for member in (*providers, *others)[::2]]
    if appointed is None:
        role = {"role": Role.STEWARD, "granted_by_id": None, "granted_at": clock.now()}
        insert_rows(MemberRole, [{"member_id": steward, **role}])
    insert_rows(IdentityCheck, rows)
