"""Reservoirs that no package holds, drawn as the ground the dam floods at its usual level."""

from elevation import flooded

# English, Arabic, rank, dam, a point just above the dam, water level in metres, window that keeps the water upstream
RESERVOIRS = [
    ("Mosul Dam Lake", "بحيرة سد الموصل", 1, "Mosul Dam", (42.80, 36.65), 322, (42.2, 36.6, 42.99, 37.1)),
    ("Lake Qadisiyah", "بحيرة القادسية", 1, "Haditha Dam", (42.33, 34.24), 143, (41.0, 34.2, 42.40, 34.7)),
]


def reservoirs(grid):
    return [({"name_en": english, "name_ar": arabic, "rank": rank, "dam": dam}, flooded(grid, point, level, window))
            for english, arabic, rank, dam, point, level, window in RESERVOIRS]
