"""Reports and blocks; restrictions with their appeals; the public log; accounts taken over."""

from pro_am.moderation.models.case_vote import CaseVote
from pro_am.moderation.models.public_log import PublicEntry
from pro_am.moderation.models.report import Block, Report, ReportDeed, WritingPause
from pro_am.moderation.models.restriction import Appeal, AppealVote, Restriction
from pro_am.moderation.models.takeover import Takeover

__all__ = [
    "Appeal",
    "AppealVote",
    "Block",
    "CaseVote",
    "PublicEntry",
    "Report",
    "ReportDeed",
    "Restriction",
    "Takeover",
    "WritingPause",
]
