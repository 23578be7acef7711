"""Seven home cooks."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from pro_am.operations.demo.people import DemoOffer, DemoProAm, allergens
from pro_am.profiles.rules import PlaceMode, PriceUnit

LEA = DemoProAm(
    member="lea",
    craft="cooking",
    headline="Je cuisine des pâtes fraîches chez vous, avec le meilleur du marché du matin",
    story="""\
Infirmière la semaine, cuisinière le week-end. Ma grand-mère de Modène m’a appris à étaler la pâte
au rouleau : vingt ans plus tard, je n’ai toujours pas de machine, et je n’en veux pas.

Le matin, je passe au marché de Talensac. Le menu dépend de ce que j’y trouve : des courges, des
fèves, parfois un maraîcher bavard qui me fait changer d’avis. J’arrive chez vous avec tout, je
cuisine devant vous si vous voulez, et je laisse la cuisine plus propre qu’en arrivant.

Je cuisine volontiers végétarien, avec des enfants à table, et dans les petites cuisines.""",
    specialities=("fresh-pasta", "vegetarian", "cooking-lessons"),
    favourites=("courge", "sauge", "ricotta", "fèves", "parmesan"),
    languages=("fr", "it", "en"),
    travel_km=12,
    weekly_hours=(
        (2, "18:30", "22:00"),
        (3, "18:00", "22:30"),
        (4, "12:00", "14:30"),
        (4, "18:00", "22:30"),
        (5, "10:00", "22:30"),
        (6, "10:00", "20:30"),
    ),
    picture="pasta",
    not_offered="""\
Le sans-gluten : ma farine vole partout, je préfère vous le dire que vous le promettre. Pas de
mariages non plus, mes casseroles s’arrêtent à dix.""",
    gallery=("pasta", "table", "market", "tart", "salad", "garden"),
    offers=(
        DemoOffer(
            title="Dîner de pâtes fraîches chez vous",
            description="""\
Une entrée de légumes, deux sortes de pâtes et un dessert simple, tout fait sur votre table.

- J’apporte les ingrédients, le rouleau et les tabliers.
- Il me faut une plaque, une grande casserole et un bout de table.
- La vaisselle est comprise. Si, si.""",
            place_mode=PlaceMode.HOST,
            price=2800,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=10,
            duration_minutes=180,
            picture="pasta",
            diets=("vegetarian",),
            allergens=allergens("gluten eggs milk", traces="nuts celery"),
        ),
        DemoOffer(
            title="Atelier : tagliatelles et raviolis à la main",
            description="""\
Vous pétrissez, je raconte. On étale, on coupe, on farcit, puis on mange ce qu’on a fait. Chacun
repart avec la recette et une part à cuire le lendemain. Aucun talent requis.""",
            place_mode=PlaceMode.HOST,
            price=4500,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=6,
            duration_minutes=150,
            picture="table",
            diets=("vegetarian",),
            allergens=allergens("gluten eggs milk", traces="nuts"),
        ),
        DemoOffer(
            title="Lasagnes aux légumes, livrées",
            description="""\
Un plat familial, cuit le matin, livré froid avec trois lignes pour le réchauffer. Béchamel au lait
entier, légumes du moment, rien d’autre. Le plat est en terre : je le reprends la fois suivante.""",
            place_mode=PlaceMode.DELIVERED,
            price=1400,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=8,
            duration_minutes=30,
            picture="market",
            diets=("vegetarian",),
            allergens=allergens("gluten eggs milk celery", traces="nuts"),
        ),
    ),
)

MAUD = DemoProAm(
    member="maud",
    craft="cooking",
    headline="Votre premier pain au levain, du pétrin au four",
    story="""\
Ingénieure le jour, boulangère dans mon garage. Mon levain s’appelle Gérard, il a neuf ans et il
est plus ponctuel que moi.

J’ai raté mes quarante premiers pains. Des briques, des galets, un que le chien a enterré. C’est
pour vous éviter cela que j’ai commencé les ateliers : on pèse, on plie, on attend, on bavarde, et
on enfourne. Vous repartez avec un pain, un pot de levain et mon numéro pour les urgences du
dimanche matin.

La farine vient d’un moulin à vingt kilomètres. Tout se passe chez moi, à Vertou, au
rez-de-chaussée, sans marche. Les enfants sont les bienvenus avec l’adulte qui les accompagne.""",
    specialities=("sourdough-bread", "cooking-lessons", "vegan"),
    favourites=("levain", "seigle", "blé ancien", "graines de lin"),
    languages=("fr", "en"),
    travel_km=10,
    weekly_hours=((2, "08:00", "10:00"), (5, "09:00", "18:00"), (6, "09:00", "13:00")),
    picture="bread",
    not_offered="""\
Pas de pain sans gluten, pas de brioche, et aucune commande la veille d’un jour férié : le levain
ne se presse pas.""",
    gallery=("bread", "baguettes", "table"),
    offers=(
        DemoOffer(
            title="Mon premier pain au levain",
            description="""\
Quatre heures, dont deux où il ne se passe presque rien : le pain lève, on goûte les précédents.
Vous repartez avec votre pain, un pot de levain et le mode d’emploi. Maximum quatre personnes,
parce que mon plan de travail en a décidé ainsi.""",
            place_mode=PlaceMode.PROVIDER,
            price=3500,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=4,
            duration_minutes=240,
            picture="bread",
            diets=("vegetarian", "vegan", "lactose-free"),
            allergens=allergens("gluten", traces="sesame nuts"),
        ),
        DemoOffer(
            title="Un kilo de pain, déposé chez vous",
            description="""\
Une miche d’un kilo, blé et seigle, cuite à l’aube. Elle se garde cinq jours dans un torchon.
Dites-moi si vous l’aimez pâle ou presque noire.""",
            place_mode=PlaceMode.DELIVERED,
            price=700,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=1,
            duration_minutes=15,
            picture="bread",
            diets=("vegetarian", "vegan", "lactose-free"),
            allergens=allergens("gluten", traces="sesame nuts"),
        ),
    ),
)

FATOU = DemoProAm(
    member="fatou",
    craft="cooking",
    headline="Mafé, yassa et thiéboudienne comme à Bamako, avec les légumes d’ici",
    story="""\
J’ai grandi à Bamako dans une maison où l’on n’a jamais su combien on serait à table. J’en ai gardé
de grandes marmites et une règle : il y a toujours une assiette de plus.

Je viens de m’inscrire ici. Mes voisins de Saint-Sébastien goûtent ma cuisine depuis des années,
surtout les soirs de fête de quartier ; à vous, je demande un peu de confiance pour la première
fois. Commencez petit : un mafé livré, et vous verrez bien.

Je fais mes bouillons moi-même, sans cube. Le piment est servi **à part**, et je vous dirai
honnêtement lequel fait pleurer. La viande vient d’une boucherie halal ; le mafé existe aussi sans
viande, avec de la patate douce.""",
    specialities=("west-african", "family-meals"),
    favourites=("arachide", "gombo", "patate douce", "gingembre", "citron vert"),
    languages=("fr",),
    travel_km=10,
    weekly_hours=((4, "18:00", "21:30"), (5, "11:00", "21:30"), (6, "11:00", "16:00")),
    picture="curry",
    offers=(
        DemoOffer(
            title="Mafé de patate douce, livré",
            description="""\
Une sauce d’arachide qui mijote trois heures, des patates douces fondantes, du riz. Livré chaud.
Avec un petit pot de piment fermé, pour que personne ne l’ouvre par surprise.""",
            place_mode=PlaceMode.DELIVERED,
            price=1300,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=8,
            duration_minutes=30,
            picture="curry",
            diets=("vegetarian", "vegan", "halal", "gluten-free", "lactose-free"),
            allergens=allergens("peanuts celery"),
        ),
        DemoOffer(
            title="Thiéboudienne pour une grande tablée",
            description="""\
Riz rouge, poisson du jour et sept légumes, dans un seul grand plat posé au milieu. On mange à la
cuillère ou à la main, comme on veut. Prévoyez une grande table et du temps.""",
            place_mode=PlaceMode.HOST,
            price=2200,
            unit=PriceUnit.PERSON,
            seats_min=6,
            seats_max=12,
            duration_minutes=210,
            picture="table",
            diets=("pescatarian", "halal", "gluten-free", "lactose-free"),
            allergens=allergens("fish celery", traces="crustaceans molluscs"),
        ),
    ),
)

NADIA = DemoProAm(
    member="nadia",
    craft="cooking",
    headline="Couscous roulé à la main et tajines pour les grandes tablées",
    story="""\
Ma mère roulait la semoule le vendredi, ma tante surveillait, et moi je volais les pois chiches.
Aujourd’hui c’est moi qui roule, et ce sont mes neveux qui volent.

J’enseigne l’histoire dans un collège. Le reste du temps, je cuisine pour des fêtes, des retours de
vacances, des dimanches trop gris. Mon couscous demande **trois cuissons à la vapeur** : si vous
êtes pressés, prenez plutôt le tajine, il ne vous en voudra pas.

La viande est halal. La version aux sept légumes n’est pas un lot de consolation : la moitié de mes
hôtes la préfèrent. Chez vous, j’apporte mon couscoussier ; il est aussi vieux que moi, et il tient
mieux la chaleur.""",
    specialities=("couscous-tajines", "family-meals", "cakes-tarts"),
    favourites=("semoule", "pois chiches", "citron confit", "fleur d’oranger", "amandes"),
    languages=("fr", "ar"),
    travel_km=15,
    weekly_hours=(
        (2, "14:00", "18:00"),
        (4, "18:00", "22:30"),
        (5, "10:30", "22:30"),
        (6, "10:30", "18:30"),
    ),
    picture="couscous",
    not_offered="""\
Je ne fais pas de couscous en barquettes, ni pour moins de quatre : il se mange ensemble ou il
s’ennuie.""",
    gallery=("couscous", "mezze", "cake", "table"),
    offers=(
        DemoOffer(
            title="Couscous en grande tablée, chez vous",
            description="""\
Semoule roulée à la main, bouillon aux sept légumes, agneau ou poulet à part. Dessert : oranges à
la cannelle. J’arrive deux heures avant le repas avec mon couscoussier, et je repars quand tout
brille.""",
            place_mode=PlaceMode.HOST,
            price=2600,
            unit=PriceUnit.PERSON,
            seats_min=6,
            seats_max=14,
            duration_minutes=240,
            picture="couscous",
            diets=("halal",),
            allergens=allergens("gluten celery milk", traces="nuts"),
        ),
        DemoOffer(
            title="Tajine de légumes, citron confit et olives",
            description="""\
Un tajine à partager, livré tiède dans son plat. Carottes, courgettes, pois chiches, citron confit.
Le plat revient chez moi à votre rythme, je ne compte pas les jours.""",
            place_mode=PlaceMode.DELIVERED,
            price=1500,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=6,
            duration_minutes=30,
            picture="couscous",
            diets=("vegetarian", "vegan", "halal", "gluten-free", "lactose-free"),
            allergens=allergens("celery sulphites"),
        ),
        DemoOffer(
            title="Thé à la menthe et gâteaux aux amandes",
            description="""\
Une heure et demie à ma table : thé versé de haut, cornes de gazelle, ghribas encore tièdes. On
parle, ou pas. Parfait pour un anniversaire à quatre ou un après-midi de pluie.""",
            place_mode=PlaceMode.PROVIDER,
            price=1200,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=6,
            duration_minutes=90,
            picture="cake",
            diets=("vegetarian", "halal"),
            allergens=allergens("gluten eggs milk nuts", traces="sesame"),
        ),
    ),
)

MINH = DemoProAm(
    member="minh",
    craft="cooking",
    headline="Le phở du dimanche et les rouleaux de ma mère, à Vénissieux",
    story="""\
Mes parents tenaient un petit restaurant de douze couverts à Vénissieux. J’y ai appris à compter en
pliant des serviettes, et à me taire quand le bouillon commence à chanter.

Le restaurant a fermé ; le bouillon continue. Je l’allume la veille au soir, il mijote toute la
nuit, et le lendemain j’ouvre ma table à six personnes. C’est tout : **un plat, une table, six
chaises**.

Je fais aussi un bouillon entièrement végétal, au daikon grillé et au shiitaké, que mon père refuse
de goûter et dont il a repris deux fois. Dites-moi vos allergies avant de venir : la sauce de
poisson est partout dans ma cuisine, sauf là où je vous dis qu’elle n’est pas.""",
    specialities=("noodle-soups", "vegan", "cooking-lessons"),
    favourites=("badiane", "citronnelle", "menthe", "shiitaké", "nouilles de riz"),
    languages=("fr", "vi"),
    travel_km=8,
    weekly_hours=((1, "18:30", "21:30"), (5, "11:30", "21:30"), (6, "11:30", "15:00")),
    picture="soup",
    offers=(
        DemoOffer(
            title="Phở à ma table",
            description="""\
Un grand bol de bouillon de bœuf, des nouilles de riz, des herbes plein la table. On se ressert en
bouillon autant qu’on veut : c’est la maison qui veut ça.""",
            place_mode=PlaceMode.PROVIDER,
            price=1800,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=6,
            duration_minutes=120,
            picture="soup",
            diets=("lactose-free",),
            allergens=allergens("fish soya", traces="gluten peanuts sesame"),
        ),
        DemoOffer(
            title="Atelier rouleaux de printemps",
            description="""\
Tremper, garnir, rouler, recommencer. Les premiers s’ouvrent, les derniers sont beaux. Crevettes ou
tofu, au choix, et une sauce cacahuète que l’on pile ensemble.""",
            place_mode=PlaceMode.PROVIDER,
            price=3000,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=5,
            duration_minutes=120,
            picture="market",
            diets=("pescatarian", "lactose-free"),
            allergens=allergens("crustaceans fish soya peanuts", traces="gluten sesame"),
        ),
        DemoOffer(
            title="Bouillon végétal et nouilles, livrés",
            description="""\
Le bouillon dans un bocal, les nouilles et les herbes à part : dix minutes chez vous et c’est prêt.
Daikon, shiitaké, gingembre grillé. Le bocal est consigné, ramenez-le quand vous passez.""",
            place_mode=PlaceMode.DELIVERED,
            price=1100,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=6,
            duration_minutes=30,
            picture="soup",
            diets=("vegetarian", "vegan", "lactose-free"),
            allergens=allergens("soya", traces="gluten sesame"),
        ),
    ),
)

PRIYA = DemoProAm(
    member="priya",
    craft="cooking",
    headline="South Indian suppers at your table, with a spice tin older than I am",
    story="""\
I came to Lyon from Chennai for two years of research. That was eleven years ago. The research
ended, the tamarind habit did not.

I cook the food of my grandmother’s house: dosas with lacy edges, sambar, coconut chutneys, rice
with lemon and curry leaves. Most of it happens to be vegan and without gluten, simply because it
always was. Heat is a conversation: tell me *shy*, *curious* or *reckless*, and I will believe you.

I come to you with everything, my spice tin included, and I like company in the kitchen. Ask as many
questions as you wish; I was a teacher for a while and it shows. I speak English, Tamil and a French
that my neighbours call charming.""",
    specialities=("indian", "vegetarian", "vegan", "cooking-lessons"),
    favourites=("tamarind", "curry leaves", "coconut", "mustard seeds", "lentils"),
    languages=("en", "fr"),
    travel_km=10,
    weekly_hours=(
        (3, "18:30", "22:00"),
        (4, "18:30", "22:30"),
        (5, "09:30", "22:30"),
        (6, "09:30", "14:00"),
    ),
    picture="curry",
    not_offered="""\
No beef, no takeaway boxes, and nothing “extra mild”. Milder than my aunt’s is as far as I go.""",
    gallery=("curry", "market", "table", "garden"),
    offers=(
        DemoOffer(
            title="A South Indian supper at your table",
            description="""\
Two curries, lemon rice, a crisp salad and three chutneys, served family style.

- I bring the ingredients and my own pans.
- I need two burners and about an hour before you eat.
- Tell me how hot: shy, curious or reckless.""",
            place_mode=PlaceMode.HOST,
            price=2600,
            unit=PriceUnit.PERSON,
            seats_min=4,
            seats_max=8,
            duration_minutes=180,
            picture="curry",
            diets=("vegetarian", "vegan", "gluten-free", "lactose-free"),
            allergens=allergens("mustard", traces="nuts sesame"),
        ),
        DemoOffer(
            title="Dosa morning at mine",
            description="""\
The batter ferments overnight; you come hungry. You will pour, swirl and flip your own, and the
first one always tears. Filter coffee is included and strong.""",
            place_mode=PlaceMode.PROVIDER,
            price=2200,
            unit=PriceUnit.PERSON,
            seats_min=2,
            seats_max=4,
            duration_minutes=120,
            picture="table",
            diets=("vegetarian", "vegan", "gluten-free", "lactose-free"),
            allergens=allergens("mustard", traces="sesame"),
        ),
        DemoOffer(
            title="What to do with your spices, online",
            description="""\
One hour on a video call, your own cupboard open. We sort what is alive from what is dust, roast one
blend together, and you keep three recipes that use it.""",
            place_mode=PlaceMode.REMOTE,
            price=1500,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=1,
            duration_minutes=60,
            picture="curry",
            diets=("vegetarian", "vegan", "gluten-free", "lactose-free"),
            allergens=allergens("mustard", traces="sesame celery"),
        ),
    ),
)

SOIZIC = DemoProAm(
    member="soizic",
    craft="cooking",
    headline="Galettes de blé noir et crêpes, sur mes deux bilig, chez vous ou chez moi",
    story="""\
J’ai soixante et onze ans, deux bilig en fonte et des mollets de marcheuse. J’ai tourné ma première
crêpe debout sur un tabouret, et je n’ai pas beaucoup arrêté depuis.

Le blé noir vient de chez un cousin, le beurre est salé, cela ne se discute pas. J’arrive avec la
pâte reposée, les garnitures et les histoires. Pendant que je tourne, vous restez à table : **c’est
vous les invités**, même si c’est votre cuisine.

Une galette au blé noir pur, oui, bien sûr. Mais mes bilig voient aussi passer du froment : si vous
êtes cœliaque, ce n’est pas une maison sûre pour vous, et je préfère perdre une soirée que vous
faire du tort. Pour tous les autres, gardez une place pour le far.""",
    specialities=("galettes-crepes", "cakes-tarts", "cooking-lessons"),
    favourites=("blé noir", "beurre salé", "caramel", "andouille", "pommes"),
    languages=("fr", "br"),
    travel_km=20,
    weekly_hours=(
        (2, "14:00", "18:00"),
        (4, "18:00", "22:30"),
        (5, "11:00", "22:30"),
        (6, "11:00", "18:00"),
    ),
    picture="galette",
    not_offered="""\
Pas de crêpes au chocolat en plat principal, pas de garniture ananas. Le reste se discute.""",
    gallery=("galette", "tart", "crumble", "market"),
    offers=(
        DemoOffer(
            title="Soirée galettes chez vous",
            description="""\
Galettes de blé noir à volonté, puis crêpes de froment. Garnitures simples : œuf, fromage,
andouille, champignons, pommes au beurre. Il me faut deux prises qui tiennent bon, ou un coin de
jardin.""",
            place_mode=PlaceMode.HOST,
            price=1900,
            unit=PriceUnit.PERSON,
            seats_min=6,
            seats_max=16,
            duration_minutes=180,
            picture="galette",
            allergens=allergens("gluten eggs milk", traces="mustard"),
        ),
        DemoOffer(
            title="Apprendre à tourner la crêpe",
            description="""\
Le geste s’attrape en une heure, la main légère en deux. On rate, on mange les ratées, on
recommence. Vous repartez avec ma recette et le droit de la changer.""",
            place_mode=PlaceMode.PROVIDER,
            price=2500,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=4,
            duration_minutes=120,
            picture="galette",
            diets=("vegetarian",),
            allergens=allergens("gluten eggs milk"),
        ),
        DemoOffer(
            title="Far aux pruneaux pour le goûter, livré",
            description="""\
Un far haut, tremblant, cuit le matin. Nature ou aux pruneaux. Il attend sagement jusqu’au
lendemain, mais je n’en ai jamais vu attendre si longtemps.""",
            place_mode=PlaceMode.DELIVERED,
            price=500,
            unit=PriceUnit.PERSON,
            seats_min=4,
            seats_max=12,
            duration_minutes=20,
            picture="tart",
            diets=("vegetarian",),
            allergens=allergens("gluten eggs milk", traces="sulphites"),
        ),
    ),
)

COOKS = (LEA, MAUD, FATOU, NADIA, MINH, PRIYA, SOIZIC)
