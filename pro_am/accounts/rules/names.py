"""What a name may be: not one that passes for the site's own people, nor a link."""

import re

from pro_am.accounts.rules.letters import skeleton
from pro_am.accounts.rules.refusals import NameIsAnAddress, ReservedName

# Nobody is called so: refused wherever they stand in a name.
OFFICES = frozenset(
    {"admin", "administrateur", "administratrice", "administrator", "administration",
     "moderateur", "moderatrice", "moderator", "moderation", "equipe", "lequipe", "staff",
     "operateur", "operatrice", "officiel", "officielle", "official", "webmaster"}
)  # fmt: skip
# Somebody may be called so, but not only so: Steward is a family name.
TITLES = frozenset({"support", "team", "steward", "operator", "securite", "security", "aide"})

_OFFICES = frozenset(map(skeleton, OFFICES))
_TITLES = frozenset(map(skeleton, TITLES))
_PROAM = skeleton("Pro-Am")


def check_name(name: str, *, site: str = "Pro-Am") -> None:
    """Refuse names that pass for the site's own people, or that a letter would make a link of."""
    whole = skeleton(name)
    words = {skeleton(word) for word in re.split(r"[\s.,;:_'’()-]+", name)} | {whole}
    if (words | {word.removesuffix("s") for word in words}) & _OFFICES:
        raise ReservedName
    if _PROAM in whole or whole == skeleton(site) or {whole, whole.removesuffix("s")} & _TITLES:
        raise ReservedName
    if any(part in name.casefold() for part in ("://", "www.", "@")):
        raise NameIsAnAddress


def first_name(name: str, *, is_erased: bool) -> str:
    """How a member is spoken of; what stands for somebody who was erased is not cut short."""
    return name if is_erased else name.split()[0]
