"""In the demo community, one of everything that is decided about somebody."""

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.moderation.actions import appeals, restrictions
from pro_am.moderation.actions.restrictions import Grounds, Thing
from pro_am.moderation.queries.restrictions import restrictions_of, statement_url
from pro_am.moderation.rules import Subject
from pro_am.moderation.rules.restrictions import Kind, Rule
from pro_am.profiles.actions.offers_pause import pause_offers
from pro_am.reviews.models import Review
from pro_am.search.actions.synonyms import add_synonym
from pro_am.search.rules.wording.synonyms import SynonymText
from pro_am.trust.models import Alarm
from tests.factories import make_member, make_pro_am


def judge(anais: Member, moderator: Member, review: Review) -> dict[str, object]:
    """Anaïs is warned and contests it; Tom's offers wait for a look; an alarm about a review."""
    paused = make_member("Quentin Petit", language="fr", email="offers-paused@example.org")
    make_pro_am(paused)
    pause_offers(
        paused.id, words_fr="Les avis des 2, 4 et 9 mars.", words_en="The reviews of March."
    )
    words = Grounds(Rule.SPAM, "Trois messages publicitaires.", "Three advertisements.")
    thing = Thing(Subject.MESSAGE, "a-message", "Venez plutôt sur mon site !")
    warned = restrictions.impose(anais, Kind.WARNING, words, by=moderator, thing=thing)
    appeal = appeals.contest(warned, "C’était l’adresse de la salle, pas une publicité.")
    both_ways = SynonymText("fr", ("slow food", "cuisine lente"))
    synonym = add_synonym(both_ways, is_one_way=False, by=moderator)
    with transaction():
        alarm = Alarm(
            key="burst of the demo",
            kind="burst",
            member_id=review.subject_id,
            reviews=[review.id],
            figures={"in_the_week": 9.0, "usual_in_a_week": 0.4},
            raised_at=clock.now(),
        )
        db.session.add(alarm)
    return {
        "restriction": warned.public_id,
        "statement": statement_url(warned).rpartition("/")[2],
        "appeal": appeal.public_id,
        "looked": restrictions_of(paused)[0].public_id,
        "alarm": alarm.id,
        "synonym": synonym.public_id,
    }
