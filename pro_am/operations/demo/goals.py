"""What some of the demo's people told of their goals, and one of her health."""

from collections.abc import Mapping

from pro_am.intake import actions
from pro_am.intake.queries import current
from pro_am.intake.rules.questions import questions_from
from pro_am.operations.demo import found

TOLD: Mapping[str, Mapping[str, object]] = {
    "anais": {
        "goal": ["run", "calm"],
        "level": "starting",
        "distance": 2,
        "time": "two",
        "when": ["evenings", "weekends"],
        "style": "gentle",
        "where": "online",
        "language": "fr",
        "price": "20",
        "limits": "Deux enfants, et un train à prendre le mardi.",
    },
    "helen": {
        "goal": ["outside"],
        "level": "returning",
        "time": "three",
        "when": ["mornings"],
        "language": "en",
    },
}
HEALTH = {"anais": {"health": "Asthme léger, surtout au printemps."}}


def fill() -> None:
    questionnaire = current("fitness")
    if questionnaire is None:
        return  # somebody has changed what is asked
    asked = {each.key: each for each in questions_from(questionnaire.questions)}
    for key, answers in TOLD.items():
        profile = actions.begin(found.member(key), questionnaire)
        for question, given in answers.items():
            actions.answer(profile, asked[question], given)
        if key in HEALTH:
            actions.tell_health(profile, HEALTH[key], agrees=True)
