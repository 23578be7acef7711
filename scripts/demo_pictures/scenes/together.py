"""People who train alone or together: on the road, in the park, in a living room, in the sea."""

# ruff: noqa: E501, S311 - an outline is one string; chance only scatters pieces here, by seed.

import random

from paper import (
    CREAM,
    DARK_WOOD,
    GREEN,
    HEIGHT,
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
    TERRA,
    WHITE,
    WIDTH,
    around,
    box,
    circle,
    ellipse,
    framed,
    hills,
    leaf,
    low_sun,
    piece,
    ring,
    shape,
    stroke,
)

LIGHT_WOOD, LAMP = "#C98F55", "#F4C45A"


def cycling() -> str:
    drawn = hills(
        "#DCEBE6", ["#A9C7B0", "#7FAE86", "#4E8560"], seed=5, sun=low_sun(250, 220, 100, "#F7E2A4")
    )
    drawn += piece(shape("M-40 900V760C260 700 640 720 1240 640V900Z", "#D9CDB8"))
    drawn += stroke("M-20 840C300 780 640 800 1240 730", WHITE, 10, 'stroke-dasharray="70 60"')
    for x, y, size in ((1050, 600, 1), (1130, 590, 0.7), (130, 690, 0.8)):
        poplar = (
            box(-8, -10, 16, 60, "#6A4328")
            + ellipse(0, -120, 44, 130, PINE)
            + ellipse(-10, -130, 26, 100, "#2F6E57")
        )
        drawn += piece(poplar, f"translate({x} {y}) scale({size})")
    wheel = ring(0, 0, 106, NIGHT, 14) + ring(0, 0, 92, SAND, 4)
    wheel += "".join(
        stroke(f"M0 0L{x:.0f} {y:.0f}", "#8A9499", 3) for x, y in around(0, 0, 92, 14)
    ) + circle(0, 0, 14, NIGHT)
    skin = "#8A5234"
    bike = (
        f'<g transform="translate(-180 0)">{wheel}</g><g transform="translate(190 0)">{wheel}</g>'
    )
    bike += stroke(
        "M-180 0L-30 10L-90-130L120-140L-30 10M-90-130L-180 0M120-140L190 0M120-140L108-186",
        TERRA,
        15,
    )
    bike += (
        stroke("M108-186q40-10 54 14", NIGHT, 14)
        + stroke("M-104-168h64", NIGHT, 20)
        + stroke("M-90-130l-8-34", NIGHT, 12)
    )
    bike += (
        ring(-30, 10, 24, NIGHT, 9)
        + stroke("M-30 10l30 44", NIGHT, 10)
        + stroke("M-18 58h40", NIGHT, 12)
    )
    basket = (
        box(120, -150, 110, 74, "#C98F55", 12)
        + stroke("M126-126H224M126-102H224", DARK_WOOD, 6)
        + leaf(150, -150, -60, 0.8)
        + leaf(180, -150, -100, 0.7, GREEN)
    )
    rider = stroke("M-72-190L36-104L4 40", PLUM, 46) + stroke("M4 44l36 6", CREAM, 26)
    rider += (
        stroke("M-66-190L-6-330", SAFFRON, 76)
        + stroke("M-4-326L64-236L128-196", skin, 26)
        + stroke("M-6-330L40-262", SAFFRON, 34)
    )
    rider += circle(30, -412, 42, skin) + stroke("M10-376l-8 30", skin, 26)
    rider += (
        shape("M-24-414C-26-480 88-484 88-414C60-436 10-436-24-414Z", SEA)
        + stroke("M-10-440C10-464 60-464 76-438", WHITE, 8)
        + stroke("M46-380q14 8 22-2", "#5A2E17", 5)
    )
    rider += shape("M-16-420C-40-380-60-372-84-376C-60-396-40-420-20-440Z", "#2A1B14")
    return framed(
        drawn
        + piece(bike + basket, "translate(560 700) scale(1.02)")
        + piece(rider, "translate(560 700) scale(1.02)"),
        "#DCEBE6",
        71,
    )


def stretching() -> str:
    drawn = (
        box(0, 0, WIDTH, 640, "#E9CDB4")
        + box(0, 630, WIDTH, 280, "#C99A6B")
        + box(0, 622, WIDTH, 16, "#F3E3CF")
    )
    drawn += "".join(
        stroke(f"M{x} 640L{x * 1.5 - 300:.0f} 900", "#BC8C5D", 5) for x in range(0, 1300, 120)
    )
    window = (
        box(0, 0, 400, 420, WHITE, 16)
        + box(24, 24, 352, 372, "#BFDDE2", 6)
        + circle(270, 130, 60, "#FBE6B0")
        + shape("M24 300C120 230 200 300 376 240V396H24Z", "#8DB08A")
        + shape("M24 340C160 300 240 360 376 320V396H24Z", "#5E8F6A")
        + stroke("M200 20V400M20 210H380", WHITE, 16)
    )
    drawn += piece(window, "translate(90 90)")
    pot = shape("M-70 0H70L50 130H-50Z", TERRA) + box(-80, -20, 160, 40, RUST, 8)
    drawn += "".join(
        leaf(1050, 560, turn, size, fill)
        for turn, size, fill in (
            (-90, 3.6, PINE),
            (-120, 3.2, LEAF),
            (-60, 3.2, GREEN),
            (-150, 2.6, PINE),
            (-30, 2.6, LEAF),
        )
    )
    drawn += piece(pot, "translate(1050 560)")
    drawn += piece(
        box(560, 120, 220, 260, CREAM, 6)
        + box(584, 144, 172, 212, MINT)
        + circle(670, 250, 56, TERRA)
        + shape("M584 300C640 260 700 330 756 280V356H584Z", PINE)
    )
    drawn += piece(box(170, 760, 820, 44, PLUM, 22) + stroke("M190 770H970", "#8A4668", 6))
    skin, hair = "#E0B08A", "#8E3417"
    person = stroke("M-40 20L-250 60L-330 54", NIGHT, 58) + stroke(
        "M20 26L230 66L300 60", NIGHT, 58
    )
    person += stroke("M-330 54l-30-14M300 60l34-14", skin, 30)
    person += stroke("M-4 0C0-80 40-130 90-168", SEA, 92)
    person += stroke("M90-170C150-250 250-250 330-150", skin, 28) + stroke(
        "M66-150C120-60 190-20 236 20", skin, 28
    )
    person += (
        circle(160, -236, 46, skin)
        + shape("M112-246C110-320 220-316 208-232C190-262 150-270 112-246Z", hair)
        + circle(150, -300, 26, hair)
    )
    person += stroke("M168-212q14 6 24-6", "#8A4A2C", 5)
    drawn += piece(person, "translate(540 720) scale(1.12)")
    for x, fill in ((130, SAFFRON), (1010, ROSE)):
        drawn += piece(
            box(x - 50, 700, 100, 64, fill, 10) + stroke(f"M{x - 50} 732H{x + 50}", WHITE, 4)
        )
    return framed(drawn, "#E9CDB4", 72)


def parkbars() -> str:
    chance = random.Random(73)
    drawn = box(0, 0, WIDTH, HEIGHT, "#F3DFC0") + low_sun(960, 190, 96, "#FBE6B0")
    for x, y, r, fill in (
        (80, 360, 190, "#A9C08A"),
        (300, 310, 150, "#96B37C"),
        (560, 350, 170, "#A9C08A"),
        (840, 330, 190, "#96B37C"),
        (1120, 350, 190, "#A9C08A"),
    ):
        drawn += piece(
            circle(x, y, r, fill)
            + circle(x + 90, y + 70, r * 0.7, fill)
            + circle(x - 90, y + 80, r * 0.7, fill)
        )
        drawn += box(x - 14, y + 90, 28, 160, "#7A5334")
    drawn += piece(shape("M-40 560C300 520 800 560 1240 530V900H-40Z", "#7FA36B"))
    for _ in range(80):
        x, y = chance.randint(0, 1200), chance.randint(580, 890)
        drawn += stroke(f"M{x} {y}q4-14 {chance.randint(-8, 10)} -20", "#6E9360", 5)
    drawn += piece(
        stroke("M150 800V250M500 800V250", "#2F4A58", 26) + stroke("M130 260H520", "#2F4A58", 22)
    )
    drawn += piece(ellipse(800, 800, 300, 44, SAND))
    skin = "#6E4128"
    hanging = stroke("M-50-190L-58-90L-22-20M50-190L58-90L22-20", skin, 30)
    hanging += (
        stroke("M0-10V140", TERRA, 92)
        + stroke("M-22 130L-40 240L-90 300", NIGHT, 44)
        + stroke("M22 130L34 240L-10 310", NIGHT, 44)
    )
    hanging += (
        stroke("M-92 304l-26 14M-12 314l-26 14", WHITE, 26)
        + circle(0, -76, 44, skin)
        + shape("M-44-84C-44-136 44-136 44-84C20-100-20-100-44-84Z", "#1D1512")
    )
    drawn += piece(hanging, "translate(325 450)")
    pale = "#E0B08A"
    squat = stroke("M-10 0L96 30L60 170", PLUM, 50) + stroke("M-20 10L70 60L20 176", "#57213D", 50)
    squat += stroke("M60 174h44M20 180h44", WHITE, 24) + stroke("M-14 4L56-130", SAFFRON, 86)
    squat += (
        stroke("M56-126L150-130L220-140", pale, 26)
        + circle(96, -214, 44, pale)
        + stroke("M76-170l-8 20", pale, 28)
    )
    squat += (
        shape("M48-220C46-284 152-280 142-206C120-236 80-240 48-220Z", "#5A2E17")
        + stroke("M52-236C10-230 4-190 10-160", "#5A2E17", 24)
        + stroke("M106-190q12 4 20-6", "#8A4A2C", 5)
    )
    drawn += piece(squat, "translate(790 614) scale(1.05)")
    bell = ring(0, -52, 30, NIGHT, 16) + circle(0, 10, 54, NIGHT) + circle(-14, -4, 14, "#4A6373")
    return framed(
        drawn + piece(bell, "translate(1060 780)") + piece(bell, "translate(1150 800) scale(.8)"),
        "#F3DFC0",
        73,
    )


def chairs() -> str:
    drawn = (
        box(0, 0, WIDTH, 660, "#BFD5CB")
        + box(0, 652, WIDTH, 260, "#B98A5C")
        + box(0, 644, WIDTH, 16, "#DDEBE4")
    )
    drawn += piece(
        ellipse(600, 800, 520, 76, TERRA)
        + ellipse(600, 798, 470, 62, "#D96C40")
        + ellipse(600, 796, 400, 50, TERRA)
    )
    curtain = shape("M0 0H90C80 160 110 300 60 470H0Z", ROSE) + stroke(
        "M30 0C30 160 40 300 20 470M60 0C56 160 80 300 44 460", "#D98A72", 6
    )
    drawn += piece(
        box(380, 60, 440, 400, WHITE, 14)
        + box(404, 84, 392, 352, "#DDEFF2", 4)
        + circle(690, 190, 54, "#FBE6B0")
        + shape("M404 340C500 280 620 350 796 300V436H404Z", "#8DB08A")
        + stroke("M600 70V450", WHITE, 14)
    )
    drawn += piece(curtain, "translate(330 40)") + piece(curtain, "translate(870 40) scale(-1 1)")

    def seated(skin: str, hair: str, top: str, legs: str, arms: tuple[str, str]) -> str:
        chair = (
            stroke("M-104 200V60M104 200V60M-30 180V70M30 180V70", DARK_WOOD, 20)
            + box(-122, 34, 244, 40, DARK_WOOD, 14)
            + box(-100, -176, 200, 120, LIGHT_WOOD, 20)
            + stroke("M-96 40V-170M96 40V-170", DARK_WOOD, 20)
        )
        body = stroke("M-24 14L-68 60M24 14L68 60", legs, 66) + stroke(
            "M-70 66L-62 176M70 66L62 176", legs, 46
        )
        body += stroke("M-62 186h-30M62 186h30", INK, 28)
        body += stroke("M0 0V-130", top, 118) + "".join(stroke(arm, skin, 28) for arm in arms)
        body += (
            circle(0, -242, 48, skin)
            + shape("M-50-244C-60-316 60-316 50-244C40-276-40-276-50-244Z", hair)
            + stroke("M-12-222q12 10 24 0", "#8A4A2C", 5)
            + circle(-16, -244, 5, INK)
            + circle(16, -244, 5, INK)
        )
        return chair + body

    up = ("M-54-160C-130-200-130-300-70-360", "M54-160C130-200 130-300 70-360")
    wide = ("M-54-160C-120-150-160-190-190-250", "M54-160C120-150 160-190 190-250")
    drawn += piece(seated("#A9683F", "#E4DFD2", SEA, NIGHT, wide), "translate(260 600) scale(.94)")
    drawn += piece(
        seated("#E0B08A", "#F3EEE4", PLUM, "#3F4A50", up), "translate(620 640) scale(1.05)"
    )
    drawn += piece(
        seated("#D9A074", "#8A8474", PINE, "#5A3A26", wide), "translate(960 600) scale(.94)"
    )
    return framed(drawn, "#BFD5CB", 74)


def riverside() -> str:
    chance = random.Random(75)
    drawn = box(0, 0, WIDTH, HEIGHT, "#F2C6A0") + low_sun(300, 240, 90, "#FBE6B0")
    x = -20
    for i in range(13):
        width, height = chance.randint(84, 128), chance.randint(150, 300)
        fill = ("#C9552B", "#EED9B7", "#E9A38C", "#FBF1DF", "#B5713A", "#D98A62")[i % 6]
        house = box(x, 520 - height, width, height + 10, fill)
        house += shape(
            f"M{x - 8} {522 - height}L{x + width / 2:.0f} {470 - height}L{x + width + 8} {522 - height}Z",
            RUST if i % 2 else "#5F4A4F",
        )
        for row in range(height // 80):
            for column in range(2):
                house += box(
                    x + 16 + column * (width - 56),
                    546 - height + row * 76,
                    24,
                    40,
                    "#2F4A58" if (row + column + i) % 4 else LAMP,
                    4,
                )
        drawn += piece(house)
        x += width - 2
    tower = (
        box(700, 150, 84, 380, "#EED9B7")
        + shape("M690 152L742 20L794 152Z", "#4E6F7A")
        + circle(742, 220, 24, WHITE)
        + stroke("M742 204V220H754", INK, 5)
        + box(726, 300, 32, 60, "#2F4A58", 16)
    )
    drawn += piece(tower)
    drawn += box(0, 524, WIDTH, 130, "#5E98A6") + "".join(
        stroke(
            f"M{chance.randint(0, 1150)} {chance.randint(540, 640)}h{chance.randint(30, 90)}",
            "#9CC7CC",
            6,
        )
        for _ in range(34)
    )
    bridge = shape(
        "M820 524C900 440 1100 440 1240 470V524H1180C1160 490 1100 490 1080 524H1000C980 490 920 490 900 524Z",
        "#B59A78",
    )
    drawn += (
        piece(bridge)
        + piece(shape("M-40 650H1240V900H-40Z", "#D9CDB8"))
        + box(0, 650, WIDTH, 20, "#B9AB92")
    )
    drawn += "".join(stroke(f"M{k * 120} 672V900", "#CFC1A8", 4) for k in range(11))
    for skin, hair, top, legs, at, size in (
        ("#8A5234", "#1D1512", TERRA, NIGHT, (440, 700), 1.0),
        ("#E0B08A", "#8E3417", PINE, PLUM, (680, 716), 1.04),
    ):
        runner = stroke("M0 0L-46 70L-112 84", legs, 38) + stroke("M4 0L60 54L44 134", legs, 38)
        runner += (
            stroke("M44 136l36 4", WHITE, 24)
            + stroke("M-112 84l-8 32", WHITE, 24)
            + stroke("M0 0L18-110", top, 66)
        )
        runner += stroke("M16-100L-46-62L-64-4", skin, 24) + stroke(
            "M22-100L78-60L122-96", skin, 24
        )
        runner += (
            circle(40, -180, 40, skin)
            + shape("M-2-184C-4-244 86-240 82-176C60-204 30-206-2-184Z", hair)
            + circle(-12, -206, 20, hair)
        )
        drawn += piece(runner, f"translate({at[0]} {at[1]}) scale({size})")
    lamp = (
        stroke("M0 0V-330", NIGHT, 16)
        + box(-34, -410, 68, 84, "#FBE6B0", 10)
        + stroke("M-40-326H40M-40-412H40", NIGHT, 12)
    )
    return framed(drawn + piece(lamp, "translate(1080 840)"), "#F2C6A0", 75)


def mountains() -> str:
    chance = random.Random(76)
    drawn = box(0, 0, WIDTH, HEIGHT, "#CFE0E4") + low_sun(880, 190, 96, "#FBE9C0")
    for outline, fill, snow in (
        (
            "M-40 640L180 300L330 450L560 190L780 470L900 340L1240 660V900H-40Z",
            "#8FAFBC",
            "M560 190L648 302L600 290L566 330L530 296L488 274Z",
        ),
        (
            "M-40 760L120 520L300 650L520 430L720 640L960 420L1240 700V900H-40Z",
            "#5E8796",
            "M520 430L600 512L556 506L520 540L484 504L452 500ZM960 420L1046 504L1000 502L962 536L924 496L892 494Z",
        ),
    ):
        drawn += piece(shape(outline, fill)) + shape(snow, WHITE)
    for x, y, width in ((200, 240, 150), (1020, 320, 130), (420, 150, 110)):
        drawn += piece(
            ellipse(x, y, width, 34, WHITE) + ellipse(x + 40, y - 24, width * 0.5, 34, WHITE)
        )
    drawn += piece(shape("M-40 760C200 660 420 760 640 720S1040 640 1240 700V900H-40Z", "#6F9A6B"))
    for _ in range(26):
        x, y = chance.randint(-20, 1220), chance.randint(730, 780)
        fir = "".join(
            shape(
                f"M0 {-120 + k * 32}L{30 + k * 10} {-60 + k * 34}H{-30 - k * 10}Z",
                chance.choice([PINE, "#2F6E57"]),
            )
            for k in range(3)
        )
        if not 360 < x < 860:
            drawn += piece(fir, f"translate({x} {y}) scale({chance.uniform(0.6, 1):.2f})")
    drawn += piece(shape("M-40 900C160 800 480 770 660 800S1060 860 1240 830V900Z", "#4E7D57"))
    drawn += stroke("M380 910C440 860 520 840 600 820", "#E9CFA0", 46)
    for skin, jacket, pack, cap, at, size in (
        ("#D9A074", SAFFRON, TERRA, RUST, (560, 640), 1.0),
        ("#8A5234", PLUM, PINE, SEA, (720, 664), 0.9),
    ):
        hiker = stroke("M-4 0L-40 90L-60 176M6 0L50 80L48 172", NIGHT, 40) + stroke(
            "M-64 180h40M44 178h40", RUST, 26
        )
        hiker += (
            box(-72, -136, 74, 130, pack, 26)
            + stroke("M0-4L16-110", jacket, 74)
            + stroke("M20-96L74-50L96-66", jacket, 28)
        )
        hiker += (
            stroke("M98-80L132 170", INK, 8)
            + circle(98, -66, 13, skin)
            + circle(32, -184, 40, skin)
        )
        hiker += shape("M-10-188C-10-244 76-244 74-190L104-184C70-198 30-202-10-188Z", cap)
        drawn += piece(hiker, f"translate({at[0]} {at[1]}) scale({size})")
    for x, y in ((140, 850), (240, 870), (940, 850), (1060, 868), (1130, 846)):
        drawn += piece(
            "".join(circle(px, py, 11, WHITE) for px, py in around(x, y, 14, 6))
            + circle(x, y, 9, SAFFRON)
        )
    return framed(drawn, "#CFE0E4", 76)


def sea() -> str:
    chance = random.Random(77)
    drawn = box(0, 0, WIDTH, 330, "#F6DDB8") + low_sun(620, 190, 84, "#FBE9C0")
    for i, fill in enumerate(("#3F8C9C", "#4F9DAB", "#5FADB8", "#74BCC4")):
        drawn += box(0, 310 + i * 130, WIDTH, 240, fill)
        drawn += "".join(
            stroke(
                f"M{chance.randint(0, 1150)} {chance.randint(330 + i * 130, 430 + i * 130)}q24-14 48 0t48 0",
                "#C9E6E6",
                5,
                'opacity=".8"',
            )
            for _ in range(9)
        )
    drawn += piece(
        shape(
            "M-40 560V120L60 90L120 180L210 160L260 280L330 300L360 420C260 470 120 540-40 560Z",
            "#EADBC3",
        )
        + shape("M60 90L120 180L100 320L20 460L-40 480V120Z", "#D8C3A1")
        + shape("M210 160L260 280L220 400L150 440L190 280Z", "#D8C3A1")
    )
    drawn += piece(
        shape(
            "M1240 500V60L1130 120L1080 240L980 260L930 380C1030 440 1140 480 1240 500Z", "#EADBC3"
        )
        + shape("M1130 120L1080 240L1110 360L1180 430L1160 260Z", "#D8C3A1")
    )
    for x, y in ((70, 150), (180, 210), (270, 300), (1150, 160), (1030, 290), (20, 300)):
        drawn += piece(
            circle(x, y, 34, PINE)
            + circle(x + 30, y + 8, 26, LEAF)
            + circle(x - 24, y + 10, 24, "#2F6E57")
        )
    boat = (
        shape("M-90 0H90C80 40 50 56 0 56C-50 56-80 40-90 0Z", TERRA)
        + box(-90, -4, 180, 14, WHITE)
        + stroke("M0 0V-190", DARK_WOOD, 9)
        + shape("M8-186C70-140 90-70 84-16H8Z", CREAM)
        + shape("M-8-160C-50-120-66-60-62-16H-8Z", SAFFRON)
    )
    drawn += piece(boat, "translate(800 350) scale(.8)")
    for x, y, size, skin, cap in (
        (420, 660, 1.1, "#C98A5E", SAFFRON),
        (760, 740, 0.9, "#8A5234", ROSE),
    ):
        swimmer = shape("M-230 26C-120-20 60-24 120 6C80 40-120 50-230 26Z", NIGHT) + stroke(
            "M110 0C150-80 220-100 270-40", skin, 34
        )
        swimmer += circle(150, 0, 46, skin) + shape(
            "M112 24A46 46 0 0 1 112-30C140-58 196-40 196-4C170 2 150 20 148 44C132 44 120 36 112 24Z",
            cap,
        )
        swimmer += (
            ellipse(-150, -16, 60, 34, "#E8863C")
            + stroke("M-190-16H-110", "#F6B579", 8)
            + shape(
                "M-270 40C-160 16 120 24 320 44C200 84-140 84-270 40Z", "#74BCC4", 'opacity=".85"'
            )
        )
        swimmer += stroke("M-250 56q30-16 60 0t60 0M180 50q26-14 52 0t50 0", WHITE, 7)
        drawn += piece(swimmer, f"translate({x} {y}) scale({size})")
    return framed(drawn, "#4F9DAB", 77)
