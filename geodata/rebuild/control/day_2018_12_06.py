"""6 December 2018: the SDF enters Hajin; bands in the Badia strike west of the river."""
from day_2018_06_25 import *

HAJIN_POCKET = [(40.80, 34.675), (40.835, 34.715), (40.90, 34.725), (40.97, 34.69), (41.04, 34.64), (41.12, 34.60), (41.25, 34.62), (41.10, 34.40),
                (40.95, 34.40), (40.88, 34.50)]
HAJIN_TOWN = [(40.79, 34.685), (40.815, 34.715), (40.845, 34.718), (40.862, 34.70), (40.858, 34.682), (40.83, 34.665), (40.80, 34.665)]
BANDS_CENTRE = [(38.90, 34.50), (38.95, 34.95), (39.50, 35.10), (39.90, 35.30), (40.20, 35.15), (40.40, 34.95), (40.55, 34.75), (40.60, 34.60),
                (40.55, 34.40), (39.80, 34.40)]
BANDS_NORTH = [(38.90, 34.90), (38.84, 35.25), (38.86, 35.42), (39.05, 35.58), (39.30, 35.60), (39.52, 35.52), (39.66, 35.36), (39.84, 35.26),
               (39.92, 35.14), (39.50, 34.98)]
BANDS_SOUTH = [(38.20, 33.88), (38.34, 34.05), (38.60, 34.18), (38.68, 34.38), (38.80, 34.60), (39.60, 34.50), (39.90, 34.44), (40.10, 34.25),
               (40.20, 34.00), (39.80, 33.70), (39.30, 33.50), (38.50, 33.60)]


def areas():
    iran_backed_south = ("7dnews-2018-12-06#iran-cannot-cover-area; 7dnews-2018-12-06#attack-on-abu-kamal-outskirts; " + E + "border belt from Abu Kamal and "
                         "al-Hari to T2 and Humaymah, militias backed by Iran, thinly held and raided")
    return syria_centre([
        presence("isis", inside(BANDS_NORTH, DESERT), E + "Islamic State bands in the Bishri heights, extent approximate", SY),
        presence("isis", inside(BANDS_SOUTH, DESERT), "7dnews-2018-12-06#badia-clashes-near-tanf; 7dnews-2018-12-06#tanf-clashes; " + E + "bands and raids north and east of "
                 "the 55 km circle, extent approximate", SY),
        presence("isis", inside(BANDS_CENTRE, DESERT), "7dnews-2018-12-06#isis-groups-in-desert; 7dnews-2018-12-06#raids-west-of-river; " + E + "bands between Sukhna, T2 "
                 "and Mayadin, extent approximate", SY),
    ]) + [
        area("iran-backed", IRAN_BACKED_SOUTH, iran_backed_south, RIGHT_SY),
        area("iran-backed", ABU_KAMAL, iran_backed_south, RIGHT_SY),
        area("iran-backed", IRAN_BACKED_MAYADIN, "7dnews-2018-12-06#iran-forces-thinned-out; " + E + "river bank from Mayadin to Ashara, militias backed by "
             "Iran in smaller numbers, extent approximate", RIGHT_SY),
        tanf(),
        *north_west(),
        *north_east(),
        area("isis", HAJIN_POCKET, "7dnews-2018-12-06#isis-enclave-east-of-euphrates; " + E + "pocket from Hajin by Shaafah and Susah to Baghuz "
             "and the border, after the counter-attacks of October 2018", LEFT_SY),
        contested("isis|sdf", HAJIN_TOWN, "7dnews-2018-12-06#sdf-advance-hajin; 7dnews-2018-12-06#hajin-battle; " + E + "Hajin town, entered by the SDF on about 6 December and "
                  "taken by 14 December 2018", LEFT_SY),
        *iraq(PRESENCE_2018 + [(QARACHOGH, E + "Islamic State cells on the Qarachogh ridge by Makhmur, between the federal and Kurdish lines")]),
    ]
