"""Pans, pots and steamers that come to the table as they are, seen from above."""

# ruff: noqa: E501, S311 - an outline is one string; chance only scatters crumbs here, by seed.

import math
import random

from paper import (
    CARROT,
    CREAM,
    DARK_WOOD,
    GREEN,
    HONEY,
    INK,
    LEAF,
    MINT,
    PINE,
    ROSE,
    RUST,
    SAFFRON,
    SAND,
    SEA,
    TERRA,
    WHITE,
    WOOD,
    around,
    blob,
    bowl,
    box,
    circle,
    cloth,
    ellipse,
    framed,
    leaf,
    lemon_slice,
    piece,
    planks,
    ring,
    scattered,
    shape,
    sprinkled,
    stroke,
    tomato,
)

STRAW_HAT = "#EBC978"


def paella() -> str:
    chance = random.Random(61)
    drawn = planks("#B9563B", "#B25036", 5) + cloth(700, 430, 14, WHITE, SAFFRON, (560, 560))
    handles = stroke("M-392-70C-470-60-470 60-392 70M392-70C470-60 470 60 392 70", "#2B2F31", 26)
    drawn += piece(
        handles
        + circle(0, 0, 392, "#2B2F31")
        + circle(0, 0, 370, "#4A5053")
        + circle(0, 0, 344, "#E0A92F"),
        "translate(560 450)",
    )
    drawn += sprinkled(
        chance, (560, 450, 336), 820, ["#F2C24A", "#E9B43C", "#D0951F", "#F8D675"], 8
    )
    for i in range(6):
        turn = i * 60 + 10
        pepper = box(-18, -300, 36, 170, "#B8331F", 18) + stroke("M-6-280V-150", "#DD6A4A", 7)
        drawn += piece(pepper, f"translate(560 450) rotate({turn})")
    for i in range(6):
        turn = i * 60 + 40
        prawn = stroke("M-50 40C-70-40 0-90 60-60C90-40 90 0 66 16", "#E27A52", 38)
        prawn += "".join(
            stroke(course, "#F6B79A", 7)
            for course in ("M-66-2l30-8", "M-40-50l22 24", "M10-78l4 32", "M66-54l-20 26")
        )
        prawn += stroke("M-52 44l-20 26M-52 44l10 30", "#B8431F", 10) + circle(60, 4, 6, INK)
        drawn += piece(prawn, f"translate(560 450) rotate({turn}) translate(0 -196) scale(.92)")
    for x, y in around(560, 450, 100, 6, 0.6):
        turn = math.degrees(math.atan2(y - 450, x - 560))
        mussel = shape("M-56 0C-50-46 30-56 62 0C30 56-50 46-56 0Z", "#23303C") + shape(
            "M-40 0C-34-30 22-38 46 0C22 38-34 30-40 0Z", "#E9A25A"
        )
        drawn += piece(mussel, f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})")
    drawn += sprinkled(chance, (560, 450, 300), 46, [LEAF, "#7FB36A"], 13)
    for x, y in ((560, 450), (330, 300), (800, 590)):
        drawn += lemon_slice(x, y, 54)
    drawn += tomato(1080, 150, 80) + tomato(1130, 280, 54) + leaf(960, 110, 20, 1.4)
    return framed(drawn, "#B9563B", 61)


def cassoulet() -> str:
    chance = random.Random(62)
    drawn = planks("#6F8087", "#697A81", 5) + cloth(-120, -130, 8, WHITE, TERRA, (640, 560))
    drawn += piece(
        circle(550, 460, 380, "#8E4423")
        + circle(550, 460, 352, "#B9623A")
        + circle(550, 460, 318, "#7A4420")
    )
    for x, y in scattered(chance, 550, 460, 296, 210):
        bean = ellipse(0, 0, 25, 16, chance.choice(["#D2A062", "#C28E4C", "#DDB57C"])) + stroke(
            "M-12-5q12-6 22 0", "#E9CFA0", 3
        )
        drawn += (
            f'<g transform="translate({x:.0f} {y:.0f}) rotate({chance.randint(0, 180)})">{bean}</g>'
        )
    for x, y, turn in ((450, 370, -30), (640, 420, 30), (540, 600, 4)):
        sausage = box(-140, -46, 280, 92, "#7A3219", 46) + box(-128, -40, 256, 42, "#A9512A", 21)
        sausage += "".join(stroke(f"M{-80 + k * 66} -34l20 64", "#5A210F", 8) for k in range(3))
        drawn += piece(sausage, f"translate({x} {y}) rotate({turn})")
    duck = (
        shape("M-110 20C-120-70 0-110 80-60C120-30 120 30 70 60C20 84-60 80-110 20Z", "#A8642C")
        + shape("M-84 4C-84-60 10-84 62-46C30-30-30-20-84 4Z", "#CB8A45")
        + stroke("M80 40L170 96", CREAM, 24)
    )
    drawn += piece(duck, "translate(480 500) rotate(-14)")
    drawn += sprinkled(chance, (550, 460, 300), 150, ["#E2B45A", "#C98A3C", "#F0D08A"], 8)
    for x, y, turn in ((600, 320, -40), (700, 560, 20), (400, 300, 70)):
        sprig = stroke("M0 0L110-10", PINE, 6) + "".join(
            ellipse(
                14 + k * 18,
                -14 + k % 2 * 22,
                11,
                6,
                LEAF,
                f'transform="rotate(-30 {14 + k * 18} {-14 + k % 2 * 22})"',
            )
            for k in range(6)
        )
        drawn += piece(sprig, f"translate({x} {y}) rotate({turn})")
    spoon = (
        ellipse(0, 0, 76, 100, DARK_WOOD)
        + ellipse(0, -6, 58, 80, WOOD)
        + stroke("M0 90V420", DARK_WOOD, 30)
    )
    drawn += piece(spoon, "translate(1040 260) rotate(12)")
    for i in range(2):
        crumb = shape(
            "M0 0C10-96 150-110 190-10C206 60 150 104 90 102C30 100-6 60 0 0Z", "#A8642C"
        ) + shape("M16 2C24-72 138-86 172-8C184 48 140 84 90 82C40 80 10 50 16 2Z", "#F3DCB0")
        drawn += piece(crumb, f"translate({60 + i * 90} {740 + i * 50}) rotate({-20 + i * 16})")
    return framed(drawn, "#6F8087", 62)


def shakshuka() -> str:
    chance = random.Random(63)
    drawn = planks("#DDB98A", "#D6B080", 5) + cloth(700, -150, 18, SEA, WHITE, (620, 560))
    pan = (
        stroke("M300 0H600", "#22282A", 60)
        + circle(578, 0, 14, "#D6B080")
        + circle(0, 0, 350, "#22282A")
        + circle(0, 0, 320, "#31393C")
        + circle(0, 0, 300, "#A8301C")
        + circle(0, 0, 286, "#C2432A")
    )
    drawn += piece(pan, "translate(520 460) rotate(28)")
    drawn += sprinkled(
        chance, (520, 460, 270), 130, ["#D9623F", "#A02A18", "#E58A5B", "#8E1F12"], 20
    )
    for x, y, turn in ((400, 340, 30), (640, 620, -20), (330, 560, 80), (700, 330, 140)):
        drawn += piece(
            stroke("M-50 0q50-40 110 0", SAFFRON, 20), f"translate({x} {y}) rotate({turn})"
        )
    for x, y in ((430, 420), (610, 370), (500, 590), (650, 530)):
        drawn += piece(blob(chance, x, y, 88, "#FBF3E2") + blob(chance, x, y, 74, WHITE)) + piece(
            circle(x + 4, y - 2, 36, SAFFRON) + circle(x - 6, y - 12, 10, "#FBE3A6")
        )
    for x, y in scattered(chance, 520, 460, 250, 16):
        drawn += piece(box(x - 13, y - 11, 28, 24, WHITE, 5))
    drawn += "".join(
        leaf(x, y, chance.randint(0, 360), 0.6, chance.choice([LEAF, PINE, GREEN]))
        for x, y in scattered(chance, 520, 460, 240, 12)
    )
    braid = ""
    for k in range(6):
        braid += ellipse(
            -150 + k * 62,
            -18 if k % 2 else 18,
            78,
            52,
            "#A8642C",
            f'transform="rotate({38 if k % 2 else -38} {-150 + k * 62} 0)"',
        )
        braid += ellipse(
            -154 + k * 62,
            -24 if k % 2 else 12,
            62,
            36,
            "#D08F4C",
            f'transform="rotate({38 if k % 2 else -38} {-154 + k * 62} 0)"',
        )
    braid += sprinkled(chance, (0, 0, 150), 60, [CREAM], 4)
    drawn += piece(braid, "translate(990 250) rotate(34)")
    return framed(
        drawn
        + bowl(130, 780, 96, WHITE, "#F1E6D2")
        + ring(130, 780, 40, WHITE, 12)
        + tomato(250, 110, 70)
        + tomato(120, 180, 56),
        "#DDB98A",
        63,
    )


def dumplings() -> str:
    chance = random.Random(64)
    drawn = planks("#5B2F3A", "#562B36", 5) + cloth(-120, 470, -10, CREAM, PINE, (520, 520))
    drawn += piece(
        circle(560, 440, 376, "#9A6A34")
        + circle(560, 440, 356, "#D2A163")
        + circle(560, 440, 318, "#A97A42")
        + circle(560, 440, 304, "#E6CB9B")
    )
    drawn += "".join(
        stroke(f"M{x} {440 - half:.0f}V{440 + half:.0f}", "#C9A56B", 6)
        for x in range(280, 860, 36)
        for half in (math.sqrt(300**2 - (x - 560) ** 2),)
    )
    for turn in (20, 200):
        drawn += piece(box(-40, -378, 80, 46, "#8A5A2A", 10), f"translate(560 440) rotate({turn})")
    drawn += leaf(420, 300, 20, 2.2, "#9CC27E") + leaf(640, 640, 190, 2.2, "#9CC27E")
    spots = [(560, 440), *around(560, 440, 188, 6, 0.4)]
    for x, y in spots:
        dumpling = circle(0, 0, 88, "#E9DCC4") + circle(0, 0, 82, "#FBF4E6")
        for i in range(12):
            dumpling += stroke(
                "M0-14C14-34 10-56 24-74", "#E0CDAB", 6, f'transform="rotate({i * 30})"'
            )
        dumpling += circle(0, 0, 16, "#E9DCC4") + circle(0, 0, 8, CARROT)
        drawn += piece(dumpling, f"translate({x:.0f} {y:.0f}) rotate({chance.randint(0, 90)})")
    drawn += bowl(1030, 640, 118, WHITE, "#3B1E14") + sprinkled(
        chance, (1030, 640, 76), 16, [TERRA, LEAF, SAFFRON], 8
    )
    drawn += piece(stroke("M880 120L1180 420", RUST, 20) + stroke("M930 90L1210 370", RUST, 20))
    for x, y in ((980, 820), (1060, 830), (900, 800)):
        drawn += ring(x, y, 20, LEAF, 10) + ring(x, y, 9, MINT, 4)
    cup = bowl(160, 180, 104, "#7FA6A0", "#B7A23B") + ring(160, 180, 60, "#CBB95A", 6)
    return framed(drawn + cup, "#5B2F3A", 64)


def brunch() -> str:
    chance = random.Random(65)
    drawn = planks("#F1D9A7", "#EBD19B", 5) + cloth(740, 420, 10, WHITE, ROSE, (560, 560))
    drawn += piece(circle(430, 470, 330, WHITE) + circle(430, 470, 270, "#F3E9D8"))
    for x, y, r in ((350, 540, 168), (510, 550, 164), (440, 400, 172)):
        drawn += piece(
            circle(x, y, r, "#C98A45")
            + circle(x, y, r - 16, "#E2A95B")
            + blob(chance, x, y, r * 0.6, "#D2964A")
        )
    syrup = "M360 380C400 330 500 330 530 380C560 440 520 460 524 510C526 560 480 560 476 510C474 470 440 480 436 540C432 590 392 584 394 530C396 470 330 450 360 380Z"
    drawn += piece(shape(syrup, "#9A541C", 'opacity=".85"'), shadow=False) + piece(
        box(402, 356, 88, 70, HONEY, 10) + box(410, 362, 50, 20, "#FBE3A6", 8)
    )
    for x, y in ((560, 430), (590, 480), (300, 430), (330, 640), (540, 660), (280, 500)):
        drawn += piece(circle(x, y, 24, "#3B3F73") + circle(x - 6, y - 6, 7, "#8389BC"))
    for x, y in ((610, 560), (250, 580), (440, 690)):
        drawn += piece(circle(x, y, 30, "#B8261F") + circle(x - 8, y - 8, 8, "#E58A7A"))
    drawn += piece(circle(930, 250, 210, "#2F5B52") + circle(930, 250, 178, "#3E6B5A"))
    toast = shape(
        "M-140 90C-150-40-140-110-80-120C-20-130 40-130 90-116C150-100 150-40 140 90C130 120-130 120-140 90Z",
        "#A8642C",
    ) + shape(
        "M-120 80C-130-30-120-92-74-100C-20-108 40-108 82-98C130-86 128-30 120 80C110 96-110 96-120 80Z",
        "#E9C48C",
    )
    drawn += piece(toast, "translate(930 260) rotate(-12)")
    for k in range(5):
        drawn += piece(
            shape("M-30-80C10-60 30 0 10 80C-10 60-40 0-30-80Z", "#B9CF7A")
            + stroke("M-26-70C6-50 20 0 8 66", "#6F9A4E", 7),
            f"translate({850 + k * 42} {262 - k * 8}) rotate(-12)",
        )
    drawn += sprinkled(chance, (930, 250, 90), 20, [TERRA, WHITE, INK], 6)
    drawn += (
        piece(circle(900, 640, 130, SAND))
        + bowl(900, 640, 98, WHITE, "#8A5A38")
        + shape("M900 600C930 580 950 620 900 670C850 620 870 580 900 600Z", CREAM)
    )
    drawn += (
        piece(
            circle(1090, 780, 78, "#F6E3BC")
            + circle(1090, 780, 64, "#F0962E")
            + ring(1090, 780, 48, "#F5B25C", 5)
        )
        + leaf(1080, 540, -30, 1.4)
        + leaf(1110, 560, 20, 1.2, PINE)
    )
    return framed(drawn, "#F1D9A7", 65)


def garden() -> str:
    chance = random.Random(66)
    drawn = box(0, 0, 1200, 900, "#8DB073")
    for _ in range(120):
        x, y = chance.randint(0, 1200), chance.randint(0, 900)
        drawn += stroke(f"M{x} {y}q4-16 {chance.randint(-8, 12)} -22", "#7CA063", 5)
    for i, x in enumerate((60, 360, 660)):
        drawn += piece(
            box(x, 60, 250, 790, DARK_WOOD, 16) + box(x + 16, 76, 218, 758, "#5A3A26", 8)
        )
        drawn += "".join(
            circle(
                x + 20 + chance.randint(0, 205),
                80 + chance.randint(0, 745),
                chance.randint(3, 8),
                chance.choice(["#6E4A32", "#4A2F1E"]),
            )
            for _ in range(110)
        )
        for row in range(6):
            y = 140 + row * 124
            if i == 0:
                head = "".join(
                    leaf(x + 125, y, turn, 0.86, (LEAF, GREEN, "#B5D39A")[turn % 3])
                    for turn in range(0, 360, 40)
                ) + circle(x + 125, y, 22, "#CFE3B0")
                drawn += head
            elif i == 1:
                for dx in (70, 180):
                    tops = "".join(
                        stroke(f"M0 0q{bend} -30 {bend * 2} -64", chance.choice([LEAF, GREEN]), 8)
                        for bend in (-22, -10, 2, 14, 26)
                    )
                    drawn += piece(
                        tops + ellipse(0, 6, 20, 14, CARROT), f"translate({x + dx} {y + 20})"
                    )
            else:
                cabbage = circle(0, 0, 66, "#5F8F7A") + "".join(
                    shape(
                        "M0 0C-40-40-30-84 0-92C30-84 40-40 0 0Z",
                        ("#7FAE98", "#8FBDA6")[k % 2],
                        f'transform="rotate({k * 51})"',
                    )
                    for k in range(7)
                )
                cabbage += circle(0, 0, 28, "#B9D8C6") + stroke("M-16 6q16-20 32 0", "#7FAE98", 5)
                drawn += piece(cabbage, f"translate({x + 125} {y}) rotate({row * 25}) scale(.8)")
    hat = (
        circle(0, 0, 140, "#D9A94B")
        + circle(0, 0, 128, STRAW_HAT)
        + circle(0, 0, 70, "#D9A94B")
        + ring(0, 0, 70, TERRA, 16)
        + circle(0, 0, 52, STRAW_HAT)
    )
    drawn += piece(hat, "translate(1060 220)")
    can = (
        box(-90, -80, 180, 170, SEA, 40)
        + ellipse(0, -10, 62, 52, "#3B7483")
        + stroke("M80 0L180-70", SEA, 26)
        + ellipse(192, -80, 40, 22, "#6FA8B0", 'transform="rotate(55 192 -80)"')
        + stroke("M-80-20C-170-20-170 60-80 60", SEA, 20)
    )
    drawn += piece(can, "translate(1030 560) rotate(14)")
    return framed(
        drawn + tomato(1000, 790, 52) + tomato(1090, 810, 60) + tomato(1150, 730, 44), "#8DB073", 66
    )
