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
    },
)
