#!/usr/bin/python3
"""Names of the gazetteer at slide size: how many Mapnik places, and how many Sitmap. See README.md."""
import csv, json, math, os, re, subprocess, sys, tempfile

import mapnik

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FONTS = os.path.join(ROOT, "Sources/BundledFonts/Fonts")
WIDTH, HEIGHT = 1130, 590  # the map frame of a slide
SIZE, HALO, RADIUS = 10.5, 1.0, 2.5
COUNT = 300


def places(extent):
    """The most important places in an extent, in px of the frame (Mercator)."""
    west, south, east, north = extent
    rows = list(csv.DictReader(open(os.path.join(ROOT, "geodata/places.csv"), encoding="utf-8")))
    rows = [r for r in rows if r["kind"] not in ("region", "sea")]
    merc = lambda lat: math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
    low, high = merc(south), merc(north)
    scale = min(WIDTH / (east - west), HEIGHT / (high - low))
    ox = (WIDTH - (east - west) * scale) / 2
    oy = (HEIGHT - (high - low) * scale) / 2
    found = []
    for r in rows:
        x = ox + (float(r["lon"]) - west) * scale
        y = oy + (high - merc(float(r["lat"]))) * scale
        if 4 < x < WIDTH - 4 and 4 < y < HEIGHT - 4:
            found.append((int(r["rank"]), r["name_en"], x, y))
    found.sort()
    return found[:COUNT]


def style(placements):
    return f"""<Map background-color="white" font-directory="{FONTS}">
<Style name="s"><Rule>
<MarkersSymbolizer marker-type="ellipse" width="{2 * RADIUS}" height="{2 * RADIUS}" fill="black" stroke-width="0" allow-overlap="true"/>
</Rule></Style>
<Style name="t"><Rule>
<TextSymbolizer face-name="Noto Sans Regular" size="{SIZE}" fill="black" halo-fill="white" halo-radius="{HALO}" {placements}>[name]</TextSymbolizer>
</Rule></Style>
<Layer name="l"><StyleName>s</StyleName><StyleName>t</StyleName></Layer></Map>"""


def with_mapnik(found, placements):
    """The number of names in Mapnik's own placement: glyph groups of the SVG, told apart by drawing each name in a colour of its own is
    not possible in one run, so names are counted through the collision detector's boxes of the finished map: one box a name."""
    features = [
        {"type": "Feature", "properties": {"name": n}, "geometry": {"type": "Point", "coordinates": [x, HEIGHT - y]}} for _, n, x, y in found
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    m = mapnik.Map(WIDTH, HEIGHT)
    mapnik.load_map_from_string(m, style(placements))
    m.layers[0].datasource = mapnik.Datasource(type="geojson", inline=text)
    m.zoom_to_box(mapnik.Box2d(0, 0, WIDTH, HEIGHT))
    image = mapnik.Image(WIDTH, HEIGHT)
    detector = mapnik.LabelCollisionDetector(m)
    mapnik.render_with_detector(m, image, detector)
    boxes = [b for b in detector.boxes()]
    image.save(os.path.join(tempfile.gettempdir(), "mapnik-labels.png"))
    markers = sum(1 for b in boxes if abs(b.width() - 2 * RADIUS) < 1.01 and abs(b.height() - 2 * RADIUS) < 1.01)
    return len(boxes) - markers, markers


def with_sitmap(binary, found, *flags, halo=HALO):
    rows = "\n".join(f"{n};{x:.3f};{y:.3f};{RADIUS};{60 + 30 * (6 - rank)}" for rank, n, x, y in found)
    return subprocess.run([binary, str(WIDTH), str(HEIGHT), str(SIZE), str(halo), *flags], input=rows, text=True, capture_output=True, check=True).stdout.strip()


if __name__ == "__main__":
    binary = sys.argv[1]
    for title, extent in [("whole theatre", (34.0, 30.0, 49.0, 38.5)), ("Syria and western Iraq", (35.6, 32.2, 44.8, 37.3))]:
        found = places(extent)
        print(f"{title}: {len(found)} places")
        plain = 'dy="-6"'
        simple = 'placement-type="simple" placements="E,NE,SE,W,NW,SW,N,S,X" dx="4" dy="4"'
        for name, placements in [("Mapnik, one position", plain), ("Mapnik, eight positions", simple)]:
            names, markers = with_mapnik(found, placements)
            print(f"  {name}: {names} placed ({markers} symbols)")
        print("  Sitmap:", with_sitmap(binary, found))
        print("  Sitmap, halos may touch as in Mapnik:", with_sitmap(binary, found, halo=0.0))
        print("  Sitmap without leader lines:", with_sitmap(binary, found, "noleaders"))
