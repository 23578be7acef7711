"""The demo's scenes, one function each: still lifes and landscapes in cut paper."""

from collections.abc import Callable

from scenes import bowls, gardens, moving, ovens, pans, plates, tables, together

_DRAWN: tuple[Callable[[], str], ...] = (
    *(tables.pasta, tables.bread, tables.market, tables.tart, tables.table),
    *(bowls.soup, bowls.couscous, bowls.galette, bowls.curry, bowls.cake),
    *(ovens.pizza, ovens.gratin, ovens.crumble, ovens.layercake, ovens.waffles),
    *(ovens.kougelhopf, ovens.baguettes),
    *(plates.salad, plates.barbecue, plates.fish, plates.springrolls, plates.thieb, plates.mezze),
    *(pans.paella, pans.cassoulet, pans.shakshuka, pans.dumplings, pans.brunch, pans.garden),
    *(moving.run, moving.yoga, moving.swim, moving.strength, moving.walking),
    *(together.cycling, together.stretching, together.parkbars, together.chairs),
    *(together.riverside, together.mountains, together.sea),
    *(gardens.seedlings, gardens.pruning, gardens.balcony, gardens.compost, gardens.tools),
    gardens.beans,
)
SCENES = {scene.__name__: scene for scene in _DRAWN}
