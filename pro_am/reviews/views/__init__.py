"""Pages of reviews: writing one, what others say of it, and what is said of a pro-am."""

from pro_am.reviews.views import cases, of_profile, photos, witnessing, writing
from pro_am.reviews.views.own import blueprint

__all__ = ["blueprint", "cases", "of_profile", "photos", "witnessing", "writing"]
