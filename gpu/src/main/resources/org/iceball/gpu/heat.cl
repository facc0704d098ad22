/* The balance of heat on an OpenCL device: terms (1) to (4) of docs/physics.md, in the arithmetic and the order of
   org.iceball.solve.Balance64, so that the bits agree. Made for one precision by the build options:
     REAL   double or float: the state
     WIDE   double, or float on a device that has no other: sums, and faces between two tissues
     FACES  1 where outer faces may be held, VESSELS 1 where cells may be held; 0 leaves their sums out
     REAL_IS_DOUBLE, WIDE_IS_DOUBLE  1 where they are
   Work-groups have a power of two of items.
   The _rows kernels take a row each and are made for processors; the _cells kernels take a cell each, the _march
   kernels a column of cells, for graphics devices. A number is never contracted: a*b+c rounds twice, as in Java. */
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
#define MODEL                                                                                                 \
  const int8 g, const real perArea, const int materials, IN uchar *restrict material, IN int *restrict runFirst, \
      IN int *restrict runStart, IN int *restrict runKind, IN int *restrict seamFirst, IN int *restrict seamCell, \
      IN int *restrict needleFirst, IN int *restrict needleCell, IN int *restrict needleWall,                   \
      IN real *restrict conductance, IN real *restrict wall, IN real *restrict curves, IN real *restrict bloods, \
      IN wide *restrict laws, IN real *restrict outside
#define MODEL_OF                                                                                              \
  g, perArea, materials, material, runFirst, runStart, runKind, seamFirst, seamCell, needleFirst, needleCell, \
      needleWall, conductance, wall, curves, bloods, laws, outside

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
        rate = rate + conductance[n] * (at - own);
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

/* ---- a row each, for processors ---- */

#define ROW                                                 \
  const int j = J0 + get_global_id(0);                      \
  const int k = K0 + get_global_id(1);                      \
  const int row = j + NY * k;                               \
  const int c0 = NX * row;

#if REAL_IS_DOUBLE
typedef double8 wide_lanes;
#define LANES(n, p) vload8(n, p)
#elif WIDE_IS_DOUBLE
typedef double8 wide_lanes;
#define LANES(n, p) convert_double8(vload8(n, p))
#else
typedef float8 wide_lanes;
#define LANES(n, p) vload8(n, p)
#endif

/* sum in a fixed order, in eight chains */
static wide total(local const real *x, int n) {
  wide_lanes s = 0;
  int i = 0;
  for (; i + 8 <= n; i += 8) {
    s += LANES(0, x + i);
  }
  wide rest = 0;
  for (; i < n; i++) {
    rest += (wide)x[i];
  }
  return (((s.s0 + s.s1) + (s.s2 + s.s3)) + ((s.s4 + s.s5) + (s.s6 + s.s7))) + rest;
}

/* Q at y = h + d (or h) on a stretch of one material; knots that no cell of it reaches add zero and are left out */
static void integrals(IN real *restrict h, IN real *restrict d, int trial, global real *restrict q, int n, IN real *c) {
#define LOOP_OVER_Y(y)                                     \
  {                                                        \
    const real slope = c[0];                               \
    const real h0 = c[2];                                  \
    int deeper = 0;                                        \
    for (int i = 0; i < n; i++) {                          \
      real x = y;                                          \
      q[i] = slope * x;                                    \
      deeper |= x < h0;                                    \
    }                                                      \
    for (int k = 0; k < KNOTS && deeper; k += 2) {         \
      const real a0 = c[2 + k], a1 = c[3 + k];             \
      const real qa0 = c[2 + 3 * KNOTS + k], qa1 = c[3 + 3 * KNOTS + k]; \
      const real qb0 = c[2 + 4 * KNOTS + k], qb1 = c[3 + 4 * KNOTS + k]; \
      const real below = k + 2 < KNOTS ? c[4 + k] : -INFINITY; \
      deeper = 0;                                          \
      for (int i = 0; i < n; i++) {                        \
        real x = y;                                        \
        real d0 = x - a0;                                  \
        real d1 = x - a1;                                  \
        real u0 = fabs(d0) - d0;                           \
        real u1 = fabs(d1) - d1;                           \
        q[i] = q[i] + (u0 * (qa0 + qb0 * u0) + u1 * (qa1 + qb1 * u1)); \
        deeper |= x < below;                               \
      }                                                    \
    }                                                      \
  }
  if (trial) LOOP_OVER_Y(h[i] + d[i]) else LOOP_OVER_Y(h[i])
}

static void integrals_of_row(IN real *restrict h, IN real *restrict d, int trial, global real *restrict q, int row,
    MODEL) {
  const int c0 = NX * row;
  for (int r = runFirst[row]; r < runFirst[row + 1]; r++) {
    const int from = c0 + runStart[r];
    const int n = c0 + (r + 1 < runFirst[row + 1] ? runStart[r + 1] : NX) - from;
    integrals(h + from, d + from, trial, q + from, n, curves + CURVE * runKind[r]);
  }
}

static void perfuse(IN real *restrict h, IN real *restrict d, int trial, IN uchar *restrict flags, local real *rate,
    local real *heat, int n, IN real *p) {
  const real full = p[0], off = p[1], base = p[2], slope = p[3];
  const real bendFull = p[4], bendFront = p[5], bendOff = p[6], metabolism = p[7];
#define PERFUSE(y)                                                                                          \
  for (int i = 0; i < n; i++) {                                                                             \
    real x = y;                                                                                             \
    real f = x - full;                                                                                      \
    real o = x - off;                                                                                       \
    real blood =                                                                                            \
        (base + slope * x) + ((fabs(f) - f) * bendFull + ((fabs(x) - x) * bendFront + (fabs(o) - o) * bendOff)); \
    real alive = (real)(flags[i] >> 7);                                                                     \
    real brought = alive * blood;                                                                           \
    heat[i] = brought;                                                                                      \
    rate[i] = rate[i] + (brought + alive * metabolism);                                                     \
  }
  if (trial) PERFUSE(h[i] + d[i]) else PERFUSE(h[i])
}

/* the balance of a row into rate; sum takes perfusion, faces, vessels */
static void balance_of_row(int j, int k, int trial, IN real *restrict h, IN real *restrict d, IN real *restrict q,
    IN uchar *restrict flags, local real *restrict rate, local real *restrict heat, wide *sum, MODEL) {
  const int row = j + NY * k;
  const int c0 = NX * row;
  const int rim = (j == 0 && HELD(2)) || (j == NY - 1 && HELD(3)) || (k == 0 && HELD(4)) || (k == NZ - 1 && HELD(5));
  if (!rim) {
    IN real *restrict own = q + c0;
    IN real *restrict below = q + (j > J0 ? c0 - NX : c0);
    IN real *restrict above = q + (j < J1 - 1 ? c0 + NX : c0);
    IN real *restrict back = q + (k > K0 ? c0 - NX * NY : c0);
    IN real *restrict front = q + (k < K1 - 1 ? c0 + NX * NY : c0);
    for (int i = 1; i < NX - 1; i++) {
      real x = own[i];
      real r = (own[i - 1] - x) + (own[i + 1] - x);
      r = r + ((below[i] - x) + (above[i] - x));
      rate[i] = (r + ((back[i] - x) + (front[i] - x))) * perArea;
    }
  }
  for (int i = 0; i < NX; i += rim || i == NX - 1 || NX == 1 ? 1 : NX - 1) {
    around n = read_around(q, c0 + i, i, j, k, g);
    n = close_off(n, q[c0 + i], i, j, k, g, outside[material[c0 + i]], perArea, sum + 1);
    rate[i] = conduct(n, q[c0 + i], perArea);
  }
  for (int s = seamFirst[row]; s < seamFirst[row + 1]; s++) {
    const int c = seamCell[s];
    wide counted = 0;
    around n = read_around(q, c, c - c0, j, k, g);
    n = close_off(n, q[c], c - c0, j, k, g, outside[material[c]], perArea, &counted);
    rate[c - c0] = seam(n, q[c], c, j, k, flags[c], trial, h, d, MODEL_OF);
  }
  for (int r = runFirst[row]; r < runFirst[row + 1]; r++) {
    const int from = runStart[r];
    const int to = r + 1 < runFirst[row + 1] ? runStart[r + 1] : NX;
    IN real *p = bloods + BLOOD * runKind[r];
    if (VESSELS && p[8] != 0) {
      for (int i = from; i < to; i++) {
        sum[2] -= (wide)rate[i];
        rate[i] = 0;
        heat[i] = 0;
      }
    } else {
      perfuse(h + c0 + from, d + c0 + from, trial, flags + c0 + from, rate + from, heat + from, to - from, p);
    }
  }
  for (int n = needleFirst[row]; n < needleFirst[row + 1]; n++) {
    const int c = needleCell[n];
    const real at = wall[needleWall[n]];
    if (!isnan(at) && !(VESSELS && bloods[BLOOD * material[c] + 8] != 0)) {
      rate[c - c0] = rate[c - c0] + conductance[n] * (at - q[c]);
    }
  }
  sum[0] += total(heat, NX);
}

static void put(global wide *parts, int part, const wide *sum) {
  for (int t = 0; t < PARTS; t++) {
    parts[PARTS * part + t] = sum[t];
  }
}

kernel void integral_rows(MODEL, IN real *restrict h, global real *restrict q) {
  ROW
  integrals_of_row(h, h, 0, q, row, MODEL_OF);
}

kernel void rate_rows(MODEL, IN real *restrict h, IN real *restrict q, IN uchar *restrict flags,
    global real *restrict m, global wide *restrict parts, local real *restrict rate, local real *restrict heat) {
  ROW
  wide sum[PARTS] = {0};
  balance_of_row(j, k, 0, h, h, q, flags, rate, heat, sum, MODEL_OF);
  for (int i = 0; i < NX; i++) {
    m[c0 + i] = rate[i];
  }
  put(parts, row, sum);
}

kernel void first_rows(MODEL, IN real *restrict h, IN real *restrict m, global real *restrict d,
    global real *restrict e, global real *restrict q, const real a) {
  ROW
  for (int i = 0; i < NX; i++) {
    d[c0 + i] = a * m[c0 + i];
    e[c0 + i] = 0;
  }
  integrals_of_row(h, d, 1, q, row, MODEL_OF);
}

kernel void stage_rows(MODEL, IN real *restrict h, IN real *restrict d, global real *restrict e,
    IN real *restrict m, IN real *restrict q, global real *restrict qNext, IN uchar *restrict flags,
    const real mu, const real nu, const real a, const real b, global wide *restrict parts,
    local real *restrict rate, local real *restrict heat) {
  ROW
  wide sum[PARTS] = {0};
  balance_of_row(j, k, 1, h, d, q, flags, rate, heat, sum, MODEL_OF);
  for (int i = 0; i < NX; i++) {
    const int c = c0 + i;
    real x = mu * d[c] + nu * e[c];
    e[c] = x + (a * rate[i] + b * m[c]);
  }
  integrals_of_row(h, e, 1, qNext, row, MODEL_OF);
  put(parts, row, sum);
}

kernel void attempt_rows(MODEL, IN real *restrict h, IN real *restrict d, IN real *restrict m,
    global real *restrict next, IN real *restrict q, IN uchar *restrict flags, const real weight, const real share,
    global wide *restrict parts, local real *restrict rate, local real *restrict heat) {
  ROW
  wide sum[PARTS] = {0};
  balance_of_row(j, k, 1, h, d, q, flags, rate, heat, sum, MODEL_OF);
  for (int i = 0; i < NX; i++) {
    const int c = c0 + i;
    next[c] = rate[i];
    heat[i] = fabs(weight * (m[c] + rate[i]) - share * d[c]);
    rate[i] = fabs(d[c]);
  }
  sum[3] = total(heat, NX);
  sum[4] = total(rate, NX);
  put(parts, row, sum);
}

/* ---- a cell each, for graphics devices ---- */

#define CELL                                                        \
  const int i = get_global_id(0);                                   \
  const int j = J0 + get_global_id(1);                              \
  const int k = K0 + get_global_id(2);                              \
  const int inside = i < NX && j < J1;                              \
  const int c = i + NX * (j + NY * k);

/* sums of a work-group in a fixed order, a tree */
static void put_group(global wide *parts, const int8 g, const wide *sum, int most, local wide *tree) {
  const int at = get_local_id(0) + get_local_size(0) * get_local_id(1);
  const int groups = get_num_groups(0) * get_num_groups(1);
  const int k = K0 + get_group_id(2);
  const int part = groups * k + get_group_id(0) + get_num_groups(0) * get_group_id(1);
  const int size = get_local_size(0) * get_local_size(1);
  for (int t = 0; t < PARTS; t++) {
    if ((t == 1 && !FACES) || (t == 2 && !VESSELS) || t >= most) {
      if (at == 0) parts[PARTS * part + t] = 0;
      continue;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    tree[at] = sum[t];
    for (int reach = size / 2; reach > 0; reach /= 2) {
      barrier(CLK_LOCAL_MEM_FENCE);
      if (at < reach) tree[at] += tree[at + reach];
    }
    if (at == 0) parts[PARTS * part + t] = tree[0];
  }
}

kernel void integral_cells(MODEL, IN real *restrict h, global real *restrict q) {
  CELL
  if (inside) q[c] = curve_at(h[c], curves + CURVE * material[c], INTEGRAL);
}

kernel void rate_cells(MODEL, IN real *restrict h, IN real *restrict q, IN uchar *restrict flags,
    global real *restrict m, global wide *restrict parts, local wide *restrict tree) {
  CELL
  wide sum[PARTS] = {0};
  if (inside) {
    m[c] = balance(read_around(q, c, i, j, k, g), q[c], c, i, j, k, 0, flags[c], h, h, sum, MODEL_OF);
  }
  put_group(parts, g, sum, 3, tree);
}

kernel void first_cells(MODEL, IN real *restrict h, IN real *restrict m, global real *restrict d,
    global real *restrict e, global real *restrict q, const real a) {
  CELL
  if (inside) {
    real x = a * m[c];
    d[c] = x;
    e[c] = 0;
    q[c] = curve_at(h[c] + x, curves + CURVE * material[c], INTEGRAL);
  }
}

kernel void stage_cells(MODEL, IN real *restrict h, IN real *restrict d, global real *restrict e,
    IN real *restrict m, IN real *restrict q, global real *restrict qNext, IN uchar *restrict flags,
    const real mu, const real nu, const real a, const real b, global wide *restrict parts,
    local wide *restrict tree) {
  CELL
  wide sum[PARTS] = {0};
  if (inside) {
    real rate = balance(read_around(q, c, i, j, k, g), q[c], c, i, j, k, 1, flags[c], h, d, sum, MODEL_OF);
    real x = mu * d[c] + nu * e[c];
    x = x + (a * rate + b * m[c]);
    e[c] = x;
    qNext[c] = curve_at(h[c] + x, curves + CURVE * material[c], INTEGRAL);
  }
  put_group(parts, g, sum, 3, tree);
}

kernel void attempt_cells(MODEL, IN real *restrict h, IN real *restrict d, IN real *restrict m,
    global real *restrict next, IN real *restrict q, IN uchar *restrict flags, const real weight, const real share,
    global wide *restrict parts, local wide *restrict tree) {
  CELL
  wide sum[PARTS] = {0};
  if (inside) {
    real rate = balance(read_around(q, c, i, j, k, g), q[c], c, i, j, k, 1, flags[c], h, d, sum, MODEL_OF);
    next[c] = rate;
    sum[3] = (wide)fabs(weight * (m[c] + rate) - share * d[c]);
    sum[4] = (wide)fabs(d[c]);
  }
  put_group(parts, g, sum, 5, tree);
}

/* ---- what every variant uses ---- */

/* sums of planes: the needles, then PARTS; one item a plane and a sum; parts from p0 to p1 of every plane */
kernel void planes(const int8 g, const int needles, const int stride, const int p0, const int p1,
    IN int *restrict needleFirst, IN int *restrict needleCell, IN int *restrict needleOf,
    IN int *restrict needleWall, IN real *restrict conductance, IN real *restrict wall, IN real *restrict q,
    IN wide *restrict parts, global wide *restrict sums) {
  const int t = get_global_id(0);
  const int k = K0 + get_global_id(1);
  wide sum = 0;
  if (t < needles) {
    for (int n = needleFirst[NY * k + J0]; n < needleFirst[NY * k + J1]; n++) {
      const real at = wall[needleWall[n]];
      if (needleOf[n] == t && !isnan(at)) {
        sum += (wide)(conductance[n] * (at - q[needleCell[n]]));
      }
    }
  } else {
    for (int p = p0; p < p1; p++) {
      sum += parts[PARTS * (stride * k + p) + t - needles];
    }
  }
  sums[(needles + PARTS) * k + t] = sum;
}

/* h += d where asked, nothing lives at or below the liquidus; then the stock of every run: its lowest enthalpy, its
   living cells; and rows near the window's edge that changed since the start. One work-group a row. */
kernel void accept(const int8 g, IN int *restrict runFirst, IN int *restrict runStart, IN int *restrict runKind,
    const int move, global real *restrict h, IN real *restrict d, global real *restrict lowest,
    global uchar *restrict flags, IN real *restrict start, const int margin, const real bound,
    global real *restrict runLow, global int *restrict runLiving, global int *restrict extent,
    local real *restrict lows, local int *restrict counts) {
  const int at = get_local_id(0);
  const int size = get_local_size(0);
  const int j = J0 + get_group_id(0);
  const int k = K0 + get_group_id(1);
  const int row = j + NY * k;
  const int c0 = NX * row;
  const int shell = k < K0 + margin || k >= K1 - margin || j < J0 + margin || j >= J1 - margin;
  int changed = 0;
  for (int r = runFirst[row]; r < runFirst[row + 1]; r++) {
    const int to = c0 + (r + 1 < runFirst[row + 1] ? runStart[r + 1] : NX);
    const real began = start[runKind[r]];
    real low = INFINITY;
    int living = 0;
    for (int c = c0 + runStart[r] + at; c < to; c += size) {
      real x = h[c];
      int f = flags[c];
      if (move) {
        x = x + d[c];
        h[c] = x;
        lowest[c] = x < lowest[c] ? x : lowest[c];
        if (x <= 0 && (f & ALIVE)) {
          f &= ~ALIVE;
          flags[c] = (uchar)f;
        }
      }
      low = x < low ? x : low;
      living += f >> 7;
      changed |= fabs(x - began) > bound;
    }
    lows[at] = low;
    counts[at] = living;
    for (int reach = size / 2; reach > 0; reach /= 2) {
      barrier(CLK_LOCAL_MEM_FENCE);
      if (at < reach) {
        lows[at] = lows[at + reach] < lows[at] ? lows[at + reach] : lows[at];
        counts[at] += counts[at + reach];
      }
    }
    if (at == 0) {
      runLow[r] = lows[0];
      runLiving[r] = counts[0];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  if (shell && changed) {
    atomic_min(extent, j);
    atomic_max(extent + 1, j + 1);
    atomic_min(extent + 2, k);
    atomic_max(extent + 3, k + 1);
  }
}

/* stock of the planes, from that of the runs; one item a material and a plane */
kernel void stock(const int8 g, const int materials, IN int *restrict runFirst, IN int *restrict runKind,
    IN real *restrict runLow, IN int *restrict runLiving, global real *restrict low, global int *restrict living) {
  const int m = get_global_id(0);
  const int k = K0 + get_global_id(1);
  real least = INFINITY;
  int count = 0;
  for (int r = runFirst[NY * k + J0]; r < runFirst[NY * k + J1]; r++) {
    if (runKind[r] == m) {
      least = runLow[r] < least ? runLow[r] : least;
      count += runLiving[r];
    }
  }
  low[materials * k + m] = least;
  living[materials * k + m] = count;
}

/* kelvin, as the state is handed out; one item a cell */
kernel void temperatures(IN uchar *restrict material, IN real *restrict curves, IN float *restrict liquidus,
    IN real *restrict h, global float *restrict into) {
  const int c = get_global_id(0);
  into[c] = liquidus[material[c]] + (float)curve_at(h[c], curves + CURVE * material[c], TEMPERATURE);
}
