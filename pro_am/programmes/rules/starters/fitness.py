"""Two beginnings for coaches of fitness."""

from pro_am.programmes.rules.starters.starter import Starter, StarterItem
from pro_am.programmes.rules.words import ItemKind

MINUTES = {"en": "min", "fr": "min"}
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, ANY_DAY = range(8)

FITNESS = (
    Starter(
        key="walk-then-run",
        craft="fitness",
        titles={"en": "From walking to running", "fr": "De la marche à la course"},
        notes={
            "en": "Four weeks for somebody who has not run for long. Talking must stay easy.",
            "fr": "Quatre semaines pour qui n’a pas couru depuis longtemps. On doit pouvoir"
            " parler sans peine.",
        },
        weeks=4,
        items=(
            StarterItem(
                titles={"en": "Walk, with short runs", "fr": "Marche, avec de petites courses"},
                days=(TUESDAY, THURSDAY, SATURDAY),
                amounts=(20, 25, 25, 30),
                units=MINUTES,
                notes={
                    "en": "Run for a minute, walk for two, and again.",
                    "fr": "Une minute de course, deux de marche, et on recommence.",
                },
            ),
            StarterItem(
                titles={"en": "Gentle strength", "fr": "Renforcement en douceur"},
                days=(MONDAY, FRIDAY),
                amounts=(10, 10, 15),
                units=MINUTES,
                notes={
                    "en": "Squats, a plank on the knees, a bridge.",
                    "fr": "Squats, gainage sur les genoux, pont.",
                },
            ),
            StarterItem(
                titles={"en": "A quiet day", "fr": "Une journée tranquille"},
                days=(SUNDAY,),
                kind=ItemKind.REST,
            ),
            StarterItem(
                titles={"en": "Go to bed early once", "fr": "Se coucher tôt une fois"},
                days=(ANY_DAY,),
                kind=ItemKind.HABIT,
            ),
        ),
    ),
    Starter(
        key="supple-back",
        craft="fitness",
        titles={"en": "A supple back", "fr": "Un dos souple"},
        notes={
            "en": "Six weeks of short exercises for people who sit a lot. Nothing may hurt.",
            "fr": "Six semaines d’exercices courts pour qui reste souvent assis. Rien ne doit"
            " faire mal.",
        },
        weeks=6,
        items=(
            StarterItem(
                titles={"en": "Cat, cow, and breathe", "fr": "Chat, vache, et respirer"},
                days=(MONDAY, WEDNESDAY, FRIDAY),
                amounts=(8, 8, 10, 10, 12),
                units=MINUTES,
            ),
            StarterItem(
                titles={"en": "A walk after lunch", "fr": "Une marche après le déjeuner"},
                days=(TUESDAY, THURSDAY),
                amounts=(15, 15, 20),
                units=MINUTES,
                kind=ItemKind.HABIT,
            ),
            StarterItem(
                titles={"en": "A longer yoga session", "fr": "Une séance de yoga plus longue"},
                days=(SATURDAY,),
                amounts=(25, 25, 30),
                units=MINUTES,
                weeks=(2, 3, 4, 5, 6),
            ),
            StarterItem(
                titles={"en": "Stand up each hour", "fr": "Se lever chaque heure"},
                days=(ANY_DAY,),
                amounts=(3, 3, 4, 4, 5),
                units={"en": "days", "fr": "jours"},
                kind=ItemKind.HABIT,
            ),
        ),
    ),
)
