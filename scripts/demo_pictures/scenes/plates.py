"""Plates from many kitchens, seen from above."""

# ruff: noqa: E501, S311 - an outline is one string; chance only scatters crumbs here, by seed.

import math
import random

from paper import (
    CARROT,
    CREAM,
    DARK_WOOD,
    GREEN,
    INK,
    LEAF,
    MINT,
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


def salad() -> str:
    chance = random.Random(51)
    drawn = planks("#E6C9B4", "#E0C1AA", 5) + cloth(-100, 460, -12, MINT, PINE, (520, 520))
    drawn += piece(
        circle(560, 450, 372, DARK_WOOD)
        + circle(560, 450, 346, WOOD)
        + circle(560, 450, 312, "#3E6B5A")
    )
    for r, count, size in ((210, 15, 1.5), (130, 10, 1.5), (50, 6, 1.3)):
        for i, (x, y) in enumerate(around(560, 450, r, count, r)):
            turn = math.degrees(r + i * TURN / count) + chance.randint(-30, 30)
            drawn += leaf(x, y, turn, size, chance.choice([LEAF, GREEN, PINE, "#9CC27E"]))
    for x, y in ((430, 330), (690, 380), (520, 590), (700, 560), (380, 480)):
        cucumber = circle(0, 0, 52, "#3F7A4D") + circle(0, 0, 44, "#D6E8BE")
        cucumber += "".join(ellipse(sx, sy, 4, 7, "#A9CB8B") for sx, sy in around(0, 0, 20, 7))
        drawn += piece(cucumber, f"translate({x} {y})")
    for x, y in (
        (520, 370),
        (610, 300),
        (620, 490),
        (440, 570),
        (780, 470),
        (340, 400),
        (570, 680),
    ):
        drawn += piece(
            circle(x, y, 34, "#C2355B") + circle(x, y, 28, "#FBEDEA") + ring(x, y, 12, "#F1D3D3", 3)
        )
    for x, y, turn in ((610, 400, 20), (480, 480, -40), (660, 640, 70)):
        egg = (
            ellipse(0, 0, 60, 76, WHITE) + circle(0, 12, 34, SAFFRON) + circle(-8, 4, 10, "#FBE3A6")
        )
        drawn += piece(egg, f"translate({x} {y}) rotate({turn})")
    for x, y in scattered(chance, 560, 450, 250, 12):
        drawn += piece(
            "".join(
                circle(px, py, 9, chance.choice([SAFFRON, "#8C7BC0"]))
                for px, py in around(x, y, 10, 5)
            )
            + circle(x, y, 6, TERRA)
        )
    drawn += tomato(1040, 620, 80) + tomato(1120, 740, 58) + tomato(960, 770, 64)
    oil = (
        box(-40, -80, 80, 230, "#B7A23B", 36)
        + box(-18, -150, 36, 84, "#B7A23B", 10)
        + box(-22, -178, 44, 40, DARK_WOOD, 8)
    )
    return framed(drawn + piece(oil, "translate(1050 250) rotate(20)"), "#E6C9B4", 51)


def barbecue() -> str:
    chance = random.Random(52)
    drawn = box(0, 0, 1200, 900, "#7FA36B")
    for _ in range(170):
        x, y = chance.randint(0, 1200), chance.randint(0, 900)
        drawn += stroke(
            f"M{x} {y}q4-18 {chance.randint(-10, 14)} -26", chance.choice(["#6E9360", "#92B57B"]), 5
        )
    drawn += piece(circle(560, 450, 400, "#22282A") + circle(560, 450, 372, "#3A2420"))
    drawn += sprinkled(
        chance, (560, 450, 350), 130, ["#5A2A1C", "#2B2220", "#8E3417", "#C9552B"], 26
    )
    bars = "".join(
        stroke(f"M{560 - half:.0f} {y}H{560 + half:.0f}", "#8B9497", 9)
        for y in range(110, 800, 42)
        for half in (math.sqrt(366**2 - (y - 450) ** 2),)
    )
    drawn += piece(bars + ring(560, 450, 372, "#6C7679", 16))
    foods = [TERRA, SAFFRON, "#6F9A4E", PLUM, "#E8C9A0"]
    for x, y, turn in ((430, 270, -12), (470, 400, -8), (450, 530, -14)):
        skewer = stroke("M-250 0H270", "#E1C08E", 10)
        for k in range(6):
            skewer += box(-190 + k * 66, -34 + k % 2 * 4, 56, 66, foods[(k + y) % 5], 18)
            skewer += stroke(f"M{-178 + k * 66} -14l32 22", "#3A2420", 6, 'opacity=".45"')
        drawn += piece(skewer, f"translate({x} {y}) rotate({turn})")
    for x, y, turn in ((770, 330, 62), (830, 420, 58), (700, 640, 10)):
        sausage = box(-120, -34, 240, 68, "#8A3B22", 34) + box(-112, -30, 224, 30, "#B4552F", 15)
        sausage += "".join(stroke(f"M{-70 + k * 60} -26l26 50", "#4E1E12", 8) for k in range(3))
        drawn += piece(sausage, f"translate({x} {y}) rotate({turn})")
    corn = box(-120, -44, 240, 88, SAFFRON, 44)
    corn += "".join(
        circle(-96 + c * 24, -26 + r * 26, 10, STRAW if (r + c) % 2 else "#F7CF6A")
        for c in range(9)
        for r in range(3)
    )
    drawn += piece(corn, "translate(500 680) rotate(6)")
    tongs = stroke("M0 0C60-180 60-260 30-380M40 0C40-180 50-260 30-380", "#C9CFD0", 16)
    drawn += piece(tongs, "translate(1060 780) rotate(-8)")
    drawn += bowl(1070, 170, 108, WHITE, "#7FB36A") + sprinkled(
        chance, (1070, 170, 76), 26, [TERRA, WHITE, PINE], 11
    )
    return framed(drawn, "#7FA36B", 52)


def fish() -> str:
    chance = random.Random(53)
    drawn = planks("#DDE5E2", "#D5DFDB", 5) + cloth(-120, -120, 8, WHITE, SEA, (620, 520))
    drawn += piece(ellipse(580, 470, 520, 280, WHITE) + ellipse(580, 470, 480, 246, "#EAF0EC"))
    for x, y in ((300, 600), (420, 660), (560, 680), (700, 660), (830, 610), (240, 500)):
        drawn += piece(
            blob(chance, x, y, 52, "#E2B45A") + blob(chance, x - 6, y - 6, 40, "#F0CC7C")
        )
    body = shape(
        "M-380 0C-300-150-40-190 200-90C260-64 300-40 330-24C370-80 430-120 470-120C440-60 440 60 470 120C430 120 370 80 330 24C300 44 260 66 200 90C-40 186-300 150-380 0Z",
        "#5E8796",
    )
    body += shape("M-372 14C-290 140-40 176 196 90C100 60-160 70-372 14Z", "#C6D6D6")
    for row in range(5):
        for column in range(9):
            x, y = -160 + column * 44 + (row % 2) * 22, -74 + row * 34
            body += stroke(f"M{x} {y - 16}q20 16 0 32", "#4A7080", 5, 'opacity=".7"')
    body += stroke("M-214-118C-170-50-170 50-214 110", "#3F6473", 9)
    body += (
        circle(-296, -34, 24, WHITE)
        + circle(-296, -34, 13, INK)
        + stroke("M-372 18q40 12 70-4", "#3F6473", 7)
    )
    body += shape("M-60-146C0-210 120-190 170-104C90-126 10-138-60-146Z", "#4A7080")
    drawn += piece(body, "translate(560 450) rotate(-6)")
    drawn += lemon_slice(500, 440, 62) + lemon_slice(610, 430, 62) + lemon_slice(1050, 170, 110)
    for x, y, turn in (
        (420, 350, -20),
        (560, 330, 10),
        (700, 360, 30),
        (900, 590, 160),
        (330, 410, 200),
    ):
        drawn += leaf(x, y, turn, 0.9, chance.choice([LEAF, PINE, GREEN]))
    drawn += "".join(
        piece(circle(x, y, 20, TERRA) + circle(x - 5, y - 5, 6, ROSE))
        for x, y in ((370, 540), (480, 600), (650, 600), (770, 550))
    )
    drawn += piece(
        stroke("M1090 820L1130 520", "#9AA5A6", 18)
        + stroke("M1112 540V430M1136 540V430M1160 540V430M1112 540H1160", "#9AA5A6", 12)
    )
    return framed(drawn, "#DDE5E2", 53)


def springrolls() -> str:
    chance = random.Random(54)
    drawn = planks("#2F5B52", "#2B554C", 5) + cloth(720, -140, 16, CREAM, LEAF, (600, 500))
    drawn += piece(
        box(-440, -210, 880, 420, "#2A2F33", 60) + box(-414, -184, 828, 368, "#3B4246", 46),
        "translate(500 430) rotate(-8)",
    )
    for i in range(5):
        roll = box(-66, -150, 132, 300, "#F3EBDD", 62)
        roll += box(-40, -130, 34, 250, "#8CBF7C", 17) + box(2, -120, 26, 236, CARROT, 13)
        roll += "".join(stroke(f"M-34 {-70 + k * 80}q30-34 66-4", "#F0917A", 22) for k in range(3))
        roll += box(-66, -150, 132, 300, "#FFFDF6", 62).replace("/>", ' opacity=".38"/>')
        roll += stroke("M-40-120C-52-60-52 60-40 120", WHITE, 10, 'opacity=".9"')
        drawn += piece(
            roll, f"translate({220 + i * 142} {470 - i * 20}) rotate({-8 + (i % 2) * 4})"
        )
    drawn += bowl(980, 620, 130, WHITE, "#B4552F") + sprinkled(
        chance, (980, 620, 84), 22, [SAFFRON, "#E58A5B", PINE], 8
    )
    drawn += piece(stroke("M120 760L760 800", WOOD, 20) + stroke("M110 810L750 852", WOOD, 20))
    for x, y, turn, fill in (
        (930, 260, 10, LEAF),
        (1000, 220, 60, PINE),
        (960, 320, -30, GREEN),
        (1080, 300, 120, LEAF),
        (130, 170, 30, LEAF),
        (90, 220, -20, GREEN),
    ):
        drawn += leaf(x, y, turn, 1.5, fill)
    for x, y in ((180, 620), (250, 660)):
        drawn += piece(
            circle(x, y, 54, "#5E9A3B")
            + circle(x, y, 45, "#E5F0B8")
            + "".join(
                stroke(f"M{x} {y}L{px:.0f} {py:.0f}", "#B7D26A", 5)
                for px, py in around(x, y, 40, 8)
            )
        )
    return framed(drawn, "#2F5B52", 54)


def thieb() -> str:
    chance = random.Random(55)
    drawn = planks("#D98B4A", "#D28443", 5) + cloth(-130, -110, 12, "#2E6E7E", SAFFRON, (560, 520))
    drawn += piece(circle(600, 460, 396, SEA) + circle(600, 460, 378, WHITE))
    drawn += "".join(
        "".join(circle(px, py, 9, SEA) for px, py in around(x, y, 13, 5)) + circle(x, y, 7, SAFFRON)
        for x, y in around(600, 460, 346, 16)
    )
    drawn += piece(circle(600, 460, 304, "#C7622B"))
    drawn += sprinkled(
        chance, (600, 460, 296), 700, ["#D9763A", "#E48F4E", "#B9531F", "#F0AC6C"], 8
    )
    for x, y, turn in ((470, 330, 30), (730, 350, 150), (520, 620, -40)):
        carrot = shape("M0 0C70-40 190-30 240 0C190 30 70 40 0 0Z", CARROT) + "".join(
            stroke(f"M{60 + k * 50} -16q10 14 22 2", "#C9652A", 5) for k in range(3)
        )
        drawn += piece(carrot, f"translate({x} {y}) rotate({turn}) scale(.8)")
    cabbage = shape("M-110 60C-120-60-20-110 60-90C120-70 120 20 60 66Z", "#A9CB8B") + "".join(
        stroke(f"M40 50C0 20-20-20{k}-70", "#E4F0D4", 9) for k in (-60, -20, 20)
    )
    drawn += piece(cabbage, "translate(470 500)")
    aubergine = (
        shape("M-120 0C-110-70 20-80 110-26C140 0 110 44 40 50C-40 56-120 50-120 0Z", PLUM)
        + stroke("M-80-20C-40-46 20-46 60-30", "#8A4668", 12)
        + shape("M100-40q50-10 60 30q-40 30-66 10Z", PINE)
    )
    drawn += piece(aubergine, "translate(720 570) rotate(-16)")
    fillet = shape(
        "M-130 0C-100-80 60-90 140-20C160 10 120 60 40 70C-50 80-140 60-130 0Z", "#B9752F"
    ) + "".join(stroke(f"M{-70 + k * 54} -44q24 44 0 96", "#8E5326", 8) for k in range(4))
    drawn += piece(fillet, "translate(620 430) rotate(10)")
    for x, y in ((760, 450), (560, 300), (640, 690)):
        drawn += piece(
            circle(x, y, 48, "#5E9A3B")
            + circle(x, y, 40, "#E5F0B8")
            + "".join(
                stroke(f"M{x} {y}L{px:.0f} {py:.0f}", "#B7D26A", 5)
                for px, py in around(x, y, 36, 8)
            )
        )
    drawn += "".join(
        leaf(x, y, t, 0.8, f)
        for x, y, t, f in ((600, 380, -30, LEAF), (690, 480, 60, PINE), (500, 420, 160, GREEN))
    )
    for x, y, turn in ((1080, 180, 20), (1100, 260, 44)):
        drawn += piece(
            shape("M0 0C40-26 120-20 170 30C110 34 40 36 0 22Z", RUST)
            + stroke("M0 10q-24-4-36-24", PINE, 10),
            f"translate({x - 90} {y}) rotate({turn})",
        )
    return framed(drawn + bowl(1080, 740, 96, WHITE, "#9E2B1C"), "#D98B4A", 55)


def mezze() -> str:
    chance = random.Random(56)
    drawn = planks("#4B3B56", "#463650", 5) + cloth(-140, 420, -14, CREAM, TERRA, (540, 540))
    drawn += piece(
        circle(590, 450, 410, "#B4842F")
        + circle(590, 450, 386, "#D9A94B")
        + ring(590, 450, 360, "#B4842F", 5)
        + ring(590, 450, 120, "#B4842F", 5)
    )
    spots = around(590, 450, 244, 6, 0.3)
    fills = ["#EAD3A2", "#A9356A", "#7FA36B", "#5B5A2C", "#F3EBDD", "#CE5A2B"]
    for (x, y), fill in zip(spots, fills, strict=True):
        drawn += bowl(x, y, 112, WHITE, fill)
    (x, y), (bx, by), (gx, gy), (ox, oy), (yx, yy), (rx, ry) = spots
    drawn += (
        ring(x, y, 54, "#F6E6C2", 14)
        + ring(x, y, 22, "#F6E6C2", 12)
        + stroke(f"M{x - 40:.0f} {y:.0f}q40 50 84 6", "#B7A23B", 12)
        + sprinkled(chance, (x, y, 60), 12, [TERRA], 6)
    )
    drawn += ring(bx, by, 46, "#C75A8B", 13) + sprinkled(
        chance, (bx, by, 64), 16, [WHITE, GREEN], 6
    )
    drawn += sprinkled(chance, (gx, gy, 86), 120, [LEAF, PINE, MINT, TERRA, CREAM], 8)
    drawn += "".join(
        piece(
            circle(px, py, 19, chance.choice(["#3C3A2A", "#6B7A34"])) + circle(px, py, 6, "#22221A")
        )
        for px, py in scattered(chance, ox, oy, 68, 14)
    )
    drawn += (
        ring(yx, yy, 50, WHITE, 14)
        + stroke(f"M{yx - 50:.0f} {yy + 6:.0f}q50-50 96 10", LEAF, 10)
        + sprinkled(chance, (yx, yy, 64), 12, [PINE], 5)
    )
    drawn += sprinkled(chance, (rx, ry, 84), 80, ["#E27A45", "#A8301C", SAFFRON], 9)
    for px, py in around(590, 450, 66, 6):
        drawn += piece(
            blob(chance, px, py, 42, "#8A5A2C")
            + sprinkled(chance, (px, py, 30), 12, ["#A9733F", "#6F431C"], 6)
        )
    for px, py, turn in ((1050, 640, 10), (1090, 720, 40), (1010, 760, -20)):
        bread = shape("M-130 70C-110-70 90-110 150-20C130 80 0 110-130 70Z", "#D9AA68") + sprinkled(
            chance, (0, 10, 80), 14, ["#B9803F", "#EBCB98"], 12
        )
        drawn += piece(bread, f"translate({px} {py}) rotate({turn})")
    return framed(
        drawn
        + leaf(1040, 150, 30, 1.6)
        + leaf(1000, 200, -10, 1.3, PINE)
        + lemon_slice(1110, 260, 70),
        "#4B3B56",
        56,
    )
