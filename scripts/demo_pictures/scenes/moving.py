"""People who move: on hills, by the water, in the woods."""

# ruff: noqa: S311 - an outline is one string; chance only scatters crumbs here, by seed.

import random

from paper import (
    GREEN,
    HEIGHT,
    INK,
    NIGHT,
    PINE,
    PLUM,
    ROSE,
    RUST,
    SAFFRON,
    SAND,
    SEA,
    TERRA,
    WHITE,
    WIDTH,
    box,
    circle,
    ellipse,
    framed,
    hills,
    leaf,
    low_sun,
    piece,
    planks,
    shape,
    stroke,
)


def run() -> str:
    slopes = ["#E58A5B", "#B9573A", "#4E6F5A", "#2B4A3E"]
    drawn = hills("#F6C98F", slopes, seed=1, sun=low_sun(820, 320, 130, "#FBE6B0"))
    drawn += stroke("M-20 860C300 700 620 800 1240 640", "#F0D9AE", 84, 'opacity=".95"')
    skin = "#A9683F"
    runner = stroke("M0 0L-46 76L-110 96", NIGHT, 36) + stroke("M4 0L62 58L40 140", NIGHT, 36)
    runner += stroke("M40 140l34 4", WHITE, 22) + stroke("M-110 96l-6 30", WHITE, 22)
    runner += stroke("M0 0L22-104", SAFFRON, 62)
    runner += stroke("M22-96L-40-60L-56-4", skin, 22) + stroke("M26-96L84-60L126-92", skin, 22)
    runner += circle(48, -172, 36, skin) + shape(
        "M14-184a36 36 0 0 1 66-14q-30 12-40 24q-16-4-26-10Z", "#2A1B14"
    )
    return framed(drawn + piece(runner, "translate(520 640) scale(1.15)"), "#F6C98F", 4)


def yoga() -> str:
    drawn = circle(600, 360, 210, "#F6D488")
    for i, water in enumerate(("#8FBFC2", "#6FA8B0", SEA, "#41798D")):
        drawn += box(0, 470 + i * 52, WIDTH, 54, water)
    drawn += piece(shape("M0 680C300 640 800 660 1200 690V900H0Z", "#E9CFA0"))
    drawn += piece(ellipse(600, 800, 280, 34, TERRA))
    skin, hair = "#D9A074", "#5A2E17"
    sitter = stroke("M-110 60Q0 100 110 60", PLUM, 46) + stroke(
        "M-96 64L10 92M96 64L-10 92", PLUM, 44
    )
    sitter += stroke("M0 50V-60", PINE, 70)
    sitter += stroke("M-20-70Q-120-120 -20-240", skin, 22) + stroke(
        "M20-70Q120-120 20-240", skin, 22
    )
    sitter += (
        circle(0, -142, 40, skin)
        + shape("M-40-150a40 40 0 0 1 80 0q-40-26-80 0Z", hair)
        + circle(0, -192, 20, hair)
    )
    drawn += piece(sitter, "translate(600 700) scale(1.45)")
    drawn += leaf(40, 820, -40, 3, "#3E6B5A") + leaf(20, 880, -70, 3)
    return framed(drawn, "#CFE5E2", 6)


def swim() -> str:
    chance = random.Random(17)
    drawn = box(0, 0, WIDTH, HEIGHT, "#63B4C2")
    for i in range(9):
        y = i * 110
        crest = f"M-20 {y + 20}C260 {y - 40} 520 {y + 70} 760 {y}S1100 {y - 30} 1240 {y + 30}"
        trough = f"C1000 {y + 20} 700 {y + 110} 420 {y + 50}S120 {y + 20} -20 {y + 90}Z"
        water = "#74C0CB" if i % 2 else "#57A8B8"
        drawn += shape(f"{crest}V{y + 80}{trough}", water, 'opacity=".7"')
    for _ in range(46):
        x, y = chance.randint(0, 1150), chance.randint(10, 880)
        drawn += stroke(f"M{x} {y}q22-16 44 0t44 0", "#DDF1F0", 6, 'opacity=".75"')
    for y in (120, 780):
        floats = "".join(
            box(i * 62 - 20, y - 24, 54, 48, (TERRA, WHITE, WHITE)[i % 3], 18) for i in range(21)
        )
        drawn += piece(stroke(f"M-20 {y}H1220", NIGHT, 8) + floats)
    skin, suit, cap = "#C98A5E", PLUM, SAFFRON
    swimmer = stroke("M-150 20L-330 6L-440 30", skin, 44) + stroke(
        "M-150-20L-320-34L-430-24", skin, 44
    )
    swimmer += stroke("M70 46C10 110-60 130-120 118", skin, 38)
    swimmer += shape("M-190-44C-120-66 40-74 96-62C120-40 120 40 96 62C40 74-120 66-190 44Z", skin)
    swimmer += shape(
        "M-190-44C-120-64 0-70 30-66C10-30 10 30 30 66C0 70-120 64-190 44C-200 20-200-20-190-44Z",
        suit,
    )
    swimmer += stroke("M80-46C140-110 210-120 300-78", skin, 38) + circle(306, -74, 24, skin)
    swimmer += (
        circle(150, 4, 60, skin)
        + shape(
            "M104 40A60 60 0 0 1 104-34C130-66 190-60 206-18"
            "C180-10 170 26 178 58C150 70 120 62 104 40Z",
            cap,
        )
        + stroke("M112-20C130-40 160-44 178-34", "#FBE3A6", 8)
    )
    drawn += piece(swimmer, "translate(600 450) rotate(-8) scale(1.08)")
    for x, y, r in (
        (120, 520, 34),
        (80, 470, 24),
        (170, 560, 22),
        (140, 430, 18),
        (66, 548, 16),
        (960, 322, 20),
        (1000, 350, 14),
        (985, 300, 12),
    ):
        drawn += piece(circle(x, y, r, "#EAF7F5"))
    return framed(drawn, "#63B4C2", 17)


def strength() -> str:
    drawn = planks("#D8A873", "#D19F68", 7)
    mat = box(-330, -560, 660, 1120, PINE, 26) + box(-300, -530, 600, 1060, "#27705699", 18)
    mat += "".join(
        stroke(f"M-290 {y}H290", "#2F7D61", 5, 'opacity=".8"') for y in range(-480, 520, 80)
    )
    drawn += piece(mat, "translate(500 430) rotate(28)")

    def dumbbell(colour: str, dark: str) -> str:
        body = box(-150, -17, 300, 34, "#5A6468", 16)
        for side in (-1, 1):
            body += box(side * 118 - 32, -92, 64, 184, colour, 20) + box(
                side * 172 - 22, -66, 44, 132, dark, 16
            )
            body += stroke(f"M{side * 118 - 14} -66V-10", "#FFFFFF", 8, 'opacity=".35"')
        return body

    drawn += piece(dumbbell(TERRA, RUST), "translate(430 330) rotate(-24) scale(1.15)")
    drawn += piece(dumbbell(SAFFRON, "#C9851B"), "translate(620 590) rotate(12) scale(1.15)")
    bottle = (
        box(-62, -150, 124, 340, SEA, 46)
        + box(-62, 0, 124, 90, "#6FA8B0")
        + box(-40, -206, 80, 70, NIGHT, 16)
        + stroke("M-34-110V150", "#DDF1F0", 10, 'opacity=".6"')
    )
    drawn += piece(bottle, "translate(1010 300) rotate(18)")
    drawn += piece(
        stroke(
            "M930 650C900 560 1090 540 1120 640C1140 740 960 800 940 700C930 650 1040 620 1080 690",
            PLUM,
            26,
        )
    )
    towel = (
        box(-130, -100, 260, 200, WHITE, 18)
        + stroke("M-130-50H130M-130-26H130", ROSE, 12)
        + stroke("M-130 60H130", SAND, 6)
    )
    drawn += piece(towel, "translate(150 760) rotate(-14)")
    drawn += leaf(-20, 60, 20, 2.6) + leaf(-30, 120, 50, 2.4, PINE) + leaf(40, -20, 60, 2, GREEN)
    return framed(drawn, "#D8A873", 19)


def walking() -> str:
    chance = random.Random(3)
    drawn = hills("#E6EEDC", ["#BFD3B0", "#94B78C"], seed=12, sun=low_sun(930, 210, 96, "#F7E2A4"))

    def fir(x: float, y: float, size: float, colour: str) -> str:
        tiers = "".join(
            shape(f"M0 {-330 + i * 84}L{78 + i * 26} {-176 + i * 88}H{-78 - i * 26}Z", colour)
            for i in range(3)
        )
        return piece(box(-14, -20, 28, 60, "#6A4328") + tiers, f"translate({x} {y}) scale({size})")

    drawn += "".join(
        fir(x, 520 + chance.randint(-20, 20), 0.62, "#6F9E78") for x in range(40, 1200, 150)
    )
    drawn += piece(shape("M-40 620C220 540 520 600 760 570S1100 520 1240 560V900H-40Z", "#5F8F63"))
    drawn += "".join(
        fir(x, y, size, colour)
        for x, y, size, colour in (
            (70, 690, 1.15, PINE),
            (230, 620, 0.85, "#3E6B5A"),
            (1130, 660, 1.2, PINE),
            (960, 600, 0.8, "#3E6B5A"),
        )
    )
    drawn += piece(
        shape(
            "M420 900C470 800 640 760 700 690C740 640 690 610 640 590"
            "C720 596 800 640 790 700C780 770 800 830 860 900Z",
            "#E9CFA0",
        )
    )
    drawn += piece(
        shape("M-40 760C120 700 300 760 420 900H-40Z", "#3E6B5A")
        + shape("M860 900C900 800 1060 760 1240 780V900Z", "#3E6B5A")
    )
    skin, jacket, trousers = "#E0B08A", TERRA, NIGHT
    poles = stroke("M-120-30L-196 214", INK, 9) + stroke("M112-44L150 214", INK, 9)
    walker = stroke("M-4 0L-52 104L-116 190", trousers, 44) + stroke(
        "M4 0L62 96L56 196", trousers, 44
    )
    walker += stroke("M-116 190l-10 20M56 200l40 4", RUST, 30)
    walker += stroke("M16-96L-58-70L-120-30", "#A9431F", 30) + stroke("M0 0L18-118", jacket, 80)
    walker += stroke("M-36-20C-64-60-50-120-16-138", SAFFRON, 40)
    walker += (
        stroke("M22-104L74-62L112-44", jacket, 30)
        + circle(-120, -30, 14, skin)
        + circle(112, -44, 14, skin)
    )
    walker += (
        circle(34, -206, 40, skin)
        + shape("M-8-206C-12-262 70-268 76-214C50-222 20-222-8-206Z", SEA)
        + circle(30, -258, 13, WHITE)
    )
    drawn += piece(poles, "translate(600 600) scale(1.08)") + piece(
        walker, "translate(600 600) scale(1.08)"
    )
    dog = (
        ellipse(0, 0, 62, 30, "#8A5A34")
        + stroke("M-44 14L-50 62M-24 18L-22 62M30 18L24 62M46 12L56 60", "#8A5A34", 15)
        + stroke("M-56-8q-30-20-26-52", "#8A5A34", 13)
    )
    dog += (
        circle(66, -34, 28, "#8A5A34")
        + shape("M50-56C36-50 34-24 46-12C58-20 62-44 58-56Z", "#5F3B20")
        + ellipse(90, -26, 16, 11, "#8A5A34")
        + circle(104, -28, 6, INK)
        + circle(72, -40, 4, INK)
    )
    drawn += piece(dog, "translate(830 778) scale(1.05)")
    return framed(drawn, "#E6EEDC", 12)
