// Three orthogonal slices: anatomy, cold, isotherms, needles. Click moves the other two planes.
'use strict';

/** Planes: normal axis, the axis across and the axis up; letters at left, right, top and bottom. */
IB.PLANES = [
  { name: 'axial', normal: 2, u: 0, v: 1, letters: ['R', 'L', 'A', 'P'] },
  { name: 'coronal', normal: 1, u: 0, v: 2, letters: ['R', 'L', 'H', 'F'] },
  { name: 'sagittal', normal: 0, u: 1, v: 2, letters: ['A', 'P', 'H', 'F'] },
];

IB.COLD = (kelvinless) => Math.min(1, Math.max(0, -kelvinless / 120));

IB.Slice = class {
  /**
   * data: {grid, labels, plain: [[r, g, b] by label], shapes: [{values, fill}], outlines, lines: [{level, colour, dash, width}],
   * needles, hot}; `field()` gives {grid, values} [degC] of what is to be shown.
   */
  constructor(canvas, plane, data, field, point, onpick) {
    Object.assign(this, { canvas, plane, data, field, point, onpick });
    const { grid } = data;
    this.low = [0, 1, 2].map((a) => grid.o[a] - grid.h / 2);
    this.high = [0, 1, 2].map((a) => grid.o[a] + grid.h * (grid.n[a] - 0.5));
    canvas.style.aspectRatio = `${this.high[plane.u] - this.low[plane.u]} / ${this.high[plane.v] - this.low[plane.v]}`;
    const pick = (e) => {
      const box = canvas.getBoundingClientRect();
      const p = this.where(e.clientX - box.left, e.clientY - box.top);
      this.onpick(p, e);
    };
    canvas.addEventListener('pointerdown', (e) => {
      if (this.grab && this.grab(e)) return;
      canvas.setPointerCapture(e.pointerId); this.held = true; pick(e);
    });
    canvas.addEventListener('pointermove', (e) => { if (this.held) pick(e); });
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => { this.held = false; });
    canvas.addEventListener('keydown', (e) => {
      const d = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[e.key];
      if (!d) return;
      e.preventDefault();
      const p = [...this.point];
      p[plane.normal] = Math.min(this.high[plane.normal], Math.max(this.low[plane.normal], p[plane.normal] + d * grid.h));
      this.onpick(p, e);
    });
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  /** Pixels (CSS) a millimetre. */
  get scale() { return this.canvas.clientWidth / (this.high[this.plane.u] - this.low[this.plane.u]); }

  /** The point [mm] under CSS pixels; the patient's right (or front) is on the left. */
  where(x, y) {
    const p = [...this.point], { u, v } = this.plane;
    p[u] = Math.min(this.high[u], Math.max(this.low[u], this.high[u] - x / this.scale));
    p[v] = Math.min(this.high[v], Math.max(this.low[v], this.high[v] - y / this.scale));
    return p;
  }

  pixel(p, k = 1) {
    return [k * this.scale * (this.high[this.plane.u] - p[this.plane.u]), k * this.scale * (this.high[this.plane.v] - p[this.plane.v])];
  }

  draw() {
    if (!this.asked) this.asked = requestAnimationFrame(() => { this.asked = 0; this.paint(); });
  }

  /** Values of a field on this plane at cells of edge `h` in this slice's box. */
  plane2d(field, h) {
    const { u, v, normal } = this.plane;
    const nu = Math.max(2, Math.round((this.high[u] - this.low[u]) / h)), nv = Math.max(2, Math.round((this.high[v] - this.low[v]) / h));
    const values = new Float32Array(nu * nv), p = [...this.point];
    p[normal] = this.point[normal];
    for (let j = 0; j < nv; j++) {
      p[v] = this.low[v] + (j + 0.5) * h;
      for (let i = 0; i < nu; i++) {
        p[u] = this.low[u] + (i + 0.5) * h;
        values[i + nu * j] = IB.sample(field.grid, field.values, p[0], p[1], p[2]);
      }
    }
    return { values, nu, nv, h };
  }

  paint() {
    const { canvas, data, plane } = this;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(canvas.clientWidth * ratio)), height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    if (canvas.clientWidth < 2) return;
    if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
    // pixels that are computed here: a canvas on the graphics device would stall at each of them
    const g = canvas.getContext('2d', { willReadFrequently: true });
    const { u, v, normal } = plane, { grid } = data;
    const field = this.field();
    const t = this.plane2d(field, grid.h);
    const layer = Math.min(grid.n[normal] - 1, Math.max(0, Math.round((this.point[normal] - grid.o[normal]) / grid.h)));
    const stride = [1, grid.n[0], grid.n[0] * grid.n[1]];
    const W = grid.n[u], H = grid.n[v], k = Math.max(1, Math.min(4, Math.round(420 / W)));
    const image = new ImageData(k * W, k * H), pixels = image.data;
    // shapes with smooth edges over the plain fills of their neighbourhood
    const smooth = data.shapes.map((s) => ({ plane: this.plane2d({ grid, values: s.values }, grid.h).values, fill: s.fill }));
    for (let y = 0; y < k * H; y++) {
      const fj = Math.min(H - 1, Math.max(0, H - 0.5 - (y + 0.5) / k)), j = Math.min(H - 2, fj | 0), b = fj - j;
      for (let x = 0; x < k * W; x++) {
        const fi = Math.min(W - 1, Math.max(0, W - 0.5 - (x + 0.5) / k)), i = Math.min(W - 2, fi | 0), a = fi - i, at = i + W * j;
        const mix = (p) => (1 - b) * ((1 - a) * p[at] + a * p[at + 1]) + b * ((1 - a) * p[at + W] + a * p[at + W + 1]);
        const label = data.labels[layer * stride[normal] + Math.round(fi) * stride[u] + Math.round(fj) * stride[v]];
        let fill = data.plain[label] || [208, 208, 208];
        for (const s of smooth) if (mix(s.plane) > 0.5) fill = s.fill;
        const temperature = mix(t.values);
        let [r, gg, bb] = fill;
        if (data.hot ? temperature > data.edge : temperature < data.edge) {
          const depth = Math.min(1, Math.abs(temperature - data.edge) / (data.hot ? 60 : 120)), m = 0.6 + 0.34 * depth;
          const to = data.hot ? [255, 214 - 150 * depth, 140 - 110 * depth] : [218 - 186 * depth, 236 - 154 * depth, 252 - 86 * depth];
          r = (1 - m) * r + m * to[0]; gg = (1 - m) * gg + m * to[1]; bb = (1 - m) * bb + m * to[2];
        }
        const q = 4 * (x + k * W * y);
        pixels[q] = r; pixels[q + 1] = gg; pixels[q + 2] = bb; pixels[q + 3] = 255;
      }
    }
    if (!this.buffer) this.buffer = document.createElement('canvas');
    this.buffer.width = k * W; this.buffer.height = k * H;
    this.buffer.getContext('2d', { willReadFrequently: true }).putImageData(image, 0, 0);
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.imageSmoothingEnabled = true; g.imageSmoothingQuality = 'high';
    g.drawImage(this.buffer, 0, 0, width, height);
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const o of data.outlines) this.outline(g, o);
    for (const line of data.lines) this.chains(g, IB.isolines(t.values, t.nu, t.nv, line.level), t.h, line);
    for (const needle of data.needles()) this.needle(g, needle);
    this.furniture(g);
  }

  chains(g, chains, h, style) {
    const { u, v } = this.plane;
    g.lineJoin = 'round'; g.lineCap = 'butt';
    for (const pass of [0, 1]) {
      g.strokeStyle = pass ? style.colour : 'rgba(255,255,255,.85)';
      g.lineWidth = style.width + (pass ? 0 : 2);
      g.setLineDash(pass ? style.dash : []);
      g.beginPath();
      for (const chain of chains) {
        chain.forEach(([a, b], n) => {
          const x = this.scale * (this.high[u] - this.low[u] - (a + 0.5) * h), y = this.scale * (this.high[v] - this.low[v] - (b + 0.5) * h);
          if (n) g.lineTo(x, y); else g.moveTo(x, y);
        });
      }
      g.stroke();
    }
    g.setLineDash([]);
  }

  outline(g, o) {
    const field = { grid: this.data.grid, values: o.values };
    const t = this.plane2d(field, this.data.grid.h);
    this.chains(g, IB.isolines(t.values, t.nu, t.nv, 0.5), t.h, o);
  }

  needle(g, needle) {
    const { normal } = this.plane;
    const off = (p) => p[normal] - this.point[normal];
    const near = 1.5;
    const draw = (a, b, active) => {
      const pieces = 60;
      for (let n = 0; n < pieces; n++) {
        const p = [0, 1, 2].map((x) => a[x] + (b[x] - a[x]) * n / pieces), q = [0, 1, 2].map((x) => a[x] + (b[x] - a[x]) * (n + 1) / pieces);
        const inPlane = Math.abs(off(p)) < near;
        const [x0, y0] = this.pixel(p), [x1, y1] = this.pixel(q);
        g.globalAlpha = inPlane ? 1 : 0.32;
        g.lineWidth = Math.max(active ? 2.5 : 1.2, (active ? 2 : 1.4) * needle.radius * this.scale * (inPlane ? 1 : 0.6));
        g.strokeStyle = needle.selected ? '#b3127a' : active ? '#22262b' : '#5b636b';
        g.beginPath(); g.moveTo(x0, y0); g.lineTo(x1, y1); g.stroke();
      }
      g.globalAlpha = 1;
    };
    const end = [0, 1, 2].map((x) => needle.tip[x] + needle.active * needle.axis[x]);
    const hub = [0, 1, 2].map((x) => needle.tip[x] + 200 * needle.axis[x]);
    draw(end, hub, false);
    draw(needle.tip, end, true);
    if (needle.handles) {
      const [ex, ey] = this.pixel(end), [tx, ty] = this.pixel(needle.tip);
      g.lineWidth = 2; g.strokeStyle = needle.selected ? '#b3127a' : '#22262b'; g.fillStyle = 'rgba(255,255,255,.9)';
      g.beginPath(); g.arc(ex, ey, 5, 0, 7); g.fill(); g.stroke();
      g.beginPath(); g.arc(tx, ty, 3, 0, 7); g.fillStyle = g.strokeStyle; g.fill();
    }
    const [x, y] = this.pixel(needle.tip);
    g.font = '600 12px system-ui, sans-serif'; g.textAlign = 'center';
    g.lineWidth = 3; g.strokeStyle = 'rgba(255,255,255,.9)'; g.fillStyle = '#22262b';
    g.strokeText(needle.name, x, y + 15); g.fillText(needle.name, x, y + 15);
  }

  furniture(g) {
    const { canvas, plane } = this, w = canvas.clientWidth, h = canvas.clientHeight;
    const [x, y] = this.pixel(this.point);
    g.strokeStyle = 'rgba(20,24,28,.45)'; g.lineWidth = 1;
    g.beginPath(); g.moveTo(x, 0); g.lineTo(x, h); g.moveTo(0, y); g.lineTo(w, y); g.stroke();
    g.font = '600 12px system-ui, sans-serif';
    const word = (s, px, py, align) => {
      g.textAlign = align; g.lineWidth = 3; g.strokeStyle = 'rgba(255,255,255,.85)'; g.fillStyle = '#22262b';
      g.strokeText(s, px, py); g.fillText(s, px, py);
    };
    word(plane.letters[0], 5, h / 2 + 4, 'left'); word(plane.letters[1], w - 5, h / 2 + 4, 'right');
    word(plane.letters[2], w / 2, 14, 'center'); word(plane.letters[3], w / 2, h - 6, 'center');
    const bar = 10 * this.scale;
    g.fillStyle = '#22262b'; g.fillRect(8, h - 12, bar, 3);
    word('10 mm', 8, h - 17, 'left');
  }
};
