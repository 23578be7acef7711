"""What a search shows is what a look at every offer in the database would."""

import re
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from pro_am.foundation import ids, places
from pro_am.foundation.database import db
from pro_am.profiles import actions as profiles
from pro_am.profiles.actions import OfferText
from pro_am.profiles.models import Offer
from pro_am.search import actions, cards, results
from pro_am.search.engines.current import engine
from pro_am.search.views import search_form
from pro_am.search.visitors import Visitor
from pro_am.standing import actions as standing
from pro_am.standing.actions import ScoreFacts
from pro_am.standing.rules import ReviewedAs
from tests.factories import make_booking, make_known, make_member, make_pro_am
from tests.search.brute_force import any_wishes, everything_known
from tests.search.conftest import day_in, query_string
from tests.search.offers import seeded

QUERIES = 200
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def find(app):
    """A function from wishes to the offers found, in order."""

    def find(**wishes):
        with app.test_request_context(f"/en/search?{query_string(**wishes)}"):
            found = results.find(search_form(), visitor=Visitor("a day"))
            return [each.candidate.offer_id for each in found.ranked]

    return find


def test_without_the_index_the_results_are_the_same(app, market, find):
    rng = seeded(2)
    queries = [{**any_wishes(rng), "q": rng.choice(["", "pain", "yoga course"])} for _ in range(20)]
    whole = [find(**wishes) for wishes in queries]
    break_the_index(app, "deleted")

    assert [find(**wishes) for wishes in queries] == whole


def break_the_index(app, how):
    folder = app.extensions["pro_am_search"]._generations.current()
    largest = max(folder.glob("*.seg"), key=lambda file: file.stat().st_size)
    content = largest.read_bytes()
    if how == "deleted":
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    elif how == "cut short":
        largest.write_bytes(content[: len(content) // 2])
    elif how == "a bit turned":
        middle = len(content) // 2
        largest.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    app.extensions.pop("pro_am_search")  # a process that has read nothing of it yet


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("how", ["deleted", "cut short", "a bit turned"])
def test_a_broken_index_fails_nobody_and_is_mended_by_the_worker(
    app, market, browser_of, settle, time, how
):
    visitor = browser_of(None)
    whole = visitor.get("/search?q=pain").text
    settle()
    break_the_index(app, how)

    meanwhile = [visitor.get(f"/search?q={word}") for word in ("pain", "yoga", "")]
    time.forward(minutes=10)
    settle()
    afterwards = visitor.get("/search?q=pain")

    assert [answer.status_code for answer in meanwhile] == [200, 200, 200]
    if how == "deleted":
        assert "Search is being repaired" in meanwhile[0].text
    assert "Search is being repaired" not in afterwards.text
    assert heading(afterwards.text) == heading(whole)
    with app.app_context():
        assert actions.check()


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_who_had_no_time_to_look_everywhere_says_so_and_looks_again_next_time(
    app, market, browser_of, monkeypatch
):
    monkeypatch.setattr(results, "MOST_SECONDS", 0)
    hurried = browser_of(None).get("/search?q=pain").text
    monkeypatch.undo()
    calm = browser_of(None).get("/search?q=pain").text

    assert ("not enough time" in hurried, "not enough time" in calm) == (True, False)
    assert heading(hurried) != heading(calm)


def heading(html):
    return re.search(r'<h1 id="found">\s*(.*?)\s*</h1>', html, re.DOTALL)[1]


def test_a_change_is_found_once_the_worker_has_heard_of_it(app, person, offer, find, settle):
    settle()
    assert find(q="crumble") == []

    profiles.change_profile(offer.profile, changed(offer.profile, story="Rhubarb crumble"))
    settle()

    assert find(q="crumble") == [offer.id]


def changed(profile, **text):
    facts = {
        name: getattr(profile, name)
        for name in profiles.ProfileText.__annotations__
        if name != "town"
    }
    facts |= {"specialities": tuple(profile.specialities), "town": places.town(profile.town_id)}
    return profiles.ProfileText(**facts | text)


@pytest.mark.parametrize("withdraw", ["pause_offer", "pause_profile"])
def test_what_is_withdrawn_is_gone_at_once(app, person, offer, find, settle, withdraw):
    """Even while the index still holds it."""
    settle()
    assert find() == [offer.id]

    getattr(profiles, withdraw)(offer if withdraw == "pause_offer" else offer.profile)

    assert engine().count() == 1
    assert find() == []
    settle()
    assert engine().count() == 0


def test_the_first_slots_on_a_card_are_the_first_free_ones(app, person, offer, settle):
    make_booking(person("ana"), offer, start=datetime(2030, 1, 8, 17, 0))  # 18:00 to 20:00

    [card] = cards.cards_for([offer.id], {}, None)

    assert [slot.label for slot in card.slots] == [
        "mar. 8 janv.\u00a0·\u00a020:00",
        "mer. 9 janv.\u00a0·\u00a018:00",
        "jeu. 10 janv.\u00a0·\u00a018:00",
    ]


def test_who_is_booked_out_is_not_free_that_evening(app, person, offer, find, settle):
    settle()
    for start in (datetime(2030, 1, 8, 17, 0), datetime(2030, 1, 8, 19, 0)):  # 18 to 20, 20 to 22
        assert find(day="2030-01-08") == [offer.id]
        make_booking(person("ana"), offer, start=start)

    assert find(day="2030-01-08") == []
    assert find(day="2030-01-09") == [offer.id]


@pytest.mark.parametrize("day", ["2030-01-06", "2032-01-01", "0001-01-01", "9999-12-31"])
def test_nobody_is_free_in_the_past_or_in_years(app, person, offer, find, settle, day):
    settle()

    assert find(day=day) == []


def test_the_unproven_stand_between_the_trusted_and_the_mistrusted(app, offer, find):
    lows = {"Tom": 0.9, "Uma": None, "Max": 0.1}
    expected = [make_pro_am(make_member(f"{name} Pro")).id for name in lows]
    profiles.pause_profile(offer.profile)
    standing.write_down(
        {},
        [
            ScoreFacts(
                db.session.get_one(Offer, offer_id).profile.member_id,
                ReviewedAs.PROVIDER,
                score=low * 100,
                low=low,
                high=1.0,
                evidence=5.0,
                parts={},
                moved_most=[],
            )
            for offer_id, low in zip(expected, lows.values(), strict=True)
            if low is not None
        ],
        version="test",
    )
    actions.rebuild()

    assert find() == expected


def test_one_pro_am_has_two_places_among_the_first_ten(app, offer, find):
    mine = [offer.id, *(another_like(offer).id for _ in range(4))]
    others = [make_pro_am(make_member(f"Other{n} Pro")).id for n in range(15)]
    actions.rebuild()

    found = find()

    assert len(set(found[:10]) & set(mine)) == 2
    assert sorted(found) == sorted([*mine, *others])


def another_like(offer):
    make_known(offer.profile.member)
    text = OfferText(**{name: getattr(offer, name) for name in OfferText.__annotations__})
    another = profiles.create_offer(offer.profile, text, idempotency_key=ids.public_id())
    profiles.publish_offer(another)
    return another


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_who_finds_nobody_is_offered_searches_that_find_somebody(app, market, browser_of):
    visitor = browser_of(None)
    page = visitor.get("/search?craft=cooking&price=0&where=Paris+(75)&km=5&q=zzz&endpoint=x").text

    offered = re.findall(r'<a class="chip" href="([^"]+)">[^<]*: (\d+) offers?</a>', page)

    assert "Nobody for all of this at once" in page
    assert "Nobody for these words." in page
    assert [parse_qs(urlsplit(url.replace("&amp;", "&")).query).get("q") for url, _ in offered] == [
        None
    ]
    for url, count in offered:
        shown = visitor.get(url.replace("&amp;", "&")).text
        assert shown.partition('id="rescue"')[0].count('<li class="card"') == int(count)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_an_allergen_to_avoid_is_never_relaxed(app, market, browser_of):
    page = browser_of(None).get("/search?craft=cooking&without=milk&diet=kosher").text

    assert "Nobody for all of this at once" in page
    assert 'class="chip" href' not in page


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_where_no_single_wish_is_to_blame_what_can_be_eaten_nearby_is_offered(
    app, market, browser_of
):
    page = browser_of(None).get("/search?q=zzz&people=9&without=milk&where=Nantes").text

    [(url, _count)] = re.findall(r'<a class="chip" href="([^"]+)">Without them: (\d+) offer', page)
    assert parse_qs(urlsplit(url.replace("&amp;", "&")).query) == {
        "without": ["milk"],
        "where": ["Nantes"],
    }


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_each_filter_in_use_can_be_taken_away(app, market, browser_of):
    visitor = browser_of(None)
    asked = "q=pain&where=Nantes+(44)&craft=cooking&diet=vegan&diet=halal&without=milk&people=2"
    page = visitor.get(f"/search?{asked}&sort=price&page=1").text

    chips = [
        (parse_qs(urlsplit(url.replace("&amp;", "&")).query), words.strip())
        for url, words in re.findall(
            r'<a class="chip chip--on" href="([^"]+)">.*?</span> (.*?) <svg', page, re.DOTALL
        )
    ]

    everything = parse_qs(f"{asked}&sort=price")
    gone = {
        words: [
            (name, value)
            for name, values in everything.items()
            for value in values
            if value not in left.get(name, [])
        ]
        for left, words in chips
    }
    assert gone == {
        "“pain”": [("q", "pain")],
        "within 25 km of Nantes": [("where", "Nantes (44)")],
        "Cooking": [("craft", "cooking")],
        "for 2": [("people", "2")],
        "vegan": [("diet", "vegan")],
        "halal": [("diet", "halal")],
        "without milk": [("without", "milk")],
    }
    assert "Start afresh" in page


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "wishes", [{}, {"day": day_in(3)}, {"where": "Nantes", "craft": "cooking"}]
)
def test_what_a_choice_promises_is_what_it_finds(app, market, browser_of, find, wishes):
    page = browser_of(None).get(f"/search?{query_string(**wishes)}").text

    promised = 0
    for name in ("craft", "speciality", "ingredient", "place", "speaks", "diet", "without"):
        for value, count in re.findall(
            rf'name="{name}"\s+value="([^"]+)"[^>]*>\s*<span>[^<]*</span>\s*'
            r'<span class="facet__count">(\d+)</span>',
            page,
        ):
            assert len(find(**{**wishes, name: value})) == int(count), (name, value)
            promised += 1
    options = page.split('name="trust"')[1].split("</select>")[0]
    for value, count in re.findall(r'value="(\d+)">[^<]* · (\d+)<', options):
        assert len(find(**wishes, trust=value)) == int(count), value
        promised += 1
    for name, words in (("photo", "With a photo"), ("instant", "Booked at once, without waiting")):
        [count] = re.findall(rf"{words} \((\d+)\)", page)
        assert len(find(**wishes, **{name: "y"})) == int(count), name
        promised += 1
    assert promised >= 25


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_several_values_of_one_filter_find_what_each_finds_together(app, market, find):
    by_craft = {craft: set(find(craft=craft)) for craft in ("cooking", "fitness")}

    assert set(find(craft=["cooking", "fitness"])) == by_craft["cooking"] | by_craft["fitness"]
    assert set(find(place=["provider", "host"])) == {*find(place="provider"), *find(place="host")}
    assert find(craft="") == find()


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_where_the_reader_is_is_read_to_a_kilometre_and_a_town_wins_over_it(
    app, market, browser_of, find
):
    page = browser_of(None).get("/search?near=47.2184,-1.5536&km=10").text

    assert "near you" in heading(page)
    assert "within 10 km of you" in page
    assert 'value="47.22,-1.55"' in page
    assert "47.2184,-1.5536" not in page.split("<main")[1]
    assert find(near="47.2184,-1.5536", km="10") == find(where="Nantes (44)", km="10")
    assert find(near="47.2184,-1.5536", where="Paris (75)") == find(where="Paris (75)")


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_part_of_the_map_holds_what_lies_in_it(app, market, find):
    nantes, everything = find(area="47,-1.7,47.3,-1.4"), find()

    assert nantes
    assert len(nantes) < len(everything)
    # Nothing online lies anywhere; everything else lies somewhere.
    assert set(find(area="-90,-180,90,180")) == set(everything) - {
        each for each in everything if each in find(place="remote")
    }


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("area=1,2,3", "This part of the map could not be read."),
        ("area=50,0,40,1", "This part of the map could not be read."),
        ("area=0,0,91,1", "This part of the map could not be read."),
        ("near=here", "This place could not be read."),
        ("near=91,0", "This place could not be read."),
        ("craft=magic&craft=cooking", "We do not know this choice."),
        ("trust=101", "We do not know this choice."),
        ("ingredient=" + "x" * 61, "Ten ingredients at most"),
        ("&".join(f"ingredient=i{n}" for n in range(11)), "Ten ingredients at most"),
    ],
)
def test_what_cannot_be_a_filter_is_told_and_is_none(app, market, browser_of, asked, told):
    answer = browser_of(None).get(f"/search?{asked}")

    assert answer.status_code == 422
    assert told in answer.text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_pages_of_every_order_are_parts_of_one(app, market, browser_of, find):
    visitor = browser_of(None)
    for sort in ("best", "nearest", "price", "soonest", "trust"):
        wishes = {"people": "2", "sort": sort}
        whole = find(**wishes)
        shown = [
            re.findall(r'href="(/en/pro/[^"]+)">', visitor.get(f"/search?{query}").text)
            for query in (query_string(**wishes, page=1), query_string(**wishes, page=2))
        ]
        assert len({*shown[0], *shown[1]}) == len(whole) == len(shown[0]) + len(shown[1])


def test_the_cheapest_and_the_soonest_are_so(app, market, find):
    with app.app_context():
        known = {each.offer.id: each for each in everything_known()}

    prices = [known[offer].offer.price_minor for offer in find(sort="price")]
    starts = [known[offer].starts[:1] for offer in find(sort="soonest")]

    assert prices == sorted(prices)
    assert prices[0] < prices[-1]
    free = [each[0] for each in starts if each]
    assert free == sorted(free)
    assert all(starts[: len(free)]), "who has no time comes last"


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_pages_follow_each_other_and_keep_the_search(app, market, browser_of):
    visitor = browser_of(None)
    first = visitor.get("/search?km=100&_external=1")
    next_url = re.search(r'href="(/en/search\?[^"]*page=2)"', first.text)[1].replace("&amp;", "&")
    second = visitor.get(next_url)

    assert first.text.count('<li class="card"') == 20
    assert parse_qs(urlsplit(next_url).query) == {"km": ["100"], "_external": ["1"], "page": ["2"]}
    titles = [re.findall(r'href="(/en/pro/[^"?]+)', page.text) for page in (first, second)]
    assert not set(titles[0]) & set(titles[1])
    for beyond in ("page=3", "page=99999999999999999999", "page=0", "page=-4", "page=x"):
        assert visitor.get(f"/search?{beyond}").status_code == 200


GARBAGE = (
    *(
        "",
        " ",
        "'",
        '"',
        "\\",
        "%",
        "é",
        "🥐",
        "\u202e",
        "\ud83e",
        "<b>",
        "../..",
        "None",
        "null",
        "-1",
    ),
    *("0", "1e999", "9" * 30, "NaN", "inf", "2030-13-45", "2030-01-08", "25", "10 €", "x" * 5000),
    *("OR 1=1 --", "{{7*7}}", "%s%s", "\r\nX: y", "cooking", "provider", "Nantes", "٣", "1_000"),
)
NAMES = (
    *("q", "where", "near", "area", "day", "after", "before", "craft", "speciality", "ingredient"),
    *("place", "price", "people", "trust", "speaks", "instant", "photo", "diet", "without", "km"),
    *("sort", "page"),
)
STRANGE_NAMES = (
    "endpoint",
    "_external",
    "_anchor",
    "_scheme",
    "_method",
    "language",
    "self",
    "values",
)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_no_address_is_a_fault(app, market, browser_of):
    visitor, rng = browser_of(None), seeded(3)
    for _ in range(300):
        names = rng.sample(NAMES + STRANGE_NAMES, rng.randint(1, 5))
        wishes = {name: rng.choice(GARBAGE).encode("utf-8", "replace") for name in names}

        answer = visitor.get(f"/search?{query_string(**wishes)}")

        assert answer.status_code in (200, 422), wishes


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_towns_are_suggested_as_typed_those_nearby_first(app, market, browser_of):
    visitor = browser_of(None)

    answer = visitor.get("/towns?q=nante")

    assert answer.json[0] == {"label": "Nantes (44)", "value": "Nantes (44)"}
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    for typed in ("", "zzzz", "%FF", "x" * 500, "%F0%9F%A5%90"):
        assert isinstance(visitor.get(f"/towns?q={typed}").json, list)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "wrong",
    [
        "day=tomorrow",
        "price=cheap",
        "where=Nowhere-les-Bains",
        "craft=alchemy",
        "speciality=lead",
        "speaks=klingon",
        "people=none",
        "people=1000",
        "km=3",
    ],
)
def test_what_was_not_understood_is_said_beside_its_field(market, browser_of, wrong):
    answer = browser_of(None).get(f"/search?{wrong}")

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
