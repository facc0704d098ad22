"""Freezing: linear elements on a uniform mesh, lumped mass, backward Euler,
secant heat capacity, Picard; run with mpirun -n 2. The needle is the nodes within its radius."""
import sys
import time

import numpy as np
import ufl
from dolfinx import fem, mesh
from dolfinx.fem.petsc import (apply_lifting, assemble_matrix, assemble_vector, create_matrix,
                               create_vector, set_bc)
from mpi4py import MPI
from petsc4py import PETSc

from common import BODY, C_F, C_M, C_U, H_S, K_F, K_U, P, T_L, T_S, W

PER_STEP = 3


def main(out, spacing, dt):
    q = P["freeze"]
    comm = MPI.COMM_WORLD
    n = 2 * round(q["width"] / spacing / 2)
    nz = round(q["thickness"] / spacing)
    a, b = 0.5 * n * spacing, 0.5 * nz * spacing
    box = mesh.create_box(comm, [np.array([-a, -a, -b]), np.array([a, a, b])], [n, n, nz],
                          mesh.CellType.tetrahedron)
    v = fem.FunctionSpace(box, ("CG", 1))
    u, w = ufl.TrialFunction(v), ufl.TestFunction(v)
    old, now = fem.Function(v), fem.Function(v)
    nodes = fem.locate_dofs_geometrical(
        v, lambda p: p[0] ** 2 + p[1] ** 2 <= q["needle_radius"] ** 2 + 1e-12)
    cold = fem.dirichletbc(PETSc.ScalarType(q["needle_temperature"]), nodes, v)
    for f in (old, now):
        f.x.array[:] = BODY
        f.x.array[nodes] = q["needle_temperature"]

    def heat(t):
        return ufl.conditional(t >= T_L, (t - T_L) * C_U, ufl.conditional(
            t >= T_S, (t - T_L) * C_M, H_S + (t - T_S) * C_F))

    d = now - old
    c_point = ufl.conditional(now >= T_L, C_U, ufl.conditional(now >= T_S, C_M, C_F))
    far = ufl.gt(abs(d), 1e-6)
    c = ufl.conditional(far, (heat(now) - heat(old)) / ufl.conditional(far, d, 1.0), c_point)
    share = ufl.min_value(1.0, ufl.max_value(0.0, (T_L - now) / (T_L - T_S)))
    k = K_U + (K_F - K_U) * share
    blood = ufl.conditional(now > T_L, W, 0.0)
    mass = ufl.dx(metadata={"quadrature_rule": "vertex", "quadrature_degree": 1})
    stiff = ufl.dx(metadata={"quadrature_degree": 2})
    left = fem.form((c / dt + blood) * u * w * mass + k * ufl.inner(ufl.grad(u), ufl.grad(w)) * stiff)
    right = fem.form((c / dt * old + blood * BODY) * w * mass)
    matrix, vector = create_matrix(left), create_vector(right)
    solver = PETSc.KSP().create(comm)
    solver.setOperators(matrix)
    solver.setType("cg")
    solver.getPC().setType("jacobi")
    solver.setTolerances(rtol=1e-7)
    solver.setInitialGuessNonzero(True)
    comm.Barrier()
    began = time.perf_counter()
    for _ in range(round(q["duration"] / dt)):
        old.x.array[:] = now.x.array
        for _ in range(PER_STEP):
            matrix.zeroEntries()
            assemble_matrix(matrix, left, bcs=[cold])
            matrix.assemble()
            with vector.localForm() as local:
                local.set(0)
            assemble_vector(vector, right)
            apply_lifting(vector, [left], [[cold]])
            vector.ghostUpdate(addv=PETSc.InsertMode.ADD, mode=PETSc.ScatterMode.REVERSE)
            set_bc(vector, [cold])
            solver.solve(vector, now.vector)
            now.x.scatter_forward()
    comm.Barrier()
    taken = time.perf_counter() - began
    p = v.tabulate_dof_coordinates()[: v.dofmap.index_map.size_local]
    level = spacing * (nz // 2) - b
    here = (np.abs(p[:, 1]) < 1e-9) & (np.abs(p[:, 2] - level) < 1e-9) & (p[:, 0] > -1e-9)
    mine = np.column_stack([p[here, 0], now.x.array[: len(p)][here]])
    lines = comm.gather(mine)
    if comm.rank == 0:
        line = np.concatenate(lines)
        print("loop %.4f" % taken, flush=True)
        np.savetxt(out, line[np.argsort(line[:, 0])], fmt="%.9g")


main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
