"""Five fitness and wellbeing coaches; whoever is paid for sports coaching holds a credential."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from pro_am.operations.demo.people import DemoOffer, DemoProAm
from pro_am.profiles.rules import PlaceMode, PriceUnit

KARIM = DemoProAm(
    member="karim",
    craft="fitness",
    is_professional=True,
    headline="Courir 5 km sans s’arrêter, en six semaines et sans se dégoûter",
    story="""\
À trente-quatre ans, je ne courais que derrière le tram. Puis un ami m’a inscrit à une course sans
me demander mon avis, j’ai fini avant-dernier, et j’ai trouvé ça formidable.

Dix ans plus tard, j’accompagne des gens qui pensent « moi, courir, jamais ». On commence par
marcher. On court une minute, on marche deux, on parle tout du long : **si vous ne pouvez plus
parler, c’est qu’on va trop vite**. Personne n’est laissé derrière, parce que c’est moi qui ferme
la marche.

Je ne promets ni kilos ni chrono. Si vous avez une douleur ou un doute, voyez d’abord votre
médecin ; je vous attendrai. Le point de rendez-vous est plat, éclairé, et à deux pas du tram.""",
    specialities=("running", "getting-started", "stretching"),
    favourites=("endurance douce", "course nature", "fractionné léger"),
    languages=("fr", "ar"),
    travel_km=5,
    weekly_hours=(
        (1, "18:00", "20:30"),
        (3, "07:00", "08:30"),
        (3, "18:00", "20:30"),
        (5, "09:00", "12:00"),
    ),
    picture="run",
    not_offered="""\
Ni régime, ni chronomètre au premier rendez-vous, ni séance si vous avez de la fièvre.""",
    gallery=("run", "riverside", "stretching"),
    credential="BPJEPS activités physiques pour tous",
    credential_verified=True,
    offers=(
        DemoOffer(
            title="Mes premiers 5 km, seul ou à deux",
            description="""\
Une heure ensemble, à votre allure, au bord de l’eau. Je regarde comment vous courez, on règle deux
choses, pas douze. Vous repartez avec un plan pour la semaine qui tient sur une carte postale.""",
            place_mode=PlaceMode.PROVIDER,
            price=1800,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=2,
            duration_minutes=60,
            picture="run",
            answers={"equipment": "none"},
        ),
        DemoOffer(
            title="Sortie en groupe, toutes allures",
            is_instant=True,
            description="""\
Une boucle plate de 4 km, à courir ou à marcher, et personne pour regarder sa montre. C’est
gratuit : venez voir si on s’entend.""",
            place_mode=PlaceMode.PROVIDER,
            price=0,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=12,
            duration_minutes=75,
            picture="run",
            answers={
                "equipment": "none",
                "levels": ["starting", "returning", "practised"],
                "styles": ["playful"],
            },
        ),
        DemoOffer(
            title="Faire le point sur votre plan, à distance",
            description="""\
Trente minutes au téléphone ou en visio : ce qui a marché, ce qui coince, la semaine qui vient. Pour
ceux que j’accompagne déjà, ou pour commencer loin de Nantes.""",
            place_mode=PlaceMode.REMOTE,
            price=1000,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=1,
            duration_minutes=30,
            picture="walking",
            answers={
                "equipment": "none",
                "levels": ["returning", "practised"],
                "styles": ["structured"],
            },
        ),
    ),
)

INES = DemoProAm(
    member="ines",
    craft="fitness",
    is_professional=True,
    headline="Yoga doux du matin, à deux pas de la Loire",
    story="""\
Née à Porto, élevée à Rezé, raide comme un balai jusqu’à mes trente ans. J’ai commencé le yoga pour
m’asseoir par terre avec ma fille sans faire de bruit en me relevant.

Mes cours sont lents. Il n’y a pas de miroir, pas de posture à réussir, et l’on a le droit de
s’endormir à la fin : c’est même bon signe. Je propose toujours **une version sur chaise**, et vous
n’avez pas à dire pourquoi vous la choisissez.

Je reçois dans une petite salle claire, de plain-pied, cinq tapis au plus. Je viens aussi chez les
personnes qui sortent peu. Je suis professeure de yoga, pas soignante : si vous êtes suivi, gardez
vos rendez-vous, je complète, je ne remplace pas.""",
    specialities=("gentle-yoga", "chair-yoga", "breathing", "stretching"),
    favourites=("yoga sur chaise", "souffle", "relaxation guidée"),
    languages=("fr", "pt", "en"),
    travel_km=8,
    weekly_hours=(
        (0, "18:30", "20:30"),
        (2, "07:30", "11:30"),
        (4, "07:30", "11:30"),
        (6, "09:00", "11:30"),
    ),
    picture="yoga",
    gallery=("yoga", "stretching", "chairs"),
    credential="Professeure de yoga, formation de 500 heures",
    credential_verified=True,
    offers=(
        DemoOffer(
            title="Yoga doux en petit groupe",
            is_instant=True,
            description="""\
Une heure et quart, cinq tapis, beaucoup de coussins. On s’étire, on respire, on se repose pour de
vrai. Tapis, couvertures et tisane sur place : venez les mains vides.""",
            place_mode=PlaceMode.PROVIDER,
            price=1500,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=5,
            duration_minutes=75,
            picture="yoga",
            answers={
                "equipment": "brought",
                "levels": ["starting", "returning"],
                "styles": ["gentle"],
            },
        ),
        DemoOffer(
            title="Yoga sur chaise, chez vous",
            description="""\
Une séance assise, pour une à quatre personnes, avec les chaises que vous avez. Elle convient aux
débutants de tout âge. Le chat peut rester.""",
            place_mode=PlaceMode.HOST,
            price=3500,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=4,
            duration_minutes=60,
            picture="yoga",
            answers={"equipment": "none", "levels": ["starting"], "styles": ["gentle"]},
        ),
        DemoOffer(
            title="Souffler avant de dormir, à distance",
            description="""\
Une demi-heure de respiration et d’étirements sur le lit, caméra éteinte si vous voulez. Gratuit,
parce que j’en ai besoin autant que vous.""",
            place_mode=PlaceMode.REMOTE,
            price=0,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=10,
            duration_minutes=30,
            picture="yoga",
            answers={
                "equipment": "none",
                "levels": ["starting", "returning", "practised"],
                "styles": ["gentle"],
            },
        ),
    ),
)

BASTIEN = DemoProAm(
    member="bastien",
    craft="fitness",
    is_professional=True,
    headline="Se renforcer chez soi, debout ou assis, avec ce qu’il y a dans le salon",
    story="""\
Quinze ans de basket en fauteuil m’ont laissé de bonnes épaules et un avis sur les salles de
sport : elles sont rarement pensées pour tout le monde. Alors je viens chez vous.

Une chaise solide, deux bouteilles d’eau, un élastique que j’apporte : c’est assez pour travailler
une heure. Chaque exercice existe **debout, assis ou allongé**, et l’on choisit ensemble celui du
jour. Je compte à voix haute, je fais des blagues moyennes, et je note ce que vous avez fait pour
que vous voyiez le chemin.

Je débute sur ce site, pas dans le métier : mon diplôme a été vérifié, mes premiers avis restent à
écrire. L’essai à distance est gratuit, pour voir si ma tête vous revient.""",
    specialities=("strength-at-home", "seated-exercise", "getting-started"),
    favourites=("poids du corps", "élastiques", "mobilité des épaules"),
    languages=("fr",),
    travel_km=10,
    weekly_hours=((0, "17:30", "20:30"), (2, "12:00", "14:00"), (3, "17:30", "20:30")),
    picture="strength",
    credential="BPJEPS activités de la forme",
    credential_verified=True,
    offers=(
        DemoOffer(
            title="Une heure de renforcement dans votre salon",
            description="""\
Pour une à trois personnes, de tout niveau. Je m’adapte à la place, au plafond et aux voisins du
dessous. J’ai besoin de deux mètres carrés et d’un ascenseur ou d’un rez-de-chaussée.""",
            place_mode=PlaceMode.HOST,
            price=3000,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=3,
            duration_minutes=60,
            picture="strength",
        ),
        DemoOffer(
            title="Une demi-heure d’essai, à distance",
            description="""\
On fait connaissance, vous me montrez votre chaise, je vous montre trois exercices. Vous décidez
ensuite, sans relance.""",
            place_mode=PlaceMode.REMOTE,
            price=0,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=1,
            duration_minutes=30,
            picture="strength",
            answers={
                "equipment": "none",
                "levels": ["starting", "returning"],
                "styles": ["structured"],
            },
        ),
    ),
)

GWEN = DemoProAm(
    member="gwen",
    craft="fitness",
    is_professional=True,
    headline="Apprivoiser l’eau à l’âge adulte, un orteil après l’autre",
    story="""\
J’ai surveillé des plages pendant douze étés. J’y ai surtout vu des adultes rester au bord en
disant qu’ils avaient froid. Ils n’avaient pas froid.

J’enseigne à ceux qui ont peur, qui ont bu la tasse un jour, ou qui n’ont jamais eu l’occasion. On
commence là où vous avez pied, aux heures calmes de la piscine. On apprend d’abord à **se
relever**, puis à flotter, et seulement ensuite à avancer. Il n’y a pas de plongeoir dans mon
programme.

Personne ne se moque, personne ne filme. Maillot couvrant, bonnet rigolo, pince-nez : tout me va du
moment que le règlement du bassin l’accepte. Je réponds aussi aux questions qu’on n’ose
poser à personne.""",
    specialities=("swimming", "water-confidence", "breathing"),
    favourites=("flotter", "crawl tranquille", "souffler sous l’eau"),
    languages=("fr", "br", "en"),
    travel_km=0,
    weekly_hours=(
        (1, "12:00", "14:00"),
        (3, "19:00", "21:00"),
        (4, "12:00", "14:00"),
        (6, "09:00", "11:30"),
    ),
    picture="swim",
    not_offered="Je ne prépare pas les compétitions et je ne pousse personne dans l’eau, jamais.",
    gallery=("swim", "sea", "stretching"),
    credential="BPJEPS activités aquatiques et de la natation",
    credential_verified=True,
    offers=(
        DemoOffer(
            title="Apprivoiser l’eau",
            description="""\
Quarante-cinq minutes dans le petit bassin, seul ou avec quelqu’un que vous aimez bien. Rien n’est
obligatoire, pas même de mouiller les cheveux. L’entrée de la piscine est à votre charge.""",
            place_mode=PlaceMode.PROVIDER,
            price=2500,
            unit=PriceUnit.SESSION,
            seats_min=1,
            seats_max=2,
            duration_minutes=45,
            picture="swim",
            answers={"equipment": "own", "levels": ["starting"], "styles": ["gentle"]},
        ),
        DemoOffer(
            title="Retrouver un crawl tranquille",
            description="""\
Pour ceux qui nagent déjà, mais s’essoufflent au bout d’une longueur. On ralentit, on souffle, on
glisse. Trois personnes au plus dans la ligne d’eau.""",
            place_mode=PlaceMode.PROVIDER,
            price=2000,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=3,
            duration_minutes=60,
            picture="swim",
            answers={
                "equipment": "own",
                "levels": ["returning", "practised"],
                "styles": ["structured"],
            },
        ),
    ),
)

EAMON = DemoProAm(
    member="eamon",
    craft="fitness",
    headline="Nordic walking by the Odet, free, dry jokes included",
    story="""\
I retired from Galway to Bénodet with a wife, a dog and two bad knees. The dog insisted on walks,
and somebody lent me a pair of poles. Four years on I have opinions about rubber tips.

I am not a coach, just a neighbour with a whistle, so this is **free and always will be**. We meet
by the river, I lend you poles, and I show you how to use them so that your arms do some of the
work. We go at the pace of whoever is last, and there are benches. Rain does not cancel us;
lightning does.

Newcomers, slow walkers and people who need to practise their English are especially welcome. The
coffee afterwards is not compulsory, but the dog expects you.""",
    specialities=("nordic-walking", "hiking", "getting-started"),
    favourites=("river paths", "hill repeats", "coffee stops"),
    languages=("en", "fr"),
    travel_km=0,
    weekly_hours=((2, "09:30", "12:30"), (6, "09:30", "12:30")),
    picture="walking",
    not_offered="""\
No races, no tents, no walks in a storm warning. Blisters I dress; knees belong to a doctor.""",
    gallery=("walking", "mountains", "riverside"),
    offers=(
        DemoOffer(
            title="A Nordic walk by the Odet",
            is_instant=True,
            description="""\
About six kilometres on soft paths, two hours with stops. Poles lent, all paces, dogs on a lead.
Wear shoes that you do not love too much.""",
            place_mode=PlaceMode.PROVIDER,
            price=0,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=10,
            duration_minutes=120,
            picture="walking",
            answers={
                "equipment": "brought",
                "levels": ["returning", "practised"],
                "styles": ["playful"],
            },
        ),
        DemoOffer(
            title="First steps with poles",
            description="""\
One flat hour for people who have never held them. By the end your shoulders will know something
that they did not know before.""",
            place_mode=PlaceMode.PROVIDER,
            price=0,
            unit=PriceUnit.PERSON,
            seats_min=1,
            seats_max=4,
            duration_minutes=60,
            picture="walking",
            answers={
                "equipment": "brought",
                "levels": ["starting"],
                "styles": ["playful", "gentle"],
            },
        ),
    ),
)

COACHES = (KARIM, INES, BASTIEN, GWEN, EAMON)
