/* Kernels that take a cell each: for graphics devices. */

#define CELL                                                        \
  const int i = get_global_id(0);                                   \
  const int j = J0 + get_global_id(1);                              \
  const int k = K0 + get_global_id(2);                              \
  const int inside = i < NX && j < J1;                              \
  const int c = i + NX * (j + NY * k);

/* sums of a work-group in a fixed order, a tree */
static void put_group(global wide *parts, const int8 g, const wide *sum, int most, local wide *tree, int k) {
  const int at = get_local_id(0) + get_local_size(0) * get_local_id(1);
  const int groups = get_num_groups(0) * get_num_groups(1);
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
  put_group(parts, g, sum, 3, tree, k);
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
  put_group(parts, g, sum, 3, tree, k);
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
  put_group(parts, g, sum, 5, tree, k);
}


/* Stages again, and every work-group marches through CHUNK planes: what lies behind, here and in front stays in
   registers, the neighbours in the plane in local memory; sums are made once, for the first of the planes. */
#define CHUNK 16

kernel void stage_march(MODEL, IN real *restrict h, IN real *restrict d, global real *restrict e,
    IN real *restrict m, IN real *restrict q, global real *restrict qNext, IN uchar *restrict flags,
    const real mu, const real nu, const real a, const real b, global wide *restrict parts,
    local wide *restrict tree, local real *restrict tile) {
  const int i = get_global_id(0);
  const int j = J0 + get_global_id(1);
  const int k0 = K0 + CHUNK * get_global_id(2);
  const int k1 = min(k0 + CHUNK, K1);
  const int inside = i < NX && j < J1;
  const int plane = NX * NY;
  const int width = get_local_size(0) + 2;
  const int at = get_local_id(0) + 1 + width * (get_local_id(1) + 1);
  const int first = get_local_id(0) == 0, last = get_local_id(0) == get_local_size(0) - 1;
  const int low = get_local_id(1) == 0, high = get_local_id(1) == get_local_size(1) - 1;
  wide sum[PARTS] = {0};
  int c = i + NX * (j + NY * k0);
  real back = inside && k0 > K0 ? q[c - plane] : 0;
  real own = inside ? q[c] : 0;
  for (int k = k0; k < k1; k++, c += plane) {
    real front = inside && k < K1 - 1 ? q[c + plane] : own;
    barrier(CLK_LOCAL_MEM_FENCE);
    tile[at] = own;
    if (inside && first && i > 0) tile[at - 1] = q[c - 1];
    if (inside && last && i < NX - 1) tile[at + 1] = q[c + 1];
    if (inside && low && j > J0) tile[at - width] = q[c - NX];
    if (inside && high && j < J1 - 1) tile[at + width] = q[c + NX];
    barrier(CLK_LOCAL_MEM_FENCE);
    if (inside) {
      around n = {tile[at - 1], tile[at + 1], tile[at - width], tile[at + width], back, front};
      real rate = balance(n, own, c, i, j, k, 1, flags[c], h, d, sum, MODEL_OF);
      real x = mu * d[c] + nu * e[c];
      x = x + (a * rate + b * m[c]);
      e[c] = x;
      qNext[c] = curve_at(h[c] + x, curves + CURVE * material[c], INTEGRAL);
    }
    back = own;
    own = front;
  }
  put_group(parts, g, sum, 3, tree, k0);
}
