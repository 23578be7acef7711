"""Every page a person can see, by who opens it; `demo.facts` fills the braces.

`tests/architecture/test_pages.py` fails when a page of the product is missing here.
"""

from typing import NamedTuple


class Pages(NamedTuple):
    who: str | None  # an e-mail address, or a visitor
    paths: tuple[str, ...]  # without the language
    minutes_later: int = 0  # than they signed in


VISITOR = Pages(
    None,
    (
        "/",
        "/search",
        "/search?q=pates&where=Nantes&km=10",
        "/search?q=zzzz&day=2030-01-12&after=19&before=22",
        "/search?where=nowhere-at-all&price=a-lot",
        "/search?craft=cooking&diet=vegetarian&without=milk&people=2&sort=price&where=Nantes",
        "/a/nantes",
        "/a/marseille",
        "/help",
        "/pro/lea-moreau",
        "/pro/lea-moreau/why",
        "/pro/lea-moreau/reviews",
        "/pro/lea-moreau/photos",
        "/pro/fatou-diarra",
        "/pro/fatou-diarra/why",
        "/how-it-works",
        "/promises",
        "/about/privacy",
        "/about/contact",
        "/account/sign-up",
        "/account/sign-in?next=/fr/bookings",
        "/account/look-in-your-mailbox",
        "/account/new-password",
        "/account/new-password/{reset_password}",
        "/account/new-password/an-old-link",
        "/account/confirm/{confirm_email}",
        "/account/confirm/an-old-link",
        "/account/email/undo/{undo_email_change}",
        "/account/email/undo/an-old-link",
        "/account/come-back/{come_back}",
        "/account/come-back/an-old-link",
        "/account/left",
        "/letters/without/{way_out}",
        "/by-letter/answer/{answer_link}",
        "/by-letter/answer/an-old-link",
        "/by-letter/presence/{presence_link}",
        "/by-letter/place/{place_link}",
        "/by-letter/move/{move_link}",
        "/pro/karim-benali",
        "/my-calendar/still/{still_hold}",
        "/nothing-here",
        "/dev/components",
        "/dev/letters/",
        "/dev/letters/{letter}",
    ),
)
# Who has nothing yet sees why each page is empty, and what to do.
NEWCOMER = Pages(
    "noa@example.org",
    (
        "/",
        "/my-week/",
        "/bookings",
        "/inbox",
        "/inbox?show=unread",
        "/reviews",
        "/reviews/about-me",
        "/reports",
        "/blocked",
        "/account/",
        "/account/sessions",
        "/start-offering",
        "/my-profile/",
    ),
)
PRO_AM = Pages(
    "lea@example.org",
    (
        "/",
        "/my-profile/",
        "/my-profile/edit",
        "/my-profile/picture",
        "/my-profile/offers/new",
        "/my-profile/offers/{offer}",
        "/my-profile/offers/{offer}/picture",
        "/my-profile/photos/",
        "/pro/lea-moreau?preview=yes",
        "/my-week/",
        "/my-calendar/",
        "/my-calendar/days",
        "/my-calendar/add",
        "/my-calendar/settings",
        "/my-calendar/sources",
        "/my-week/print",
        "/bookings/in-my-calendar",
        "/bookings",
        "/bookings/{waiting}",
        "/bookings/{waiting}/decline",
        "/bookings/{waiting}/propose",
        "/bookings/{confirmed}",
        "/bookings/{confirmed}/cancel",
        "/bookings/{confirmed}/move",
        "/bookings/{completed}",
        "/reviews",
        "/reviews/about-me",
        "/reviews/{review}/reply",
        "/inbox",
        "/inbox?show=unread",
        "/inbox/{waiting}",
        "/report/message/{message}",
        "/blocked",
        "/reports",
    ),
)
DRAFTING = Pages(
    "pia@example.org",
    ("/my-week/", "/my-profile/", "/my-profile/photos/", "/my-profile/offers/{draft}"),
)
HOST = Pages(
    "anais@example.org",
    (
        "/my-week/?from=2030-01-07",
        "/account/",
        "/my-trust/",
        "/account/details",
        "/account/picture",
        "/account/password",
        "/account/email",
        "/account/email/confirm/{change_email}",
        "/account/email/confirm/an-old-link",
        "/account/sessions",
        "/account/letters",
        "/account/data",
        "/account/leave",
        "/bookings",
        "/book/{offer}?people=4",
        "/book/{instant}?people=2",
        "/book/{group}/waiting-list?start={full}",
        "/waiting-list/{waiting_place}",
        "/bookings/{proposed}",
        "/bookings/{started}",
        "/bookings/{started}/no-show",
        "/bookings/{started}/dispute",
        "/bookings/{missed}",
        "/bookings/{missed}/contest",
        "/bookings/{disputed}",
        "/bookings/{disputed}/my-side",
        "/bookings/{resolved}",
        "/reviews",
        "/bookings/{to_review}/review",
        "/bookings/{reviewed}/review",
    ),
)
# By then the password is asked again.
HOST_LATER = Pages("anais@example.org", ("/account/password-again", "/account/leave"), 40)
ASKER = Pages(
    "helen@example.org",
    (
        "/pro/karim-benali/ask",
        "/report/profile/lea-moreau",
        "/report/offer/{offer}",
        "/report/review/{review_of_lea}",
        "/reported/{report}",
        "/block/{lea}",
        "/inbox/{question}",
        "/bookings/{called_off}",
        "/bookings/series/{series}",
    ),
)
OFFICE = Pages(
    "yann@example.org",
    (
        "/my-week/",
        "/stewards/",
        "/stewards/credentials/",
        "/moderation/",
        "/moderation/{report}",
        "/moderation/disputes/{dispute}",
        "/moderation/disputes/{decided}",
        "/admin/",
        "/admin/members/?q=a",
        "/admin/members/{lea}",
        "/admin/profiles/",
        "/admin/profiles/lea-moreau/withdraw",
        "/admin/cancellation/",
        "/admin/letters/?state=waiting",
        "/admin/jobs/",
        "/admin/texts/",
        "/admin/texts/fr/privacy",
        "/admin/log/",
        "/admin/crafts/",
        "/admin/crafts/new",
        "/admin/crafts/gardening",
    ),
)
EVERY = (VISITOR, NEWCOMER, PRO_AM, DRAFTING, HOST, HOST_LATER, ASKER, OFFICE)

# Pages that say no, and answer 4xx. Old links of accounts say so only when a button is pressed.
REFUSED = (
    "/nothing-here",
    "/search?where=nowhere-at-all&price=a-lot",
    "/by-letter/answer/an-old-link",
)

NO_PAGE = {
    "static": "style sheets, scripts, fonts and pictures",
    "media.show": "a picture",
    "bookings.evidence": "a picture",
    "disputes.evidence": "a picture",
    "inbox.photo": "a picture",
    "reports.photo": "a picture",
    "bookings.calendar_file": "a file for a calendar",
    "calendar_feed.read": "for programs that read calendars",
    "notifications.attachment": "a file of a letter",
    "search.towns": "suggestions for a script, as JSON",
    "robots.robots": "for robots",
    "robots.sitemap": "for robots",
    "health.alive": "for what watches the installation",
    "health.ready": "for what watches the installation",
    "front_door.enter": "leads on to the home page in the reader's language",
    "photos.add": "takes photos and shows the page of the gallery",
}
