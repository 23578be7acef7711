"""Hosts around them: a steward in each area, most of them known to that steward."""

from pro_am.operations.demo.illustrations import FACES
from pro_am.operations.demo.people import DemoMember, Language


def _around(
    *people: tuple[str, str, str],
    language: Language = "fr",
    is_verified: bool = True,
    is_steward: bool = False,
) -> tuple[DemoMember, ...]:
    return tuple(
        DemoMember(
            key=key,
            name=name,
            language=language,
            town=town,
            verified_by_steward=is_verified,
            is_steward=is_steward,
            avatar=key if key in FACES else None,
        )
        for key, name, town in people
    )


HOSTS = (
    *_around(
        ("etienne", "Étienne Verhaeghe", "Lille (59)"),
        ("ingrid", "Ingrid Muller", "Strasbourg (67)"),
        ("chloe", "Chloé Lafitte", "Bordeaux (33)"),
        ("corentin", "Corentin Delmas", "Toulouse (31)"),
        ("nawel", "Nawel Bouzid", "Marseille (13)"),
        ("sabine", "Sabine Lebreton", "Rennes (35)"),
        ("gerard", "Gérard Patriat", "Dijon (21)"),
        ("florian", "Florian Chassaing", "Clermont-Ferrand (63)"),
        ("margaux", "Margaux Reboul", "Die (26)"),
        is_steward=True,
    ),
    # Nantes, Lyon and Quimper: fifteen more.
    *_around(
        ("bilal", "Bilal Chaouch", "Nantes (44)"),
        ("samira", "Samira Lahlou", "Saint-Herblain (44)"),
        ("quentin", "Quentin Rabouin", "Rezé (44)"),
        ("marielle", "Marielle Bossard", "Carquefou (44)"),
        ("armel", "Armel Guillou", "Quimper (29)"),
        ("katell", "Katell Morvan", "Douarnenez (29)"),
        ("wassim", "Wassim Trabelsi", "Villeurbanne (69)"),
        ("pauline", "Pauline Giraud", "Lyon (69)"),
        ("maxence", "Maxence Olagne", "Lyon (69)"),
        ("ludivine", "Ludivine Berger", "Bron (69)"),
    ),
    *_around(
        ("sean", "Sean Donnelly", "Nantes (44)"),
        ("holly", "Holly Barnes", "Lyon (69)"),
        language="en",
    ),
    *_around(
        ("romane", "Romane Tessier", "Nantes (44)"),
        ("yves", "Yves Perhirin", "Quimper (29)"),
        ("dounia", "Dounia Saadi", "Lyon (69)"),
        is_verified=False,
    ),
    # Lille.
    *_around(
        ("ameline", "Ameline Dubrulle", "Lille (59)"),
        ("kevin", "Kévin Lesage", "Roubaix (59)"),
        ("malika", "Malika Hamdi", "Roubaix (59)"),
        ("odette", "Odette Coisne", "Marcq-en-Barœul (59)"),
        ("simon", "Simon Wattel", "Tourcoing (59)"),
        ("lydie", "Lydie Pruvost", "Lambersart (59)"),
        ("teodor", "Teodor Kowalski", "Lille (59)"),
        ("justine", "Justine Mahieu", "Villeneuve-d'Ascq (59)"),
    ),
    *_around(("emily", "Emily Foster", "Lille (59)"), language="en"),
    *_around(("jordan", "Jordan Caron", "Tourcoing (59)"), is_verified=False),
    # Strasbourg.
    *_around(
        ("frieda", "Frieda Baumann", "Strasbourg (67)"),
        ("luc", "Luc Oberlin", "Schiltigheim (67)"),
        ("elif", "Elif Kaya", "Strasbourg (67)"),
        ("mathias", "Mathias Roth", "Illkirch-Graffenstaden (67)"),
        ("celine", "Céline Wagner", "Obernai (67)"),
        ("hugues", "Hugues Lutz", "Strasbourg (67)"),
        ("aurore", "Aurore Klein", "Schiltigheim (67)"),
    ),
    *_around(("thomas", "Thomas Keller", "Strasbourg (67)"), language="en"),
    *_around(("nour", "Nour Haddou", "Strasbourg (67)"), is_verified=False),
    # Bordeaux.
    *_around(
        ("agathe", "Agathe Lacoste", "Bordeaux (33)"),
        ("damien", "Damien Faure", "Talence (33)"),
        ("rokia", "Rokia Coulibaly", "Bègles (33)"),
        ("jeanmarc", "Jean-Marc Dupouy", "Pessac (33)"),
        ("inesm", "Inês Machado", "Bordeaux (33)"),
        ("victor", "Victor Lalande", "Mérignac (33)"),
        ("solange", "Solange Castaing", "Bordeaux (33)"),
        ("timothee", "Timothée Barrère", "Bègles (33)"),
    ),
    *_around(
        ("oliver", "Oliver Hughes", "Bordeaux (33)"),
        ("zoe", "Zoe Patel", "Bordeaux (33)"),
        language="en",
    ),
    # Toulouse.
    *_around(
        ("lise", "Lise Fourcade", "Toulouse (31)"),
        ("marwan", "Marwan Kassem", "Toulouse (31)"),
        ("pilar", "Pilar Soler", "Colomiers (31)"),
        ("gael", "Gaël Bonnefoy", "Blagnac (31)"),
        ("huguette", "Huguette Sicard", "Tournefeuille (31)"),
        ("noe", "Noé Rieux", "Toulouse (31)"),
        ("estelle", "Estelle Vidalon", "Blagnac (31)"),
    ),
    *_around(("rosie", "Rosie McLean", "Toulouse (31)"), language="en"),
    *_around(("kenza", "Kenza Belhadj", "Toulouse (31)"), is_verified=False),
    # Marseille.
    *_around(
        ("marius", "Marius Olive", "Marseille (13)"),
        ("yamina", "Yamina Khelifi", "Marseille (13)"),
        ("aurelie", "Aurélie Roux-Blanc", "Aubagne (13)"),
        ("toussaint", "Toussaint Mattei", "Marseille (13)"),
        ("blandine", "Blandine Isnard", "Allauch (13)"),
        ("farid", "Farid Mebarki", "Marseille (13)"),
        ("clemence", "Clémence Arnaud", "Marseille (13)"),
        ("hovsep", "Hovsep Kevorkian", "Marseille (13)"),
    ),
    *_around(("jack", "Jack Turner", "Cassis (13)"), language="en"),
    *_around(("anissa", "Anissa Djaffar", "Marseille (13)"), is_verified=False),
    # Rennes.
    *_around(
        ("gwenola", "Gwenola Hamon", "Rennes (35)"),
        ("mamadou", "Mamadou Bah", "Rennes (35)"),
        ("perrine", "Perrine Lebret", "Cesson-Sévigné (35)"),
        ("alban", "Alban Texier", "Bruz (35)"),
        ("sterenn", "Sterenn Riou", "Rennes (35)"),
        ("joel", "Joël Marchand", "Bruz (35)"),
    ),
    *_around(("kate", "Kate Sullivan", "Rennes (35)"), language="en"),
    *_around(("ilan", "Ilan Gautier", "Rennes (35)"), is_verified=False),
    # Dijon.
    *_around(
        ("brigitte", "Brigitte Noirot", "Dijon (21)"),
        ("adrien", "Adrien Petitjean", "Nuits-Saint-Georges (21)"),
        ("souad", "Souad Amari", "Nuits-Saint-Georges (21)"),
        ("clement", "Clément Voillot", "Beaune (21)"),
        ("isaure", "Isaure de Vogel", "Beaune (21)"),
        ("philippe", "Philippe Garreau", "Gevrey-Chambertin (21)"),
    ),
    *_around(("hannah", "Hannah Price", "Dijon (21)"), language="en"),
    # Clermont-Ferrand.
    *_around(
        ("monique", "Monique Sauvadet", "Clermont-Ferrand (63)"),
        ("baptiste", "Baptiste Coudert", "Chamalières (63)"),
        ("awa", "Awa Diop", "Clermont-Ferrand (63)"),
        ("sylvie", "Sylvie Berthon", "Riom (63)"),
        ("jerome", "Jérôme Gory", "Volvic (63)"),
        ("suzanne", "Suzanne Bardin", "Riom (63)"),
    ),
    *_around(("mary", "Mary Whitlock", "Clermont-Ferrand (63)"), language="en"),
    # Die and its valley.
    *_around(
        ("christelle", "Christelle Achard", "Die (26)"),
        ("bertrand", "Bertrand Morin", "Châtillon-en-Diois (26)"),
        ("lena", "Léna Vial", "Saillans (26)"),
        ("robin", "Robin Chastel", "Die (26)"),
        ("mireille", "Mireille Gontard", "Saillans (26)"),
    ),
    *_around(("george", "George Amsel", "Die (26)"), language="en"),
)
