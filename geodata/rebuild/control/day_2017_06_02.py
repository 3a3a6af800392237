"""2 June 2017: the report on why the two sides cannot link up yet. Three days of change since 30 May."""
from day_2017_05_30 import *


def areas():
    # Mansoura falls to the SDF about 2 June, the government closes on Maskana from west and south
    tabqa = [(38.24, 36.05), (38.30, 35.90), (38.37, 35.81), (38.48, 35.735), (38.62, 35.72), (38.72, 35.76), (38.785, 35.815),
             (38.80, 35.89), (38.60, 36.05)]
    isis = [(38.30, 36.15), (38.14, 36.06), (38.05, 36.015), (37.96, 35.985), (37.91, 35.93), (37.86, 35.87), (37.74, 35.80),
            *ISIS_SYRIA[6:ISIS_SYRIA.index((38.42, 34.64))], (38.45, 34.65), (38.49, 34.57), (38.47, 34.46), (38.43, 34.35), (38.42, 34.24),
            (38.44, 34.12), *ISIS_SYRIA[ISIS_SYRIA.index((38.46, 33.96)):]]
    raqqa = [(38.72, 35.80), (38.79, 35.895), (38.84, 35.935), (38.91, 35.965), (39.00, 35.985), (39.08, 35.975), (39.115, 35.945),
             (39.13, 35.88), (39.10, 35.80), (38.90, 35.75)]
    # the mobilization units press on Baaj from the north (taken 4 June)
    pmu = [(41.00, 36.09), (41.27, 36.085), (41.42, 36.08), (41.57, 36.085), (41.72, 36.08), (41.87, 36.04), *PMU_NINEVEH[6:]]
    return syria(isis=isis, tabqa=tabqa, raqqa=raqqa) + iraq(pmu=pmu)
