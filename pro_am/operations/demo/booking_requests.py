"""How people of the demo community ask for a booking, and what they are answered."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from dataclasses import dataclass
from typing import Literal

from pro_am.operations.demo.people import Language

Outcome = Literal["confirmed", "declined", "waiting"]


@dataclass(frozen=True)
class Message:
    speaker: Literal["host", "pro_am"]
    text: str


@dataclass(frozen=True, kw_only=True)
class DemoRequest:
    """A booking asked for in the coming weeks, with its messages in the order they were sent."""

    host: str
    pro_am: str
    offer: int
    """Its place in the pro-am's `offers`."""
    people: int
    outcome: Outcome
    messages: tuple[Message, ...]
    """The first is the host's own request; each speaks in their own language."""


REQUESTS = (
    DemoRequest(
        host="anais",
        pro_am="lea",
        offer=0,
        people=4,
        outcome="confirmed",
        messages=(
            Message(
                "host", "Bonjour Léa, nous serions quatre, dont une végétarienne. C’est possible ?"
            ),
            Message(
                "pro_am", "Avec plaisir ! Tout mon menu est végétarien, elle ne sera pas à part."
            ),
            Message("host", "Parfait. Le code de la porte vous attend dans le prochain message."),
        ),
    ),
    DemoRequest(
        host="helen",
        pro_am="lea",
        offer=1,
        people=3,
        outcome="waiting",
        messages=(
            Message(
                "host",
                "Hello Léa, my parents are visiting. My father has never cooked. Is he safe?",
            ),
            Message(
                "pro_am", "C’est nous qui ne le sommes pas ! Qu’il vienne. Avez-vous un rouleau ?"
            ),
        ),
    ),
    DemoRequest(
        host="moussa",
        pro_am="fatou",
        offer=0,
        people=4,
        outcome="waiting",
        messages=(
            Message(
                "host",
                "Bonjour Fatou, je serais votre premier hôte ici ? Quatre parts, s’il vous "
                "plaît, et le piment bien à part.",
            ),
        ),
    ),
    DemoRequest(
        host="karim",
        pro_am="lea",
        offer=2,
        people=5,
        outcome="confirmed",
        messages=(
            Message(
                "host", "Cinq parts pour un retour de course, si vous livrez à Saint-Herblain."
            ),
            Message("pro_am", "Je livre. Le plat sera froid, comptez trente minutes au four."),
        ),
    ),
    DemoRequest(
        host="paula",
        pro_am="maud",
        offer=0,
        people=2,
        outcome="confirmed",
        messages=(
            Message("host", "Bonjour, ma fille de neuf ans peut-elle venir avec moi ?"),
            Message(
                "pro_am",
                "Bien sûr, avec vous à côté d’elle. Elle aura son propre pâton et son four à "
                "surveiller.",
            ),
            Message("host", "Elle a déjà choisi un nom pour son levain. Merci !"),
        ),
    ),
    DemoRequest(
        host="andre",
        pro_am="maud",
        offer=1,
        people=1,
        outcome="confirmed",
        messages=(
            Message("host", "Comme d’habitude, bien cuit. Sonnez fort, je suis au jardin."),
            Message("pro_am", "Je sonnerai fort, et je ferai le tour. À bientôt André."),
        ),
    ),
    DemoRequest(
        host="lucas",
        pro_am="karim",
        offer=0,
        people=1,
        outcome="confirmed",
        messages=(
            Message("host", "Bonjour, je n’ai pas couru depuis le lycée. Par où commence-t-on ?"),
            Message(
                "pro_am",
                "Par marcher ! Venez avec des chaussures confortables et une bouteille d’eau.",
            ),
        ),
    ),
    DemoRequest(
        host="daniel",
        pro_am="karim",
        offer=1,
        people=2,
        outcome="confirmed",
        messages=(
            Message("host", "Hi Karim, may I bring a friend who only wants to walk?"),
            Message(
                "pro_am", "Oui, tout à fait. La moitié du groupe marche, l’autre moitié y pense."
            ),
        ),
    ),
    DemoRequest(
        host="josiane",
        pro_am="ines",
        offer=1,
        people=3,
        outcome="waiting",
        messages=(
            Message(
                "host", "Inès, nous serions trois cette fois. J’ai emprunté une chaise au second."
            ),
            Message("pro_am", "Trois, c’est parfait. Vérifiez juste qu’elle ne roule pas !"),
            Message("host", "Elle ne roule pas. Elle grince, mais nous aussi."),
        ),
    ),
    DemoRequest(
        host="gilles",
        pro_am="ines",
        offer=0,
        people=1,
        outcome="declined",
        messages=(
            Message("host", "Bonjour, une place pour un débutant très raide ?"),
            Message(
                "pro_am",
                "Ce matin-là je suis en formation, je suis désolée. La semaine suivante, je "
                "vous garde un tapis.",
            ),
        ),
    ),
    DemoRequest(
        host="camille",
        pro_am="nadia",
        offer=0,
        people=9,
        outcome="confirmed",
        messages=(
            Message(
                "host", "Bonjour Nadia, neuf personnes pour un anniversaire, deux sans viande."
            ),
            Message(
                "pro_am",
                "Les sept légumes sont pour tout le monde, la viande vient à part. Avez-vous "
                "quatre feux ?",
            ),
            Message("host", "Quatre feux, et une grand-mère qui surveillera."),
            Message("pro_am", "Alors je suis entre de bonnes mains."),
        ),
    ),
    DemoRequest(
        host="grace",
        pro_am="nadia",
        offer=2,
        people=4,
        outcome="waiting",
        messages=(
            Message(
                "host", "Hello Nadia, four of us for tea, and one cannot eat nuts. Should we come?"
            ),
            Message(
                "pro_am",
                "Merci de le dire. Il y a des amandes partout chez moi : pour cette personne, ce "
                "ne serait pas prudent.",
            ),
        ),
    ),
    DemoRequest(
        host="marek",
        pro_am="minh",
        offer=0,
        people=3,
        outcome="confirmed",
        messages=(
            Message("host", "Bonjour, nous venons à trois, dont un ado qui mange comme deux."),
            Message(
                "pro_am", "Le bouillon est à volonté. Qu’il vienne avec sa faim, j’ai l’habitude."
            ),
        ),
    ),
    DemoRequest(
        host="odile",
        pro_am="minh",
        offer=1,
        people=2,
        outcome="declined",
        messages=(
            Message(
                "host", "Bonjour Minh-Anh, avez-vous une date pour deux débutantes appliquées ?"
            ),
            Message(
                "pro_am",
                "Mes parents sont chez moi ce jour-là, je ne peux pas. Proposez-moi une autre "
                "date, elle sera à vous.",
            ),
        ),
    ),
    DemoRequest(
        host="callum",
        pro_am="priya",
        offer=0,
        people=6,
        outcome="confirmed",
        messages=(
            Message("host", "Six of us, two are reckless, four are shy. Can the kitchen cope?"),
            Message(
                "pro_am", "It can. I make it gentle and bring the reckless ones their own jar."
            ),
            Message("host", "You are a diplomat. The burners will be clean, I promise."),
        ),
    ),
    DemoRequest(
        host="solene",
        pro_am="priya",
        offer=2,
        people=1,
        outcome="waiting",
        messages=(
            Message("host", "Bonjour Priya, j’ai onze pots sans étiquette. Est-ce grave ?"),
            Message(
                "pro_am", "Not at all, it is a treasure hunt. Have a teaspoon and a dry pan ready."
            ),
        ),
    ),
    DemoRequest(
        host="yasmine",
        pro_am="bastien",
        offer=1,
        people=1,
        outcome="waiting",
        messages=(
            Message(
                "host",
                "Bonjour, je travaille assise toute la journée et je ne sais pas par où "
                "commencer. L’essai me conviendrait ?",
            ),
        ),
    ),
    DemoRequest(
        host="nolwenn",
        pro_am="soizic",
        offer=0,
        people=12,
        outcome="confirmed",
        messages=(
            Message("host", "Soizic, douze personnes dans le jardin, et un barnum au cas où."),
            Message(
                "pro_am", "Au cas où, c’est sûr. Gardez-moi deux prises à l’abri, et une chaise."
            ),
        ),
    ),
    DemoRequest(
        host="irina",
        pro_am="gwen",
        offer=0,
        people=1,
        outcome="confirmed",
        messages=(
            Message(
                "host", "Bonjour, je voudrais essayer encore une fois, mais je n’ai pas dormi."
            ),
            Message(
                "pro_am",
                "On restera là où vous avez pied. Et si vous préférez regarder, on regarde.",
            ),
        ),
    ),
    DemoRequest(
        host="samir",
        pro_am="gwen",
        offer=1,
        people=1,
        outcome="waiting",
        messages=(
            Message("host", "Je fais deux longueurs puis je m’arrête. C’est assez pour venir ?"),
            Message(
                "pro_am", "C’est exactement pour vous. Apportez des lunettes qui ne fuient pas."
            ),
        ),
    ),
    DemoRequest(
        host="ruth",
        pro_am="eamon",
        offer=0,
        people=3,
        outcome="confirmed",
        messages=(
            Message(
                "host",
                "Eamon, I have two cousins over. Have you poles for three, and some patience?",
            ),
            Message("pro_am", "Six poles and endless patience, or possibly the other way round."),
        ),
    ),
    DemoRequest(
        host="enora",
        pro_am="eamon",
        offer=1,
        people=1,
        outcome="confirmed",
        messages=(
            Message(
                "host", "Bonjour, mon anglais est rouillé et mes genoux aussi. Je peux venir ?"
            ),
            Message("pro_am", "You are in excellent company. We shall go gently on both."),
        ),
    ),
    DemoRequest(
        host="samira",
        pro_am="daniel",
        offer=0,
        people=2,
        outcome="confirmed",
        messages=(
            Message(
                "host",
                "Bonjour Daniel, le balcon est au sixième et il y a du vent. On peut rêver ?",
            ),
            Message(
                "pro_am", "Dream low and heavy: thyme, chives, and no parasols. See you there."
            ),
        ),
    ),
    DemoRequest(
        host="theo",
        pro_am="solene",
        offer=0,
        people=5,
        outcome="waiting",
        messages=(
            Message(
                "host",
                "Bonjour Solène, après mon potager, c’est l’immeuble qui s’y met. Cinq voisins et "
                "un gardien sceptique.",
            ),
            Message(
                "pro_am", "Le gardien sceptique est le meilleur allié. Gardez-lui une fourche !"
            ),
        ),
    ),
    DemoRequest(
        host="lena",
        pro_am="bertrand",
        offer=0,
        people=1,
        outcome="confirmed",
        messages=(
            Message("host", "Bonjour, mes deux abricotiers montent tout droit. Est-ce trop tard ?"),
            Message(
                "pro_am",
                "Pour un abricotier, il n’est jamais trop tard, seulement trop haut. Je viens.",
            ),
        ),
    ),
    DemoRequest(
        host="kate",
        pro_am="ilan",
        offer=0,
        people=2,
        outcome="waiting",
        messages=(
            Message(
                "host",
                "Hello Ilan, my son wants to grow a fig tree from a stick. Is that a real thing?",
            ),
        ),
    ),
)

# What people write when there is little to ask; "{name}" is whom they write to.
OPENINGS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "Bonjour {name}, ce créneau vous irait-il ?",
        "Bonjour {name}, dites-moi s’il faut préparer quelque chose. Merci d’avance !",
        "Bonjour {name}, une heure plus tôt ou plus tard m’irait aussi.",
        "Bonjour {name}, j’espère que vous êtes libre. Au plaisir de vous voir !",
    ),
    "en": (
        "Hello {name}, would this time suit you?",
        "Hello {name}, tell me if there is anything to prepare. Thank you!",
        "Hello {name}, an hour earlier or later is fine with me too.",
    ),
}
ANSWERS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "Bonjour {name}, c’est noté, avec plaisir.",
        "Parfait pour moi. À bientôt, {name} !",
        "Oui, bien volontiers. Merci {name} !",
    ),
    "en": (
        "Hello {name}, it is in my diary. See you then.",
        "Perfect for me. Thank you, {name}!",
        "Yes, gladly. I look forward to it, {name}.",
    ),
}
REGRETS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "Un imprévu au travail : je dois annuler, avec mes excuses.",
        "La grippe est à la maison. Mieux vaut remettre à plus tard.",
    ),
    "en": (
        "The flu is in the house. Better another time.",
        "Something came up at work. I am sorry to let you down.",
    ),
}
