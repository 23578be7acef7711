"""What became of the recaps of a week: counted from the database and from the mailbox."""

from dataclasses import astuple, dataclass
from datetime import date

from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.operations.drills.recaps.mailbox import Mailbox
from pro_am.operations.market.followed import FRIENDS_OF
from pro_am.supporters.actions.letters import RECAP
from pro_am.supporters.models import Recap

ON_THEIR_WAY = ("waiting", "sending")


@dataclass(frozen=True)
class Books:
    sent: int
    unknown: int
    received: int
    duplicates: int  # in a mailbox, or in the books
    lost: int  # due, and neither sent nor unknown; or sent, and not received

    def __add__(self, other: "Books") -> "Books":
        return Books(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


NOTHING = Books(0, 0, 0, 0, 0)


def look(mailbox: Mailbox, supporters: int, monday: date, *, before: int) -> Books:
    """Of one week, `before` which so many had come."""
    rows = db.session.execute(
        select(Letter.state, Letter.recipient, Letter.subject)
        .join(Recap, Recap.letter_id == Letter.id)
        .where(Recap.monday == monday)
    ).all()
    nobodys = select(func.count()).where(
        Letter.template == RECAP,
        Letter.id.not_in(select(Recap.letter_id).where(Recap.letter_id.is_not(None))),
    )
    letters_too_many = db.session.scalar(nobodys) or 0
    came = mailbox.letters(FRIENDS_OF)
    sent = [(recipient, subject) for state, recipient, subject in rows if state == "sent"]
    unknown = sum(state == "unknown" for state, _, _ in rows)
    of_this_week = {(recipient, subject) for _, recipient, subject in rows}
    db.session.rollback()
    return Books(
        sent=len(sent),
        unknown=unknown,
        received=sum(came.values()) - before,
        duplicates=sum(came[each] - 1 for each in of_this_week if each in came) + letters_too_many,
        lost=max(supporters - len(sent) - unknown, 0) + sum(each not in came for each in sent),
    )


def is_settled(supporters: int, monday: date) -> bool:
    """Everybody was told of that week, and no letter is on its way."""
    told = db.session.scalar(select(func.count()).where(Recap.monday == monday))
    moving = select(func.count()).where(Letter.template == RECAP, Letter.state.in_(ON_THEIR_WAY))
    is_over = told == supporters and not db.session.scalar(moving)
    db.session.rollback()  # the next look is at what is then
    return is_over
