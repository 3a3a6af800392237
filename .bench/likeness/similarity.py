"""Structural similarity of pictures: similarity.py OURS.png OTHER.png... prints one figure for each other picture.

Wang, Z. et al. (2004), doi:10.1109/TIP.2003.819861: grey values, Gaussian window of 11 x 11 px with sigma 1.5, mean over the picture.
With --map FILE.png the last comparison is also drawn: dark where the pictures differ.
"""
import sys

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter


def grey(path):
    picture = Image.open(path).convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    rgb = np.asarray(Image.alpha_composite(paper, picture).convert("RGB"), dtype=np.float64)
    return rgb @ np.array([0.299, 0.587, 0.114])


def similarity(a, b):
    def blurred(x):
        return gaussian_filter(x, 1.5, truncate=3.5)

    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    mean_a, mean_b = blurred(a), blurred(b)
    variance_a = blurred(a * a) - mean_a**2
    variance_b = blurred(b * b) - mean_b**2
    covariance = blurred(a * b) - mean_a * mean_b
    return ((2 * mean_a * mean_b + c1) * (2 * covariance + c2)) / ((mean_a**2 + mean_b**2 + c1) * (variance_a + variance_b + c2))


arguments = sys.argv[1:]
drawn = None
if "--map" in arguments:
    at = arguments.index("--map")
    drawn = arguments[at + 1]
    del arguments[at : at + 2]
ours = grey(arguments[0])
for path in arguments[1:]:
    theirs = grey(path)
    if ours.shape != theirs.shape:
        sys.exit(f"{path} is {theirs.shape[1]} x {theirs.shape[0]} px, not {ours.shape[1]} x {ours.shape[0]}")
    values = similarity(ours, theirs)
    print(f"{values.mean():.4f}")
    if drawn:
        Image.fromarray((np.clip(values, 0, 1) * 255).astype(np.uint8)).save(drawn)
