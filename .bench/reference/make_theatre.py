#!/usr/bin/env python3
"""Turns the files of the reference job (a folder with land, lakes, rivers, borders, places and control as GeoJSON) into a theatre.

usage: make_theatre.py JOB THEATRE
then:  hyperfine 'sitmap render --theatre THEATRE --on 2018-06-18 -o map.png'
"""
import csv
import json
import os
import shutil
import sys

job, out = sys.argv[1:3]
base = os.path.join(out, "geodata", "base")
control = os.path.join(out, "geodata", "control")
for folder in (base, control, os.path.join(out, "seeds")):
    os.makedirs(folder, exist_ok=True)


def read(name):
    with open(os.path.join(job, name + ".geojson"), encoding="utf-8") as file:
        return json.load(file)


def write(collection, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(collection, file, ensure_ascii=False, separators=(",", ":"))


for layer in ("land", "lakes", "rivers"):
    shutil.copy(os.path.join(job, layer + ".geojson"), base)

borders = read("borders")
for feature in borders["features"]:
    old = feature["properties"]
    pair = sorted([old.get("adm0_left") or "one side", old.get("adm0_right") or "other side"])
    feature["properties"] = {"between": pair, "disputed": "isput" in old.get("featurecla", "")}
write(borders, os.path.join(base, "borders.geojson"))

faces = read("control")
faces["as_of"] = "2018-06-18"
for feature in faces["features"]:
    feature["properties"] = {"faction": feature["properties"]["faction"], "status": "held", "basis": "editorial: made up"}
write(faces, os.path.join(control, "2018-06-18.geojson"))

with open(os.path.join(out, "geodata", "places.csv"), "w", encoding="utf-8", newline="") as file:
    table = csv.writer(file)
    table.writerow(["id", "name_en", "kind", "lon", "lat", "rank", "source"])
    for number, feature in enumerate(read("places")["features"]):
        rank = min(6, max(1, int(feature["properties"].get("scalerank", 8)) // 2))
        lon, lat = feature["geometry"]["coordinates"][:2]
        table.writerow([f"p{number}", feature["properties"]["name"], "town", round(lon, 5), round(lat, 5), rank, "natural-earth"])

with open(os.path.join(out, "geodata", "theatre.yaml"), "w", encoding="utf-8") as file:
    file.write(
        """theatre: reference
title: {en: 18 June 2018}
extent: [36, 31, 46, 38]
projection: "+proj=lcc +lat_1=31 +lat_2=37 +lat_0=34.5 +lon_0=41 +ellps=WGS84"
languages: [en]
days: 2018-01-01/2018-12-31
layers:
  - {id: land, as: land, file: base/land.geojson}
  - {id: rivers, as: river, file: base/rivers.geojson}
  - {id: lakes, as: lake, file: base/lakes.geojson}
  - {id: borders, as: border, file: base/borders.geojson}
"""
    )

with open(os.path.join(out, "geodata", "factions.yaml"), "w", encoding="utf-8") as file:
    file.write("sides:\n  - {id: one, name: {en: One}}\n  - {id: other, name: {en: Other}}\nfactions:\n")
    for name, color, side in (
        ("government", "#c0392b", "one"),
        ("iran_backed", "#7d3c98", "one"),
        ("sdf", "#f1c40f", "other"),
        ("isis", "#424949", "other"),
        ("opposition", "#27ae60", "other"),
    ):
        file.write(f'  - {{id: {name}, name: {{en: {name}}}, color: "{color}", side: {side}}}\n')
