"""What a client and two friends live through, so that every letter of an SOS is written."""

from datetime import timedelta

from pro_am.sos import actions
from pro_am.sos.actions import Call, Settled
from pro_am.sos.rules.words import AnswerKind, Pick, SosEnding
from tests.sos.conftest import follow

LETTERS = [
    ("dee", "supporters/asked"),
    ("eli", "supporters/asked"),
    ("dee", "sos/called"),
    ("eli", "sos/called"),
    ("ana", "sos/unanswered"),
    ("ana", "sos/answered"),
    ("dee", "sos/ended"),
    ("eli", "sos/ended"),
]


def live(client, clock):
    for name in ("Dee", "Eli"):
        follow(client, name, client.language)
    actions.settle(client, Settled("06 11 22 33 44", True, [("Mum", "06 12 34 56 78")]))
    said = Call(Pick.KEBAB, "With chips.")
    sos = actions.call(client, said, is_sure=False, idempotency_key="sos")
    clock.now += timedelta(minutes=10)
    actions.look_again(sos.id)
    actions.answer(sos.told[0], AnswerKind.CALL, "", idempotency_key="1")
    actions.end(sos, SosEnding.TALKED)
