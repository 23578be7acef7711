"""What makes scores change."""

from flask_babel import force_locale, format_date, gettext

from pro_am.foundation import clock, jobs
from pro_am.foundation.events import listen
from pro_am.moderation.events import ContentHidden, ContentShownAgain, ReviewFreezeChanged
from pro_am.profiles.actions.offers_pause import pause_offers
from pro_am.profiles.events import PriceChanged
from pro_am.reviews.events import ReviewWritten
from pro_am.standing.events import IdentityVerified
from pro_am.trust import queries
from pro_am.trust.events import OffersToPause
from pro_am.trust.jobs import LOOK_AT_PRICE, RECOMPUTE


def attach() -> None:
    listen(ReviewWritten, _review)
    listen(IdentityVerified, _anew)
    listen(ContentHidden, _anew)
    listen(ContentShownAgain, _anew)
    listen(ReviewFreezeChanged, _anew)
    listen(OffersToPause, _pause)
    listen(PriceChanged, _price)


def _review(event: ReviewWritten) -> None:
    """A sealed review counts from the moment it is shown."""
    if event.shown_from <= clock.now():
        jobs.enqueue(RECOMPUTE, key="all")
    else:
        jobs.enqueue(RECOMPUTE, key=f"review {event.review.booking_id}", run_at=event.shown_from)


def _anew(
    _event: IdentityVerified | ContentHidden | ContentShownAgain | ReviewFreezeChanged,
) -> None:
    jobs.enqueue(RECOMPUTE, key="all")


def _pause(event: OffersToPause) -> None:
    """The owner reads which reviews those are."""
    found = sorted(queries.reviews_by_id(event.review_ids).values(), key=lambda each: each.id)
    words = {}
    for language in ("fr", "en"):
        with force_locale(language):
            days = ", ".join(format_date(each.shown_from, "long") for each in found)
            words[language] = gettext("The reviews of %(days)s.", days=days)
    pause_offers(event.member_id, words_fr=words["fr"], words_en=words["en"])


def _price(event: PriceChanged) -> None:
    jobs.enqueue(LOOK_AT_PRICE, offer_id=event.offer_id)
