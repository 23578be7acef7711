"""What people of the demo community said of each other after a meal or a session."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from pro_am.operations.demo.composed import composed_reviews
from pro_am.operations.demo.visits import DemoReview, Visit

OF_COOKS: dict[str, tuple[DemoReview, ...]] = {
    # Offers: dinner (0), workshop (1), lasagne (2).
    "lea": (
        DemoReview(
            Visit("anais", offer=0, people=6, days_ago=24),
            5,
            "Deuxième fois. Le dîner est aussi bien que l’atelier, et on peut rester assis.",
            of_host="Toujours un plaisir. Cette fois, c’est moi qui suis repartie avec un dessert.",
        ),
        DemoReview(
            Visit("ines", offer=0, people=6, days_ago=31),
            5,
            "Elle a nourri six personnes dans une cuisine de quatre mètres carrés, et il y "
            "avait de la place pour rire.",
            of_host="Petite cuisine, grande table, accueil en or.",
        ),
        DemoReview(
            Visit("karim", offer=0, people=4, days_ago=47),
            5,
            "Ponctuelle, drôle, et mes enfants réclament ses cappelletti depuis.",
            of_host=(
                "Les enfants ont farci la moitié des pâtes. Karim a fait la vaisselle malgré moi."
            ),
        ),
        DemoReview(
            Visit("helen", offer=0, people=8, days_ago=58),
            5,
            "She turned our tiny kitchen into a trattoria and left it cleaner than she found "
            "it. The sage butter was quietly perfect.",
            of_host=(
                "Helen reçoit avec beaucoup de soin. Stationnement expliqué à l’avance, un bonheur."
            ),
        ),
        DemoReview(
            Visit("tom", offer=0, people=6, days_ago=75),
            4,
            "Très bon du début à la fin. Petite attente entre deux plats, nous étions six "
            "autour d’une seule plaque.",
            reply="C’est vrai, et c’est noté : j’apporte désormais une deuxième plaque.",
            of_host=(
                "Soirée agréable. La plaque annoncée à quatre feux n’en avait qu’un qui marchait."
            ),
            of_host_stars=4,
        ),
        DemoReview(
            Visit("moussa", offer=2, people=4, days_ago=82),
            5,
            "Livrées à l’heure, encore meilleures le lendemain. Le mot pour réchauffer était "
            "clair.",
        ),
        DemoReview(
            Visit("josiane", offer=2, people=2, days_ago=96),
            5,
            "À mon âge, on ne se refait pas : j’aime les lasagnes qui tiennent debout. "
            "Celles-ci tiennent debout.",
            reply="Josiane, je vais l’encadrer.",
            of_host="Le plat est revenu lavé, avec des figues dedans. Revenez quand vous voulez.",
        ),
        DemoReview(
            Visit("sophie", offer=1, people=5, days_ago=110),
            5,
            "Atelier offert à ma sœur. Pédagogue et patiente, même avec mon beau-frère.",
            of_host="Groupe très gai, plan de travail dégagé, merci !",
        ),
        DemoReview(
            Visit("zeynep", offer=0, people=4, days_ago=131),
            5,
            "Menu végétarien pensé comme un vrai repas, pas comme une liste de garnitures. Bravo.",
            of_host="Zeynep m’a prévenue de l’allergie d’une amie dès le premier message. Parfait.",
        ),
        DemoReview(
            Visit("lucas", offer=2, people=2, days_ago=152),
            3,
            "Bon, mais un peu léger pour deux gros mangeurs, et la livraison avait une "
            "demi-heure de retard.",
            reply=(
                "Le retard est pour moi, le pont était levé et je n’ai pas prévenu. Pardon Lucas."
            ),
        ),
        DemoReview(
            Visit("anais", offer=1, people=4, days_ago=178),
            5,
            "On repart avec la recette, le coup de main et un kilo de tagliatelles. Très "
            "généreuse.",
            reply="Le kilo, c’est parce que vous avez pétri pour six. Merci Anaïs !",
            of_host=(
                "Anaïs avait tout préparé, jusqu’aux chaises. Une tablée joyeuse et des questions "
                "précises."
            ),
        ),
        DemoReview(
            Visit("daniel", offer=1, people=3, days_ago=203),
            5,
            "We laughed a lot and our ravioli only leaked a little. She explains everything "
            "twice, the second time with her hands.",
            of_host="Daniel a appris à rouler plus vite que mon frère. Accueil chaleureux.",
        ),
    ),
    # Offers: first loaf (0), a loaf delivered (1).
    "maud": (
        DemoReview(
            Visit("claire", offer=0, people=2, days_ago=19),
            5,
            "Mon premier pain qui n’est pas une brique. Gérard le levain vit désormais chez moi.",
            reply="Donnez-lui des nouvelles de ma part, et de la farine.",
            of_host="Claire est curieuse de tout et pèse au gramme. Une future boulangère.",
        ),
        DemoReview(
            Visit("andre", offer=1, people=1, days_ago=33),
            5,
            "Croûte épaisse, mie serrée, comme celui de mon père. Je n’ai pas d’autre critère.",
            of_host="André m’attend toujours avec un café. Je suis en retard à cause de lui.",
        ),
        DemoReview(
            Visit("lea", offer=0, people=1, days_ago=54),
            5,
            "Je fais des pâtes, elle fait du pain : nous avons parlé farine pendant quatre "
            "heures. Précise et généreuse.",
            of_host="Léa a les mains qu’il faut. On échange des farines depuis.",
        ),
        DemoReview(
            Visit("tom", offer=0, people=3, days_ago=77),
            4,
            "Très bien expliqué. Le temps de pousse est long : prévoyez un livre, ou des copains.",
            reply="Ou les deux. J’ai ajouté un jeu de cartes dans l’atelier.",
        ),
        DemoReview(
            Visit("helen", offer=1, people=1, days_ago=90),
            5,
            "A proper loaf. It was still warm when it reached us and gone by teatime.",
            of_host="Consignes claires, portail ouvert, tout est simple avec Helen.",
        ),
        DemoReview(
            Visit("yann", offer=0, people=2, days_ago=118),
            5,
            "J’y suis allé pour accompagner mon neveu, j’en suis sorti avec un pot de levain "
            "et une nouvelle passion.",
            of_host=(
                "Yann et son neveu ont tout nettoyé avant moi. Je signe tout de suite pour "
                "d’autres."
            ),
        ),
        DemoReview(
            Visit("sophie", offer=1, people=1, days_ago=140),
            3,
            "Bon pain mais trop cuit pour moi. Il fallait préciser qu’on l’aime pâle, je ne "
            "le savais pas.",
            reply="Vous avez raison, je pose maintenant la question avant d’enfourner.",
        ),
        DemoReview(
            Visit("mehdi", offer=0, people=4, days_ago=167),
            5,
            "Venus à quatre, repartis à quatre pains. Le garage sent meilleur que bien des "
            "boulangeries.",
            of_host="Une équipe drôle et appliquée. Arrivés à l’heure, repartis tard, sans regret.",
        ),
    ),
    # Offers: couscous (0), tajine (1), tea (2).
    "nadia": (
        DemoReview(
            Visit("camille", offer=0, people=10, days_ago=15),
            5,
            "Dix à table, trois générations, un silence complet à la première bouchée. Cela "
            "n’arrive jamais chez nous.",
            reply="Le silence est ma médaille. Merci à la grand-mère pour les compliments !",
            of_host="Une famille adorable, une cuisine prête à mon arrivée. Rien à redire.",
        ),
        DemoReview(
            Visit("rachid", offer=0, people=8, days_ago=29),
            5,
            "La semoule de mon enfance. J’ai appelé ma mère pour le lui dire, elle est un peu "
            "vexée.",
            of_host="Rachid m’a fait visiter son potager et m’a donné de la menthe. Merci.",
        ),
        DemoReview(
            Visit("odile", offer=2, people=4, days_ago=44),
            5,
            "Un après-midi hors du temps. Les gâteaux sont fins, le thé est servi avec une "
            "histoire.",
            of_host="Odile et ses amies chantent très bien. Revenez.",
        ),
        DemoReview(
            Visit("grace", offer=1, people=3, days_ago=61),
            5,
            "The tagine arrived fragrant and still warm, and the preserved lemon was a revelation.",
            of_host="Plat rendu propre dès le lendemain. Parfait.",
        ),
        DemoReview(
            Visit("theo", offer=1, people=2, days_ago=70),
            4,
            "Très parfumé. J’aurais aimé un peu plus de sauce pour finir le pain.",
            reply="Message reçu : il y a maintenant un petit pot de sauce en plus.",
        ),
        DemoReview(
            Visit("yasmine", offer=0, people=12, days_ago=88),
            5,
            "Pour les quarante ans de mon frère. Organisée, calme, et la cuisine brillait à "
            "son départ.",
            of_host=(
                "Belle fête et belles personnes. L’ascenseur était en panne, le frère a tout porté."
            ),
        ),
        DemoReview(
            Visit("priya", offer=2, people=2, days_ago=101),
            5,
            "I came for the almond pastries and stayed for the history lesson. We are now "
            "planning a dinner together.",
            of_host=(
                "Une cuisinière qui comprend les épices : nous avons parlé cumin pendant une heure."
            ),
        ),
        DemoReview(
            Visit("paul", offer=0, people=6, days_ago=126),
            3,
            "Excellent repas, mais il a commencé avec une heure de retard et les enfants "
            "dormaient presque.",
            reply=(
                "J’avais mal compté la montée en vapeur sur vos plaques. J’arrive plus tôt "
                "désormais."
            ),
            of_host="Accueil aimable malgré mon retard. Merci de votre patience.",
        ),
        DemoReview(
            Visit("beatrice", offer=2, people=3, days_ago=149),
            5,
            "On y entre pour un thé et on en ressort réconcilié avec la pluie.",
        ),
        DemoReview(
            Visit("amadou", offer=1, people=4, days_ago=171),
            5,
            "Copieux, doux, et végétal sans le crier. Mes enfants ont fini les olives.",
            of_host="Très ponctuel pour la livraison, merci Amadou.",
        ),
    ),
    # Offers: phở (0), spring rolls (1), broth delivered (2).
    "minh": (
        DemoReview(
            Visit("lin", offer=0, people=4, days_ago=13),
            5,
            "Un bouillon clair et profond, et un fils de restaurateurs qui sait recevoir. On "
            "revient.",
            reply="Mon père a lu votre avis à voix haute. Deux fois.",
            of_host="Des hôtes qui finissent leur bol jusqu’à la dernière herbe, quel bonheur.",
        ),
        DemoReview(
            Visit("marek", offer=1, people=3, days_ago=27),
            5,
            "Mes premiers rouleaux ressemblaient à des sacs de couchage. Les derniers, on "
            "aurait dit les siens.",
            of_host="Marek rit de ses ratés et aide les autres. Bienvenue à ma table.",
        ),
        DemoReview(
            Visit("callum", offer=0, people=2, days_ago=41),
            5,
            "One dish, one table, no fuss. I have been thinking about that broth ever since.",
            of_host="Callum a demandé la recette avec beaucoup de politesse. Je réfléchis encore.",
        ),
        DemoReview(
            Visit("solene", offer=2, people=2, days_ago=56),
            5,
            "Le bouillon végétal a du caractère, et le bocal donne envie de cuisiner.",
            of_host="Le bocal est revenu rempli de confiture. La consigne est largement payée.",
        ),
        DemoReview(
            Visit("rachid", offer=0, people=6, days_ago=72),
            4,
            "Très bon et très simple. Les chaises sont dures, apportez votre plus vieux coussin.",
            reply="J’ai acheté six coussins. Ils sont rouges, vous verrez.",
        ),
        DemoReview(
            Visit("yasmine", offer=1, people=4, days_ago=94),
            5,
            "Allergique aux crustacés, j’ai eu ma planche, mon couteau et mon tofu à part. "
            "Rassurée du début à la fin.",
            of_host="Yasmine a signalé son allergie très tôt et très clairement. Merci.",
        ),
        DemoReview(
            Visit("theo", offer=2, people=2, days_ago=112),
            2,
            "Les nouilles manquaient dans le sac. Remboursé tout de suite, mais le dîner "
            "était raté.",
            reply=(
                "Ma faute entière, elles étaient restées sur la table. Depuis, je coche une liste."
            ),
        ),
        DemoReview(
            Visit("nadia", offer=0, people=4, days_ago=137),
            5,
            "Je cuisine pour les autres toute l’année : être servie comme ça, c’est précieux.",
            of_host="Nadia a goûté le bouillon les yeux fermés et a tout deviné, sauf une épice.",
        ),
        DemoReview(
            Visit("odile", offer=0, people=2, days_ago=160),
            5,
            "À soixante-dix ans passés, mon premier phở. Quel retard j’avais pris.",
            of_host="Odile a appris les baguettes en dix minutes. Élève modèle.",
        ),
    ),
    # Offers: supper (0), dosa morning (1), spices online (2).
    "priya": (
        DemoReview(
            Visit("grace", offer=0, people=6, days_ago=17),
            5,
            "Six friends, three chutneys, one argument over the last spoonful of lemon rice. "
            "Wonderful evening.",
            reply="I heard the argument from the kitchen and I have never been prouder.",
            of_host="Grace had the table laid, the burners free and the music right. A joy.",
        ),
        DemoReview(
            Visit("solene", offer=1, people=2, days_ago=35),
            5,
            "Ma première dosa s’est déchirée, la cinquième était une dentelle. Le café "
            "réveille un immeuble.",
            of_host="Curious, careful, and very good with the ladle by the end.",
        ),
        DemoReview(
            Visit("camille", offer=0, people=8, days_ago=52),
            5,
            "Huit personnes, dont deux véganes et une intolérante au gluten : tout le monde a "
            "mangé la même chose. Merci.",
            of_host="Camille wrote down every guest’s needs beforehand. I wish all hosts did.",
        ),
        DemoReview(
            Visit("callum", offer=2, people=1, days_ago=66),
            5,
            "We threw away half my cupboard and I cook twice as much now. An hour very well spent.",
            of_host="Came with labelled jars and honest questions.",
        ),
        DemoReview(
            Visit("lin", offer=0, people=4, days_ago=83),
            4,
            "Très beau repas. « Curieux », c’était déjà bien relevé pour nous.",
            reply="Noted, Lin: next time we start at shy and negotiate.",
            of_host="Warm welcome and a lovely kitchen to work in.",
        ),
        DemoReview(
            Visit("bastien", offer=1, people=2, days_ago=99),
            5,
            "Tout est accessible en fauteuil, jusqu’à la plaque. Elle avait vérifié avant que "
            "je demande.",
            of_host="Bastien flips a dosa better than I do. I am slightly annoyed.",
        ),
        DemoReview(
            Visit("marek", offer=0, people=5, days_ago=122),
            5,
            "On a beaucoup appris et tout dévoré. Les explications sont claires, même en français.",
        ),
        DemoReview(
            Visit("beatrice", offer=2, people=1, days_ago=145),
            4,
            "Une heure utile et joyeuse. La visio a coupé deux fois, elle a rallongé d’autant.",
            of_host="Patient with my connection, and full of good stories about nutmeg.",
        ),
        DemoReview(
            Visit("paul", offer=1, people=3, days_ago=169),
            5,
            "Un petit déjeuner qui remplace le repas de midi et la mauvaise humeur.",
            of_host="Three hungry people and not one crumb left. Thank you.",
        ),
    ),
    # Offers: galettes evening (0), crêpe lesson (1), far (2).
    "soizic": (
        DemoReview(
            Visit("jeanyves", offer=0, people=12, days_ago=16),
            5,
            "Douze personnes servies chaudes, sans une minute d’attente. On croirait qu’elle "
            "a quatre bras.",
            reply="Deux bras et deux bilig, Jean-Yves, le compte y est.",
            of_host="Deux bonnes prises, un auvent et des gens heureux. Que demander de plus ?",
        ),
        DemoReview(
            Visit("nolwenn", offer=1, people=2, days_ago=30),
            5,
            "Elle corrige le poignet d’un regard. Ma fille de dix ans tourne mieux que moi.",
            of_host="La petite a le geste. La mère aussi, mais il ne faut pas le lui dire.",
        ),
        DemoReview(
            Visit("eamon", offer=0, people=8, days_ago=45),
            5,
            "I have eaten many crêpes in Brittany. These are the ones I shall describe to "
            "people at home.",
            of_host="Eamon raconte encore mieux que moi. Et le chien est bien élevé.",
        ),
        DemoReview(
            Visit("samir", offer=2, people=6, days_ago=59),
            5,
            "Far tremblant comme promis. Il a tenu onze minutes au bureau.",
        ),
        DemoReview(
            Visit("marieange", offer=0, people=14, days_ago=73),
            4,
            "Délicieux et généreux. Un peu de fumée au début, pensez à ouvrir avant l’arrivée "
            "des invités.",
            reply="C’est juste. Maintenant j’en parle avant de brancher.",
            of_host="Belle assemblée. On m’a donné un tabouret, c’est rare et gentil.",
        ),
        DemoReview(
            Visit("ruth", offer=1, people=1, days_ago=91),
            5,
            "She speaks slowly, shows twice and lets you fail in peace. I can now turn a "
            "crêpe without swearing.",
            of_host="Ruth est arrivée avec son tablier et son courage. Elle a réussi la troisième.",
        ),
        DemoReview(
            Visit("loic", offer=0, people=6, days_ago=108),
            5,
            "Les histoires sont comprises dans le prix, et elles valent le prix.",
            of_host="Une table qui écoute, c’est précieux.",
        ),
        DemoReview(
            Visit("gwen", offer=2, people=8, days_ago=129),
            5,
            "Commandé pour la fin de saison du groupe. On m’en parle encore au bord du bassin.",
            of_host="Commande claire, plat rendu propre. Bonne petite.",
        ),
        DemoReview(
            Visit("patrick", offer=0, people=10, days_ago=151),
            3,
            "Très bon, mais les fusibles ont sauté deux fois. On aurait pu vérifier avant "
            "ensemble.",
            reply="Depuis, je demande une photo du tableau électrique. Merci pour la patience.",
            of_host="On a mangé à la bougie un moment. Patrick a gardé le sourire.",
            of_host_stars=4,
        ),
        DemoReview(
            Visit("irina", offer=1, people=3, days_ago=174),
            5,
            "Trois débutants, beaucoup de beurre, aucun reproche.",
            of_host="De grands rires et de bonnes mains.",
        ),
    ),
}

OF_COACHES: dict[str, tuple[DemoReview, ...]] = {
    # Offers: first 5 km (0), group run (1), call (2).
    "karim": (
        DemoReview(
            Visit("anais", offer=0, people=1, days_ago=14),
            5,
            "Je détestais courir. Je déteste encore un peu, mais j’y retourne toute seule. "
            "Mystère.",
            reply="Le mystère s’appelle Anaïs. Continuez à parler en courant !",
            of_host=(
                "Ponctuelle et franche sur ses sensations. C’est la meilleure façon de progresser."
            ),
        ),
        DemoReview(
            Visit("lea", offer=0, people=1, days_ago=28),
            5,
            "Six semaines à petits pas et j’ai fait mes 5 km sans m’arrêter, sauf pour un canard.",
            of_host="Léa travaille de nuit et vient quand même. Le canard va bien.",
        ),
        DemoReview(
            Visit("yann", offer=1, people=1, days_ago=40),
            5,
            "Une heure dehors, des gens de tous les âges, et le dernier n’est jamais seul.",
            of_host="Yann prend toujours des nouvelles des nouveaux. Précieux dans un groupe.",
        ),
        DemoReview(
            Visit("hugo", offer=0, people=2, days_ago=53),
            4,
            "Bon suivi et bonne humeur. J’aurais voulu des séances un peu plus dures vers la fin.",
            reply="Noté Hugo, on ajoute des côtes. Vous regretterez d’avoir demandé.",
            of_host="Motivé, parfois trop. On apprend à ralentir ensemble.",
        ),
        DemoReview(
            Visit("daniel", offer=1, people=2, days_ago=65),
            5,
            "Friendly group, flat loop, no stopwatch in sight. My French improved as much as "
            "my legs.",
            of_host="Daniel encourage tout le monde, dans deux langues.",
        ),
        DemoReview(
            Visit("zeynep", offer=0, people=1, days_ago=79),
            5,
            "Il a vu tout de suite que mes épaules montaient jusqu’aux oreilles. Une "
            "consigne, et tout devient plus facile.",
            of_host="Zeynep note tout et essaie tout. Un plaisir à accompagner.",
        ),
        DemoReview(
            Visit("moussa", offer=1, people=1, days_ago=93),
            5,
            "Venu pour marcher, reparti en ayant couru sans m’en rendre compte.",
        ),
        DemoReview(
            Visit("sophie", offer=2, people=1, days_ago=105),
            4,
            "Un appel clair, un plan réaliste. Le son était mauvais les cinq premières minutes.",
            reply="J’ai changé de micro. On vous entend sourire, maintenant.",
        ),
        DemoReview(
            Visit("mehdi", offer=0, people=2, days_ago=120),
            5,
            "Avec mon père de soixante-huit ans. Deux allures, un seul coach, personne de vexé.",
            of_host="Le père et le fils sont venus préparés, et le père a gagné le sprint.",
        ),
        DemoReview(
            Visit("ines", offer=1, people=1, days_ago=143),
            5,
            "Je lui ai appris à s’étirer, il m’a appris à courir. Nous sommes quittes.",
            of_host="Inès court comme elle respire : bien.",
        ),
        DemoReview(
            Visit("gilles", offer=0, people=1, days_ago=164),
            3,
            "Sérieux et gentil, mais deux séances déplacées pour cause de pluie. Prévenez "
            "plus tôt.",
            reply="Vous avez raison. Je préviens maintenant la veille avant 18 h.",
            of_host="Gilles est exigeant et juste, et toujours à l’heure.",
        ),
        DemoReview(
            Visit("paula", offer=2, people=1, days_ago=190),
            5,
            "Je n’osais pas poser mes questions en groupe. Là, j’ai tout demandé.",
            of_host="De bonnes questions, et l’honnêteté de dire ce qui n’a pas été fait.",
        ),
    ),
    # Offers: small group (0), chair yoga at home (1), evening breathing (2).
    "ines": (
        DemoReview(
            Visit("lea", offer=0, people=1, days_ago=18),
            5,
            "Je sors de garde, j’arrive en miettes, je repars en un seul morceau.",
            reply="Et tu ronfles très discrètement, rassure-toi.",
            of_host="Léa arrive fatiguée et repart en disant merci. Rien d’autre à souhaiter.",
        ),
        DemoReview(
            Visit("josiane", offer=1, people=2, days_ago=32),
            5,
            "Soixante-quatorze ans et je touche presque mes pieds. Ma voisine, elle, touche "
            "le chat.",
            of_host="Deux voisines complices, des chaises solides et un chat professionnel.",
        ),
        DemoReview(
            Visit("helen", offer=0, people=2, days_ago=49),
            5,
            "Slow, kind and completely unpretentious. I fell asleep at the end and was "
            "congratulated.",
            of_host="Helen écoute son corps mieux que mes consignes. C’est le but.",
        ),
        DemoReview(
            Visit("paula", offer=0, people=1, days_ago=63),
            5,
            "La version sur chaise est proposée à tous, alors personne ne se sent à part.",
        ),
        DemoReview(
            Visit("tom", offer=2, people=1, days_ago=78),
            4,
            "Très apaisant. Je n’ai jamais vu la fin : je dormais.",
            reply="C’est le meilleur compliment possible.",
        ),
        DemoReview(
            Visit("claire", offer=0, people=1, days_ago=97),
            5,
            "Petite salle claire, voix posée, tisane à la verveine. La journée est sauvée.",
            of_host="Claire range les tapis sans qu’on demande. Merci !",
        ),
        DemoReview(
            Visit("andre", offer=1, people=1, days_ago=115),
            5,
            "À quatre-vingt-un ans, on me parle souvent comme à un enfant. Pas elle.",
            of_host="André travaille sérieusement et raconte merveilleusement la Loire d’avant.",
        ),
        DemoReview(
            Visit("lucas", offer=0, people=2, days_ago=134),
            3,
            "Bien, mais trop calme pour moi. J’aurais dû lire « doux » dans le titre.",
            reply="Merci d’avoir essayé, Lucas. Karim vous attend !",
            of_host="Curieux et respectueux du groupe, même si ce n’était pas son rythme.",
        ),
        DemoReview(
            Visit("maud", offer=0, people=1, days_ago=156),
            5,
            "Mes poignets de boulangère lui disent merci.",
            of_host="Maud apporte du pain après le cours. Je n’ai aucune objectivité.",
        ),
        DemoReview(
            Visit("karim", offer=2, people=1, days_ago=182),
            5,
            "Une demi-heure sans bouger, pour un coureur, c’est un exploit. Elle m’y amène en "
            "douceur.",
        ),
    ),
    # Offers: taming water (0), calm crawl (1).
    "gwen": (
        DemoReview(
            Visit("denise", offer=0, people=1, days_ago=20),
            5,
            "J’ai mis la tête sous l’eau pour la première fois à soixante-six ans. J’ai "
            "pleuré, dans l’eau ça ne se voit pas.",
            reply="Cela se voyait, Denise, et c’était magnifique.",
            of_host="Denise a un courage tranquille. J’apprends autant qu’elle.",
        ),
        DemoReview(
            Visit("samir", offer=0, people=2, days_ago=37),
            5,
            "Jamais un mot de trop, jamais un geste brusque. Ma sœur et moi flottons.",
            of_host="Un frère et une sœur qui s’encouragent. Toujours à l’heure, douche comprise.",
        ),
        DemoReview(
            Visit("ruth", offer=1, people=1, days_ago=51),
            5,
            "I used to fight the water for forty minutes. Now I swim less hard and go further.",
            of_host="Ruth écoute une consigne à la fois, et la garde.",
        ),
        DemoReview(
            Visit("irina", offer=0, people=1, days_ago=68),
            5,
            "Elle demande avant d’aider, toujours. Cela change tout.",
        ),
        DemoReview(
            Visit("mael", offer=1, people=2, days_ago=85),
            4,
            "Progrès réels en quelques séances. Le bassin était bruyant, on s’entendait mal.",
            reply="C’est vrai ce jour-là. J’ai trouvé un créneau sans les scolaires.",
            of_host="Sérieux et joyeux, bonnet vert inoubliable.",
        ),
        DemoReview(
            Visit("enora", offer=0, people=1, days_ago=103),
            5,
            "Trois séances pour lâcher le bord. On ne m’a jamais pressée.",
            of_host="Enora sait dire « pas aujourd’hui ». C’est une force.",
        ),
        DemoReview(
            Visit("loic", offer=1, people=1, days_ago=124),
            3,
            "Bonne enseignante, mais l’entrée de la piscine s’ajoute au prix et je ne l’avais "
            "pas vu.",
            reply="Je l’ai écrit plus clairement dans l’offre. Merci Loïc.",
        ),
        DemoReview(
            Visit("soizic", offer=0, people=1, days_ago=147),
            5,
            "Elle m’a dit de souffler comme sur une crêpe trop chaude. J’ai compris tout de suite.",
            of_host="Soizic flotte depuis, et commente.",
        ),
    ),
    # Offers: Nordic walk (0), first steps (1).
    "eamon": (
        DemoReview(
            Visit("ruth", offer=0, people=2, days_ago=21),
            5,
            "Two hours went by like twenty minutes. My arms know they exist now.",
            reply="Mine have been complaining for years, welcome to the club.",
            of_host="Ruth carries plasters for everybody and uses none herself.",
        ),
        DemoReview(
            Visit("jeanyves", offer=0, people=1, days_ago=36),
            5,
            "On marche, on apprend l’anglais, on rit. Le chien est le vrai chef.",
            of_host="Knows every bird on the river and waits for the slow ones, including me.",
        ),
        DemoReview(
            Visit("denise", offer=1, people=1, days_ago=50),
            5,
            "Bâtons prêtés, conseils simples, un banc au bon moment. Je me suis sentie attendue.",
            of_host="Arrived doubtful, left with a swing in her step.",
        ),
        DemoReview(
            Visit("nolwenn", offer=0, people=3, days_ago=64),
            5,
            "Venue avec ma mère et ma tante. Elles ne m’ont pas attendue au retour.",
            of_host="Three generations of opinions and excellent biscuits.",
        ),
        DemoReview(
            Visit("marieange", offer=1, people=2, days_ago=86),
            4,
            "Très agréable. Il parle vite quand il est content, demandez-lui de répéter.",
            reply="Guilty. I now carry a card that says lentement.",
        ),
        DemoReview(
            Visit("gwen", offer=0, people=1, days_ago=107),
            5,
            "De l’air, de la boue et de la bonne humeur. J’envoie mes nageurs ici l’hiver.",
            of_host="Walks as she teaches: calmly, with an eye on everyone.",
        ),
        DemoReview(
            Visit("patrick", offer=0, people=1, days_ago=133),
            4,
            "Belle sortie et gratuite. Le départ a pris un quart d’heure de retard, et il "
            "pleuvait.",
            of_host="Good company, honest about the weather and about me.",
        ),
    ),
}

OF_GARDENERS: dict[str, tuple[DemoReview, ...]] = {
    # Offers: balcony (0), seeds on a windowsill (1).
    "daniel": (
        DemoReview(
            Visit("romane", offer=0, people=1, days_ago=23),
            5,
            "Il a regardé mon mur pendant dix minutes avant de toucher une plante. Tout a repris, "
            "même le thym que j’avais condamné.",
            of_host="Romane had kept every dead pot as evidence. We found the culprit: saucers.",
        ),
        DemoReview(
            Visit("sean", offer=0, people=2, days_ago=40),
            5,
            "He said no to two thirds of my shopping list and he was right. The beans have reached "
            "the neighbour, who does not mind.",
            reply="Tell the neighbour they are free from the second floor up.",
            of_host="Sean carried forty litres of soil up four floors and then made tea.",
        ),
        DemoReview(
            Visit("anais", offer=1, people=2, days_ago=62),
            5,
            "Venue avec ma filleule : douze pots, douze prénoms. Onze ont levé.",
            of_host="Two careful sowers. Basil number seven was called Gérard, I am told.",
        ),
        DemoReview(
            Visit("quentin", offer=0, people=1, days_ago=91),
            4,
            "Très bons conseils, le plan sur une page est précieux. Arrivé un peu tard à cause du "
            "pont, il avait prévenu.",
            reply="The bridge and I are no longer on speaking terms. Thank you, Quentin.",
        ),
        DemoReview(
            Visit("helen", offer=1, people=1, days_ago=118),
            5,
            "I have killed cress. I now own parsley. No further questions.",
            of_host="Helen writes labels in ink and asks before every step.",
        ),
        DemoReview(
            Visit("marielle", offer=0, people=2, days_ago=171),
            3,
            "De bonnes idées, mais les jardinières proposées étaient trop lourdes pour notre "
            "garde-corps et il a fallu tout repenser.",
            reply="You were right to check. I now ask for the load before I draw anything.",
            of_host="Marielle knew her balcony better than I did, and said so kindly.",
        ),
    ),
    # Offers: compost (0), first vegetable bed (1).
    "solene": (
        DemoReview(
            Visit("pauline", offer=0, people=6, days_ago=21),
            5,
            "Elle est venue avec une affiche déjà écrite et un argument pour chaque voisin. Le bac "
            "sent la forêt.",
            of_host="Six voisins, deux fourches, zéro dispute. Une cour modèle.",
        ),
        DemoReview(
            Visit("theo", offer=1, people=2, days_ago=42),
            5,
            "Trois heures plus tard, ma pelouse avait disparu sous des cartons et je trouvais ça "
            "beau. Les courgettes confirment.",
            reply="Les courgettes confirment toujours trop. Pensez aux voisins.",
            of_host="Théo avait gardé tous ses cartons de déménagement. Rien n’a servi à rien.",
        ),
        DemoReview(
            Visit("holly", offer=1, people=1, days_ago=69),
            5,
            "Clear, funny and unafraid of slugs. She drew me a plan for the whole year, and I have "
            "not strayed from it once.",
            of_host="Holly note tout, même ce que dit la pluie. Un jardin prometteur.",
        ),
        DemoReview(
            Visit("maxence", offer=0, people=4, days_ago=98),
            4,
            "Le compost marche très bien. J’aurais aimé savoir avant que le bac n’était pas "
            "compris dans le prix.",
            reply="C’est juste, j’ai ajouté le prix des planches dans mon premier message.",
            of_host="Une copropriété attentive, et un vélo enfin sorti de la cour.",
        ),
        DemoReview(
            Visit("odile", offer=1, people=2, days_ago=127),
            5,
            "À soixante-dix ans, ne plus bêcher est une révélation. Mon dos lui écrit un poème.",
            of_host="Odile m’a appris trois noms d’oiseaux pendant que je posais les feuilles.",
        ),
        DemoReview(
            Visit("grace", offer=0, people=3, days_ago=158),
            5,
            "Our courtyard used to argue about bins. Now it argues about who may stir.",
        ),
        DemoReview(
            Visit("rachid", offer=1, people=1, days_ago=190),
            4,
            "Beaucoup appris sur le paillage. Un plant de tomate n’a pas tenu, elle m’en a "
            "rapporté un autre.",
            of_host="Rachid arrose le soir, au pied, sans qu’on le lui dise. Bravo.",
        ),
    ),
    # Offers: pruning (0), a morning in the orchard (1).
    "bertrand": (
        DemoReview(
            Visit("christelle", offer=0, people=1, days_ago=26),
            5,
            "Il a tourné autour du vieux poirier comme autour d’un malade, puis il a enlevé quatre "
            "branches. L’arbre respire, nous aussi.",
            of_host="Un poirier de cent ans et une propriétaire qui l’écoute. Belle matinée.",
        ),
        DemoReview(
            Visit("george", offer=1, people=2, days_ago=55),
            5,
            "I understood half the words and all of the gestures. My plum tree is grateful, and so "
            "is my wife, who held the map.",
            of_host="George coupe au bon endroit et remercie l’arbre en anglais.",
        ),
        DemoReview(
            Visit("robin", offer=1, people=3, days_ago=84),
            5,
            "On regarde longtemps avant de couper, et c’est là qu’on apprend. Le café était fort.",
            reply="Le café, c’est pour tenir l’échelle.",
        ),
        DemoReview(
            Visit("mireille", offer=0, people=1, days_ago=121),
            4,
            "Du travail soigné et de vraies explications. Deux arbres sur trois seulement, le "
            "temps a manqué.",
            reply="Le troisième vous attend, et moi aussi. Je reviens quand il vous plaira.",
            of_host="Mireille tient l’échelle d’une main et compte les bourgeons de l’autre.",
        ),
        DemoReview(
            Visit("margaux", offer=0, people=2, days_ago=177),
            5,
            "Il a reconnu une reinette que plus personne ne savait nommer. L’étiquette est clouée "
            "au tronc.",
            of_host="Une reinette du Diois, vivante ! J’en parle encore au marché.",
        ),
    ),
}

_WRITTEN = OF_COOKS | OF_COACHES | OF_GARDENERS
REVIEWS = _WRITTEN | composed_reviews(_WRITTEN)
"""By the pro-am who is reviewed."""

YET_TO_BE_REVIEWED = {"lea": (Visit("anais", offer=2, people=4, days_ago=6),)}
"""Visits so recent that both sides may still write, by pro-am; these days are not spread."""
