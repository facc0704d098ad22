"""Gaussian decay: explicit steps, a compiled loop over cells, two threads."""
import sys
import time

import numpy as np
from numba import njit, prange

from common import BODY, C_U, K_U, P, W, finish, pennes_grid, pennes_line


@njit(parallel=True, fastmath=False)
def step(t, new, a, b, body):
    nz, ny, nx = t.shape
    for k in prange(1, nz - 1):
        for j in range(1, ny - 1):
            for i in range(1, nx - 1):
                c = t[k, j, i]
                new[k, j, i] = (c + a * (t[k, j, i - 1] + t[k, j, i + 1] + t[k, j - 1, i]
                                         + t[k, j + 1, i] + t[k - 1, j, i] + t[k + 1, j, i] - 6 * c)
                                + b * (body - c))


def main(out):
    n, h, x, t = pennes_grid()
    began = time.perf_counter()
    end = P["pennes"]["duration"]
    steps = int(np.ceil(end / (0.9 / (6 * K_U / (C_U * h * h) + 0.5 * W / C_U))))
    dt = end / steps
    new = t.copy()
    for _ in range(steps):
        step(t, new, K_U * dt / (C_U * h * h), W * dt / C_U, BODY)
        t, new = new, t
    finish(out, *pennes_line(x, t), began)


main(sys.argv[1])
