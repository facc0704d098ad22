/* Kernels that take a row each, in vectors: for processors. */

enum { INTEGRALS, RATE, FIRST, STAGE, ATTEMPT };

#define CAT2(a, b) a##b
#define CAT(a, b) CAT2(a, b)
#if REAL_IS_DOUBLE
typedef double2 real2;
typedef double4 real4;
typedef double8 real8;
#define TO_REAL(n) CAT(convert_double, n)
#else
typedef float2 real2;
typedef float4 real4;
typedef float8 real8;
typedef float16 real16;
#define TO_REAL(n) CAT(convert_float, n)
#endif
#if WIDE_IS_DOUBLE
typedef double8 wide8;
#define TO_WIDE(n) CAT(convert_double, n)
#else
typedef float8 wide8;
#define TO_WIDE(n) CAT(convert_float, n)
#endif

/* INTEGRALS:  out = Q(h)
   RATE:       out = balance(h)
   FIRST:      e = mu m, f = 0, out = Q(h + e)
   STAGE:      e = mu d + nu e + a balance(h + d) + b m, out = Q(h + e)
   ATTEMPT:    out = balance(h + d), errors |mu (m + out) - nu d| */
#define ROW_ARGS                                                                                                  \
  const int what, const int j, const int k, IN real *restrict h, IN real *restrict d, global real *restrict e,     \
      global real *restrict f, IN real *restrict m, IN real *restrict q, global real *restrict out,               \
      IN uchar *restrict flags, const real mu, const real nu, const real a, const real b, wide8 *restrict sums,   \
      MODEL
#define ROW_OF what, j, k, h, d, e, f, m, q, out, flags, mu, nu, a, b, sums, MODEL_OF

#if !REAL_IS_DOUBLE
#define LANES 16
#define UP(v) v.s00123456789abcde
#define DOWN(v) v.s123456789abcdeff
#define LAST sf
#define CONVERT(v) TO_REAL(16)(v)
#define ADD(sum, v)                                    \
  {                                                    \
    real16 added = v;                                  \
    sum += TO_WIDE(8)(added.lo) + TO_WIDE(8)(added.hi); \
  }
#include "piece.cl"
#endif

#define LANES 8
#define UP(v) v.s00123456
#define DOWN(v) v.s12345677
#define LAST s7
#define CONVERT(v) TO_REAL(8)(v)
#define ADD(sum, v) sum += TO_WIDE(8)(v)
#include "piece.cl"

#define LANES 4
#define UP(v) v.s0012
#define DOWN(v) v.s1233
#define LAST s3
#define CONVERT(v) TO_REAL(4)(v)
#define ADD(sum, v) sum.lo += TO_WIDE(4)(v)
#include "piece.cl"

#define LANES 2
#define UP(v) v.s00
#define DOWN(v) v.s11
#define LAST s1
#define CONVERT(v) TO_REAL(2)(v)
#define ADD(sum, v) sum.lo.lo += TO_WIDE(2)(v)
#include "piece.cl"

/* one cell, where no vector fits */
static void single(const int c, const int i, const int kind, ROW_ARGS) {
  IN real *curve = curves + CURVE * kind;
  if (what == INTEGRALS) {
    out[c] = curve_at(h[c], curve, INTEGRAL);
    return;
  }
  if (what == FIRST) {
    real x = mu * m[c];
    e[c] = x;
    f[c] = 0;
    out[c] = curve_at(h[c] + x, curve, INTEGRAL);
    return;
  }
  wide sum[3] = {0, 0, 0};
  real rate = balance(read_around(q, c, i, j, k, g), q[c], c, i, j, k, what != RATE, flags[c], h, d, sum, MODEL_OF);
  sums[0].s0 += sum[0];
  sums[1].s0 += sum[1];
  sums[2].s0 += sum[2];
  if (what == STAGE) {
    real x = mu * d[c] + nu * e[c];
    x = x + (a * rate + b * m[c]);
    e[c] = x;
    out[c] = curve_at(h[c] + x, curve, INTEGRAL);
    return;
  }
  out[c] = rate;
  if (what == ATTEMPT) {
    sums[3].s0 += (wide)fabs(mu * (m[c] + rate) - nu * d[c]);
    sums[4].s0 += (wide)fabs(d[c]);
  }
}

static void pieces(ROW_ARGS) {
  const int row = j + NY * k;
  const int c0 = NX * row;
  for (int r = runFirst[row]; r < runFirst[row + 1]; r++) {
    const int kind = runKind[r];
    const int to = r + 1 < runFirst[row + 1] ? runStart[r + 1] : NX;
    int i = runStart[r];
#if !REAL_IS_DOUBLE
    for (; i + 16 <= to; i += 16) piece16(c0 + i, i, kind, ROW_OF);
#endif
    for (; i + 8 <= to; i += 8) piece8(c0 + i, i, kind, ROW_OF);
    for (; i + 4 <= to; i += 4) piece4(c0 + i, i, kind, ROW_OF);
    for (; i + 2 <= to; i += 2) piece2(c0 + i, i, kind, ROW_OF);
    if (i < to) single(c0 + i, i, kind, ROW_OF);
  }
}

#define ROW                             \
  const int j = J0 + get_global_id(0);  \
  const int k = K0 + get_global_id(1);  \
  wide8 sums[PARTS] = {(wide8)0, (wide8)0, (wide8)0, (wide8)0, (wide8)0};

/* lanes are added in a fixed order */
static void put(global wide *parts, int part, const wide8 *sums) {
  for (int t = 0; t < PARTS; t++) {
    wide8 s = sums[t];
    parts[PARTS * part + t] = ((s.s0 + s.s1) + (s.s2 + s.s3)) + ((s.s4 + s.s5) + (s.s6 + s.s7));
  }
}

kernel void integral_rows(MODEL, IN real *restrict h, global real *restrict q) {
  ROW
  pieces(INTEGRALS, j, k, h, h, q, q, h, h, q, material, 0, 0, 0, 0, sums, MODEL_OF);
}

kernel void rate_rows(MODEL, IN real *restrict h, IN real *restrict q, IN uchar *restrict flags,
    global real *restrict m, global wide *restrict parts) {
  ROW
  pieces(RATE, j, k, h, h, m, m, h, q, m, flags, 0, 0, 0, 0, sums, MODEL_OF);
  put(parts, j + NY * k, sums);
}

kernel void first_rows(MODEL, IN real *restrict h, IN real *restrict m, global real *restrict d,
    global real *restrict e, global real *restrict q, const real a) {
  ROW
  pieces(FIRST, j, k, h, h, d, e, m, h, q, material, a, 0, 0, 0, sums, MODEL_OF);
}

kernel void stage_rows(MODEL, IN real *restrict h, IN real *restrict d, global real *restrict e,
    IN real *restrict m, IN real *restrict q, global real *restrict qNext, IN uchar *restrict flags,
    const real mu, const real nu, const real a, const real b, global wide *restrict parts) {
  ROW
  pieces(STAGE, j, k, h, d, e, e, m, q, qNext, flags, mu, nu, a, b, sums, MODEL_OF);
  put(parts, j + NY * k, sums);
}

kernel void attempt_rows(MODEL, IN real *restrict h, IN real *restrict d, IN real *restrict m,
    global real *restrict next, IN real *restrict q, IN uchar *restrict flags, const real weight, const real share,
    global wide *restrict parts) {
  ROW
  pieces(ATTEMPT, j, k, h, d, next, next, m, q, next, flags, weight, share, 0, 0, sums, MODEL_OF);
  put(parts, j + NY * k, sums);
}
