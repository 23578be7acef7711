"""What time does for reviews: asking for them, letting go of photos that were never sent."""

from pro_am.reviews import actions

ASK = "reviews.ask"
FORGET_PHOTOS = "reviews.forget_photos"

HANDLERS = {ASK: actions.ask_for_reviews, FORGET_PHOTOS: actions.forget_left_over_photos}
