"""Gardens and those who keep them: beds, pots, an orchard, a heap of compost, a wall of tools."""

# ruff: noqa: E501, S311 - an outline is one string; chance only scatters pieces here, by seed.

import random

from paper import (
    CARROT,
    CREAM,
    DARK_WOOD,
    GREEN,
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
    WHITE,
    WIDTH,
    WOOD,
    around,
    blob,
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
    sprinkled,
    stroke,
    tomato,
)

EARTH, CLODS, STEEL = "#5A3A26", ["#6E4A32", "#4A2F1E"], "#9AA5A6"
BARK = "#6A4328"


def seedlings() -> str:
    chance = random.Random(81)
    drawn = planks("#D9B183", "#D2A877", 5) + cloth(820, 520, -16, CREAM, SEA, (520, 460))
    drawn += piece(box(80, 130, 720, 640, DARK_WOOD, 18) + box(104, 154, 672, 592, "#8E5F35", 10))
    for row in range(3):
        for column in range(4):
            x, y = 190 + column * 166, 252 + row * 196
            pot = circle(0, 0, 80, "#B9673F") + circle(0, 0, 68, EARTH)
            pot += sprinkled(chance, (0, 0, 62), 26, CLODS, 6)
            drawn += piece(pot, f"translate({x} {y})") + _sprout(chance, x, y, row)
    trowel = shape("M-46 0C-60 90-40 170 0 214C40 170 60 90 46 0Z", STEEL)
    trowel += stroke("M0 20V150", "#7E8A8C", 8) + box(-11, -70, 22, 84, "#7E8A8C", 8)
    trowel += box(-26, -250, 52, 190, TERRA, 26) + stroke("M-10-230V-100", ROSE, 8)
    drawn += piece(trowel, "translate(960 420) rotate(24)")
    for x, turn, fill, fruit in ((930, -8, SAFFRON, TERRA), (1030, 10, MINT, PLUM)):
        packet = box(-70, -96, 140, 192, WHITE, 6) + box(-58, -84, 116, 130, fill, 4)
        packet += circle(0, -20, 34, fruit) + leaf(0, -50, -50, 0.5, PINE)
        packet += stroke("M-50 66H50M-50 82H20", SAND, 8)
        drawn += piece(packet, f"translate({x} 740) rotate({turn})")
    twine = ring(0, 0, 34, "#B98A4E", 44) + "".join(
        stroke(f"M0 0m{x:.0f} {y:.0f}l{y / 3:.0f} {-x / 3:.0f}", "#9C7039", 5)
        for x, y in around(0, 0, 36, 14)
    )
    drawn += piece(twine + stroke("M50 20C110 40 90 90 150 96", "#B98A4E", 8), "translate(980 140)")
    return framed(drawn, "#D9B183", 81)


def _sprout(chance: random.Random, x: int, y: int, row: int) -> str:
    """A young plant from above: two seed leaves, then more of them with every row."""
    turn = chance.randint(0, 90)
    if row == 0:
        return leaf(x, y, turn, 0.62, GREEN) + leaf(x, y, turn + 180, 0.62, GREEN)
    if row == 1:
        return "".join(
            leaf(x, y, turn + more, 0.72, (LEAF, GREEN)[more % 4 // 2])
            for more in (0, 90, 182, 270)
        )
    low = "".join(leaf(x, y, turn + more, 0.98, LEAF) for more in range(0, 360, 60))
    return low + "".join(leaf(x, y, turn + more, 0.6, "#A9CF8C") for more in range(30, 390, 90))


def pruning() -> str:
    chance = random.Random(82)
    drawn = hills(
        "#E4EBDD", ["#B9CDA6", "#9ABB84", "#7BA268"], seed=12, sun=low_sun(960, 190, 84, "#FBE9B8")
    )
    drawn += piece(shape("M-40 900V740C260 700 800 700 1240 752V900Z", "#6E9A5D"))
    drawn += _apple_tree(chance)
    ladder = stroke("M-70 300L-24-300M70 300L24-300", "#B5803F", 18)
    ladder += "".join(
        stroke(f"M{-62 + k * 6} {220 - k * 84}H{62 - k * 6}", "#C9954F", 14) for k in range(6)
    )
    drawn += piece(ladder, "translate(470 570) rotate(14)")
    drawn += _pruner()
    blades = stroke("M0 0L44-52M10 6L60-36", STEEL, 12) + stroke(
        "M0 0L-26 24M10 6L-6 44", TERRA, 16
    )
    drawn += piece(blades, "translate(622 262)")
    basket = shape("M-90 0H90L70 100H-70Z", WOOD) + stroke("M-84 30H84M-78 62H78", DARK_WOOD, 8)
    fruit = "".join(
        circle(x, y, 30, fill)
        for x, y, fill in ((-50, -8, TERRA), (4, -20, "#D9763F"), (54, -6, TERRA))
    )
    drawn += piece(fruit + basket, "translate(1010 770)")
    cuttings = stroke("M0 0L150-26M20 16L170 14M40-20L130 30", BARK, 10)
    drawn += piece(
        cuttings + leaf(150, -26, -10, 0.7) + leaf(168, 14, 20, 0.7, GREEN), "translate(170 800)"
    )
    return framed(drawn, "#E4EBDD", 82)


def _apple_tree(chance: random.Random) -> str:
    tree = stroke("M0 40C-10-120 14-200 0-300", BARK, 60)
    boughs = (
        "M0-160C-80-240-180-270-290-300",
        "M-4-240C-60-340-110-420-170-500",
        "M0-280C20-380 20-450 10-560",
        "M4-220C90-300 160-360 210-470",
        "M4-150C110-210 200-230 300-250",
    )
    tree += "".join(stroke(each, BARK, 30) for each in boughs)
    twigs = (
        "M-190-272C-220-320-240-350-236-400M-110-420C-150-430-200-430-240-470M14-450C50-500 70-540 76-600"
        "M130-330C170-330 220-340 260-380M190-232C230-260 260-300 270-330M-60-330C-50-390-60-430-50-480"
    )
    drawn = piece(tree + stroke(twigs, BARK, 14), "translate(760 760)")
    crown = [
        (-290, -310),
        (-236, -410),
        (-170, -510),
        (-240, -480),
        (-60, -470),
        (10, -570),
        (80, -600),
        (210, -480),
        (270, -390),
        (280, -330),
        (310, -250),
    ]
    for x, y in crown:
        for turn in (chance.randint(-170, -110), chance.randint(-90, -50), chance.randint(-20, 30)):
            drawn += leaf(760 + x, 760 + y, turn, 0.86, chance.choice([LEAF, PINE, GREEN]))
    for x, y in ((-200, -350), (-96, -416), (150, -400), (250, -270), (40, -500), (-250, -260)):
        apple = circle(0, 0, 30, TERRA) + stroke("M0-28q4-14 12-18", BARK, 6)
        drawn += piece(
            apple + stroke("M-16-10q4-10 14-12", ROSE, 6), f"translate({760 + x} {760 + y})"
        )
    return drawn


def _pruner() -> str:
    skin = "#D9A27A"
    person = stroke("M-20 0L-34 120L-26 210M22 0L50 90L24 160", NIGHT, 46)
    person += stroke("M-28 226h-26M22 178h34", RUST, 28) + stroke("M0 0C-6-80 0-130 6-180", SEA, 92)
    person += stroke("M26-170L106-214L164-276", skin, 26) + stroke("M26-172L90-206", SEA, 36)
    person += stroke("M-20-160L60-80L110-96", skin, 26) + stroke("M-24-160L20-110", SEA, 36)
    person += circle(16, -260, 44, skin) + stroke("M10-220v16", skin, 26)
    person += ellipse(12, -284, 84, 16, STRAW) + shape("M-34-286C-36-346 62-346 60-286Z", STRAW)
    person += stroke("M-32-294H58", TERRA, 10) + stroke("M36-240q12 6 20-2", "#8A4A2C", 5)
    return piece(person, "translate(440 560) scale(1.06)")


def balcony() -> str:
    chance = random.Random(83)
    drawn = box(0, 0, WIDTH, HEIGHT, "#F6DFC2") + low_sun(880, 170, 90, "#FBEBBE")
    for x, y, wide, fill, roof in (
        (-20, 330, 240, "#E9C9A4", "#B4633F"),
        (230, 270, 200, "#F0D9B8", "#9C5236"),
        (440, 360, 260, "#E3BE97", "#B4633F"),
        (710, 300, 210, "#EED3AE", "#A55A3B"),
        (930, 350, 300, "#E6C39C", "#B4633F"),
    ):
        house = box(x, y, wide, 600, fill) + shape(
            f"M{x - 16} {y}L{x + wide / 2:.0f} {y - 90}L{x + wide + 16} {y}Z", roof
        )
        house += "".join(
            box(x + 34 + k % 2 * (wide - 130), y + 40 + k // 2 * 120, 56, 76, "#8FB4BC", 4)
            for k in range(4)
        )
        drawn += piece(house)
    drawn += box(0, 790, WIDTH, 110, "#C58B5B") + box(0, 782, WIDTH, 14, "#DDA873")
    rail = stroke("M-20 470H1220", NIGHT, 22) + stroke("M-20 760H1220", NIGHT, 14)
    rail += "".join(stroke(f"M{x} 470V760", NIGHT, 10) for x in range(20, 1220, 70))
    drawn += piece(rail)
    for x, kind in ((170, 0), (520, 1), (870, 2)):
        plants = "".join(_trough_plant(chance, x - 110 + k * 44, 500, kind) for k in range(6))
        trough = shape("M-150 0H150L136 104H-136Z", (TERRA, SEA, SAFFRON)[kind])
        trough += box(-158, -14, 316, 30, (RUST, "#3B7483", "#D9962A")[kind], 10)
        drawn += plants + piece(trough, f"translate({x} 510)")
    stake = stroke("M0 0V-330", WOOD, 12) + stroke("M0-20C-30-120 26-200 0-310", PINE, 12)
    drawn += piece(stake, "translate(1080 720)")
    for x, y, turn in (
        (1080, 660, -160),
        (1076, 600, -20),
        (1084, 540, -150),
        (1080, 480, -30),
        (1082, 430, -120),
        (1080, 650, 10),
    ):
        drawn += leaf(x, y, turn, 1.1, chance.choice([LEAF, GREEN]))
    drawn += "".join(
        tomato(x, y, 30) for x, y in ((1040, 620), (1122, 560), (1046, 500), (1116, 660))
    )
    drawn += piece(
        shape("M-90 0H90L66 150H-66Z", TERRA) + box(-104, -24, 208, 44, RUST, 8),
        "translate(1080 700)",
    )
    can = shape("M-80-60H80L96 90H-96Z", SEA) + stroke("M86 40L190-70", SEA, 22)
    can += ellipse(198, -80, 40, 18, "#6FA8B0", 'transform="rotate(48 198 -80)"')
    can += stroke("M-70-60C-60-140 60-140 70-60", "#3B7483", 18) + stroke(
        "M-84-10H86", "#6FA8B0", 8
    )
    drawn += piece(can, "translate(350 780)")
    drawn += piece(
        shape("M-60 0H60L46 96H-46Z", ROSE) + box(-68, -14, 136, 28, "#CF7F66", 8),
        "translate(690 774)",
    )
    drawn += "".join(
        leaf(690, 760, turn, 1.2, fill)
        for turn, fill in ((-90, PINE), (-130, LEAF), (-50, LEAF), (-160, GREEN), (-20, GREEN))
    )
    return framed(drawn, "#F6DFC2", 83)


def _trough_plant(chance: random.Random, x: int, y: int, kind: int) -> str:
    """What grows out of a trough: herbs, flowers or strawberries."""
    stem = -chance.randint(60, 110)
    if kind == 0:
        return "".join(
            leaf(x, y, -90 + turn, 0.7 + chance.random() * 0.4, chance.choice([LEAF, GREEN, PINE]))
            for turn in (-40, 0, 36)
        )
    if kind == 1:
        petals = "".join(
            circle(dx, dy, 15, (TERRA, ROSE, WHITE)[x % 3]) for dx, dy in around(0, stem, 17, 6)
        )
        flower = (
            stroke(f"M0 0Q10 {stem / 2:.0f} 0 {stem}", PINE, 7)
            + petals
            + circle(0, stem, 11, HONEY)
        )
        return (
            leaf(x, y, -60, 0.6)
            + leaf(x, y, -120, 0.6, GREEN)
            + piece(flower, f"translate({x} {y})")
        )
    berry = shape("M0-18C16-18 22-6 16 8C10 20 4 26 0 28C-4 26-10 20-16 8C-22-6-16-18 0-18Z", TERRA)
    drawn = "".join(
        leaf(x, y, -90 + turn, 0.8, chance.choice([LEAF, GREEN])) for turn in (-60, -10, 50)
    )
    return drawn + piece(berry, f"translate({x + 14} {y - 30}) rotate({x % 30 - 15})")


def compost() -> str:
    chance = random.Random(84)
    drawn = box(0, 0, WIDTH, HEIGHT, "#C9D7AE") + piece(
        shape("M-40 330C300 270 800 300 1240 260V900H-40Z", "#A3BE84")
    )
    for x, y, r, fill in (
        (90, 250, 150, "#7FA36B"),
        (330, 230, 130, "#8FB37A"),
        (980, 220, 160, "#7FA36B"),
        (1180, 240, 130, "#8FB37A"),
    ):
        drawn += piece(blob(chance, x, y, r, fill))
    drawn += piece(shape("M-40 720C300 690 800 700 1240 680V900H-40Z", "#84A868"))
    back = "".join(box(300, y, 560, 56, "#A06C3C", 6) for y in (250, 320, 390))
    drawn += piece(back)
    heap = shape("M290 700C300 480 420 330 580 320C760 330 850 480 870 700Z", EARTH)
    heap += sprinkled(chance, (580, 530, 170), 90, CLODS, 10)
    drawn += piece(heap)
    for x, y in scattered(chance, 580, 450, 120, 16):
        drawn += leaf(
            x, y, chance.randint(0, 360), 0.66, chance.choice([LEAF, STRAW, "#B9792F", GREEN])
        )
    peel = shape("M-50 0C-30-60 40-60 56-4C30-28-20-28-50 0Z", CARROT)
    shell = shape("M-34 0C-34-46 34-46 34 0L20-12L8 4L-8-10L-20 6Z", CREAM)
    core = (
        stroke("M0-34V34", HONEY, 20)
        + ellipse(0, -36, 34, 14, TERRA)
        + ellipse(0, 36, 30, 13, TERRA)
        + stroke("M0-46q4-12 12-16", BARK, 6)
    )
    for body, x, y, turn in (
        (peel, 480, 430, -20),
        (peel, 690, 470, 40),
        (shell, 580, 380, 12),
        (shell, 520, 520, -30),
        (core, 640, 400, 34),
        (core, 460, 530, 80),
    ):
        drawn += piece(body, f"translate({x} {y}) rotate({turn})")
    drawn += piece(stroke("M560 590q30-30 60 0t60 0", ROSE, 18)) + piece(
        stroke("M410 600q24-24 48 0t40-6", "#D98C78", 15)
    )
    front = box(262, 640, 640, 70, DARK_WOOD, 8) + box(262, 724, 640, 70, WOOD, 8)
    front += "".join(
        stroke(f"M{x} {y}h{long}", "#A06C3C", 5)
        for x, y, long in ((300, 664, 160), (560, 684, 200), (340, 756, 220), (680, 744, 140))
    )
    posts = box(244, 230, 48, 590, "#8E5F35", 10) + box(872, 230, 48, 590, "#8E5F35", 10)
    drawn += piece(front) + piece(posts)
    fork = stroke("M0-380V60", WOOD, 22) + stroke("M-50-384H50", TERRA, 26)
    fork += stroke("M-60 220V90Q-60 60 0 60Q60 60 60 90V220M-20 220V66M20 220V66", STEEL, 13)
    drawn += piece(fork, "translate(1040 540) rotate(10)")
    bucket = (
        shape("M-90-70H90L70 90H-70Z", SEA)
        + ellipse(0, -70, 92, 28, "#3B7483")
        + stroke("M-86-70C-70-190 70-190 86-70", INK, 9)
    )
    greens = (
        leaf(-30, -74, -70, 0.9)
        + leaf(20, -72, -110, 0.8, GREEN)
        + leaf(40, -74, -40, 0.7, LEAF)
        + circle(-50, -84, 24, CARROT)
    )
    drawn += piece(greens + bucket, "translate(130 730)")
    return framed(drawn, "#C9D7AE", 84)


def tools() -> str:
    drawn = planks("#7F9C92", "#78958B", 7)
    drawn += piece(box(90, 110, 1020, 46, WOOD, 10) + stroke("M110 134H1090", "#B57B43", 5))
    for x in (190, 350, 510, 690, 850, 1010):
        drawn += circle(x, 134, 13, DARK_WOOD)
    handle = stroke("M0 0V330", WOOD, 26)
    spade = (
        handle
        + stroke("M-44 0H44", RUST, 28)
        + shape("M-78 320H78V470C70 530 30 560 0 580C-30 560-70 530-78 470Z", STEEL)
        + stroke("M-78 326H78", "#7E8A8C", 14)
    )
    rake = handle + stroke("M0 320V440", WOOD, 26) + stroke("M-96 450H96", INK, 20)
    rake += "".join(stroke(f"M{x} 454V520", INK, 11) for x in range(-90, 91, 36))
    hoe = (
        handle
        + stroke("M0 320V460", WOOD, 26)
        + stroke("M0 450Q0 490 20 500", INK, 14)
        + shape("M-60 490H90L76 570H-46Z", STEEL)
    )
    for body, x in ((spade, 190), (rake, 350), (hoe, 510)):
        drawn += piece(body, f"translate({x} 160)")
    shears = stroke("M-26 160L30 330M26 160L-30 330", STEEL, 24) + circle(0, 238, 12, INK)
    shears += stroke("M-26 160C-40 100-40 60-14 10M26 160C40 100 40 60 14 10", TERRA, 26)
    drawn += piece(shears, "translate(690 146) scale(.88)")
    hat = circle(0, 0, 132, "#D9A94B") + circle(0, 0, 120, "#EBC574") + circle(0, 0, 66, "#D9A94B")
    hat += ring(0, 0, 66, TERRA, 16) + circle(0, 0, 50, "#EBC574")
    drawn += piece(hat, "translate(850 262) scale(.92)")
    glove = box(-46, 60, 92, 96, SAFFRON, 26) + stroke("M-40 90L-72 140", SAFFRON, 27)
    glove += "".join(
        stroke(f"M{x} 140V{end}", SAFFRON, 23)
        for x, end in ((-34, 196), (-11, 214), (12, 210), (34, 190))
    )
    glove += box(-50, 14, 100, 54, PINE, 10) + stroke("M0 14V-26", PINE, 8)
    drawn += piece(glove, "translate(1030 160) rotate(-6)")
    drawn += piece(
        box(610, 690, 520, 40, WOOD, 8)
        + box(650, 730, 30, 90, DARK_WOOD)
        + box(1060, 730, 30, 90, DARK_WOOD)
    )
    for x, size, fill, rim in ((690, 1.0, TERRA, RUST), (830, 0.8, "#C9774F", TERRA)):
        pot = shape("M-62-120H62L46 0H-46Z", fill) + box(-70, -134, 140, 30, rim, 6)
        sprigs = "".join(
            leaf(0, -130, turn, 1.2, colour)
            for turn, colour in ((-90, PINE), (-130, LEAF), (-50, GREEN))
        )
        drawn += piece(sprigs + pot, f"translate({x} 690) scale({size})")
    stacked = "".join(
        shape(f"M-54 {-90 - k * 26}H54L42 {-k * 26}H-42Z", (TERRA, "#B9673F")[k % 2])
        + box(-60, -100 - k * 26, 120, 24, (RUST, "#9C5236")[k % 2], 6)
        for k in range(4)
    )
    drawn += piece(stacked, "translate(980 690)")
    return framed(drawn, "#7F9C92", 85)


def beans() -> str:
    chance = random.Random(86)
    drawn = hills(
        "#DDEBEE", ["#B7D0B4", "#93B98B", "#7CA86F"], seed=21, sun=low_sun(180, 170, 80, "#FBEBBE")
    )
    drawn += piece(shape("M-40 900V640C300 610 800 620 1240 640V900Z", "#8DB073"))
    drawn += piece(
        shape("M40 880L150 690H1050L1160 880Z", EARTH)
        + sprinkled(chance, (600, 780, 90), 60, CLODS, 9)
    )
    drawn += "".join(
        circle(x, y, chance.randint(4, 9), chance.choice(CLODS))
        for x, y in ((chance.randint(140, 1060), chance.randint(710, 860)) for _ in range(90))
    )
    for x in (250, 480, 710, 940):
        poles = stroke(
            f"M{x - 80} 720L{x + 16} 200M{x + 80} 720L{x - 16} 200M{x} 740V210", WOOD, 12
        )
        drawn += piece(poles + stroke(f"M{x - 18} 240H{x + 18}", TERRA, 14))
        for lean in (-80, 0, 80):
            for step in range(7):
                share = step / 7
                at_x, at_y = x + lean * (1 - share * 1.1), 710 - share * 440
                turn = chance.choice((-160, -20)) + chance.randint(-30, 30)
                drawn += leaf(
                    round(at_x),
                    round(at_y),
                    turn,
                    0.62 + chance.random() * 0.3,
                    chance.choice([LEAF, GREEN, PINE]),
                )
        for dx, dy in ((-40, 600), (46, 540), (-20, 420), (28, 660), (10, 350)):
            pod = stroke("M0 0C10 26 8 60-4 86", (PLUM, "#A9CF6C")[x // 10 % 2], 13)
            drawn += piece(pod, f"translate({x + dx} {dy})")
        for dx, dy in ((-10, 300), (40, 470), (-56, 520)):
            drawn += "".join(
                circle(px, py, 8, (TERRA, WHITE)[x // 10 % 2])
                for px, py in around(x + dx, dy, 9, 4)
            )
    for x in range(120, 1120, 130):
        head = "".join(
            leaf(x, 850, turn, 0.62, (LEAF, GREEN, "#B5D39A")[turn % 3])
            for turn in range(0, 360, 45)
        )
        drawn += head + circle(x, 850, 15, "#CFE3B0")
    robin = (
        ellipse(0, 0, 34, 28, "#8E6B4A")
        + circle(22, -22, 22, "#8E6B4A")
        + ellipse(18, 2, 20, 22, CARROT)
        + circle(30, -26, 4, INK)
    )
    robin += (
        shape("M42-24l20 6-20 6Z", SAFFRON)
        + stroke("M-30 4l-36-12", "#7A583A", 12)
        + stroke("M0 26v18M10 26v18", INK, 5)
    )
    drawn += piece(robin, "translate(596 164) scale(1.15)") + piece(box(220, 214, 750, 14, WOOD, 7))
    return framed(drawn, "#DDEBEE", 86)
