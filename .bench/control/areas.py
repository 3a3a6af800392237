#!/usr/bin/env python3
"""areas.py FOLDER FIGURES.json [--every 10]

Measures the areas of a folder of snapshots anew, with Shapely for who has what (painted in the order of the file, the even-odd rule inside a
polygon) and pyproj's Geod or, with --geographiclib, Karney's own Python library for the ellipsoid, and compares them with what
`sitmap stats --snapshots FOLDER … --step changes --json` wrote. Prints the greatest difference in per cent."""
import argparse, collections, glob, json, os, re

import shapely
from shapely.geometry import Polygon, shape
from shapely.ops import unary_union


def meter(use_geographiclib):
    if use_geographiclib:
        from geographiclib.geodesic import Geodesic

        def ring_area(points):
            polygon = Geodesic.WGS84.Polygon()
            for x, y in points[:-1]:
                polygon.AddPoint(y, x)
            return abs(polygon.Compute(False, True)[2])
    else:
        from pyproj import Geod

        geod = Geod(ellps="WGS84")

        def ring_area(points):
            return abs(geod.polygon_area_perimeter([p[0] for p in points], [p[1] for p in points])[0])

    def area(geometry):
        parts = [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "Polygon" and not g.is_empty]
        return sum(ring_area(p.exterior.coords) - sum(ring_area(h.coords) for h in p.interiors) for p in parts)

    return area


def polygon(rings):
    """By the even-odd rule; rings of fewer than three vertices left out."""
    rings = [[p[:2] for p in ring] for ring in rings if len({tuple(p[:2]) for p in ring}) > 2]
    result = Polygon()
    for ring in rings:
        made = Polygon(ring)
        result = result.symmetric_difference(made if made.is_valid else shapely.make_valid(made))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("figures")
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--geographiclib", action="store_true")
    options = parser.parse_args()
    area = meter(options.geographiclib)
    figures = {day["day"]: day for day in json.load(open(options.figures, encoding="utf-8"))["days"]}
    worst, compared, total = (0.0, "", ""), 0, 0.0
    for number, path in enumerate(sorted(glob.glob(os.path.join(options.folder, "*.geojson")))):
        if number % options.every:
            continue
        data = json.load(open(path, encoding="utf-8"))
        dates = [f["properties"].get("date") for f in data["features"] if f.get("properties")]
        text = next((d for d in dates if d), None) or data.get("name") or os.path.basename(path)
        day = "-".join(re.search(r"(\d{4})-?(\d{2})-?(\d{2})", text).groups())
        held = collections.defaultdict(Polygon)
        for feature in data["features"]:
            side = (feature["properties"] or {}).get("side", "")
            kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
            parts = coordinates if kind == "MultiPolygon" else [coordinates]
            ground = unary_union([polygon(rings) for rings in parts])
            for other in list(held):
                if other != side:
                    held[other] = held[other].difference(ground)
            held[side] = held[side].union(ground)
        for side, geometry in held.items():
            expected = area(geometry) / 1e6
            found = sum(s["held_km2"] for s in figures[day]["sides"] if not side or s["faction"] == side)
            compared += 1
            total += expected
            difference = abs(found - expected) / expected * 100 if expected else 0.0
            if difference > worst[0]:
                worst = (difference, day, side)
    print(f"{compared} areas, {total:.0f} km2 in all; greatest difference {worst[0]:.2e} % ({worst[2] or 'all'} on {worst[1]})")


if __name__ == "__main__":
    main()
