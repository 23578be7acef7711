"""What a friend does from their own page, or from a letter."""

from pro_am.foundation import clock
from pro_am.foundation.bulk import insert_new
from pro_am.foundation.database import db, transaction
from pro_am.supporters.actions.ending import end
from pro_am.supporters.models import AsksNobody, Cheer, Supporter
from pro_am.supporters.queries import own
from pro_am.supporters.rules import cheering, life
from pro_am.supporters.rules.life import Act, SupporterState


def accept(supporter: Supporter) -> None:
    """From now on they get recaps. Pressed twice, it is one yes."""
    with transaction():
        _claim(supporter)
        if supporter.state is SupporterState.FOLLOWING:
            return
        supporter.state = life.after(supporter.state, Act.ACCEPT)
        supporter.answered_at = clock.now()


def decline(supporter: Supporter, *, asks_nobody: bool = False) -> None:
    """No, thank you; and, if they say so, never again for anybody. Only a fingerprint is kept."""
    with transaction():
        _claim(supporter)
        if supporter.state is SupporterState.ASKED:
            end(supporter, Act.DECLINE)
            supporter.answered_at = clock.now()
        if asks_nobody:
            row = {"address_mark": supporter.address_mark, "since": clock.now()}
            insert_new(AsksNobody, [row], AsksNobody.address_mark)


def leave(supporter: Supporter) -> None:
    """No more letters: whoever has not answered yet says no by it. Pressed twice, it is one."""
    with transaction():
        _claim(supporter)
        if supporter.state is SupporterState.ASKED:
            decline(supporter)
        elif supporter.state is SupporterState.FOLLOWING:
            end(supporter, Act.LEAVE)


def cheer(supporter: Supporter, words: str = "") -> bool:
    """One a day on the client's calendar; return whether this was the one."""
    cheering.check(words)
    now = clock.now()
    today = own.today_of(supporter.client)
    with transaction():
        _claim(supporter)
        if not supporter.is_following:
            raise life.NotPossibleNow
        row = {"supporter_id": supporter.id, "day": today, "at": now, "words": words.strip()}
        return bool(insert_new(Cheer, [row], Cheer.id))


def tell_read(supporter: Supporter) -> None:
    """They let the client know that they have read: only ever by a press, never by opening."""
    with transaction():
        _claim(supporter)
        if supporter.is_following:
            supporter.read_at = clock.now()


def speak(supporter: Supporter, language: str) -> None:
    """Get letters in that language."""
    with transaction():
        supporter.language = language


def _claim(supporter: Supporter) -> None:
    db.session.refresh(supporter, with_for_update=True)
