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


FACES = frozenset(face.stem for face in (FOLDER / "avatars").glob("*.avif"))
"""Members, by key, of whom there is a drawn portrait."""

FACE_WIDTH = 176
"""Pixels; faces are square, as AVIF and as JPEG."""


def face(key: str, extension: str = "avif") -> Path:
    return FOLDER / "avatars" / f"{key}.{extension}"


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
        _illustration(
            "pizza",
            "Pizza à la mozzarella, aux olives et au basilic, sur une planche ronde",
            "A pizza with mozzarella, olives and basil on a round board",
        ),
        _illustration(
            "gratin",
            "Poêle de pommes de terre dorées en rosace, avec du persil",
            "A pan of golden potato slices laid in a rose, with parsley",
        ),
        _illustration(
            "crumble",
            "Crumble dans un plat bleu, une cuillère en bois, des pommes et de la crème",
            "A crumble in a blue dish, a wooden spoon, apples and custard",
        ),
        _illustration(
            "layercake",
            "Gâteau à étages avec cinq bougies, des cadeaux et une guirlande de fanions",
            "A layer cake with five candles, presents and bunting",
        ),
        _illustration(
            "waffles",
            "Deux gaufres avec de la crème et des fruits rouges, une tasse de café",
            "Two waffles with cream and berries, and a cup of coffee",
        ),
        _illustration(
            "kougelhopf",
            "Kougelhopf aux amandes saupoudré de sucre, une cafetière et une tasse",
            "A kougelhopf with almonds and sugar, a pot and a cup of coffee",
        ),
        _illustration(
            "baguettes",
            "Trois baguettes et deux croissants sur un torchon, avec du beurre",
            "Three baguettes and two croissants on a cloth, with butter",
        ),
        _illustration(
            "salad",
            "Saladier en bois : jeunes pousses, œufs, radis, concombre et fleurs",
            "A wooden bowl of leaves, eggs, radishes, cucumber and flowers",
        ),
        _illustration(
            "barbecue",
            "Brochettes, saucisses et maïs sur un barbecue rond, dans l’herbe",
            "Skewers, sausages and corn on a round barbecue on the grass",
        ),
        _illustration(
            "fish",
            "Poisson entier sur un plat ovale, avec citron et pommes de terre",
            "A whole fish on an oval dish with lemon and potatoes",
        ),
        _illustration(
            "springrolls",
            "Rouleaux de printemps sur une ardoise, avec une sauce et du citron vert",
            "Fresh spring rolls on a slate, with a dip and lime",
        ),
        _illustration(
            "thieb",
            "Grand plat de riz rouge au poisson et aux légumes, bordé de fleurs bleues",
            "A large dish of red rice with fish and vegetables, its rim painted blue",
        ),
        _illustration(
            "mezze",
            "Six bols de mezze et des falafels sur un plateau de cuivre, avec du pain",
            "Six bowls of mezze and falafel on a brass tray, with bread",
        ),
        _illustration(
            "paella",
            "Paella aux crevettes et aux moules dans sa grande poêle à deux anses",
            "A paella with prawns and mussels in its two-handled pan",
        ),
        _illustration(
            "cassoulet",
            "Plat en terre cuite : haricots, saucisses et confit, une cuillère à côté",
            "An earthenware dish of beans, sausages and confit, a spoon beside it",
        ),
        _illustration(
            "shakshuka",
            "Œufs dans une sauce tomate aux poivrons, dans la poêle, avec du pain tressé",
            "Eggs in tomato and pepper sauce in a pan, with braided bread",
        ),
        _illustration(
            "dumplings",
            "Sept raviolis plissés dans un panier vapeur en bambou, avec une sauce",
            "Seven pleated dumplings in a bamboo steamer, with a dip",
        ),
        _illustration(
            "brunch",
            "Pancakes aux fruits rouges, tartine à l’avocat, café et jus d’orange",
            "Pancakes with berries, avocado toast, coffee and orange juice",
        ),
        _illustration(
            "garden",
            "Potager vu de haut : salades, carottes et choux, un chapeau et un arrosoir",
            "A kitchen garden from above: lettuce, carrots, cabbages, a hat",
        ),
        _illustration(
            "cycling",
            "Personne à vélo sur une route de campagne, un panier de légumes à l’avant",
            "Somebody cycling on a country road, vegetables in the basket",
        ),
        _illustration(
            "stretching",
            "Personne qui s’étire sur un tapis, dans une pièce claire",
            "Somebody stretching on a mat in a bright room",
        ),
        _illustration(
            "parkbars",
            "Deux personnes s’entraînent au parc : l’une à la barre, l’autre accroupie",
            "Two people training in a park, one at a bar, one squatting",
        ),
        _illustration(
            "chairs",
            "Trois personnes âgées lèvent les bras, assises sur des chaises",
            "Three elderly people on chairs, raising their arms",
        ),
        _illustration(
            "riverside",
            "Deux personnes courent sur un quai, face à une ville et son clocher",
            "Two people running by a river, a town and its steeple behind",
        ),
        _illustration(
            "mountains",
            "Deux personnes avec des sacs à dos sur un sentier de montagne",
            "Two people with backpacks on a mountain path",
        ),
        _illustration(
            "sea",
            "Deux personnes nagent dans une crique, avec des bouées ; un voilier au loin",
            "Two people swimming in a cove with buoys, a sailing boat far off",
        ),
        _illustration(
            "seedlings",
            "Douze pots de semis dans une caisse, une petite pelle et des sachets de graines",
            "Twelve pots of seedlings in a crate, a trowel and seed packets",
        ),
        _illustration(
            "pruning",
            "Personne sur une échelle qui taille un pommier, un panier de pommes dans l’herbe",
            "Somebody on a ladder pruning an apple tree, a basket of apples on the grass",
        ),
        _illustration(
            "balcony",
            "Balcon en ville : jardinières d’herbes et de fleurs, tomates en pot, un arrosoir",
            "A city balcony with troughs of herbs and flowers, tomatoes in a pot, a can",
        ),
        _illustration(
            "compost",
            "Bac à compost en bois, épluchures et deux vers, un seau et une fourche",
            "A wooden compost bin, peelings and two worms, a bucket and a fork",
        ),
        _illustration(
            "tools",
            "Bêche, râteau, cisaille, chapeau et gants pendus au mur, des pots sur un banc",
            "A spade, a rake, shears, a hat and gloves on a wall, pots on a bench",
        ),
        _illustration(
            "beans",
            "Haricots grimpants sur des perches, une rangée de salades et un rouge-gorge",
            "Climbing beans on poles, a row of lettuces and a robin",
        ),
    )
}
