/* Kernels that all variants use: sums, accepted steps, temperatures. */

/* sums of planes: the needles, then PARTS; one item a plane and a sum; parts from p0 to p1 of the first plane of
   every chunk of planes */
kernel void planes(const int8 g, const int needles, const int stride, const int p0, const int p1,
    const int chunk, IN int *restrict sumFirst, IN int *restrict sumEntry, IN int *restrict needleCell,
    IN int *restrict needleWall, IN real *restrict conductance, IN real *restrict floors, IN real *restrict wall, IN real *restrict q,
    IN wide *restrict parts, global wide *restrict sums) {
  const int t = get_global_id(0);
  const int k = K0 + get_global_id(1);
  wide sum = 0;
  if (t < needles) {
    const int group = needles * k + t;
    for (int s = sumFirst[group]; s < sumFirst[group + 1]; s++) {
      const int n = sumEntry[s];
      const real at = wall[needleWall[n]];
      if (!isnan(at)) {
        sum += (wide)(conductance[n] * (at - fmax(q[needleCell[n]], floors[n])));
      }
    }
  } else {
    for (int p = p0; p < p1 && (k - K0) % chunk == 0; p++) {
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
