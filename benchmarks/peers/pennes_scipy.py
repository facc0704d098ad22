"""Gaussian decay: Crank-Nicolson with a sparse matrix and conjugate gradients."""
import sys
import time

import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as la

from common import BODY, C_U, K_U, P, W, finish, pennes_grid, pennes_line

STEP = 2.0


def main(out):
    n, h, x, t = pennes_grid()
    line = sp.diags([np.ones(n - 1), -2 * np.ones(n), np.ones(n - 1)], [-1, 0, 1]).tolil()
    line[0, 0] = line[n - 1, n - 1] = -1
    one = sp.identity(n)
    line = line.tocsr()
    laplace = (sp.kron(sp.kron(line, one), one) + sp.kron(sp.kron(one, line), one)
               + sp.kron(sp.kron(one, one), line)).tocsr()
    a = laplace * (K_U / (C_U * h * h)) - sp.identity(n ** 3) * (W / C_U)
    began = time.perf_counter()
    left = (sp.identity(n ** 3) - 0.5 * STEP * a).tocsr()
    right = (sp.identity(n ** 3) + 0.5 * STEP * a).tocsr()
    u = (t - BODY).ravel()
    for _ in range(round(P["pennes"]["duration"] / STEP)):
        u, info = la.cg(left, right @ u, x0=u, tol=1e-8)
        if info:
            sys.exit("conjugate gradients did not converge")
    finish(out, *pennes_line(x, BODY + u.reshape(n, n, n)), began)


main(sys.argv[1])
