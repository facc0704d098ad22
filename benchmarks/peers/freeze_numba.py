"""Freezing: plain explicit enthalpy steps, arithmetic means of k on faces, two threads."""
import sys
import time

import numpy as np
from numba import njit, prange

from common import (BODY, C_F, C_M, C_U, H_S, K_F, K_U, P, T_L, T_S, W, enthalpy, finish,
                    freeze_grid, temperature)


@njit(parallel=True)
def look_up(h, t, k, cu, cm, cf, hs, tl, ts, ku, kf):
    for z in prange(h.shape[0]):
        for y in range(h.shape[1]):
            for x in range(h.shape[2]):
                e = h[z, y, x]
                if e >= 0:
                    t[z, y, x] = tl + e / cu
                    k[z, y, x] = ku
                elif e >= hs:
                    t[z, y, x] = tl + e / cm
                    k[z, y, x] = ku + (kf - ku) * e / hs
                else:
                    t[z, y, x] = ts + (e - hs) / cf
                    k[z, y, x] = kf


@njit(parallel=True)
def step(h, t, k, needle, f, dt, w, body, tl):
    nz, ny, nx = h.shape
    for z in prange(nz):
        for y in range(ny):
            for x in range(nx):
                if needle[y, x]:
                    continue
                tc = t[z, y, x]
                kc = k[z, y, x]
                # beyond a face lies the cell itself: nothing flows
                w0, w1 = max(x - 1, 0), min(x + 1, nx - 1)
                s0, s1 = max(y - 1, 0), min(y + 1, ny - 1)
                b0, b1 = max(z - 1, 0), min(z + 1, nz - 1)
                s = ((kc + k[z, y, w0]) * (t[z, y, w0] - tc) + (kc + k[z, y, w1]) * (t[z, y, w1] - tc)
                     + (kc + k[z, s0, x]) * (t[z, s0, x] - tc) + (kc + k[z, s1, x]) * (t[z, s1, x] - tc)
                     + (kc + k[b0, y, x]) * (t[b0, y, x] - tc) + (kc + k[b1, y, x]) * (t[b1, y, x] - tc))
                q = 0.5 * f * s
                if tc > tl:
                    q += dt * w * (body - tc)
                h[z, y, x] += q


def main(out, spacing):
    q = P["freeze"]
    n, nz, x, needle = freeze_grid(spacing)
    h = np.full((nz, n, n), float(enthalpy(BODY)))
    h[:, needle] = float(enthalpy(q["needle_temperature"]))
    t, k = np.empty_like(h), np.empty_like(h)
    began = time.perf_counter()
    steps = int(np.ceil(q["duration"] / (0.9 * spacing ** 2 * C_F / (6 * K_F))))
    dt = q["duration"] / steps
    for _ in range(steps):
        look_up(h, t, k, C_U, C_M, C_F, H_S, T_L, T_S, K_U, K_F)
        step(h, t, k, needle, dt / spacing ** 2, dt, W, BODY, T_L)
    finish(out, x[n // 2:], temperature(h[nz // 2, n // 2, n // 2:]), began)


main(sys.argv[1], float(sys.argv[2]))
