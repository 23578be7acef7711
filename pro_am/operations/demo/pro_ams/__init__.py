"""The sixty-four who offer something."""

from pro_am.operations.demo.people import DemoProAm
from pro_am.operations.demo.pro_ams.coaches import COACHES
from pro_am.operations.demo.pro_ams.cooks import COOKS
from pro_am.operations.demo.pro_ams.east import EAST
from pro_am.operations.demo.pro_ams.gardeners import GARDENERS
from pro_am.operations.demo.pro_ams.north_and_south import NORTH_AND_SOUTH
from pro_am.operations.demo.pro_ams.west import WEST

PRO_AMS: tuple[DemoProAm, ...] = (
    *COOKS,
    *COACHES,
    *GARDENERS,
    *WEST,
    *EAST,
    *NORTH_AND_SOUTH,
)
