"""Friends who follow, the rhythm of recaps, what went to whom, and cheers."""

from pro_am.supporters.models.recap import QuietWeek, Recap, RecapRhythm
from pro_am.supporters.models.supporter import AsksNobody, Cheer, Supporter

__all__ = ["AsksNobody", "Cheer", "QuietWeek", "Recap", "RecapRhythm", "Supporter"]
