"""Main roads, drawn by hand: each passes exactly through the gazetteer places it names, and near the points between."""

import csv

from shapely.geometry import LineString

BASIS = "drawn by hand through gazetteer towns, generalised to about 2–5 km"

# name, rank (1 motorway or main highway, 2 main road, 3 track or minor road), then ids of places.csv and
# hand-set (lon, lat) points in order.
ROADS = [
    # Syria, west and centre
    ("M5 Damascus–Homs", 1, ["damascus", (36.36, 33.555), (36.50, 33.66), "qutayfah", (36.66, 33.86), "nabk", "qarah",
                             (36.76, 34.41), (36.74, 34.60), "homs"]),
    ("M5 Homs–Hama–Aleppo", 1, ["homs", "talbisah", "rastan", "hama", (36.745, 35.29), "murak", "khan-shaykhun",
                                "maarrat-al-numan", "saraqib", (36.98, 36.07), "aleppo"]),
    ("M5 Damascus–Nasib", 1, ["damascus", "kiswah", (36.25, 33.19), (36.27, 33.02), (36.26, 32.87), "khirbat-ghazalah",
                              (36.165, 32.64), "nasib", "nasib-crossing", "mafraq", "zarqa", "amman"]),
    ("Damascus–Daraa old road", 2, [(36.25, 33.19), "sanamayn", "shaykh-miskin", "ibta", "dael", "daraa", "ramtha", "irbid"]),
    ("Daraa–Khirbat Ghazalah", 2, ["daraa", (36.15, 32.67), "khirbat-ghazalah"]),
    ("Daraa–Busra al-Sham–Salkhad", 2, ["daraa", "jizah", "busra-al-sham", (36.57, 32.52), "salkhad"]),
    ("Damascus–Suwayda", 2, ["damascus", (36.34, 33.38), (36.44, 33.13), (36.62, 32.96), "shahba", "suwayda", (36.60, 32.54), "salkhad"]),
    ("Daraa–Suwayda", 2, ["khirbat-ghazalah", "musayfirah", (36.46, 32.67), "suwayda"]),
    ("Shaykh Miskin–Nawa–Khan Arnabah", 2, ["izra", "shaykh-miskin", "nawa", "jasim", "inkhil", "harrah", "jaba-quneitra", "khan-arnabah"]),
    ("Daraa–Muzayrib–Tasil", 3, ["daraa", (36.05, 32.66), "muzayrib", (35.985, 32.76), "tasil", (35.97, 32.87), "nawa"]),
    ("Damascus–Quneitra", 2, ["damascus", (36.19, 33.45), (36.10, 33.37), "sasa", "khan-arnabah", "quneitra"]),
    ("Beirut–Damascus", 1, ["beirut", (35.60, 33.815), (35.74, 33.80), (35.85, 33.82), (35.91, 33.725), (35.97, 33.655), (36.09, 33.59),
                            (36.20, 33.53), "damascus"]),
    ("Beirut–Tripoli–Tartus–Latakia", 1, ["beirut", (35.66, 33.98), (35.68, 34.13), (35.71, 34.26), "tripoli-lb", (35.975, 34.56), (35.99, 34.65),
                                          "tartus", "baniyas", "jablah", "latakia"]),
    ("Beirut–Sidon", 1, ["beirut", (35.50, 33.75), "sidon", (35.26, 33.27)]),
    ("Homs–Tartus", 1, ["homs", (36.53, 34.70), "tall-kalakh", (36.07, 34.69), "tartus"]),
    ("M4 Latakia–Saraqib", 1, ["latakia", (35.96, 35.62), (36.13, 35.77), "jisr-al-shughur", "ariha", "saraqib"]),
    ("Aleppo–Bab al-Hawa–Antakya", 2, ["aleppo", (36.98, 36.17), "atarib", (36.69, 36.235), (36.50, 36.24), "antakya", (36.20, 36.42), "iskenderun"]),
    ("Idlib–Saraqib and Ariha", 2, ["ariha", "idlib", "binnish", "saraqib"]),
    ("Idlib–Bab al-Hawa", 2, ["idlib", (36.68, 36.07), (36.69, 36.235)]),
    ("Aleppo–Azaz–Kilis", 2, ["aleppo", (37.12, 36.35), "tall-rifat", "azaz", "kilis", (37.30, 36.88), "gaziantep"]),
    ("Homs–Palmyra", 1, ["homs", (36.87, 34.67), "furqlus", (37.36, 34.54), "t4", (37.95, 34.53), "palmyra"]),
    ("Hama–Salamiyah", 2, ["hama", (36.90, 35.06), "salamiyah"]),
    ("Salamiyah–Ithriyah–Khanasir–Aleppo", 2, ["salamiyah", (37.25, 35.13), (37.45, 35.24), "ithriyah", (37.66, 35.56), "khanasir", (37.47, 35.95),
                                               "safirah", (37.25, 36.15), "aleppo"]),
    ("Ithriyah–Rusafa–Tabqa", 2, ["ithriyah", (38.06, 35.43), (38.38, 35.56), (38.56, 35.68), "tabqa"]),
    ("Rusafa–Sukhna", 3, ["mansurah", "rusafa", (38.80, 35.42), "kawm", "taybah-homs", "sukhna"]),
    # Damascus to Deir ez-Zor and Baghdad
    ("M20 Damascus–Palmyra", 1, ["damascus", (36.36, 33.555), (36.52, 33.61), "dumayr", (36.90, 33.70), (37.20, 33.84), (37.62, 34.05), (37.98, 34.30),
                                 "palmyra"]),
    ("M20 Palmyra–Deir ez-Zor", 1, ["palmyra", "arak", (38.72, 34.76), "sukhna", (39.22, 34.95), "kobajjep", "shula", (40.02, 35.285),
                                    "deir-ez-zor"]),
    ("M2 Damascus–al-Tanf", 1, [(36.90, 33.70), (37.25, 33.755), "sab-biyar", "zaza", (38.25, 33.64), "al-tanf", (38.76, 33.47), "walid-crossing"]),
    ("Walid–Rutba", 2, ["walid-crossing", (39.16, 33.31), (39.46, 33.14), (39.77, 33.02)]),
    ("Freeway 1 Trebil–Rutba–Ramadi–Baghdad", 1, ["trebil", (39.40, 32.88), (39.77, 33.02), (40.28, 33.075), (40.86, 33.12), (41.50, 33.20),
                                                  (42.15, 33.25), (42.70, 33.30), (43.08, 33.41), (43.26, 33.475), (43.50, 33.455),
                                                  (43.72, 33.41), (43.95, 33.36), (44.18, 33.335), "baghdad"]),
    ("Rutba town road", 2, [(39.77, 33.02), (40.05, 33.02), "rutba", (40.40, 33.085)]),
    ("Ramadi–Habbaniyah–Fallujah–Baghdad", 2, [(43.08, 33.41), "ramadi", (43.38, 33.438), (43.48, 33.425), "habbaniyah", "fallujah", (43.98, 33.32), "abu-ghraib", "baghdad"]),
    ("Amman–Ruwayshid–Trebil", 1, ["mafraq", (36.60, 32.22), (37.13, 32.20), (37.70, 32.33), (38.20, 32.50), (38.65, 32.64), "trebil"]),
    ("Palmyra–T2–Abu Kamal pipeline track", 3, ["palmyra", (38.55, 34.555), "t3", (39.30, 34.475), "humaymah", "t2", (40.55, 34.405), "abu-kamal"]),
    ("Hisya–Qaryatayn–Palmyra", 2, [(36.76, 34.41), (36.92, 34.31), "mahin", "qaryatayn", (37.72, 34.37), "palmyra"]),
    ("Nasiriyah–Qaryatayn", 3, ["jayrud", (36.87, 33.93), "qaryatayn"]),
    ("Zaza–Palmyra track", 3, ["zaza", (37.99, 33.90), "ulayyaniyah", (38.20, 34.28), "palmyra"]),
    ("Akashat–Qaim", 2, ["akashat", (40.22, 33.82), (40.60, 34.06), (40.90, 34.28), "qaim"]),
    ("Rutba–Akashat", 2, ["rutba", (40.20, 33.24), (40.06, 33.50), "akashat", "waar-border"]),
    ("Rutba–Nukhayb–Karbala", 2, ["rutba", (40.90, 32.72), (41.55, 32.33), "nukhayb", (42.75, 32.19), (43.42, 32.37), (43.70, 32.43), (43.92, 32.49), "karbala"]),
    # both banks of the Euphrates
    ("Aleppo–Maskanah–Tabqa", 1, ["aleppo", (37.34, 36.19), (37.53, 36.155), "dayr-hafir", (37.88, 36.06), "maskanah", (38.18, 35.865),
                                  (38.37, 35.755), (38.49, 35.79), "tabqa", "mansurah"]),
    ("Raqqa–Deir ez-Zor right bank", 1, ["mansurah", (38.88, 35.885), (39.02, 35.905), (39.09, 35.87), (39.17, 35.843), "sabkhah", (39.44, 35.765), (39.585, 35.74),
                                         (39.74, 35.695), "tibni", (39.90, 35.51), "ayyash", (40.09, 35.362), "deir-ez-zor"]),
    ("Raqqa bridge", 1, ["raqqa", (39.015, 35.93), (39.02, 35.905)]),
    ("Deir ez-Zor–Abu Kamal right bank", 1, ["deir-ez-zor", (40.185, 35.275), "muhasan", (40.375, 35.14), (40.41, 35.085), (40.427, 35.045),
                                             "mayadin", (40.466, 34.99), "quriyah", "ashara", (40.571, 34.877), "subaykhan", "duwayr", "salihiyah", (40.775, 34.695), "jalaa", (40.885, 34.505), "abu-kamal"]),
    ("Abu Kamal–Qaim–Haditha–Ramadi", 1, ["abu-kamal", "abu-kamal-crossing", "husaybah", "karabilah", "qaim", (41.13, 34.345), (41.25, 34.375),
                                          (41.45, 34.385), (41.74, 34.425), "anah", (42.10, 34.24), (42.28, 34.15), "haditha", "haqlaniyah", (42.47, 33.95), "baghdadi",
                                          (42.66, 33.72), "hit", (42.865, 33.58), (42.97, 33.505), (43.15, 33.45), "ramadi"]),
    ("Raqqa–Busayrah left bank", 2, ["raqqa", (39.14, 35.925), "karamah", (39.48, 35.83), (39.75, 35.775), (39.865, 35.68), "kasrah", (40.05, 35.505),
                                     (40.125, 35.405), (40.20, 35.345), "khusham", (40.37, 35.255), (40.432, 35.205), "busayrah"]),
    ("Busayrah–Hajin–Baghuz left bank", 2, ["busayrah", "shuhayl", (40.484, 35.06), "dhiban", (40.585, 34.965), (40.64, 34.88), "abu-hamam", "kishkiyah", "gharanij",
                                            "bahrah", (40.822, 34.722), "hajin", (40.868, 34.684), "abu-al-hasan", (40.942, 34.615), "shaafah", "susah", "baghuz"]),
    ("Rawah–Anah", 2, ["rawah", (41.955, 34.43), "anah"]),
    # north-east Syria
    ("Deir ez-Zor–Shaddadi–Hasakah–Qamishli", 1, ["deir-ez-zor", (40.19, 35.39), (40.42, 35.47), "suwar", (40.715, 35.62), "markada", "shaddadi",
                                                  (40.745, 36.14), "arishah", (40.76, 36.37), "hasakah", (40.89, 36.66), (41.03, 36.86), "qamishli"]),
    ("M4 Aleppo–Manbij–Tall Tamr–Qamishli", 1, ["aleppo", (37.33, 36.29), "al-bab", (37.72, 36.47), "manbij", (38.17, 36.60), (38.24, 36.62), "sarrin",
                                                (38.58, 36.47), "ayn-isa", (39.15, 36.44), (39.60, 36.54), (40.05, 36.62), "tall-tamr",
                                                (40.66, 36.80), (40.95, 36.95), "qamishli"]),
    ("Qamishli–Yarubiyah–Mosul", 1, ["qamishli", "qahtaniyah-sy", (41.80, 36.94), "yarubiyah", "rabia", (42.36, 36.665), (42.62, 36.50), (42.70, 36.44),
                                     "badush", "mosul"]),
    ("Qamishli–Malikiyah–Semalka", 2, ["qahtaniyah-sy", (41.83, 37.05), "malikiyah", "semalka"]),
    ("Hasakah–Tall Tamr–Ras al-Ayn", 2, ["hasakah", (40.55, 36.58), "tall-tamr", (40.17, 36.76), "ras-al-ayn"]),
    ("Qamishli–Amuda–Darbasiyah–Ras al-Ayn", 2, ["qamishli", (41.09, 37.055), "amuda", (40.78, 37.07), "darbasiyah", (40.42, 36.95), (40.21, 36.865),
                                                    "ras-al-ayn"]),
    ("Raqqa–Ayn Isa–Tall Abyad", 2, ["raqqa", (38.96, 36.15), "ayn-isa", (38.90, 36.53), "tall-abyad", "akcakale", (38.86, 36.95), "sanliurfa"]),
    ("Raqqa–Tabqa north bank", 2, ["raqqa", (38.80, 35.975), "tabqa-dam", "tabqa"]),
    ("Kobani–Sarrin", 2, ["kobani", (38.34, 36.74), "sarrin"]),
    ("Jarabulus–Manbij", 2, ["jarabulus", (37.97, 36.68), "manbij"]),
    ("Hasakah–Hawl–Sinjar", 2, ["hasakah", (40.95, 36.43), "hawl", "um-jaris", "um-al-dhiban", (41.62, 36.29), "sinjar"]),
    ("Kasrah–Hasakah track", 3, ["kasrah", (40.05, 35.78), (40.25, 36.05), (40.55, 36.30), "hasakah"]),
    # Nineveh and the Jazirah
    ("Mosul–Tal Afar–Sinjar", 1, [(42.70, 36.44), "tal-afar", (42.22, 36.345), "sinjar"]),
    ("Sinjar–Baaj", 2, ["sinjar", (41.76, 36.25), "qahtaniyah-iq", "baaj"]),
    ("Baaj–Qaim desert track", 3, ["baaj", (41.56, 35.68), (41.42, 35.22), (41.28, 34.78), (41.13, 34.45), "qaim"]),
    ("Baaj–Tall Safuk track", 3, ["baaj", (41.50, 36.05), "tall-safuk"]),
    ("Baaj–Qayrawan–Mosul", 3, ["baaj", (41.90, 36.12), "qayrawan", (42.38, 36.21), "muhallabiyah", (42.95, 36.28), "mosul"]),
    ("Sinjar–Sinuni–Rabia", 2, ["sinjar", (41.87, 36.39), (41.84, 36.46), (41.93, 36.57), (42.03, 36.71), "rabia"]),
    ("Sinuni–Khana Sor", 2, [(41.84, 36.46), "sinuni", "khana-sor"]),
    ("Qayyarah–Hatra–Baaj", 3, ["qayyarah", (43.10, 35.72), "hatra", (42.42, 35.74), "sahl-sinjar", "baaj"]),
    ("Highway 1 Baghdad–Baiji", 1, ["baghdad", (44.31, 33.43), "taji", (44.26, 33.70), "dujail", (44.04, 33.99), (43.91, 34.07), (43.80, 34.19), (43.73, 34.42),
                                    "tikrit", (43.56, 34.75), "baiji"]),
    ("Highway 1 Baiji–Mosul", 1, ["baiji", (43.36, 35.10), (43.24, 35.30), (43.19, 35.50), (43.22, 35.70), (43.26, 35.83), (43.21, 36.03),
                                  (43.20, 36.18), "mosul"]),
    ("Baiji–Haditha", 2, ["baiji", (43.16, 34.83), (42.85, 34.52), (42.58, 34.26), (42.46, 34.17), "haditha"]),
    ("Mosul–Duhok–Zakho", 1, ["mosul", "tall-kayf", (43.02, 36.70), "duhok", (42.80, 36.98), "zakho", (42.57, 37.14), (42.35, 37.28), "cizre"]),
    ("Zummar road", 2, [(42.62, 36.50), "zummar", (42.42, 36.76), (42.36, 36.93), "semalka"]),
    # Baghdad to Kirkuk, Erbil and Mosul
    ("Baghdad–Khalis–Kirkuk", 1, ["baghdad", (44.45, 33.52), "khalis", (44.52, 34.05), (44.50, 34.32), (44.58, 34.66), "tuz-khurmatu", "daquq", "kirkuk"]),
    ("Kirkuk–Erbil–Mosul", 1, ["kirkuk", "altun-kupri", (44.06, 35.98), "erbil", (43.85, 36.26), (43.66, 36.27), "bartella", "mosul"]),
    ("Kirkuk–Sulaymaniyah", 1, ["kirkuk", "chamchamal", (45.15, 35.56), "sulaymaniyah"]),
    ("Kirkuk–Tikrit", 2, ["kirkuk", (44.10, 35.20), (43.86, 34.93), "al-alam", "tikrit"]),
    ("Kirkuk–Hawija–Baiji", 2, ["kirkuk", (44.05, 35.38), "hawija", (43.65, 35.12), "baiji"]),
    ("Erbil–Makhmur–Qayyarah", 2, ["erbil", (43.83, 35.98), "makhmur", (43.45, 35.80), "qayyarah"]),
    ("Erbil–Koya–Sulaymaniyah", 2, ["erbil", "koya", (44.95, 35.93), (45.15, 35.75), "sulaymaniyah"]),
    # towards Iran and the south
    ("Baghdad–Baqubah–Khanaqin–Kermanshah", 1, ["baghdad", (44.50, 33.55), "baqubah", "muqdadiyah", (45.05, 34.11), (45.17, 34.27), "khanaqin",
                                                "munthiriyah", (45.58, 34.51), (45.86, 34.46), (46.10, 34.36), (46.52, 34.11), "kermanshah",
                                                (47.52, 34.45), (47.96, 34.50), (48.51, 34.80)]),
    ("Baghdad–Kut–Mehran–Ilam", 2, ["baghdad", (44.60, 33.15), (44.78, 32.93), (45.06, 32.91), (45.41, 32.56), "kut", (45.92, 32.95), (46.03, 33.11),
                                    (46.17, 33.12), (46.30, 33.40), "ilam", (46.52, 34.11)]),
    ("Erbil–Haji Omeran", 2, ["erbil", (44.33, 36.40), (44.52, 36.61), (44.89, 36.64), (45.05, 36.67), (45.14, 36.70)]),
    ("Sulaymaniyah–Penjwen–Sanandaj", 2, ["sulaymaniyah", (45.70, 35.45), (45.95, 35.62), (46.18, 35.52), (46.60, 35.42), "sanandaj"]),
    ("Baghdad–Hillah–Najaf", 1, ["baghdad", (44.36, 33.06), (44.35, 32.89), "hillah", (44.42, 32.22), "najaf"]),
    ("Baghdad–Karbala", 2, [(44.35, 32.89), (44.28, 32.78), "karbala", (44.17, 32.32), "najaf"]),
    ("Hillah–Nasiriyah–Basra", 1, ["hillah", (44.93, 31.99), (45.30, 31.33), (46.20, 30.98), (46.90, 30.62), (47.75, 30.49)]),
    ("Kut–Amarah–Basra", 2, ["kut", (46.69, 32.46), (47.14, 31.84), (47.30, 31.53), (47.46, 31.02), (47.70, 30.74), (47.75, 30.49)]),
    # along the Turkish side
    ("Gaziantep–Sanliurfa–Nusaybin–Cizre", 1, ["gaziantep", (37.87, 37.02), "sanliurfa", (39.32, 37.12), (39.76, 37.23), (40.20, 37.20), (40.59, 37.19), (40.93, 37.155), (41.12, 37.10),
                                               "nusaybin", (41.78, 37.18), "cizre"]),
    ("Mardin–Diyarbakir", 2, [(40.59, 37.19), "mardin", (40.47, 37.55), "diyarbakir"]),
]


def gazetteer(path):
    with open(path, encoding="utf-8", newline="") as table:
        return {row["id"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(table)}


def through(points, steps=6):
    """Centripetal Catmull-Rom curve through every point, so that roads bend instead of breaking."""
    if len(points) == 2:
        return points

    def knot(a, b):
        return max(1e-9, ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.25)

    def mix(a, b, t, from_t, to_t):
        weight = (t - from_t) / (to_t - from_t)
        return (a[0] + (b[0] - a[0]) * weight, a[1] + (b[1] - a[1]) * weight)

    first, last = points[0], points[-1]
    padded = [(2 * first[0] - points[1][0], 2 * first[1] - points[1][1]), *points,
              (2 * last[0] - points[-2][0], 2 * last[1] - points[-2][1])]
    out = [first]
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:]):
        t1 = knot(p0, p1)
        t2 = t1 + knot(p1, p2)
        t3 = t2 + knot(p2, p3)
        for step in range(1, steps):
            t = t1 + (t2 - t1) * step / steps
            a1, a2, a3 = mix(p0, p1, t, 0, t1), mix(p1, p2, t, t1, t2), mix(p2, p3, t, t2, t3)
            b1, b2 = mix(a1, a2, t, 0, t2), mix(a2, a3, t, t1, t3)
            out.append(mix(b1, b2, t, t1, t2))
        out.append(p2)
    return out


def thinned(points, fixed, tolerance=0.002):
    """Drops vertices that bend the line by less than `tolerance` degrees, never one of `fixed`."""
    out, start = [points[0]], 0
    for index in range(1, len(points)):
        if points[index] in fixed or index == len(points) - 1:
            out += list(LineString(points[start:index + 1]).simplify(tolerance).coords)[1:]
            start = index
    return out


def roads(places_file):
    places = gazetteer(places_file)
    features = []
    for name, rank, stops in ROADS:
        missing = [stop for stop in stops if isinstance(stop, str) and stop not in places]
        if missing:
            raise SystemExit(f"{name}: not in places.csv: {missing}")
        via = [stop for stop in stops if isinstance(stop, str)]
        points = [places[stop] if isinstance(stop, str) else stop for stop in stops]
        line = LineString(thinned(through(points), set(points)))
        features.append(({"name_en": name, "rank": rank, "via": via, "basis": BASIS}, line))
    return sorted(features, key=lambda feature: (feature[0]["rank"], feature[0]["name_en"]))
