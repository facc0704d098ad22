/* The balance of heat on an OpenCL device: terms (1) to (4) of docs/physics.md, in the arithmetic and the order of
   org.iceball.solve.Balance64, so that the bits agree. Made for one precision by the build options:
     REAL   double or float: the state
     WIDE   double, or float on a device that has no other: sums, and faces between two tissues
     FACES  1 where outer faces may be held, VESSELS 1 where cells may be held; 0 leaves their sums out
     REAL_IS_DOUBLE, WIDE_IS_DOUBLE  1 where they are
   Work-groups have a power of two of items.
   A number is never contracted: a*b+c rounds twice, as in Java. */
#ifdef CONTRACT /* a test's proof that it would see the difference */
#pragma OPENCL FP_CONTRACT ON
#else
#pragma OPENCL FP_CONTRACT OFF
#endif

typedef REAL real;
typedef WIDE wide;

#define KNOTS 8
#define CURVE (2 + 5 * KNOTS) /* slopes of Q and T, knots, ta, tb, qa, qb */
#define LAW (3 + 5 * KNOTS)   /* the liquidus, then the same, wide */
#define BLOOD 9               /* a PerfusionLaw, then 1 where the cells are held */
#define INTEGRAL 0
#define TEMPERATURE 1
#define PARTS 5 /* sums of a part of a plane: perfusion, faces, vessels, error, change */

/* flags of a cell: bits 0 to 5 sides that lead to another curve, then: */
#define NEEDLE 64
#define ALIVE 128
#define SEAMS 63

/* nx, ny, nz; the window j0 j1 k0 k1; bits of the outer sides x-, x+, y-, y+, z-, z+ that are held */
#define NX g.s0
#define NY g.s1
#define NZ g.s2
#define J0 g.s3
#define J1 g.s4
#define K0 g.s5
#define K1 g.s6
#define HELD(side) (FACES && (g.s7 >> (side) & 1))

#define IN global const
#define MODEL                                                                                                    \
  const int8 g, const real perArea, IN uchar *restrict material, IN int *restrict runFirst,                      \
      IN int *restrict runStart, IN int *restrict runKind, IN int *restrict needleFirst, IN int *restrict needleCell, \
      IN int *restrict needleWall, IN real *restrict conductance, IN real *restrict floors,                          \
      IN real *restrict wall, IN real *restrict curves,                                                          \
      IN real *restrict bloods, IN wide *restrict laws, IN real *restrict outside
#define MODEL_OF                                                                                                 \
  g, perArea, material, runFirst, runStart, runKind, needleFirst, needleCell, needleWall, conductance, floors, wall, \
      curves, bloods, laws, outside

/* ---- the curves ---- */

static real two_knots(real x, IN real *c, int k, int which) {
  const int a = (which == INTEGRAL ? 2 + 3 * KNOTS : 2 + KNOTS) + k;
  const int b = a + KNOTS;
  real d0 = x - c[2 + k];
  real d1 = x - c[3 + k];
  real u0 = fabs(d0) - d0;
  real u1 = fabs(d1) - d1;
  return u0 * (c[a] + c[b] * u0) + u1 * (c[a + 1] + c[b + 1] * u1);
}

/* knots that lie below x add zero and are left out */
static real curve_at(real x, IN real *c, int which) {
  real q = c[which] * x;
  for (int k = 0; k < KNOTS && x < c[2 + k]; k += 2) {
    q = q + two_knots(x, c, k, which);
  }
  return q;
}

static wide law_slope(wide at, IN wide *l, wide base, int a) {
  wide sum = base;
  for (int k = 0; k < KNOTS; k++) {
    if (at < l[3 + k]) {
      sum -= 2 * l[a + k] + 8 * l[a + KNOTS + k] * (l[3 + k] - at);
    }
  }
  return sum;
}

static wide law_conductivity(wide at, IN wide *l) {
  return law_slope(at, l, l[1], 3 + 3 * KNOTS) / law_slope(at, l, l[2], 3 + KNOTS);
}

static wide law_temperature(wide at, IN wide *l) {
  wide sum = l[0] + l[2] * at;
  for (int k = 0; k < KNOTS; k++) {
    wide d = at - l[3 + k];
    wide u = fabs(d) - d;
    sum += u * (l[3 + KNOTS + k] + l[3 + 2 * KNOTS + k] * u);
  }
  return sum;
}

/* term (1'): through a face between two curves, times the spacing squared; own and other are enthalpies */
static real face(wide own, int kind, wide other, int otherKind, IN wide *laws) {
  IN wide *l = laws + LAW * kind;
  IN wide *o = laws + LAW * otherKind;
  wide here = law_conductivity(own, l);
  wide there = law_conductivity(other, o);
  wide mean = 2 * (here * there) / (here + there);
  return (real)(mean * (law_temperature(other, o) - law_temperature(own, l)));
}

/* ---- one cell ---- */

typedef struct {
  real left, right, below, above, back, front;
} around;

static real trial_at(IN real *h, IN real *d, int c, int trial) { return trial ? h[c] + d[c] : h[c]; }

/* beyond the grid, what the outer face implies; beyond the window nothing flows */
static around close_off(around n, real own, int i, int j, int k, const int8 g, real out, real perArea, wide *faces) {
#if FACES
  real ghost = 2 * out - own;
  wide into = (wide)((ghost - own) * perArea);
#define GHOST(at_edge, side, value) \
  if (at_edge) {                    \
    value = own;                    \
    if (HELD(side)) {               \
      value = ghost;                \
      *faces += into;               \
    }                               \
  }
  GHOST(i == 0, 0, n.left)
  GHOST(i == NX - 1, 1, n.right)
  if (j == J0) n.below = own;
  if (j == J1 - 1) n.above = own;
  if (k == K0) n.back = own;
  if (k == K1 - 1) n.front = own;
  GHOST(j == 0, 2, n.below)
  GHOST(j == NY - 1, 3, n.above)
  GHOST(k == 0, 4, n.back)
  GHOST(k == NZ - 1, 5, n.front)
#else
  if (i == 0) n.left = own;
  if (i == NX - 1) n.right = own;
  if (j == J0) n.below = own;
  if (j == J1 - 1) n.above = own;
  if (k == K0) n.back = own;
  if (k == K1 - 1) n.front = own;
#endif
  return n;
}

static around read_around(IN real *q, int c, int i, int j, int k, const int8 g) {
  around n;
  n.left = q[i > 0 ? c - 1 : c];
  n.right = q[i < NX - 1 ? c + 1 : c];
  n.below = q[j > J0 ? c - NX : c];
  n.above = q[j < J1 - 1 ? c + NX : c];
  n.back = q[k > K0 ? c - NX * NY : c];
  n.front = q[k < K1 - 1 ? c + NX * NY : c];
  return n;
}

/* term (1) */
static real conduct(around n, real own, real perArea) {
  real rate = (n.left - own) + (n.right - own);
  rate = rate + ((n.below - own) + (n.above - own));
  return (rate + ((n.back - own) + (n.front - own))) * perArea;
}

/* term (1) for a cell with a neighbour of another curve, with (1') there */
static real seam(around n, real own, int c, int j, int k, int sides, int trial, IN real *h, IN real *d, MODEL) {
  const int p = NX * NY;
  const int kind = material[c];
  wide at = (wide)trial_at(h, d, c, trial);
#define THROUGH(bit, open, other, value) \
  ((sides >> bit & 1) && (open) ? face(at, kind, (wide)trial_at(h, d, other, trial), material[other], laws) : (value) - own)
  real left = THROUGH(0, 1, c - 1, n.left);
  real right = THROUGH(1, 1, c + 1, n.right);
  real below = THROUGH(2, j > J0, c - NX, n.below);
  real above = THROUGH(3, j < J1 - 1, c + NX, n.above);
  real back = THROUGH(4, k > K0, c - p, n.back);
  real front = THROUGH(5, k < K1 - 1, c + p, n.front);
  return (((left + right) + (below + above)) + (back + front)) * perArea;
}

/* term (2) */
static real blood_at(real x, IN real *p) {
  real f = x - p[0];
  real o = x - p[1];
  return (p[2] + p[3] * x) + ((fabs(f) - f) * p[4] + ((fabs(x) - x) * p[5] + (fabs(o) - o) * p[6]));
}

/* term (4): what the needles bring to a cell, one after the other */
static real needles_at(real rate, real own, int c, int row, MODEL) {
  for (int n = needleFirst[row]; n < needleFirst[row + 1]; n++) {
    if (needleCell[n] == c) {
      real at = wall[needleWall[n]];
      if (!isnan(at)) {
        rate = rate + conductance[n] * (at - fmax(own, floors[n]));
      }
    }
  }
  return rate;
}

/* the balance of one cell; sum takes perfusion, faces, vessels */
static real balance(around n, real own, int c, int i, int j, int k, int trial, int flags, IN real *h, IN real *d,
    wide *sum, MODEL) {
  const int kind = material[c];
  n = close_off(n, own, i, j, k, g, outside[kind], perArea, sum + 1);
  real rate = flags & SEAMS ? seam(n, own, c, j, k, flags, trial, h, d, MODEL_OF) : conduct(n, own, perArea);
  IN real *p = bloods + BLOOD * kind;
  if (VESSELS && p[8] != 0) {
    sum[2] -= (wide)rate;
    return 0;
  }
  real alive = (real)(flags >> 7);
  real brought = alive * blood_at(trial_at(h, d, c, trial), p);
  sum[0] += (wide)brought;
  rate = rate + (brought + alive * p[7]);
  return flags & NEEDLE ? needles_at(rate, own, c, j + NY * k, MODEL_OF) : rate;
}

#include "rows.cl"
#include "cells.cl"
#include "state.cl"
