"""What somebody wrote or said of themselves is erased with them; that there was a plan stays."""

from sqlalchemy import select, update

from pro_am.accounts.models import Member
from pro_am.foundation.database import db, transaction
from pro_am.media.models import Picture
from pro_am.programmes.models import (
    Item,
    Programme,
    ProgrammeComment,
    ProgrammeException,
    ProgrammeWeek,
    Template,
    TemplateItem,
)

ERASED = ""


def forget(member: Member) -> None:
    """Their comments; the words of a client; a coach's templates stay without their title."""
    followed = select(Programme.id).where(Programme.client_id == member.id)
    led = select(Programme.id).where(Programme.coach_id == member.id)
    weeks = select(ProgrammeWeek.id).where(ProgrammeWeek.programme_id.in_(followed))
    given = select(Picture.id).where(Picture.owner_id == member.id)
    with transaction():
        for statement in (
            update(ProgrammeComment).where(ProgrammeComment.by_id == member.id).values(text=ERASED),
            update(Item).where(Item.week_id.in_(weeks)).values(words=ERASED),
            update(ProgrammeException)
            .where(ProgrammeException.programme_id.in_(followed))
            .values(words=ERASED),
            update(ProgrammeWeek)
            .where(ProgrammeWeek.programme_id.in_(followed))
            .values(client_words=ERASED),
            update(ProgrammeWeek)
            .where(ProgrammeWeek.programme_id.in_(led))
            .values(coach_words=ERASED, note=ERASED),
            update(Template).where(Template.coach_id == member.id).values(note=ERASED),
            update(Item).where(Item.picture_id.in_(given)).values(picture_id=None),
            update(TemplateItem).where(TemplateItem.picture_id.in_(given)).values(picture_id=None),
        ):
            db.session.execute(statement.execution_options(synchronize_session=False))
