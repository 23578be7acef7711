"""Who of the demo community recommends whom in person, and an invitation on its way."""

# French typography: curly apostrophes and no-break spaces.

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.profiles.models import Profile
from pro_am.vouches import queries
from pro_am.vouches.models import Invitation, Vouch
from pro_am.vouches.rules.vouch import AS_HOST, Basis, Relation, basis_of, weight_of


@dataclass(frozen=True, kw_only=True)
class Given:
    by: str
    to: str
    words: str
    days_ago: int
    relation: Relation | None = None
    known_since: int | None = None
    shows_name: bool = True


GIVEN = (
    Given(
        by="ines",
        to="lea",
        days_ago=320,
        words="Je l’ai vue nourrir six affamés dans ma cuisine de poche, sans un mot plus haut "
        "que l’autre. Je lui confierais ma cuisine les yeux fermés.",
    ),
    Given(
        by="karim",
        to="lea",
        days_ago=210,
        words="Mes enfants ont appris à farcir des pâtes avec elle. Patiente, précise, et tout "
        "est propre après.",
    ),
    Given(
        by="josiane",
        to="lea",
        days_ago=150,
        shows_name=False,
        words="Elle pèse, elle goûte, elle écoute. À mon âge on reconnaît les gens sérieux.",
    ),
    Given(
        by="lea",
        to="maud",
        days_ago=300,
        words="Quatre heures de levain dans son garage, et depuis je n’achète plus de pain. Elle "
        "connaît sa farine comme personne.",
    ),
    Given(
        by="maud",
        to="lea",
        days_ago=120,
        words="Nous échangeons des farines depuis notre rencontre. Ses pâtes sont faites avec "
        "respect, et ses invités repartent heureux.",
    ),
    Given(
        by="lea",
        to="ines",
        days_ago=260,
        words="Elle m’a remise à courir sans jamais me faire la leçon. Toujours à l’heure.",
    ),
    Given(
        by="lea",
        to="anais",
        days_ago=90,
        words="Une table joyeuse, une cuisine prête, et tout ce qui est promis est tenu.",
    ),
    Given(
        by="maud",
        to="fatou",
        days_ago=200,
        relation=Relation.NEIGHBOUR,
        known_since=2016,
        words="Voisines de palier pendant six ans : son mafé du dimanche nourrissait l’immeuble.",
    ),
    Given(
        by="maud",
        to="nadia",
        days_ago=170,
        relation=Relation.CLUB,
        known_since=2018,
        words="Nous tenons ensemble le four du quartier. Sa semoule roulée à la main, je la "
        "regarde faire depuis des années.",
    ),
    Given(
        by="yann",
        to="fatou",
        days_ago=60,
        relation=Relation.FRIEND,
        words="Rencontrée à la fête des voisins, où elle a cuisiné pour quarante sans faiblir.",
    ),
    Given(
        by="ines",
        to="karim",
        days_ago=280,
        relation=Relation.COLLEAGUE,
        known_since=2017,
        words="Nous avons entraîné le même club. Il voit tout de suite quand il faut ralentir.",
    ),
    Given(
        by="tom",
        to="karim",
        days_ago=100,
        shows_name=False,
        relation=Relation.FRIEND,
        known_since=2014,
        words="Il m’a accompagné après une blessure, sans brûler une seule étape.",
    ),
    Given(
        by="nadia",
        to="minh",
        days_ago=190,
        words="Je cuisine aussi : un bouillon comme le sien demande des années et du cœur.",
    ),
    Given(
        by="helen",
        to="daniel",
        days_ago=240,
        relation=Relation.FRIEND,
        known_since=2012,
        words="I have known Daniel since our children were in the same class. Kind, careful, "
        "and never late.",
    ),
    Given(
        by="anais",
        to="daniel",
        days_ago=40,
        words="Il adapte chaque séance à qui est là, et tout le monde repart avec le sourire.",
    ),
)
GUEST = ("anais", "Juliette", "Tu cherchais où apprendre les pâtes : viens voir !", 4)


def fill(members: Mapping[str, Member], profiles: Mapping[str, Profile], now: datetime) -> None:
    """What the actions would have written at the time."""
    for number, given in enumerate(GIVEN):
        voucher, vouched = members[given.by], members[given.to]
        profile = profiles.get(given.to)
        given_at = max(now - timedelta(days=given.days_ago), voucher.created_at, vouched.created_at)
        basis = basis_of(
            have_met=queries.have_met(voucher.id, vouched.id, now),
            is_steward=voucher.has_role(Role.STEWARD),
        )
        db.session.add(
            Vouch(
                public_id=ids.public_id(),
                idempotency_key=f"demo {number}",
                voucher=voucher,
                vouched=vouched,
                craft=profile.craft.slug if profile else AS_HOST,
                speciality="",
                basis=basis,
                relation=None if basis is Basis.BOOKING else given.relation,
                known_since=given.known_since,
                words=given.words,
                weight=weight_of(basis),
                given_at=given_at,
                confirmed_at=given_at,
                shows_name=given.shows_name,
            )
        )
    _invite(members, now)


def _invite(members: Mapping[str, Member], now: datetime) -> None:
    inviter, name, note, days_ago = GUEST
    db.session.add(
        Invitation(
            public_id=ids.public_id(),
            idempotency_key="demo",
            inviter=members[inviter],
            name=name,
            email=None,
            note=note,
            created_at=now - timedelta(days=days_ago),
            craft=AS_HOST,
            words="",
        )
    )
