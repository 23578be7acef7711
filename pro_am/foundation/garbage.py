"""Python's collector, told that what a process keeps for its whole life is no rubbish.

A full collection looks through everything that was ever read: modules, templates, towns, what is
known of offers. It takes a tenth of a second, in the middle of somebody's page. So it is done a
few times after an answer has been sent, and what is left then is set aside (`gc.freeze`).
"""

import gc
from itertools import count

from flask import Flask, Response

YOUNG = 10_000  # objects; a page makes about as many, and nearly all are gone with it
SETTLES_AFTER = frozenset({10, 100, 1_000})  # answers, by when most that stays has been read


def settle(app: Flask) -> None:
    """For a process that serves pages until it ends: what is frozen is never looked at again."""
    gc.set_threshold(YOUNG)
    gc.freeze()
    answers = count(1)

    @app.after_request
    def settle_when_sent(response: Response) -> Response:
        if next(answers) in SETTLES_AFTER:
            response.call_on_close(_set_aside)
        return response


def _set_aside() -> None:
    gc.collect()
    gc.freeze()
