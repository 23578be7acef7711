"""A goal that somebody sets for themselves; of weight, none below a healthy one."""

from decimal import ROUND_UP, Decimal

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

# Body mass index below which adults count as underweight: WHO Technical Report Series 894 (2000).
LEAST_INDEX = Decimal("18.5")
HEIGHTS = range(100, 251)  # centimetres


class HeightNeeded(Refusal):
    message = mark("Write your height too: it tells whether this weight is a healthy one.")
    field = "height"


class NotAHeight(Refusal):
    message = mark("Write your height in centimetres, like 172.")
    field = "height"


class BelowHealthyWeight(Refusal):
    message = mark(
        "For your height a healthy weight begins at %(least)s kg. Choose a goal from there on, or "
        "talk to a doctor first."
    )
    field = "goal"


def healthy_from(height_cm: int) -> Decimal:
    """In kilograms, rounded up to a tenth."""
    metres = Decimal(height_cm) / 100
    return (LEAST_INDEX * metres * metres).quantize(Decimal("0.1"), ROUND_UP)


def check_weight_goal(goal: Decimal, height_cm: int | None) -> None:
    if height_cm is None:
        raise HeightNeeded
    if height_cm not in HEIGHTS:
        raise NotAHeight
    if goal < healthy_from(height_cm):
        raise BelowHealthyWeight(least=healthy_from(height_cm))
