"""The pro-ams who came with more towns."""

from pro_am.operations.demo.people import DemoMember, Language


def _living_in(
    town: str,
    *people: tuple[str, str],
    language: Language = "fr",
    is_verified: bool = True,
) -> tuple[DemoMember, ...]:
    return tuple(
        DemoMember(
            key=key,
            name=name,
            language=language,
            town=town,
            verified_by_steward=is_verified,
            avatar=key,
        )
        for key, name in people
    )


OFFERING = (
    *_living_in("Nantes (44)", ("malik", "Malik Traoré"), ("sanae", "Sanae Idrissi")),
    *_living_in("Nantes (44)", ("wendy", "Wendy Hargreaves"), language="en"),
    *_living_in("Rezé (44)", ("eloise", "Éloïse Picard")),
    *_living_in("Clisson (44)", ("gaspard", "Gaspard Hervouet"), is_verified=False),
    *_living_in("Carquefou (44)", ("nina", "Nina Rossignol")),
    *_living_in("Douarnenez (29)", ("erwan", "Erwan Le Gall")),
    *_living_in("Quimper (29)", ("mona", "Mona Quéméneur")),
    *_living_in("Locronan (29)", ("alan", "Alan Kerdreux")),
    *_living_in("Rennes (35)", ("tristan", "Tristan Pichon"), ("aminata", "Aminata Sylla")),
    *_living_in("Rennes (35)", ("oisin", "Oisín Byrne"), language="en"),
    *_living_in("Cesson-Sévigné (35)", ("bleuenn", "Bleuenn Jouan"), is_verified=False),
    *_living_in("Lyon (69)", ("rosalie", "Rosalie Perrachon"), ("leonie", "Léonie Gay")),
    *_living_in("Lyon (69)", ("tatiana", "Tatiana Volkova"), language="en"),
    *_living_in("Lyon (69)", ("arjun", "Arjun Singh"), language="en"),
    *_living_in("Villeurbanne (69)", ("hakim", "Hakim Zerrouki")),
    *_living_in("Strasbourg (67)", ("mathilde", "Mathilde Kieffer")),
    *_living_in("Strasbourg (67)", ("jonas", "Jonas Weber"), language="en"),
    *_living_in("Schiltigheim (67)", ("emre", "Emre Yildiz")),
    *_living_in("Obernai (67)", ("heloise", "Héloïse Schmitt")),
    *_living_in("Dijon (21)", ("colette", "Colette Bourgeot")),
    *_living_in("Dijon (21)", ("mei", "Mei Liang"), language="en", is_verified=False),
    *_living_in("Beaune (21)", ("renaud", "Renaud Mignot")),
    *_living_in("Clermont-Ferrand (63)", ("lucien", "Lucien Vergne")),
    *_living_in("Riom (63)", ("valentine", "Valentine Roche")),
    *_living_in("Die (26)", ("flora", "Flora Davenport"), language="en"),
    *_living_in("Saillans (26)", ("margot", "Margot Faure"), is_verified=False),
    *_living_in("Lille (59)", ("bernadette", "Bernadette Vanhoutte"), ("abdou", "Abdou Ndiaye")),
    *_living_in("Roubaix (59)", ("jules", "Jules Delattre")),
    *_living_in("Villeneuve-d'Ascq (59)", ("thuy", "Thuy Pham")),
    *_living_in("Marcq-en-Barœul (59)", ("claudine", "Claudine Leclercq")),
    *_living_in("Bordeaux (33)", ("amparo", "Amparo Ruiz")),
    *_living_in("Bordeaux (33)", ("naomi", "Naomi Clarke"), language="en"),
    *_living_in("Pessac (33)", ("pierrelouis", "Pierre-Louis Darrigade")),
    *_living_in("Mérignac (33)", ("sylvain", "Sylvain Mestre")),
    *_living_in("Talence (33)", ("coralie", "Coralie Besson"), is_verified=False),
    *_living_in("Toulouse (31)", ("bruno", "Bruno Cazals"), ("salome", "Salomé Attias")),
    *_living_in("Blagnac (31)", ("diego", "Diego Fuentes"), language="en"),
    *_living_in("Colomiers (31)", ("maryse", "Maryse Estève")),
    *_living_in("Marseille (13)", ("josette", "Josette Agostini"), ("said", "Saïd Mahamoud")),
    *_living_in("Marseille (13)", ("lola", "Lola Fabre"), ("karine", "Karine Sarkissian")),
    *_living_in("Aubagne (13)", ("ferdinand", "Ferdinand Colonna"), is_verified=False),
)
