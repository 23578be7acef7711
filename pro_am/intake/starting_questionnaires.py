"""What new communities ask those who look for a coach; each rewrites it as it likes.

Written as the desk writes it: a choice is "French | English | what it stands for".
"""

from typing import Any

Rows = tuple[dict[str, Any], ...]


def _choices(*lines: tuple[str, str]) -> list[dict[str, Any]]:
    choices = []
    for key, line in lines:
        french, english, means = (part.strip() for part in line.split("|"))
        choices.append({"key": key, "names": {"fr": french, "en": english}, "means": means})
    return choices


_WHEN: dict[str, Any] = {
    "key": "when",
    "names": {
        "fr": "Quand avez-vous du temps, d’habitude\u00a0?",
        "en": "When do you usually have time?",
    },
    "kind": "multiple",
    "about": "time",
    "choices": _choices(
        ("mornings", "Le matin, en semaine | Weekday mornings | when: mornings"),
        ("middays", "Entre midi et deux | At midday | when: middays"),
        ("evenings", "Le soir, en semaine | Weekday evenings | when: evenings"),
        ("weekends", "Le week-end | At the weekend | when: weekends"),
    ),
}
_WHERE: dict[str, Any] = {
    "key": "where",
    "names": {
        "fr": "Où aimeriez-vous que cela se passe\u00a0?",
        "en": "Where would you like it to happen?",
    },
    "kind": "single",
    "about": "wishes",
    "choices": _choices(
        ("near", "Près de chez moi, en personne | Near me, in person | place: near"),
        ("online", "À distance, par écran | Online, by screen | place: online"),
        ("either", "Peu importe | I do not mind |"),
    ),
}
_TOWN: dict[str, Any] = {
    "key": "town",
    "names": {
        "fr": "Dans quelle ville, ou près de laquelle\u00a0?",
        "en": "In or near which town?",
    },
    "kind": "text",
    "about": "town",
    "only_if": {"question": "where", "one_of": ["near"]},
}
_LANGUAGE: dict[str, Any] = {
    "key": "language",
    "names": {
        "fr": "En quelle langue préférez-vous parler\u00a0?",
        "en": "Which language would you rather speak?",
    },
    "kind": "single",
    "about": "wishes",
    "choices": _choices(
        ("fr", "Français | French | language: fr"),
        ("en", "Anglais | English | language: en"),
        ("either", "L’une ou l’autre | Either |"),
    ),
}
_PRICE: dict[str, Any] = {
    "key": "price",
    "names": {
        "fr": "Combien pouvez-vous y consacrer, par semaine\u00a0?",
        "en": "What can you spend on it, a week?",
    },
    "kind": "single",
    "about": "wishes",
    "choices": _choices(
        ("20", "Jusqu’à 20\u00a0€ | Up to €20 | price: 20"),
        ("40", "Jusqu’à 40\u00a0€ | Up to €40 | price: 40"),
        ("80", "Jusqu’à 80\u00a0€ | Up to €80 | price: 80"),
        ("open", "Je ne sais pas encore | I do not know yet |"),
    ),
}
_LIMITS: dict[str, Any] = {
    "key": "limits",
    "names": {
        "fr": "Y a-t-il quelque chose à savoir de votre vie en ce moment ? (enfants, horaires…)",
        "en": "Is there anything to know about your life at the moment? (children, shifts…)",
    },
    "kind": "text",
    "about": "limits",
}

FITNESS: Rows = (
    {
        "key": "goal",
        "names": {
            "fr": "Qu’est-ce qui vous ferait plaisir, d’ici quelques mois\u00a0?",
            "en": "What would you be glad of in a few months?",
        },
        "kind": "multiple",
        "about": "goal",
        "required": True,
        "choices": _choices(
            ("run", "Courir, ou courir mieux | To run, or run better | speciality: running"),
            (
                "strong",
                (
                    "Être plus fort·e | To be stronger"
                    " | speciality: strength-at-home, speciality: seated-exercise"
                ),
            ),
            (
                "supple",
                (
                    "Être plus souple, avoir moins mal | To be more supple, and ache less"
                    " | speciality: gentle-yoga, speciality: stretching, speciality: chair-yoga"
                ),
            ),
            (
                "calm",
                (
                    "Respirer, dormir mieux | To breathe, and sleep better"
                    " | speciality: breathing, speciality: gentle-yoga"
                ),
            ),
            (
                "outside",
                (
                    "Bouger dehors | To move outdoors"
                    " | speciality: hiking, speciality: nordic-walking, speciality: running"
                ),
            ),
            (
                "water",
                "Nager | To swim | speciality: swimming, speciality: water-confidence",
            ),
            (
                "again",
                "Reprendre en douceur | To begin again, gently | speciality: getting-started",
            ),
            ("weight", "Trouver un poids où je suis bien | To find a weight I feel well at |"),
        ),
    },
    {
        "key": "level",
        "names": {"fr": "Où en êtes-vous aujourd’hui\u00a0?", "en": "Where are you today?"},
        "kind": "single",
        "about": "level",
        "required": True,
        "choices": _choices(
            ("starting", "Je commence | I am starting out | level: starting"),
            (
                "returning",
                "Je reprends après une pause | I am coming back to it | level: returning",
            ),
            ("practised", "J’ai l’habitude | I am used to it | level: practised"),
        ),
    },
    {
        "key": "distance",
        "names": {
            "fr": "Quelle distance courez-vous sans vous arrêter, en kilomètres\u00a0?",
            "en": "How far do you run without a stop, in kilometres?",
        },
        "kind": "number",
        "about": "level",
        "least": 0,
        "most": 100,
        "only_if": {"question": "goal", "one_of": ["run"]},
    },
    {
        "key": "time",
        "names": {
            "fr": "Combien de temps avez-vous, par semaine\u00a0?",
            "en": "How much time do you have, a week?",
        },
        "kind": "single",
        "about": "time",
        "required": True,
        "choices": _choices(
            ("one", "Une petite heure | Up to an hour | minutes: 60"),
            ("two", "Deux séances | Two sessions | minutes: 120"),
            ("three", "Trois séances | Three sessions | minutes: 180"),
            ("more", "Plus que cela | More than that | minutes: 300"),
        ),
    },
    _WHEN,
    {
        "key": "style",
        "names": {
            "fr": "Comment aimez-vous qu’on vous accompagne\u00a0?",
            "en": "How do you like to be coached?",
        },
        "kind": "single",
        "about": "style",
        "choices": _choices(
            ("gentle", "Avec douceur | Gently | style: gentle"),
            ("playful", "En s’amusant | With fun | style: playful"),
            ("structured", "Avec un plan précis | With a clear plan | style: structured"),
            ("demanding", "Avec exigence | With high demands | style: demanding"),
        ),
    },
    _WHERE,
    _TOWN,
    _LANGUAGE,
    _PRICE,
    _LIMITS,
    {
        "key": "height",
        "names": {"fr": "Votre taille, en centimètres", "en": "Your height, in centimetres"},
        "kind": "number",
        "about": "height",
        "least": 100,
        "most": 250,
        "only_if": {"question": "goal", "one_of": ["weight"]},
    },
    {
        "key": "weight",
        "names": {"fr": "Votre poids, en kilos", "en": "Your weight, in kilograms"},
        "kind": "number",
        "about": "weight",
        "least": 25,
        "most": 400,
        "only_if": {"question": "goal", "one_of": ["weight"]},
    },
    {
        "key": "weight-wished",
        "names": {
            "fr": "Le poids où vous pensez être bien, en kilos",
            "en": "The weight you think you would feel well at, in kilograms",
        },
        "kind": "number",
        "about": "weight_wished",
        "least": 25,
        "most": 400,
        "only_if": {"question": "goal", "one_of": ["weight"]},
    },
    {
        "key": "health",
        "names": {
            "fr": "Ce qu’un·e coach doit savoir de votre santé (opération, grossesse, asthme…)",
            "en": "What a coach should know of your health (surgery, pregnancy, asthma…)",
        },
        "kind": "text",
        "about": "health",
    },
)

COOKING: Rows = (
    {
        "key": "goal",
        "names": {
            "fr": "Qu’aimeriez-vous changer à table\u00a0?",
            "en": "What would you like to change at your table?",
        },
        "kind": "multiple",
        "about": "goal",
        "required": True,
        "choices": _choices(
            ("basics", "Apprendre à cuisiner | To learn to cook | speciality: cooking-lessons"),
            (
                "plants",
                (
                    "Manger plus de légumes | To eat more vegetables"
                    " | speciality: vegetarian, speciality: vegan"
                ),
            ),
            (
                "family",
                (
                    "Nourrir toute la maison, simplement | To feed a whole house, simply"
                    " | speciality: family-meals"
                ),
            ),
            ("bread", "Faire mon pain | To bake my bread | speciality: sourdough-bread"),
            ("pasta", "Faire mes pâtes | To make my pasta | speciality: fresh-pasta"),
            (
                "world",
                (
                    "Découvrir d’autres cuisines | To discover other cuisines"
                    " | speciality: indian, speciality: noodle-soups,"
                    " speciality: couscous-tajines, speciality: west-african"
                ),
            ),
            ("sweet", "Réussir mes gâteaux | To bake cakes | speciality: cakes-tarts"),
        ),
    },
    {
        "key": "level",
        "names": {"fr": "En cuisine, vous êtes plutôt…", "en": "In the kitchen you are rather…"},
        "kind": "scale",
        "about": "level",
        "required": True,
        "choices": _choices(
            ("starting", "à vos débuts | starting out | level: starting"),
            ("practised", "à l’aise | at ease | level: practised"),
        ),
    },
    {
        "key": "time",
        "names": {
            "fr": "Combien de temps avez-vous pour cuisiner, par semaine\u00a0?",
            "en": "How much time do you have to cook, a week?",
        },
        "kind": "single",
        "about": "time",
        "choices": _choices(
            ("little", "Une ou deux heures | An hour or two | minutes: 120"),
            ("some", "Une demi-heure par jour | Half an hour a day | minutes: 210"),
            ("much", "Autant qu’il faut | As much as it takes | minutes: 600"),
        ),
    },
    _WHEN,
    _WHERE,
    _TOWN,
    _LANGUAGE,
    _PRICE,
    _LIMITS,
    {
        "key": "health",
        "names": {
            "fr": "Allergies, régimes, et ce qu’il faut savoir de votre santé",
            "en": "Allergies, diets, and what is to be known of your health",
        },
        "kind": "text",
        "about": "health",
    },
)

STARTING_QUESTIONNAIRES: dict[str, Rows] = {"fitness": FITNESS, "cooking": COOKING}
