"""17 July 2018: the government has Daraa; Nawa and Quneitra are the last rebel ground in the south-west."""
from day_2018_06_25 import *

QUNEITRA_NAWA = [(35.72, 32.80), (35.72, 33.00), (35.78, 33.12), (35.835, 33.163), (35.87, 33.145), (35.92, 33.13), (35.965, 33.12),
                 (35.975, 33.08), (35.965, 33.02), (36.00, 32.975), (36.05, 32.955), (36.085, 32.92), (36.085, 32.87), (36.06, 32.84),
                 (36.02, 32.83), (35.98, 32.83), (35.90, 32.84)]
YARMOUK_JULY = [(35.70, 32.70), (35.76, 32.80), (35.83, 32.855), (35.89, 32.875), (35.95, 32.862), (35.985, 32.842), (35.99, 32.80),
                (35.975, 32.76), (35.965, 32.72), (35.95, 32.68), (35.90, 32.62), (35.78, 32.62)]
DASHISHA_JULY = [(41.50, 35.52), (41.32, 35.50), (41.20, 35.44), (41.11, 35.35), (41.09, 35.25), (41.15, 35.17), (41.30, 35.12), (41.50, 35.30)]
SAFA_JULY = [(36.99, 32.90), (37.08, 32.84), (37.20, 32.83), (37.32, 32.90), (37.37, 33.02), (37.34, 33.14), (37.24, 33.22), (37.10, 33.22),
             (37.02, 33.14), (36.97, 33.02)]
BADIA_JULY = [(39.20, 34.74), (39.42, 34.90), (39.70, 34.99), (39.98, 34.98), (40.14, 34.86), (40.18, 34.70), (40.06, 34.56), (39.84, 34.52),
              (39.58, 34.55), (39.34, 34.62)]


def areas():
    return syria_centre([
        presence("isis", inside(BADIA_JULY, DESERT), E + "after the sweep of late June no Islamic State ground, but bands in the desert between Sukhna, T2 and "
                 "Mayadin", SY)]) + [
        area("iran-backed", IRAN_BACKED_SOUTH, "7dnews-2018-12-06#iran-held-area-before; " + E + "border belt from Abu Kamal and al-Hari to T2 and "
             "Humaymah, where militias backed by Iran were the garrison, in name beside the army", RIGHT_SY),
        area("iran-backed", ABU_KAMAL, "7dnews-2018-12-06#iran-held-area-before; " + E + "border belt from Abu Kamal and al-Hari to T2 and "
             "Humaymah, where militias backed by Iran were the garrison, in name beside the army", RIGHT_SY),
        area("iran-backed", IRAN_BACKED_MAYADIN, "7dnews-2018-12-06#iran-held-area-before; " + E + "river bank from Mayadin to Ashara, garrisoned "
             "mainly by militias backed by Iran, extent approximate", RIGHT_SY),
        area("opposition", QUNEITRA_NAWA, E + "last opposition ground in the south-west, Nawa and the Quneitra strip", SY),
        area("isis", YARMOUK_JULY, E + "Khalid ibn al-Walid army, the local Islamic State affiliate, with Hayt taken on 11 July", SY),
        area("isis", SAFA_JULY, E + "Islamic State in the lava field of al-Safa, which it left for the raid on Suwayda of 25 July 2018", SY),
        tanf(),
        *north_west(),
        area("government", FUAH_KAFRAYA, E + "Fuah and Kafraya, on the eve of their evacuation of 18-19 July 2018", SY),
        *north_east(),
        area("isis", HAJIN_JUNE, E + "Islamic State pocket on the left bank from Hajin to Susah", LEFT_SY),
        area("isis", DASHISHA_JULY, E + "last Islamic State ground in the desert on the Iraqi border, cleared in the following weeks", SY),
        *iraq(PRESENCE_2018),
    ]
