"""Telling weeks: each once to each friend, whatever crashes and however clocks step.

The row that says so is written in the transaction that queues the letter. Of several schedulers
each takes other clients, and where two meet, the second finds the row and writes no letter.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import update

from pro_am.accounts.models import Member
from pro_am.foundation import clock, jobs
from pro_am.foundation.bulk import insert_new
from pro_am.foundation.database import db, transaction
from pro_am.notifications.queries import bounced_among
from pro_am.supporters.actions.letters import post_quiet_week, post_recap
from pro_am.supporters.models import QuietWeek, Recap, RecapRhythm, Supporter
from pro_am.supporters.queries import due
from pro_am.supporters.queries.measured import in_letters
from pro_am.supporters.queries.weeks import weeks_of
from pro_am.supporters.rules import recap
from pro_am.supporters.rules import rhythm as rules
from pro_am.supporters.rules.recap import ClientWeek

TELL = "supporters.tell"
CLIENTS_AT_ONCE = 50
LETTERS_AT_ONCE = 200  # in one transaction, and in one turn: others write and are sent meanwhile


@dataclass(frozen=True)
class Audience:
    """A client whose week is due, and the friends who are to hear of it."""

    client: Member
    monday: date
    friends: list[Supporter]


def tell_due() -> None:
    """One turn; when there was something, it asks for another, behind what else waits."""
    if due.is_anybody_due(clock.now()):
        with transaction():
            _take_turn(clock.now())
            jobs.enqueue(TELL, key="more")


def _take_turn(now: datetime) -> None:
    rows = due.claim_due(now, CLIENTS_AT_ONCE)
    friends = _reached([row.client_id for row in rows])
    rows = _few_enough(rows, friends)
    by_week: dict[date, list[Audience]] = defaultdict(list)
    for row in rows:
        if row.next_at <= now and (audience := _audience(row, friends[row.client_id], now)):
            by_week[audience.monday].append(audience)
        row.next_at = rules.due_at(row.rhythm, rules.next_due(row.rhythm, now))
    for monday, audiences in by_week.items():
        _tell(monday, audiences, now)


def _reached(client_ids: Sequence[int]) -> dict[int, list[Supporter]]:
    """Without those whose mailboxes take no letters."""
    found: dict[int, list[Supporter]] = {client_id: [] for client_id in client_ids}
    friends = due.followers_of(client_ids)
    out_of_reach = bounced_among(each.email for each in friends if each.email)
    for each in friends:
        if each.email and each.email not in out_of_reach:
            found[each.client_id].append(each)
    return found


def _few_enough(rows: list[RecapRhythm], friends: dict[int, list[Supporter]]) -> list[RecapRhythm]:
    """The first of them, one at least; the others are due in the next turn."""
    letters, chosen = 0, list[RecapRhythm]()
    for row in rows:
        letters += len(friends[row.client_id])
        if chosen and letters > LETTERS_AT_ONCE:
            break
        chosen.append(row)
    return chosen


def _audience(row: RecapRhythm, friends: list[Supporter], now: datetime) -> Audience | None:
    """Of the newest week alone, however long nobody was there; who came later hears of the next."""
    monday = rules.newest_due(row.rhythm, now)
    due_at = rules.due_at(row.rhythm, monday)
    some = [each for each in friends if each.answered_at and each.answered_at <= due_at]
    if not some or row.not_told == monday:
        return None
    return Audience(some[0].client, monday, some)


def _tell(monday: date, audiences: Sequence[Audience], now: datetime) -> None:
    weeks = weeks_of([each.client.id for each in audiences], monday)
    loud = [each for each in audiences if weeks[each.client.id].says_something]
    quiet = [each for each in audiences if each not in loud]
    _tell_friends([friend for each in loud for friend in each.friends], weeks, monday, now)
    _tell_clients([each.client for each in quiet], weeks, monday)


def _tell_friends(
    friends: Sequence[Supporter], weeks: dict[int, ClientWeek], monday: date, now: datetime
) -> None:
    rows = [{"supporter_id": each.id, "monday": monday, "at": now} for each in friends]
    new = set(insert_new(Recap, rows, Recap.supporter_id))
    told_now = [friend for friend in friends if friend.id in new]  # the others were told already
    measured = in_letters(told_now, monday)
    recaps: dict[object, recap.Recap] = {}
    letters = []
    for friend in told_now:
        seen = (friend.client_id, *friend.sees)
        if seen not in recaps:
            recaps[seen] = recap.told(weeks[friend.client_id], friend.sees)
        letter = post_recap(friend, recaps[seen], measured.get(friend.id, []))
        letters.append((friend.id, letter))
    _note_letters(letters, monday)


def _note_letters(letters: Sequence[tuple[int, int]], monday: date) -> None:
    """So that the state of the letter is known as what became of the recap."""
    for supporter_id, letter_id in letters:
        db.session.execute(
            update(Recap)
            .where(Recap.supporter_id == supporter_id, Recap.monday == monday)
            .values(letter_id=letter_id)
            .execution_options(synchronize_session=False)
        )


def _tell_clients(clients: Sequence[Member], weeks: dict[int, ClientWeek], monday: date) -> None:
    """Who has a programme hears that friends got nothing, and why; who has none, hears nothing."""
    known = {each.id: each for each in clients if weeks[each.id].programmes}
    rows = [{"client_id": client_id, "monday": monday} for client_id in known]
    for client_id in insert_new(QuietWeek, rows, QuietWeek.client_id):
        post_quiet_week(known[client_id], weeks[client_id])
