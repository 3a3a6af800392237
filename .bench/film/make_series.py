#!/usr/bin/env python3
"""Writes a made-up series of daily control snapshots: DIR/2017-01-01.geojson and so on.

Five factions share a country of 900 by 700 km. Their fronts are the valley lines of a smooth random field that drifts
from day to day, traced on a fixed grid, so that every day has about 3000 vertices, neighbours share them exactly, and most
days differ from the day before. The same seed gives the same bytes.

    make_series.py DIR [--days 769] [--seed 5] [--vertices 3000]
"""
import argparse
import datetime
import json
import math
import os
import random

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--days", type=int, default=769)
parser.add_argument("--seed", type=int, default=5)
parser.add_argument("--vertices", type=int, default=3000)
options = parser.parse_args()
chance = random.Random(options.seed)

WEST, SOUTH, WIDTH, HEIGHT = 36.0, 32.0, 9.0, 6.5
FACTIONS = ["north", "south", "east", "west", "rebels"]
# Bases move slowly on loops of their own; ground belongs to the nearest, by distances that a smooth noise bends.
BASES = [
    (FACTIONS[i % 5], chance.random(), chance.random(), 0.05 + 0.06 * chance.random(), chance.uniform(0, 6.3), chance.uniform(0.6, 1.6))
    for i in range(12)
]
WAVES = [(chance.uniform(-9, 9), chance.uniform(-9, 9), chance.uniform(0, 6.3), chance.uniform(-0.5, 0.5)) for _ in range(14)]


def holders(day, columns, rows):
    """The faction of every cell."""
    time = 2 * math.pi * day / 400
    now = [
        (f, x + r * math.cos(p + s * time), y + r * math.sin(p + s * time)) for f, x, y, r, p, s in BASES
    ]
    grid = []
    for row in range(rows):
        line = []
        v = (row + 0.5) / rows
        for column in range(columns):
            u = (column + 0.5) / columns
            bend_x = sum(math.sin(6.28 * (a * u + b * v) + p + w * time) for a, b, p, w in WAVES[:7]) * 0.012
            bend_y = sum(math.sin(6.28 * (a * u + b * v) + p + w * time) for a, b, p, w in WAVES[7:]) * 0.012
            line.append(min(now, key=lambda base: (u + bend_x - base[1]) ** 2 + (v + bend_y - base[2]) ** 2)[0])
        grid.append(line)
    return grid


def corner(column, row, columns, rows):
    """A corner of a cell, pushed off the grid by an amount of its own, so that outlines are no staircases."""
    noise = math.sin(column * 12.9898 + row * 78.233) * 43758.5453
    other = math.sin(column * 39.3467 + row * 11.135) * 24634.6345
    inside = 0 < column < columns and 0 < row < rows
    dx = (noise - math.floor(noise) - 0.5) * 0.7 if inside else 0
    dy = (other - math.floor(other) - 0.5) * 0.7 if inside else 0
    return (round(WEST + WIDTH * (column + dx) / columns, 5), round(SOUTH + HEIGHT * (row + dy) / rows, 5))


def outlines(grid, faction):
    """Closed rings around the cells of a faction, counterclockwise, with the holes of each."""
    rows, columns = len(grid), len(grid[0])
    mine = lambda c, r: 0 <= c < columns and 0 <= r < rows and grid[r][c] == faction
    edges = {}
    for r in range(rows):
        for c in range(columns):
            if not mine(c, r):
                continue
            for (a, b, n) in (((c, r), (c + 1, r), (c, r - 1)), ((c + 1, r), (c + 1, r + 1), (c + 1, r)),
                              ((c + 1, r + 1), (c, r + 1), (c, r + 1)), ((c, r + 1), (c, r), (c - 1, r))):
                if not mine(*n):
                    edges.setdefault(a, []).append(b)
    rings = []
    while edges:
        start = min(edges)
        ring, at, came = [start], start, None
        while True:
            choices = edges[at]
            # Where four edges meet, turn left, so that rings never cross themselves.
            if len(choices) > 1 and came:
                choices.sort(key=lambda b: -((at[0] - came[0]) * (b[1] - at[1]) - (at[1] - came[1]) * (b[0] - at[0])))
            after = choices.pop(0)
            if not choices:
                del edges[at]
            came, at = at, after
            if at == start:
                break
            ring.append(at)
        rings.append(ring)
    return rings


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def contains(ring, p):
    inside = False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
    return inside


def polygons(grid, faction):
    rows, columns = len(grid), len(grid[0])
    rings = outlines(grid, faction)
    outer = [r for r in rings if area(r) > 0]
    result = [[r] for r in outer]
    for hole in (r for r in rings if area(r) < 0):
        a, b = hole[0], hole[1]
        # A point just left of the hole's first edge is the faction's own ground.
        p = ((a[0] + b[0]) / 2 - (b[1] - a[1]) * 0.25, (a[1] + b[1]) / 2 + (b[0] - a[0]) * 0.25)
        homes = [r for r in outer if contains(r, p)]
        if homes:
            result[outer.index(min(homes, key=area))].append(hole)
    return [[[corner(c, r, columns, rows) for c, r in ring + ring[:1]] for ring in polygon] for polygon in result]


def snapshot(day, columns, rows):
    grid = holders(day, columns, rows)
    features, count = [], 0
    for faction in FACTIONS:
        shape = polygons(grid, faction)
        count += sum(len(ring) - 1 for polygon in shape for ring in polygon)
        if shape:
            features.append({"type": "Feature", "properties": {"faction": faction}, "geometry": {"type": "MultiPolygon", "coordinates": shape}})
    return features, count


# The grid that gives about the wanted number of vertices on the first day.
rows = 40
for _ in range(6):
    columns = rows * 9 // 7
    count = snapshot(0, columns, rows)[1]
    rows = max(10, round(rows * options.vertices / max(1, count)))
columns = rows * 9 // 7
os.makedirs(options.folder, exist_ok=True)
first = datetime.date(2017, 1, 1)
total = 0
for number in range(options.days):
    features, count = snapshot(number, columns, rows)
    total += count
    day = (first + datetime.timedelta(days=number)).isoformat()
    with open(os.path.join(options.folder, day + ".geojson"), "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "as_of": day, "features": features}, file, separators=(",", ":"))
print(f"{options.days} days, {total // options.days} vertices a day, a grid of {columns} by {rows}")
