"""Lille in the north; Bordeaux, Toulouse and Marseille in the south."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from pro_am.operations.demo.people import DemoProAm, dish, session, week
from pro_am.profiles.rules import PlaceMode, PriceUnit

NORTH_AND_SOUTH = (
    DemoProAm(
        member="bernadette",
        craft="cooking",
        headline="Gaufres, carbonade et café filtre : le dimanche toute la semaine",
        story="""\
Retraitée de la Redoute, j’ai plié des colis trente-huit ans. À présent j’ouvre la porte et les gens
viennent chercher eux-mêmes.

Mon gaufrier est en fonte, il date de l’Exposition universelle, enfin c’est ce que disait l’oncle
Arthur. **Vergeoise ou chantilly, jamais les deux**, sauf si vous insistez. La carbonade mijote du
matin, avec du pain d’épices au fond. On s’assoit, on tricote, on refait le monde à voix haute.""",
        specialities=("cakes-tarts", "family-meals"),
        favourites=("vergeoise", "bière brune", "chicorée", "maroilles"),
        languages=("fr", "pl"),
        travel_km=0,
        weekly_hours=week("2 14:00-18:00, 4 11:30-15:00, 6 14:00-18:30"),
        picture="waffles",
        not_offered="Je ne fais pas de frites au four. Ni de carbonade en moins de trois heures.",
        offers=(
            dish(
                "Le goûter des gaufres",
                """\
À volonté pendant deux heures, avec café ou chocolat. Les petits tournent le gaufrier avec moi, une
manique sur chaque main.""",
                called=("les gaufres", "the waffles"),
                where=PlaceMode.PROVIDER,
                price=1200,
                seats=(2, 8),
                minutes=120,
                picture="waffles",
                diets="vegetarian",
                contains="gluten eggs milk",
            ),
            dish(
                "La carbonade de midi",
                """\
Avec des frites en deux cuissons et une salade d’endives. On mange à midi et demi, comme partout, et
il reste toujours de la sauce.""",
                called=("la carbonade", "the carbonade"),
                where=PlaceMode.PROVIDER,
                price=1700,
                seats=(2, 6),
                minutes=120,
                picture="cassoulet",
                contains="gluten mustard celery",
                traces="milk",
            ),
        ),
    ),
    DemoProAm(
        member="jules",
        craft="fitness",
        headline="Courir à Roubaix : le canal, les briques, les copains",
        story="""\
Ancien sprinteur de niveau départemental, ce qui veut dire que je cours vite vers le bus. J’ai
vingt-six ans et j’entraîne surtout des gens qui en ont le double.

On part du canal, on longe les filatures, on revient par le parc Barbieux. **On alterne, on
respire, on regarde les façades.** Je prépare aussi aux dix kilomètres de la ville, avec un plan qui
prévoit les gastros des enfants. Certificat médical ou questionnaire de santé au départ.""",
        specialities=("running", "getting-started"),
        favourites=("fractionné ludique", "canal", "dix kilomètres"),
        languages=("fr", "en"),
        travel_km=0,
        weekly_hours=week("0 18:30-20:30, 2 18:30-20:30, 5 09:30-12:00"),
        picture="riverside",
        is_professional=True,
        credential="BPJEPS activités physiques pour tous",
        credential_verified=True,
        offers=(
            session(
                "Une heure le long du canal",
                """\
En petit groupe, allures mélangées, des boucles pour que personne ne soit seul derrière. On
termine par des étirements contre un mur de briques.""",
                where=PlaceMode.PROVIDER,
                price=700,
                seats=(1, 8),
                minutes=60,
                picture="riverside",
                equipment="none",
                unit=PriceUnit.PERSON,
            ),
            session(
                "Préparer ses dix kilomètres",
                """\
Seul ou à deux : un test, un plan de huit semaines, et une sortie commentée. Le plan tient compte de
votre boulot, pas l’inverse.""",
                where=PlaceMode.PROVIDER,
                price=3000,
                seats=(1, 2),
                minutes=75,
                picture="run",
                equipment="none",
            ),
        ),
    ),
    DemoProAm(
        member="thuy",
        craft="cooking",
        headline="Rouleaux de printemps et bouillons : la cantine de ma mère, en mieux rangé",
        story="""\
Ma mère cuisinait pour tout un foyer d’étudiants à Villeneuve-d’Ascq. J’épluchais. Je suis devenue
infirmière de nuit, et j’épluche toujours.

Je roule serré, **herbes d’abord, sauce à part**, et j’apprends à le faire à qui veut. Les miens ne
collent pas entre eux, c’est une question d’eau tiède et d’humilité. Les jours de garde je ne
réponds pas ; les autres, presque tout de suite.""",
        specialities=("noodle-soups", "cooking-lessons", "vegetarian"),
        favourites=("menthe", "coriandre", "tofu", "citronnelle"),
        languages=("fr", "vi"),
        travel_km=12,
        weekly_hours=week("1 10:00-14:00, 3 17:30-21:00, 5 10:00-19:00"),
        picture="springrolls",
        offers=(
            dish(
                "Rouler ensemble, manger ensuite",
                """\
Chez vous : j’apporte les galettes, les herbes et une montagne de crudités. Chacun roule les siens,
les ratés se mangent en premier.""",
                called=("les rouleaux de printemps", "the spring rolls"),
                where=PlaceMode.HOST,
                price=2100,
                seats=(2, 8),
                minutes=120,
                picture="springrolls",
                contains="crustaceans fish soya peanuts",
                traces="sesame",
            ),
            dish(
                "Un bouillon, deux visites",
                """\
La soupe du soir, livrée en deux bocaux : le bouillon d’un côté, tout le reste de l’autre. On
assemble, on ferme les yeux.""",
                called=("le bouillon", "the broth"),
                where=PlaceMode.DELIVERED,
                price=1200,
                seats=(2, 6),
                minutes=30,
                picture="soup",
                contains="fish soya gluten",
                traces="celery",
            ),
        ),
    ),
    DemoProAm(
        member="abdou",
        craft="cooking",
        headline="Thiéboudiène du samedi : un plat, une table, tout le quartier",
        story="""\
Éducateur à Lille-Sud. J’ai commencé à cuisiner pour les jeunes du foyer : c’est plus simple de
parler quand on a les mains occupées.

Le riz est rouge, le poisson est farci, les légumes sont gros. On mange assis par terre sur une
natte, ou à table, ou debout en racontant. **Je ne cuisine qu’en grande quantité**, alors venez
nombreux, ou venez seul et vous serez nombreux quand même.""",
        specialities=("west-african", "family-meals"),
        favourites=("riz brisé", "tamarin", "manioc", "gombo"),
        languages=("fr", "en"),
        travel_km=10,
        weekly_hours=week("4 18:30-22:00, 5 11:30-16:00, 5 18:30-22:00"),
        picture="thieb",
        not_offered="""\
Pas de version sans poisson du thieb : je cuisine autre chose avec plaisir, mais sous un autre
nom.""",
        offers=(
            dish(
                "Le thiéboudiène de la grande marmite",
                """\
À partir de quatre personnes, jusqu’à quatorze. Une entrée fraîche, le plat, un thé en trois
services, du plus amer au plus sucré.""",
                called=("le thiéboudiène", "the thieboudienne"),
                where=PlaceMode.PROVIDER,
                price=1600,
                seats=(4, 14),
                minutes=180,
                picture="thieb",
                diets="pescatarian",
                contains="fish",
                traces="molluscs crustaceans celery",
            ),
        ),
    ),
    DemoProAm(
        member="claudine",
        craft="fitness",
        headline="Se relever d’une chaise, monter un trottoir : la force qui sert",
        story="""\
Professeure d’EPS pendant trente-cinq ans. À la retraite, mes anciennes élèves m’ont appelée pour
leurs mères. J’ai recommencé.

Je travaille les gestes du jour : **se lever, se tourner, se rattraper**. On note les progrès dans
un carnet, pas pour le chiffre, pour le plaisir de le relire. Je viens à domicile ; les aidants
sont bienvenus, je leur apprends à ne pas se faire mal non plus.""",
        specialities=("seated-exercise", "strength-at-home", "getting-started"),
        favourites=("équilibre", "relevers", "carnet de progrès"),
        languages=("fr",),
        travel_km=12,
        weekly_hours=week("0 09:00-12:00, 2 14:00-17:00, 3 09:00-12:00"),
        picture="chairs",
        is_professional=True,
        credential="CAPEPS, professeure d’éducation physique",
        credential_verified=True,
        offers=(
            session(
                "La force du quotidien, à domicile",
                """\
Une heure, une à trois personnes. Je regarde votre couloir, votre fauteuil et votre baignoire, et
l’on s’entraîne avec.""",
                where=PlaceMode.HOST,
                price=3500,
                seats=(1, 3),
                minutes=60,
                picture="chairs",
                equipment="none",
            ),
        ),
    ),
    DemoProAm(
        member="amparo",
        craft="cooking",
        headline="Paella au feu, tapas en attendant, sieste recommandée",
        story="""\
Valencienne de Bordeaux, ou le contraire. Mon père réparait des postes de radio et faisait la paella
le dimanche, sur du bois d’oranger, en silence. Moi, je parle.

Le riz ne se remue pas. C’est **la seule règle, et tout le monde la viole**, alors je garde la
cuillère. Je viens avec le trépied, le plat de soixante-dix centimètres et les tabliers. Pour les
végétariens il y a artichauts et haricots plats, dans un plat à part.""",
        specialities=("family-meals", "cooking-lessons"),
        favourites=("riz bomba", "safran", "artichaut", "piment d’Espelette"),
        languages=("fr", "es"),
        travel_km=25,
        weekly_hours=week("4 18:00-22:30, 5 11:00-22:00, 6 11:00-17:00"),
        picture="paella",
        not_offered="Pas de chorizo dans la paella. J’ai une mère.",
        offers=(
            dish(
                "La paella dans votre jardin",
                """\
De six à vingt convives, avec trois tapas pendant que le bouillon monte. Je laisse le fond
croustillant à qui m’aura aidée.""",
                called=("la paella", "the paella"),
                where=PlaceMode.HOST,
                price=2500,
                seats=(6, 20),
                minutes=210,
                picture="paella",
                contains="crustaceans molluscs fish",
                traces="celery",
            ),
            dish(
                "Tortillas et tapas, livrées tièdes",
                """\
Une tortilla épaisse, des poivrons confits, des olives cassées. Pour un apéritif qui devient un
dîner sans prévenir.""",
                called=("la tortilla", "the tortilla"),
                where=PlaceMode.DELIVERED,
                price=1100,
                seats=(2, 10),
                minutes=30,
                picture="shakshuka",
                diets="vegetarian gluten-free",
                contains="eggs",
            ),
        ),
    ),
    DemoProAm(
        member="pierrelouis",
        craft="cooking",
        headline="Canard, cèpes et cannelés : la cuisine gasconne d’un prof de maths",
        story="""\
J’enseigne les fractions à Pessac. Le cannelé m’a appris l’humilité : même recette, même four,
douze résultats différents.

Je cuisine chez moi, dans une échoppe avec jardin. Le canard vient d’une ferme de Chalosse que je
visite deux fois l’an, **les cèpes d’un endroit que je ne dirai pas**. Le repas est long, les
portions honnêtes, et j’accepte les débats sur le beurre à condition qu’ils finissent avant le
café.""",
        specialities=("family-meals", "cakes-tarts"),
        favourites=("confit", "cèpes", "armagnac", "vanille"),
        languages=("fr",),
        travel_km=0,
        weekly_hours=week("4 19:00-23:00, 5 19:00-23:00, 6 12:00-16:00"),
        picture="cake",
        offers=(
            dish(
                "Un dîner gascon à l’échoppe",
                """\
Garbure ou salade selon le temps, confit, pommes sarladaises, cannelés. Six personnes, la nappe
blanche et un chat qui fait le service d’ordre.""",
                called=("le confit", "the duck confit"),
                where=PlaceMode.PROVIDER,
                price=3100,
                seats=(2, 6),
                minutes=210,
                picture="table",
                contains="celery milk gluten eggs",
                traces="nuts",
            ),
        ),
    ),
    DemoProAm(
        member="naomi",
        craft="cooking",
        headline="Vegan brunch at your table, and it does not apologise",
        story="""\
I left a kitchen in Manchester where everything came out of a fryer, and a body that had noticed. In
Bordeaux I learned about markets, and then about breakfast at noon.

Pancakes, scrambled tofu, roasted tomatoes, far too much coffee. **Nothing pretends to be bacon.** I
come to you with two pans and a waffle iron, and I leave you the oat butter. Birthdays, house
warmings and quiet mornings after are my favourites.""",
        specialities=("vegan", "vegetarian", "cakes-tarts"),
        favourites=("oats", "blueberries", "tofu", "maple syrup"),
        languages=("en", "fr"),
        travel_km=12,
        weekly_hours=week("3 09:00-13:00, 5 09:00-15:00, 6 09:00-15:00"),
        picture="brunch",
        not_offered="No wedding cakes, no fondant, no deliveries outside the tramway network.",
        offers=(
            dish(
                "Brunch at your place",
                """\
Pancakes, something green on toast, something warm in a pan, coffee until you say stop. Two to ten
people, children counted as half.""",
                called=("le brunch", "the brunch"),
                where=PlaceMode.HOST,
                price=1900,
                seats=(2, 10),
                minutes=150,
                picture="brunch",
                diets="vegan vegetarian",
                contains="gluten soya",
                traces="nuts sesame",
            ),
            dish(
                "Breakfast box for two",
                """\
Granola, banana bread, a jar of compote and oat milk, on your doorstep before nine. No plastic
anywhere.""",
                called=("le panier du matin", "the breakfast box"),
                where=PlaceMode.DELIVERED,
                price=1100,
                seats=(2, 4),
                minutes=30,
                picture="brunch",
                diets="vegan vegetarian",
                contains="gluten nuts",
            ),
        ),
    ),
    DemoProAm(
        member="sylvain",
        craft="fitness",
        headline="Nager plus longtemps en forçant moins : technique pour adultes",
        story="""\
Maître-nageur à Mérignac depuis que les maillots remontaient jusqu’au nombril. J’ai vu passer tous
les crawls du monde, surtout ceux qui se battent.

Je filme sous l’eau, on regarde ensemble, **on ne corrige qu’une chose par séance**. Les gens
viennent pour le souffle et repartent avec une glisse. Je m’occupe aussi de ceux qui préparent une
traversée, à condition qu’ils aiment le petit matin. L’entrée du bassin est en plus.""",
        specialities=("swimming", "water-confidence", "breathing"),
        favourites=("glisse", "respiration bilatérale", "eau libre"),
        languages=("fr", "es"),
        travel_km=0,
        weekly_hours=week("1 07:00-09:00, 3 12:00-14:00, 5 08:00-11:00"),
        picture="swim",
        is_professional=True,
        credential="BEESAN, maître-nageur sauveteur",
        credential_verified=True,
        offers=(
            session(
                "Votre crawl, vu de dessous",
                """\
Quarante-cinq minutes dans une ligne réservée, film compris, puis dix minutes de conseils au sec.
Une ou deux personnes.""",
                where=PlaceMode.PROVIDER,
                price=3000,
                seats=(1, 2),
                minutes=60,
                picture="swim",
                equipment="own",
            ),
        ),
    ),
    DemoProAm(
        member="coralie",
        craft="fitness",
        headline="Souplesse pour les raides, une heure sans se comparer",
        story="""\
Je n’ai jamais touché mes orteils avant trente-cinq ans, et le monde n’avait pas l’air de m’en
vouloir. Puis j’ai compris que ce n’était pas une question d’orteils.

Mon cours est fait pour **les épaules hautes, les mâchoires serrées et les hanches de bureau**. On
utilise des sangles, des balles, le mur. J’explique à quoi sert chaque geste, parce qu’on retient ce
qu’on comprend. Je n’ouvre que trois places : je veux voir tout le monde.""",
        specialities=("stretching", "gentle-yoga", "breathing"),
        favourites=("fascias", "balles de massage", "mur"),
        languages=("fr", "en"),
        travel_km=6,
        weekly_hours=week("0 12:00-14:00, 1 18:30-21:00, 4 12:00-14:00"),
        picture="stretching",
        credential="Professeure de Pilates, en cours de vérification",
        offers=(
            session(
                "L’heure des raides, gratuite pour commencer",
                """\
Trois personnes, un tapis chacune, aucune souplesse exigée. Je démarre ici : vos retours
m’aideront.""",
                where=PlaceMode.PROVIDER,
                price=0,
                seats=(1, 3),
                minutes=60,
                picture="stretching",
                equipment="brought",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="bruno",
        craft="cooking",
        headline="Cassoulet en deux jours, parce qu’en un jour ce n’en est pas",
        story="""\
Menuisier à Saint-Cyprien. Un cassoulet, c’est comme une armoire : si vous forcez, ça se voit.

Les haricots trempent, le confit attend, et je casse la croûte sept fois, comme mon grand-père, qui
ne savait plus pourquoi sept. **On mange dans la cassole**, avec du pain pour pousser. J’accueille
six personnes sous la verrière ; l’été, je cuisine le soir, et l’on se tait un peu parce qu’il fait
chaud.""",
        specialities=("family-meals", "cooking-lessons"),
        favourites=("haricot tarbais", "saucisse de Toulouse", "thym", "violette"),
        languages=("fr", "es"),
        travel_km=15,
        weekly_hours=week("4 18:30-22:30, 5 11:30-16:00, 5 18:30-22:30"),
        picture="cassoulet",
        not_offered="""\
Pas de cassoulet à la hâte, pas de demi-portion, et pas de saucisse que je n’ai pas choisie.""",
        offers=(
            dish(
                "Le cassoulet sous la verrière",
                """\
Une salade pour se donner bonne conscience, la cassole, un fruit. Prévoyez de rentrer à pied. Deux à
six convives, et je m’assieds avec vous.""",
                called=("le cassoulet", "the cassoulet"),
                where=PlaceMode.PROVIDER,
                price=2400,
                seats=(2, 6),
                minutes=180,
                picture="cassoulet",
                contains="celery sulphites gluten",
            ),
            dish(
                "La cassole livrée",
                """\
Pour quatre à huit, prête à passer au four une heure. Je reprends le plat la semaine suivante, et je
veux savoir s’il y a eu dispute pour la croûte.""",
                called=("le cassoulet", "the cassoulet"),
                where=PlaceMode.DELIVERED,
                price=1600,
                seats=(4, 8),
                minutes=30,
                picture="cassoulet",
                contains="celery sulphites gluten",
            ),
        ),
    ),
    DemoProAm(
        member="salome",
        craft="cooking",
        headline="Chakchouka, pain tressé et salades : une table de Méditerranée",
        story="""\
Mes grands-parents sont partis de Tunis avec une valise et une couscoussière. La valise a disparu.

Je fais la cuisine de tous les jours de ces côtes-là : beaucoup de légumes, beaucoup d’œufs, un pain
qu’on déchire. **Je tresse la pâte à six brins** et j’apprends à trois pour commencer. Ma table est
ronde, personne n’y préside. Prévenez-moi de vos règles, j’en ai connu de toutes sortes.""",
        specialities=("vegetarian", "sourdough-bread", "family-meals"),
        favourites=("harissa maison", "citron confit", "graines de nigelle", "fèves"),
        languages=("fr", "en"),
        travel_km=10,
        weekly_hours=week("1 18:30-22:00, 3 11:30-15:00, 6 10:30-15:00"),
        picture="shakshuka",
        offers=(
            dish(
                "La chakchouka du matin tardif",
                """\
Chez moi, avec six salades, du pain tressé et un thé aux pignons. De deux à six personnes, celles
qui se lèvent tard comprises.""",
                called=("la chakchouka", "the shakshuka"),
                where=PlaceMode.PROVIDER,
                price=1700,
                seats=(2, 6),
                minutes=150,
                picture="shakshuka",
                diets="vegetarian kosher",
                contains="eggs gluten",
                traces="sesame nuts",
            ),
            dish(
                "Tresser le pain, chez vous",
                """\
J’apporte la pâte levée et une autre à pétrir. On tresse, on dore, on attend ensemble ; la maison
sentira bon jusqu’au lendemain.""",
                called=("l’atelier de pain tressé", "the braided bread lesson"),
                where=PlaceMode.HOST,
                price=2600,
                seats=(2, 6),
                minutes=180,
                picture="bread",
                diets="vegetarian kosher",
                contains="eggs gluten",
                traces="sesame",
            ),
        ),
    ),
    DemoProAm(
        member="diego",
        craft="fitness",
        headline="Strength in the park, no machines, no mirrors",
        story="""\
I was a dancer in Santiago and Madrid until my ankle disagreed. In Blagnac I found a park with bars,
a diploma course with patient teachers, and an accent that makes people do one more squat.

I teach **how to move weight you already own**. Everyone starts with a conversation and a plank
against a bench. Two trainees at most, so that I see both backs. Music is negotiable.""",
        specialities=("strength-at-home", "stretching", "getting-started"),
        favourites=("bars", "mobility", "handstands, one day"),
        languages=("en", "es", "fr"),
        travel_km=14,
        weekly_hours=week("0 17:30-20:30, 2 17:30-20:30, 5 09:00-12:00"),
        picture="parkbars",
        is_professional=True,
        credential="BPJEPS activités de la forme",
        credential_verified=True,
        offers=(
            session(
                "Strong enough for life",
                """\
An hour in the park for one or two. We learn to push, pull, carry and land, with steps small enough
to take home.""",
                where=PlaceMode.PROVIDER,
                price=3300,
                seats=(1, 2),
                minutes=60,
                picture="parkbars",
                equipment="none",
            ),
            session(
                "The same, in your living room",
                """\
I bring rings, bands and a doorframe bar that leaves no marks. I need two square metres and a dog
that does not mind.""",
                where=PlaceMode.HOST,
                price=3900,
                seats=(1, 2),
                minutes=60,
                picture="strength",
                equipment="brought",
            ),
        ),
    ),
    DemoProAm(
        member="maryse",
        craft="fitness",
        headline="Marche nordique le long de la Garonne, bavardage inclus",
        story="""\
J’ai travaillé sur les ailes d’avion, au calcul, assise. Le jour de ma retraite, j’ai acheté des
bâtons et j’ai marché jusqu’à Moissac, pour voir.

J’enseigne une marche **qui pousse au lieu de subir** : le bras propulse, le dos se redresse, la
conversation continue. On fait six kilomètres, parfois huit si l’on s’oublie. Les bâtons sont
prêtés, à la bonne taille. Pluie fine acceptée, orage refusé.""",
        specialities=("nordic-walking", "hiking", "getting-started"),
        favourites=("bords de Garonne", "posture", "oiseaux"),
        languages=("fr",),
        travel_km=0,
        weekly_hours=week("1 09:00-11:30, 3 09:00-11:30, 6 09:30-12:00"),
        picture="walking",
        is_professional=True,
        credential="Animatrice de marche nordique, CQP",
        credential_verified=True,
        offers=(
            session(
                "Deux heures au bord de l’eau",
                """\
Échauffement, six kilomètres, étirements face au soleil s’il y en a. De une à dix personnes, de
toutes allures.""",
                where=PlaceMode.PROVIDER,
                price=800,
                seats=(1, 10),
                minutes=120,
                picture="walking",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="josette",
        craft="cooking",
        headline="Soupe au pistou, petits farcis et accent compris",
        story="""\
Je vendais des fleurs au cours Julien. J’ai fermé la boutique et gardé les seaux : ils servent pour
les haricots.

Ma cuisine sent l’ail dès dix heures et je ne m’excuse pas. La soupe au pistou, c’est **sept légumes
et un mortier**, pas de robot, mon poignet le sait. L’été, on mange froid sur la terrasse, avec vue
sur les antennes et un petit bout de mer. Venez sans parfum, vous gâcheriez le basilic.""",
        specialities=("vegetarian", "family-meals", "noodle-soups"),
        favourites=("basilic", "ail rose", "haricots rouges", "fleurs de courge"),
        languages=("fr", "it"),
        travel_km=0,
        weekly_hours=week("1 11:30-15:00, 3 11:30-15:00, 5 11:30-16:00"),
        picture="soup",
        not_offered="Pas de pistou au mixeur, pas de basilic en pot de supermarché.",
        offers=(
            dish(
                "Le pistou sur la terrasse",
                """\
La soupe, des petits farcis, une tarte. Le mortier passe de main en main. De deux à huit personnes,
chapeaux fournis.""",
                called=("la soupe au pistou", "the pistou soup"),
                where=PlaceMode.PROVIDER,
                price=1800,
                seats=(2, 8),
                minutes=150,
                picture="market",
                diets="vegetarian",
                contains="gluten milk eggs celery",
            ),
        ),
    ),
    DemoProAm(
        member="said",
        craft="cooking",
        headline="Cuisine des Comores : coco, poisson, bananes vertes",
        story="""\
Docker le jour, cuisinier des mariages le week-end : à Marseille, un mariage comorien, c’est six
cents assiettes. Ici je me repose, j’en fais huit.

Le poisson cuit dans le lait de coco avec de la mangue verte. **Les bananes sont un légume**, on en
reparlera. Je viens chez vous avec ma râpe à coco, qui fait aussi tabouret, et je vous apprends à
vous asseoir dessus. Sans porc, sans alcool, sans précipitation.""",
        specialities=("family-meals",),
        favourites=("coco râpée", "thon", "banane verte", "cardamome"),
        languages=("fr", "ar"),
        travel_km=15,
        weekly_hours=week("4 18:00-22:30, 5 11:00-22:30, 6 11:00-16:00"),
        picture="fish",
        offers=(
            dish(
                "Le poisson coco, chez vous",
                """\
Poisson du jour au lait de coco, riz, achards, beignets de banane. Il me faut une grande marmite et
que quelqu’un goûte.""",
                called=("le poisson coco", "the coconut fish"),
                where=PlaceMode.HOST,
                price=2000,
                seats=(4, 10),
                minutes=180,
                picture="thieb",
                diets="halal pescatarian",
                contains="fish",
                traces="crustaceans mustard",
            ),
        ),
    ),
    DemoProAm(
        member="lola",
        craft="fitness",
        headline="Nager en mer sans jouer les héros, de la plage du Prophète",
        story="""\
Née à deux rues de la plage, j’ai mis vingt ans à y nager au-delà de la bouée. C’est le chemin que
je propose : de la plage à la bouée, puis de la bouée à la suivante.

Palmes courtes, bouée de couleur, **jamais seul et jamais pressé**. On lit la houle, on apprend à
se reposer sur le dos, on revient avant d’avoir froid. Sous dix-neuf degrés, combinaison ; au-delà
de force quatre, un café à la place.""",
        specialities=("swimming", "water-confidence", "breathing"),
        favourites=("eau libre", "flotter", "longe-côte"),
        languages=("fr", "en", "es"),
        travel_km=0,
        weekly_hours=week("1 07:30-10:00, 3 18:00-20:00, 5 08:30-12:00"),
        picture="sea",
        not_offered="""\
On ne sort pas par mistral, ni avec moins de trois bouées pour trois nageurs.""",
        is_professional=True,
        credential="BPJEPS activités aquatiques et de la natation",
        credential_verified=True,
        offers=(
            session(
                "De la plage à la bouée",
                """\
Une heure dont quarante minutes dans l’eau, deux à quatre personnes. Il faut savoir faire une
longueur de bassin ; le courage vient après.""",
                where=PlaceMode.PROVIDER,
                price=2200,
                seats=(2, 4),
                minutes=75,
                picture="sea",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="ferdinand",
        craft="cooking",
        headline="Grillades de la garrigue et légumes au feu, à Aubagne",
        story="""\
Potier : mes plats, je les fabrique avant de les remplir. Le feu du four, le feu de la grille, c’est
la même attention.

Sur la grille il y a des sardines, des artichauts, de l’agneau quand mon voisin en a. **Le thym est
cueilli à la main, avec l’autorisation des chèvres.** On mange dans la cour de l’atelier, entre les
étagères d’assiettes ; celle dans laquelle vous avez mangé, vous pouvez l’emporter.""",
        specialities=("family-meals",),
        favourites=("thym sauvage", "artichaut", "agneau", "huile d’olive"),
        languages=("fr", "it"),
        travel_km=0,
        weekly_hours=week("4 18:30-22:30, 5 11:30-16:00, 6 11:30-15:30"),
        picture="barbecue",
        offers=(
            dish(
                "La grille dans la cour de l’atelier",
                """\
Apéritif, grillades, légumes fumés, fromage de chèvre. Une assiette faite main par personne,
comprise dans le prix.""",
                called=("les grillades", "the grill"),
                where=PlaceMode.PROVIDER,
                price=2900,
                seats=(2, 10),
                minutes=180,
                picture="barbecue",
                contains="fish milk mustard",
                traces="gluten",
            ),
        ),
    ),
    DemoProAm(
        member="karine",
        craft="cooking",
        headline="Manti, lavash et feuilles de vigne : une Arménie marseillaise",
        story="""\
Opticienne à Saint-Jérôme, mariée, deux garçons, quatre tantes. Les feuilles de vigne se roulent en
famille : c’est là qu’on apprend tout ce qui n’est pas dans les livres.

Je cuisine les plats de fête en petit. Les manti sont minuscules, **on en compte quarante dans une
cuillère, paraît-il** ; chez moi, douze suffisent. Le lavash se fait sur le dos d’une poêle. Je
livre dans le nord de la ville et je reçois le reste du temps.""",
        specialities=("family-meals", "vegetarian", "cooking-lessons"),
        favourites=("piment d’Alep", "yaourt", "feuille de vigne", "boulgour"),
        languages=("fr", "en"),
        travel_km=9,
        weekly_hours=week("2 18:00-22:00, 5 10:00-14:00, 6 11:30-16:00"),
        picture="mezze",
        offers=(
            dish(
                "Rouler les feuilles, refaire le monde",
                """\
Un après-midi à table : on farcit, on roule, on cuit, on goûte. Tout est végétarien ce jour-là.
Ongles courts conseillés.""",
                called=("les feuilles de vigne", "the vine leaves"),
                where=PlaceMode.PROVIDER,
                price=2200,
                seats=(2, 6),
                minutes=180,
                picture="mezze",
                diets="vegetarian",
                contains="gluten milk",
                traces="nuts",
            ),
            dish(
                "Manti au yaourt, livrés",
                """\
Une barquette par personne, la sauce à part, le piment encore plus à part. Dix minutes au four et
une cuillère.""",
                called=("les manti", "the manti"),
                where=PlaceMode.DELIVERED,
                price=1300,
                seats=(2, 6),
                minutes=30,
                picture="dumplings",
                contains="gluten milk eggs",
            ),
        ),
    ),
)
