#!/usr/bin/python3
"""Arabic words as our shaper sets them beside the same words set by Chromium from the same font: arabic.py PROGRAM

Straight words: names and list of each Arabic sheet as SVG, once with live text (Chromium's shaping) and once with `--text outlines` (ours), both
drawn by Chromium, so that nothing but the letters differs. Words along rivers, which are outlines in either: each must have as many joined pieces
of ink (strokes that join, and dots) as the word that Chromium sets straight from the same font.

Prints the similarity (SSIM, as similarity.py) of the sheets and of their ink alone, and the words whose pieces differ.
"""
import os, re, subprocess, sys, tempfile
import numpy as np
from PIL import Image
from scipy.ndimage import label

sys.argv, program = sys.argv[:1], os.path.abspath(sys.argv[1])
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FONTS = os.path.join(ROOT, "Sources/BundledFonts/Fonts")
REPORTS = ["jpost-2017-05-30", "syria-deeply-2017-06-02", "toi-2018-07-16", "toi-2018-08-26", "7dnews-2018-12-06"]


def similarity(a, b):
    source = open(os.path.join(HERE, "similarity.py"), encoding="utf-8").read().split("arguments = sys.argv")[0]
    scope = {}
    exec(source, scope)  # the one implementation of the measure
    return scope["similarity"](a, b)


def chromium(page, width, height, picture):
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2",
         f"--window-size={width},{height}", f"--screenshot={picture}", f"file://{page}"], check=True, capture_output=True, timeout=90)
    return np.asarray(Image.open(picture).convert("L"), dtype=np.float64)


def render(folder, report, *flags):
    path = os.path.join(folder, f"{report}{''.join(flags)}.svg")
    subprocess.run([program, "render", "--report", report, "--lang", "ar", "--size", "slide", "--layers", "names,places,water,list",
                    *flags, "-o", path], cwd=ROOT, check=True, capture_output=True)
    return path


def straight(folder):
    print("straight words: Chromium's letters beside ours")
    for report in REPORTS:
        live, outlined = render(folder, report), render(folder, report, "--text=outlines")
        a = chromium(live, 1600, 900, live + ".png")
        b = chromium(outlined, 1600, 900, outlined + ".png")
        values = similarity(a, b)
        ink = (a < 245) | (b < 245)
        words = len(re.findall(r'class="[^"]*arabic', open(live, encoding="utf-8").read()))
        print(f"  {report}: whole sheet {values.mean():.4f}, where there is ink {values[ink].mean():.4f} ({words} runs of Arabic)")


def curved(folder):
    """Names along rivers: our outlines beside the same word set straight by Chromium."""
    print("words on curves: joined pieces of ink")
    names = {}
    for report in REPORTS:
        text = open(render(folder, report), encoding="utf-8").read()
        for name, d in re.findall(r'aria-label="([^"]*[\u0600-\u06ff][^"]*)" d="([^"]*)"', text):
            names.setdefault(name, d)
    same = 0
    for name, d in sorted(names.items()):
        ours = os.path.join(folder, "ours.svg")
        theirs = os.path.join(folder, "theirs.html")
        xs = bounds(d)
        width, height = int(xs[2] - xs[0]) + 20, int(xs[3] - xs[1]) + 20
        open(ours, "w", encoding="utf-8").write(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width*4}" height="{height*4}" '
            f'viewBox="{xs[0]-10} {xs[1]-10} {width} {height}"><rect x="{xs[0]-10}" y="{xs[1]-10}" width="{width}" height="{height}" fill="white"/>'
            f'<path d="{d}" fill="black"/></svg>')
        open(theirs, "w", encoding="utf-8").write(
            f'<meta charset="utf-8"><style>@font-face{{font-family:A;src:url(file://{FONTS}/NotoSansArabic-Regular.ttf)}}'
            f'body{{margin:20px;background:white;font:60px A}}</style><div dir="rtl" style="width:900px">{name}</div>')
        a = pieces(chromium(ours, max(500, width * 4), max(300, height * 4), ours + ".png"))
        b = pieces(chromium(theirs, 1000, 200, theirs + ".png"))
        alike = a == b
        same += alike
        if not alike:
            print(f"  {name}: {a} pieces of ink here, {b} in Chromium")
    print(f"  {same} of {len(names)} names are made of as many joined pieces")


def pieces(grey):
    return label(grey < 128, structure=np.ones((3, 3)))[1]


def bounds(d):
    """The box of the points of a path with relative commands; control points count."""
    box, x, y, sx, sy = [1e9, 1e9, -1e9, -1e9], 0, 0, 0, 0
    for command, rest in re.findall(r"([mlhvqcz])([^mlhvqcz]*)", d):
        numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", rest)]
        if command == "z":
            x, y = sx, sy
            continue
        step = {"m": 2, "l": 2, "h": 1, "v": 1, "q": 4, "c": 6}[command]
        for at in range(0, len(numbers), step):
            if command == "h":
                x += numbers[at]
            elif command == "v":
                y += numbers[at]
            else:
                x, y = x + numbers[at + step - 2], y + numbers[at + step - 1]
            if command == "m" and at == 0:
                sx, sy = x, y
            box = [min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)]
    return box


with tempfile.TemporaryDirectory() as folder:
    straight(folder)
    curved(folder)
