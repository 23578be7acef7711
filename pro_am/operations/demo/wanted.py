"""What people of the demo looked for and did not find, over the last weeks."""

from datetime import datetime, timedelta

from pro_am.foundation import places
from pro_am.search.asked import actions
from pro_am.search.asked.rules import Asked, kept_words

# Words, speciality, town, how many people on each of how many days.
WANTED = (
    ("ramen", "", "Nantes (44)", 3, 6),
    ("cours de natation", "", "Nantes (44)", 2, 7),
    ("pâtisserie sans gluten", "", "Rennes (35)", 2, 5),
    ("brunch à domicile", "", "Nantes (44)", 2, 4),
    ("tai-chi", "", "Strasbourg (67)", 2, 3),
    ("dim sum", "", "", 1, 2),
)
EVERY = timedelta(days=4)


def fill(now: datetime) -> None:
    """Written as the pages count it, so that thresholds hold here too."""
    for words, speciality, where, people, days in WANTED:
        town = places.find_town(where) if where else None
        for number in range(days):
            day = (now - number * EVERY).date()
            folded, shown = kept_words(words)
            asked = Asked(day, "fr", folded, "", speciality, town.id if town else 0, "")
            for asker in range(people):
                actions.counts().add(asked, shown, f"demo {asker}", in_vain=True)
    actions.write_down()
