"""Freezing: backward Euler for the enthalpy, temperature and k lagged, conjugate gradients."""
import sys
import time

import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as la

from common import BODY, P, T_L, W, capacity, conductivity, finish, freeze_grid

PER_STEP = 3


def main(out, spacing, dt):
    q = P["freeze"]
    n, nz, x, needle = freeze_grid(spacing)
    number = np.arange(nz * n * n).reshape(nz, n, n)
    pairs = [(number[:-1], number[1:]), (number[:, :-1], number[:, 1:]),
             (number[:, :, :-1], number[:, :, 1:])]
    i = np.concatenate([p[0].ravel() for p in pairs])
    j = np.concatenate([p[1].ravel() for p in pairs])
    held = np.broadcast_to(needle, (nz, n, n)).ravel()
    free = np.flatnonzero(~held)
    t = np.full(nz * n * n, BODY)
    t[held] = q["needle_temperature"]
    began = time.perf_counter()
    for _ in range(round(q["duration"] / dt)):
        old = t.copy()
        for _ in range(PER_STEP):
            k = conductivity(t)
            face = 0.5 * (k[i] + k[j]) / spacing ** 2
            c = secant_capacity(old, t)
            blood = W * (t > T_L)
            diagonal = c / dt + blood
            m = sp.coo_matrix((np.concatenate([-face, -face]),
                               (np.concatenate([i, j]), np.concatenate([j, i]))),
                              shape=(t.size, t.size)).tocsr()
            diagonal = diagonal - np.asarray(m.sum(axis=1)).ravel()
            m = m + sp.diags(diagonal)
            right = c / dt * old + blood * BODY
            right = right[free] - m[free][:, held] @ t[held]
            a = m[free][:, free]
            d = a.diagonal()
            new, info = la.cg(a, right, x0=t[free], tol=1e-7, M=sp.diags(1 / d))
            if info:
                sys.exit("conjugate gradients did not converge")
            t[free] = new
    t = t.reshape(nz, n, n)
    finish(out, x[n // 2:], t[nz // 2, n // 2, n // 2:], began)


def secant_capacity(old, new):
    """Heat capacity between two temperatures, so that no latent heat is stepped over."""
    from common import enthalpy
    d = new - old
    far = np.abs(d) > 1e-6
    return np.where(far, (enthalpy(new) - enthalpy(old)) / np.where(far, d, 1), capacity(old))


main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
