"""Lyon, Strasbourg, Dijon, and the mountains in between."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from pro_am.operations.demo.people import DemoProAm, dish, session, week
from pro_am.profiles.rules import PlaceMode, PriceUnit

EAST = (
    DemoProAm(
        member="rosalie",
        craft="cooking",
        headline="Quenelles, gratins et tabliers : le bouchon de ma grand-mère, sans le bruit",
        story="""\
Ma grand-mère tenait un bouchon à la Croix-Rousse ; on y entrait par la cuisine. J’ai gardé les
moules, les nappes et deux recettes qu’elle n’a jamais écrites.

Je fais la quenelle à la cuillère, légère comme elle doit l’être, et un gratin qu’on gratte. **Pas
d’abats sans prévenir.** Ma salle à manger donne sur une cour à platane, au quatrième sans
ascenseur : j’aide à monter les poussettes, et il y a toujours un verre d’eau à l’arrivée.""",
        specialities=("family-meals", "cooking-lessons"),
        favourites=("brochet", "crème crue", "cervelle de canut", "cardons"),
        languages=("fr",),
        travel_km=0,
        weekly_hours=week("3 19:00-23:00, 4 19:00-23:00, 6 12:00-16:00"),
        picture="gratin",
        not_offered="""\
Pas de cuisine légère par surprise : si vous la voulez légère, dites-le d’abord. Pas de repas
après vingt-trois heures.""",
        offers=(
            dish(
                "Un soir de bouchon à ma table",
                """\
Salade, quenelle ou gratin de saison, fromage blanc aux herbes, tarte. Six convives, une grande
table, et je m’assieds avec vous au dessert.""",
                called=("les quenelles", "the quenelles"),
                where=PlaceMode.PROVIDER,
                price=2700,
                seats=(2, 6),
                minutes=180,
                picture="gratin",
                contains="fish milk eggs gluten",
                traces="crustaceans celery",
            ),
        ),
    ),
    DemoProAm(
        member="hakim",
        craft="fitness",
        headline="Circuit au parc : cordes, barres et bonne humeur, tous gabarits",
        story="""\
J’ai été agent de sécurité, debout, immobile, douze heures. Le corps s’en souvient, alors j’ai passé
mon diplôme et je fais bouger les autres.

Au parc de la Feyssine, il y a des barres, des bancs et de l’ombre : c’est ma salle. Chaque poste a
**trois niveaux**, on choisit le sien sans se justifier, et l’on en change quand on veut. Je
parle fort, je ris fort, je ne crie sur personne.""",
        specialities=("strength-at-home", "getting-started", "stretching"),
        favourites=("corde à sauter", "gainage", "tractions assistées"),
        languages=("fr", "ar", "en"),
        travel_km=0,
        weekly_hours=week("1 18:00-20:30, 3 18:00-20:30, 5 09:00-12:00"),
        picture="parkbars",
        is_professional=True,
        credential="BPJEPS activités de la forme",
        credential_verified=True,
        offers=(
            session(
                "Le circuit du parc",
                """\
Huit postes, une heure, de la musique pas trop forte. On finit assis dans l’herbe avec des dattes.
S’il tombe des cordes, on reporte.""",
                where=PlaceMode.PROVIDER,
                price=900,
                seats=(1, 8),
                minutes=60,
                picture="parkbars",
                equipment="brought",
                unit=PriceUnit.PERSON,
            ),
            session(
                "Seul à seul, pour reprendre",
                """\
Après un accouchement, un arrêt, un déménagement. On fait un point, puis quarante minutes sur
mesure. Certificat du médecin demandé après une opération.""",
                where=PlaceMode.PROVIDER,
                price=3200,
                seats=(1, 1),
                minutes=60,
                picture="strength",
                equipment="none",
            ),
        ),
    ),
    DemoProAm(
        member="tatiana",
        craft="cooking",
        headline="Pelmeni, vareniki and the art of pleating by the hundred",
        story="""\
I grew up between Kazan and a grandmother who believed that a guest leaves with a jar. I came to
Lyon for an opera chorus and I still sing when I knead.

We make dumplings in company, because **nobody should pleat a hundred alone**. Potato and onion,
mushroom, sour cherry at the end. My kitchen holds six if two of them are thin. I speak English and
a French that is nearly finished; hands do the rest.""",
        specialities=("cooking-lessons", "vegetarian", "family-meals"),
        favourites=("dill", "sour cream", "buckwheat", "cherries"),
        languages=("en", "fr"),
        travel_km=6,
        weekly_hours=week("0 18:00-21:30, 2 18:00-21:30, 6 14:00-18:00"),
        picture="dumplings",
        not_offered="""\
No parties above ten people and no vodka lessons. Frozen dumplings only if you promise not to
microwave them.""",
        offers=(
            dish(
                "Pleat, boil, eat, repeat",
                """\
An evening around the table with flour everywhere. Two fillings without meat, one sweet, and
tea from a samovar that works when it wants to.""",
                called=("les raviolis", "the dumplings"),
                where=PlaceMode.PROVIDER,
                price=2500,
                seats=(2, 6),
                minutes=150,
                picture="dumplings",
                diets="vegetarian",
                contains="gluten eggs milk",
            ),
            dish(
                "Forty dumplings for your freezer",
                """\
Delivered frozen, with a note about the water. Twenty of each kind, enough for two hungry people
or four polite ones.""",
                called=("les raviolis", "the dumplings"),
                where=PlaceMode.DELIVERED,
                price=1100,
                seats=(2, 6),
                minutes=30,
                picture="dumplings",
                diets="vegetarian",
                contains="gluten eggs milk",
            ),
        ),
    ),
    DemoProAm(
        member="leonie",
        craft="cooking",
        headline="Des gâteaux d’anniversaire qui ressemblent à ceux pour qui je les fais",
        story="""\
Je dessine des décors de théâtre. Un gâteau, c’est un décor qu’on a le droit de manger, et le
public applaudit avant.

Envoyez-moi trois mots sur la personne fêtée : son animal, sa couleur, sa manie. Je fais le reste,
sans pâte à sucre ni colorant fluo : **des crèmes, des fruits, des biscuits qui tiennent**. Je
refuse deux commandes sur trois parce que mon four est petit ; écrivez-moi tôt.""",
        specialities=("cakes-tarts", "vegetarian"),
        favourites=("framboise", "pistache", "meringue", "praline"),
        languages=("fr", "en"),
        travel_km=9,
        weekly_hours=week("2 09:00-12:00, 4 14:00-19:00, 5 09:00-18:00"),
        picture="layercake",
        not_offered="Ni pâte à sucre, ni personnages en plastique, ni livraison en scooter.",
        offers=(
            dish(
                "Le gâteau d’une seule personne",
                """\
Trois étages, six à vingt parts, livré à l’heure de la fête avec ses bougies. Une esquisse deux
jours avant, pour éviter les dragons non désirés.""",
                called=("le gâteau d’anniversaire", "the birthday cake"),
                where=PlaceMode.DELIVERED,
                price=600,
                seats=(6, 20),
                minutes=30,
                picture="layercake",
                diets="vegetarian",
                contains="gluten eggs milk",
                traces="nuts peanuts",
            ),
            dish(
                "Atelier glaçage à quatre mains",
                """\
Un adulte et un enfant, ou deux amis : un gâteau nu vous attend, les poches à douille aussi. On
repart avec l’œuvre, et parfois un peu sur les manches.""",
                called=("l’atelier glaçage", "the icing workshop"),
                where=PlaceMode.PROVIDER,
                price=2900,
                seats=(2, 6),
                minutes=120,
                picture="tart",
                diets="vegetarian",
                contains="gluten eggs milk",
                traces="nuts",
            ),
        ),
    ),
    DemoProAm(
        member="arjun",
        craft="fitness",
        headline="Breath first, balance second: yoga in time for the tram to work",
        story="""\
Software paid for my move from Ludhiana to Lyon, and nearly cost me my back. An old teacher told me
to stop counting repetitions and start counting breaths.

My classes begin at seven and end in time for your tram. We do **little, and do it well**: six
postures, one long rest. I also come to offices, where ties may stay on. I am not a therapist and I
shall say so if you need one.""",
        specialities=("gentle-yoga", "breathing", "chair-yoga"),
        favourites=("pranayama", "balance", "desk yoga"),
        languages=("en", "fr"),
        travel_km=8,
        weekly_hours=week("0 07:00-09:00, 2 07:00-09:00, 4 07:00-09:00, 5 09:00-11:00"),
        picture="yoga",
        is_professional=True,
        credential="Yoga teacher, 500 hours, Rishikesh",
        credential_verified=True,
        offers=(
            session(
                "Seven in the morning",
                """\
Fifty minutes by the Rhône or, in bad weather, in my living room with the rug rolled up. Tea at the
end for those whose tram allows.""",
                where=PlaceMode.PROVIDER,
                price=1200,
                seats=(1, 6),
                minutes=50,
                picture="yoga",
                unit=PriceUnit.PERSON,
            ),
            session(
                "Yoga at your desks",
                """\
Half an hour for a team of up to ten, in the clothes you have on. We shall be quiet enough for the
people next door.""",
                where=PlaceMode.HOST,
                price=4500,
                seats=(2, 10),
                minutes=30,
                picture="chairs",
                equipment="none",
            ),
        ),
    ),
    DemoProAm(
        member="mathilde",
        craft="cooking",
        headline="Kougelhopf du matin, bredele de l’hiver, café à volonté",
        story="""\
Institutrice à la Robertsau. Le moule à kougelhopf de ma mère a servi à mes baptêmes, mes examens
et mes chagrins ; il mérite une deuxième carrière.

Je pétris le soir, je cuis à l’aube, vous arrivez quand ça sent jusque dans l’escalier. **Les
raisins sont facultatifs**, c’est mon seul écart avec la tradition. En hiver je sors les
emporte-pièces, et mes élèves m’ont appris que les plus moches sont les meilleurs.""",
        specialities=("cakes-tarts", "cooking-lessons", "vegetarian"),
        favourites=("amandes", "kirsch", "cannelle", "fleur d’oranger"),
        languages=("fr", "de"),
        travel_km=7,
        weekly_hours=week("2 09:00-12:00, 5 08:30-12:30, 6 08:30-12:00"),
        picture="kougelhopf",
        offers=(
            dish(
                "Le petit-déjeuner kougelhopf",
                """\
Chez moi, autour d’un kougelhopf tiède, de confitures et d’un café qui ne finit pas. On apprend le
geste du moule beurré, on repart avec la recette.""",
                called=("le kougelhopf", "the kougelhopf"),
                where=PlaceMode.PROVIDER,
                price=1600,
                seats=(2, 6),
                minutes=120,
                picture="kougelhopf",
                diets="vegetarian",
                contains="gluten eggs milk nuts",
            ),
        ),
    ),
    DemoProAm(
        member="emre",
        craft="cooking",
        headline="Mezze à partager : douze bols, un pain chaud, du temps",
        story="""\
Je suis chauffagiste à Schiltigheim et fils d’un cafetier d’Izmir. Le dimanche, mon salon devient
ce que le sien était : une table où l’on n’a pas fini de parler.

Le pain gonfle sous vos yeux, le houmous se fait à la minute, la betterave tache, c’est normal.
**Presque tout est végétal** sans que personne ne s’en aperçoive. On mange avec les doigts ou avec
une fourchette, on boit du thé, on joue au tavla si vous savez perdre.""",
        specialities=("vegetarian", "vegan", "family-meals"),
        favourites=("sumac", "pois chiches", "aubergine fumée", "grenade"),
        languages=("fr", "tr", "de"),
        travel_km=15,
        weekly_hours=week("4 18:30-22:30, 5 12:00-22:00, 6 12:00-17:00"),
        picture="mezze",
        offers=(
            dish(
                "La grande table de mezze",
                """\
Douze bols, quatre chauds et huit froids, du pain tout juste sorti et un dessert à la semoule. Chez
vous ou presque : il me faut un four très chaud.""",
                called=("les mezze", "the mezze"),
                where=PlaceMode.HOST,
                price=2300,
                seats=(4, 12),
                minutes=150,
                picture="mezze",
                diets="vegetarian",
                contains="gluten sesame milk nuts",
            ),
            dish(
                "Böreks du vendredi, à emporter chez vous",
                """\
Épinards et fromage, ou pommes de terre et menthe. Livrés dans le moule, encore croustillants si
vous ouvrez vite.""",
                called=("les böreks", "the böreks"),
                where=PlaceMode.DELIVERED,
                price=900,
                seats=(2, 8),
                minutes=30,
                picture="mezze",
                diets="vegetarian",
                contains="gluten milk eggs",
                traces="sesame",
            ),
        ),
    ),
    DemoProAm(
        member="jonas",
        craft="fitness",
        headline="The Vosges on foot: small groups, early trains, and long views",
        story="""\
I was a train driver on the Strasbourg to Basel line, and watched those hills go past for ten years
before I walked into them.

I lead day walks from stations, so that **nobody needs a car**. Maps, first aid, a spare fleece and
too much chocolate are in my bag. We go at the pace of the one who stops for flowers. English,
German, or a French with mountains in it.""",
        specialities=("hiking", "nordic-walking", "getting-started"),
        favourites=("ridge paths", "farm inns", "first snow"),
        languages=("en", "de", "fr"),
        travel_km=0,
        weekly_hours=week("2 08:00-17:00, 5 08:00-18:00, 6 08:00-18:00"),
        picture="mountains",
        not_offered="""\
No glaciers, no via ferrata, no tours when the bulletin says no. The bulletin is not up for
discussion.""",
        is_professional=True,
        credential="DE alpinisme, accompagnateur en moyenne montagne",
        credential_verified=True,
        offers=(
            session(
                "A day on the ridge",
                """\
Fourteen kilometres, six hundred metres up, lunch at a farm inn if it is open. We leave from the
platform and return to it.""",
                where=PlaceMode.PROVIDER,
                price=2800,
                seats=(2, 8),
                minutes=480,
                picture="mountains",
                unit=PriceUnit.PERSON,
            ),
            session(
                "Two hours of trying it out",
                """\
For those who have not walked since school. Vineyards, a castle, a bench. I shall tell you honestly
whether the day walk is for you yet.""",
                where=PlaceMode.PROVIDER,
                price=1200,
                seats=(1, 8),
                minutes=120,
                picture="walking",
                equipment="none",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="heloise",
        craft="cooking",
        headline="Tartes flambées à la chaîne, dans la grange d’Obernai",
        story="""\
La grange était à mon grand-père, le four aussi. On l’allume les soirs où il y a du monde, et
l’on enfourne jusqu’à ce que quelqu’un demande grâce.

Trois versions : la classique, la gratinée, celle aux oignons doux pour ceux qui ne mangent pas de
porc. **On roule, on mange avec les mains, on recommence.** Je cuisine, mon frère sert, ma nièce
raconte n’importe quoi sur les cigognes. Chauffez-vous : la grange est belle mais fraîche.""",
        specialities=("family-meals", "cakes-tarts"),
        favourites=("crème épaisse", "oignons doux", "munster", "quetsches"),
        languages=("fr", "de"),
        travel_km=0,
        weekly_hours=week("4 18:30-22:30, 5 18:30-22:30"),
        picture="pizza",
        offers=(
            dish(
                "La soirée tartes flambées",
                """\
Autant que vous pouvez, plus une aux pommes qu’on arrose devant vous. Groupes de quatre à
seize ; prévenez-moi pour les végétariens, j’en prévois toujours trop.""",
                called=("les tartes flambées", "the tartes flambées"),
                where=PlaceMode.PROVIDER,
                price=2000,
                seats=(4, 16),
                minutes=180,
                picture="pizza",
                contains="gluten milk",
                traces="eggs",
            ),
        ),
    ),
    DemoProAm(
        member="colette",
        craft="cooking",
        headline="Bœuf bourguignon et œufs en meurette, comme si vous étiez mes petits-enfants",
        story="""\
Quarante ans à l’état civil de Dijon : j’ai marié la moitié de la ville. Maintenant je la nourris,
et c’est moins de paperasse.

Ma cocotte part la veille, sur un coin de feu, avec **une bouteille qu’on aurait pu boire**. Le
lendemain, je n’ai plus qu’à mettre la table. On parle fort chez moi, on se ressert, et celui qui
n’aime pas les champignons a le droit de les donner à son voisin.""",
        specialities=("family-meals", "cooking-lessons"),
        favourites=("joue de bœuf", "moutarde", "pain d’épices", "cassis"),
        languages=("fr",),
        travel_km=10,
        weekly_hours=week("1 11:30-15:00, 3 18:30-22:00, 6 11:30-16:00"),
        picture="cassoulet",
        not_offered="Pas de bourguignon le jour même : il lui faut sa nuit.",
        offers=(
            dish(
                "Le bourguignon du lendemain",
                """\
Cuit la veille, servi chez moi avec des pommes vapeur, une salade à la moutarde et du pain d’épices.
La cocotte va sur la table, et elle revient vide.""",
                called=("le bourguignon", "the bourguignon"),
                where=PlaceMode.PROVIDER,
                price=2100,
                seats=(2, 8),
                minutes=150,
                picture="cassoulet",
                contains="sulphites celery gluten mustard",
                traces="milk",
            ),
            dish(
                "La cocotte chez vous",
                """\
Je livre la cocotte entière, avec un mot pour la réchauffer sans l’attacher. Je la récupère le
surlendemain ; ne la récurez pas, elle n’aime pas cela.""",
                called=("la cocotte", "the casserole"),
                where=PlaceMode.DELIVERED,
                price=1500,
                seats=(4, 8),
                minutes=30,
                picture="cassoulet",
                contains="sulphites celery gluten",
                traces="milk",
            ),
        ),
    ),
    DemoProAm(
        member="renaud",
        craft="fitness",
        headline="À vélo entre les vignes : endurance douce au départ de Beaune",
        story="""\
Facteur pendant vingt ans, à vélo, quel que soit le vent. Je connais chaque faux plat de la Côte et
chaque chien qui prétend mordre.

J’emmène des gens qui ont un vélo au garage et des doutes. On règle la selle, **ça change tout**,
puis on roule une heure en parlant. Ceux qui préparent une longue balade reçoivent un plan sur une
feuille. Casque obligatoire, montre interdite la première fois.""",
        specialities=("getting-started", "stretching"),
        favourites=("voie des vignes", "cadence", "mécanique simple"),
        languages=("fr",),
        travel_km=0,
        weekly_hours=week("1 09:00-12:00, 3 14:00-18:00, 5 08:30-12:00"),
        picture="cycling",
        is_professional=True,
        credential="BPJEPS activités du cyclisme",
        credential_verified=True,
        offers=(
            session(
                "Une matinée sur la voie des vignes",
                """\
Vingt kilomètres sans côte méchante, une pause au milieu, de une à six personnes. Prêt de vélo
possible, dites-moi votre taille.""",
                where=PlaceMode.PROVIDER,
                price=1800,
                seats=(1, 6),
                minutes=150,
                picture="cycling",
                equipment="own",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="mei",
        craft="cooking",
        headline="Jiaozi lessons in Dijon, with or without the mustard joke",
        story="""\
I teach mathematics at the university and dumplings at home; folding is topology you can eat.

My mother sends chives from Tianjin by a route I do not ask about. We roll the skins ourselves,
because **bought ones taste of envelope**. You will learn three folds, one of which is impossible
for an hour and then suddenly is not. Vegetarian fillings on request, and there is a stool for
short helpers.""",
        specialities=("cooking-lessons", "noodle-soups", "vegetarian"),
        favourites=("garlic chives", "black vinegar", "tofu", "sesame"),
        languages=("en", "zh", "fr"),
        travel_km=0,
        weekly_hours=week("4 18:00-21:30, 5 10:00-14:00, 6 16:00-20:00"),
        picture="dumplings",
        offers=(
            dish(
                "Three folds and a feast",
                """\
We fill, fold and steam about eighty, then eat them with vinegar and gossip. Two to five people; the
table is small and the pot is large.""",
                called=("l’atelier de jiaozi", "the jiaozi lesson"),
                where=PlaceMode.PROVIDER,
                price=2700,
                seats=(2, 5),
                minutes=150,
                picture="dumplings",
                diets="vegetarian vegan",
                contains="gluten soya sesame",
            ),
        ),
    ),
    DemoProAm(
        member="lucien",
        craft="fitness",
        headline="Marcher sur les volcans, au rythme des vaches",
        story="""\
Berger trois étés, géologue raté, accompagnateur depuis quinze ans. La chaîne des Puys est mon
jardin, et je n’en ai toujours pas fait le tour.

Je propose des sorties courtes, avec **beaucoup d’arrêts et des cailloux dans les poches**. On
apprend à lire un cratère, à plier ses bâtons, à respirer dans la montée. Les débutants sont mes
préférés : ils regardent encore. Par brouillard on va plus bas, et c’est souvent plus beau.""",
        specialities=("hiking", "nordic-walking", "breathing"),
        favourites=("cratères", "estives", "lever du jour"),
        languages=("fr", "en"),
        travel_km=0,
        weekly_hours=week("2 09:00-13:00, 5 08:00-16:00, 6 08:00-16:00"),
        picture="mountains",
        is_professional=True,
        credential="DE alpinisme, accompagnateur en moyenne montagne",
        credential_verified=True,
        offers=(
            session(
                "Un puy, deux histoires",
                """\
Trois heures, trois cents mètres de montée, un volcan rien que pour nous si l’on part tôt. Départ
d’un parking que dessert le bus.""",
                where=PlaceMode.PROVIDER,
                price=1500,
                seats=(2, 10),
                minutes=180,
                picture="mountains",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
    DemoProAm(
        member="valentine",
        craft="cooking",
        headline="Truffade, pompe aux pommes et fromages qu’on choisit à l’odeur",
        story="""\
Secrétaire de mairie à Riom, fille de fromager. La truffade, chez nous, se discute plus que la
politique : moi, je la laisse croûter, et j’assume.

Je viens avec ma poêle, elle pèse quatre kilos et passe sur toutes les plaques. **La tome est
fraîche du jour**, les pommes de terre sont coupées à la main, la salade est là pour la conscience.
Pour le dessert, une pompe aux pommes, qui n’a rien à voir avec les pompiers.""",
        specialities=("family-meals", "cakes-tarts"),
        favourites=("tome fraîche", "ail rose", "pommes du verger", "gentiane"),
        languages=("fr",),
        travel_km=20,
        weekly_hours=week("4 18:00-22:00, 5 11:00-22:00, 6 11:00-15:00"),
        picture="gratin",
        not_offered="Je ne cuisine pas pour plus de douze, et jamais deux soirs de suite.",
        offers=(
            dish(
                "La truffade dans votre cuisine",
                """\
De quatre à dix personnes, avec salade, charcuterie à part pour qui en veut, et dessert. Ouvrez la
fenêtre avant, vos voisins viendront quand même.""",
                called=("la truffade", "the truffade"),
                where=PlaceMode.HOST,
                price=1900,
                seats=(4, 10),
                minutes=150,
                picture="gratin",
                contains="milk gluten",
                traces="eggs",
            ),
        ),
    ),
    DemoProAm(
        member="flora",
        craft="cooking",
        headline="Garden lunches in the Drôme, whatever the goats have left",
        story="""\
I moved from Bristol to Die with a husband, a van and a packet of chard seeds. The husband and the
van have gone their ways; the chard is everywhere.

Lunch is outside under the lime tree, or by the stove when the wind blows. **I cook what the beds
give**, with cheese from the farm above and bread from the one below. Sixteen nationalities have sat
on my benches, and two of them have wobbled.""",
        specialities=("vegetarian", "vegan", "family-meals"),
        favourites=("chard", "goat cheese", "walnuts", "courgette flowers"),
        languages=("en", "fr"),
        travel_km=0,
        weekly_hours=week("2 11:30-15:30, 4 11:30-15:30, 5 11:30-16:00"),
        picture="garden",
        offers=(
            dish(
                "Lunch under the lime tree",
                """\
Three courses from the garden, a jug of something cold, and permission to pick your own salad. Up
to ten people, more if they are related.""",
                called=("le repas du jardin", "the garden lunch"),
                where=PlaceMode.PROVIDER,
                price=2000,
                seats=(2, 10),
                minutes=180,
                picture="garden",
                diets="vegetarian",
                contains="milk gluten nuts",
                traces="eggs",
            ),
        ),
    ),
    DemoProAm(
        member="margot",
        craft="fitness",
        headline="Respirer, s’étirer, regarder la rivière : séances au bord de la Drôme",
        story="""\
Sage-femme à Crest, je passe mes gardes à dire aux autres de souffler. Un jour je me suis rendu
compte que je retenais ma respiration depuis des années.

Je propose des moments courts, dehors, sans matériel. On s’étire sur les galets plats, on apprend
**trois respirations qui servent partout** : avant un examen, dans le train, la nuit. Je n’ai pas de
diplôme sportif, alors c’est gratuit, et je ne fais rien qui ressemble à un entraînement.""",
        specialities=("breathing", "stretching"),
        favourites=("cohérence cardiaque", "galets", "silence"),
        languages=("fr",),
        travel_km=0,
        weekly_hours=week("0 17:30-19:30, 3 17:30-19:30, 6 09:00-11:00"),
        picture="stretching",
        offers=(
            session(
                "Souffler au bord de l’eau",
                """\
Trois quarts d’heure, une à huit personnes, un coussin chacun. Rendez-vous au pont ; on descend
ensemble. Annulé par grand vent, parce qu’on ne s’entend plus.""",
                where=PlaceMode.PROVIDER,
                price=0,
                seats=(1, 8),
                minutes=45,
                picture="stretching",
                equipment="brought",
                unit=PriceUnit.PERSON,
            ),
        ),
    ),
)
