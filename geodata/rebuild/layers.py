"""Reading the packaged sources and writing the base layers: what every layer script shares."""

import json
import os

from osgeo import ogr
from shapely import wkb
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, box
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, unary_union

ogr.UseExceptions()

WEST, SOUTH, EAST, NORTH = 34.0, 28.5, 49.0, 38.5
FRAME = box(WEST, SOUTH, EAST, NORTH)
DECIMALS = 5


def read_shapes(path, layer=0, keep=None):
    """(attributes, geometry) of every feature that touches the frame, clipped to it, in file order."""
    source = ogr.Open(path)
    if source is None:
        raise SystemExit(f"cannot open {path}")
    table = source.GetLayer(layer)
    table.SetSpatialFilterRect(WEST, SOUTH, EAST, NORTH)
    found = []
    for feature in table:
        attributes = feature.items()
        if keep is not None and not keep(attributes):
            continue
        shape = wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb()))
        if shape.geom_type in ("Polygon", "MultiPolygon") and not shape.is_valid:
            shape = shape.buffer(0)
        shape = shape.intersection(FRAME)
        if not shape.is_empty:
            found.append((attributes, shape))
    return found


def lines_of(shape):
    """The LineStrings inside any geometry; points left over from clipping are dropped."""
    if shape.is_empty:
        return []
    if shape.geom_type in ("LineString", "LinearRing"):
        return [LineString(shape.coords)]
    if hasattr(shape, "geoms"):
        return [line for part in shape.geoms for line in lines_of(part)]
    return []


def polygons_of(shape):
    """The Polygons inside any geometry."""
    if shape.is_empty:
        return []
    if shape.geom_type == "Polygon":
        return [shape]
    if hasattr(shape, "geoms"):
        return [part for member in shape.geoms for part in polygons_of(member)]
    return []


def merged_lines(shapes):
    """Lines joined end to end wherever just two of them meet."""
    lines = [line for shape in shapes for line in lines_of(shape)]
    return lines_of(linemerge(lines)) if lines else []


def number(value):
    """A coordinate with at most five decimals and no needless zeros."""
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded(coordinates):
    """Coordinates on the output grid without repeats next to each other."""
    out = []
    for x, y in ((round(c[0], DECIMALS), round(c[1], DECIMALS)) for c in coordinates):
        if not out or out[-1] != (x, y):
            out.append((x, y))
    return out


def on_grid(shape):
    """The shape with its vertices on the output grid, rings counterclockwise outside, always valid."""
    if shape.geom_type in ("LineString", "MultiLineString"):
        lines = [rounded(line.coords) for line in lines_of(shape)]
        lines = [LineString(line) for line in lines if len(line) > 1]
        return lines[0] if len(lines) == 1 else MultiLineString(lines)
    kept = []
    for polygon in polygons_of(shape):
        exterior = rounded(polygon.exterior.coords)
        holes = [rounded(ring.coords) for ring in polygon.interiors]
        holes = [ring for ring in holes if len(ring) > 3]
        if len(exterior) > 3:
            made = Polygon(exterior, holes)
            kept.extend(polygons_of(made if made.is_valid else made.buffer(0)))
    kept = [orient(polygon) for polygon in kept if polygon.area > 1e-8]
    return kept[0] if len(kept) == 1 else MultiPolygon(kept)


def ring_text(coordinates):
    return "[" + ",".join(f"[{number(c[0])},{number(c[1])}]" for c in coordinates) + "]"


def polygon_text(polygon):
    return "[" + ",".join(ring_text(ring.coords) for ring in [polygon.exterior, *polygon.interiors]) + "]"


def geometry_text(shape):
    kind = shape.geom_type
    if kind == "Point":
        body = f"[{number(shape.x)},{number(shape.y)}]"
    elif kind == "LineString":
        body = ring_text(shape.coords)
    elif kind == "MultiLineString":
        body = "[" + ",".join(ring_text(line.coords) for line in shape.geoms) + "]"
    elif kind == "Polygon":
        body = polygon_text(shape)
    else:
        body = "[" + ",".join(polygon_text(part) for part in shape.geoms) + "]"
    return f'{{"type":"{kind}","coordinates":{body}}}'


def vertex_count(shape):
    if shape.geom_type == "Polygon":
        return sum(len(ring.coords) for ring in [shape.exterior, *shape.interiors])
    if hasattr(shape, "geoms"):
        return sum(vertex_count(part) for part in shape.geoms)
    return len(shape.coords)


def write_layer(folder, name, features):
    """Writes `name`.geojson: one feature per line, in the order given."""
    rows, vertices = [], 0
    for properties, shape in features:
        if shape.geom_type != "Point":
            shape = on_grid(shape)
        if shape.is_empty:
            raise SystemExit(f"{name}: empty geometry for {properties}")
        if not shape.is_valid:
            raise SystemExit(f"{name}: invalid geometry for {properties}")
        vertices += vertex_count(shape)
        kept = {key: value for key, value in properties.items() if value is not None}
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        rows.append(f'{{"type":"Feature","properties":{text},"geometry":{geometry_text(shape)}}}')
    path = os.path.join(folder, f"{name}.geojson")
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(rows) + "\n]}\n")
    print(f"{name:18} {len(rows):4} features {vertices:6} vertices {os.path.getsize(path):8} bytes")


def united(shapes):
    return unary_union(list(shapes))
