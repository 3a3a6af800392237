"""26 August 2018: allies fall out at Abu Kamal; the south-west has been the government's since early August."""
from day_2018_06_25 import *

BADIA_AUGUST = [(39.05, 34.60), (39.20, 34.86), (39.46, 34.98), (39.74, 35.06), (39.98, 35.06), (40.14, 34.94), (40.28, 34.80), (40.40, 34.66),
                (40.34, 34.54), (40.10, 34.46), (39.70, 34.52)]
SAFA_AUGUST = [(37.00, 32.94), (37.08, 32.87), (37.18, 32.86), (37.28, 32.92), (37.33, 33.02), (37.31, 33.13), (37.22, 33.20), (37.11, 33.20),
               (37.03, 33.13), (36.98, 33.03)]


def areas():
    return syria_centre([
        presence("isis", inside(BADIA_AUGUST, DESERT), E + "Islamic State bands in the desert between Sukhna, T2 and Mayadin, extent approximate", SY)]) + [
        area("iran-backed", IRAN_BACKED_SOUTH, E + "border belt from al-Hari to T2 and Humaymah, where militias backed by Iran were the garrison, in "
             "name beside the army", RIGHT_SY),
        contested("government|iran-backed", ABU_KAMAL, "toi-2018-08-26#abu-kamal-contested; "
                  "toi-2018-08-26#fight-for-abu-kamal; " + E + "town, al-Hari and crossing as drawn", RIGHT_SY),
        area("iran-backed", IRAN_BACKED_MAYADIN, "7dnews-2018-12-06#iran-held-area-before; toi-2018-08-26#mayadin-exchanges; " + E +
             "river bank from Mayadin to Ashara, fire was exchanged with the army, but no change of hands is reported", RIGHT_SY),
        area("isis", SAFA_AUGUST, E + "Islamic State in the lava field of al-Safa, under attack since early August 2018", SY),
        tanf(),
        *north_west(),
        *north_east(),
        area("isis", HAJIN_JUNE, E + "Islamic State pocket on the left bank from Hajin to Susah, before the SDF offensive of 10 September 2018", LEFT_SY),
        *iraq(PRESENCE_2018),
    ]
