#!/usr/bin/env python3
"""make_series.py FOLDER [--days 770] [--vertices 3000] [--sides 4] [--date mixed|file|name|property] [--seed 1]

A war that never was, as a folder of daily GeoJSON files: a front that drifts, pockets, islands and ground that both sides claim. The files are
as careless as real ones: positions in two or three dimensions, rings wound any way, empty multipolygons, slivers and overlaps along the
front, now and then a ring that crosses itself or has two points; the date in a property, in the `name` of the collection or in the file name.
With --sides 1 each file is one multipolygon without properties and the date in name and file name, as DeepStateMap's daily files are.
The same arguments give the same bytes."""
import argparse, datetime, json, math, os, random

WEST, EAST, SOUTH, NORTH = 31.0, 40.0, 45.0, 51.5
FIRST = datetime.date(2022, 3, 1)
SIDES = ["east", "west", "north", "league"]


def front(random, count):
    """Longitudes of the front at `count` latitudes from south to north: a broken line that never turns back on itself."""
    x = [0.0] * count
    x[0], x[-1] = 35.2, 37.4

    def bend(low, high, size):
        if high - low < 2:
            return
        middle = (low + high) // 2
        x[middle] = (x[low] + x[high]) / 2 + random.gauss(0, size)
        bend(low, middle, size * 0.56)
        bend(middle, high, size * 0.56)

    bend(0, count - 1, 0.5)
    return x


def drift(random, x):
    """One day: three to six pushes, each over a stretch of the front, more often westward in the first half of the war."""
    for _ in range(random.randint(3, 6)):
        middle, width = random.randrange(len(x)), random.uniform(4, 60)
        by = random.gauss(-0.0008, 0.004)
        for i in range(max(1, int(middle - 3 * width)), min(len(x) - 1, int(middle + 3 * width))):
            x[i] += by * math.exp(-(((i - middle) / width) ** 2) / 2)


def blob(random, lon, lat, size, count):
    phase = [random.uniform(0, 7) for _ in range(4)]
    ring = []
    for i in range(count):
        a = 2 * math.pi * i / count
        r = size * (1 + sum(math.sin(k * a + phase[k - 1]) for k in (2, 3, 4)) * 0.09)
        ring.append((lon + 1.4 * r * math.cos(a), lat + r * math.sin(a)))
    return ring


class War:
    def __init__(self, seed, vertices, sides):
        self.random = random.Random(seed)
        self.sides = sides
        # With two sides or more the front is written twice.
        along = int(vertices * (0.42 if sides > 1 else 0.8))
        self.latitudes = [SOUTH + (NORTH - SOUTH) * i / (along - 1) for i in range(along)]
        self.front = front(self.random, along)
        self.blob_size = max(8, int(vertices * (0.02 if sides > 1 else 0.04)))
        self.pockets = []

    def live(self, day):
        drift(self.random, self.front)
        # A pocket opens behind the front, shrinks and is gone.
        if day % 17 == 3:
            i = self.random.randrange(len(self.front) // 10, len(self.front) * 9 // 10)
            side = self.random.choice([-1, 1])
            self.pockets.append([self.front[i] + side * self.random.uniform(0.55, 0.8), self.latitudes[i], 0.2, side])
        for pocket in self.pockets:
            pocket[2] -= 0.006
        self.pockets = [p for p in self.pockets if p[2] > 0.02]

    def polygons(self):
        """By side: lists of rings, the exterior first."""
        line = list(zip(self.front, self.latitudes))
        seed = random.Random(len(self.pockets))
        east = [[(EAST, SOUTH), (EAST, NORTH)] + line[::-1]]
        islands = [[blob(seed, 33.2, 44.4, 0.22, self.blob_size)], [blob(seed, 34.6, 44.2, 0.3, self.blob_size)]]
        if self.sides == 1:
            east += [blob(random.Random(i), p[0], p[1], p[2], self.blob_size) for i, p in enumerate(self.pockets) if p[3] > 0]
            apart = [[blob(random.Random(i), p[0], p[1], p[2], self.blob_size)] for i, p in enumerate(self.pockets) if p[3] < 0]
            return {"east": [east] + islands + apart}
        # The west saw the line a little elsewhere: slivers of metres and overlaps of some hundred.
        jitter = random.Random(7)
        seen, run = [], 0.0
        for i, (x, y) in enumerate(line):
            if i % 40 == 0:
                run = jitter.choice([0, 0, 0, 0, 0.0003, -0.0004, 0.004])
            seen.append((x + (run if 0 < i < len(line) - 1 else 0), y))
        west = [[(WEST, NORTH), (WEST, SOUTH)] + seen]
        result = {"east": [east] + islands, "west": [west], "north": [], "league": []}
        for i, p in enumerate(self.pockets):
            ring = blob(random.Random(i), p[0], p[1], p[2], self.blob_size)
            result["west" if p[3] > 0 else "east"].append([ring])
        if self.sides > 2:
            result["north"] = [[[(WEST, 50.6), (33.0, 50.6), (34.2, NORTH), (34.2, 52.0), (WEST, 52.0)]]]
        if self.sides > 3:
            result["league"] = [[blob(seed, 32.4, 46.2, 0.3, self.blob_size)]]
        return {side: result[side] for side in SIDES[: self.sides]}


def written(ring, random, height):
    points = [[round(x, 6), round(y, 6)] + ([round(random.uniform(0, 200), 1)] if height else []) for x, y in ring]
    start = random.randrange(len(points))
    points = points[start:] + points[:start]
    if random.random() < 0.5:
        points.reverse()
    return points + [points[0]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--days", type=int, default=770)
    parser.add_argument("--vertices", type=int, default=3000)
    parser.add_argument("--sides", type=int, default=4, choices=[1, 2, 3, 4])
    parser.add_argument("--date", default="mixed", choices=["mixed", "file", "name", "property"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", action="store_true", help="no rings that cross themselves and none of two points")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    war = War(options.seed, options.vertices, options.sides)
    random_ = random.Random(options.seed + 1)
    total = 0
    for number in range(options.days):
        war.live(number)
        day = FIRST + datetime.timedelta(days=number)
        height = number % 5 == 2
        style = options.date if options.date != "mixed" else ["file", "name", "property"][number % 3]
        features = []
        for side, polygons in war.polygons().items():
            coordinates = [[written(ring, random_, height) for ring in polygon] for polygon in polygons]
            if not options.clean and side == "east" and number % 50 == 10:
                x, y = 38.5, 50.0
                coordinates.append([[[x, y], [x + 0.1, y + 0.1], [x + 0.1, y], [x, y + 0.1], [x, y]]])
            if not options.clean and side == "east" and number % 50 == 20:
                coordinates.append([[[36, 49], [36.1, 49], [36, 49]]])
            total += sum(len(ring) - 1 for polygon in coordinates for ring in polygon)
            properties = {} if options.sides == 1 else {"side": side}
            if style == "property":
                properties["date"] = day.isoformat()
            features.append({"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": coordinates}})
        if number % 9 == 4:
            features.append(
                {"type": "Feature", "properties": dict(features[0]["properties"]), "geometry": {"type": "MultiPolygon", "coordinates": []}}
            )
        collection = {"type": "FeatureCollection", "features": features}
        if style == "name" or options.sides == 1:
            collection = {"type": "FeatureCollection", "name": f"war_data_{day:%Y%m%d}", "features": features}
        name = f"war_data_{day:%Y%m%d}.geojson" if style == "file" or options.sides == 1 else f"snapshot-{number:04}.geojson"
        with open(os.path.join(options.folder, name), "w", encoding="utf-8") as file:
            json.dump(collection, file)
    print(f"{options.days} days, {total // max(1, options.days)} vertices a day")


if __name__ == "__main__":
    main()
