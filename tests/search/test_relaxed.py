"""Who finds nobody, or hardly anybody, is shown what comes near: labelled, and apart."""

import re

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db, transaction
from pro_am.profiles.models import Speciality
from pro_am.search import actions
from pro_am.search.actions import tell
from tests.factories import make_member, make_pro_am
from tests.support.statements import counted

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

LINK = re.compile(r'<a class="chip" href="([^"]+)">([^<]*): (\d+) offers?</a>')


@pytest.fixture
def page(app, people, browser_of):
    """A function from an address to two parts of its page: what was asked, and what else."""
    with app.app_context():
        bread = make_pro_am(make_member("Bruno Bread"), title="Rye bread", town="Rezé (44)")
        _knows(bread, "sourdough-bread", "cakes-tarts")
        pasta = make_pro_am(make_member("Pia Pasta"), title="Ravioli", town="Angers (49)")
        _knows(pasta, "fresh-pasta")
        cake = make_pro_am(make_member("Cara Cake"), title="Lemon tart", town="Nantes (44)")
        _knows(cake, "cakes-tarts")
        with transaction():
            cake.allergens = cake.allergens | {"milk": "yes"}
            tell(cake.profile_id)
        actions.rebuild()
    visitor = browser_of(None)

    def page(address):
        answer = visitor.get(address)
        assert answer.status_code == 200
        exact, _, rescue = answer.text.partition('id="rescue"')
        return exact.partition("<h1")[2], rescue

    return page


def _knows(offer, *slugs):
    with transaction():
        chosen = select(Speciality).where(Speciality.slug.in_(slugs))
        offer.profile.specialities = list(db.session.scalars(chosen))
        tell(offer.profile_id)


def titles(part):
    return re.findall(r'class="card__link"[^>]*>([^<]+)<', part)


def test_somebody_further_away_is_shown_under_a_heading_of_their_own(page):
    exact, rescue = page("/search?q=ravioli&where=Nantes&km=5")

    assert titles(exact) == []
    assert "Up to 100 km" in rescue
    assert "Ravioli" in titles(rescue)
    assert "Nobody within 5 km of Nantes." in rescue


def test_another_day_nearby_is_offered_first(app, page):
    exact, rescue = page("/search?q=ravioli&day=2030-01-08&before=9")
    assert titles(exact) == []
    assert rescue.index("At another time, within three days") < rescue.index("Ravioli")


def test_what_such_people_do_too_is_offered(page):
    exact, rescue = page("/search?speciality=sourdough-bread&where=Clisson&km=5")
    assert titles(exact) == []
    exact, rescue = page("/search?speciality=sourdough-bread&q=rye")
    assert titles(exact) == ["Rye bread"]
    assert "Something like it" in rescue
    assert "Lemon tart" in titles(rescue)


def test_exact_hits_are_never_among_the_others_and_nobody_comes_twice(page):
    for address in ("/search?q=ravioli", "/search?q=tart&price=1", "/search?craft=fitness&q=tart"):
        exact, rescue = page(address)
        assert not set(titles(exact)) & set(titles(rescue))
        assert len(set(titles(rescue))) == len(titles(rescue))
        assert "Ravioli" not in titles(exact) or "A little further" in rescue or not rescue


def test_what_somebody_cannot_eat_is_never_given_up(page):
    for address in (
        "/search?q=tart&without=milk",
        "/search?speciality=cakes-tarts&without=milk&where=Nantes&km=5",
        "/search?q=zzz&without=milk&price=1",
    ):
        exact, rescue = page(address)
        assert "Lemon tart" not in titles(exact) + titles(rescue)
        assert all("without=milk" in url for url, _words, _count in LINK.findall(rescue))


def test_enough_is_enough(app, page):
    with app.app_context():
        for number in range(3):
            make_pro_am(make_member(f"Pro{number} Am"), title="Ravioli", town="Nantes (44)")
        actions.rebuild()
    assert page("/search?q=ravioli&where=Nantes")[1] == ""
    assert page("/search")[1] == ""


def test_a_link_finds_as_many_as_it_says(page):
    _exact, rescue = page("/search?q=rye&craft=cooking&price=1&people=30")
    links = LINK.findall(rescue)
    assert links
    for url, _words, count in links:
        exact, _ = page(url.replace("&amp;", "&"))
        assert len(titles(exact)) == int(count)


def test_whoever_withdraws_is_gone_from_there_too(app, page):
    from pro_am.profiles import actions as profiles
    from pro_am.profiles.models import Offer

    address = "/search?q=ravioli&where=Nantes&km=5"
    assert "Ravioli" in titles(page(address)[1])
    with app.app_context():
        profiles.pause_offer(
            db.session.scalars(select(Offer).where(Offer.title == "Ravioli")).one()
        )

    assert "Ravioli" not in titles(page(address)[1])


@pytest.mark.parametrize(
    "address", ["/search?q=zzz&where=Nantes&price=1&people=9", "/search?q=rye"]
)
def test_it_asks_the_database_few_questions(app, page, browser_of, address):
    page(address)
    with counted(app) as asked:
        page(address)

    assert len(asked) <= 8, "\n".join(asked)
