"""Towns in addresses: `nantes`; where several have one name, `saint-denis-93` for the smaller."""

from functools import lru_cache

from pro_am.foundation.places.gazetteer import Town, find_town, town
from pro_am.foundation.places.names import fold

KEPT = 4096  # slugs in memory


def slug_of(found: Town) -> str | None:
    """None for the few towns that share both name and department with a larger one."""
    name = fold(found.name).replace(" ", "-")
    for slug in (name, f"{name}-{(found.region or found.country).lower()}"):
        meant = find_town(slug.replace("-", " "))
        if meant and meant.id == found.id:
            return slug
    return None


@lru_cache(maxsize=KEPT)
def slug_of_id(town_id: int) -> str | None:
    found = town(town_id)
    return slug_of(found) if found else None


def town_with(slug: str) -> Town | None:
    """The town of exactly this slug; others that one could mean have slugs of their own."""
    found = find_town(slug.replace("-", " "))
    return found if found and slug_of(found) == slug else None
