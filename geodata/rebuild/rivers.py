"""Rivers as a few long lines in flow order: Natural Earth reaches chained, and tributaries drawn by hand."""

from shapely.geometry import LineString, Point

from elevation import river_course
from layers import merged_lines, read_shapes
from names import RIVERS
from natural_earth import NE_V4

CHAINS = {  # river: Natural Earth names of its reaches, and a point by its upper end
    "Euphrates": (("Firat", "Al Furat", "Euphrates"), (38.438, 38.5)),
    "Tigris": (("Dicle", "Tigris"), (39.522, 38.5)),
    "Shatt al-Arab": (("Shatt al Arab",), (47.469, 30.968)),
    "Jordan": (("Jordan",), (35.864, 33.596)),
    "Hindiyah Branch": (("Hindiyah Channel",), (44.354, 32.241)),
    "Shatt al-Hillah": (("Shatt al Hillah",), (44.268, 32.731)),
    "Gharraf Canal": (("Gharraf Canal",), (45.809, 32.502)),
    "Karkheh": (("Karkheh",), (48.983, 33.948)),
    "Ceyhan": (("Ceyhan",), (36.867, 38.5)),
    "Qezel Owzan": (("Qezel Owzan",), (46.783, 35.599)),
    "Talkheh": (("Talkeh",), (47.765, 38.144)),
}

# Waypoints set by hand, in flow order: towns on the bank, dams and confluences. Between them the line follows the
# valley floor of the elevation grid. A last point of None is the nearest point on the river named with it.
COURSES = {
    "Khabur": ([(40.072, 36.843), (40.378, 36.657), (40.56, 36.555), (40.735, 36.492), (40.79, 36.40),
                (40.765, 36.30), (40.768, 36.225), (40.725, 36.12), (40.738, 36.055), (40.762, 35.745),
                (40.737, 35.643), (40.648, 35.508), (40.59, 35.40), (40.515, 35.27), (40.445, 35.165)], "Euphrates"),
    "Jaghjagh": ([(41.228, 37.07), (41.16, 36.90), (41.10, 36.77), (41.055, 36.66), (40.93, 36.575), (40.80, 36.515)], "Khabur"),
    "Balikh": ([(38.943, 36.668), (39.02, 36.585), (39.075, 36.49), (39.055, 36.34), (39.02, 36.20), (39.075, 36.06),
                (39.105, 35.965)], "Euphrates"),
    "Great Zab": ([(43.71, 37.54), (43.59, 37.25), (43.65, 37.06), (43.84, 37.02), (44.03, 36.92), (44.268, 36.70),
                   (44.17, 36.615), (43.82, 36.44), (43.64, 36.275), (43.49, 36.04)], "Tigris"),
    "Little Zab": ([(45.27, 36.62), (45.38, 36.40), (45.47, 36.165), (45.38, 36.02), (45.20, 36.10), (45.03, 36.205), (44.92, 36.03), (44.955, 35.93),
                    (44.585, 35.885), (44.145, 35.755), (44.07, 35.675), (43.88, 35.54), (43.61, 35.27)], "Tigris"),
    "Diyala": ([(46.05, 35.115), (45.70, 35.11), (45.56, 34.90), (45.30, 34.625), (45.155, 34.275), (44.965, 34.115),
                (44.92, 33.99), (44.62, 33.755), (44.60, 33.50), (44.52, 33.235)], "Tigris"),
    "Orontes": ([(36.345, 34.195), (36.375, 34.355), (36.53, 34.53), (36.59, 34.655), (36.695, 34.735), (36.735, 34.93),
                 (36.755, 35.135), (36.58, 35.26), (36.41, 35.32), (36.365, 35.43), (36.335, 35.60), (36.318, 35.81),
                 (36.392, 35.99), (36.37, 36.20), (36.165, 36.205), (35.965, 36.045)], None),
}


def chained(reaches, start, gap=0.03):
    """Reaches put in line from `start`, each taken up where the last one ends; slivers and side arms are left out."""
    pool = [line for line in reaches if line.length > 0.02]
    points, at = [], start
    while True:
        ends = []
        for index, line in enumerate(pool):
            for backwards in (False, True):
                distance = Point(line.coords[-1 if backwards else 0]).distance(Point(at))
                if distance <= gap:
                    ends.append((distance, index, backwards))
        if not ends:
            break
        _, index, backwards = min(ends)
        coords = list(pool.pop(index).coords)
        if backwards:
            coords.reverse()
        points += coords[1:] if points and Point(coords[0]).distance(Point(points[-1])) < 1e-9 else coords
        at = points[-1]
    if not points:
        raise SystemExit(f"no reach begins at {start}")
    return LineString(points)


def without_loops(line, reach=8):
    """Cuts the small loops that overlapping reach ends leave: at most `reach` vertices back on themselves."""
    points = list(line.coords)
    at = 0
    while at + 2 < len(points):
        here = LineString(points[at:at + 2])
        for ahead in range(min(at + reach, len(points) - 2), at + 1, -1):
            crossing = here.intersection(LineString(points[ahead:ahead + 2]))
            if not crossing.is_empty:
                meeting = crossing.representative_point().coords[0]
                points[at + 1:ahead + 1] = [meeting]
                break
        at += 1
    return LineString(points)


def rivers(packages, rise):
    reaches = {}
    for row, shape in read_shapes(packages + NE_V4 + "ne_10m_rivers_lake_centerlines.shp"):
        reaches.setdefault(row["name"], []).append(shape)
    courses = {}
    for river, (names, start) in CHAINS.items():
        courses[river] = without_loops(chained([line for name in names for line in merged_lines(reaches[name])], start))
    for river, (waypoints, receiver) in COURSES.items():
        if receiver:
            main = courses[receiver]
            mouth = main.interpolate(main.project(Point(waypoints[-1]))).coords[0]
            waypoints = waypoints + [mouth]
        courses[river] = river_course(rise, waypoints)
    order = {river: at for at, river in enumerate(RIVERS)}
    features = []
    for river in sorted(courses, key=order.get):
        arabic, rank = RIVERS[river]
        origin = "natural-earth" if river in CHAINS else "hand"
        features.append(({"name_en": river, "name_ar": arabic, "rank": rank, "source": origin}, courses[river]))
    return features
