"""For search engines: what there is to find, and what is not for them."""

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from pro_am.foundation.places.slugs import slug_of_id
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.web.languages import LANGUAGES
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.search import memory

blueprint = Blueprint("robots", __name__)

STANDING = (
    *("pages.home", "pages.how_it_works", "help.show", "search.find", "search.all_towns"),
    "wanted.show",
)
MOST = 10_000  # places in two languages, each told with both: well under a sitemap's 50 MB
COMBINED = (
    *("day", "km", "page", "sort", "diet", "without", "people", "price", "map", "near", "area"),
    *("ingredient", "trust", "photo", "instant"),
)
AN_HOUR = "public, max-age=3600"


@blueprint.get("/sitemap.xml")
@allow(Policy.PUBLIC)
def sitemap() -> ResponseReturnValue:
    towns = (slug_of_id(town_id) for town_id, _name, _people in memory.known_offers().towns)
    places: list[tuple[str, dict[str, str]]] = [(endpoint, {}) for endpoint in STANDING]
    places += [("search.town", {"slug": slug}) for slug in towns if slug]
    places += [("pages.profile", {"slug": slug}) for slug in profiles.published_slugs(MOST)]
    xml = render_template(
        "search/sitemap.xml",
        places=[
            {code: public_url(endpoint, language=code, **values) for code in LANGUAGES}
            for endpoint, values in places[:MOST]
        ],
    )
    return _kept(xml, "application/xml")


@blueprint.get("/robots.txt")
@allow(Policy.PUBLIC)
def robots() -> ResponseReturnValue:
    """Pages for one person, and the endless combinations of a search, are not to be crawled."""
    paths = [
        f"/{code}/{path}"
        for code in LANGUAGES
        for path in ("account/", "book/", "bookings", "compare", "favourites/", "my-", "stewards/")
    ]
    paths += [f"/*/search?*{name}=" for name in COMBINED]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in paths)]
    return _kept("\n".join([*lines, f"Sitemap: {public_url('robots.sitemap')}", ""]), "text/plain")


def _kept(text: str, mimetype: str) -> Response:
    response = Response(text, mimetype=mimetype)
    response.headers["Cache-Control"] = AN_HOUR
    return response
