"""Series and their values, who sees them, and where they come from."""

from pro_am.measures.models.coming_in import Device, Upload
from pro_am.measures.models.series import MeasureValue, Series
from pro_am.measures.models.shown import Proposal, Sharing, ValueComment

__all__ = [
    "Device",
    "MeasureValue",
    "Proposal",
    "Series",
    "Sharing",
    "Upload",
    "ValueComment",
]
