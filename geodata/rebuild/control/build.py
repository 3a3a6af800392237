"""Builds geodata/control/DAY.geojson from the hand-set areas beside this file.

    python3 geodata/rebuild/control/build.py [--base DIR]

Needs shapely 1.8 or newer and numpy. Same input, same bytes.
"""
import argparse
import importlib
from pathlib import Path

import coverage

HERE = Path(__file__).resolve().parent
GEODATA = HERE.parent.parent
DAYS = ["2017-05-30", "2017-06-02", "2018-06-25", "2018-07-17", "2018-08-26", "2018-12-06"]

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", type=Path, default=GEODATA / "base")
    parser.add_argument("--out", type=Path, default=GEODATA / "control")
    parser.add_argument("days", nargs="*", default=[])
    args = parser.parse_args()
    ground = coverage.Ground(args.base)
    for day in args.days or DAYS:
        areas = importlib.import_module("day_" + day.replace("-", "_")).areas()
        parts = coverage.build(areas, ground)
        path = args.out / f"{day}.geojson"
        coverage.write(path, day, parts)
        print(day, len(parts), "areas", path.stat().st_size // 1000, "kB")
