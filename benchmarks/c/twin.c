/*
 * The kernel of core/solve once more, in C: one sweep evaluates the balance of docs/physics.md on
 * all cells and takes a stage of RKL2. Same state, same table of eight knots, same runs of one
 * material, same order of every sum, so that the bits can be compared. What a C compiler is good at
 * is used: one loop a run where a row has nothing special, unaligned neighbours, OpenMP.
 *
 * Compiled with -DREAL=float or -DREAL=double. The model comes on standard input (see
 * TwinModel.java), then commands a line each; results go to standard output.
 *
 *   start A        rate, then the first stage with factor A
 *   stages N MU NU A B   N stages
 *   rate S MU NU A B     stages for at least S seconds; prints cell steps a second
 *   accept         h += d
 *   dump           h as doubles, x fastest
 */
#define _POSIX_C_SOURCE 200112L
#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef REAL
#define REAL double
#endif
typedef REAL real;
#define KNOTS 8
#define ABS(x) _Generic((x), float : fabsf, double : fabs)(x)

typedef struct {
  int held, curve_of;
  double slope_q, slope_t, liquidus, knot[KNOTS], ta[KNOTS], tb[KNOTS], qa[KNOTS], qb[KNOTS];
  double full, off, base, slope, bend_full, bend_front, bend_off, metabolism;
  double start, outside, wall;
  /* the same, rounded once */
  real sq, k[KNOTS], a[KNOTS], b[KNOTS], p[8], out, w;
} Material;

typedef struct { int from, to, kind; } Run;

static int nx, ny, nz, materials, plane, needle_cells;
static long cells;
static real per_area;
static Material *mat;
static uint8_t *label;
static real *h, *d, *e, *m, *alive, *lowest;
static Run **run;       /* of each row, by material */
static int *runs;
static Run **curve_run; /* of each plane, by curve */
static int *curve_runs;
static int **seam;      /* cells of each row with a neighbour of another curve */
static uint8_t **seam_sides;
static int *seams;
static int **needle;    /* cells of each row that the needle touches */
static real **conductance;
static int *needles;
static uint8_t *plain;  /* rows without seam, needle or held cell */

static void *get(size_t n) {
  void *p = NULL;
  if (posix_memalign(&p, 64, n ? n : 64) != 0) {
    fprintf(stderr, "twin: out of memory\n");
    exit(71);
  }
  memset(p, 0, n);
  return p;
}

static void take(void *into, size_t size, size_t n) {
  if (fread(into, size, n, stdin) != n) {
    fprintf(stderr, "twin: the model ends early\n");
    exit(65);
  }
}

static void read_model(void) {
  int32_t head[5];
  double spacing;
  take(head, 4, 5);
  nx = head[0]; ny = head[1]; nz = head[2]; materials = head[3]; needle_cells = head[4];
  take(&spacing, 8, 1);
  per_area = (real)(1 / (spacing * spacing));
  plane = nx * ny;
  cells = (long)plane * nz;
  mat = get(sizeof(Material) * materials);
  for (int i = 0; i < materials; i++) {
    Material *x = mat + i;
    int32_t flags[2];
    take(flags, 4, 2);
    x->held = flags[0];
    x->curve_of = flags[1];
    take(&x->slope_q, 8, 3 + 5 * KNOTS + 8 + 3);
    x->sq = (real)x->slope_q;
    for (int k = 0; k < KNOTS; k++) {
      x->k[k] = (real)x->knot[k];
      x->a[k] = (real)x->qa[k];
      x->b[k] = (real)x->qb[k];
    }
    for (int k = 0; k < 8; k++) {
      x->p[k] = (real)(&x->full)[k];
    }
    x->out = (real)x->outside;
    x->w = (real)x->wall;
  }
  label = get(cells);
  take(label, 1, cells);
  int32_t *at = get(4 * (size_t)needle_cells);
  double *g = get(8 * (size_t)needle_cells);
  take(at, 4, needle_cells);
  take(g, 8, needle_cells);
  int rows = ny * nz;
  needle = get(sizeof(int *) * rows);
  conductance = get(sizeof(real *) * rows);
  needles = get(sizeof(int) * rows);
  for (int n = 0; n < needle_cells; n++) {
    int row = at[n] / nx;
    if (!needle[row]) {
      needle[row] = get(sizeof(int) * nx);
      conductance[row] = get(sizeof(real) * nx);
    }
    needle[row][needles[row]] = at[n] % nx;
    conductance[row][needles[row]++] = (real)g[n];
  }
}

static int curve_at(long c) { return mat[label[c]].curve_of; }

static void plan(void) {
  int rows = ny * nz;
  run = get(sizeof(Run *) * rows);
  runs = get(sizeof(int) * rows);
  seam = get(sizeof(int *) * rows);
  seam_sides = get(sizeof(uint8_t *) * rows);
  seams = get(sizeof(int) * rows);
  plain = get(rows);
  curve_run = get(sizeof(Run *) * nz);
  curve_runs = get(sizeof(int) * nz);
  Run *found = get(sizeof(Run) * plane);
  int *cell = get(sizeof(int) * nx);
  uint8_t *sides = get(nx);
  for (int row = 0; row < rows; row++) {
    int j = row % ny, k = row / ny, n = 0, s = 0, held = 0;
    for (int i = 0; i < nx; i++) {
      long c = (long)row * nx + i;
      if (i == 0 || label[c] != label[c - 1]) found[n++] = (Run){i, i, label[c]};
      found[n - 1].to = i + 1;
      held |= mat[label[c]].held;
      int own = curve_at(c);
      int out = (i > 0 && curve_at(c - 1) != own ? 1 : 0)
          | (i < nx - 1 && curve_at(c + 1) != own ? 2 : 0)
          | (j > 0 && curve_at(c - nx) != own ? 4 : 0)
          | (j < ny - 1 && curve_at(c + nx) != own ? 8 : 0)
          | (k > 0 && curve_at(c - plane) != own ? 16 : 0)
          | (k < nz - 1 && curve_at(c + plane) != own ? 32 : 0);
      if (out) {
        cell[s] = i;
        sides[s++] = (uint8_t)out;
      }
    }
    run[row] = get(sizeof(Run) * n);
    memcpy(run[row], found, sizeof(Run) * n);
    runs[row] = n;
    seam[row] = get(sizeof(int) * s);
    seam_sides[row] = get(s);
    memcpy(seam[row], cell, sizeof(int) * s);
    memcpy(seam_sides[row], sides, s);
    seams[row] = s;
    plain[row] = s == 0 && needles[row] == 0 && !held;
  }
  for (int k = 0; k < nz; k++) {
    int n = 0;
    for (int i = 0; i < plane; i++) {
      long c = (long)k * plane + i;
      if (i == 0 || curve_at(c) != curve_at(c - 1)) found[n++] = (Run){i, i, curve_at(c)};
      found[n - 1].to = i + 1;
    }
    curve_run[k] = get(sizeof(Run) * n);
    memcpy(curve_run[k], found, sizeof(Run) * n);
    curve_runs[k] = n;
  }
}

static void allocate(void) {
  h = get(sizeof(real) * cells);
  d = get(sizeof(real) * cells);
  e = get(sizeof(real) * cells);
  m = get(sizeof(real) * cells);
  alive = get(sizeof(real) * cells);
  lowest = get(sizeof(real) * cells);
  for (long c = 0; c < cells; c++) {
    Material *x = mat + label[c];
    h[c] = lowest[c] = (real)x->start;
    alive[c] = x->held || x->start <= 0 ? 0 : 1;
  }
}

/* Conductivity integral of a plane, at h or at h + d. */
static void integrals(int k, int trial, real *restrict q) {
  const real *restrict hk = h + (long)k * plane;
  const real *restrict dk = d + (long)k * plane;
  for (int r = 0; r < curve_runs[k]; r++) {
    Run s = curve_run[k][r];
    const Material *x = mat + s.kind;
    const real sq = x->sq;
    real kn[KNOTS], a[KNOTS], b[KNOTS];
    memcpy(kn, x->k, sizeof kn);
    memcpy(a, x->a, sizeof a);
    memcpy(b, x->b, sizeof b);
    for (int i = s.from; i < s.to; i++) {
      real y = trial ? hk[i] + dk[i] : hk[i];
      real sum = sq * y;
      for (int n = 0; n < KNOTS; n += 2) {
        real d0 = y - kn[n], d1 = y - kn[n + 1];
        real u0 = ABS(d0) - d0, u1 = ABS(d1) - d1;
        sum = sum + (u0 * (a[n] + b[n] * u0) + u1 * (a[n + 1] + b[n + 1] * u1));
      }
      q[i] = sum;
    }
  }
}

static double slope_at(double x, double base, const double *knot, const double *a, const double *b) {
  double sum = base;
  for (int k = 0; k < KNOTS; k++) {
    if (x < knot[k]) sum -= 2 * a[k] + 8 * b[k] * (knot[k] - x);
  }
  return sum;
}

static double temperature(const Material *c, double x) {
  double sum = c->liquidus + c->slope_t * x;
  for (int k = 0; k < KNOTS; k++) {
    double dd = x - c->knot[k], u = fabs(dd) - dd;
    sum += u * (c->ta[k] + c->tb[k] * u);
  }
  return sum;
}

static double conductivity(const Material *c, double x) {
  return slope_at(x, c->slope_q, c->knot, c->qa, c->qb) / slope_at(x, c->slope_t, c->knot, c->ta, c->tb);
}

/* A face between two curves: harmonic mean of the conductivities. */
static real face(long c, long o, int trial) {
  const Material *own = mat + label[c], *other = mat + label[o];
  double at = trial ? h[c] + d[c] : h[c], there = trial ? h[o] + d[o] : h[o];
  double kc = conductivity(own, at), ko = conductivity(other, there);
  double mean = 2 * (kc * ko) / (kc + ko);
  return (real)(mean * (temperature(other, there) - temperature(own, at)));
}

typedef struct { real mu, nu, a, b; } Stage;

/* Sum in eight chains, as the engine has it. */
static double total(const real *x, int n) {
  double s[8] = {0};
  int i = 0;
  for (; i + 8 <= n; i += 8)
    for (int l = 0; l < 8; l++) s[l] += x[i + l];
  for (; i < n; i++) s[0] += x[i];
  return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}

/* One row: q of itself and its neighbours; writes the rate to m, or a stage to e. */
static void row_balance(int j, int k, const real *q, const real *below, const real *above,
    const real *back, const real *front, int trial, const Stage *st, real *restrict rate,
    real *restrict heat) {
  int row = k * ny + j;
  long at = (long)row * nx;
  real *restrict el = e + at;
  const real *restrict dl = d + at, *restrict ml = m + at, *restrict al = alive + at,
             *restrict hl = h + at;
  const real *restrict qr = q;
  real first = 2 * mat[label[at]].out - q[0];
  real last = 2 * mat[label[at + nx - 1]].out - q[nx - 1];
  if (nx == 1) {
    rate[0] = (((first - q[0]) + (last - q[0])) + ((below[0] - q[0]) + (above[0] - q[0]))
        + ((back[0] - q[0]) + (front[0] - q[0]))) * per_area;
  } else {
    for (int i = 1; i < nx - 1; i++) {
      rate[i] = ((((qr[i - 1] - qr[i]) + (qr[i + 1] - qr[i]))
          + ((below[i] - qr[i]) + (above[i] - qr[i])))
          + ((back[i] - qr[i]) + (front[i] - qr[i]))) * per_area;
    }
    int z = nx - 1;
    rate[0] = ((((first - q[0]) + (q[1] - q[0])) + ((below[0] - q[0]) + (above[0] - q[0])))
        + ((back[0] - q[0]) + (front[0] - q[0]))) * per_area;
    rate[z] = ((((q[z - 1] - q[z]) + (last - q[z])) + ((below[z] - q[z]) + (above[z] - q[z])))
        + ((back[z] - q[z]) + (front[z] - q[z]))) * per_area;
  }
  for (int n = 0; n < seams[row]; n++) {
    int i = seam[row][n], s = seam_sides[row][n];
    long c = at + i;
    real l = s & 1 ? face(c, c - 1, trial) : (i > 0 ? q[i - 1] : first) - q[i];
    real r = s & 2 ? face(c, c + 1, trial) : (i < nx - 1 ? q[i + 1] : last) - q[i];
    real b = s & 4 ? face(c, c - nx, trial) : below[i] - q[i];
    real a = s & 8 ? face(c, c + nx, trial) : above[i] - q[i];
    real bk = s & 16 ? face(c, c - plane, trial) : back[i] - q[i];
    real f = s & 32 ? face(c, c + plane, trial) : front[i] - q[i];
    rate[i] = (((l + r) + (b + a)) + (bk + f)) * per_area;
  }
  for (int r = 0; r < runs[row]; r++) {
    Run s = run[row][r];
    const Material *x = mat + s.kind;
    if (x->held) {
      for (int i = s.from; i < s.to; i++) rate[i] = heat[i] = 0;
      continue;
    }
    const real full = x->p[0], off = x->p[1], base = x->p[2], slope = x->p[3], bend_full = x->p[4],
               bend_front = x->p[5], bend_off = x->p[6], metabolism = x->p[7];
    for (int i = s.from; i < s.to; i++) {
      real y = trial ? hl[i] + dl[i] : hl[i];
      real f = y - full, o = y - off;
      real blood = (base + slope * y)
          + ((ABS(f) - f) * bend_full + ((ABS(y) - y) * bend_front + (ABS(o) - o) * bend_off));
      real brought = al[i] * blood;
      heat[i] = brought;
      rate[i] = rate[i] + (brought + al[i] * metabolism);
    }
  }
  for (int n = 0; n < needles[row]; n++) {
    int i = needle[row][n];
    const Material *x = mat + label[at + i];
    if (!x->held) rate[i] += conductance[row][n] * (x->w - q[i]);
  }
  if (st) {
    const real mu = st->mu, nu = st->nu, a = st->a, b = st->b;
    for (int i = 0; i < nx; i++) {
      real old = mu * dl[i] + nu * el[i];
      el[i] = old + (a * rate[i] + b * ml[i]);
    }
  } else {
    memcpy(m + at, rate, sizeof(real) * nx);
  }
}

/* A row with nothing special in the middle of a stage: one loop a run. */
static void row_plain(int j, int k, const real *restrict q, const real *restrict below,
    const real *restrict above, const real *restrict back, const real *restrict front,
    const Stage *st, real *restrict heat) {
  int row = k * ny + j;
  long at = (long)row * nx;
  real *restrict el = e + at;
  const real *restrict dl = d + at, *restrict ml = m + at, *restrict al = alive + at,
             *restrict hl = h + at;
  const real mu = st->mu, nu = st->nu, a = st->a, b = st->b, per = per_area;
  for (int r = 0; r < runs[row]; r++) {
    Run s = run[row][r];
    const Material *x = mat + s.kind;
    const real full = x->p[0], off = x->p[1], base = x->p[2], slope = x->p[3], bend_full = x->p[4],
               bend_front = x->p[5], bend_off = x->p[6], metabolism = x->p[7];
#define CELL(I, LEFT, RIGHT)                                                                      \
  {                                                                                               \
    const int i = (I);                                                                            \
    real qi = q[i];                                                                               \
    real rate = ((((LEFT) - qi) + ((RIGHT) - qi)) + ((below[i] - qi) + (above[i] - qi))           \
        + ((back[i] - qi) + (front[i] - qi))) * per;                                              \
    real y = hl[i] + dl[i];                                                                       \
    real f = y - full, o = y - off;                                                               \
    real blood = (base + slope * y)                                                               \
        + ((ABS(f) - f) * bend_full + ((ABS(y) - y) * bend_front + (ABS(o) - o) * bend_off));     \
    real brought = al[i] * blood;                                                                 \
    heat[i] = brought;                                                                            \
    rate = rate + (brought + al[i] * metabolism);                                                 \
    real old = mu * dl[i] + nu * el[i];                                                           \
    el[i] = old + (a * rate + b * ml[i]);                                                         \
  }
    int from = s.from == 0 ? 1 : s.from, to = s.to == nx ? nx - 1 : s.to;
    if (s.from == 0) CELL(0, 2 * x->out - q[0], q[1])
    for (int n = from; n < to; n++) CELL(n, q[n - 1], q[n + 1])
    if (s.to == nx) CELL(nx - 1, q[nx - 2], 2 * x->out - q[nx - 1])
  }
}

static void mirror(real *restrict into, const real *restrict q, long at) {
  for (int i = 0; i < nx; i++) into[i] = 2 * mat[label[at + i]].out - q[i];
}

static double perfusion;

static void sweep(int trial, const Stage *st) {
  int threads = omp_get_max_threads();
  int chunk = (nz + 3 * threads - 1) / (3 * threads);
  if (chunk < 4) chunk = 4;
  int pieces = (nz + chunk - 1) / chunk;
  double brought = 0;
#pragma omp parallel reduction(+ : brought)
  {
    real *q[3], *rate = get(sizeof(real) * nx), *heat = get(sizeof(real) * nx), *ghost[4];
    for (int n = 0; n < 3; n++) q[n] = get(sizeof(real) * plane);
    for (int n = 0; n < 4; n++) ghost[n] = get(sizeof(real) * nx);
#pragma omp for schedule(dynamic, 1)
    for (int p = 0; p < pieces; p++) {
      int k0 = p * chunk, k1 = k0 + chunk < nz ? k0 + chunk : nz;
      for (int k = k0 > 0 ? k0 - 1 : 0; k <= k0; k++) integrals(k, trial, q[k % 3]);
      for (int k = k0; k < k1; k++) {
        if (k + 1 < nz) integrals(k + 1, trial, q[(k + 1) % 3]);
        for (int j = 0; j < ny; j++) {
          long at = ((long)k * ny + j) * nx;
          const real *own = q[k % 3] + j * nx;
          const real *below = own - nx, *above = own + nx;
          const real *back = q[(k + 2) % 3] + j * nx, *front = q[(k + 1) % 3] + j * nx;
          if (j == 0) { mirror(ghost[0], own, at); below = ghost[0]; }
          if (j == ny - 1) { mirror(ghost[1], own, at); above = ghost[1]; }
          if (k == 0) { mirror(ghost[2], own, at); back = ghost[2]; }
          if (k == nz - 1) { mirror(ghost[3], own, at); front = ghost[3]; }
          if (st && nx > 1 && plain[k * ny + j])
            row_plain(j, k, own, below, above, back, front, st, heat);
          else
            row_balance(j, k, own, below, above, back, front, trial, st, rate, heat);
          brought += total(heat, nx);
        }
      }
    }
    for (int n = 0; n < 3; n++) free(q[n]);
    for (int n = 0; n < 4; n++) free(ghost[n]);
    free(rate);
    free(heat);
  }
  perfusion = brought;
  if (st) {
    real *s = d;
    d = e;
    e = s;
  }
}

static void first(real a) {
#pragma omp parallel for
  for (long c = 0; c < cells; c++) {
    d[c] = a * m[c];
    e[c] = 0;
  }
}

static void accept(void) {
#pragma omp parallel for
  for (long c = 0; c < cells; c++) {
    h[c] = h[c] + d[c];
    lowest[c] = lowest[c] < h[c] ? lowest[c] : h[c];
    if (h[c] <= 0) alive[c] = 0;
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
  read_model();
  plan();
  allocate();
  printf("ready %d threads\n", omp_get_max_threads());
  fflush(stdout);
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    double s, mu, nu, a, b;
    int n;
    if (sscanf(line, "start %lf", &a) == 1) {
      sweep(0, NULL);
      first((real)a);
      printf("done\n");
    } else if (sscanf(line, "stages %d %lf %lf %lf %lf", &n, &mu, &nu, &a, &b) == 5) {
      Stage st = {(real)mu, (real)nu, (real)a, (real)b};
      for (int i = 0; i < n; i++) sweep(1, &st);
      printf("done\n");
    } else if (sscanf(line, "rate %lf %lf %lf %lf %lf", &s, &mu, &nu, &a, &b) == 5) {
      Stage st = {(real)mu, (real)nu, (real)a, (real)b};
      double began = now(), taken;
      long count = 0;
      do {
        sweep(1, &st);
        count++;
        taken = now() - began;
      } while (taken < s);
      printf("%.9g %.9g\n", (double)cells * count / taken, perfusion);
    } else if (!strncmp(line, "accept", 6)) {
      accept();
      printf("done\n");
    } else if (!strncmp(line, "dump", 4)) {
      for (long c = 0; c < cells; c++) {
        double x = h[c];
        fwrite(&x, 8, 1, stdout);
      }
    } else {
      break;
    }
    fflush(stdout);
  }
  return 0;
}
