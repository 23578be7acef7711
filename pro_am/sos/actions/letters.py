"""The letters of an SOS; all but the last leave before any others."""

from flask import current_app

from pro_am.foundation import outbox
from pro_am.foundation.web.addresses import public_url
from pro_am.sos.models import Sos, SosAnswer, SosChoices, Told
from pro_am.sos.queries import links
from pro_am.sos.rules.numbers import numbers_of
from pro_am.sos.rules.words import ANSWERS, PICKS, AnswerKind
from pro_am.supporters.actions.letters import address_of

ONE_TAP = (AnswerKind.CALL, AnswerKind.WALK, AnswerKind.THINKING)


def post_call(told: Told, phone: str) -> int:
    """To one friend: what was said, how to ring, and answers by one tap. Return its id."""
    sos = told.sos
    return outbox.post(
        address_of(told.supporter),
        "sos/called",
        haste=outbox.Haste.URGENT,
        supporter=told.supporter,
        client=sos.client,
        said=PICKS[sos.pick] if sos.pick else "",
        words=sos.words,
        others=len(sos.told) - 1,
        phone=phone,
        answers=[(ANSWERS[each], links.answer_url(told, each)) for each in ONE_TAP],
        shows_numbers=sos.shows_numbers,
        numbers=" · ".join(each.number for each in numbers_of(current_app.config["COUNTRY"])),
        url=links.answer_url(told),
    )


def post_answer(answer: SosAnswer) -> None:
    """To the client, at once."""
    told = answer.told
    client = told.sos.client
    outbox.post(
        client.address,
        "sos/answered",
        haste=outbox.Haste.URGENT,
        client=client,
        name=told.supporter.name,
        said=ANSWERS.get(answer.kind, ""),
        words=answer.words,
        url=_page_of(told.sos),
    )


def post_offer(sos: Sos, choices: SosChoices | None) -> None:
    """To the client whom nobody has answered for a while: whom they can ring themselves."""
    outbox.post(
        sos.client.address,
        "sos/unanswered",
        haste=outbox.Haste.URGENT,
        client=sos.client,
        contacts=choices.numbers if choices else [],
        language=sos.client.language,
        numbers=numbers_of(current_app.config["COUNTRY"]),
        url=_page_of(sos),
    )


def post_end(told: Told) -> None:
    """To one friend: it is over, and nobody need hurry."""
    outbox.post(
        address_of(told.supporter),
        "sos/ended",
        supporter=told.supporter,
        client=told.sos.client,
        has_answered=bool(told.answers),
        url=links.answer_url(told),
    )


def take_back_calls(sos: Sos) -> None:
    """What has not left yet need not any more."""
    outbox.take_back(each.letter_id for each in sos.told)


def _page_of(sos: Sos) -> str:
    return public_url("sos.show", language=sos.client.language, public_id=sos.public_id)
