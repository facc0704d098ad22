/* What a device does at best: copy, triad, and chains of fused multiply-adds in registers. */
#if REAL_IS_DOUBLE
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#endif

/* An item has BLOCK neighbours: one on a GPU, where neighbours are other items' work. */
__kernel void roof_copy(__global REAL *restrict a, __global const REAL *restrict b, const int n) {
  const int from = get_global_id(0) * BLOCK;
  for (int i = from; i < min(n, from + BLOCK); i++) {
    a[i] = b[i];
  }
}

__kernel void roof_triad(__global REAL *restrict a, __global const REAL *restrict b,
    __global const REAL *restrict c, const int n) {
  const int from = get_global_id(0) * BLOCK;
  for (int i = from; i < min(n, from + BLOCK); i++) {
    a[i] = b[i] + (REAL)3 * c[i];
  }
}

/* CHAINS times 16 chains of 256 multiply-adds an item; vectors, for devices that want them. */
__kernel void roof_fma(__global REAL *a) {
  const VECTOR f = (VECTOR)0.5, t = (VECTOR)1;
  VECTOR v[CHAINS];
#pragma unroll
  for (int c = 0; c < CHAINS; c++) {
    v[c] = (VECTOR)(get_global_id(0) + c);
  }
  for (int p = 0; p < 256; p++) {
#pragma unroll
    for (int c = 0; c < CHAINS; c++) {
      v[c] = fma(v[c], f, t);
    }
  }
  VECTOR sum = 0;
#pragma unroll
  for (int c = 0; c < CHAINS; c++) {
    sum += v[c];
  }
  a[get_global_id(0)] = sum.s0 + sum.s5 + sum.sf;
}
