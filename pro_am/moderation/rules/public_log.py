"""Pure: what the public log of decisions tells apart."""

import enum

from pro_am.foundation.words import mark


class About(enum.StrEnum):
    REPORT = "report"
    RESTRICTION = "restriction"
    DISPUTE = "dispute"
    REVIEW = "review"
    ALARM = "alarm"
    ACCOUNT = "account"


ABOUT = {
    About.REPORT: mark("A report"),
    About.RESTRICTION: mark("A restriction"),
    About.DISPUTE: mark("A dispute about a booking"),
    About.REVIEW: mark("A disputed review"),
    About.ALARM: mark("An alarm"),
    About.ACCOUNT: mark("An account that somebody else had"),
}
