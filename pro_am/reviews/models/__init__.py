"""Reviews with their photos, what others say of them, cases about them, and who was asked."""

from pro_am.reviews.models.case import ReviewCase
from pro_am.reviews.models.letter import ReviewLetter
from pro_am.reviews.models.review import Review, ReviewPhoto
from pro_am.reviews.models.witness import Witness

__all__ = ["Review", "ReviewCase", "ReviewLetter", "ReviewPhoto", "Witness"]
