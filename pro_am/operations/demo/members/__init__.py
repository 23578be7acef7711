"""Everybody who lives in the demo community."""

from pro_am.operations.demo.members.first import FIRST
from pro_am.operations.demo.members.hosts import HOSTS
from pro_am.operations.demo.members.offering import OFFERING
from pro_am.operations.demo.people import DemoMember

MEMBERS: tuple[DemoMember, ...] = (*FIRST, *OFFERING, *HOSTS)
