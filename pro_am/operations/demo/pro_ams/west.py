"""Nantes, Quimper, Rennes and the country around them."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from pro_am.operations.demo.people import DemoProAm, dish, session, week
from pro_am.profiles.rules import PlaceMode, PriceUnit

WEST = (
    DemoProAm(
        member="malik",
        craft="cooking",
        headline="Pizzas au feu de bois dans ma cour, pâte de trois jours",
        story="""\
Conducteur de tram. Le four, je l’ai monté brique par brique pendant un congé parental, avec un
tutoriel en napolitain que je comprenais une fois sur deux.

La pâte repose trois jours au frais. Le feu, lui, prend deux heures, et je le surveille en vous
parlant. Chacun étale, chacun garnit, **personne ne jette en l’air** : la gouttière s’en souvient.
S’il pleut, j’ai une bâche et de la soupe. Le hêtre vient d’un voisin élagueur, la farine d’un
moulin d’Orvault.""",
        specialities=("family-meals", "vegetarian", "cooking-lessons"),
        favourites=("tomate San Marzano", "hêtre", "basilic", "burrata"),
        languages=("fr", "en"),
        travel_km=0,
        weekly_hours=week("4 18:30-22:30, 5 11:30-15:00, 5 18:30-22:30"),
        picture="pizza",
        not_offered="""\
Pas de livraison, la pizza ne voyage pas. Et pas de pâte sans gluten : le four est plein de
farine.""",
        gallery=("pizza", "bread", "table", "salad"),
        offers=(
            dish(
                "Soirée pizza autour du four",
                """\
Trois tournées par personne, une sucrée pour finir. Vous venez avec les boissons, je m’occupe du
feu et des tabliers. Cour couverte à moitié, plaids pour l’autre moitié.""",
                called=("les pizzas", "the pizzas"),
                where=PlaceMode.PROVIDER,
                price=2200,
                seats=(2, 10),
                minutes=150,
                picture="pizza",
                diets="vegetarian",
                contains="gluten milk",
                traces="nuts",
            ),
            dish(
                "La pâte, rien que la pâte",
                """\
On pèse, on pétrit, on fait des rabats, puis on cuit une fournée faite trois jours avant. Vous
repartez avec deux pâtons et le calendrier qui va avec.""",
                called=("l’atelier de pâte", "the dough workshop"),
                where=PlaceMode.PROVIDER,
                price=3000,
                seats=(1, 5),
                minutes=120,
                picture="bread",
                diets="vegan vegetarian",
                contains="gluten",
            ),
        ),
    ),
    DemoProAm(
        member="eloise",
        craft="cooking",
        headline="Des assiettes de jardin, crues, cuites ou lactofermentées",
        story="""\
J’ai un potager de quarante mètres carrés à Rezé et deux adolescents qui disaient ne pas aimer les
légumes. Le problème, c’était la cuisson.

Je cuisine ce qui est mûr le matin même. Les radis avec leurs fanes, les carottes avec leur terre
jusqu’à la dernière minute, des bocaux qui pétillent dans l’entrée. **Je ne remplace pas la
viande, je l’oublie.** Si vous avez un jardin, je viens aussi voir ce qu’on pourrait en faire,
limaces comprises.""",
        specialities=("vegetarian", "vegan", "cooking-lessons"),
        favourites=("fanes", "chou fermenté", "herbes", "fleurs"),
        languages=("fr", "es"),
        travel_km=10,
        weekly_hours=week("1 10:00-14:00, 3 10:00-14:00, 5 10:00-19:00"),
        picture="salad",
        not_offered="Je ne cuisine ni viande ni poisson, et je ne traite pas les jardins.",
        gallery=("salad", "garden", "market", "seedlings", "beans"),
        offers=(
            dish(
                "La grande assiette du jardin, chez vous",
                """\
Un plat complet par personne et un dessert de fruits. J’apporte tout, même la nappe. Dites-moi ce
que vous n’aimez vraiment pas, et ce que vous croyez ne pas aimer.""",
                called=("la grande assiette", "the garden plates"),
                where=PlaceMode.HOST,
                price=1900,
                seats=(2, 8),
                minutes=120,
                picture="salad",
                diets="vegetarian",
                contains="eggs mustard",
                traces="nuts sesame",
            ),
            dish(
                "Atelier bocaux : chou, carottes, patience",
                """\
Deux heures pour comprendre le sel, l’air et le temps. Chacun remplit trois bocaux et rentre avec.
Les premiers se goûtent au bout d’une semaine ; je reste joignable quand ça mousse.""",
                called=("l’atelier bocaux", "the pickling workshop"),
                where=PlaceMode.PROVIDER,
                price=2800,
                seats=(2, 6),
                minutes=120,
                picture="garden",
                diets="vegan vegetarian",
                traces="celery mustard",
            ),
        ),
    ),
    DemoProAm(
        member="gaspard",
        craft="cooking",
        headline="Le feu, la grille et le temps : barbecues lents à Clisson",
        story="""\
Tonnelier à la retraite partielle : les copeaux de chêne, je sais d’où ils viennent. Je cuis à feu
couvert, doucement, du matin jusqu’à ce que ça tombe tout seul.

Je viens avec mes deux grils, une rallonge et un extincteur, dans cet ordre d’importance. Il me faut
un bout de cour ou de jardin, et l’accord des voisins, que j’invite volontiers. La moitié de la
grille est **toujours pour les légumes** : ma fille ne mange plus de viande et cuisine mieux que
moi.""",
        specialities=("family-meals",),
        favourites=("fumage au chêne", "épis de maïs", "travers de porc", "poivrons"),
        languages=("fr",),
        travel_km=25,
        weekly_hours=week("4 17:00-22:00, 5 10:00-22:00, 6 10:00-16:00"),
        picture="barbecue",
        offers=(
            dish(
                "Barbecue lent dans votre jardin",
                """\
Deux viandes, trois légumes, une salade de haricots et du pain grillé. J’arrive trois heures avant
vous avoir nourris, je repars quand les braises sont froides.""",
                called=("le barbecue", "the barbecue"),
                where=PlaceMode.HOST,
                price=2600,
                seats=(6, 20),
                minutes=240,
                picture="barbecue",
                contains="mustard celery",
                traces="gluten",
            ),
        ),
    ),
    DemoProAm(
        member="wendy",
        craft="cooking",
        headline="Sunday roasts and crumbles, with or without the roast",
        story="""\
I taught chemistry in Leeds for thirty years, then married a man from Nantes who thought gravy was
a joke. It is not a joke, and he now makes it himself.

I cook what my mother cooked, minus the boiling. There is a nut roast as well, and it is **not a
consolation prize**. My kitchen table takes eight, my French takes its time, and children may leave
the table when they have described the crumble in a full sentence.""",
        specialities=("family-meals", "cakes-tarts", "vegetarian"),
        favourites=("rhubarb", "horseradish", "proper custard", "parsnips"),
        languages=("en", "fr"),
        travel_km=8,
        weekly_hours=week("2 14:00-18:00, 5 12:00-15:30, 6 11:30-16:00"),
        picture="crumble",
        not_offered="""\
No surprise parties, no deliveries of roast beef, and no mint sauce with anything but lamb.""",
        gallery=("crumble", "gratin", "layercake", "table"),
        offers=(
            dish(
                "A full roast at my table",
                """\
Beef or nut roast, potatoes, two vegetables, Yorkshire puddings that mostly rise, and a pudding. Say
which roast when you book. Nobody is hurried.""",
                called=("le rôti", "the roast"),
                where=PlaceMode.PROVIDER,
                price=2400,
                seats=(2, 8),
                minutes=180,
                picture="gratin",
                contains="gluten eggs milk celery nuts",
                traces="mustard",
            ),
            dish(
                "Crumble and custard, delivered warm",
                """\
A dish for the table, apple with whatever else is ripe, and a jar of custard wrapped in a towel. The
towel is mine; the dish I collect another day.""",
                called=("le crumble", "the crumble"),
                where=PlaceMode.DELIVERED,
                price=700,
                seats=(4, 10),
                minutes=30,
                picture="crumble",
                diets="vegetarian",
                contains="gluten milk eggs",
            ),
        ),
    ),
    DemoProAm(
        member="sanae",
        craft="fitness",
        headline="Étirements et force tranquille, entre femmes ou en famille",
        story="""\
Kinésithérapeute pendant huit ans, coach depuis trois : j’ai changé de métier pour voir les gens
avant qu’ils aient mal, pas après.

Mes séances tiennent sur un tapis. On mobilise le dos, on renforce ce qui doit l’être, on finit
allongé. Je donne **deux exercices par semaine, jamais dix**, parce que je préfère ceux qu’on fait
vraiment. Je reçois dans une pièce calme, sans vitrine ; chacune s’habille comme elle veut. Une
douleur nouvelle se montre d’abord à un médecin.""",
        specialities=("stretching", "strength-at-home", "breathing", "getting-started"),
        favourites=("mobilité du dos", "plancher pelvien", "respiration"),
        languages=("fr", "ar"),
        travel_km=12,
        weekly_hours=week("0 09:00-12:00, 2 09:00-12:00, 3 18:00-20:30"),
        picture="stretching",
        not_offered="""\
Ni massage, ni rééducation : ce n’est plus mon métier, et c’est celui d’autres que j’indique
volontiers.""",
        is_professional=True,
        credential="BPJEPS activités de la forme",
        credential_verified=True,
        offers=(
            session(
                "Une heure pour le dos",
                """\
Au calme, de une à quatre personnes. On regarde comment vous vous asseyez, vous vous levez, vous
portez. Puis on bouge. Tapis et coussins sont là.""",
                where=PlaceMode.PROVIDER,
                price=2000,
                seats=(1, 4),
                minutes=60,
                picture="stretching",
                equipment="brought",
                unit=PriceUnit.PERSON,
            ),
            session(
                "Séance à domicile, bébé bienvenu",
                """\
Je viens chez vous, on pousse la table basse, et si le bébé pleure on fait la séance avec lui. À
partir de trois mois après la naissance, avec l’accord de votre sage-femme.""",
                where=PlaceMode.HOST,
                price=3800,
                seats=(1, 2),
                minutes=60,
                picture="yoga",
                equipment="none",
            ),
        ),
    ),
    DemoProAm(
        member="nina",
        craft="fitness",
        headline="Remonter sur un vélo à l’âge adulte, sans petites roues ni grands mots",
        story="""\
J’ai appris à trente ans, sur un parking de supermarché, avec une amie qui courait derrière. J’ai
gardé la méthode, pas le parking.

On commence sans pédales, sur un vélo bas que je prête. Puis une pédale, puis deux, puis les
virages, puis la ville. **Personne ne tient la selle** : vous avez toujours un pied par terre quand
vous le voulez. Je travaille le matin, quand les allées du Parc de la Beaujoire sont vides.
J’accompagne aussi les premiers trajets jusqu’au bureau.""",
        specialities=("getting-started",),
        favourites=("équilibre", "trajets du quotidien", "voies vertes"),
        languages=("fr", "en"),
        travel_km=15,
        weekly_hours=week("1 08:00-11:00, 4 08:00-11:00, 5 09:00-13:00"),
        picture="cycling",
        is_professional=True,
        credential="BPJEPS activités du cyclisme",
        credential_verified=True,
        offers=(
            session(
                "Trouver l’équilibre",
                """\
Une heure et quart, vélo et casque prêtés, seul ou à deux. La plupart roulent à la troisième séance,
certains à la première, et personne ne compte.""",
                where=PlaceMode.PROVIDER,
                price=2500,
                seats=(1, 2),
                minutes=75,
                picture="cycling",
                equipment="brought",
            ),
            session(
                "Votre trajet, une première fois ensemble",
                """\
De chez vous à là où vous allez, par les rues qui conviennent. On repère les carrefours, on essaie
les angles morts, on s’arrête prendre un café.""",
                where=PlaceMode.HOST,
                price=2800,
                seats=(1, 1),
                minutes=90,
                picture="cycling",
                equipment="own",
            ),
        ),
    ),
    DemoProAm(
        member="erwan",
        craft="cooking",
        headline="Le poisson du jour, vidé, grillé, raconté, à Douarnenez",
        story="""\
Trente ans de pêche à la bolinche, un genou qui a dit stop, une cuisine qui donne sur le port. Je
n’achète que ce que je sais nommer et dont je connais le bateau.

Le menu se décide à six heures du matin, à la criée, et je vous envoie un mot. Sardines, lieu,
maquereau : **des poissons de tous les jours**, bien traités. J’apprends aussi à lever un filet à
ceux qui croient ne pas savoir. On salit tout, on rince tout, c’est la règle.""",
        specialities=("family-meals", "cooking-lessons"),
        favourites=("sardine", "lieu jaune", "beurre salé", "algues"),
        languages=("fr", "br"),
        travel_km=12,
        weekly_hours=week("3 11:30-15:00, 4 18:30-22:00, 5 11:30-15:00"),
        picture="fish",
        not_offered="""\
Pas de poisson hors saison, pas de saumon, et je ne vide pas celui que vous avez pêché sans
permis.""",
        offers=(
            dish(
                "La table du port",
                """\
Un poisson entier au milieu, des pommes de terre, du citron, et une histoire de mer par personne.
Si la mer est mauvaise, ce sera des conserves maison, et elles valent le déplacement.""",
                called=("le poisson du jour", "the fish of the day"),
                where=PlaceMode.PROVIDER,
                price=2300,
                seats=(2, 8),
                minutes=150,
                picture="fish",
                diets="pescatarian",
                contains="fish milk",
                traces="crustaceans molluscs",
            ),
            dish(
                "Lever un filet sans le rater",
                """\
Deux poissons chacun, un couteau qui coupe, et ma main par-dessus la vôtre au début. On cuit ce
qu’on a levé. Gants prêtés aux émotifs.""",
                called=("l’atelier filets", "the filleting lesson"),
                where=PlaceMode.PROVIDER,
                price=3200,
                seats=(1, 4),
                minutes=150,
                picture="fish",
                diets="pescatarian",
                contains="fish milk",
                traces="crustaceans",
            ),
        ),
    ),
    DemoProAm(
        member="mona",
        craft="fitness",
        headline="Bouger assis, rire debout : gym douce pour les plus de soixante-dix ans",
        story="""\
J’ai tenu la caisse d’une salle de concert, puis j’ai accompagné ma grand-mère dans sa maison de
retraite. Elle s’ennuyait à la gym. Moi aussi. J’ai passé le diplôme pour qu’on s’ennuie moins.

Une chaise par personne, des foulards, de la musique qu’on connaît. On travaille l’équilibre, le
souffle, la force de se relever. **On ne fait jamais mal, et jamais vite.** Les familles peuvent
rester, elles finissent toutes par s’asseoir avec nous.""",
        specialities=("seated-exercise", "chair-yoga", "breathing", "getting-started"),
        favourites=("équilibre", "chansons", "foulards"),
        languages=("fr", "br"),
        travel_km=20,
        weekly_hours=week("0 14:00-17:00, 2 14:00-17:00, 4 10:00-12:00"),
        picture="chairs",
        is_professional=True,
        credential="BPJEPS activités physiques pour tous",
        credential_verified=True,
        offers=(
            session(
                "L’heure des chaises, chez vous ou en résidence",
                """\
Pour deux à huit personnes. J’apporte la musique, les foulards et les élastiques ; il me faut des
chaises sans roulettes et une prise.""",
                where=PlaceMode.HOST,
                price=4000,
                seats=(2, 8),
                minutes=60,
                picture="chairs",
                equipment="brought",
            ),
        ),
    ),
    DemoProAm(
        member="alan",
        craft="cooking",
        headline="Kouign-amann, far et gâteau breton : le beurre ne ment pas",
        story="""\
Je répare des instruments à vent à Locronan. La pâtisserie, c’est la même chose : de la patience, de
la température, et une oreille.

Le kouign-amann chante quand il est cuit, je vous montrerai. Je n’en fais que six à la fois, parce
que mon four a l’âge de ma mère. **Ce n’est pas léger**, et je ne connais personne qui l’ait
regretté. Le sarrasin vient du Porzay, le beurre aussi, le sucre de plus loin, avec mes
excuses.""",
        specialities=("cakes-tarts", "galettes-crepes", "cooking-lessons"),
        favourites=("beurre demi-sel", "sarrasin", "pruneaux", "rhum"),
        languages=("fr", "br", "en"),
        travel_km=18,
        weekly_hours=week("2 09:00-12:00, 4 14:00-18:00, 5 09:00-13:00"),
        picture="cake",
        offers=(
            dish(
                "Un kouign-amann encore tiède, livré",
                """\
Pour quatre à huit personnes, sorti du four une heure avant. Réchauffez-le dix minutes, jamais au
micro-ondes, je le saurais.""",
                called=("le kouign-amann", "the kouign-amann"),
                where=PlaceMode.DELIVERED,
                price=500,
                seats=(4, 8),
                minutes=30,
                picture="cake",
                diets="vegetarian",
                contains="gluten milk",
                traces="eggs nuts",
            ),
            dish(
                "Replier, tourner, attendre",
                """\
Un atelier de trois heures autour de la pâte feuilletée au beurre salé. On mange les réussites, on
mange aussi le reste.""",
                called=("l’atelier kouign-amann", "the kouign-amann workshop"),
                where=PlaceMode.PROVIDER,
                price=3400,
                seats=(2, 5),
                minutes=180,
                picture="cake",
                diets="vegetarian",
                contains="gluten milk",
                traces="eggs nuts",
            ),
        ),
    ),
    DemoProAm(
        member="tristan",
        craft="cooking",
        headline="Brioches, baguettes et croissants : une boulangerie dans ma buanderie",
        story="""\
Développeur le jour, mais je me lève à quatre heures un samedi sur deux, et ma compagne a fini par
trouver cela charmant.

Le croissant m’a pris deux ans. J’ai un cahier de ratages numérotés que je laisse lire : **le
numéro 31 est célèbre dans l’immeuble**. En atelier, on tourne une pâte que j’ai commencée la
veille, sinon il faudrait dormir là. Les farines sont bretonnes, le beurre aussi, l’humour
discutable.""",
        specialities=("sourdough-bread", "cakes-tarts", "cooking-lessons"),
        favourites=("beurre de baratte", "farine T65", "levain liquide"),
        languages=("fr", "en"),
        travel_km=10,
        weekly_hours=week("2 18:00-21:00, 5 07:00-13:00, 6 07:30-12:00"),
        picture="baguettes",
        not_offered="""\
Aucune commande de dernière minute : une baguette de deux jours se demande deux jours avant.""",
        offers=(
            dish(
                "Un matin à la buanderie",
                """\
On façonne, on enfourne, on compte les couches, on petit-déjeune. Quatre personnes au plus, sinon
quelqu’un finit dans le sèche-linge.""",
                called=("les croissants", "the croissants"),
                where=PlaceMode.PROVIDER,
                price=3600,
                seats=(1, 4),
                minutes=180,
                picture="baguettes",
                diets="vegetarian",
                contains="gluten milk eggs",
            ),
            dish(
                "Le panier du matin, à votre porte",
                """\
Deux viennoiseries et une demi-baguette par personne, encore tièdes, dans un sac en tissu que vous
me rendez.""",
                called=("le panier du matin", "the breakfast basket"),
                where=PlaceMode.DELIVERED,
                price=650,
                seats=(2, 6),
                minutes=30,
                picture="baguettes",
                diets="vegetarian",
                contains="gluten milk eggs",
            ),
        ),
    ),
    DemoProAm(
        member="aminata",
        craft="cooking",
        headline="Yassa, mafé et bissap : une table sénégalaise à Rennes",
        story="""\
Comptable chez les autres, cantinière chez moi. Ma tante tenait une gargote à Saint-Louis ; j’ai
appris à compter en rendant la monnaie.

Je fais mariner la veille, longtemps, avec trop d’oignons : c’est le bon nombre. Chez moi on mange
dans **un grand plat au milieu**, mais il y a des assiettes pour qui préfère. Le piment est à part,
toujours. Dites-moi si vous avez des enfants : ils ont droit au premier beignet, celui qui est
raté et délicieux.""",
        specialities=("west-african", "family-meals"),
        favourites=("oignons", "citron vert", "arachide", "bissap"),
        languages=("fr", "en"),
        travel_km=14,
        weekly_hours=week("3 18:30-22:00, 4 18:30-22:30, 6 11:30-16:00"),
        picture="thieb",
        offers=(
            dish(
                "Poulet yassa pour toute la tablée",
                """\
Chez vous, avec le riz, la salade et le bissap. Comptez une grande marmite, deux plaques et de la
place au milieu de la table.""",
                called=("le yassa", "the yassa"),
                where=PlaceMode.HOST,
                price=1800,
                seats=(4, 12),
                minutes=180,
                picture="thieb",
                diets="halal",
                contains="mustard",
                traces="peanuts celery",
            ),
            dish(
                "Mafé de légumes, livré le soir",
                """\
Patate douce, carotte, chou et sauce d’arachide, dans une boîte consignée. Le riz est à part, pour
que chacun décide.""",
                called=("le mafé", "the mafé"),
                where=PlaceMode.DELIVERED,
                price=1150,
                seats=(2, 8),
                minutes=30,
                picture="thieb",
                diets="vegan vegetarian halal",
                contains="peanuts",
                traces="celery",
            ),
        ),
    ),
    DemoProAm(
        member="oisin",
        craft="fitness",
        headline="Trail running for people who like lunch more than medals",
        story="""\
I came to Rennes for a year of postgraduate Celtic studies and stayed for the towpaths. I have run
very long races very slowly, and I would rather tell you about the soup stops.

We go out in the woods, on soft ground, **at the pace of the chattiest person**. I teach you to
walk uphill without guilt and to come downhill without fear. Beginners get the same attention as
those with a date on the calendar. See a doctor first if your heart or your knees have opinions.""",
        specialities=("running", "hiking", "getting-started"),
        favourites=("towpaths", "hills, gently", "soup"),
        languages=("en", "fr"),
        travel_km=20,
        weekly_hours=week("1 17:30-20:00, 3 17:30-20:00, 6 09:00-12:30"),
        picture="riverside",
        not_offered="""\
No marathons in twelve weeks and no shouting. I do not coach injuries, I send them to somebody who
knows.""",
        is_professional=True,
        credential="BPJEPS, activités de randonnée et de course",
        credential_verified=True,
        offers=(
            session(
                "A slow hour on soft ground",
                """\
One to four people, from wherever you are now. We meet by the canal, run what feels good, walk the
rest, and finish where there is coffee.""",
                where=PlaceMode.PROVIDER,
                price=2000,
                seats=(1, 4),
                minutes=75,
                picture="riverside",
                equipment="none",
            ),
            session(
                "The free first outing",
                """\
A loop of five kilometres, in English and bad French. You may turn back whenever you like; so may I,
if there is mud.""",
                where=PlaceMode.PROVIDER,
                price=0,
                seats=(1, 10),
                minutes=60,
                picture="run",
                equipment="none",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="bleuenn",
        craft="fitness",
        headline="Yoga dans les parcs, et sous le préau quand il pleut",
        story="""\
Bibliothécaire à mi-temps : je parle doucement, c’est un métier. Le yoga est venu après une chute
dans l’escalier des archives, avec un carton de cartes postales.

J’enseigne **des enchaînements courts qu’on retient**, pour pouvoir les refaire dans sa cuisine. Pas
d’encens, pas de sanskrit sans traduction. Au parc de Cesson, j’étale de grandes couvertures, et
les chiens qui passent font partie de la pratique. Par mauvais temps, la mairie nous prête le préau
de l’école.""",
        specialities=("gentle-yoga", "stretching", "breathing"),
        favourites=("salutations lentes", "sieste guidée", "plein air"),
        languages=("fr", "lsf"),
        travel_km=0,
        weekly_hours=week("2 12:00-14:00, 5 09:00-12:00, 6 10:00-12:00"),
        picture="yoga",
        credential="Professeure de yoga, formation de 300 heures",
        offers=(
            session(
                "Yoga au parc, gratuit",
                """\
Quarante-cinq minutes sur l’herbe, tous niveaux, en français et en langue des signes. Venez avec une
serviette et un pull. J’attends la vérification de mon diplôme ; d’ici là, c’est offert.""",
                where=PlaceMode.PROVIDER,
                price=0,
                seats=(1, 12),
                minutes=45,
                picture="yoga",
                equipment="own",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
)
