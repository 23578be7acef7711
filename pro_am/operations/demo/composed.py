"""Reviews of the pro-ams who came with more towns, put together from what people say there.

On one page no sentence comes twice. Who wrote, and what, is the same each time.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from pro_am.operations.demo import voices
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.people import DemoOffer, DemoProAm, Language
from pro_am.operations.demo.pro_ams.east import EAST
from pro_am.operations.demo.pro_ams.north_and_south import NORTH_AND_SOUTH
from pro_am.operations.demo.pro_ams.west import WEST
from pro_am.operations.demo.visits import DemoReview, Visit
from pro_am.operations.demo.voices import Sentences
from pro_am.operations.demo.whereabouts import MEMBER, can_meet
from pro_am.profiles.rules import PlaceMode

UNREVIEWED = frozenset({"bleuenn", "margot", "coralie", "mei", "gaspard", "ferdinand"})
"""Newcomers: nobody has written about them yet."""

FEWEST, MOST = 5, 13
FIRST_DAY, LAST_DAY = 14, 203  # how long ago, as the written content tells it
STARS = ((5, 5, 5, 5, 5, 4, 4, 5, 3, 5, 4, 5), (5, 5, 4, 5, 5, 5, 5, 5, 4, 5, 5, 5))
GOES_ON, OF_FOOD_RATHER, IS_ANSWERED, IS_THANKED, IS_MUTUAL = 0.75, 0.7, 0.8, 0.2, 0.5
CRITICAL = 3  # stars, and fewer

BY_PLACE = {
    PlaceMode.PROVIDER: voices.AT_THEIR_TABLE,
    PlaceMode.HOST: voices.AT_HOME,
    PlaceMode.DELIVERED: voices.DELIVERED,
}
LESSONS = ("atelier", "lesson", "workshop")


def composed_reviews(
    written: Mapping[str, Sequence[DemoReview]],
) -> dict[str, tuple[DemoReview, ...]]:
    """By the pro-am who is reviewed; nobody meets two on a day, those written by hand included."""
    days: dict[str, set[int]] = defaultdict(set)
    for pro_am, reviews in written.items():
        for review in reviews:
            for member in (pro_am, review.visit.host):
                days[member].add(review.visit.days_ago)
    told: set[str] = set()
    return {
        of.member: tuple(_Page(of, days, told).reviews())
        for of in (*WEST, *EAST, *NORTH_AND_SOUTH)
        if of.member not in UNREVIEWED
    }


class _Page:
    """The reviews of one pro-am: what was said stays said."""

    def __init__(self, of: DemoProAm, days: dict[str, set[int]], told: set[str]) -> None:
        self._of = of
        self._days = days
        self._told = told
        self._said: set[str] = set()
        self._random = Random(of.member)  # noqa: S311 - repeatable, no secret

    def reviews(self) -> list[DemoReview]:
        guests = [
            (member.key, numbers)
            for member in MEMBERS
            if member.key != self._of.member and (numbers := self._offers_for(member.key))
        ]
        self._random.shuffle(guests)
        count = self._random.randint(FEWEST, MOST)
        stars = self._random.choice(STARS)
        return [
            self._review(host, self._random.choice(numbers), stars[number % len(stars)])
            for number, (host, numbers) in enumerate(guests[:count])
        ]

    def _offers_for(self, host: str) -> list[int]:
        offers = enumerate(self._of.offers)
        return [number for number, offer in offers if can_meet(host, self._of.member, offer)]

    def _review(self, host: str, number: int, stars: int) -> DemoReview:
        offer, language = self._of.offers[number], MEMBER[host].language
        text = self._text(offer, language, stars, MEMBER[self._of.member].first_name)
        theirs = MEMBER[self._of.member].language
        of_host = None
        if self._random.random() < IS_MUTUAL:
            of_host = self._unique(voices.OF_GUESTS[theirs], MEMBER[host].first_name, offer)
        return DemoReview(
            Visit(host, offer=number, people=self._people(offer), days_ago=self._day(host)),
            stars,
            text,
            reply=self._reply(stars, theirs, offer, MEMBER[host].first_name),
            of_host=of_host,
        )

    def _text(self, offer: DemoOffer, language: Language, stars: int, name: str) -> str:
        begin = voices.BUT if stars <= CRITICAL else self._beginnings(offer)
        is_meal = begin not in (voices.IN_A_SESSION, voices.IN_A_LESSON)
        speaks_of_food = self._of.craft == "cooking" and is_meal
        if speaks_of_food and self._random.random() < OF_FOOD_RATHER:
            goes_on = voices.OF_FOOD
        else:
            goes_on = voices.OF_PEOPLE
        while True:
            text = self._say(begin[language], offer, language, name)
            if self._random.random() < GOES_ON:
                text += " " + self._say(goes_on[language], offer, language, name)
            if text not in self._told:
                self._told.add(text)
                return text

    def _beginnings(self, offer: DemoOffer) -> Sentences:
        if self._of.craft == "fitness":
            return voices.IN_A_SESSION
        if any(word in called for called in offer.called.values() for word in LESSONS):
            return voices.IN_A_LESSON
        return BY_PLACE[offer.place_mode]

    def _reply(self, stars: int, language: Language, offer: DemoOffer, name: str) -> str | None:
        is_critical = stars <= CRITICAL
        if self._random.random() >= (IS_ANSWERED if is_critical else IS_THANKED):
            return None
        answers = voices.ANSWERS_TO_BUT if is_critical else voices.THANKS
        return self._unique(answers[language], name, offer)

    def _unique(self, sentences: Sequence[str], name: str, offer: DemoOffer) -> str:
        return self._say(sentences, offer, "fr", name)

    def _say(
        self, sentences: Sequence[str], offer: DemoOffer, language: Language, name: str
    ) -> str:
        """One that was not said on this page, as long as there is one."""
        fresh = [each for each in sentences if each not in self._said] or list(sentences)
        sentence = self._random.choice(fresh)
        self._said.add(sentence)
        return sentence.format(dish=offer.called.get(language, ""), name=name)

    def _people(self, offer: DemoOffer) -> int:
        return self._random.randint(offer.seats_min, min(offer.seats_max, offer.seats_min + 4))

    def _day(self, host: str) -> int:
        """A day on which neither of them met anybody else."""
        free = [
            day
            for day in range(FIRST_DAY, LAST_DAY)
            if day not in self._days[host] | self._days[self._of.member]
        ]
        day = self._random.choice(free)
        self._days[host].add(day)
        self._days[self._of.member].add(day)
        return day
