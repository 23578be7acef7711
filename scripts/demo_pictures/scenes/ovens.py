"""What comes out of an oven: pizzas, gratins, breads and cakes."""

# ruff: noqa: E501, S311 - an outline is one string; chance only scatters crumbs here, by seed.

import math
import random

from paper import (
    CREAM,
    DARK_WOOD,
    GREEN,
    HONEY,
    INK,
    LEAF,
    PINE,
    PLUM,
    ROSE,
    RUST,
    SAFFRON,
    SAND,
    SEA,
    STRAW,
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
    piece,
    planks,
    ring,
    scattered,
    shape,
    sprinkled,
    stroke,
    tomato,
)


def pizza() -> str:
    chance = random.Random(8)
    drawn = planks("#3A5561", "#35505C", 5) + cloth(780, -140, 16, CREAM, TERRA, (560, 480))
    board = (
        box(-60, -560, 120, 240, DARK_WOOD, 56)
        + circle(0, 0, 396, WOOD)
        + ring(0, 0, 372, "#D39C60", 6)
    )
    drawn += piece(board, "translate(520 470) rotate(-58)")
    base = circle(0, 0, 340, "#B9752F") + circle(0, 0, 328, "#DDA257")
    base += sprinkled(chance, (0, 0, 322), 90, ["#C98A45", "#E8B871", "#A8642C"], 15)
    base += circle(0, 0, 280, "#B93A22") + circle(0, 0, 268, "#CE4C2B")
    for x, y in (
        (-130, -120),
        (70, -160),
        (170, 10),
        (40, 150),
        (-150, 90),
        (0, 0),
        (-220, -20),
        (130, -90),
    ):
        base += blob(chance, x, y, chance.randint(48, 66), "#F6DFA6") + blob(
            chance, x, y, 40, CREAM
        )
    base += sprinkled(chance, (0, 0, 250), 60, ["#E9A38C", "#A8301C", "#F2B233"], 6)
    cuts = "".join(
        stroke(f"M{x:.0f} {y:.0f}L{-x:.0f} {-y:.0f}", "#8A4A1E", 5, 'opacity=".55"')
        for x, y in around(0, 0, 330, 8, 0.2)[:4]
    )
    drawn += piece(base + cuts, "translate(520 470)")
    for x, y in ((420, 330), (640, 420), (500, 560), (360, 500), (600, 300), (660, 580)):
        drawn += piece(ring(x, y, 22, "#3C3A2A", 15))
    for x, y, turn in (
        (470, 440, -30),
        (560, 500, 40),
        (600, 350, 130),
        (400, 420, 200),
        (520, 640, -80),
    ):
        drawn += leaf(x, y, turn, 0.85, chance.choice([LEAF, PINE, GREEN]))
    drawn += tomato(1010, 610, 84) + tomato(1110, 730, 66) + leaf(930, 760, -10, 1.5)
    oil = box(-46, -90, 92, 260, "#9AA84A", 40) + box(-20, -160, 40, 90, "#9AA84A", 10)
    oil += box(-24, -190, 48, 44, WOOD, 10) + stroke("M-22-60V120", "#D3DC8E", 10, 'opacity=".8"')
    return framed(drawn + piece(oil, "translate(1040 240) rotate(14)"), "#3A5561", 8)


def gratin() -> str:
    chance = random.Random(14)
    drawn = planks("#5B6E4B", "#566848", 5) + cloth(-140, 420, -10, WHITE, SAFFRON, (560, 560))
    pan = stroke("M330 0H600", "#22282A", 62) + circle(576, 0, 14, "#566848")
    pan += (
        circle(0, 0, 364, "#22282A") + circle(0, 0, 336, "#31393C") + circle(0, 0, 312, "#D8953A")
    )
    drawn += piece(pan, "translate(530 450) rotate(-24)")
    rounds = ""
    for r, count in ((262, 22), (196, 17), (132, 12), (72, 7), (10, 1)):
        for x, y in around(530, 450, r, count, r):
            turn = math.degrees(math.atan2(y - 450, x - 530))
            fill = chance.choice(["#F3CE7C", "#EEC066", "#F6D88F"])
            slice_ = ellipse(0, 0, 42, 58, "#CF9440") + ellipse(-3, -3, 38, 53, fill)
            slice_ += blob(chance, chance.randint(-14, 14), chance.randint(-20, 20), 13, "#DDA04A")
            rounds += piece(
                slice_, f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})", shadow=count < 13
            )
    drawn += piece(rounds)
    for x, y in scattered(chance, 530, 450, 250, 9):
        drawn += blob(chance, x, y, chance.randint(18, 36), "#FBE9B8", 'opacity=".9"')
    for x, y in scattered(chance, 530, 450, 260, 30):
        drawn += stroke(
            f"M{x:.0f} {y:.0f}l{chance.randint(-14, 14)} {chance.randint(6, 14)}", PINE, 7
        )
    for x, y, r in ((1020, 640, 92), (1120, 760, 70), (900, 790, 64)):
        potato = blob(chance, 0, 0, r, "#B98A4E") + blob(chance, -6, -6, r * 0.86, "#CFA265")
        potato += sprinkled(chance, (0, 0, r * 0.6), 7, ["#9A6E38"], 5)
        drawn += piece(potato, f"translate({x} {y})")
    drawn += leaf(60, 180, 30, 1.5) + leaf(110, 150, 80, 1.3, PINE) + leaf(70, 240, -10, 1.2, GREEN)
    return framed(drawn, "#5B6E4B", 14)


def crumble() -> str:
    chance = random.Random(23)
    drawn = planks("#E9D8BC", "#E3D0B0", 5) + cloth(640, 380, 12, WHITE, PINE, (620, 600))
    dish = box(-360, -250, 720, 500, SEA, 90) + box(-326, -216, 652, 432, "#6FA8B0", 66)
    dish += box(-306, -196, 612, 392, "#D9A04E", 54)
    for _ in range(560):
        x, y = chance.randint(-292, 292), chance.randint(-182, 182)
        if x > 120 and y > 20:
            continue
        dish += circle(
            x, y, chance.randint(8, 19), chance.choice(["#E8B768", "#DDA552", "#F0C988", "#C98A3C"])
        )
    dish += blob(chance, 208, 106, 118, "#C77F36") + blob(chance, 214, 110, 96, "#E6B061")
    for x, y, turn in (
        (180, 80, 20),
        (240, 90, 70),
        (210, 140, -30),
        (160, 140, 100),
        (260, 150, 10),
    ):
        dish += shape(
            "M-40 0C-30-34 30-34 40 0C26-14-26-14-40 0Z",
            "#F6DFA0",
            f'transform="translate({x} {y}) rotate({turn})"',
        )
    drawn += piece(dish, "translate(470 430) rotate(-7)")
    spoon = stroke("M0 0L240 190", DARK_WOOD, 26) + ellipse(
        -30, -24, 74, 50, DARK_WOOD, 'transform="rotate(38 -30 -24)"'
    )
    spoon += ellipse(-30, -24, 56, 34, WOOD, 'transform="rotate(38 -30 -24)"')
    drawn += piece(spoon, "translate(760 560)")
    for x, y, r, fill, glow in (
        (980, 190, 104, "#B8331F", "#DD6A4A"),
        (1100, 340, 84, "#C9A23B", "#E8CB6D"),
        (110, 790, 96, "#B8331F", "#DD6A4A"),
    ):
        apple = shape(
            "M0-70C50-104 112-70 104 0C98 76 46 112 0 92C-46 112-98 76-104 0C-112-70-50-104 0-70Z",
            fill,
            f'transform="scale({r / 104:.2f})"',
        )
        apple += stroke(
            f"M{-r * 0.55:.0f} {-r * 0.35:.0f}q{r * 0.1:.0f}-{r * 0.3:.0f} {r * 0.35:.0f}-{r * 0.3:.0f}",
            glow,
            12,
        )
        apple += stroke(f"M0 {-r * 0.62:.0f}q4-30 22-44", "#5A3A20", 10)
        drawn += piece(apple, f"translate({x} {y})") + leaf(x + 14, y - r * 0.75, -10, 0.7)
    jug = (
        circle(0, 0, 96, WHITE) + circle(0, 0, 76, "#F7DE9B") + shape("M70-40L130-20L78 26Z", WHITE)
    )
    jug += stroke("M-86-34C-160-50-160 50-86 34", WHITE, 20)
    drawn += piece(jug, "translate(1010 700) rotate(-160)")
    return framed(drawn, "#E9D8BC", 23)


def layercake() -> str:
    chance = random.Random(40)
    drawn = (
        box(0, 0, 1200, 620, "#EBC1B0")
        + box(0, 612, 1200, 300, "#C9805F")
        + box(0, 604, 1200, 18, "#DDA088")
    )
    flags = ""
    for i in range(11):
        x, y = 30 + i * 118, -6 + 74 * math.sin(math.pi * i / 10)
        flags += shape(
            f"M{x - 42:.0f} {y:.0f}H{x + 42:.0f}L{x:.0f} {y + 86:.0f}Z",
            (TERRA, SAFFRON, PINE, CREAM, SEA)[i % 5],
        )
    drawn += piece(stroke("M-30 -20C300 100 900 100 1230 -20", WHITE, 7) + flags)
    stand = ellipse(0, 0, 340, 34, "#E4DFD2") + ellipse(0, -10, 340, 30, WHITE)
    stand += shape(
        "M-50 10H50L34 120H110C130 120 130 150 110 150H-110C-130 150-130 120-110 120H-34Z", WHITE
    )
    drawn += piece(stand, "translate(600 690)")
    layers = ""
    for i, (sponge, cream) in enumerate(
        (("#B9703B", CREAM), ("#C98049", CREAM), ("#B9703B", CREAM))
    ):
        y = -96 * (i + 1)
        layers += box(-250, y, 500, 100, sponge, 18) + box(-258, y - 12, 516, 30, cream, 15)
        layers += sprinkled(chance, (0, y + 56, 10), 1, [sponge], 2)
        layers += "".join(
            circle(chance.randint(-230, 230), y + chance.randint(36, 84), 5, "#8E5326")
            for _ in range(22)
        )
    drips = "M-262-330C-262-380 262-380 262-330V-290"
    for i in range(7):
        x = 262 - 74.8 * (i + 1)
        low = chance.randint(30, 96)
        drips += f"C262 -290 {x + 74:.0f} {-292 + low} {x + 54:.0f} {-292 + low}S{x + 34:.0f} -286 {x:.0f} -290"
    layers += shape(drips + "Z", ROSE)
    drawn += piece(layers, "translate(600 664)")
    for x, colour in ((-150, SAFFRON), (-75, SEA), (0, TERRA), (75, PINE), (150, SAFFRON)):
        candle = box(-10, -110, 20, 110, colour, 6) + stroke("M0-110V-124", INK, 4)
        candle += shape("M0-176C22-148 20-126 0-122C-20-126-22-148 0-176Z", SAFFRON) + ellipse(
            0, -138, 7, 12, "#FBE3A6"
        )
        drawn += piece(candle, f"translate({600 + x} {322 - abs(x) * 0.02:.0f})")
    for x in (-210, -112, -38, 38, 112, 210):
        drawn += piece(circle(600 + x, 314, 24, "#B8261F") + circle(592 + x, 306, 7, "#E58A7A"))
    for x, y, fill in ((140, 760, PLUM), (240, 800, SAFFRON), (1010, 770, SEA), (960, 820, TERRA)):
        drawn += piece(
            box(x - 60, y - 60, 120, 110, fill, 10)
            + box(x - 10, y - 60, 20, 110, CREAM)
            + stroke(f"M{x} {y - 60}q-40-40-46 0M{x} {y - 60}q40-40 46 0", CREAM, 10)
        )
    return framed(drawn, "#EBC1B0", 40)


def waffles() -> str:
    chance = random.Random(41)
    drawn = planks("#7A98A0", "#749199", 5) + cloth(-120, -100, 14, WHITE, RUST, (560, 500))
    drawn += piece(
        circle(540, 480, 360, WHITE)
        + ring(540, 480, 326, SEA, 8)
        + circle(540, 480, 262, "#FBF4E6")
    )

    def waffle() -> str:
        body = box(-170, -230, 340, 460, "#B9752F", 36) + box(-160, -220, 320, 440, "#DDA04A", 30)
        for row in range(6):
            for column in range(4):
                x, y = -146 + column * 76, -206 + row * 70
                body += box(x, y, 62, 56, "#B9792F", 10) + box(x + 5, y + 8, 54, 46, "#C98A3C", 8)
        return body

    drawn += piece(waffle(), "translate(440 500) rotate(-16)") + piece(
        waffle(), "translate(650 470) rotate(22)"
    )
    cream = "".join(
        piece(blob(chance, x, y, r, fill))
        for x, y, r, fill in (
            (560, 450, 120, "#F1E6D2"),
            (550, 436, 92, WHITE),
            (556, 428, 58, "#F6EEDF"),
            (552, 420, 30, WHITE),
        )
    )
    drawn += cream
    for x, y in ((470, 380), (620, 360), (660, 480), (520, 540), (440, 470)):
        berry = circle(0, 0, 28, "#B8261F") + circle(-8, -8, 8, "#E58A7A")
        drawn += piece(berry, f"translate({x} {y})")
    for x, y in ((590, 330), (500, 350), (680, 420), (600, 560)):
        drawn += piece(circle(x, y, 20, "#3B3F73") + circle(x - 5, y - 5, 6, "#8389BC"))
    drawn += leaf(600, 396, -40, 0.8) + leaf(606, 400, 10, 0.7, PINE)
    drawn += sprinkled(chance, (540, 480, 300), 120, [WHITE], 5)
    cup = (
        bowl(1010, 240, 130, WHITE, "#6B4226")
        + ring(1010, 240, 60, "#A9734A", 10)
        + stroke("M1120 190C1200 170 1200 300 1124 280", WHITE, 24)
    )
    drawn += piece(circle(1010, 240, 176, SAND)) + cup
    jar = (
        box(-70, -80, 140, 180, "#C9852B", 30)
        + box(-78, -110, 156, 46, CREAM, 14)
        + box(-44, -20, 88, 70, CREAM, 8)
    )
    return framed(drawn + piece(jar, "translate(1040 660) rotate(-8)"), "#7A98A0", 41)


def kougelhopf() -> str:
    chance = random.Random(42)
    drawn = planks("#8C4B3A", "#864636", 5) + cloth(560, -160, 20, WHITE, RUST, (760, 620))
    drawn += piece(circle(520, 470, 366, "#EFE6D4") + ring(520, 470, 340, PINE, 7))
    drawn += "".join(
        shape("M0-16L12 0L0 16L-12 0Z", PINE, f'transform="translate({x:.0f} {y:.0f})"')
        for x, y in around(520, 470, 318, 24)
    )
    flutes = ""
    for i in range(18):
        turn = i * 20
        fill = ("#B4702F", "#C4813A")[i % 2]
        flutes += shape(
            "M-10-70C-60-130-64-220-30-272C0-290 30-284 50-262C20-200 20-130 22-70Z",
            fill,
            f'transform="rotate({turn})"',
        )
        flutes += stroke(
            "M-24-250C-40-190-30-130-8-90", "#DDA257", 9, f'opacity=".8" transform="rotate({turn})"'
        )
    drawn += piece(circle(0, 0, 240, "#A8642C") + flutes, "translate(520 470)")
    for i, (x, y) in enumerate(around(520, 470, 128, 12)):
        almond = shape("M0-30C24-18 24 16 0 30C-24 16-24-18 0-30Z", "#EBCFA0") + stroke(
            "M0-18V18", "#C9A067", 4
        )
        drawn += piece(almond, f"translate({x:.0f} {y:.0f}) rotate({i * 30 + 90})")
    drawn += circle(520, 470, 74, "#6E3C1A") + circle(520, 476, 62, "#EFE6D4")
    drawn += sprinkled(chance, (520, 470, 262), 330, [WHITE, "#FFF6E6"], 5)
    pot = (
        circle(0, 0, 126, PINE)
        + circle(0, 0, 92, "#27705A")
        + circle(0, 0, 24, SAFFRON)
        + stroke("M116-30C200-40 200 60 116 40", PINE, 26)
        + shape("M-110-40L-196-10L-112 40Z", PINE)
    )
    drawn += piece(pot, "translate(1030 660) rotate(24)")
    drawn += piece(circle(1010, 330, 108, "#EFE6D4")) + bowl(1010, 330, 78, WHITE, "#6B4226")
    for x, y in ((120, 770), (210, 820), (90, 860)):
        drawn += piece(
            shape("M0-34C28-20 28 18 0 34C-28 18-28-20 0-34Z", "#C98A55")
            + stroke("M0-20V20", "#A8693A", 4),
            f"translate({x} {y}) rotate({x})",
        )
    return framed(drawn, "#8C4B3A", 42)


def baguettes() -> str:
    chance = random.Random(43)
    drawn = planks("#C7D3CC", "#C0CDC5", 5)
    drawn += cloth(60, 80, -6, CREAM, SEA, (1040, 720))
    for i, (x, y, turn) in enumerate(((520, 250, -22), (560, 400, -18), (600, 550, -24))):
        loaf = box(-440, -62, 880, 124, "#A8642C", 62) + box(-430, -56, 860, 108, "#CB8A45", 54)
        for k in range(6):
            at = -340 + k * 130
            loaf += shape(
                f"M{at} 40C{at + 10}-10 {at + 60}-46 {at + 110}-44C{at + 90}-4 {at + 50} 36 {at} 40Z",
                "#F3DCB0",
            )
            loaf += stroke(f"M{at + 4} 38C{at + 20}-6 {at + 60}-40 {at + 108}-42", "#8E5326", 6)
        loaf += "".join(
            circle(chance.randint(-400, 400), chance.randint(-44, 40), 4, "#E8BE84")
            for _ in range(60 + i)
        )
        drawn += piece(loaf, f"translate({x} {y}) rotate({turn})")

    def croissant() -> str:
        body = shape(
            "M-170 60C-190-60-90-140 0-140C90-140 190-60 170 60C150 90 120 80 112 40C100-20 50-40 0-40C-50-40-100-20-112 40C-120 80-150 90-170 60Z",
            "#B9752F",
        )
        for start, end in (
            ("M-130-74L-96 14", 0),
            ("M-66-124L-48-30", 0),
            ("M0-140V-40", 0),
            ("M66-124L48-30", 0),
            ("M130-74L96 14", 0),
        ):
            body += stroke(start, "#E2AC62", 16 + end)
        return body

    drawn += piece(croissant(), "translate(960 700) rotate(14)") + piece(
        croissant(), "translate(230 730) rotate(-30) scale(.86)"
    )
    butter = (
        box(-110, -76, 220, 152, WHITE, 22)
        + box(-76, -48, 152, 96, HONEY, 10)
        + stroke("M20-48V48", STRAW, 5)
    )
    drawn += piece(butter, "translate(1050 150) rotate(16)")
    drawn += sprinkled(chance, (600, 450, 520), 160, [WHITE, "#FFF8E8"], 5)
    ear = stroke("M0 120L0-180", STRAW, 7) + "".join(
        ellipse(
            0, -k * 26, 12, 20, SAFFRON, f'transform="rotate({-28 if k % 2 else 28} 0 {-k * 26})"'
        )
        for k in range(7)
    )
    return framed(
        drawn
        + piece(ear, "translate(110 300) rotate(-24)")
        + piece(ear, "translate(170 270) rotate(6)"),
        "#C7D3CC",
        43,
    )
