// Volumes: unpacking, sampling, isosurfaces and isolines. Positions are millimetres, RAS; arrays have
// shape [nz][ny][nx], x fastest. A grid is {n: [nx, ny, nz], h: edge [mm], o: centre of the first cell}.
'use strict';
const IB = {};

/** The bytes of a script element that holds gzip in base64. */
IB.unpack = async (id) => {
  const text = document.getElementById(id).textContent;
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return IB.gunzip(bytes);
};

IB.gunzip = async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

/** Bytes that each hold the difference to the byte one frame earlier, undone in place. */
IB.undelta = (bytes, frame) => {
  for (let i = frame; i < bytes.length; i++) bytes[i] = (bytes[i] + bytes[i - frame]) & 255;
  return bytes;
};

IB.lookup = (bytes, table) => {
  const values = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) values[i] = table[bytes[i]];
  return values;
};

/** Value at a point, linear between cell centres, held beyond the outermost ones. */
IB.sample = (grid, values, x, y, z) => {
  const [nx, ny, nz] = grid.n;
  const fx = Math.min(nx - 1, Math.max(0, (x - grid.o[0]) / grid.h));
  const fy = Math.min(ny - 1, Math.max(0, (y - grid.o[1]) / grid.h));
  const fz = Math.min(nz - 1, Math.max(0, (z - grid.o[2]) / grid.h));
  const i = Math.min(nx - 2, fx | 0), j = Math.min(ny - 2, fy | 0), k = Math.min(nz - 2, fz | 0);
  const u = fx - i, v = fy - j, w = fz - k, sy = nx, sz = nx * ny, c = i + j * sy + k * sz;
  const low = (1 - v) * ((1 - u) * values[c] + u * values[c + 1])
      + v * ((1 - u) * values[c + sy] + u * values[c + sy + 1]);
  const d = c + sz;
  const high = (1 - v) * ((1 - u) * values[d] + u * values[d + 1])
      + v * ((1 - u) * values[d + sy] + u * values[d + sy + 1]);
  return (1 - w) * low + w * high;
};

/** How much each cell belongs to the labels, 0 to 1, rounded off with a quadratic B-spline. */
IB.belonging = (grid, labels, chosen) => {
  let from = new Float32Array(labels.length);
  for (let i = 0; i < labels.length; i++) from[i] = chosen[labels[i]] ? 1 : 0;
  const [nx, ny, nz] = grid.n;
  for (const [step, count] of [[1, nx], [nx, ny], [nx * ny, nz]]) {
    const to = new Float32Array(from.length);
    for (let i = 0; i < from.length; i++) {
      const p = Math.floor(i / step) % count;
      const a = p > 0 ? from[i - step] : from[i], b = p < count - 1 ? from[i + step] : from[i];
      to[i] = 0.125 * a + 0.75 * from[i] + 0.125 * b;
    }
    from = to;
  }
  return from;
};

/**
 * The surface where values pass a level, by surface nets (Gibson, MICCAI 1998): a vertex in each cell
 * of eight centres that it passes through, at the mean of the crossings on the edges, and a square
 * across each edge crossed. `below` says that the inside has the lower values.
 */
IB.isosurface = (grid, values, level, below) => {
  const [nx, ny, nz] = grid.n, sy = nx, sz = nx * ny;
  const vertex = new Int32Array(values.length).fill(-1);
  const points = [], faces = [];
  const corner = [0, 1, sy, sy + 1, sz, sz + 1, sz + sy, sz + sy + 1];
  const ends = [[0, 1], [2, 3], [4, 5], [6, 7], [0, 2], [1, 3], [4, 6], [5, 7], [0, 4], [1, 5], [2, 6], [3, 7]];
  const inside = below ? (v) => v < level : (v) => v > level;
  for (let k = 0; k < nz - 1; k++) {
    for (let j = 0; j < ny - 1; j++) {
      for (let i = 0, c = j * sy + k * sz; i < nx - 1; i++, c++) {
        let mask = 0;
        for (let b = 0; b < 8; b++) if (inside(values[c + corner[b]])) mask |= 1 << b;
        if (mask === 0 || mask === 255) continue;
        let x = 0, y = 0, z = 0, n = 0;
        for (const [a, b] of ends) {
          if (!((mask >> a ^ mask >> b) & 1)) continue;
          const va = values[c + corner[a]], vb = values[c + corner[b]];
          const t = (level - va) / (vb - va);
          x += (a & 1) + t * ((b & 1) - (a & 1));
          y += (a >> 1 & 1) + t * ((b >> 1 & 1) - (a >> 1 & 1));
          z += (a >> 2) + t * ((b >> 2) - (a >> 2));
          n++;
        }
        vertex[c] = points.length / 3;
        points.push(grid.o[0] + grid.h * (i + x / n), grid.o[1] + grid.h * (j + y / n), grid.o[2] + grid.h * (k + z / n));
        const square = (bit, s1, s2) => {
          if (!((mask ^ mask >> bit) & 1)) return;
          const q = [vertex[c - s1 - s2], vertex[c - s2], vertex[c], vertex[c - s1]];
          if (!(mask & 1)) q.reverse();
          faces.push(q[0], q[1], q[2], q[0], q[2], q[3]);
        };
        if (j > 0 && k > 0) square(1, sy, sz);
        if (i > 0 && k > 0) square(2, sz, 1);
        if (i > 0 && j > 0) square(4, 1, sy);
      }
    }
  }
  return IB.mesh(new Float32Array(points), new Uint32Array(faces));
};

/** A mesh with normals: those of the faces round a vertex, weighted by their areas. */
IB.mesh = (points, faces) => {
  const normals = new Float32Array(points.length);
  for (let f = 0; f < faces.length; f += 3) {
    const a = 3 * faces[f], b = 3 * faces[f + 1], c = 3 * faces[f + 2];
    const ux = points[b] - points[a], uy = points[b + 1] - points[a + 1], uz = points[b + 2] - points[a + 2];
    const vx = points[c] - points[a], vy = points[c + 1] - points[a + 1], vz = points[c + 2] - points[a + 2];
    const x = uy * vz - uz * vy, y = uz * vx - ux * vz, z = ux * vy - uy * vx;
    for (const p of [a, b, c]) { normals[p] += x; normals[p + 1] += y; normals[p + 2] += z; }
  }
  for (let p = 0; p < normals.length; p += 3) {
    const s = 1 / (Math.hypot(normals[p], normals[p + 1], normals[p + 2]) || 1);
    normals[p] *= s; normals[p + 1] *= s; normals[p + 2] *= s;
  }
  return { points, normals, faces };
};

/** A round bar from a to b, closed at both ends. */
IB.bar = (a, b, radius) => {
  const d = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const length = Math.hypot(...d), w = d.map((v) => v / length);
  const h = Math.abs(w[0]) < 0.6 ? [1, 0, 0] : [0, 1, 0];
  let u = [w[1] * h[2] - w[2] * h[1], w[2] * h[0] - w[0] * h[2], w[0] * h[1] - w[1] * h[0]];
  const s = Math.hypot(...u); u = u.map((v) => v / s);
  const v = [w[1] * u[2] - w[2] * u[1], w[2] * u[0] - w[0] * u[2], w[0] * u[1] - w[1] * u[0]];
  const points = [], faces = [], N = 18;
  for (const end of [a, b]) {
    for (let n = 0; n < N; n++) {
      const c = Math.cos(2 * Math.PI * n / N) * radius, t = Math.sin(2 * Math.PI * n / N) * radius;
      for (let x = 0; x < 3; x++) points.push(end[x] + c * u[x] + t * v[x]);
    }
  }
  points.push(...a, ...b);
  for (let n = 0; n < N; n++) {
    const m = (n + 1) % N;
    faces.push(n, m, N + m, n, N + m, N + n, 2 * N, m, n, 2 * N + 1, N + n, N + m);
  }
  return IB.mesh(new Float32Array(points), new Uint32Array(faces));
};

/** Lines of a level on a plane of nu by nv values, as chains of points [u, v] in cells. */
IB.isolines = (values, nu, nv, level) => {
  const at = new Map();
  const link = (a, b) => {
    if (!at.has(a.key)) at.set(a.key, { p: a.p, to: [] });
    if (!at.has(b.key)) at.set(b.key, { p: b.p, to: [] });
    at.get(a.key).to.push(b.key); at.get(b.key).to.push(a.key);
  };
  const cross = (i, j, across) => {
    const a = values[i + nu * j] - level, b = values[across ? i + 1 + nu * j : i + nu * (j + 1)] - level;
    if ((a < 0) === (b < 0)) return null;
    const t = a / (a - b);
    return { key: 2 * (i + nu * j) + (across ? 0 : 1), p: across ? [i + t, j] : [i, j + t] };
  };
  for (let j = 0; j < nv - 1; j++) {
    for (let i = 0; i < nu - 1; i++) {
      const low = cross(i, j, true), high = cross(i, j + 1, true);
      const left = cross(i, j, false), right = cross(i + 1, j, false);
      const found = [low, right, high, left].filter((c) => c);
      if (found.length === 2) link(found[0], found[1]);
      if (found.length === 4) {
        const middle = (values[i + nu * j] + values[i + 1 + nu * j] + values[i + nu * (j + 1)] + values[i + 1 + nu * (j + 1)]) / 4;
        const joined = (middle < level) === (values[i + nu * j] < level);
        link(low, joined ? right : left); link(high, joined ? left : right);
      }
    }
  }
  const chains = [], seen = new Set();
  const walk = (start) => {
    const chain = [];
    for (let key = start; key !== undefined && !seen.has(key);) {
      seen.add(key);
      chain.push(at.get(key).p);
      key = at.get(key).to.find((k) => !seen.has(k));
    }
    if (at.get(start).to.length === 2 && chain.length > 2) chain.push(chain[0]);
    chains.push(chain);
  };
  for (const [key, node] of at) if (node.to.length === 1 && !seen.has(key)) walk(key);
  for (const key of at.keys()) if (!seen.has(key)) walk(key);
  return chains;
};
