"""What the header and footer of every page lead to, for whoever looks."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, has_request_context, request, url_for
from flask_babel import gettext
from flask_babel import gettext as _

from pro_am.accounts.current import member_or_none
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.conversations import queries as threads
from pro_am.conversations.rules.contact_details import CONTACTS
from pro_am.foundation.web.addresses import with_query
from pro_am.foundation.web.languages import LANGUAGES, NAMES, current_language
from pro_am.media.queries import picture_urls
from pro_am.profiles import queries as profiles
from pro_am.profiles.rules import (
    ALLERGENS,
    DIETS,
    PLACE_MODES,
    PRICE_UNITS,
    PUBLICATIONS,
    SPOKEN,
)
from pro_am.standing.rules import SEEN_HOW


@dataclass(frozen=True)
class Item:
    label: str
    url: str
    is_current: bool


def attach(app: Flask) -> None:
    app.context_processor(_around_the_page)
    app.jinja_env.globals.update(
        picture_urls=picture_urls,
        ALLERGENS=ALLERGENS,
        CONTACTS=CONTACTS,
        DIETS=DIETS,
        PLACE_MODES=PLACE_MODES,
        PRICE_UNITS=PRICE_UNITS,
        PUBLICATIONS=PUBLICATIONS,
        SEEN_HOW=SEEN_HOW,
    )
    app.jinja_env.filters["spoken"] = lambda code: gettext(SPOKEN[code]) if code in SPOKEN else code


def _around_the_page() -> dict[str, Any]:
    if not has_request_context():
        return {}  # a worker writes a letter: nothing is around it
    member = member_or_none()
    has_profile = member is not None and profiles.profile_of(member) is not None
    other = next(code for code in LANGUAGES if code != current_language())
    return {
        "member": member,
        "navigation": [
            _item(_("Explore"), "search.find"),
            *_inbox(member),
            *_offering(has_profile),
        ],
        "my_navigation": _mine(member, has_profile) if member else [],
        "footer_links": _footer(),
        "sign_in_url": url_for("accounts.sign_in"),
        "sign_up_url": url_for("accounts.sign_up"),
        "sign_out_url": url_for("accounts.sign_out"),
        "other_language": other,
        "other_language_name": NAMES[other],
        "other_language_url": _this_page_in(other),
        "alternates": [(code, _this_page_in(code)) for code in LANGUAGES],
        "canonical_url": _this_page_in(current_language()),
    }


def _item(label: str, endpoint: str) -> Item:
    return Item(label, url_for(endpoint), request.endpoint == endpoint)


def _offering(has_profile: bool) -> list[Item]:
    if has_profile:
        return []
    return [_item(_("Offer your talents"), "pages.start_offering")]


def _inbox(member: Member | None) -> list[Item]:
    if member is None:
        return []
    unread = threads.unread_count(member)
    return [_item(_("Inbox (%(num)s)", num=unread) if unread else _("Inbox"), "inbox.index")]


def _mine(member: Member, has_profile: bool) -> list[Item]:
    items = [
        _item(_("My bookings"), "bookings.index"),
        _item(_("Reviews"), "reviews.mine"),
    ]
    if has_profile:
        items += [
            _item(_("My profile"), "profiles.mine"),
            _item(_("My calendar"), "availability.edit"),
        ]
    if member.has_role(Role.STEWARD):
        items.append(_item(_("Stewards’ desk"), "standing.desk"))
        items.append(_item(_("Diplomas to verify"), "credentials.desk"))
    if member.has_role(Role.MODERATOR) or member.has_role(Role.ADMIN):
        items.append(_item(_("Moderators’ desk"), "reports.index"))
    return items


def _footer() -> list[Item]:
    return [
        _item(_("How trust works"), "pages.how_it_works"),
        _item(_("Offer your talents"), "pages.start_offering"),
    ]


def _this_page_in(language: str) -> str:
    """The same page in another language; home for what has no language, or no page."""
    is_page = request.endpoint and current_app.url_map.is_endpoint_expecting(
        request.endpoint, "language"
    )
    if not is_page or request.method not in ("GET", "HEAD"):
        return url_for("pages.home", language=language)
    values = {**(request.view_args or {}), "language": language}
    path = url_for(str(request.endpoint), **values)
    return with_query(path, request.args.items(multi=True))
