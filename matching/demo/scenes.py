"""Pictures of invented homes, drawn by this code: a front door, a kitchen table, a garden, a bedroom, a settee.

Each scene takes a sheet and its colours and draws in the sheet's own coordinates, 0 to 1500 across and 0 to 1000 down.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1500, 1000
SHOWN = (1050, 700)
"""The size a drawing is kept at: drawn larger and made smaller, so that edges are smooth."""

LEAVES = ("#5f8f52", "#77a862", "#4c7a45")
FLOWERS = ("#e76f51", "#f4a6b7", "#ffd166", "#b58bc9", "#fffaf2")

Colour = str | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Palette:
    """One home's colours."""

    door: str
    wall: str
    stone: str
    cloth: str
    accent: str
    wood: str
    sky: tuple[str, str]


PALETTES = (
    Palette("#e0a526", "#f3e3c8", "#b9a88f", "#c8553d", "#5b8e7d", "#a9744f", ("#9fc9e8", "#fdeccb")),
    Palette("#3f6c8f", "#efe6dd", "#a59c94", "#7d9d6c", "#d98e73", "#8f6a4a", ("#86b7dd", "#f7f1de")),
    Palette("#4f7d53", "#f7ead7", "#c29a7c", "#b5838d", "#e3b23c", "#b07d52", ("#a9d1ec", "#fff1d6")),
    Palette("#9c3d3d", "#e9eee6", "#9aa09a", "#5f7fa6", "#e7a977", "#96714f", ("#b4c9df", "#fbe3cf")),
    Palette("#6a4c7d", "#f6e9ea", "#b08f86", "#d9a05b", "#6c9a8b", "#a5734b", ("#93c0e4", "#fcefd9")),
    Palette("#2f7f86", "#f4efe2", "#bcae9b", "#d0745b", "#f0c05a", "#9d7350", ("#8fc3e6", "#fdf3dd")),
)


class Sheet:
    """A sheet to draw on, with a few shapes that scenes share."""

    def __init__(self, rng: Random, palette: Palette) -> None:
        self.rng, self.palette = rng, palette
        self.image = Image.new("RGB", (WIDTH, HEIGHT), palette.wall)
        self.draw = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, width: float, height: float, fill: Colour, radius: float = 0) -> None:
        """A box from its upper left corner, its corners perhaps round."""
        self.draw.rounded_rectangle((x, y, x + width, y + height), radius, fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour, flat: float = 1.0) -> None:
        """A disc about its middle, perhaps pressed flat."""
        self.draw.ellipse((x - radius, y - radius * flat, x + radius, y + radius * flat), fill)

    def shape(self, points: Sequence[tuple[float, float]], fill: Colour) -> None:
        """Any shape, by its corners."""
        self.draw.polygon(list(points), fill)

    def fade(self, x: int, y: int, width: int, height: int, top: str, bottom: str) -> None:
        """A box that fades from one colour to another on its way down."""
        ramp = Image.linear_gradient("L").resize((width, height))
        upper, lower = (Image.new("RGB", (width, height), colour) for colour in (top, bottom))
        self.image.paste(Image.composite(lower, upper, ramp), (x, y))

    def shade(self, colour: str, by: float) -> tuple[int, ...]:
        """A colour made lighter (above 0) or darker (below)."""
        towards = 255 if by > 0 else 0
        return tuple(round(part + (towards - part) * abs(by)) for part in ImageColor.getrgb(colour))

    def window(self, x: int, y: int, width: int, height: int, hills: bool = True) -> None:
        """A window with the weather and perhaps the fells in it."""
        self.box(x - 18, y - 18, width + 36, height + 36, "#fffaf2", 8)
        self.fade(x, y, width, height, *self.palette.sky)
        if hills:
            low, high = y + height * 0.72, y + height * 0.45
            self.shape(
                [(x, low), (x + width * 0.3, high), (x + width * 0.6, low - 20), (x + width * 0.8, high + 25),
                 (x + width, low), (x + width, y + height), (x, y + height)], "#8fae8b",
            )  # fmt: skip
            self.box(x, y + height * 0.82, width, height * 0.18, "#a9c48f")
        self.box(x + width / 2 - 6, y, 12, height, "#fffaf2")
        self.box(x, y + height / 2 - 6, width, 12, "#fffaf2")
        self.box(x - 30, y + height + 18, width + 60, 20, self.shade(self.palette.wood, 0.3), 4)

    def pot(self, x: float, y: float, size: float, flower: str) -> None:
        """A flower pot standing at a point."""
        self.shape(
            [
                (x - size * 0.5, y - size * 0.7),
                (x + size * 0.5, y - size * 0.7),
                (x + size * 0.36, y),
                (x - size * 0.36, y),
            ],
            "#c5714a",
        )
        for _ in range(14):
            at = (x + self.rng.uniform(-0.55, 0.55) * size, y - size * self.rng.uniform(0.75, 1.5))
            self.disc(*at, size * 0.17, self.rng.choice(LEAVES))
        for _ in range(7):
            at = (x + self.rng.uniform(-0.5, 0.5) * size, y - size * self.rng.uniform(0.85, 1.5))
            self.disc(*at, size * 0.11, flower)

    def mug(self, x: float, y: float, fill: str) -> None:
        """A mug standing at a point."""
        self.draw.ellipse((x + 22, y - 50, x + 62, y - 12), outline=fill, width=10)
        self.box(x - 32, y - 66, 64, 66, fill, 10)
        self.disc(x, y - 64, 30, "#7a4a2b", 0.28)

    def glow(self, x: float, y: float, radius: int) -> None:
        """Warm light about a point."""
        light = Image.new("L", (WIDTH, HEIGHT), 0)
        ImageDraw.Draw(light).ellipse((x - radius, y - radius, x + radius, y + radius), 90)
        light = (
            light.resize((WIDTH // 8, HEIGHT // 8))
            .filter(ImageFilter.GaussianBlur(radius / 24))
            .resize((WIDTH, HEIGHT))
        )
        self.image.paste(Image.new("RGB", (WIDTH, HEIGHT), "#ffe2a0"), mask=light)


# --- scenes ----------------------------------------------------------------------------------------------------------------


def front_door(sheet: Sheet) -> None:
    """A stone wall, a door in its own colour, steps and flower pots."""
    palette, rng = sheet.palette, sheet.rng
    for row in range(0, 860, 62):
        x = -rng.randint(0, 120)
        while x < WIDTH:
            wide = rng.randint(110, 210)
            sheet.box(x, row, wide - 7, 55, sheet.shade(palette.stone, rng.uniform(-0.12, 0.22)), 9)
            x += wide
    sheet.box(0, 860, WIDTH, 140, "#b8b2a7")
    for step, wide in enumerate((620, 520)):
        sheet.box(560 - wide / 2, 900 - step * 42, wide, 44, sheet.shade("#cfc8bb", -0.05 * step), 6)
    sheet.box(390, 150, 340, 710, "#fffaf2", 10)
    sheet.box(415, 178, 290, 682, palette.door, 6)
    for x, y, wide, high in ((445, 420, 100, 180), (575, 420, 100, 180), (445, 640, 100, 180), (575, 640, 100, 180)):
        sheet.box(x, y, wide, high, sheet.shade(palette.door, -0.16), 6)
        sheet.box(x + 8, y + 8, wide - 16, high - 16, sheet.shade(palette.door, 0.1), 4)
    sheet.fade(445, 215, 230, 150, *palette.sky)
    sheet.box(555, 215, 10, 150, sheet.shade(palette.door, -0.16))
    sheet.disc(685, 545, 13, "#e9c46a")
    sheet.box(520, 380, 80, 18, "#e9c46a", 8)
    sheet.window(920, 260, 380, 340, hills=False)
    for place in range(5):
        sheet.pot(960 + place * 75, 690, 60, rng.choice(("#e76f51", "#f4a6b7", "#ffd166")))
    sheet.box(905, 655, 410, 46, palette.wood, 6)
    for x in (300, 820):
        sheet.pot(x, 905, 130, rng.choice(("#d1495b", "#f2cc5b", "#b58bc9")))
    sheet.box(340, 250, 34, 60, "#4a4a48", 6)
    sheet.glow(357, 290, 170)


def kitchen(sheet: Sheet) -> None:
    """A window on the fells, a shelf, and a table with mugs round the teapot."""
    palette, rng = sheet.palette, sheet.rng
    sheet.fade(0, 0, WIDTH, 640, "#fffaf0", palette.wall)
    sheet.box(0, 640, WIDTH, 360, sheet.shade(palette.wood, 0.45))
    sheet.window(150, 130, 520, 380)
    sheet.box(880, 210, 480, 18, palette.wood, 4)
    sheet.box(880, 400, 480, 18, palette.wood, 4)
    for place in range(6):
        colour = rng.choice((palette.cloth, palette.accent, palette.door, "#fffaf2"))
        sheet.box(900 + place * 76, 400 - 90, 52, 90, colour, 12)
        sheet.disc(925 + place * 76, 210 - 36, 36, rng.choice(("#fffaf2", palette.accent, "#e8d9c0")))
    for x in (330, 700, 1080):
        sheet.box(x, 500, 170, 200, sheet.shade(palette.wood, -0.12), 26)
        sheet.box(x + 26, 528, 118, 120, sheet.shade(palette.wood, 0.12), 20)
    sheet.shape([(90, 850), (250, 660), (1280, 660), (1430, 850)], sheet.shade(palette.wood, 0.12))
    sheet.box(90, 850, 1340, 42, sheet.shade(palette.wood, -0.1), 6)
    sheet.shape([(430, 850), (500, 660), (1010, 660), (1080, 850)], palette.cloth)
    for x in range(470, 1060, 74):
        sheet.shape([(x, 850), (x + 16, 660), (x + 32, 660), (x + 20, 850)], sheet.shade(palette.cloth, 0.18))
    for x in (150, 1320):
        sheet.box(x, 892, 40, 108, sheet.shade(palette.wood, -0.2))
    sheet.disc(760, 745, 62, palette.accent)
    sheet.shape([(815, 735), (880, 700), (868, 745), (820, 770)], palette.accent)
    sheet.disc(760, 680, 14, sheet.shade(palette.accent, -0.2))
    for x, y in ((560, 790), (950, 800), (640, 722), (1010, 730)):
        sheet.mug(x, y, rng.choice((palette.door, "#fffaf2", "#e9c46a")))
    sheet.pot(350, 770, 80, "#ffd166")
    sheet.box(742, 0, 8, 90, "#5a524a")
    sheet.shape([(650, 190), (700, 85), (795, 85), (845, 190)], palette.door)
    sheet.glow(748, 260, 330)


def garden(sheet: Sheet) -> None:
    """Fells behind, a shed, a bench, a tree, and beds full of flowers."""
    palette, rng = sheet.palette, sheet.rng
    sheet.fade(0, 0, WIDTH, 560, *palette.sky)
    sheet.disc(rng.randint(900, 1300), 150, 70, "#fff3c4")
    for base, colour, high in ((440, "#9db7a5", 190), (500, "#86a986", 120)):
        points = [(x, base - abs(rng.gauss(0, 1)) * high * 0.5) for x in range(0, WIDTH + 250, 250)]
        sheet.shape([(0, 620), *points, (WIDTH, 620)], colour)
    sheet.fade(0, 540, WIDTH, 460, "#a8cc86", "#7fae62")
    for x in range(0, WIDTH, 76):
        sheet.box(x, 470, 64, 130, sheet.shade(palette.wood, 0.25 + 0.1 * (x % 3 - 1)), 14)
    sheet.box(1010, 330, 330, 290, palette.accent)
    for x in range(1010, 1340, 40):
        sheet.box(x, 330, 5, 290, sheet.shade(palette.accent, -0.15))
    sheet.shape([(980, 335), (1175, 210), (1370, 335)], sheet.shade(palette.stone, -0.15))
    sheet.box(1115, 400, 120, 220, palette.door, 4)
    sheet.shape([(560, 1000), (690, 600), (790, 600), (900, 1000)], "#e2d3b3")
    sheet.box(240, 300, 46, 340, sheet.shade(palette.wood, -0.25))
    for _ in range(46):
        at = (263 + rng.gauss(0, 95), 250 + rng.gauss(0, 65))
        sheet.disc(*at, rng.randint(34, 62), rng.choice(("#6d9a54", "#82b065", "#5c8a49")))
    for _ in range(9):
        sheet.disc(263 + rng.gauss(0, 85), 260 + rng.gauss(0, 55), 13, "#d1495b")
    for low in (720, 770, 690):
        sheet.box(360, low, 260, 24, sheet.shade(palette.wood, -0.05), 6)
    for x in (380, 580):
        sheet.box(x, 690, 22, 160, sheet.shade(palette.wood, -0.2))
    for left, right, top, bottom in ((0, 480, 870, 1000), (980, WIDTH, 760, 1000)):
        for _ in range(150):
            across, down = rng.uniform(left, right), rng.uniform(top, bottom)
            sheet.disc(across, down, rng.randint(12, 26), rng.choice(LEAVES))
            sheet.disc(across, down - 20, rng.randint(8, 15), rng.choice(FLOWERS))


def bedroom(sheet: Sheet) -> None:
    """A bed with a patchwork quilt, curtains, books and a lamp."""
    palette, rng = sheet.palette, sheet.rng
    sheet.fade(0, 0, WIDTH, 700, palette.wall, "#fffaf0")
    sheet.box(0, 700, WIDTH, 300, sheet.shade(palette.wood, 0.3))
    sheet.disc(620, 900, 430, sheet.shade(palette.accent, 0.35), 0.24)
    sheet.window(820, 110, 400, 400)
    for x in (740, 1215):
        sheet.shape([(x, 80), (x + 95, 80), (x + 80, 600), (x + 5, 600)], palette.cloth)
        for fold in (20, 48, 74):
            sheet.box(x + fold, 80, 6, 515, sheet.shade(palette.cloth, -0.12))
    sheet.box(720, 66, 620, 16, palette.wood, 8)
    sheet.box(90, 350, 60, 450, palette.wood, 20)
    sheet.box(130, 600, 880, 220, sheet.shade(palette.wood, -0.1), 12)
    sheet.box(140, 530, 860, 150, "#fffaf2", 40)
    for place, x in enumerate(range(360, 1000, 80)):
        for row in range(3):
            colours = (palette.cloth, palette.accent, palette.door, "#f6e2b8")
            sheet.box(x, 545 + row * 76, 77, 73, sheet.shade(colours[(place + row) % 4], 0.15), 6)
    sheet.box(165, 470, 180, 110, "#ffffff", 36)
    sheet.box(190, 500, 150, 90, sheet.shade(palette.accent, 0.4), 30)
    sheet.box(1090, 640, 230, 200, palette.wood, 10)
    sheet.box(1110, 668, 190, 60, sheet.shade(palette.wood, 0.18), 6)
    sheet.box(1190, 540, 14, 100, "#6b5a48")
    sheet.shape([(1135, 550), (1165, 450), (1230, 450), (1260, 550)], "#ffeec2")
    sheet.glow(1197, 520, 240)
    sheet.box(210, 210, 330, 16, palette.wood, 4)
    x = 225
    while x < 510:
        wide, high = rng.randint(18, 36), rng.randint(76, 122)
        sheet.box(
            x,
            210 - high,
            wide - 3,
            high,
            rng.choice((palette.door, palette.cloth, palette.accent, "#e9c46a", "#7a6a58")),
            3,
        )
        x += wide


def settee(sheet: Sheet) -> None:
    """A settee, a stove that is lit, a lamp, a picture, and something knitted over the arm."""
    palette, rng = sheet.palette, sheet.rng
    sheet.fade(0, 0, WIDTH, 720, "#fffaf0", palette.wall)
    sheet.box(0, 720, WIDTH, 280, sheet.shade(palette.wood, 0.22))
    sheet.disc(700, 880, 560, sheet.shade(palette.cloth, 0.4), 0.17)
    sheet.box(430, 120, 300, 210, palette.wood, 6)
    sheet.fade(448, 138, 264, 174, *palette.sky)
    sheet.shape([(448, 312), (448, 260), (530, 200), (610, 265), (670, 225), (712, 270), (712, 312)], "#7fa07a")
    sheet.box(190, 430, 800, 270, palette.accent, 60)
    sheet.box(140, 520, 150, 280, sheet.shade(palette.accent, -0.1), 50)
    sheet.box(890, 520, 150, 280, sheet.shade(palette.accent, -0.1), 50)
    for x in (280, 590):
        sheet.box(x, 600, 310, 150, sheet.shade(palette.accent, 0.14), 30)
    sheet.box(250, 740, 680, 70, sheet.shade(palette.accent, -0.18), 20)
    for x, colour in ((310, palette.cloth), (790, "#f0d18a")):
        sheet.box(x, 500, 120, 120, colour, 26)
    for row in range(8):
        sheet.box(900, 530 + row * 24, 130, 22, rng.choice((palette.cloth, palette.door, "#f6e2b8", palette.accent)), 6)
    sheet.box(1120, 300, 320, 440, sheet.shade(palette.stone, 0.05), 8)
    sheet.box(1090, 270, 380, 44, palette.wood, 6)
    sheet.box(1180, 430, 200, 310, "#3b3836", 12)
    sheet.box(1204, 470, 152, 150, "#5a2d17", 8)
    for x in range(1215, 1345, 22):
        high = rng.randint(50, 120)
        sheet.shape([(x - 12, 620), (x + 10, 620 - high), (x + 32, 620)], rng.choice(("#ff9f43", "#ffc15e", "#ee6c3a")))
    sheet.glow(1280, 570, 250)
    sheet.box(1255, 0, 52, 272, "#4a4644")
    for x in (1130, 1400):
        sheet.pot(x, 272, 54, "#f4a6b7")


SCENES: dict[str, tuple[Callable[[Sheet], None], str]] = {
    "front door": (front_door, "Our front door, with flower pots on the step"),
    "kitchen": (kitchen, "The kitchen table, laid with a teapot and mugs"),
    "garden": (garden, "The garden, with a bench under the apple tree"),
    "bedroom": (bedroom, "Your room: a bed with a patchwork quilt, by the window"),
    "settee": (settee, "The front room, with the stove lit"),
}
"""Each scene, and the caption that says what is in it."""


def drawn(scene: str, palette: Palette, rng: Random) -> Image.Image:
    """One scene in one home's colours."""
    sheet = Sheet(rng, palette)
    SCENES[scene][0](sheet)
    return sheet.image.resize(SHOWN, Image.Resampling.LANCZOS)
