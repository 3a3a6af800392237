"""25 June 2018: the offensive in Daraa is a week old; the Islamic State loses Dashisha and is hunted in the Badia."""
from fronts import *

E = "editorial: "

# ---- Syria ------------------------------------------------------------------------------------------------
BADIA_POCKET = [(39.22, 34.64), (39.30, 34.80), (39.48, 34.90), (39.70, 34.98), (39.88, 35.02), (40.03, 34.99), (40.14, 34.88), (40.22, 34.74),
                (40.20, 34.60), (40.06, 34.52), (39.86, 34.54), (39.64, 34.57), (39.42, 34.58)]
IRAN_BACKED_SOUTH = [(41.10, 34.43), (41.00, 34.43), (40.92, 34.425), (40.82, 34.44), (40.66, 34.46), (40.48, 34.45), (40.30, 34.47),
                     (40.14, 34.49), (39.98, 34.47), (39.80, 34.485), (39.70, 34.43), (39.78, 34.37), (39.95, 34.32), (40.05, 34.24),
                     (40.12, 34.14), (40.16, 33.95), (40.60, 34.10), (41.10, 34.30)]
IRAN_BACKED_MAYADIN = [(40.40, 34.98), (40.41, 35.02), (40.443, 35.04), (40.49, 35.035), (40.53, 35.03), (40.58, 34.96), (40.61, 34.90),
                       (40.59, 34.865), (40.54, 34.88), (40.49, 34.925), (40.44, 34.955)]
ABU_KAMAL = [(40.86, 34.475), (40.90, 34.50), (40.95, 34.49), (40.97, 34.45), (41.02, 34.425), (40.99, 34.40), (40.965, 34.405),
             (40.95, 34.425), (40.91, 34.428), (40.87, 34.445)]
HAJIN_JUNE = [(40.76, 34.70), (40.795, 34.717), (40.84, 34.732), (40.93, 34.715), (40.99, 34.66), (41.03, 34.59), (41.03, 34.53), (40.99, 34.495),
              (40.93, 34.485), (40.88, 34.52)]
DASHISHA_JUNE = [(41.50, 35.74), (41.33, 35.79), (41.20, 35.76), (41.08, 35.68), (41.00, 35.56), (40.97, 35.43), (40.99, 35.28), (41.06, 35.16),
                 (41.16, 35.07), (41.40, 35.00), (41.60, 35.40)]
SAFA = [(36.97, 32.93), (37.03, 32.84), (37.13, 32.78), (37.21, 32.83), (37.32, 32.90), (37.41, 33.02), (37.38, 33.12), (37.30, 33.24), (37.18, 33.27),
        (37.09, 33.19), (37.05, 33.09), (36.98, 33.02)]
LAJAT_NORTH_EAST = [(36.28, 33.12), (36.315, 33.045), (36.36, 32.995), (36.39, 32.945), (36.43, 32.91), (36.50, 32.88), (36.52, 33.05), (36.40, 33.18)]
BUSRA_AL_HARIR = [(36.295, 32.86), (36.315, 32.90), (36.36, 32.915), (36.42, 32.905), (36.45, 32.87), (36.43, 32.835), (36.38, 32.815),
                  (36.33, 32.81), (36.30, 32.83)]

# ---- Iraq -------------------------------------------------------------------------------------------------
PMU_2018 = [(40.90, 36.45), (41.20, 36.58), (41.50, 36.58), (41.80, 36.52), (42.05, 36.44), (42.18, 36.33), (42.38, 36.31), (42.44, 36.30), (42.42, 36.24), (42.36, 36.17), (42.54, 36.08),
            (42.72, 35.98), (42.86, 35.82), (42.92, 35.62), (42.86, 35.44), (42.72, 35.38), (42.58, 35.42), (42.46, 35.56), (42.33, 35.70),
            (42.15, 35.61), (42.03, 35.58), (41.86, 35.60), (41.72, 35.70), (41.57, 35.70), (41.51, 35.54), (41.43, 35.36), (41.39, 35.15), (41.39, 34.92),
            (41.37, 34.72), (41.28, 34.56), (41.16, 34.47), (40.99, 34.46), (40.90, 34.60), (41.00, 35.30), (41.00, 36.00)]
BORDER_POSTS = road([(41.10, 34.36), (40.75, 34.28), (40.45, 34.14), (40.10, 33.96), (39.70, 33.77), (39.30, 33.57), (38.95, 33.40)], 13)
AKASHAT_ROAD = road([(41.00, 34.30), (40.60, 34.08), (40.20, 33.82), (39.955, 33.696), (39.90, 33.40), (40.05, 33.20), (40.286, 33.037)], 8)
AKKAS = road([(41.06, 34.34), (41.02, 34.20), (40.98, 34.03)], 9)
EUPHRATES_VALLEY = road([(40.95, 34.38), (41.20, 34.40), (41.50, 34.42), (41.80, 34.42), (42.05, 34.36), (42.30, 34.18), (42.45, 33.95)], 14)
WADI_HAURAN_2018 = [(40.45, 33.30), (40.62, 33.10), (41.50, 33.10), (42.05, 33.22), (42.16, 33.42), (42.10, 33.64), (42.06, 33.88), (42.00, 34.05),
                    (41.85, 34.25), (41.40, 34.15), (41.00, 33.95), (40.70, 33.65)]
HAMRIN = [(43.60, 35.12), (43.72, 35.13), (43.80, 35.20), (43.88, 35.21), (44.00, 35.12), (44.16, 35.02), (44.32, 34.88), (44.48, 34.72), (44.62, 34.58),
          (44.66, 34.44), (44.56, 34.42), (44.40, 34.52), (44.22, 34.68), (44.02, 34.82), (43.82, 34.92), (43.66, 35.00)]
QARACHOGH = [(43.61, 35.83), (43.67, 35.81), (43.74, 35.75), (43.80, 35.68), (43.76, 35.63), (43.68, 35.68), (43.62, 35.75)]



def north_west():
    return [
        area("opposition", IDLIB_2018, E + "opposition ground in Idlib, northern Hama and western Aleppo, watched by Turkish posts", SY),
        area("turkish-backed", EUPHRATES_SHIELD, E + "Euphrates Shield ground between Azaz, al-Bab and Jarabulus", RIGHT_SY),
        area("turkish-backed", OLIVE_BRANCH, E + "Afrin, taken by Turkey and its allies from January to March 2018", SY),
        area("sdf", MANBIJ, E + "Manbij military council, joint patrols with Turkey on the Sajur line from June 2018", RIGHT_SY),
        area("sdf", TALL_RIFAAT, E + "Tall Rifaat pocket of the YPG, with government and Russian posts", SY),
        area("sdf", SHEIKH_MAQSUD, E + "Sheikh Maqsud quarter of Aleppo under the YPG", SY),
    ]


def north_east():
    return [
        area("sdf", NORTH_EAST, E + "SDF ground east of the Euphrates", LEFT_SY),
        area("sdf", TABQA_2018, E + "SDF ground south of the Euphrates round Tabqa and Mansoura, the line with the government of summer 2017",
             RIGHT_SY),
        area("government", KHASHAM, E + "government bridgehead on the left bank from Husayniyah to Khasham", LEFT_SY),
        area("government", QAMISHLI_AIRPORT, E + "government enclave at Qamishli airfield and the villages south of it", SY),
        area("government", HASAKAH_CENTRE, E + "government security square in Hasakah, smaller than drawn", SY),
        area("government", KAWKAB, E + "government base on Kawkab hill", SY),
    ]


def tanf():
    return area("tanf", circle(*AL_TANF, 55), E + "coalition and rebel ground: the 55 km circle round al-Tanf, which government forces stayed "
                "out of", SY)


def iraq(isis_presence):
    federal = ("toi-2018-08-26#iraqi-soldier-at-qaim; " + E + "Iraqi federal forces, with police, tribal and mobilization units, in the "
               "deserts, which nobody else held after December 2017, the towns, roads and border posts")
    return [
        area("iraq", WORLD, federal, IQ),
        *[presence("isis", ring_, basis, IQ) for ring_, basis in isis_presence],
        *[area("iraq", road_, federal, IQ) for road_ in (BORDER_POSTS, AKASHAT_ROAD, EUPHRATES_VALLEY, HIGHWAY_10, NUKHAYB_ROAD, AKKAS, SALMAN)],
        area("pmu", JURF_AL_SAKHAR, E + "Jurf al-Sakhar, closed area of the mobilization units since 2014", IQ),
        area("pmu", PMU_2018, E + "Sinjar, Baaj, Hatra and the border belt down to al-Qaim, where mobilization units were the force on the ground "
             "beside border guards", IQ),
        area("peshmerga", KRG_2018, E + "Kurdistan Region within about the line of October 2017, after the loss of the disputed districts", IQ),
        area("yazidi", YBS, E + "Sinjar Resistance Units at Khanasor and western Sinjar, nominally within the mobilization units in 2018", IQ),
    ]


PRESENCE_2018 = [(inside(WADI_HAURAN_2018, IRAQ_SOUTH_WEST_DESERT), E + "Islamic State hideouts in Wadi Hauran"),
                 (HAMRIN, E + "Islamic State cells in the Hamrin hills and south of Hawija")]


def syria_centre(desert_bands):
    """The government, the desert it did not garrison, and the roads through it that it did."""
    return [
        area("government", WORLD, E + "ground the government and its allies held that day", SY),
        unassigned(DESERT, E + "steppe and desert without settlements between the roads, nobody's garrison", SY),
        *desert_bands,
        area("government", PALMYRA_DEIR_ROAD, E + "ground the government and its allies held that day", SY),
        area("government", SUKHNA_RUSAFA_ROAD, E + "ground the government and its allies held that day", SY),
        area("government", T3_T2_ROAD, E + "ground the government and its allies held that day", SY),
        area("government", WAAR_POST, E + "border post reached in June 2017, garrisoned since", SY),
    ]


def areas():
    return syria_centre([
        area("isis", BADIA_POCKET, E + "Islamic State pocket in the desert between Sukhna, T2 and Mayadin, being swept by the government from "
             "about 22 June 2018, edge good to 20 km", SY)]) + [
        area("iran-backed", IRAN_BACKED_SOUTH, "7dnews-2018-12-06#iran-held-area-before; toi-2018-08-26#june-18-strike; " + E + "border "
             "belt from Abu Kamal and al-Hari to T2 and Humaymah, where militias backed by Iran were the garrison, in name beside the army", RIGHT_SY),
        area("iran-backed", ABU_KAMAL, "7dnews-2018-12-06#iran-held-area-before; toi-2018-08-26#june-18-strike; " + E + "border "
             "belt from Abu Kamal and al-Hari to T2 and Humaymah, where militias backed by Iran were the garrison, in name beside the army", RIGHT_SY),
        area("iran-backed", IRAN_BACKED_MAYADIN, "7dnews-2018-12-06#iran-held-area-before; " + E + "river bank from Mayadin to Ashara, garrisoned "
             "mainly by militias backed by Iran, extent approximate", RIGHT_SY),
        area("opposition", SOUTH_WEST, "toi-2018-07-16#rebels-held-daraa; " + E + "opposition ground in Daraa and Quneitra a week into "
             "the offensive", SY),
        area("government", M5_CORRIDOR, E + "ground the government and its allies held that day", SY),
        area("government", LAJAT_NORTH_EAST, E + "ground the government and its allies held that day", SY),
        contested("government|opposition", BUSRA_AL_HARIR, E + "Busra al-Harir and the southern Lajat, fought over, the town fell about 26 June", SY),
        contested("government|opposition", DARAA_CITY, E + "Daraa city, divided", SY),
        area("isis", YARMOUK_BASIN, E + "Khalid ibn al-Walid army, the local Islamic State affiliate", SY),
        area("isis", SAFA, E + "Islamic State in the lava field of al-Safa and the desert east of Suwayda", SY),
        tanf(),
        *north_west(),
        area("government", FUAH_KAFRAYA, E + "Fuah and Kafraya, besieged until July 2018", SY),
        *north_east(),
        area("isis", HAJIN_JUNE, E + "Islamic State pocket on the left bank from Hajin to Susah, the SDF had Baghuz since May 2018", LEFT_SY),
        area("isis", DASHISHA_JUNE, E + "Islamic State ground along the Iraqi border after the loss of Dashisha about 17 June 2018, edge good to "
             "15 km", SY),
        *iraq(PRESENCE_2018),
    ]
