"""THE MAP: every feature of the product, one line for each kind of thing it brings."""

from datetime import timedelta

from flask import Flask

from pro_am.accounts import commands as accounts_commands
from pro_am.accounts import jobs as accounts_jobs
from pro_am.accounts import views as accounts
from pro_am.admin.views import (
    alarms,
    appeals,
    disputes,
    operator,
    reports,
    restrictions,
    review_cases,
    synonyms,
    unanswered,
)
from pro_am.alerts import jobs as alerts_jobs
from pro_am.alerts import listeners as alerts_listeners
from pro_am.alerts import views as alerts
from pro_am.also_booked import jobs as also_booked_jobs
from pro_am.also_booked import listeners as also_booked_listeners
from pro_am.also_booked import views as also_booked
from pro_am.availability import commands as availability_commands
from pro_am.availability import jobs as availability_jobs
from pro_am.availability import listeners as availability_listeners
from pro_am.availability import views as availability
from pro_am.bookings import jobs as bookings_jobs
from pro_am.bookings import listeners as bookings_listeners
from pro_am.bookings import views as bookings
from pro_am.calendar_feeds import listeners as calendar_feeds_listeners
from pro_am.calendar_feeds import views as calendar_feeds
from pro_am.calendar_sources import jobs as calendar_sources_jobs
from pro_am.calendar_sources import listeners as calendar_sources_listeners
from pro_am.calendar_sources import views as calendar_sources
from pro_am.conversations import jobs as conversations_jobs
from pro_am.conversations import listeners as conversations_listeners
from pro_am.favourites import listeners as favourites_listeners
from pro_am.favourites import views as favourites
from pro_am.foundation import jobs, outbox, topics
from pro_am.foundation.jobs import Recurring
from pro_am.help import views as help_pages
from pro_am.inbox import views as inbox
from pro_am.intake import listeners as intake_listeners
from pro_am.intake import views as intake
from pro_am.measures import jobs as measures_jobs
from pro_am.measures import listeners as measures_listeners
from pro_am.measures import views as measures
from pro_am.media import jobs as media_jobs
from pro_am.media import listeners as media_listeners
from pro_am.media import views as media
from pro_am.moderation import jobs as moderation_jobs
from pro_am.moderation import listeners as moderation_listeners
from pro_am.moderation import views as moderation
from pro_am.notifications import commands as notifications_commands
from pro_am.notifications import jobs as notifications_jobs
from pro_am.notifications import listeners as notifications_listeners
from pro_am.notifications import queries as notifications_queries
from pro_am.notifications import views as notifications
from pro_am.operations import health, setting_up
from pro_am.operations.bench import commands as bench
from pro_am.operations.bench.relevance import commands as relevance
from pro_am.operations.bench.search import commands as search_bench
from pro_am.operations.cases import commands as cases
from pro_am.operations.copies import commands as copies
from pro_am.operations.demo import commands as demo
from pro_am.operations.doctor import commands as doctor
from pro_am.operations.drills import commands as drills
from pro_am.operations.promises import views as promises
from pro_am.pages import navigation
from pro_am.pages import views as pages
from pro_am.pages.coaching import views as coaching
from pro_am.pages.installed import views as installed
from pro_am.pages.my_week import views as my_week
from pro_am.profiles import listeners as profiles_listeners
from pro_am.profiles import views as profiles
from pro_am.programmes import jobs as programmes_jobs
from pro_am.programmes import listeners as programmes_listeners
from pro_am.programmes import views as programmes
from pro_am.reviews import jobs as reviews_jobs
from pro_am.reviews import listeners as reviews_listeners
from pro_am.reviews import views as reviews
from pro_am.search import commands as search_commands
from pro_am.search import jobs as search_jobs
from pro_am.search import listeners as search_listeners
from pro_am.search import views as search
from pro_am.search.asked import jobs as asked_jobs
from pro_am.search.asked import views as asked
from pro_am.sos import jobs as sos_jobs
from pro_am.sos import listeners as sos_listeners
from pro_am.sos import views as sos
from pro_am.standing import listeners as standing_listeners
from pro_am.standing import views as standing
from pro_am.supporters import jobs as supporters_jobs
from pro_am.supporters import listeners as supporters_listeners
from pro_am.supporters import views as supporters
from pro_am.texts import views as texts
from pro_am.trust import commands as trust_commands
from pro_am.trust import jobs as trust_jobs
from pro_am.trust import listeners as trust_listeners
from pro_am.trust import views as trust
from pro_am.vouches import jobs as vouches_jobs
from pro_am.vouches import listeners as vouches_listeners
from pro_am.vouches import views as vouches

# Under /fr/ and /en/.
BLUEPRINTS = (
    pages.blueprint,
    my_week.blueprint,
    installed.blueprint,
    coaching.blueprint,
    accounts.blueprint,
    accounts.account,
    accounts.sessions,
    accounts.leaving,
    profiles.blueprint,
    profiles.credentials,
    profiles.photos,
    availability.blueprint,
    calendar_sources.blueprint,
    bookings.blueprint,
    bookings.by_letter.blueprint,
    calendar_feeds.blueprint,
    *programmes.BLUEPRINTS,
    reviews.blueprint,
    *vouches.BLUEPRINTS,
    trust.blueprint,
    trust.mine,
    search.blueprint,
    asked.blueprint,
    favourites.blueprint,
    intake.blueprint,
    *alerts.BLUEPRINTS,
    also_booked.blueprint,
    *supporters.BLUEPRINTS,
    *sos.BLUEPRINTS,
    help_pages.blueprint,
    promises.blueprint,
    standing.blueprint,
    notifications.blueprint,
    notifications.letters,
    media.portraits,
    texts.blueprint,
    operator.blueprint,
    moderation.blueprint,
    moderation.statements,
    moderation.by_letter,
    moderation.public_log,
    moderation.takeovers,
    *measures.BLUEPRINTS,
    inbox.blueprint,
    inbox.reporting,
    reports.blueprint,
    disputes.blueprint,
    appeals.blueprint,
    alarms.blueprint,
    review_cases.blueprint,
    restrictions.blueprint,
    unanswered.blueprint,
    synonyms.blueprint,
)
# The same in every language: pictures, what robots read, the front door, what watches the
# installation, what calendar programs read, what devices send.
PLAIN_BLUEPRINTS = (
    media.blueprint,
    search.robots,
    pages.front_door,
    installed.plain,
    health.blueprint,
    calendar_feeds.reading,
    measures.api,
)

# From the top down: what rests on something lets go of it first, when a member is erased.
LISTENERS = (
    alerts_listeners,
    sos_listeners,
    supporters_listeners,
    measures_listeners,
    programmes_listeners,
    intake_listeners,
    search_listeners,
    trust_listeners,
    reviews_listeners,
    vouches_listeners,
    calendar_feeds_listeners,
    also_booked_listeners,
    bookings_listeners,
    conversations_listeners,
    calendar_sources_listeners,
    availability_listeners,
    favourites_listeners,
    profiles_listeners,
    standing_listeners,
    moderation_listeners,
    media_listeners,
    notifications_listeners,
)

# What members may do without among their letters, in the order in which they are asked.
TOPICS = (
    *conversations_listeners.TOPICS,
    *bookings_listeners.TOPICS,
    *reviews_listeners.TOPICS,
    *standing_listeners.TOPICS,
    *vouches_listeners.TOPICS,
    *alerts_listeners.TOPICS,
    *programmes_listeners.TOPICS,
    *supporters_listeners.TOPICS,
)

HANDLERS = (
    accounts_jobs.HANDLERS,
    alerts_jobs.HANDLERS,
    also_booked_jobs.HANDLERS,
    asked_jobs.HANDLERS,
    availability_jobs.HANDLERS,
    bookings_jobs.HANDLERS,
    calendar_sources_jobs.HANDLERS,
    conversations_jobs.HANDLERS,
    measures_jobs.HANDLERS,
    media_jobs.HANDLERS,
    moderation_jobs.HANDLERS,
    notifications_jobs.HANDLERS,
    programmes_jobs.HANDLERS,
    reviews_jobs.HANDLERS,
    search_jobs.HANDLERS,
    sos_jobs.HANDLERS,
    supporters_jobs.HANDLERS,
    trust_jobs.HANDLERS,
    vouches_jobs.HANDLERS,
)

RECURRING = (
    Recurring(bookings_jobs.CATCH_UP, timedelta(minutes=1)),
    Recurring(bookings_jobs.REMIND, timedelta(minutes=1)),
    Recurring(programmes_jobs.WEEK_LETTERS, timedelta(minutes=5)),
    Recurring(programmes_jobs.FORGET_ACTS, timedelta(days=1)),
    Recurring(programmes_jobs.FORGET_PICTURES, timedelta(days=1)),
    Recurring(programmes_jobs.CATCH_UP, timedelta(minutes=15)),
    Recurring(bookings_jobs.WAITING_LISTS, timedelta(minutes=1)),
    Recurring(outbox.DELIVER, timedelta(minutes=1)),
    Recurring(search_jobs.CHECK, timedelta(minutes=1)),
    Recurring(alerts_jobs.LOOK, timedelta(minutes=1)),
    Recurring(alerts_jobs.TELL, timedelta(minutes=1)),
    Recurring(search_jobs.WORDS, timedelta(minutes=10)),
    Recurring(calendar_sources_jobs.READ_DUE, timedelta(minutes=1)),
    Recurring(calendar_sources_jobs.TELL_OF_STALE, timedelta(minutes=15)),
    Recurring(supporters_jobs.TELL, timedelta(minutes=1)),
    Recurring(sos_jobs.FORGET, timedelta(days=1)),
    Recurring(supporters_jobs.SEE_TO_ASKS, timedelta(hours=1)),
    Recurring(accounts_jobs.FORGET, timedelta(hours=6)),
    Recurring(accounts_jobs.ERASE, timedelta(hours=6)),
    Recurring(asked_jobs.FORGET, timedelta(days=1)),
    Recurring(measures_jobs.FORGET, timedelta(hours=6)),
    Recurring(notifications_jobs.FORGET, timedelta(days=1)),
    Recurring(bookings_jobs.REMIND_TO_ANSWER, timedelta(minutes=5)),
    Recurring(reviews_jobs.ASK, timedelta(minutes=5)),
    Recurring(bookings_jobs.FORGET_ALLERGIES, timedelta(days=1)),
    Recurring(bookings_jobs.FORGET_EVIDENCE, timedelta(days=1)),
    Recurring(conversations_jobs.FORGET_PICTURES, timedelta(days=1)),
    Recurring(reviews_jobs.FORGET_PHOTOS, timedelta(days=1)),
    Recurring(availability_jobs.PICTURE_FREE_DAYS, timedelta(days=1)),
    Recurring(availability_jobs.SEE_TO_FRESHNESS, timedelta(days=1)),
    Recurring(vouches_jobs.CONFIRM, timedelta(days=1)),
    Recurring(vouches_jobs.FORGET, timedelta(days=1)),
    Recurring(trust_jobs.RECOMPUTE, timedelta(days=1)),
    Recurring(also_booked_jobs.RECOMPUTE, timedelta(days=1)),
    Recurring(search_jobs.LOOK_AFTER, timedelta(days=1)),
)

# Somebody waits for these in the next minute.
URGENT = notifications_jobs.URGENT
# Nobody waits for the index behind a picture or the scores, nor for a letter behind a rebuild.
APART = search_jobs.KEEPING_THE_INDEX
# What nobody saw while no worker was there.
AT_START = (search_jobs.LOOK_AFTER,)

COMMANDS = (
    setting_up.setup,
    demo.demo,
    bench.bench,
    drills.drill,
    availability_commands.availability,
    search_commands.search,
    accounts_commands.members,
    accounts_commands.create_admin,
    notifications_commands.letters,
    copies.backup,
    copies.restore,
    doctor.doctor,
    trust_commands.trust,
)


def attach(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(
            blueprint, url_prefix=f"/<language:language>{blueprint.url_prefix or ''}"
        )
    for blueprint in PLAIN_BLUEPRINTS:
        app.register_blueprint(blueprint)
    for listeners in LISTENERS:
        listeners.attach()
    topics.register(app, TOPICS, notifications_queries.way_out)
    for handlers in HANDLERS:
        jobs.register(app, handlers, RECURRING)
    jobs.arrange(app, urgent=URGENT, apart=APART, at_start=AT_START)
    for command in COMMANDS:
        app.cli.add_command(command)
    # Of a group below, about features that group must not know.
    availability_commands.availability.add_command(cases.check_cases)
    search_commands.search.add_command(search_bench.bench)
    search_commands.search.add_command(relevance.evaluate)
    navigation.attach(app)
