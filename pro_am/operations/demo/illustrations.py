"""The pictures of the demo community: cut-paper scenes, told to those who cannot see them."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from dataclasses import dataclass
from pathlib import Path

from pro_am.operations.demo.people import Language

FOLDER = Path(__file__).parent / "pictures"
WIDTHS = (400, 800, 1200)
"""Pixels; every scene is 4:3 and ships as AVIF in each width and as JPEG in the middle one."""


@dataclass(frozen=True)
class Illustration:
    stem: str
    alt: dict[Language, str]

    def avif(self, width: int) -> Path:
        return FOLDER / "scenes" / f"{self.stem}-{width}.avif"

    def jpeg(self) -> Path:
        return FOLDER / "scenes" / f"{self.stem}-800.jpg"


def avatar(stem: str) -> Path:
    """A drawn face, 176 pixels square."""
    return FOLDER / "avatars" / f"{stem}.avif"


def _illustration(stem: str, french: str, english: str) -> Illustration:
    return Illustration(stem, {"fr": french, "en": english})


PICTURES = {
    picture.stem: picture
    for picture in (
        _illustration(
            "pasta",
            "Assiette de tagliatelles aux tomates et au basilic, sur une table en bois",
            "A plate of tagliatelle with tomatoes and basil on a wooden table",
        ),
        _illustration(
            "bread",
            "Miche de pain au levain et tranches, sur une planche, avec des épis de blé",
            "A sourdough loaf and slices on a board, with ears of wheat",
        ),
        _illustration(
            "market",
            "Légumes du marché : carottes, aubergines, tomates et un citron",
            "Market vegetables: carrots, aubergines, tomatoes and a lemon",
        ),
        _illustration(
            "tart",
            "Tarte aux fraises sur un plat, vue de haut",
            "A strawberry tart on a dish, seen from above",
        ),
        _illustration(
            "table",
            "Table dressée pour quatre, vue de haut, une plante au milieu",
            "A table laid for four, seen from above, a plant in the middle",
        ),
        _illustration(
            "soup",
            "Bol de soupe de nouilles, champignons et herbes, avec des baguettes",
            "A bowl of noodle soup with mushrooms, herbs and chopsticks",
        ),
        _illustration(
            "couscous",
            "Grand plat de couscous aux légumes, à côté d’un plat à tajine",
            "A large dish of couscous with vegetables beside a tagine pot",
        ),
        _illustration(
            "galette",
            "Galette de blé noir pliée en carré autour d’un œuf, sur une plaque en fonte",
            "A buckwheat galette folded square around an egg, on a cast-iron plate",
        ),
        _illustration(
            "curry",
            "Riz, bol de sauce épicée et petites coupelles, sur un grand plateau",
            "Rice, a bowl of spiced sauce and small dishes on a large tray",
        ),
        _illustration(
            "cake",
            "Gâteau entamé, théière et verres de thé à la menthe",
            "A cut cake, a teapot and glasses of mint tea",
        ),
        _illustration(
            "run",
            "Personne qui court sur un chemin de collines, au coucher du soleil",
            "Somebody running on a hill path at sunset",
        ),
        _illustration(
            "yoga",
            "Personne assise en yoga, bras levés, au bord de l’eau au lever du soleil",
            "Somebody in a seated yoga pose, arms raised, by the water at sunrise",
        ),
        _illustration(
            "swim",
            "Personne qui nage le crawl dans une ligne d’eau, vue de haut",
            "Somebody swimming front crawl in a lane, seen from above",
        ),
        _illustration(
            "strength",
            "Tapis de sport, haltères, élastique et gourde sur un parquet",
            "An exercise mat, dumbbells, a band and a bottle on a wooden floor",
        ),
        _illustration(
            "walking",
            "Personne qui marche avec des bâtons sur un sentier de forêt",
            "Somebody walking with poles on a forest path",
        ),
    )
}
