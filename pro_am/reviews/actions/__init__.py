"""What people do with reviews: one function, one intention, one transaction."""

from pro_am.reviews.actions.asking import ask_for_reviews
from pro_am.reviews.actions.cases import answer_case, say_it_did_not_happen, settle_case
from pro_am.reviews.actions.photos import forget_left_over_photos, let_go_of_photos
from pro_am.reviews.actions.sealing import follow_booking
from pro_am.reviews.actions.witnessing import bear_witness, take_witness_back
from pro_am.reviews.actions.writing import Opinion, ShownPhoto, hide, reply, review

__all__ = [
    "Opinion",
    "ShownPhoto",
    "answer_case",
    "ask_for_reviews",
    "bear_witness",
    "follow_booking",
    "forget_left_over_photos",
    "hide",
    "let_go_of_photos",
    "reply",
    "review",
    "say_it_did_not_happen",
    "settle_case",
    "take_witness_back",
]
