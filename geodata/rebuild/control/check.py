"""Checks geodata/control: the coverages, the places, and that the two agree. Exit code 1 on any fault.

    python3 geodata/rebuild/control/check.py [--areas]

Needs shapely, and PyYAML for the claim ids in seeds/ (skipped without it).
"""
import csv
import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

from shapely.geometry import Point, shape
from shapely.ops import unary_union

from coverage import km2, _edges

GEODATA = Path(__file__).resolve().parents[2]
faults = []


def fault(*words):
    faults.append(" ".join(str(w) for w in words))
    print("FAULT", faults[-1])


# ---- days -------------------------------------------------------------------------------------------------

def span(text):
    """First and last day an EDTF value can mean. `~` and `?` widen nothing: the basis tells how good it is."""
    parts = text.replace("~", "").replace("?", "").split("/")
    def first(s):
        n = [int(v) for v in s.split("-")]
        return date(n[0], n[1] if len(n) > 1 else 1, n[2] if len(n) > 2 else 1)
    def last(s):
        n = [int(v) for v in s.split("-")]
        if len(n) == 3:
            return date(*n)
        y, m = n[0], n[1] if len(n) > 1 else 12
        return date(y + m // 12, m % 12 + 1, 1) - timedelta(days=1)
    return first(parts[0]), last(parts[-1])


def holders(rows, day):
    """Every holder the rows allow on the day (two when the change is only known to a range)."""
    out = []
    for r in rows:
        begin = span(r["from"])[0]
        end = span(r["until"])[1] if r["until"] else date(2018, 12, 31)
        if begin <= day <= end:
            out.append(r["holder"])
    return out


def statuses(rows, day):
    """Every status the rows allow; a place in doubt may be drawn for either side or as contested."""
    found = {r["status"] for r in rows if span(r["from"])[0] <= day and (not r["until"] or day <= span(r["until"])[1])}
    return found | {"held", "contested"} if found & {"held", "contested"} else found


places = {r["id"]: r for r in csv.DictReader((GEODATA / "places.csv").open(encoding="utf-8"))}
history = defaultdict(list)
for r in csv.DictReader((GEODATA / "control" / "places.csv").open(encoding="utf-8")):
    history[r["place"]].append(r)
countries = {f["properties"]["iso_a3"]: shape(f["geometry"])
             for f in json.loads((GEODATA / "base" / "countries.geojson").read_text())["features"]}
land = unary_union([countries["SYR"], countries["IRQ"]])

claims = {}
try:
    import yaml
    for path in sorted((GEODATA.parent / "seeds").glob("*.yaml")):
        report = yaml.safe_load(path.read_text(encoding="utf-8"))
        for c in report.get("claims", []):
            claims[f"{report['report']}#{c['id']}"] = {str(k): v for k, v in c.items()}
except ImportError:
    print("no PyYAML: claim ids are not checked")


def check_basis(basis, where):
    for part in basis.split("; "):
        if re.fullmatch(r"[\w-]+#[\w-]+", part):
            if claims and part not in claims:
                fault(where, "no claim", part)
        elif not part.startswith("editorial: "):
            fault(where, "basis part is neither claim nor editorial:", part)


# ---- places -----------------------------------------------------------------------------------------------

for place, rows in history.items():
    if place not in places:
        fault("place not in the gazetteer:", place)
    if rows[0]["from"] != "2017-05-01":
        fault(place, "does not run from 2017-05-01")
    for a, b in zip(rows[:-1], rows[1:]):
        begin, end = span(b["from"]), span(a["until"])
        if timedelta(days=1) not in (begin[0] - end[0], begin[1] - end[1], begin[0] - end[1]):
            fault(place, a["until"], "is not followed by", b["from"])
        if all(a[k] == b[k] for k in ("holder", "status", "reach-km")):
            fault(place, "same holder twice")
    for r in rows:
        if ("|" in r["holder"]) != (r["status"] == "contested"):
            fault(place, "status and holder differ")
        check_basis(r["basis"], place)

# ---- snapshots --------------------------------------------------------------------------------------------

areas = {}
for path in sorted((GEODATA / "control").glob("*.geojson")):
    day = date.fromisoformat(path.stem)
    doc = json.loads(path.read_text(encoding="utf-8"))
    feats = [(f["properties"], shape(f["geometry"])) for f in doc["features"]]
    if doc["as_of"] != path.stem:
        fault(path.name, "as_of")
    edges = Counter()
    for props, g in feats:
        if not g.is_valid:
            fault(path.name, "invalid polygon", g.representative_point())
        edges.update(_edges(g))
        check_basis(props["basis"], path.name)
    if max(edges.values()) > 1:
        fault(path.name, "an edge is used twice on one side")
    outer = [e for e in edges if (e[1], e[0]) not in edges]
    inner = len(edges) - len(outer)
    for (p, g), (q, h) in itertools.combinations(feats, 2):
        if g.intersects(h) and g.intersection(h).area > 1e-12:
            fault(path.name, "overlap", g.intersection(h).area, p, q)
    union = unary_union([g for _, g in feats])
    gap, spill = land.difference(union).area, union.difference(land).area
    if gap > 5e-6 or spill > 5e-6:
        fault(path.name, "gap", gap, "spill", spill, "square degrees")
    def at(x, y):
        """Status and holder at a point; a place whose plotted point is a hair over the border counts as within."""
        p = Point(x, y)
        best = min(feats, key=lambda f: f[1].distance(p))
        return (best[0], best[1].distance(p))
    agree = 0
    for place, rows in sorted(history.items()):
        if place not in places:
            continue
        props, off = at(float(places[place]["lon"]), float(places[place]["lat"]))
        drawn = "|".join(props.get("factions", [props.get("faction", "")]))
        allowed = holders(rows, day)
        if not allowed:   # given up, and nobody's garrison since
            continue
        if off > 0.02:
            fault(path.name, place, "lies outside Syria and Iraq")
        elif places[place]["kind"] == "crossing":   # the generalised border runs up to 3 km off
            near = ["|".join(p.get("factions", [p.get("faction", "")])) for p, g in feats
                    if g.distance(Point(float(places[place]["lon"]), float(places[place]["lat"]))) < 0.03]
            if not any(set(n.split("|")) == set(h.split("|")) for n in near for h in allowed):
                fault(path.name, place, "should be", allowed, "but near it are", near)
        elif not any(set(drawn.split("|")) == set(h.split("|")) for h in allowed) or props["status"] not in statuses(rows, day):
            fault(path.name, place, "should be", allowed, "but is drawn", drawn or "-", props["status"])
        else:
            agree += 1
    held = 0
    for cid, c in sorted(claims.items()):
        if c["kind"] != "control" or c["status"] == "expected":
            continue
        when = c.get("on") or c.get("True")
        if when is None:
            begin, end = span(str(c.get("from", "2017"))), span(str(c.get("until", "2018-12-31")))
        else:
            begin = end = span(str(when))
        if not begin[0] <= day <= end[1]:
            continue
        by = c["by"] if isinstance(c["by"], list) else [c["by"]]
        for place in c.get("places") or [c.get("place")]:
            if place in places and places[place]["kind"] != "region":
                props, _ = at(float(places[place]["lon"]), float(places[place]["lat"]))
                drawn = set(props.get("factions", [props.get("faction", "")]))
                if not drawn & set(by):
                    fault(path.name, cid, place, "claimed for", by, "but drawn", drawn)
                else:
                    held += 1
    total = defaultdict(float)
    for props, g in feats:
        who = "|".join(props.get("factions", [props.get("faction", "unassigned")]))
        total[who + ("" if props["status"] in ("held", "unassigned") else " " + props["status"])] += km2(g)
    areas[path.stem] = total
    print(path.name, len(feats), "areas", inner // 2, "shared edges", len(outer), "outer;", agree, "places and", held,
          "claims agree;", path.stat().st_size // 1000, "kB")

if "--areas" in sys.argv:
    names = sorted({n for t in areas.values() for n in t})
    print("km2".ljust(32), *[d.rjust(11) for d in areas])
    for n in names:
        print(n.ljust(32), *[f"{t.get(n, 0):11.0f}" for t in areas.values()])
    print("sum".ljust(32), *[f"{sum(t.values()):11.0f}" for t in areas.values()])
sys.exit(1 if faults else 0)
