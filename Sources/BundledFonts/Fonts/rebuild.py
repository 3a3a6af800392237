#!/usr/bin/env python3
"""Rebuilds the bundled fonts from Debian's fonts-noto-core and fonts-noto-extra.

Same input and same fontTools give the same bytes: no timestamp is written.
Usage: rebuild.py [FOLDER OF NOTO FONTS]
"""

import io
import pathlib
import sys

from fontTools import subset
from fontTools.misc.transform import Identity
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

SOURCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/noto")
TARGET = pathlib.Path(__file__).resolve().parent

# Latin face -> the Noto Sans Symbols face that lends its arrows.
LATIN = {"Regular": "Regular", "Italic": "Regular", "SemiBold": "SemiBold", "Bold": "Bold"}
ARABIC = ["Regular", "SemiBold", "Bold"]

# Left out to keep a face near 120 kB: African and Vietnamese letters, phonetics, historic Cyrillic, polytonic Greek.
LATIN_LETTERS = (
    "U+20-7E,U+A0-17F,U+18F,U+192,U+1A0,U+1A1,U+1AF,U+1B0,U+1B7,U+1CD-1DC,U+1E6-1ED,U+1F4,U+1F5,U+1F8,U+1F9,U+1FC-1FF,"
    "U+212,U+213,U+218-21B,U+21E,U+21F,U+226-233,U+237,U+251,U+254,U+259,U+25B,U+292,U+294,U+295,U+2B0,U+2B7,U+2B9-2CD,U+2D8-2DD,U+300-317,U+31B,U+323-333,"
    "U+340-345,U+35F,U+361,U+370-377,U+37A-37F,U+384-3CE,U+400-45F,U+48A-4FF,U+1E00-1E9F,U+2000-206F,U+2070-208E,"
    "U+20A0-20BF,U+2116,U+2122,U+2126,U+212A,U+212B,U+2150-2154,U+2190-2199,"
    "U+2212,U+2215,U+2219,U+2248,U+2264,U+2265,U+25CC,U+FB00-FB04,U+FFFD"
)
ARABIC_LETTERS = "U+20-7E,U+A0-BB,U+34F,U+600-6FF,U+750-77F,U+8A0-8FF,U+200B-200F,U+2010,U+2011,U+204F,U+2066-2069,U+25CC,U+2E41"
LATIN_FEATURES = "kern,mark,mkmk,ccmp,locl,liga,rtlm"
ARABIC_FEATURES = "kern,mark,mkmk,ccmp,locl,isol,init,medi,fina,rlig,dlig"
ARROWS = range(0x2190, 0x219A)


def contours(font, letter):
    """The letter's outline without components, and its advance."""
    name = font.getBestCmap()[ord(letter)]
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen, glyphs[name].width


def add(font, codepoint, parts, width):
    """Adds a letter drawn from (recording, transformation) parts."""
    pen = TTGlyphPen(None)
    for recording, matrix in parts:
        recording.replay(TransformPen(pen, matrix))
    name = f"uni{codepoint:04X}"
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[codepoint] = name


def lower_bar(equals):
    """The lower of the two bars of `=`."""
    bars, current = [], []
    for step in equals.value:
        current.append(step)
        if step[0] in ("closePath", "endPath"):
            bars.append(current)
            current = []
    low = min(bars, key=lambda bar: min(p[1] for _, points in bar for p in points if p))
    bar = DecomposingRecordingPen({})
    bar.value = low
    ys = [p[1] for _, points in low for p in points if p]
    return bar, (min(ys) + max(ys)) / 2, max(ys) - min(ys)


def add_missing_signs(font, symbols):
    """Noto Sans has no arrows and no U+2212 2248 2264 2265: the arrows come from Noto Sans Symbols,
    the signs are put together from the face's own `=`, `<`, `>` and `~`, so that their weight fits."""
    for codepoint in ARROWS:
        recording, width = contours(symbols, chr(codepoint))
        add(font, codepoint, [(recording, Identity)], width)
    equals, width = contours(font, "=")
    bar, middle, thickness = lower_bar(equals)
    axis = 357  # height of the bar of `+`: half of the cap height
    add(font, 0x2212, [(bar, Identity.translate(0, axis - middle))], width)
    tilde, tilde_width = contours(font, "~")
    add(font, 0x2248, [(tilde, Identity.translate(0, 100)), (tilde, Identity.translate(0, -100))], tilde_width)
    for codepoint, letter in ((0x2264, "<"), (0x2265, ">")):
        angle, angle_width = contours(font, letter)
        parts = [(angle, Identity.translate(0, 90)), (bar, Identity.translate((angle_width - width) / 2, thickness / 2 - middle))]
        add(font, codepoint, parts, angle_width)


def write(font, letters, features, name):
    options = subset.Options()
    options.parse_opts([
        "--no-hinting", "--desubroutinize", "--no-recommended-glyphs", "--notdef-outline", "--notdef-glyph",
        "--name-IDs=0,1,2,3,4,5,6,13,14,16,17", "--drop-tables+=DSIG,gasp", "--no-glyph-names",
        "--layout-features=" + features,
    ])
    options.canonical_order = True
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(letters.replace("U+", "")))
    subsetter.subset(font)
    font.save(TARGET / name, reorderTables=True)
    print(f"{name}: {(TARGET / name).stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


def opened(name):
    return TTFont(io.BytesIO((SOURCE / name).read_bytes()), recalcTimestamp=False)


for weight, lender in LATIN.items():
    latin = opened(f"NotoSans-{weight}.ttf")
    add_missing_signs(latin, opened(f"NotoSansSymbols-{lender}.ttf"))
    write(latin, LATIN_LETTERS, LATIN_FEATURES, f"NotoSans-{weight}.ttf")
for weight in ARABIC:
    write(opened(f"NotoSansArabic-{weight}.ttf"), ARABIC_LETTERS, ARABIC_FEATURES, f"NotoSansArabic-{weight}.ttf")
