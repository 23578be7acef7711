"""Laid tables and full plates, seen from above."""

# ruff: noqa: S311 - an outline is one string; chance only scatters crumbs here, by seed.

import math
import random

from paper import (
    CARROT,
    CREAM,
    GREEN,
    HONEY,
    INK,
    LEAF,
    MINT,
    PINE,
    PLUM,
    ROSE,
    RUST,
    SAFFRON,
    SAND,
    STRAW,
    TERRA,
    TURN,
    WHITE,
    WOOD,
    around,
    box,
    circle,
    cloth,
    ellipse,
    framed,
    leaf,
    piece,
    planks,
    shape,
    stroke,
    tomato,
)


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
