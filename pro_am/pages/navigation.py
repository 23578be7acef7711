"""What the header and footer of every page lead to, for whoever looks."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, has_request_context, request, url_for
from flask_babel import gettext, ngettext
from flask_babel import gettext as _
from markupsafe import Markup

from pro_am.accounts.current import member_or_none
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.conversations import queries as threads
from pro_am.conversations.rules.contact_details import CONTACTS
from pro_am.foundation import clock
from pro_am.foundation.web.addresses import with_query
from pro_am.foundation.web.languages import LANGUAGES, NAMES, current_language
from pro_am.foundation.web.wording import operator_html
from pro_am.media.queries import picture_urls
from pro_am.profiles.forms.answers import answer_words, answers_shown
from pro_am.profiles.forms.prices import per_words, weeks_words
from pro_am.profiles.rules import (
    ALLERGENS,
    DIETS,
    PLACE_MODES,
    PUBLICATIONS,
    SPOKEN,
)
from pro_am.reviews import queries as reviews
from pro_am.reviews.queries import Waiting
from pro_am.standing.rules import SEEN_HOW
from pro_am.texts import queries as texts
from pro_am.texts.rules import PAGES, show_blanks


@dataclass(frozen=True)
class Item:
    label: str
    url: str
    is_current: bool


def attach(app: Flask) -> None:
    app.context_processor(_around_the_page)
    app.jinja_env.globals.update(
        picture_urls=picture_urls,
        answer_words=answer_words,
        craft_answers=answers_shown,
        ALLERGENS=ALLERGENS,
        CONTACTS=CONTACTS,
        DIETS=DIETS,
        PLACE_MODES=PLACE_MODES,
        per_words=per_words,
        weeks_words=weeks_words,
        PUBLICATIONS=PUBLICATIONS,
        SEEN_HOW=SEEN_HOW,
    )
    app.jinja_env.filters["operator_text"] = operator_text
    app.jinja_env.filters["spoken"] = lambda code: gettext(SPOKEN[code]) if code in SPOKEN else code


def operator_text(text: str) -> Markup:
    """An operator's Markdown as safe HTML, with what is still blank in it marked."""
    return Markup(show_blanks(operator_html(text)))  # noqa: S704 - cleaned there


def _around_the_page() -> dict[str, Any]:
    if not has_request_context():
        return {}  # a worker writes a letter: nothing is around it
    member = member_or_none()
    around = reviews.around_the_page(member, clock.now()) if member else None
    has_profile = around is not None and around.has_profile
    other = next(code for code in LANGUAGES if code != current_language())
    origin = current_app.config["PUBLIC_URL"]
    return {
        "member": member,
        "navigation": [
            _item(_("Explore"), "search.find"),
            *_inbox(member),
            *_offering(has_profile),
            *_to_review(member, around.waiting if around else []),
        ],
        "my_navigation": _mine(member, has_profile) if member else [],
        "footer_links": _footer(),
        "banner": texts.banner(current_language()),
        "sign_in_url": url_for("accounts.sign_in"),
        "sign_up_url": url_for("accounts.sign_up"),
        "sign_out_url": url_for("accounts.sign_out"),
        "other_language": other,
        "other_language_name": NAMES[other],
        "other_language_url": _this_page_in(other),
        # Search engines read these, and want them whole.
        "alternates": [(code, origin + _this_page_in(code)) for code in LANGUAGES],
        "canonical_url": origin + _this_page_in(current_language()),
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


def _to_review(member: Member | None, waiting: list[Waiting]) -> list[Item]:
    """The most urgent of what waits for their words."""
    if member is None or not waiting:
        return []
    booking, left = waiting[0].booking, waiting[0].days_left
    name = booking.other_than(member).first_name
    label = ngettext(
        "Review %(name)s: %(num)s day left", "Review %(name)s: %(num)s days left", left, name=name
    )
    url = url_for("reviews.write", reference=booking.reference)
    return [Item(label, url, is_current=request.path == url)]


def _mine(member: Member, has_profile: bool) -> list[Item]:
    items = [
        _item(_("My week"), "my_week.show"),
        _item(_("My bookings"), "bookings.index"),
        _item(_("Coaching"), "coaching.index"),
        _item(_("My favourites"), "search.favourites"),
        _item(_("My searches"), "saved_searches.index"),
        _item(_("Reviews"), "reviews.mine"),
        _item(_("Recommendations"), "vouches.mine"),
    ]
    if has_profile:
        items += [
            _item(_("My profile"), "profiles.mine"),
            _item(_("My calendar"), "availability.edit"),
        ]
    if member.has_role(Role.STEWARD):
        items.append(_item(_("Stewards’ desk"), "standing.desk"))
        items.append(_item(_("Diplomas to verify"), "credentials.desk"))
        items.append(_item(_("Appeals and second looks"), "appeals.index"))
    if member.has_role(Role.MODERATOR) or member.has_role(Role.ADMIN):
        items.append(_item(_("Moderators’ desk"), "reports.index"))
    items.append(_item(_("My account"), "account.index"))
    if member.has_role(Role.ADMIN):
        items.append(_item(_("Operator’s desk"), "operator.overview.index"))
    return items


def _footer() -> list[Item]:
    return [
        _item(_("Help"), "help.show"),
        _item(_("Find a coach"), "intake.index"),
        _item(_("The unexpected of the week"), "search.show_unexpected"),
        _item(_("How trust works"), "pages.how_it_works"),
        _item(_("What you may rely on"), "promises.show"),
        _item(_("Decisions of this community"), "public_log.show"),
        _item(_("Towns"), "search.all_towns"),
        _item(_("Looked for and not found"), "wanted.show"),
        _item(_("Offer your talents"), "pages.start_offering"),
        *(_text(slug, label) for slug, label in PAGES.items()),
    ]


def _text(slug: str, label: str) -> Item:
    here = request.endpoint == "texts.show" and (request.view_args or {}).get("slug") == slug
    return Item(gettext(label), url_for("texts.show", slug=slug), is_current=here)


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
