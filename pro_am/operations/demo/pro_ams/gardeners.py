"""Four gardeners; Ilan has just begun."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from pro_am.operations.demo.people import DemoProAm, garden_work, week
from pro_am.profiles.rules import PlaceMode, PriceUnit

GARDENERS = (
    DemoProAm(
        member="daniel",
        craft="gardening",
        headline="Balconies and courtyards that survive their owners",
        story="""\
I drive a lorry for a theatre company, so I am away one week in three. My own balcony taught me
what lives through that: deep pots, good soil, thyme, and a bean that climbs whatever it is given.

I come with compost, string and a notebook. We look at the light first, because a plant bought for
the wrong wall is **a slow way of throwing money away**. Then we plant. You water once while I
watch, which sounds silly until you see how many people drown a rosemary. My French is for plants
and weather; for everything else we point.""",
        specialities=("balconies", "herbs", "sowing", "garden-lessons"),
        favourites=("runner beans", "thyme", "mint in a pot of its own", "scarlet geraniums"),
        languages=("en", "fr"),
        travel_km=15,
        weekly_hours=week("1 17:00-20:30, 3 17:00-20:30, 5 09:00-18:00, 6 10:00-13:00"),
        picture="balcony",
        not_offered="""\
No lawns, no ladders and no artificial grass. I do not keep plants alive on my own: somebody has to
live with them.""",
        gallery=("balcony", "seedlings", "tools", "beans"),
        offers=(
            garden_work(
                "A balcony that feeds and shades you",
                """\
Two hours on your balcony: light, wind, weight, water. We plant three troughs together, and you keep
a one-page plan of what to do in which week.

- Soil and string are mine.
- Pots and plants are yours; I send a list first.""",
                where=PlaceMode.HOST,
                price=2200,
                seats=(1, 3),
                minutes=120,
                picture="balcony",
                gardens="balcony courtyard",
                wish=(
                    "Un balcon plein ouest, trois jardinières vides et de l’espoir",
                    "A windy balcony, three empty troughs and some hope",
                ),
                size=6,
            ),
            garden_work(
                "Seeds on a windowsill",
                """\
At my kitchen table, for people who have never sown anything. You go home with twelve pots, four
kinds, and the sentence to say to each of them.""",
                where=PlaceMode.PROVIDER,
                price=1500,
                seats=(1, 4),
                minutes=90,
                picture="seedlings",
                gardens="balcony courtyard garden",
                wish=(
                    "Apprendre à semer des herbes et des tomates",
                    "To learn how to sow herbs and tomatoes",
                ),
                size=2,
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="solene",
        craft="gardening",
        headline="Sol vivant, compost et potagers qui se passent de moi",
        story="""\
Bibliothécaire à la Croix-Rousse. Dans la cour de mon immeuble, il y avait une dalle et deux vélos
morts. Il y a maintenant quatre bacs, un compost, un hérisson qui ne paie pas de loyer.

J’ai appris en me trompant devant vingt-deux copropriétaires. Je sais donc aussi écrire une affiche,
tenir une réunion et **calmer la personne du deuxième** à propos des odeurs. Au jardin, je bêche le
moins possible : je couvre, j’attends, je regarde. Les vers font le reste, et ils travaillent la
nuit. J’arrive à vélo avec ma fourche et un seau ; prévoyez de vieilles chaussures.""",
        specialities=("compost", "vegetable-patch", "wildlife", "garden-lessons"),
        favourites=("consoude", "haricots à rames", "capucines", "paillis de feuilles"),
        languages=("fr", "en"),
        travel_km=12,
        weekly_hours=week("1 12:00-14:00, 2 14:00-19:00, 5 08:30-12:30, 5 14:00-18:00"),
        picture="compost",
        not_offered="""\
Ni désherbant, ni gazon, ni taille au-dessus de ma tête. Je ne viens pas seule vider un compost
oublié depuis trois ans : on le fait ensemble, ou pas du tout.""",
        gallery=("compost", "beans", "garden", "tools", "market"),
        offers=(
            garden_work(
                "Un compost qui ne sent rien, dans votre cour",
                """\
On choisit l’endroit, on monte le bac, on fait les premières couches. Je laisse une affiche pour les
voisins et je repasse une fois, trois semaines plus tard, pour soulever le couvercle avec vous.""",
                where=PlaceMode.HOST,
                price=4000,
                seats=(1, 8),
                minutes=120,
                picture="compost",
                gardens="courtyard garden patch",
                wish=(
                    "Installer un compost pour l’immeuble, six foyers",
                    "Setting up a compost bin for our building, six households",
                ),
                size=30,
                unit=PriceUnit.SESSION,
            ),
            garden_work(
                "Votre premier potager, sans bêcher",
                """\
Trois heures pour transformer deux mètres de pelouse ou un bac en rangs de légumes. Cartons,
feuilles, compost, puis les plants. Vous gardez un plan dessiné pour l’année.""",
                where=PlaceMode.HOST,
                price=2000,
                seats=(1, 4),
                minutes=180,
                picture="beans",
                gardens="courtyard garden patch",
                wish=(
                    "Remplacer un coin de pelouse par des légumes",
                    "Turning a corner of the lawn into vegetables",
                ),
                size=20,
            ),
        ),
    ),
    DemoProAm(
        member="bertrand",
        craft="gardening",
        headline="Je taille les vieux fruitiers, et je vous apprends à le faire sans moi",
        story="""\
Facteur à Châtillon-en-Diois pendant trente et un ans. J’ai vu passer tous les vergers de la vallée,
et j’ai fini par m’arrêter : au début pour une pomme, ensuite pour le pommier.

Un vieux conseiller agricole m’a montré la taille douce. On enlève peu, on enlève juste, on
redescend regarder. **Un arbre n’est pas une haie**, et une belle coupe ne se voit plus au
printemps suivant. Je monte à l’échelle, vous tenez le bas et vous posez les questions. Pour
finir, je note sur une étiquette la variété, quand je la reconnais. Souvent, c’est le voisin qui
sait.""",
        specialities=("fruit-trees", "roses", "hedges", "garden-lessons"),
        favourites=("poires d’hiver", "greffe en fente", "reinette du Diois", "noyers"),
        languages=("fr",),
        travel_km=30,
        weekly_hours=week("0 08:30-12:00, 2 08:30-12:00, 3 14:00-18:00, 5 08:30-16:00"),
        picture="pruning",
        not_offered="""\
Je n’abats rien, je ne grimpe pas plus haut que mon échelle et je ne taille pas quand il gèle. Pour
les grands noyers, je vous donne le nom d’un élagueur.""",
        gallery=("pruning", "tools", "garden", "mountains"),
        offers=(
            garden_work(
                "Taille douce de vos fruitiers",
                """\
De un à trois arbres selon leur âge. J’apporte l’échelle, la scie et le sécateur, désinfectés entre
deux arbres. Les branches sont liées en fagots ; je les emporte si vous n’avez pas de poêle.""",
                where=PlaceMode.HOST,
                price=2500,
                seats=(1, 2),
                minutes=180,
                picture="pruning",
                gardens="garden orchard",
                wish=(
                    "Deux pommiers et un poirier que personne n’a touchés depuis dix ans",
                    "Two apple trees and a pear that nobody has touched for ten years",
                ),
                size=300,
                waste=True,
            ),
            garden_work(
                "Une matinée au verger : apprendre à tailler",
                """\
Chez moi, à huit au plus, un arbre pour deux. On regarde longtemps, on coupe un peu, on boit un café
au milieu. Je prête les outils. Venez avec des gants et une photo de votre arbre.""",
                where=PlaceMode.PROVIDER,
                price=1200,
                seats=(2, 8),
                minutes=180,
                picture="tools",
                gardens="garden orchard",
                wish=(
                    "Apprendre à tailler un jeune cerisier et un prunier",
                    "To learn how to prune a young cherry tree and a plum",
                ),
                size=150,
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="ilan",
        craft="gardening",
        headline="Semis, boutures et arrosage d’été, quartier Sainte-Thérèse",
        story="""\
J’étudie l’écologie à Rennes et je vis dans vingt mètres carrés, dont quatre de plantes. Ma
colocataire appelle ça la serre, mon propriétaire ne l’a pas encore vue.

Je multiplie tout ce qui veut bien : menthe, figuier, pélargonium, un avocat qui ne donnera
jamais rien. J’aimerais **faire pousser des choses chez les autres**, puisque chez moi c’est plein.
Je viens semer avec vous, ou arroser pendant vos vacances et vous envoyer une photo. Je débute
ici : dites-moi ce qui n’allait pas, j’apprends vite.""",
        specialities=("sowing", "balconies", "herbs"),
        favourites=("menthe", "figuier", "basilic thaï"),
        languages=("fr", "en"),
        travel_km=8,
        weekly_hours=week("2 13:00-19:00, 4 16:00-20:00, 6 09:00-12:00"),
        picture="seedlings",
        gallery=("seedlings", "balcony", "tools"),
        offers=(
            garden_work(
                "Semer ensemble sur votre balcon",
                """\
Une heure et demie, douze pots, des graines que j’ai récoltées. Je reviens une fois pour repiquer.
Le terreau est à vous, le reste à moi.""",
                where=PlaceMode.HOST,
                price=1000,
                seats=(1, 3),
                minutes=90,
                picture="seedlings",
                gardens="balcony courtyard",
                wish=(
                    "Semer des aromatiques avec deux enfants de six et neuf ans",
                    "Sowing herbs with two children, six and nine years old",
                ),
                size=4,
                unit=PriceUnit.SESSION,
            ),
            garden_work(
                "Arroser pendant vos vacances",
                """\
Je passe, j’arrose, je retire ce qui est sec et je vous envoie une photo. Laissez-moi la liste de
ce qui a soif et de ce qui boude. La première visite, pour faire connaissance, est comprise.""",
                where=PlaceMode.HOST,
                price=600,
                seats=(1, 1),
                minutes=30,
                picture="balcony",
                gardens="balcony courtyard garden",
                wish=(
                    "Arroser un balcon et trois tomates pendant dix jours",
                    "Watering a balcony and three tomato plants for ten days",
                ),
                size=8,
                tools=False,
                unit=PriceUnit.SESSION,
            ),
        ),
    ),
)
