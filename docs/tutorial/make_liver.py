"""Writes a small label image to try the tutorial with: python3 make_liver.py liver.nii.gz

Labels: 1 liver, 2 hepatic vein, 3 portal vein, 4 tumour, 5 gallbladder. The image is turned against the
patient's axes, as scans are. Needs numpy and nibabel (Debian: python3-nibabel).
"""

import sys

import nibabel
import numpy as np

size, step = (100, 90, 70), (1.2, 1.2, 1.6)  # voxels; mm
turn = np.radians(8)
axes = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
affine = np.eye(4)
affine[:3, :3] = axes * step
affine[:3, 3] = -affine[:3, :3] @ ((np.array(size) - 1) / 2)

i, j, k = np.indices(size)
x, y, z = (affine[:3, :3] @ np.stack([i, j, k]).reshape(3, -1) + affine[:3, 3:]).reshape(3, *size)


def tube(a, b, radius):
    a, b = np.array(a, float), np.array(b, float)
    p = np.stack([x - a[0], y - a[1], z - a[2]], -1)
    t = np.clip(p @ (b - a) / ((b - a) @ (b - a)), 0, 1)
    return np.linalg.norm(p - t[..., None] * (b - a), axis=-1) < radius


labels = np.zeros(size, np.uint8)
labels[(x / 54) ** 2 + (y / 48) ** 2 + (z / 50) ** 2 < 1] = 1
labels[tube((14, -6, -60), (15, 4, 60), 4)] = 2
for a, b, radius in [((-60, 4, -30), (-18, 10, -6), 3.2), ((-18, 10, -6), (20, 18, 4), 2.4), ((-18, 10, -6), (-16, -8, 40), 2.4)]:
    labels[tube(a, b, radius)] = 3
labels[(x / 10) ** 2 + (y / 9) ** 2 + ((z - 2) / 11) ** 2 < 1] = 4
labels[((x + 30) / 9) ** 2 + ((y - 26) / 9) ** 2 + ((z + 26) / 14) ** 2 < 1] = 5
nibabel.save(nibabel.Nifti1Image(labels, affine), sys.argv[1])
print(f"{sys.argv[1]}: {size} voxels of {step} mm, tumour {np.sum(labels == 4) * np.prod(step) / 1e3:.1f} ml")
