"""30 May 2017: the Popular Mobilization Units have just reached the border at Um Jaris."""
from fronts import *

E = "editorial: "

# Islamic State ground in Syria, its edge against the government from Lake Assad round to the Hamad desert
ISIS_SYRIA = [(38.30, 36.20), (38.13, 36.10), (38.00, 36.06), (37.90, 36.01), (37.84, 35.93), (37.74, 35.85), (37.66, 35.75), (37.66, 35.62),
              (37.76, 35.50), (37.90, 35.42), (37.94, 35.34), (37.85, 35.28), (37.70, 35.24), (37.60, 35.18), (37.53, 35.155), (37.40, 35.165), (37.29, 35.10),
              (37.22, 35.02), (37.25, 34.945), (37.315, 34.932), (37.318, 34.90), (37.345, 34.86), (37.345, 34.82), (37.32, 34.797), (37.28, 34.785), (37.262, 34.75), (37.27, 34.675), (37.38, 34.685), (37.47, 34.685),
              (37.50, 34.73), (37.62, 34.71), (37.72, 34.70), (37.75, 34.75), (37.76, 34.81), (37.82, 34.88), (37.95, 34.95), (38.12, 34.88),
              (38.28, 34.75), (38.34, 34.665), (38.42, 34.64), (38.475, 34.58), (38.43, 34.47), (38.36, 34.36), (38.34, 34.24), (38.37, 34.12), (38.46, 33.96),
              (38.90, 33.80), (39.60, 33.50), (40.50, 33.70), (41.40, 34.20), (41.70, 35.00), (41.70, 36.20), (40.50, 36.30), (39.00, 36.30)]
TANF_2017 = [(36.73, 33.27), (36.76, 33.335), (36.85, 33.36), (36.95, 33.43), (37.10, 33.51), (37.30, 33.585), (37.52, 33.625), (37.72, 33.635), (37.86, 33.62), (37.98, 33.62),
             (38.06, 33.68), (38.09, 33.79), (38.18, 33.89), (38.31, 33.95), (38.46, 34.01), (38.62, 34.05), (38.80, 34.02), (39.00, 33.99),
             (39.20, 33.96), (39.36, 33.91), (39.46, 33.82), (39.54, 33.68), (39.40, 33.40), (38.90, 33.00), (37.90, 32.70), (37.20, 32.35),
             (37.02, 32.45), (37.00, 32.62), (36.98, 32.80), (37.00, 32.95), (36.92, 33.08), (36.85, 33.17), (36.75, 33.22)]
SDF_EAST = [(37.60, 36.50), (37.90, 37.40), (40.00, 37.60), (42.90, 37.60), (42.60, 36.60), (41.60, 36.15), (41.27, 36.11), (41.12, 36.10),
            (40.99, 36.03), (40.93, 35.92), (40.89, 35.893), (40.84, 35.895), (40.79, 35.95), (40.72, 35.93), (40.63, 35.82), (40.56, 35.755), (40.45, 35.69), (40.36, 35.76), (40.25, 35.83), (40.10, 35.84), (39.98, 35.82), (39.87, 35.76),
            (39.83, 35.70), (39.78, 35.55), (39.20, 35.60), (38.60, 35.60), (38.00, 35.80)]
TABQA_2017 = [(38.24, 36.05), (38.30, 35.90), (38.37, 35.81), (38.48, 35.735), (38.60, 35.725), (38.68, 35.77), (38.715, 35.83),
              (38.72, 35.90), (38.60, 36.05)]
RAQQA_POCKET = [(38.72, 35.80), (38.76, 35.90), (38.82, 35.935), (38.90, 35.975), (39.00, 36.00), (39.09, 35.985), (39.13, 35.945), (39.15, 35.88),
                (39.10, 35.80), (38.90, 35.75)]
DEIR_WEST = [(39.985, 35.35), (39.982, 35.387), (40.02, 35.387), (40.045, 35.375), (40.10, 35.375), (40.135, 35.36), (40.132, 35.325), (40.105, 35.305), (40.06, 35.298), (40.02, 35.31)]
DEIR_AIRPORT = [(40.148, 35.290), (40.165, 35.302), (40.195, 35.300), (40.215, 35.285), (40.205, 35.268), (40.17, 35.262), (40.15, 35.272)]
DEIR_CITY = [(40.128, 35.352), (40.15, 35.355), (40.175, 35.335), (40.165, 35.318), (40.14, 35.315), (40.128, 35.328)]

ISIS_IRAQ = [(40.90, 36.20), (41.40, 36.20), (41.75, 36.20), (42.05, 36.08), (42.30, 35.95), (42.45, 35.75), (42.52, 35.55), (42.58, 35.35),
             (42.72, 35.18), (42.88, 35.02), (42.95, 34.82), (42.90, 34.60), (42.76, 34.46), (42.55, 34.40), (42.32, 34.39), (42.15, 34.33),
             (42.07, 34.20), (42.11, 34.06), (42.06, 34.01), (41.93, 34.03), (41.70, 33.93), (41.38, 33.82), (41.00, 33.73), (40.60, 33.66), (40.20, 33.58), (39.82, 33.50),
             (39.45, 33.38), (39.15, 33.27), (38.70, 33.18), (38.40, 33.50), (40.20, 34.60), (41.00, 35.20)]
WADI_HAURAN = [(39.95, 33.60), (40.05, 33.48), (40.25, 33.37), (40.45, 33.26), (40.64, 33.14), (41.50, 33.10), (42.05, 33.22), (42.16, 33.42), (42.10, 33.64),
               (42.07, 33.88), (42.00, 34.05), (41.85, 34.25), (41.00, 34.00)]
PMU_NINEVEH = [(41.00, 36.13), (41.27, 36.13), (41.42, 36.125), (41.57, 36.12), (41.72, 36.115), (41.88, 36.08), (41.99, 35.98), (42.08, 35.86), (42.20, 35.79),
               (42.36, 35.70), (42.46, 35.56), (42.52, 35.40), (42.64, 35.28), (42.80, 35.28), (42.97, 35.42), (43.06, 35.62), (43.05, 35.84),
               (42.95, 36.00), (42.86, 36.11), (42.80, 36.20), (42.79, 36.34), (42.76, 36.56), (42.30, 36.60), (41.80, 36.40), (41.20, 36.40), (40.90, 36.25)]
TAL_AFAR = [(42.285, 36.34), (42.28, 36.40), (42.315, 36.465), (42.39, 36.49), (42.44, 36.505), (42.49, 36.46), (42.53, 36.475), (42.55, 36.512),
            (42.60, 36.51), (42.61, 36.47), (42.65, 36.455), (42.72, 36.44), (42.735, 36.40), (42.78, 36.33), (42.79, 36.26), (42.74, 36.225), (42.65, 36.225), (42.53, 36.29), (42.43, 36.315), (42.32, 36.30), (42.26, 36.315)]
HAWIJA = [(43.10, 35.50), (43.22, 35.64), (43.24, 35.70), (43.30, 35.695), (43.335, 35.64), (43.36, 35.56), (43.50, 35.60), (43.65, 35.66), (43.90, 35.68), (44.15, 35.50), (44.30, 35.20),
          (44.34, 35.06), (44.37, 34.92), (44.33, 34.77), (44.25, 34.75), (44.16, 34.84), (44.04, 34.93), (43.92, 34.965), (43.80, 35.03), (43.68, 35.09), (43.62, 35.13), (43.573, 35.1205), (43.55, 35.12), (43.50, 35.11), (43.30, 35.00), (43.05, 35.30)]
MOSUL = [(43.106, 36.336), (43.110, 36.355), (43.124, 36.368), (43.150, 36.366), (43.165, 36.345), (43.150, 36.328), (43.132, 36.326),
         (43.116, 36.328)]


def syria(isis=ISIS_SYRIA, tanf=TANF_2017, sdf=SDF_EAST, tabqa=TABQA_2017, raqqa=RAQQA_POCKET):
    return [
        area("government", WORLD, E + "ground the government and its allies held that day, the Zaza checkpoint and Sab Biyar included; "
             "syria-deeply-2017-06-02#militias-retreat-to-zaza", SY),
        area("isis", isis, E + "Islamic State ground in Raqqa, Deir ez-Zor and the eastern deserts of Homs and Hama, in the open desert the "
             "edge is a road or a ridge and good to 10-20 km; syria-deeply-2017-06-02#isis-holds-sukhna; "
             "syria-deeply-2017-06-02#isis-holds-southeast-of-palmyra", SY),
        area("government", DEIR_WEST, E + "besieged western enclave with Brigade 137, cut from the airfield since January 2017", RIGHT_SY),
        area("government", DEIR_AIRPORT, E + "besieged airfield enclave of Deir ez-Zor", RIGHT_SY),
        contested("government|isis", DEIR_CITY, "syria-deeply-2017-06-02#isis-holds-deir-ez-zor; " + E + "the city was divided street by street, the line inside it is not drawn", RIGHT_SY),
        area("tanf", tanf, E + "rebels backed by the coalition won the Hamad desert from the Islamic State in spring 2017, Bir Qasab to the "
             "border, patrols rather than a line; syria-deeply-2017-06-02#tanf-garrison; "
             "jpost-2017-05-30#rebels-on-border-near-jordan", SY),
        area("opposition", IDLIB_2017, E + "opposition ground in Idlib, northern Hama and western Aleppo", SY),
        area("government", FUAH_KAFRAYA, E + "Fuah and Kafraya, besieged until July 2018", SY),
        area("opposition", NORTH_HOMS, E + "Rastan, Talbisah and Hula pocket", SY),
        area("opposition", EAST_GHOUTA, E + "besieged eastern Ghouta after the fall of Qabun and Barzah in May 2017", SY),
        area("isis", YARMOUK_CAMP, E + "Yarmouk camp and al-Hajar al-Aswad", SY),
        area("opposition", YALDA, E + "Yalda, Babbila and Bayt Sahm, under a local truce", SY),
        area("opposition", EAST_QALAMOUN, E + "eastern Qalamoun pocket, Dumayr under a local truce", SY),
        area("opposition", BEIT_JINN, E + "Beit Jinn pocket on the slope of Hermon", SY),
        area("isis", WEST_QALAMOUN_ISIS, E + "Islamic State strip on the Lebanese border west of Qara, cleared in August 2017", SY),
        area("opposition", FLITA, E + "Tahrir al-Sham in the heights west of Flita, until late July 2017", SY),
        area("opposition", SOUTH_WEST, E + "opposition ground in Daraa and Quneitra", SY),
        area("government", M5_CORRIDOR, E + "government corridor along the highway from Sanamayn by Izra to Daraa", SY),
        contested("government|opposition", DARAA_CITY, E + "Daraa city, divided, fighting round Manshiya until June 2017", SY),
        area("isis", YARMOUK_BASIN, E + "Khalid ibn al-Walid army, the local Islamic State affiliate, after its gains of February 2017", SY),
        area("turkish-backed", EUPHRATES_SHIELD, E + "Euphrates Shield ground between Azaz, al-Bab and Jarabulus", RIGHT_SY),
        area("sdf", MANBIJ, E + "Manbij military council, part of the SDF, Sajur line to the north", RIGHT_SY),
        area("sdf", AFRIN_2017, E + "Afrin canton and Tall Rifaat under the YPG", SY),
        area("sdf", SHEIKH_MAQSUD, E + "Sheikh Maqsud quarter of Aleppo under the YPG", SY),
        area("sdf", sdf, E + "SDF ground east of the Euphrates, southern line near Abu Khashab and below Shaddadi; "
             "syria-deeply-2017-06-02#kurdish-territory-adjoins-border", LEFT_SY),
        area("sdf", tabqa, E + "SDF foothold south of the Euphrates after the fall of Tabqa on 10 May 2017", RIGHT_SY),
        area("isis", raqqa, E + "Raqqa city and the ground before it, held to the start of the assault on 6 June 2017", LEFT_SY),
        area("government", QAMISHLI_AIRPORT, E + "government enclave at Qamishli airfield and the villages south of it", SY),
        area("government", HASAKAH_CENTRE, E + "government security square in Hasakah, smaller than drawn", SY),
        area("government", KAWKAB, E + "government base on Kawkab hill", SY),
    ]


def iraq(pmu=PMU_NINEVEH, isis=ISIS_IRAQ):
    federal = (E + "Iraqi federal forces, with police, tribal and mobilization units, in the western and southern desert, which nobody "
               "else contested, the roads and border posts, often raided")
    return [
        area("iraq", WORLD, federal, IQ),
        area("isis", inside(WADI_HAURAN, IRAQ_SOUTH_WEST_DESERT), E + "Islamic State ground round H1, H2 and Wadi Hauran, edges good to 20 km", IQ),
        area("isis", isis, E + "Islamic State ground in upper Anbar and the Jazira desert, from Akashat and al-Qaim to Baaj, desert edges good "
             "to 20 km", IQ),
        area("iraq", HIGHWAY_10, federal, IQ),
        area("iraq", NUKHAYB_ROAD, federal, IQ),
        area("iraq", SALMAN, federal, IQ),
        area("pmu", JURF_AL_SAKHAR, E + "Jurf al-Sakhar, closed area of the mobilization units since 2014", IQ),
        area("pmu", pmu, "jpost-2017-05-30#pmu-reach-um-jaris; jpost-2017-05-30#pmu-hold-south-of-peshmerga; " + E + "Tal Abtah and Hatra taken "
             "before, Qayrawan on 23 May, Kocho on 25 May 2017, edge with the army's sector west of Mosul approximate", IQ),
        area("isis", HAWIJA, E + "Hawija pocket east of the Tigris, with eastern Sharqat", ("IQ", "east of Tigris")),
        area("peshmerga", PESHMERGA_2017, E + "Kurdistan Region and the disputed districts the Peshmerga held, Rabia and Sinjar to Kirkuk and "
             "Khanaqin; jpost-2017-05-30#kurds-divided-from-south", IQ),
        area("pmu", town(44.272, 35.242, 2.6), E + "Bashir, Turkmen units of the mobilization units since May 2016", IQ),
        area("yazidi", YBS, E + "Sinjar Resistance Units (YBS) at Khanasor and the west of Mount Sinjar, Yazidi ground was divided; "
             "jpost-2017-05-30#yazidi-area-divided", IQ),
        area("isis", TAL_AFAR, E + "encircled Tal Afar pocket with Ayadiyah and Mahallabiyah", IQ),
        contested("iraq|isis", MOSUL, "jpost-2017-05-30#mosul-old-city; " + E + "old city and the quarters north of it on the west bank",
                  ("IQ", "west of Tigris")),
    ]


def areas():
    return syria() + iraq()
