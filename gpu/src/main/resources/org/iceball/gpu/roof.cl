/* What a device does at best: a copy, a triad and multiply-adds. REAL is the number moved. An item has a stretch of
   the arrays on a processor, a number each on other devices. */
typedef REAL real;
typedef REAL8 real8;

kernel void copy(global const real *restrict b, global const real *restrict c, global real *restrict a, const real s,
    const int n, const int stretch) {
  const int from = get_global_id(0) * stretch;
  const int to = min(from + stretch, n);
  for (int i = from; i < to; i++) {
    a[i] = b[i];
  }
}

kernel void triad(global const real *restrict b, global const real *restrict c, global real *restrict a, const real s,
    const int n, const int stretch) {
  const int from = get_global_id(0) * stretch;
  const int to = min(from + stretch, n);
  for (int i = from; i < to; i++) {
    a[i] = b[i] + s * c[i];
  }
}

/* eight chains of eight numbers, n times; the sum is written so that no compiler leaves the loop out */
kernel void multiply_adds(global const real *restrict b, global const real *restrict c, global real *restrict a,
    const real s, const int n, const int stretch) {
  real8 x[8];
  const real8 start = vload8(0, b);
  for (int k = 0; k < 8; k++) {
    x[k] = start + (real)k;
  }
  for (int i = 0; i < n; i++) {
    x[0] = fma(x[0], (real8)s, start);
    x[1] = fma(x[1], (real8)s, start);
    x[2] = fma(x[2], (real8)s, start);
    x[3] = fma(x[3], (real8)s, start);
    x[4] = fma(x[4], (real8)s, start);
    x[5] = fma(x[5], (real8)s, start);
    x[6] = fma(x[6], (real8)s, start);
    x[7] = fma(x[7], (real8)s, start);
  }
  const real8 all = ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7]));
  a[get_global_id(0)] = ((all.s0 + all.s1) + (all.s2 + all.s3)) + ((all.s4 + all.s5) + (all.s6 + all.s7));
}
