"""The crafts a new community begins with. They are data: it changes them as it likes."""

from typing import Any

STARTING_CRAFTS: tuple[dict[str, Any], ...] = (
    {
        "slug": "cooking",
        "names": {"fr": "Cuisine", "en": "Cooking"},
        "person_names": {"fr": "cuisine maison", "en": "home cooking"},
        "favourites_names": {"fr": "Ingrédients préférés", "en": "Favourite ingredients"},
        "icon": "chef-hat",
        "is_food": True,
        "is_regulated": False,
        "review_facets": (
            {
                "key": "kept_word",
                "names": {"fr": "Ce qui était promis", "en": "Kept what was promised"},
            },
            {"key": "skill", "names": {"fr": "Goût et savoir-faire", "en": "Taste and skill"}},
            {"key": "welcome", "names": {"fr": "Accueil", "en": "Welcome"}},
            {"key": "care", "names": {"fr": "Hygiène", "en": "Hygiene"}},
            {"key": "value", "names": {"fr": "Rapport qualité-prix", "en": "Value for the price"}},
        ),
        "specialities": {
            "fresh-pasta": {"fr": "Pâtes fraîches", "en": "Fresh pasta"},
            "sourdough-bread": {"fr": "Pain au levain", "en": "Sourdough bread"},
            "galettes-crepes": {"fr": "Galettes et crêpes", "en": "Galettes and crêpes"},
            "couscous-tajines": {"fr": "Couscous et tajines", "en": "Couscous and tagines"},
            "indian": {"fr": "Cuisine indienne", "en": "Indian cooking"},
            "noodle-soups": {"fr": "Soupes de nouilles", "en": "Noodle soups"},
            "west-african": {"fr": "Cuisine d’Afrique de l’Ouest", "en": "West African cooking"},
            "vegetarian": {"fr": "Cuisine végétarienne", "en": "Vegetarian cooking"},
            "vegan": {"fr": "Cuisine végétale", "en": "Vegan cooking"},
            "cakes-tarts": {"fr": "Gâteaux et tartes", "en": "Cakes and tarts"},
            "family-meals": {"fr": "Grandes tablées", "en": "Family-style meals"},
            "cooking-lessons": {"fr": "Cours de cuisine", "en": "Cooking lessons"},
        },
    },
    {
        "slug": "fitness",
        "names": {"fr": "Sport et bien-être", "en": "Fitness and wellbeing"},
        "person_names": {"fr": "coaching sportif", "en": "fitness coaching"},
        "favourites_names": {"fr": "Disciplines préférées", "en": "Favourite disciplines"},
        "icon": "dumbbell",
        "is_food": False,
        "is_regulated": True,
        "review_facets": (
            {
                "key": "kept_word",
                "names": {"fr": "Ce qui était promis", "en": "Kept what was promised"},
            },
            {"key": "skill", "names": {"fr": "Pédagogie", "en": "Teaching"}},
            {"key": "welcome", "names": {"fr": "Écoute", "en": "Listening"}},
            {"key": "care", "names": {"fr": "Sécurité", "en": "Safety"}},
            {"key": "value", "names": {"fr": "Rapport qualité-prix", "en": "Value for the price"}},
        ),
        "specialities": {
            "running": {"fr": "Course à pied", "en": "Running"},
            "gentle-yoga": {"fr": "Yoga doux", "en": "Gentle yoga"},
            "chair-yoga": {"fr": "Yoga sur chaise", "en": "Chair yoga"},
            "strength-at-home": {"fr": "Renforcement à la maison", "en": "Strength at home"},
            "seated-exercise": {"fr": "Exercice assis", "en": "Seated exercise"},
            "swimming": {"fr": "Natation", "en": "Swimming"},
            "water-confidence": {"fr": "Aisance dans l’eau", "en": "Water confidence"},
            "nordic-walking": {"fr": "Marche nordique", "en": "Nordic walking"},
            "hiking": {"fr": "Randonnée", "en": "Hiking"},
            "stretching": {"fr": "Étirements", "en": "Stretching"},
            "breathing": {"fr": "Respiration et détente", "en": "Breathing and rest"},
            "getting-started": {"fr": "Reprise en douceur", "en": "Getting started again"},
        },
        "offer_fields": (
            {
                "key": "equipment",
                "names": {"fr": "Matériel", "en": "Equipment"},
                "kind": "choice",
                "choices": (
                    {"key": "none", "names": {"fr": "aucun", "en": "none needed"}},
                    {"key": "brought", "names": {"fr": "fourni", "en": "provided"}},
                    {"key": "own", "names": {"fr": "à apporter", "en": "bring your own"}},
                ),
            },
            # Their keys are those by which coaches are matched: see pro_am/intake/rules/meanings.
            {
                "key": "levels",
                "names": {"fr": "Pour qui", "en": "For whom"},
                "kind": "several",
                "choices": (
                    {"key": "starting", "names": {"fr": "qui commence", "en": "starting out"}},
                    {"key": "returning", "names": {"fr": "qui reprend", "en": "coming back to it"}},
                    {"key": "practised", "names": {"fr": "qui a l’habitude", "en": "used to it"}},
                ),
            },
            {
                "key": "styles",
                "names": {"fr": "Ma façon d’accompagner", "en": "How I coach"},
                "kind": "several",
                "choices": (
                    {"key": "gentle", "names": {"fr": "en douceur", "en": "gently"}},
                    {"key": "playful", "names": {"fr": "en s’amusant", "en": "with fun"}},
                    {"key": "structured", "names": {"fr": "avec un plan", "en": "with a plan"}},
                    {
                        "key": "demanding",
                        "names": {"fr": "avec exigence", "en": "with high demands"},
                    },
                ),
            },
        ),
    },
    {
        "slug": "gardening",
        "names": {"fr": "Jardinage", "en": "Home gardening"},
        "person_names": {"fr": "jardinage entre particuliers", "en": "home gardening"},
        "favourites_names": {"fr": "Plantes préférées", "en": "Favourite plants"},
        "icon": "flower-2",
        "is_food": False,
        "is_regulated": False,
        "review_facets": (
            {
                "key": "kept_word",
                "names": {"fr": "Ce qui était promis", "en": "Kept what was promised"},
            },
            {"key": "skill", "names": {"fr": "Savoir-faire", "en": "Skill"}},
            {"key": "welcome", "names": {"fr": "Contact", "en": "Contact"}},
            {"key": "care", "names": {"fr": "Soin et propreté", "en": "Care and tidiness"}},
            {"key": "value", "names": {"fr": "Rapport qualité-prix", "en": "Value for the price"}},
        ),
        "specialities": {
            "vegetable-patch": {"fr": "Potager", "en": "Vegetable patch"},
            "fruit-trees": {"fr": "Taille des fruitiers", "en": "Pruning fruit trees"},
            "roses": {"fr": "Rosiers", "en": "Roses"},
            "hedges": {"fr": "Haies", "en": "Hedges"},
            "balconies": {"fr": "Balcons et terrasses", "en": "Balconies and terraces"},
            "herbs": {"fr": "Plantes aromatiques", "en": "Herbs"},
            "perennials": {"fr": "Massifs de vivaces", "en": "Perennial beds"},
            "lawns": {"fr": "Pelouses et prairies", "en": "Lawns and meadows"},
            "compost": {"fr": "Compost et sol vivant", "en": "Compost and living soil"},
            "wildlife": {"fr": "Accueil de la faune", "en": "Gardening for wildlife"},
            "sowing": {"fr": "Semis et boutures", "en": "Seeds and cuttings"},
            "garden-lessons": {"fr": "Cours de jardinage", "en": "Gardening lessons"},
        },
        "offer_fields": (
            {
                "key": "gardens",
                "names": {"fr": "Pour quels jardins", "en": "For which gardens"},
                "kind": "several",
                "choices": (
                    {"key": "balcony", "names": {"fr": "balcon", "en": "balcony"}},
                    {"key": "courtyard", "names": {"fr": "cour", "en": "courtyard"}},
                    {"key": "garden", "names": {"fr": "jardin", "en": "garden"}},
                    {"key": "patch", "names": {"fr": "potager", "en": "vegetable patch"}},
                    {"key": "orchard", "names": {"fr": "verger", "en": "orchard"}},
                ),
            },
            {
                "key": "tools",
                "names": {"fr": "J’apporte mes outils", "en": "I bring my tools"},
                "kind": "yes_no",
            },
            {
                "key": "waste",
                "names": {"fr": "J’emporte les déchets verts", "en": "I take the cuttings away"},
                "kind": "yes_no",
            },
        ),
        "booking_questions": (
            {
                "key": "size",
                "names": {
                    "fr": "Surface du jardin, en mètres carrés",
                    "en": "Size of the garden, in square metres",
                },
                "kind": "number",
            },
            {
                "key": "water",
                "names": {"fr": "Y a-t-il de l’eau dehors ?", "en": "Is there water outside?"},
                "kind": "yes_no",
            },
            {
                "key": "wish",
                "names": {"fr": "Ce qu’il y a à faire", "en": "What there is to do"},
                "kind": "short_text",
                "required": True,
            },
        ),
    },
)
