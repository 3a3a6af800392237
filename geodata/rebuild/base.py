"""Rebuilds geodata/base from unpacked packages:  base.py PACKAGES PLACES.csv OUT

With - for PACKAGES only roads.geojson is written, which needs no package.
"""

import os
import sys

import elevation
import natural_earth
from airfields import airfields
from layers import write_layer
from reservoirs import reservoirs
from rivers import rivers
from roads import roads


def main(packages, places_file, out):
    os.makedirs(out, exist_ok=True)
    write_layer(out, "roads", roads(places_file))
    if packages == "-":
        return
    packages = os.path.join(packages, "")
    land_features = natural_earth.land(packages)
    write_layer(out, "land", land_features)
    shapes = natural_earth.country_shapes(packages)
    write_layer(out, "countries", natural_earth.countries(shapes))
    border_features = natural_earth.borders(packages)
    write_layer(out, "borders", border_features)
    coast_features = natural_earth.coast(packages)
    write_layer(out, "coast", coast_features)
    provinces = natural_earth.governorates(packages, shapes)
    write_layer(out, "governorates", provinces)
    write_layer(out, "governorate_lines",
                natural_earth.governorate_lines(packages, provinces, border_features, coast_features,
                                                land_features))
    grid = elevation.heights(packages)
    rows, columns = elevation.write_relief(grid, os.path.join(out, "relief.png"))
    print(f"relief.png         {columns} x {rows} pixels {os.path.getsize(os.path.join(out, 'relief.png'))} bytes")
    write_layer(out, "lakes", natural_earth.lakes(packages, reservoirs(grid)))
    write_layer(out, "rivers", rivers(packages, elevation.above_floor(grid)))
    write_layer(out, "airfields", airfields(packages))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3])
