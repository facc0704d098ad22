/* LANES cells of a row at once, all of one material; included for several numbers of lanes. The expressions are those
   of one cell in heat.cl. */
#define V CAT(real, LANES)
#define F CAT(uchar, LANES)
#define LOAD CAT(vload, LANES)
#define STORE CAT(vstore, LANES)

/* Q at y; knots that no lane reaches add zero and are left out */
static void CAT(put_integral, LANES)(V y, global real *restrict q, IN real *restrict curve) {
  V sum = curve[INTEGRAL] * y;
  for (int k = 0; k < KNOTS && any(y < curve[2 + k]); k += 2) {
    IN real *restrict a = curve + 2 + 3 * KNOTS + k;
    IN real *restrict b = a + KNOTS;
    V d0 = y - curve[2 + k];
    V d1 = y - curve[3 + k];
    V u0 = fabs(d0) - d0;
    V u1 = fabs(d1) - d1;
    sum = sum + (u0 * (a[0] + b[0] * u0) + u1 * (a[1] + b[1] * u1));
  }
  STORE(sum, 0, q);
}

/* what is done with the cells from c on, i being the first one's place in the row; see ROW_ARGS for the rest */
static void CAT(piece, LANES)(const int c, const int i, const int kind, ROW_ARGS) {
  V y = LOAD(0, h + c);
  if (what == INTEGRALS) {
    CAT(put_integral, LANES)(y, out + c, curves + CURVE * kind);
    return;
  }
  if (what == FIRST) {
    V x = mu * LOAD(0, m + c);
    STORE(x, 0, e + c);
    STORE((V)0, 0, f + c);
    CAT(put_integral, LANES)(y + x, out + c, curves + CURVE * kind);
    return;
  }
  const int trial = what != RATE;
  if (trial) {
    y = y + LOAD(0, d + c);
  }
  const V own = LOAD(0, q + c);
  V left = i > 0 ? LOAD(0, q + c - 1) : UP(own);
  V right = i + LANES < NX ? LOAD(0, q + c + 1) : DOWN(own);
  V below = LOAD(0, q + (j > J0 ? c - NX : c));
  V above = LOAD(0, q + (j < J1 - 1 ? c + NX : c));
  V back = LOAD(0, q + (k > K0 ? c - NX * NY : c));
  V front = LOAD(0, q + (k < K1 - 1 ? c + NX * NY : c));
#if FACES
  const V ghost = 2 * outside[kind] - own;
  if (HELD(0) && i == 0) {
    left.s0 = ghost.s0;
    sums[1].s0 += (wide)((ghost.s0 - own.s0) * perArea);
  }
  if (HELD(1) && i + LANES == NX) {
    right.LAST = ghost.LAST;
    sums[1].s0 += (wide)((ghost.LAST - own.LAST) * perArea);
  }
#define MIRROR(side, edge, value)             \
  if (HELD(side) && edge) {                   \
    value = ghost;                            \
    ADD(sums[1], (ghost - own) * perArea);    \
  }
  MIRROR(2, j == 0, below)
  MIRROR(3, j == NY - 1, above)
  MIRROR(4, k == 0, back)
  MIRROR(5, k == NZ - 1, front)
#undef MIRROR
#endif
  V rate = (left - own) + (right - own);
  rate = rate + ((below - own) + (above - own));
  rate = (rate + ((back - own) + (front - own))) * perArea; /* (1) */

  const F flag = LOAD(0, flags + c);
  if (any((flag & (F)SEAMS) != (F)0)) { /* (1') */
    real lane[LANES];
    STORE(rate, 0, lane);
    for (int l = 0; l < LANES; l++) {
      const int at = c + l;
      if (flags[at] & SEAMS) {
        wide counted = 0;
        around n = read_around(q, at, i + l, j, k, g);
        n = close_off(n, q[at], i + l, j, k, g, outside[kind], perArea, &counted);
        lane[l] = seam(n, q[at], at, j, k, flags[at], trial, h, d, MODEL_OF);
      }
    }
    rate = LOAD(0, lane);
  }
  IN real *restrict p = bloods + BLOOD * kind;
  if (VESSELS && p[8] != 0) {
    ADD(sums[2], -rate);
    rate = 0;
  } else {
    V over = y - p[0]; /* (2), (3) */
    V off = y - p[1];
    V blood = (p[2] + p[3] * y) + ((fabs(over) - over) * p[4] + ((fabs(y) - y) * p[5] + (fabs(off) - off) * p[6]));
    V alive = CONVERT(flag >> (F)7);
    V brought = alive * blood;
    ADD(sums[0], brought);
    rate = rate + (brought + alive * p[7]);
    if (any((flag & (F)NEEDLE) != (F)0)) { /* (4) */
      real lane[LANES];
      STORE(rate, 0, lane);
      for (int l = 0; l < LANES; l++) {
        if (flags[c + l] & NEEDLE) {
          lane[l] = needles_at(lane[l], q[c + l], c + l, j + NY * k, MODEL_OF);
        }
      }
      rate = LOAD(0, lane);
    }
  }

  if (what == RATE) {
    STORE(rate, 0, out + c);
  } else if (what == STAGE) {
    V x = mu * LOAD(0, d + c) + nu * LOAD(0, e + c);
    x = x + (a * rate + b * LOAD(0, m + c));
    STORE(x, 0, e + c);
    CAT(put_integral, LANES)(LOAD(0, h + c) + x, out + c, curves + CURVE * kind);
  } else {
    V change = LOAD(0, d + c);
    STORE(rate, 0, out + c);
    ADD(sums[3], fabs(mu * (LOAD(0, m + c) + rate) - nu * change));
    ADD(sums[4], fabs(change));
  }
}

#undef V
#undef F
#undef LOAD
#undef STORE
#undef UP
#undef DOWN
#undef LAST
#undef CONVERT
#undef ADD
#undef LANES
