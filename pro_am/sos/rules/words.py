"""What one can say with one tap: who calls, who answers, and how it ended. None is better."""

import enum
from collections.abc import Mapping

from pro_am.foundation.words import mark

LONGEST_CALL = 500
LONGEST_ANSWER = 500


class Pick(enum.StrEnum):
    """What a client says without typing."""

    KEBAB = "kebab"
    NO_STRENGTH = "no_strength"
    SOFA = "sofa"
    DROP_IT = "drop_it"
    COMPANY = "company"
    VOICE = "voice"


class AnswerKind(enum.StrEnum):
    CALL = "call"
    WALK = "walk"
    THINKING = "thinking"
    WORDS = "words"  # their own


class SosEnding(enum.StrEnum):
    PASSED = "passed"
    TALKED = "talked"
    ENJOYED = "enjoyed"


PICKS = {
    Pick.KEBAB: mark("I am dying for a kebab!"),
    Pick.NO_STRENGTH: mark("I have no strength today."),
    Pick.SOFA: mark("The sofa will not let me go."),
    Pick.DROP_IT: mark("I feel like dropping everything."),
    Pick.COMPANY: mark("Who comes and moves with me?"),
    Pick.VOICE: mark("I would like to hear a voice."),
}
ANSWERS = {
    AnswerKind.CALL: mark("I call you"),
    AnswerKind.WALK: mark("Let’s walk"),
    AnswerKind.THINKING: mark("I think of you"),
}
ENDINGS = {
    SosEnding.PASSED: mark("It passed"),
    SosEnding.TALKED: mark("We talked, all is well"),
    SosEnding.ENJOYED: mark("I ate it, and that is fine"),
}


def endings_for(pick: Pick | None, *, is_grave: bool) -> Mapping[SosEnding, str]:
    """What one may say at the end; eating was not always what it was about."""
    may_be_about_food = not is_grave and pick in (None, Pick.KEBAB)
    return {
        ending: words
        for ending, words in ENDINGS.items()
        if may_be_about_food or ending is not SosEnding.ENJOYED
    }
