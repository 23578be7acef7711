"""Who lives in the demo community: its members, and the shape of what its pro-ams offer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from pro_am.profiles.rules import ALLERGENS, Answer, PlaceMode, PriceUnit

Language = Literal["fr", "en"]
Craft = Literal["cooking", "fitness"]

WeeklyHours = tuple[int, str, str]
"""Weekday (Monday is 0) and wall times: `(4, "19:00", "22:30")`."""


def allergens(contains: str = "", *, traces: str = "") -> Mapping[str, Answer]:
    """All fourteen answers for a dish, from two lists of slugs separated by spaces."""
    absent = dict.fromkeys(ALLERGENS, Answer.NO)
    possible = dict.fromkeys(traces.split(), Answer.MAYBE)
    present = dict.fromkeys(contains.split(), Answer.YES)
    return MappingProxyType(absent | possible | present)


@dataclass(frozen=True, kw_only=True)
class DemoMember:
    key: str
    name: str
    language: Language
    town: str
    """As people write it, with its department: "Nantes (44)"."""
    verified_by_steward: bool = False
    is_steward: bool = False
    avatar: str | None = None
    """The stem of a file in `pictures/avatars`; without one the page shows initials."""

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def area(self) -> str:
        """The department, for each of which there is a steward: "44"."""
        return self.town[-3:-1]


@dataclass(frozen=True, kw_only=True)
class DemoOffer:
    title: str
    description: str
    """Markdown."""
    place_mode: PlaceMode
    price: int
    """Euro cents; 0 is free."""
    unit: PriceUnit
    seats_min: int
    seats_max: int
    duration_minutes: int
    picture: str
    diets: tuple[str, ...] = ()
    """The diets it suits as it is, without a special request."""
    allergens: Mapping[str, Answer] = field(default_factory=dict)
    """All fourteen for food, none otherwise."""
    is_instant: bool = False


@dataclass(frozen=True, kw_only=True)
class DemoProAm:
    member: str
    craft: Craft
    headline: str
    story: str
    """Markdown, in the member's language."""
    specialities: tuple[str, ...]
    favourites: tuple[str, ...]
    """Ingredients or disciplines, in the pro-am's own words."""
    languages: tuple[str, ...]
    """ISO 639-1 codes."""
    place_modes: tuple[PlaceMode, ...]
    travel_km: int
    weekly_hours: tuple[WeeklyHours, ...]
    picture: str
    offers: tuple[DemoOffer, ...]
    is_professional: bool = False
    credential: str | None = None
    """What they hold, in their words. Paid sports coaching asks for one in France."""
    credential_verified: bool = False


MEMBERS = (
    # Nantes and around: pro-ams, then hosts.
    DemoMember(
        key="lea",
        name="Léa Moreau",
        language="fr",
        town="Nantes (44)",
        verified_by_steward=True,
        avatar="lea",
    ),
    DemoMember(
        key="maud",
        name="Maud Le Goff",
        language="fr",
        town="Vertou (44)",
        verified_by_steward=True,
        avatar="maud",
    ),
    DemoMember(
        key="karim",
        name="Karim Benali",
        language="fr",
        town="Saint-Herblain (44)",
        verified_by_steward=True,
        avatar="karim",
    ),
    DemoMember(
        key="ines",
        name="Inès Carvalho",
        language="fr",
        town="Rezé (44)",
        verified_by_steward=True,
        avatar="ines",
    ),
    DemoMember(
        key="fatou",
        name="Fatou Diarra",
        language="fr",
        town="Saint-Sébastien-sur-Loire (44)",
        avatar="fatou",
    ),
    DemoMember(
        key="yann",
        name="Yann Guéguen",
        language="fr",
        town="Couëron (44)",
        verified_by_steward=True,
        is_steward=True,
        avatar="yann",
    ),
    DemoMember(
        key="anais",
        name="Anaïs Bertin",
        language="fr",
        town="Nantes (44)",
        verified_by_steward=True,
        avatar="anais",
    ),
    DemoMember(
        key="tom",
        name="Tom Delaunay",
        language="fr",
        town="Carquefou (44)",
        verified_by_steward=True,
        avatar="tom",
    ),
    DemoMember(
        key="helen",
        name="Helen Whitfield",
        language="en",
        town="Nantes (44)",
        verified_by_steward=True,
        avatar="helen",
    ),
    DemoMember(
        key="daniel", name="Daniel Osei", language="en", town="Nantes (44)", avatar="daniel"
    ),
    DemoMember(
        key="josiane",
        name="Josiane Pineau",
        language="fr",
        town="Rezé (44)",
        verified_by_steward=True,
        avatar="josiane",
    ),
    DemoMember(
        key="moussa", name="Moussa Keïta", language="fr", town="Nantes (44)", avatar="moussa"
    ),
    DemoMember(
        key="claire",
        name="Claire Brossard",
        language="fr",
        town="Vertou (44)",
        verified_by_steward=True,
    ),
    DemoMember(key="hugo", name="Hugo Lemaire", language="fr", town="Saint-Herblain (44)"),
    DemoMember(
        key="mehdi",
        name="Mehdi Amrani",
        language="fr",
        town="Bouguenais (44)",
        verified_by_steward=True,
        avatar="mehdi",
    ),
    DemoMember(
        key="paula",
        name="Paula Ferreira",
        language="fr",
        town="Rezé (44)",
        verified_by_steward=True,
    ),
    DemoMember(key="gilles", name="Gilles Rousselot", language="fr", town="Orvault (44)"),
    DemoMember(
        key="sophie",
        name="Sophie Garnier",
        language="fr",
        town="Basse-Goulaine (44)",
        verified_by_steward=True,
    ),
    DemoMember(key="lucas", name="Lucas Fonteneau", language="fr", town="Nantes (44)"),
    DemoMember(
        key="zeynep",
        name="Zeynep Aydin",
        language="fr",
        town="Sainte-Luce-sur-Loire (44)",
        verified_by_steward=True,
        avatar="zeynep",
    ),
    DemoMember(
        key="andre",
        name="André Chauvet",
        language="fr",
        town="Vertou (44)",
        verified_by_steward=True,
    ),
    # Lyon and around.
    DemoMember(
        key="nadia",
        name="Nadia Haddad",
        language="fr",
        town="Lyon (69)",
        verified_by_steward=True,
        avatar="nadia",
    ),
    DemoMember(
        key="minh",
        name="Minh-Anh Tran",
        language="fr",
        town="Vénissieux (69)",
        verified_by_steward=True,
        avatar="minh",
    ),
    DemoMember(
        key="priya",
        name="Priya Sundaram",
        language="en",
        town="Villeurbanne (69)",
        verified_by_steward=True,
        avatar="priya",
    ),
    DemoMember(
        key="bastien",
        name="Bastien Roux",
        language="fr",
        town="Caluire-et-Cuire (69)",
        verified_by_steward=True,
        avatar="bastien",
    ),
    DemoMember(
        key="camille",
        name="Camille Ferrand",
        language="fr",
        town="Lyon (69)",
        verified_by_steward=True,
        is_steward=True,
        avatar="camille",
    ),
    DemoMember(
        key="grace",
        name="Grace Okafor",
        language="en",
        town="Lyon (69)",
        verified_by_steward=True,
        avatar="grace",
    ),
    DemoMember(key="callum", name="Callum Reid", language="en", town="Villeurbanne (69)"),
    DemoMember(
        key="marek",
        name="Marek Novak",
        language="fr",
        town="Villeurbanne (69)",
        verified_by_steward=True,
    ),
    DemoMember(
        key="solene",
        name="Solène Vidal",
        language="fr",
        town="Lyon (69)",
        verified_by_steward=True,
        avatar="solene",
    ),
    DemoMember(
        key="rachid",
        name="Rachid Mansouri",
        language="fr",
        town="Vénissieux (69)",
        verified_by_steward=True,
    ),
    DemoMember(
        key="odile",
        name="Odile Chapuis",
        language="fr",
        town="Tassin-la-Demi-Lune (69)",
        verified_by_steward=True,
        avatar="odile",
    ),
    DemoMember(key="theo", name="Théo Martinet", language="fr", town="Lyon (69)"),
    DemoMember(
        key="yasmine",
        name="Yasmine Cherif",
        language="fr",
        town="Bron (69)",
        verified_by_steward=True,
        avatar="yasmine",
    ),
    DemoMember(
        key="paul", name="Paul Jacquet", language="fr", town="Écully (69)", verified_by_steward=True
    ),
    DemoMember(key="lin", name="Lin Zhang", language="fr", town="Lyon (69)", avatar="lin"),
    DemoMember(
        key="beatrice",
        name="Béatrice Morel",
        language="fr",
        town="Caluire-et-Cuire (69)",
        verified_by_steward=True,
    ),
    DemoMember(key="amadou", name="Amadou Sow", language="fr", town="Décines-Charpieu (69)"),
    # Quimper and around.
    DemoMember(
        key="soizic",
        name="Soizic Le Bihan",
        language="fr",
        town="Quimper (29)",
        verified_by_steward=True,
        avatar="soizic",
    ),
    DemoMember(
        key="gwen",
        name="Gwenaëlle Riou",
        language="fr",
        town="Fouesnant (29)",
        verified_by_steward=True,
        avatar="gwen",
    ),
    DemoMember(
        key="eamon",
        name="Eamon Tierney",
        language="en",
        town="Bénodet (29)",
        verified_by_steward=True,
        avatar="eamon",
    ),
    DemoMember(
        key="jeanyves",
        name="Jean-Yves Cariou",
        language="fr",
        town="Quimper (29)",
        verified_by_steward=True,
        is_steward=True,
        avatar="jeanyves",
    ),
    DemoMember(
        key="nolwenn",
        name="Nolwenn Tanguy",
        language="fr",
        town="Quimper (29)",
        verified_by_steward=True,
        avatar="nolwenn",
    ),
    DemoMember(
        key="ruth",
        name="Ruth Ashworth",
        language="en",
        town="Concarneau (29)",
        verified_by_steward=True,
        avatar="ruth",
    ),
    DemoMember(
        key="loic",
        name="Loïc Hascoët",
        language="fr",
        town="Ergué-Gabéric (29)",
        verified_by_steward=True,
    ),
    DemoMember(
        key="marieange",
        name="Marie-Ange Péron",
        language="fr",
        town="Pluguffan (29)",
        verified_by_steward=True,
    ),
    DemoMember(
        key="samir", name="Samir Belkacem", language="fr", town="Quimper (29)", avatar="samir"
    ),
    DemoMember(key="enora", name="Enora Le Floch", language="fr", town="Plomelin (29)"),
    DemoMember(
        key="patrick",
        name="Patrick Salaün",
        language="fr",
        town="Briec (29)",
        verified_by_steward=True,
    ),
    DemoMember(
        key="irina", name="Irina Popescu", language="fr", town="Quimper (29)", avatar="irina"
    ),
    DemoMember(key="mael", name="Maël Kerbrat", language="fr", town="Concarneau (29)"),
    DemoMember(
        key="denise",
        name="Denise Lozachmeur",
        language="fr",
        town="Fouesnant (29)",
        verified_by_steward=True,
    ),
)
