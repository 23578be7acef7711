"""A beginning for those who teach how to cook."""

from pro_am.programmes.rules.starters.starter import Starter, StarterItem
from pro_am.programmes.rules.words import ItemKind

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, ANY_DAY = range(8)

COOKING = (
    Starter(
        key="cook-at-home-again",
        craft="cooking",
        titles={"en": "Cooking at home again", "fr": "Cuisiner à nouveau chez soi"},
        notes={
            "en": "Four weeks, three meals a week. Everything is on the table in half an hour.",
            "fr": "Quatre semaines, trois repas par semaine. Tout est sur la table en une"
            " demi-heure.",
        },
        weeks=4,
        items=(
            StarterItem(
                titles={"en": "A soup of the season", "fr": "Une soupe de saison"},
                days=(TUESDAY,),
                amounts=(2, 2, 4),
                units={"en": "portions", "fr": "parts"},
                kind=ItemKind.MEAL,
            ),
            StarterItem(
                titles={
                    "en": "Lentils or beans, warm",
                    "fr": "Des lentilles ou des haricots, chauds",
                },
                days=(THURSDAY,),
                kind=ItemKind.MEAL,
            ),
            StarterItem(
                titles={"en": "Something new, from the oven", "fr": "Une nouveauté, au four"},
                days=(SATURDAY,),
                kind=ItemKind.MEAL,
                weeks=(2, 3, 4),
            ),
            StarterItem(
                titles={"en": "Go to the market", "fr": "Aller au marché"},
                days=(ANY_DAY,),
                kind=ItemKind.HABIT,
                notes={
                    "en": "Take home one vegetable that you do not know.",
                    "fr": "Rapportez un légume que vous ne connaissez pas.",
                },
            ),
            StarterItem(
                titles={"en": "Write the meals of next week", "fr": "Écrire les repas à venir"},
                days=(SUNDAY,),
                kind=ItemKind.HABIT,
            ),
        ),
    ),
)
