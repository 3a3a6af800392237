"""Turn painted areas into a coverage: shared vertices, no gaps, no overlaps.

An area is a closed ring of hand-set way points. Areas are painted one over another; only the edges of the
topmost area survive, so a front is authored once. All edges, the country outlines and the river lines are
noded together on a grid of 1e-5 degree, polygonized, and each face takes the topmost area that covers it.
"""
import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from shapely.geometry import LineString, MultiLineString, Polygon, shape
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, unary_union
from shapely.prepared import prep

GRID = 1e-5          # degrees; five decimals in the files
MIN_FACE_KM2 = 0.6   # slivers below this join the neighbour with the longest shared edge


@dataclass(frozen=True)
class Area:
    """One painted area. `within` names the ground it is limited to (a country or one bank of a river)."""
    who: str            # faction id, "a|b" for contested ground, "" for unassigned
    shape: Polygon
    basis: str
    within: tuple
    status: str = "held"

    @property
    def label(self):
        return (self.who, self.status, self.basis)


# ---- outlines ---------------------------------------------------------------------------------------------

def smooth(points, closed=True, steps=7):
    """Centripetal Catmull-Rom curve through the way points, thinned again to what the eye can tell."""
    p = [np.array(q, float) for q in points]
    n = len(p)
    if n < 4:
        return [tuple(q) for q in p]
    out = []
    last = n if closed else n - 1
    for i in range(last):
        if closed:
            a, b, c, d = p[i - 1], p[i], p[(i + 1) % n], p[(i + 2) % n]
        else:
            a, b, c, d = p[max(i - 1, 0)], p[i], p[i + 1], p[min(i + 2, n - 1)]
            if i == 0:
                a = 2 * b - c
            if i + 2 > n - 1:
                d = 2 * c - b
        t0 = 0.0
        t1 = t0 + max(np.linalg.norm(b - a), 1e-9) ** 0.5
        t2 = t1 + max(np.linalg.norm(c - b), 1e-9) ** 0.5
        t3 = t2 + max(np.linalg.norm(d - c), 1e-9) ** 0.5
        for t in np.linspace(t1, t2, steps, endpoint=False):
            a1 = (t1 - t) / (t1 - t0) * a + (t - t0) / (t1 - t0) * b
            a2 = (t2 - t) / (t2 - t1) * b + (t - t1) / (t2 - t1) * c
            a3 = (t3 - t) / (t3 - t2) * c + (t - t2) / (t3 - t2) * d
            b1 = (t2 - t) / (t2 - t0) * a1 + (t - t0) / (t2 - t0) * a2
            b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
            out.append(tuple((t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2))
    if not closed:
        out.append(tuple(p[-1]))
    return out


def ring(points, tolerance=None):
    """A smooth ring; small rings keep more detail than large ones."""
    poly = Polygon(smooth(points)).buffer(0)
    if tolerance is None:
        w, s, e, n = poly.bounds
        tolerance = min(0.008, max(0.001, 0.005 * max(e - w, n - s)))
    return poly.simplify(tolerance)


def circle(lon, lat, km, count=60):
    """A circle on the sphere, good to some 0.3 % of the radius."""
    r = km / 6371.0088
    la, lo = math.radians(lat), math.radians(lon)
    pts = []
    for i in range(count):
        az = 2 * math.pi * i / count
        y = math.asin(math.sin(la) * math.cos(r) + math.cos(la) * math.sin(r) * math.cos(az))
        x = lo + math.atan2(math.sin(az) * math.sin(r) * math.cos(la), math.cos(r) - math.sin(la) * math.sin(y))
        pts.append((math.degrees(x), math.degrees(y)))
    return Polygon(pts)


def town(lon, lat, km):
    return circle(lon, lat, km, 14)


def road(points, km):
    """Ground held on both sides of a road."""
    line = LineString(smooth(points, closed=False))
    k = math.cos(math.radians(np.mean([p[1] for p in points])))
    flat = LineString([(x * k, y) for x, y in line.coords]).buffer(km / 111.2, resolution=4)
    flat = flat.simplify(0.01)
    return Polygon([(x / k, y) for x, y in flat.exterior.coords])


# ---- base ground ------------------------------------------------------------------------------------------

class Ground:
    """Country outlines and the banks of the rivers that were front lines."""

    def __init__(self, base: Path):
        countries = json.loads((base / "countries.geojson").read_text())
        by_iso = {f["properties"]["iso_a3"]: shape(f["geometry"]) for f in countries["features"]}
        self.lines = []
        self.masks = {"SY": by_iso["SYR"], "IQ": by_iso["IRQ"]}
        for m in self.masks.values():
            self.lines.append(m.boundary)
        for f in json.loads((base / "rivers.geojson").read_text())["features"]:
            name = f["properties"]["name_en"]
            if name in ("Euphrates", "Tigris"):
                self._add_banks(name, shape(f["geometry"]))

    def _add_banks(self, name, river):
        """The two sides of a river that runs from the northern edge of the box to the sea."""
        c = [(round(x, 5), round(y, 5)) for x, y in river.coords]
        if c[0][1] < c[-1][1]:
            c.reverse()
        course = []
        for p in c:
            if p in course:                     # a loop in the source, as at the Tabqa dam: cut it off
                del course[course.index(p):]
            course.append(p)
            if p[1] < 33.0:                     # no front followed the rivers south of Baghdad
                break
        c, north, south = course, course[0], course[-1]
        setattr(self, name.lower(), LineString(c))
        east = Polygon(c + [(50.0, south[1]), (50.0, 40.0), (north[0], 40.0)])
        west = Polygon(c + [(south[0], 27.0), (33.0, 27.0), (33.0, 40.0), (north[0], 40.0)])
        if not (east.is_valid and west.is_valid):
            raise SystemExit(f"{name} crosses itself")
        self.masks[f"east of {name}"], self.masks[f"west of {name}"] = east, west


# ---- coverage ---------------------------------------------------------------------------------------------

def _noded(lines):
    """All lines cut at their crossings, every vertex on the grid. Rounding can move an edge over a vertex,
    so noding is repeated until nothing changes."""
    def on_grid(geometry):
        out = []
        for g in geometry.geoms if hasattr(geometry, "geoms") else [geometry]:
            c = []
            for x, y in g.coords:
                p = (round(x, 5), round(y, 5))
                if not c or c[-1] != p:
                    c.append(p)
            if len(c) > 1:
                out.append(LineString(c))
        return out
    segments = set()
    net = [l for g in lines if not g.is_empty for l in on_grid(_only_lines(g))]
    for _ in range(12):
        net = on_grid(unary_union(net))
        now = {frozenset(e) for l in net for e in zip(l.coords[:-1], l.coords[1:])}
        if now == segments:
            return net
        segments = now
    raise SystemExit("the noding does not settle")


def _only_lines(g):
    parts = g.geoms if hasattr(g, "geoms") else [g]
    return MultiLineString([p for p in parts if p.geom_type in ("LineString", "LinearRing")])


def build(areas, ground):
    """Faces of the day: list of (label, Polygon) that tile Syria and Iraq exactly."""
    lines, painted, prepared, used_rivers = list(ground.lines[:2]), [], {}, set()
    for a in areas:
        mask = None
        for name in a.within:
            mask = ground.masks[name] if mask is None else mask.intersection(ground.masks[name])
            used_rivers |= {r for r in ("euphrates", "tigris") if r.capitalize() in name}
        if a.within not in prepared:
            prepared[a.within] = prep(mask)
        painted.append((a, prepared[a.within], prep(a.shape)))
        lines.append(a.shape.boundary.intersection(mask.buffer(0.0005)))
    countries = [ground.masks[c] for c in ("SY", "IQ")]
    for r in sorted(used_rivers):
        lines.append(getattr(ground, r).intersection(unary_union(countries).buffer(0.0005)))
    countries = [prep(c) for c in countries]
    labelled = []
    for f in polygonize(_noded(lines)):
        p = f.representative_point()
        if not any(c.contains(p) for c in countries):
            continue
        top = None
        for a, mask, poly in painted:
            if poly.contains(p) and mask.contains(p):
                top = a
        if top is None:
            raise SystemExit(f"nobody painted {p}")
        labelled.append([top.label, orient(f)])
    return absorb_slivers(labelled)


def km2(poly):
    """Area in square kilometres (authalic cylinder; good to 0.5 %)."""
    def one(coords):
        c = np.radians(np.array(coords))
        s = 0.0
        for (x0, y0), (x1, y1) in zip(c[:-1], c[1:]):
            s += (x1 - x0) * (math.sin(y0) + math.sin(y1)) / 2
        return abs(s) * 6371.0072 ** 2
    total = 0.0
    for g in getattr(poly, "geoms", [poly]):
        total += one(g.exterior.coords) - sum(one(r.coords) for r in g.interiors)
    return total


def _edges(poly):
    for r in [poly.exterior, *poly.interiors]:
        c = [(round(x, 5), round(y, 5)) for x, y in r.coords]
        yield from zip(c[:-1], c[1:])


def absorb_slivers(labelled):
    """Join faces of one label, then give slivers to the neighbour with the longest shared edge."""
    while True:
        parts = dissolve(labelled)
        small = {i for i, (_, f) in enumerate(parts) if km2(f) < MIN_FACE_KM2}
        owner = {e: i for i, (_, f) in enumerate(parts) for e in _edges(f)}
        changed = False
        for i in sorted(small):
            shared = {}
            for a, b in _edges(parts[i][1]):
                j = owner.get((b, a))
                if j is not None and j not in small:
                    shared[j] = shared.get(j, 0) + math.dist(a, b)
            if shared:
                parts[i][0] = parts[max(sorted(shared), key=lambda j: shared[j])][0]
                changed = True
        if not changed:
            return parts
        labelled = parts


def dissolve(labelled):
    """Drop the edges that have one label on both sides, polygonize what is left."""
    side = {e: label for label, f in labelled for e in _edges(f)}
    keep = {frozenset(e) for e, label in side.items() if side.get((e[1], e[0])) != label}
    net = linemerge([LineString(sorted(e)) for e in sorted(keep, key=sorted)])
    parts = []
    for f in polygonize(net):
        f = orient(f)
        label = side.get(next(_edges(f)))
        if label is not None:
            parts.append([label, f])
    return parts


def write(path, day, parts):
    """GeoJSON: one feature a contiguous area, largest holders first, rings right-handed."""
    feats = []
    for (who, status, basis), f in parts:
        props = {}
        if status == "contested":
            props["factions"] = who.split("|")
        elif who:
            props["faction"] = who
        props["status"] = status
        props["basis"] = basis
        f = orient(f)
        rings = []
        for r in [f.exterior, *sorted(f.interiors, key=lambda r: r.bounds)]:
            c = [[round(x, 5), round(y, 5)] for x, y in r.coords][:-1]
            k = c.index(min(c))
            c = c[k:] + c[:k]
            rings.append(c + [c[0]])
        key = (who, status, rings[0][0])
        feats.append((key, {"type": "Feature", "properties": props,
                            "geometry": {"type": "Polygon", "coordinates": rings}}))
    feats.sort(key=lambda t: t[0])
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for _, f in feats)
    path.write_text('{"type":"FeatureCollection","as_of":"%s","features":[\n%s\n]}\n' % (day, lines))
