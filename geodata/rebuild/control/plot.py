"""Draws the snapshots to PNG for the eye: python3 plot.py DAY [W S E N] -> /tmp/DAY.png. Needs matplotlib."""
import csv, json, sys, tempfile
from pathlib import Path
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.patches import PathPatch
from matplotlib.path import Path as MPath
from shapely.geometry import shape

COL = {"government": "#c0392b", "iran-backed": "#7b241c", "isis": "#444", "sdf": "#e6c229", "opposition": "#4c9f50", "tanf": "#1f8f83",
       "turkish-backed": "#7fbf9b", "iraq": "#b07aa1", "pmu": "#8e5a2b", "peshmerga": "#f4a259", "yazidi": "#ffe08a", "": "#eee8d5"}
GEODATA = Path(__file__).resolve().parents[2]
args = sys.argv[1:]
day = args[0]
ext = [float(a) for a in args[1:5]] or [35.4, 31, 46, 37.5]
base = Path(args[5]) if len(args) > 5 else GEODATA / "base"
d = json.loads((GEODATA / "control" / f"{day}.geojson").read_text())
fig, ax = plt.subplots(figsize=(15, 15 * (ext[3] - ext[1]) / (ext[2] - ext[0]) / 0.82))
for f in d["features"]:
    p = f["properties"]
    g = shape(f["geometry"])
    verts, codes = [], []
    for r in [g.exterior, *g.interiors]:
        c = list(r.coords)
        verts += c
        codes += [MPath.MOVETO] + [MPath.LINETO] * (len(c) - 2) + [MPath.CLOSEPOLY]
    path = MPath(verts, codes)
    if p["status"] == "contested":
        a, b = p["factions"]
        ax.add_patch(PathPatch(path, fc=COL[a], ec=COL[b], hatch="////", lw=0.6))
    elif p["status"] == "presence":
        ax.add_patch(PathPatch(path, fc="#eee8d5", ec=COL[p["faction"]], hatch="..", lw=0.5))
    else:
        ax.add_patch(PathPatch(path, fc=COL[p.get("faction", "")], ec="k", lw=0.5, alpha=.85))
for f in json.loads((base / "rivers.geojson").read_text())["features"]:
    g = shape(f["geometry"])
    for l in getattr(g, "geoms", [g]):
        ax.plot(*l.xy, c="#3b7dd8", lw=1)
pl = GEODATA / "places.csv"
zoom = ext[2] - ext[0]
if pl.exists():
    for r in csv.DictReader(pl.open()):
        x, y = float(r["lon"]), float(r["lat"])
        if ext[0] < x < ext[2] and ext[1] < y < ext[3] and int(r["rank"]) <= (4 if zoom > 5 else 9):
            ax.plot(x, y, "k.", ms=3)
            ax.annotate(r["id"], (x, y), fontsize=7 if zoom > 5 else 8)
ax.set_xlim(ext[0], ext[2]); ax.set_ylim(ext[1], ext[3]); ax.set_aspect(1 / 0.82)
ax.set_title(day); ax.grid(alpha=.3)
fig.tight_layout(); fig.savefig(Path(tempfile.gettempdir()) / f"{day}.png", dpi=75)
