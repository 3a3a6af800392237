"""Airfields: positions from airportsdata (MIT), the missing ones by hand; names and the military mark by hand."""

import csv

from shapely.geometry import Point

AIRPORTS = "airportsdata/airportsdata/airports.csv"

# code in airportsdata: English, Arabic, military use in 2017 and 2018 (None: not known)
PACKAGED = {
    "OSDI": ("Damascus International", "مطار دمشق الدولي", False),
    "OSAP": ("Aleppo International", "مطار حلب الدولي", None),
    "OSLK": ("Hmeimim", "قاعدة حميميم", True),
    "OSKL": ("Qamishli", "مطار القامشلي", None),
    "OSDZ": ("Deir ez-Zor", "مطار دير الزور", True),
    "OSPR": ("Palmyra", "مطار تدمر", True),
    "OS58": ("Hama", "مطار حماة العسكري", True),
    "OS59": ("Tabqa", "مطار الطبقة العسكري", True),
    "OS61": ("Dumayr", "مطار الضمير العسكري", True),
    "OS62": ("Jirah", "مطار الجراح العسكري", True),
    "OS63": ("Marj Ruhayyil", "مطار مرج رحيل العسكري", True),
    "OS65": ("Shayrat", "مطار الشعيرات العسكري", True),
    "OS66": ("Kuweires", "مطار كويرس العسكري", True),
    "OS67": ("Mezzeh", "مطار المزة العسكري", True),
    "OS68": ("Saiqal", "مطار السين العسكري", True),
    "ORAA": ("Ain al-Asad", "قاعدة عين الأسد", True),
    "ORAT": ("Taqaddum", "قاعدة التقدم", True),
    "ORBD": ("Balad", "قاعدة بلد الجوية", True),
    "ORBI": ("Baghdad International", "مطار بغداد الدولي", False),
    "ORBM": ("Mosul", "مطار الموصل", None),
    "ORBB": ("Bamarni", "مطار بامرني", None),
    "ORBR": ("Bashur", "مطار حرير", None),
    "ORER": ("Erbil International", "مطار أربيل الدولي", None),
    "ORKK": ("Kirkuk", "مطار كركوك", True),
    "ORMM": ("Basra International", "مطار البصرة الدولي", False),
    "ORNI": ("Najaf International", "مطار النجف الدولي", False),
    "ORQW": ("Qayyarah West", "قاعدة القيارة", True),
    "ORSH": ("Speicher", "قاعدة سبايكر", True),
    "ORSU": ("Sulaymaniyah International", "مطار السليمانية الدولي", False),
    "ORTF": ("Tal Afar", "مطار تلعفر", True),
    "ORTI": ("Taji", "معسكر التاجي", True),
    "ORTL": ("Nasiriyah (Imam Ali)", "قاعدة الإمام علي", True),
    "ORUB": ("Kut", "مطار الكوت", True),
    "KQMG": ("Mudaysis", "قاعدة المديسيس", True),
    "LTAG": ("Incirlik", "قاعدة إنجرليك", True),
    "LTCC": ("Diyarbakir", "مطار ديار بكر", True),
    "OJ40": ("Muwaffaq Salti", "قاعدة موفق السلطي", True),
    "OJHF": ("Prince Hasan (H5)", "قاعدة الأمير حسن", True),
    "OLBA": ("Beirut International", "مطار بيروت الدولي", False),
    "LLRD": ("Ramat David", "رامات دافيد", True),
}

# English, Arabic, lon, lat; all of them military
BY_HAND = [
    ("T4 (Tiyas)", "مطار التيفور", 37.630, 34.5225),
    ("H1", "إتش 1", 41.441, 33.808),
    ("H2", "إتش 2", 40.593, 33.357),
    ("H3", "إتش 3", 39.744, 32.929),
    ("Hamdan", "مطار الحمدان", 40.8965, 34.4855),
    ("Sahl Sinjar", "مطار سهل سنجار", 42.146, 35.869),
    ("Abu al-Duhur", "مطار أبو الظهور", 37.104, 35.731),
    ("Minnigh", "مطار منغ", 37.037, 36.522),
    ("Nasiriyah (Qalamoun)", "مطار الناصرية", 36.866, 33.919),
    ("Khalkhalah", "مطار خلخلة", 36.553, 33.059),
    ("Thalah", "مطار الثعلة", 36.414, 32.706),
    ("Dabaa (Qusayr)", "مطار الضبعة", 36.573, 34.568),
    ("Rasheed", "معسكر الرشيد", 44.494, 33.280),
]


def airfields(packages):
    with open(packages + AIRPORTS, encoding="utf-8", newline="") as table:
        rows = {row["icao"]: row for row in csv.DictReader(table)}
    missing = sorted(set(PACKAGED) - set(rows))
    if missing:
        raise SystemExit(f"airportsdata no longer has {missing}")
    features = []
    for code, (english, arabic, military) in PACKAGED.items():
        features.append(({"icao": code, "name_en": english, "name_ar": arabic, "military": military, "source": "airportsdata"},
                         Point(float(rows[code]["lon"]), float(rows[code]["lat"]))))
    for english, arabic, lon, lat in BY_HAND:
        features.append(({"name_en": english, "name_ar": arabic, "military": True, "source": "hand"}, Point(lon, lat)))
    return sorted(features, key=lambda feature: feature[0]["name_en"])
