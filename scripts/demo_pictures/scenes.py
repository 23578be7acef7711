"""The demo's scenes, one function each: still lifes and landscapes in cut paper."""

# ruff: noqa: S311 - chance only scatters crumbs here, and must be repeatable.

import math
import random
from collections.abc import Callable

from paper import (
    CREAM,
    DARK_WOOD,
    HEIGHT,
    HONEY,
    INK,
    LEAF,
    MINT,
    NIGHT,
    PINE,
    PLUM,
    ROSE,
    RUST,
    SAFFRON,
    SAND,
    SEA,
    STRAW,
    TERRA,
    TURN,
    WHITE,
    WIDTH,
    WOOD,
    around,
    box,
    circle,
    cloth,
    ellipse,
    framed,
    hills,
    leaf,
    low_sun,
    piece,
    planks,
    ring,
    scattered,
    shape,
    stroke,
    tomato,
)

GREEN = "#7FB36A"
CARROT = "#E8863C"


def pasta() -> str:
    chance = random.Random(4)
    drawn = planks("#D9A56B", "#D39C60", 5) + cloth(-60, 430, -14, CREAM, TERRA)
    drawn += piece(
        circle(620, 440, 372, PINE)
        + circle(620, 440, 340, WHITE)
        + circle(620, 440, 268, "#F3E3C6")
    )
    noodles = ""
    for _ in range(64):
        angle, far = chance.random() * TURN, chance.random() ** 0.6 * 200
        x, y = 620 + math.cos(angle) * far, 440 + math.sin(angle) * far
        turn, length = chance.random() * 6, chance.randint(50, 110)
        (x1, y1), (x2, y2), (x3, y3) = (
            (math.cos(turn + more) * length * size, math.sin(turn + more) * length * size)
            for more, size in ((0, 1), (1.4, 1), (2.6, 0.6))
        )
        course = f"M{x:.0f} {y:.0f}q{x1:.0f} {y1:.0f} {x2:.0f} {y2:.0f}t{x3:.0f} {y3:.0f}"
        noodles += stroke(course, chance.choice([HONEY, STRAW, "#F8D681", "#E3A53A"]), 15)
    drawn += piece(noodles) + tomato(560, 380, 46) + tomato(700, 500, 52) + tomato(650, 330, 38)
    drawn += leaf(600, 480, -30, 1.2) + leaf(690, 400, 40) + leaf(530, 470, 160, 0.9)
    drawn += tomato(1060, 160, 74) + tomato(1130, 280, 58) + leaf(960, 230, 20, 1.5)
    prongs = "M330 330l50 58M318 344l50 58M342 318l50 58"
    drawn += piece(stroke("M150 120L330 330", INK, 16) + stroke(prongs, INK, 9))
    return framed(drawn, "#D9A56B", 2)


def bread() -> str:
    chance = random.Random(9)
    drawn = planks("#30473F", "#2B4038", 4)
    drawn += piece(box(170, 210, 820, 500, WOOD, 60) + circle(930, 280, 24, "#2B4038"))
    cuts = "".join(
        stroke(f"M{320 + i * 74} {372 + abs(2 - i) * 16}q56 60 30 150", "#F7E2BB", 22)
        for i in range(5)
    )
    drawn += piece(
        ellipse(520, 450, 290, 205, "#A8642C") + ellipse(512, 438, 272, 188, "#D08F4C") + cuts
    )
    for i in range(3):
        crust = shape("M0 0C10-96 150-110 190-10C206 60 150 104 90 102C30 100-6 60 0 0Z", "#A8642C")
        crumb = shape("M16 2C24-72 138-86 172-8C184 48 140 84 90 82C40 80 10 50 16 2Z", "#F3DCB0")
        holes = "".join(
            circle(
                60 + chance.randint(0, 70), chance.randint(-30, 50), chance.randint(4, 9), "#E3C184"
            )
            for _ in range(9)
        )
        drawn += piece(
            crust + crumb + holes, f"translate({770 + i * 70} {420 + i * 66}) rotate({12 + i * 9})"
        )
    grains = "".join(
        ellipse(
            0, -k * 26, 12, 20, SAFFRON, f'transform="rotate({-28 if k % 2 else 28} 0 {-k * 26})"'
        )
        for k in range(8)
    )
    ear = stroke("M0 120L0-200", SAND, 7) + grains
    for x, y, turn in ((120, 800, 24), (200, 840, 44), (90, 690, 10)):
        drawn += piece(ear, f"translate({x} {y}) rotate({turn})")
    return framed(drawn, "#30473F", 5)


def market() -> str:
    drawn = planks(SAND, "#E8D0A8", 5) + cloth(640, -60, 18, MINT, PINE, (640, 520))
    carrot = shape("M0 0C120-46 300-30 420 0C300 30 120 46 0 0Z", CARROT)
    carrot += "".join(
        stroke(f"M{70 + i * 60} {-16 + i % 2 * 20}q16 6 30 0", "#C9652A", 5) for i in range(5)
    )
    carrot += "".join(
        stroke(f"M0 0q-50 {rise} -110 {rise * 1.6:.0f}", LEAF, 12) for rise in (-40, -10, 24)
    )
    for x, y, turn in ((180, 300, -20), (300, 380, -8), (220, 470, 4)):
        drawn += piece(carrot, f"translate({x} {y}) rotate({turn})")
    drawn += piece(
        ellipse(820, 420, 150, 170, PLUM)
        + ellipse(790, 380, 60, 84, "#8A4668")
        + shape("M760 262q60-60 130 4q-60 30-130-4Z", PINE)
    )
    drawn += piece(
        ellipse(980, 560, 120, 200, PLUM, 'transform="rotate(30 980 560)"')
        + shape("M1040 396q70-30 100 50q-70 16-100-50Z", PINE)
    )
    drawn += tomato(560, 660, 110) + tomato(400, 720, 92) + tomato(700, 760, 84)
    segments = "".join(
        stroke(f"M170 700L{x:.0f} {y:.0f}", "#FBE3A6", 5) for x, y in around(170, 700, 90, 9)
    )
    drawn += piece(circle(170, 700, 120, SAFFRON) + circle(170, 700, 98, "#F7C95F") + segments)
    for i in range(7):
        drawn += leaf(
            560 + i * 38, 170 + (i * 53) % 80, -60 + i * 24, 1.7, (LEAF, PINE, GREEN)[i % 3]
        )
    return framed(drawn, SAND, 7)


def tart() -> str:
    drawn = cloth(-80, -90, 12, WHITE, ROSE, (560, 640)) + piece(circle(640, 470, 360, "#F4E9D6"))
    edge = "".join(circle(x, y, 30, "#C98A45") for x, y in around(640, 470, 292, 40))
    drawn += piece(edge + circle(640, 470, 296, "#D99E58") + circle(640, 470, 262, "#F3D08B"))
    berry = "M0-46C34-46 48-16 36 14C26 40 12 52 0 56C-12 52-26 40-36 14C-48-16-34-46 0-46Z"
    pips = "".join(circle(-16 + 16 * (k % 3), -20 + 18 * (k // 3), 3, "#F6C66B") for k in range(8))
    fruit = ""
    for r, count, size in ((214, 16, 48), (132, 10, 46), (54, 5, 42)):
        for i, (x, y) in enumerate(around(640, 470, r, count, r)):
            turn = math.degrees(i * TURN / count + r) - 90
            body = shape(berry, "#B8261F" if i % 2 else "#CF3B2B") + pips
            fruit += piece(
                body,
                f"translate({x:.0f} {y:.0f}) rotate({turn:.0f}) scale({size / 48:.2f})",
                shadow=False,
            )
    drawn += (
        piece(fruit)
        + circle(640, 470, 16, "#F8E5C6")
        + leaf(640, 470, -70, 0.7)
        + leaf(640, 470, 20, 0.6)
    )
    drawn += piece(
        shape("M1000 640l150-90 40 70-150 90Z", WHITE) + stroke("M1010 690L900 820", INK, 18)
    )
    return framed(drawn, "#E7B7A3", 3)


def table() -> str:
    drawn = planks("#3E6B5A", "#3A6554", 4)
    places = ((300, 260), (900, 260), (300, 660), (900, 660))
    for x, y in places:
        drawn += piece(circle(x, y, 170, WHITE) + circle(x, y, 132, "#F5E6CC"))
        drawn += piece(
            "".join(stroke(f"M{side} {y - 110}V{y + 110}", SAND, 11) for side in (x - 205, x + 205))
        )
    for i, (x, y) in enumerate(places):
        if i % 2:
            drawn += tomato(x - 30, y, 48) + tomato(x + 44, y + 26, 36) + leaf(x - 10, y - 40, 10)
        else:
            drawn += "".join(
                stroke(
                    f"M{x - 70 + k * 22} {y - 40 + (k * 37) % 50}q40 30 10 80",
                    (HONEY, STRAW)[k % 2],
                    16,
                )
                for k in range(7)
            )
            drawn += leaf(x - 20, y, -20)
    drawn += piece(ellipse(600, 450, 110, 150, TERRA) + ellipse(600, 430, 70, 96, RUST))
    drawn += "".join(
        leaf(600, 400, -150 + i * 30, 1.9, (LEAF, GREEN, MINT)[i % 3]) for i in range(6)
    )
    return framed(drawn, "#3E6B5A", 9)


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


def soup() -> str:
    chance = random.Random(11)
    drawn = planks("#34505F", "#2F4A58", 5) + cloth(760, 560, -16, CREAM, SEA)
    drawn += piece(
        circle(540, 450, 366, TERRA)
        + circle(540, 450, 336, WHITE)
        + circle(540, 450, 296, "#C97A2B")
    )
    drawn += circle(540, 450, 296, "none", 'stroke="#A85E1C" stroke-width="10" opacity=".6"')
    strands = ""
    for nest_x, nest_y, widest in ((470, 520, 176), (640, 610, 118)):
        for r in range(24, widest, 13):
            start, sweep = chance.random() * TURN, 3.6 + chance.random() * 2
            x1, y1 = nest_x + math.cos(start) * r, nest_y + math.sin(start) * r * 0.82
            x2, y2 = (
                nest_x + math.cos(start + sweep) * r,
                nest_y + math.sin(start + sweep) * r * 0.82,
            )
            end = f"q{chance.randint(-30, 30)} 26 {chance.randint(-40, 40)} 44"
            course = f"M{x1:.0f} {y1:.0f}A{r} {r * 0.82:.0f} 0 1 1 {x2:.0f} {y2:.0f}{end}"
            strands += stroke(course, chance.choice(["#F6E3B4", "#EBCF8E", "#FBEDC8"]), 11)
    drawn += piece(strands)
    for x, y, turn in ((430, 300, -20), (530, 262, 8), (630, 290, 30)):
        mushroom = shape(
            "M-62 0C-62-62 62-62 62 0C62 18 24 14 18 12V50H-18V12C-24 14-62 18-62 0Z", "#B98556"
        )
        mushroom += shape("M-44-4C-44-42 44-42 44-4Z", "#8C5A34") + stroke(
            "M-8 14V42M8 14V42", "#A06D42", 4
        )
        drawn += piece(mushroom, f"translate({x} {y}) rotate({turn})")
    onion = "".join(
        ring(x, y, 15, LEAF, 9) + ring(x, y, 9, MINT, 3)
        for x, y in scattered(chance, 560, 540, 190, 13)
    )
    pepper = "".join(
        ring(x, y, 19, TERRA, 12) + circle(x, y, 6, SAFFRON)
        for x, y in ((740, 470), (770, 530), (330, 440), (420, 660))
    )
    drawn += piece(onion + pepper)
    drawn += (
        leaf(640, 400, -30, 1.3) + leaf(700, 420, 30, 1.2, PINE) + leaf(650, 430, 75, 1.1, GREEN)
    )
    lime = circle(0, 0, 92, "#5E9A3B") + circle(0, 0, 78, "#E5F0B8")
    lime += "".join(
        shape(f"M0 0L{x:.0f} {y:.0f}A66 66 0 0 1 {x2:.0f} {y2:.0f}Z", "#B7D26A")
        for (x, y), (x2, y2) in zip(
            around(0, 0, 66, 8, 0.05), around(0, 0, 66, 8, 0.68), strict=True
        )
    )
    drawn += piece(lime, "translate(1040 190) rotate(12)") + piece(
        circle(980, 420, 96, WHITE) + circle(980, 420, 74, "#7A2B16")
    )
    drawn += circle(958, 398, 16, ROSE, 'opacity=".6"')
    drawn += piece(stroke("M1180 560L470 800", RUST, 20) + stroke("M1190 620L500 838", RUST, 20))
    return framed(drawn, "#34505F", 11)


def couscous() -> str:
    chance = random.Random(5)
    drawn = planks("#3B7C86", "#37757F", 5) + cloth(-120, -120, 10, CREAM, TERRA, (600, 560))
    drawn += piece(circle(560, 490, 372, RUST) + circle(560, 490, 350, TERRA))
    drawn += "".join(
        circle(x, y, 12, CREAM if i % 2 else SAFFRON)
        for i, (x, y) in enumerate(around(560, 490, 328, 44))
    )
    drawn += piece(circle(560, 490, 292, "#E9BE62"))
    drawn += "".join(
        circle(
            x, y, chance.randint(4, 8), chance.choice(["#F7DC94", "#F2CF7A", "#D9A544", "#FBE6B0"])
        )
        for x, y in scattered(chance, 560, 490, 284, 720)
    )
    for i, (x, y) in enumerate(around(560, 490, 150, 9, 0.2)):
        turn = math.degrees(0.2 + i * TURN / 9) + 90
        if i % 3 == 0:
            body = shape("M-26-96C-10-108 10-108 26-96L10 96C4 106-4 106-10 96Z", CARROT) + stroke(
                "M-8-50h14M-6 0h12", TERRA, 5
            )
        elif i % 3 == 1:
            body = box(-26, -90, 52, 180, LEAF, 22) + box(-12, -80, 24, 160, "#CFE3B0", 12)
        else:
            body = shape(
                "M-40-60C-10-90 40-80 46-30C52 20 30 80 0 84C-34 80-60-20-40-60Z", "#F1E2C9"
            ) + shape("M-40-60C-10-90 40-80 46-30C20-50-20-50-48-16C-50-34-46-52-40-60Z", PLUM)
        drawn += piece(body, f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})")
    for x, y in scattered(chance, 560, 490, 236, 26):
        drawn += piece(circle(x, y, 19, "#F0C977") + circle(x - 5, y - 5, 7, "#FBE6B0"))
    drawn += "".join(
        leaf(560, 490, turn, 0.9, colour)
        for turn, colour in ((-80, LEAF), (10, PINE), (110, GREEN), (200, LEAF))
    )
    lid = circle(0, 0, 186, RUST) + circle(0, 0, 168, TERRA) + ring(0, 0, 128, SAFFRON, 12)
    lid += "".join(
        shape("M0-22L16 0L0 22L-16 0Z", CREAM, f'transform="translate({x:.0f} {y:.0f})"')
        for x, y in around(0, 0, 92, 10)
    )
    lid += circle(0, 0, 56, RUST) + circle(-4, -6, 38, "#D96C40")
    drawn += piece(lid, "translate(1040 190)")
    for x, y, r in ((1030, 700, 62), (1120, 610, 50)):
        lemon = ellipse(0, 0, r * 1.3, r, SAFFRON) + stroke(
            f"M{-r * 0.7:.0f} {-r * 0.4:.0f}q{r * 0.5:.0f}-30 {r:.0f}-14", "#FBE3A6", 10
        )
        drawn += piece(lemon, f"translate({x} {y}) rotate(-24)")
    drawn += leaf(1010, 800, -20, 1.6) + leaf(1090, 790, 24, 1.4, PINE)
    return framed(drawn, "#3B7C86", 5)


def galette() -> str:
    chance = random.Random(21)
    drawn = planks("#DCC49C", "#D6BC91", 5) + cloth(700, -120, 22, WHITE, SEA, (620, 560))
    drawn += piece(circle(530, 480, 386, "#23292B") + circle(530, 480, 362, "#343C3E"))
    drawn += ring(530, 480, 300, "#3E4749", 6) + ring(530, 480, 220, "#3E4749", 5)
    drawn += piece(box(-252, -252, 504, 504, "#8A5B38", 60), "translate(530 480) rotate(8)")
    flap = shape(
        "M-244-40C-250-90 250-90 244-40C180 60 100 128 0 128C-100 128-180 60-244-40Z", "#AD774A"
    )
    flap += stroke("M-236-30C-176 60-98 124 0 124C98 124 176 60 236-30", "#C48F5E", 9)
    flap += "".join(
        circle(x, y, chance.randint(4, 10), chance.choice(["#8A5B38", "#94633D"]))
        for x, y in ((chance.randint(-120, 120), chance.randint(-60, 84)) for _ in range(46))
    )
    for turn in (0, 90, 180, 270):
        drawn += piece(flap, f"translate(530 480) rotate({turn + 8}) translate(0 -190)")
    cheese = shape(
        "M-120-96C-40-130 60-120 118-80C140-10 128 80 84 112"
        "C10 136-70 128-116 88C-140 20-140-50-120-96Z",
        "#F3CE7C",
    )
    egg = shape(
        "M-84-52C-50-98 30-92 72-60C104-20 96 50 52 76C0 96-70 84-90 36C-102 0-100-30-84-52Z", WHITE
    )
    drawn += piece(cheese, "translate(530 484)") + piece(
        egg + circle(0, -4, 42, SAFFRON) + circle(-12, -18, 12, "#FBE3A6"), "translate(530 484)"
    )
    drawn += "".join(
        piece(stroke(f"M{x} {y}l{dx} {dy}", PINE, 7), shadow=False)
        for x, y, dx, dy in (
            (440, 420, 26, -16),
            (610, 410, 22, 20),
            (450, 560, 28, 8),
            (600, 560, 24, -20),
            (530, 590, 20, 14),
        )
    )
    spatula = box(-22, -330, 44, 470, WOOD, 20) + shape(
        "M-40 120H40L52 330C30 350-30 350-52 330Z", DARK_WOOD
    )
    drawn += piece(spatula, "translate(1010 560) rotate(24)")
    butter = (
        box(-120, -84, 240, 168, WHITE, 24)
        + box(-84, -54, 168, 108, HONEY, 12)
        + stroke("M-30-54V54M30-54V54", STRAW, 5)
    )
    drawn += piece(butter, "translate(1000 170) rotate(-14)")
    return framed(drawn, "#DCC49C", 21)


def curry() -> str:
    chance = random.Random(31)
    drawn = planks("#E3A23A", "#DD9A31", 5) + "".join(
        leaf(x, y, turn, size, colour)
        for x, y, turn, size, colour in (
            (-60, 160, -20, 4.2, PINE),
            (-40, 60, 14, 3.6, LEAF),
            (1240, 820, 196, 4.4, PINE),
            (1250, 900, 170, 3.4, LEAF),
        )
    )
    drawn += piece(
        circle(610, 450, 392, "#B9B3A4")
        + circle(610, 450, 370, "#E4DFD2")
        + ring(610, 450, 352, "#CFC8B8", 8)
    )
    rice = circle(500, 540, 176, WHITE)
    rice += "".join(
        ellipse(
            x,
            y,
            12,
            5,
            chance.choice(["#EFE5D2", "#E6D9C0", "#F7EFE0"]),
            f'transform="rotate({chance.randint(0, 180)} {x:.0f} {y:.0f})"',
        )
        for x, y in scattered(chance, 500, 540, 164, 150)
    )
    drawn += piece(rice)
    drawn += piece(circle(730, 420, 196, RUST) + circle(730, 420, 172, "#D9682A"))
    drawn += "".join(
        piece(
            circle(x, y, chance.randint(22, 36), chance.choice(["#F0A44A", "#E98B33", "#F4BC62"]))
        )
        for x, y in scattered(chance, 730, 420, 120, 9)
    )
    cream = "M620 440C610 340 720 290 800 340C870 390 840 510 740 520"
    drawn += stroke(cream, "#FBE3C0", 10, 'opacity=".8"')
    drawn += (
        leaf(720, 410, -40, 1.0) + leaf(745, 415, 30, 0.9, PINE) + leaf(710, 440, 150, 0.8, GREEN)
    )
    for x, y, fill, dots in (
        (420, 270, LEAF, MINT),
        (600, 190, "#F7F0E2", LEAF),
        (800, 680, SAFFRON, "#C9851B"),
        (330, 420, "#9E2B1C", ROSE),
    ):
        drawn += piece(circle(x, y, 84, WHITE) + circle(x, y, 66, fill))
        drawn += "".join(circle(px, py, 6, dots) for px, py in scattered(chance, x, y, 52, 9))
    drawn += leaf(480, 520, -60, 1.1) + leaf(500, 530, 10, 0.9, PINE)
    for x, y, turn in ((1040, 160, 30), (1100, 240, 46)):
        chilli = shape(
            "M0 0C40-26 130-20 190 30C120 34 40 40 0 24C-12 18-12 6 0 0Z", TERRA
        ) + stroke("M0 10q-26-4-40-26", PINE, 11)
        drawn += piece(chilli, f"translate({x} {y}) rotate({turn})")
    return framed(drawn, "#E3A23A", 31)


def cake() -> str:
    drawn = planks("#CFE0D3", "#C8DACC", 5) + cloth(-100, 380, -12, WHITE, ROSE, (640, 600))
    drawn += piece(circle(480, 500, 346, "#F4E9D6") + ring(480, 500, 326, SAFFRON, 6))
    # A slice is missing between 15 and 60 degrees.
    opening = [
        (480 + 262 * math.cos(math.radians(a)), 500 + 262 * math.sin(math.radians(a)))
        for a in (-62, -14)
    ]
    (x1, y1), (x2, y2) = opening
    drawn += piece(shape(f"M480 500L{x2:.0f} {y2:.0f}A262 262 0 1 1 {x1:.0f} {y1:.0f}Z", "#C98A45"))
    inner = [
        (480 + 240 * math.cos(math.radians(a)), 500 + 240 * math.sin(math.radians(a)))
        for a in (-65, -11)
    ]
    (x1, y1), (x2, y2) = inner
    drawn += shape(f"M474 506L{x2:.0f} {y2:.0f}A240 240 0 1 1 {x1:.0f} {y1:.0f}Z", "#F6E3C0")
    for r, count in ((206, 20), (134, 13), (64, 6)):
        for i, (x, y) in enumerate(around(480, 500, r, count)):
            angle = math.degrees(i * TURN / count)
            if -72 < (angle if angle < 180 else angle - 360) < -4:
                continue
            almond = shape("M0-26C20-16 20 14 0 26C-20 14-20-16 0-26Z", "#B5713A") + stroke(
                "M0-16V16", "#D99E58", 4
            )
            drawn += piece(
                almond, f"translate({x:.0f} {y:.0f}) rotate({angle + 90:.0f})", shadow=False
            )
    pot = stroke("M-150-40C-260-70-260 110-140 80", SEA, 30) + shape(
        "M120-46L236-104C250-90 246-70 238-60L140 50Z", SEA
    )
    pot += (
        circle(0, 0, 164, SEA)
        + circle(0, 0, 118, "#6FA8B0")
        + ring(0, 0, 118, NIGHT, 5)
        + circle(0, 0, 30, SAFFRON)
        + circle(-8, -8, 10, "#FBE3A6")
    )
    drawn += piece(pot, "translate(960 230) rotate(152)")
    for x, y in ((920, 560), (1080, 690)):
        drawn += piece(
            circle(x, y, 96, WHITE) + circle(x, y, 78, "#C9892B") + ring(x, y, 78, SAFFRON, 6)
        )
        drawn += leaf(x - 10, y + 6, -50, 0.8, LEAF) + leaf(x - 6, y + 10, 16, 0.8, PINE)
    drawn += piece(
        shape("M0 0C40-70 150-60 170 20C120 0 60 6 0 0Z", "#F3DCB0")
        + stroke("M30-14C70-44 110-42 140-6", "#D9B678", 6),
        "translate(830 780) rotate(-8)",
    )
    drawn += piece(
        shape("M0 0C40-70 150-60 170 20C120 0 60 6 0 0Z", "#F3DCB0")
        + stroke("M30-14C70-44 110-42 140-6", "#D9B678", 6),
        "translate(700 850) rotate(20)",
    )
    return framed(drawn, "#CFE0D3", 13)


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


SCENES: dict[str, Callable[[], str]] = {
    scene.__name__: scene
    for scene in (
        pasta,
        bread,
        market,
        tart,
        table,
        soup,
        couscous,
        galette,
        curry,
        cake,
        run,
        yoga,
        swim,
        strength,
        walking,
    )
}
