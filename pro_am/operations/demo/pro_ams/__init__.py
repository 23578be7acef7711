"""The dozen who offer something."""

from pro_am.operations.demo.people import DemoProAm
from pro_am.operations.demo.pro_ams.coaches import COACHES
from pro_am.operations.demo.pro_ams.cooks import COOKS

PRO_AMS: tuple[DemoProAm, ...] = (*COOKS, *COACHES)
