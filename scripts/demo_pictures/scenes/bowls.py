"""Dishes for many, in bowls and on trays, seen from above."""

# ruff: noqa: S311 - an outline is one string; chance only scatters crumbs here, by seed.

import math
import random

from paper import (
    CARROT,
    CREAM,
    DARK_WOOD,
    GREEN,
    HONEY,
    LEAF,
    MINT,
    NIGHT,
    PINE,
    PLUM,
    ROSE,
    RUST,
    SAFFRON,
    SEA,
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
    ring,
    scattered,
    shape,
    stroke,
)


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
