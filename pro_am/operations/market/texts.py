"""What pro-ams of an invented market say, and what is said of them."""

TITLES = (
    ("Dinner at my table", "Dîner à ma table"),
    ("A Sunday lunch", "Un déjeuner du dimanche"),
    ("Fresh pasta together", "Des pâtes fraîches ensemble"),
    ("Bread with a long rise", "Du pain au levain"),
    ("Gentle yoga at home", "Yoga doux à la maison"),
    ("Running without hurry", "Courir sans se presser"),
    ("Strength after sixty", "Renforcement après soixante ans"),
)
SENTENCES = (
    "I learned it from my grandmother and have cooked for friends ever since.",
    "On commence doucement, et chacun avance à son rythme.",
    "Vegetables come from the market, bread from my own oven.",
    "Les débutants sont les bienvenus, le matériel est sur place.",
    "We take our time, and nobody leaves hungry.",
    "Une séance finit toujours par quelques étirements et une tisane.",
    "Tell me what you like and I shall write a menu for you.",
    "Je viens avec tout ce qu’il faut, il suffit d’une table.",
)
OPINIONS = (
    "A warm welcome and a wonderful evening.",
    "Tout était délicieux, nous reviendrons.",
    "Clear, patient and on time.",
    "Une belle rencontre, merci.",
)
