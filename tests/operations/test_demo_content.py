"""The demo community is believable: nothing it says contradicts what it offers."""

import re
from collections import Counter
from itertools import chain

import pytest
from PIL import Image

from pro_am.foundation import places
from pro_am.foundation.places import distance_km
from pro_am.operations.demo import illustrations, voices
from pro_am.operations.demo.booking_requests import ANSWERS, OPENINGS, REGRETS, REQUESTS
from pro_am.operations.demo.composed import UNREVIEWED
from pro_am.operations.demo.illustrations import PICTURES, WIDTHS
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.people import DemoMember
from pro_am.operations.demo.pro_ams import PRO_AMS
from pro_am.operations.demo.reviews import (
    OF_COACHES,
    OF_COOKS,
    OF_GARDENERS,
    REVIEWS,
    YET_TO_BE_REVIEWED,
)
from pro_am.profiles import rules
from pro_am.profiles.rules.craft_fields import (
    check_all_answered,
    check_answers,
    fields_from,
    unanswered,
)
from pro_am.profiles.rules.gallery import MOST_PHOTOS
from pro_am.profiles.starting_crafts import STARTING_CRAFTS

CRAFTS = {craft["slug"]: craft for craft in STARTING_CRAFTS}
SPECIALITIES = {craft["slug"]: craft["specialities"] for craft in STARTING_CRAFTS}
MEMBER = {member.key: member for member in MEMBERS}
PRO_AM = {pro_am.member: pro_am for pro_am in PRO_AMS}
OFFERS = [(pro_am, offer) for pro_am in PRO_AMS for offer in pro_am.offers]
SENTENCES = [
    sentence
    for name, by_language in vars(voices).items()
    if name.isupper()
    for sentences in by_language.values()
    for sentence in sentences
]
# What is said in passing, to many: thanks, a word about a guest.
SMALL_TALK = {
    *chain.from_iterable(voices.THANKS.values()),
    *chain.from_iterable(voices.ANSWERS_TO_BUT.values()),
    *chain.from_iterable(voices.OF_GUESTS.values()),
}
VISITS = [(key, review) for key, reviews in REVIEWS.items() for review in reviews]

each_pro_am = pytest.mark.parametrize("pro_am", PRO_AMS, ids=lambda pro_am: pro_am.member)
each_offer = pytest.mark.parametrize(
    ("pro_am", "offer"), OFFERS, ids=[f"{pro_am.member}: {offer.title}" for pro_am, offer in OFFERS]
)


def said() -> list[tuple[DemoMember, str]]:
    """Every text of the demo with the member who says it."""
    texts: list[tuple[str, str | None]] = []
    for pro_am in PRO_AMS:
        texts += [(pro_am.member, pro_am.headline), (pro_am.member, pro_am.story)]
        texts += [(pro_am.member, pro_am.not_offered)]
        texts += [(pro_am.member, f"{offer.title}. {offer.description}") for offer in pro_am.offers]
    for key, review in VISITS:
        texts += [(review.visit.host, review.text), (key, review.reply), (key, review.of_host)]
    for request in REQUESTS:
        speakers = {"host": request.host, "pro_am": request.pro_am}
        texts += [(speakers[message.speaker], message.text) for message in request.messages]
    return [(MEMBER[key], text) for key, text in texts if text]


def offers_asked_for():
    visits = [(key, review.visit.host, review.visit) for key, review in VISITS]
    visits += [(key, each.host, each) for key, them in YET_TO_BE_REVIEWED.items() for each in them]
    return visits + [(request.pro_am, request.host, request) for request in REQUESTS]


# People and places


def test_it_is_a_dozen_towns_full_of_different_people():
    hosts_only = [member for member in MEMBERS if member.key not in PRO_AM]
    english = [member for member in MEMBERS if member.language == "en"]

    crafts = Counter(pro_am.craft for pro_am in PRO_AMS)

    assert len(PRO_AMS) == 64
    assert len(hosts_only) == 136
    assert crafts == {"cooking": 37, "fitness": 23, "gardening": 4}
    assert len([member for member in english if member.key in PRO_AM]) == 12
    assert len({member.area for member in MEMBERS}) == 12
    assert len(MEMBER) == len({member.name for member in MEMBERS}) == len(MEMBERS)


def test_every_town_is_found_on_the_map_under_its_name():
    for label in {member.town for member in MEMBERS}:
        town = places.find_town(label)
        assert town is not None
        assert town.label == label


def test_each_area_has_a_steward_whom_people_can_meet():
    areas = {member.town[-4:] for member in MEMBERS}
    assert {member.town[-4:] for member in MEMBERS if member.is_steward} == areas
    assert all(member.verified_by_steward for member in MEMBERS if member.is_steward)


def test_hosts_live_near_enough_to_visit_or_be_visited():
    for key, host, asked in offers_asked_for():
        if PRO_AM[key].offers[asked.offer].place_mode is rules.PlaceMode.REMOTE:
            continue
        here, there = (places.find_town(MEMBER[who].town) for who in (key, host))
        assert distance_km(here.lat, here.lon, there.lat, there.lon) <= 30, (key, host)


def test_nobody_is_asked_to_travel_farther_than_they_said():
    for key, host, asked in offers_asked_for():
        pro_am = PRO_AM[key]
        if pro_am.offers[asked.offer].place_mode in ("host", "delivered"):
            here, there = (places.find_town(MEMBER[who].town) for who in (key, host))
            far = distance_km(here.lat, here.lon, there.lat, there.lon)
            assert far <= pro_am.travel_km, (key, host, round(far, 1))


# Offers


@each_offer
def test_an_offer_may_be_published_as_it_is(pro_am, offer):
    craft = CRAFTS[pro_am.craft]
    asked = fields_from(craft.get("offer_fields", ()))
    check_answers(asked, offer.answers)
    rules.check_seats(offer.seats_min, offer.seats_max)
    rules.check_travel(offer.place_mode, pro_am.travel_km)
    rules.check_publishable(
        rules.OfferFacts(
            is_food=craft["is_food"],
            is_regulated=craft["is_regulated"],
            has_verified_credential=pro_am.credential_verified,
            price_minor=offer.price,
            allergens=offer.allergens,
            diets=frozenset(offer.diets),
            food_rules_kept=True,
            unanswered=tuple(unanswered(asked, offer.answers)),
        )
    )


@each_offer
def test_a_booking_of_an_offer_answers_what_its_craft_asks(pro_am, offer):
    asked = fields_from(CRAFTS[pro_am.craft].get("booking_questions", ()))
    for language in ("fr", "en"):
        answers = offer.booking_answers.get(language, {})
        check_answers(asked, answers)
        check_all_answered(asked, answers)


@each_offer
def test_an_offer_names_only_known_things(pro_am, offer):
    assert offer.picture in PICTURES
    assert set(offer.diets) <= set(rules.DIETS)
    assert set(offer.allergens) <= set(rules.ALLERGENS)


@each_offer
def test_an_offer_fits_into_the_hours_of_its_pro_am(pro_am, offer):
    longest = max(minutes(end) - minutes(start) for _, start, end in pro_am.weekly_hours)
    assert offer.duration_minutes <= longest


@each_pro_am
def test_weekly_hours_are_in_order_and_apart(pro_am):
    hours = [
        (weekday * 1440 + minutes(start), weekday * 1440 + minutes(end))
        for weekday, start, end in pro_am.weekly_hours
    ]
    edges = list(chain.from_iterable(hours))
    assert edges == sorted(set(edges))
    assert all(0 <= weekday <= 6 for weekday, _, _ in pro_am.weekly_hours)


@each_pro_am
def test_a_profile_is_complete_and_in_bounds(pro_am):
    member = MEMBER[pro_am.member]

    assert 40 <= len(pro_am.story.split()) <= 160
    assert len(pro_am.headline) <= 100
    assert 1 <= len(pro_am.offers) <= 3
    assert set(pro_am.specialities) <= set(SPECIALITIES[pro_am.craft])
    assert len(pro_am.specialities) <= rules.MOST_SPECIALITIES
    assert len(pro_am.favourites) <= rules.MOST_FAVOURITES
    assert set(pro_am.languages) <= set(rules.SPOKEN)
    assert pro_am.languages[0] == member.language
    assert pro_am.picture in PICTURES
    assert member.avatar


def test_every_speciality_has_both_names():
    for of_craft in SPECIALITIES.values():
        assert len(of_craft) == 12
        assert all(set(names) == {"fr", "en"} for names in of_craft.values())


def minutes(wall_time: str) -> int:
    hour, minute = wall_time.split(":")
    return int(hour) * 60 + int(minute)


# Reviews and requests


def test_most_are_reviewed_and_nine_are_newcomers():
    assert len(VISITS) >= 400
    assert all(len(reviews) >= 3 for reviews in REVIEWS.values())
    assert PRO_AM.keys() - REVIEWS.keys() == {"fatou", "bastien", "ilan"} | UNREVIEWED
    assert {PRO_AM[key].craft for key in OF_COOKS} == {"cooking"}
    assert {PRO_AM[key].craft for key in OF_COACHES} == {"fitness"}
    assert {PRO_AM[key].craft for key in OF_GARDENERS} == {"gardening"}


def test_people_are_happy_but_not_uncritical():
    stars = Counter(review.stars for _, review in VISITS)

    assert set(stars) == {2, 3, 4, 5}
    assert stars[2] + stars[3] + stars[4] >= len(VISITS) / 5


def test_both_sides_speak():
    assert sum(1 for _, review in VISITS if review.reply) >= 15
    assert sum(1 for _, review in VISITS if review.of_host) >= 40
    assert sum(len(request.messages) for request in REQUESTS) >= 25
    assert {request.outcome for request in REQUESTS} == {"confirmed", "declined", "waiting"}
    assert all(request.messages[0].speaker == "host" for request in REQUESTS)


def test_bad_reviews_were_answered():
    assert all(review.reply for _, review in VISITS if review.stars == 2)


def test_nobody_books_themselves_or_more_seats_than_there_are():
    for key, host, asked in offers_asked_for():
        offer = PRO_AM[key].offers[asked.offer]
        assert host in MEMBER.keys() - {key}
        assert offer.seats_min <= asked.people <= offer.seats_max, (key, host)


def test_nobody_was_in_two_places_on_one_day():
    of_pro_ams = Counter((key, review.visit.days_ago) for key, review in VISITS)
    of_hosts = Counter((review.visit.host, review.visit.days_ago) for _, review in VISITS)
    both = of_pro_ams + of_hosts
    assert [at for at, times in both.items() if times > 1] == []


def test_no_text_is_used_twice():
    texts = Counter(text for _, text in said() if text not in SMALL_TALK)
    assert [text for text, times in texts.items() if times > 1] == []


@each_pro_am
def test_no_sentence_comes_twice_on_one_page(pro_am):
    texts = [review.text for review in REVIEWS.get(pro_am.member, ())]
    sentences = Counter(chain.from_iterable(re.split(r"(?<=[.!?]) ", text) for text in texts))
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_reviews_are_put_together_from_many_sentences():
    assert len(SENTENCES) >= 250
    assert len(set(SENTENCES)) == len(SENTENCES)


# Words

FRENCH = re.compile(
    r"\b(le|la|les|un|une|des|du|de|et|est|je|il|elle|nous|vous|que|pas|avec|chez|sans|à|au|"
    r"bonjour|pour|très|en|ma|mon|mes|se|qui|son|sa)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(the|an|and|is|are|of|to|with|for|in|at|my|we|you|it|she|he|i|by|than|has|have)\b",
    re.IGNORECASE,
)
FRENCH_SIGNS_WITHOUT_THEIR_SPACE = re.compile(r"[^\u00a0][;:!?»](?:\s|$)|«[^\u00a0]|'")
ENGLISH_SIGNS_WITH_A_SPACE = re.compile(r"\s[;:!?]|'")


def test_everybody_speaks_their_own_language():
    for member, text in said():
        french, english = len(FRENCH.findall(text)), len(ENGLISH.findall(text))
        if french != english:  # a short sentence may have no word of the lists
            assert (french > english) == (member.language == "fr"), text


def test_punctuation_is_set_as_each_language_sets_it():
    wrong = {"fr": FRENCH_SIGNS_WITHOUT_THEIR_SPACE, "en": ENGLISH_SIGNS_WITH_A_SPACE}
    spoken = [(member.language, text) for member, text in said()]
    for phrases in (OPENINGS, ANSWERS, REGRETS):
        spoken += [(language, text) for language, texts in phrases.items() for text in texts]
    assert [text for language, text in spoken if wrong[language].search(text)] == []


def test_texts_do_not_betray_the_season_or_the_day_they_are_moved_to():
    calendar_words = re.compile(
        r"\b(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
        r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|"
        r"sun)day|yesterday|hier|demain|tomorrow)\b",
        re.IGNORECASE,
    )
    moved = [review.text for _, review in VISITS]
    moved += [message.text for request in REQUESTS for message in request.messages]
    assert [text for text in moved if calendar_words.search(text)] == []


# Pictures


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_a_scene_is_there_in_every_size_and_told_in_both_languages(picture):
    for width in WIDTHS:
        with Image.open(picture.avif(width)) as image:
            assert (image.format, image.size) == ("AVIF", (width, width * 3 // 4))
    with Image.open(picture.jpeg()) as image:
        assert (image.format, image.size) == ("JPEG", (800, 600))
    assert all(15 <= len(picture.alt[language]) <= 100 for language in ("fr", "en"))


def test_galleries_show_each_picture_once():
    galleries = [pro_am.gallery for pro_am in PRO_AMS if pro_am.gallery]

    assert len(galleries) >= 12
    for gallery in galleries:
        assert 3 <= len(gallery) == len(set(gallery)) <= MOST_PHOTOS
        assert set(gallery) <= set(PICTURES)


def test_about_half_say_what_they_do_not_do():
    told = [pro_am for pro_am in PRO_AMS if pro_am.not_offered]
    assert 0.4 <= len(told) / len(PRO_AMS) <= 0.6


def test_every_avatar_is_a_small_square():
    for member in MEMBERS:
        if member.avatar:
            for extension, kind in (("avif", "AVIF"), ("jpg", "JPEG")):
                with Image.open(illustrations.face(member.avatar, extension)) as image:
                    assert (image.format, image.size) == (kind, (176, 176))


def test_no_picture_is_shipped_unused_and_all_are_light():
    wanted = {path for picture in PICTURES.values() for path in map(picture.avif, WIDTHS)}
    wanted |= {picture.jpeg() for picture in PICTURES.values()}
    wanted |= {
        illustrations.face(member.avatar, extension)
        for member in MEMBERS
        if member.avatar
        for extension in ("avif", "jpg")
    }
    shipped = {path for path in illustrations.FOLDER.glob("*/*") if path.is_file()}

    assert shipped == wanted
    assert {pro_am.picture for pro_am in PRO_AMS} | {o.picture for _, o in OFFERS} == set(PICTURES)
    assert sum(path.stat().st_size for path in shipped) <= 4_000_000
