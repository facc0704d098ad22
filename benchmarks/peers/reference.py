"""Exact Gaussian decay, and the radial reference of the freezing: rings, explicit, extrapolated."""
import numpy as np

from common import BODY, C_F, C_M, C_U, H_S, K_F, K_U, P, T_L, T_S, W, enthalpy, temperature


def pennes(r):
    """Exact temperature [K] at the end, at distances r [m] from the centre."""
    q = P["pennes"]
    spread = q["width"] ** 2 + 2 * K_U / C_U * q["duration"]
    return BODY + (q["rise"] * (q["width"] ** 2 / spread) ** 1.5
                   * np.exp(-r ** 2 / (2 * spread) - W / C_U * q["duration"]))


def _integral(t):
    """Integral of k dT from the liquidus [W/m]."""
    mushy = np.clip(t, T_S, T_L) - T_L
    return (K_U * np.maximum(t - T_L, 0) + mushy * K_U - 0.5 * (K_F - K_U) / (T_L - T_S) * mushy ** 2
            + K_F * np.minimum(t - T_S, 0))


def _radius(rings, loop):
    q = P["freeze"]
    inner, outer = q["needle_radius"], q["width"] / 2
    edge = np.linspace(inner, outer, rings + 1)
    dr = edge[1] - edge[0]
    r = 0.5 * (edge[1:] + edge[:-1])
    area = r * dr
    h = np.full(rings, float(enthalpy(BODY)))
    wall = _integral(np.array(q["needle_temperature"]))
    steps = int(np.ceil(q["duration"] / (0.45 * dr ** 2 * C_F / K_F)))
    h = loop(h, edge, area, dr, float(wall), q["duration"] / steps, steps,
             C_U, C_M, C_F, H_S, T_L, T_S, K_U, K_F, W, BODY)
    t = temperature(h)
    i = np.flatnonzero(t > T_L)[0]
    return r[i - 1] + dr * (T_L - t[i - 1]) / (t[i] - t[i - 1])


def _loop(h, edge, area, dr, wall, dt, steps, cu, cm, cf, hs, tl, ts, ku, kf, w, body):
    n = h.size
    q = np.empty(n)
    t = np.empty(n)
    for _ in range(steps):
        for i in range(n):
            e = h[i]
            if e >= 0:
                t[i] = tl + e / cu
                q[i] = ku * (t[i] - tl)
            else:
                m = max(e, hs) / cm
                q[i] = ku * m - 0.5 * (kf - ku) / (tl - ts) * m * m
                t[i] = tl + m
                if e < hs:
                    t[i] = ts + (e - hs) / cf
                    q[i] += kf * (t[i] - ts)
        flux = edge[0] * (q[0] - wall) / (0.5 * dr)
        for i in range(n):
            after = edge[i + 1] * (q[i + 1] - q[i]) / dr if i + 1 < n else 0.0
            s = (after - flux) / area[i]
            if t[i] > tl:
                s += w * (body - t[i])
            h[i] += dt * s
            flux = after
    return h


def freeze_radius():
    """Radius of the liquidus at the end [m], and how far two grids lie apart [m]."""
    try:
        from numba import njit
        loop = njit(_loop)
        grids = (300, 600)
    except ImportError:
        loop, grids = _loop, (75, 150)
    coarse, fine = (_radius(n, loop) for n in grids)
    return fine + (fine - coarse) / 3, abs(fine - coarse)
