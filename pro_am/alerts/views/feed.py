"""Any search as an Atom feed (RFC 4287): the newest offers that fit, for whoever reads feeds."""

import re
from datetime import datetime

from flask import Blueprint, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue

from pro_am.alerts.queries import Entry, newest
from pro_am.foundation import clock
from pro_am.foundation.web.addresses import public_url, with_query
from pro_am.foundation.web.policy import Policy, allow
from pro_am.search import results
from pro_am.search.applied import applied, pairs_of
from pro_am.search.views import search_form

blueprint = Blueprint("search_feed", __name__)

MOST = 50
KEPT = "public, max-age=300"
NO_CHARACTERS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@blueprint.get("/search.atom")
@allow(Policy.PUBLIC)
def read() -> ResponseReturnValue:
    """Nothing but what the results page shows; where people are is said by their town."""
    form = search_form()
    if form.errors:
        words = [str(each) for errors in form.errors.values() for each in errors]
        return Response("\n".join([*words, ""]), 422, mimetype="text/plain")
    asked = pairs_of(request.query_string.decode("utf-8", "replace"))
    found = results.find(form)
    entries = newest([each.candidate.offer_id for each in found.ranked], MOST)
    changed = max((each.changed_at for each in entries), default=_midnight())
    xml = render_template(
        "alerts/search.atom.xml",
        filters=[each.words for each in applied(form)],
        entries=entries,
        changed=changed,
        here=with_query(public_url("search_feed.read"), asked),
        results=with_query(public_url("search.find"), asked),
        address_of=_address_of,
        host=current_app.config["TRUSTED_HOSTS"][0],
    )
    answer = Response(
        NO_CHARACTERS.sub("", xml), content_type="application/atom+xml; charset=utf-8"
    )
    answer.headers["Cache-Control"] = KEPT
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.last_modified = changed
    answer.add_etag()
    answer.make_conditional(request.environ)
    return answer


def _address_of(entry: Entry) -> str:
    return with_query(public_url("pages.profile", slug=entry.slug), [("offer", entry.public_id)])


def _midnight() -> datetime:
    """An empty feed is as new as the day."""
    return clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
