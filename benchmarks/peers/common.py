"""What the Python programs share: the problem, its tissue, and the file that they leave."""
import json
import os
import time

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "problem.json"), encoding="utf-8") as f:
    P = json.load(f)

C_U = P["density"] * P["specific_heat"]
C_F = P["density"] * P["frozen_specific_heat"]
K_U, K_F = P["conductivity"], P["frozen_conductivity"]
T_L, T_S = P["liquidus"], P["solidus"]
C_M = 0.5 * (C_U + C_F) + P["density"] * P["latent_heat"] / (T_L - T_S)
W = P["perfusion"] * P["blood_heat_capacity"]
BODY = P["body"]
H_S = -C_M * (T_L - T_S)


def temperature(h):
    """T [K] of enthalpy [J/m3], which is zero at the liquidus."""
    return np.where(h >= 0, T_L + h / C_U, np.where(h >= H_S, T_L + h / C_M, T_S + (h - H_S) / C_F))


def enthalpy(t):
    """The inverse."""
    return np.where(t >= T_L, (t - T_L) * C_U,
                    np.where(t >= T_S, (t - T_L) * C_M, H_S + (t - T_S) * C_F))


def conductivity(t):
    """k [W/(m K)]: constant on either side, linear in the freezing range."""
    return np.interp(t, [T_S, T_L], [K_F, K_U])


def capacity(t):
    """Apparent heat capacity [J/(m3 K)]."""
    return np.where(t >= T_L, C_U, np.where(t >= T_S, C_M, C_F))


def finish(out, r, t, began):
    """Writes the line of results and says how long the loop took."""
    print("loop %.4f" % (time.perf_counter() - began), flush=True)
    np.savetxt(out, np.column_stack([r, t]), fmt="%.9g")


def pennes_grid():
    """Number of cells a side, spacing [m], cell centres [m], start [K]."""
    q = P["pennes"]
    n, h = q["cells"], q["spacing"]
    x = (np.arange(n) - 0.5 * (n - 1)) * h
    r2 = x[:, None, None] ** 2 + x[None, :, None] ** 2 + x[None, None, :] ** 2
    return n, h, x, BODY + q["rise"] * np.exp(-r2 / (2 * q["width"] ** 2))


def pennes_line(x, t):
    """Distance from the centre, with the sign of x, and temperature along the line beside the axis."""
    j = len(x) // 2
    r = np.sqrt(x ** 2 + 2 * x[j] ** 2)
    return np.copysign(r, x), t[j, j, :]


def freeze_grid(h):
    """Cells across, cells through, cells that are needle (shape [n, n])."""
    q = P["freeze"]
    n = 2 * round(q["width"] / h / 2) + 1
    nz = round(q["thickness"] / h)
    x = (np.arange(n) - n // 2) * h
    needle = x[:, None] ** 2 + x[None, :] ** 2 <= q["needle_radius"] ** 2
    return n, nz, x, needle
