"""Cut paper in SVG: a few shapes, a shadow under each piece, and the grain of a warm light."""

# ruff: noqa: S311 - chance only scatters pieces here, and must be repeatable.

import math
import random

CREAM, SAND, WHITE = "#FBF1DF", "#EED9B7", "#FFFBF3"
TERRA, RUST, ROSE, PLUM = "#C9552B", "#8E3417", "#E9A38C", "#6B2D4A"
SAFFRON, HONEY, STRAW = "#F2B233", "#F4C45A", "#EBB447"
PINE, LEAF, MINT = "#1E5B46", "#5E9A5B", "#BFD9B8"
SEA, NIGHT, INK = "#4F8FA3", "#223A4A", "#24302B"
GREEN, CARROT = "#7FB36A", "#E8863C"
WOOD, DARK_WOOD = "#C98F55", "#B57B43"

WIDTH, HEIGHT = 1200, 900
TURN = math.tau

_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900"><defs>
<filter id="g" x="0" y="0" width="100%" height="100%">
<feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="3" seed="{seed}"/>
<feColorMatrix values="0 0 0 0 .25  0 0 0 0 .18  0 0 0 0 .1  0 0 0 .55 -.17"/></filter>
<filter id="s" x="-20%" y="-20%" width="140%" height="140%">
<feDropShadow dx="6" dy="12" stdDeviation="9" flood-color="#3a1d08" flood-opacity=".28"/></filter>
<radialGradient id="v" cx=".35" cy=".25" r="1">
<stop offset="0" stop-color="#fff" stop-opacity=".28"/>
<stop offset=".55" stop-color="#fff" stop-opacity="0"/>
<stop offset="1" stop-color="#2a1406" stop-opacity=".22"/></radialGradient></defs>
<rect width="1200" height="900" fill="{ground}"/>{pieces}
<rect width="1200" height="900" fill="url(#v)"/>
<rect width="1200" height="900" filter="url(#g)" opacity=".55"/></svg>"""


def framed(pieces: str, ground: str, seed: int) -> str:
    """The finished picture: light from the top left, and a grain that differs by `seed`."""
    return _FRAME.format(pieces=pieces, ground=ground, seed=seed)


def circle(x: float, y: float, r: float, fill: str, extra: str = "") -> str:
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.0f}" fill="{fill}" {extra}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, extra: str = "") -> str:
    return f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{rx:.0f}" ry="{ry:.0f}" fill="{fill}" {extra}/>'


def box(x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" rx="{radius:.0f}"'
    return f'<rect x="{x:.0f}" y="{y:.0f}" {size} fill="{fill}"/>'


def shape(outline: str, fill: str, extra: str = "") -> str:
    return f'<path d="{outline}" fill="{fill}" {extra}/>'


def stroke(course: str, colour: str, width: float, extra: str = "") -> str:
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return (
        f'<path d="{course}" fill="none" stroke="{colour}" stroke-width="{width}" {ends} {extra}/>'
    )


def ring(x: float, y: float, r: float, colour: str, width: float, extra: str = "") -> str:
    return circle(x, y, r, "none", f'stroke="{colour}" stroke-width="{width}" {extra}')


SHADOW = 'filter="url(#s)"'


def piece(body: str, placed: str = "", *, shadow: bool = True) -> str:
    """Shapes cut from one sheet: they move together and throw one shadow."""
    return f'<g transform="{placed}" {SHADOW if shadow else ""}>{body}</g>'


def around(x: float, y: float, r: float, count: int, start: float = 0) -> list[tuple[float, float]]:
    """Points on a circle, evenly spaced; `start` in radians."""
    angles = (start + i * TURN / count for i in range(count))
    return [(x + math.cos(angle) * r, y + math.sin(angle) * r) for angle in angles]


def scattered(
    chance: random.Random, x: float, y: float, r: float, count: int
) -> list[tuple[float, float]]:
    """Points spread evenly over a disc."""
    spots = ((chance.random() * TURN, math.sqrt(chance.random()) * r) for _ in range(count))
    return [(x + math.cos(angle) * far, y + math.sin(angle) * far) for angle, far in spots]


def leaf(x: float, y: float, degrees: float, scale: float = 1, fill: str = LEAF) -> str:
    body = shape("M0 0C20-34 62-38 92-4C60 22 22 24 0 0Z", fill)
    vein = stroke("M6 0C34-6 60-8 84-4", PINE, 3)
    return piece(body + vein, f"translate({x} {y}) rotate({degrees}) scale({scale})")


def tomato(x: float, y: float, r: float) -> str:
    shine = f"M{-r * 0.6:.0f} {-r * 0.3:.0f}A{r * 0.7:.0f} {r * 0.7:.0f} 0 0 1 0 {-r * 0.72:.0f}"
    stalk = (f"M0 0L{dx:.0f} {dy:.0f}" for dx, dy in around(0, 0, r * 0.5, 5, 0.3))
    body = circle(0, 0, r, TERRA) + stroke(shine, ROSE, r * 0.14)
    return piece(
        body + "".join(stroke(course, PINE, r * 0.14) for course in stalk), f"translate({x} {y})"
    )


def planks(one: str, other: str, count: int = 6) -> str:
    each = HEIGHT / count
    return "".join(box(0, i * each, WIDTH, each + 1, one if i % 2 else other) for i in range(count))


def cloth(
    x: float, y: float, degrees: float, fill: str, stripe: str, size: tuple[int, int] = (520, 520)
) -> str:
    width, height = size
    upright = (
        f'<rect x="{at}" width="14" height="{height}" fill="{stripe}" opacity=".55"/>'
        for at in range(30, width, 74)
    )
    level = (
        f'<rect y="{at}" width="{width}" height="14" fill="{stripe}" opacity=".4"/>'
        for at in range(30, height, 74)
    )
    body = box(0, 0, width, height, fill, 8) + "".join(upright) + "".join(level)
    return piece(body, f"translate({x} {y}) rotate({degrees})")


def hills(sky: str, slopes: list[str], *, seed: int, sun: str = "") -> str:
    """A sky, whatever shines in it (`sun`, drawn by the caller), and slopes from far to near."""
    chance = random.Random(seed)
    drawn = box(0, 0, WIDTH, HEIGHT, sky) + sun
    for depth, colour in enumerate(slopes):
        y = 400 + depth * 130
        at_x, at_y = -40, y + chance.randint(-40, 50)
        outline = f"M-40 900V{at_y}"
        for x in range(200, 1300, 260):
            to_y = y + chance.randint(-70, 60)
            outline += f"C{at_x + 130} {at_y} {x - 130} {to_y} {x} {to_y}"
            at_x, at_y = x, to_y
        drawn += piece(shape(outline + "V900Z", colour))
    return drawn


def low_sun(x: float, y: float, r: float, colour: str) -> str:
    return circle(x, y, r * 1.7, colour, 'opacity=".25"') + circle(x, y, r, colour)


def bowl(x: float, y: float, r: float, rim: str, inside: str) -> str:
    """A bowl or a plate with a rim, seen from above."""
    return piece(circle(x, y, r, rim) + circle(x, y, r * 0.84, inside))


def lemon_slice(x: float, y: float, r: float) -> str:
    pips = (
        stroke(f"M0 0L{dx:.0f} {dy:.0f}", "#FBE3A6", r * 0.05)
        for dx, dy in around(0, 0, r * 0.74, 9)
    )
    body = circle(0, 0, r, SAFFRON) + circle(0, 0, r * 0.82, "#F7C95F") + "".join(pips)
    return piece(body, f"translate({x:.0f} {y:.0f})")


def blob(chance: random.Random, x: float, y: float, r: float, fill: str, extra: str = "") -> str:
    """A round thing that no machine made."""
    spots = [
        (x + math.cos(a) * r * size, y + math.sin(a) * r * size)
        for a, size in ((i * TURN / 7, chance.uniform(0.78, 1.14)) for i in range(7))
    ]
    middles = [
        ((x1 + x2) / 2, (y1 + y2) / 2)
        for (x1, y1), (x2, y2) in zip(spots, spots[1:] + spots[:1], strict=True)
    ]
    outline = f"M{middles[-1][0]:.0f} {middles[-1][1]:.0f}"
    for (x1, y1), (x2, y2) in zip(spots, middles, strict=True):
        outline += f"Q{x1:.0f} {y1:.0f} {x2:.0f} {y2:.0f}"
    return shape(outline + "Z", fill, extra)


def sprinkled(
    chance: random.Random, at: tuple[float, float, float], count: int, fills: list[str], size: float
) -> str:
    """Crumbs, grains or herbs over a disc (x, y, r)."""
    return "".join(
        circle(x, y, chance.uniform(size * 0.6, size), chance.choice(fills))
        for x, y in scattered(chance, *at, count)
    )
