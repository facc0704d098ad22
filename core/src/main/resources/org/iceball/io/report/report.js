// Puts the scenes of a report together: what is shown, when, and what follows the clock.
'use strict';

IB.LINES = [
  { colour: '#0a3d8f', dash: [], rgb: [0.36, 0.66, 0.93] },
  { colour: '#c94a00', dash: [9, 4], rgb: [0.91, 0.49, 0.20] },
  { colour: '#4b1f6f', dash: [2.5, 4], rgb: [0.42, 0.21, 0.62] },
  { colour: '#22262b', dash: [9, 4, 2, 4], rgb: [0.25, 0.28, 0.32] },
];
IB.MARGINS = [
  { below: 0, rgb: [213, 72, 20], words: 'left: the surface lies outside the lethal zone' },
  { below: 2.5, rgb: [240, 170, 40], words: 'less than 2.5 mm' },
  { below: 5, rgb: [245, 228, 120], words: '2.5 to 5 mm' },
  { below: 10, rgb: [120, 190, 225], words: '5 to 10 mm' },
  { below: Infinity, rgb: [20, 80, 165], words: '10 mm and more' },
];
IB.WALLS = [
  { below: -40, rgb: [75, 31, 111], words: 'below -40 \u00b0C' },
  { below: -20, rgb: [40, 90, 190], words: '-40 to -20 \u00b0C' },
  { below: 0, rgb: [130, 190, 235], words: '-20 to 0 \u00b0C' },
  { below: 20, rgb: [245, 228, 120], words: '0 to 20 \u00b0C' },
  { below: 45, rgb: [200, 120, 110], words: 'warmer than 20 \u00b0C' },
  { below: 60, rgb: [200, 60, 40], words: '45 to 60 \u00b0C' },
  { below: Infinity, rgb: [120, 20, 20], words: 'hotter than 60 \u00b0C' },
];
IB.rgb = (c) => c.map((v) => v / 255);
IB.classOf = (classes, value) => classes.find((c) => value < c.below) || classes[classes.length - 1];

IB.make = (tag, attributes = {}, ...children) => {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes)) {
    if (k.startsWith('on')) e.addEventListener(k.slice(2), v); else if (v !== undefined && v !== false) e.setAttribute(k, v);
  }
  e.append(...children);
  return e;
};
IB.clock = (s) => `${Math.floor(s / 60)}:${String(Math.round(s % 60)).padStart(2, '0')} min`;

/** The volumes of a scene, unpacked. */
IB.load = async (meta) => {
  const labels = await IB.unpack(meta.labels.id);
  const lowest = IB.lookup(await IB.unpack(meta.extreme.id), meta.codes);
  const cells = meta.frames.grid.n.reduce((a, b) => a * b, 1);
  const bytes = IB.undelta(await IB.unpack(meta.frames.id), cells);
  const frame = (n) => ({ grid: meta.frames.grid, values: IB.lookup(bytes.subarray(n * cells, (n + 1) * cells), meta.codes) });
  const dead = meta.dead && Float32Array.from(await IB.unpack(meta.dead.id), (b) => b / 255);
  const margin = meta.margin && Float32Array.from(await IB.unpack(meta.margin.id), (b) => (b << 24 >> 24) * meta.margin.step);
  return { labels, lowest, frame, margin, dead };
};

/** Which labels 0 to 255 are regions of the kind. */
IB.chosen = (meta, test) => {
  const chosen = new Uint8Array(256);
  meta.regions.filter(test).forEach((r) => { chosen[r.label] = 1; });
  return chosen;
};
IB.isTarget = (r) => r.role === 'target';
IB.isVessel = (r) => r.role === 'vessel';
IB.isSpared = (r) => r.limit !== null && r.role !== 'target';

/** Meshes of the anatomy: {target, vessels: [], spared: []}. */
IB.anatomy = (meta, labels) => {
  const surface = (test) => {
    const belongs = IB.belonging(meta.labels.grid, labels, IB.chosen(meta, test));
    return { belongs, mesh: IB.isosurface(meta.labels.grid, belongs, 0.5, false) };
  };
  const each = (test) => meta.regions.filter(test).map((r) => ({ region: r, ...surface((o) => o.label === r.label) }));
  return {
    target: meta.regions.some(IB.isTarget) ? surface(IB.isTarget) : null,
    vessels: each(IB.isVessel),
    spared: each((r) => IB.isSpared(r) && !IB.isVessel(r)),
  };
};

IB.reach = (grid) => 0.5 * grid.h * Math.max(...grid.n);
IB.middle = (grid) => grid.n.map((n, a) => grid.o[a] + grid.h * (n - 1) / 2);

/** Letters of the patient's sides round a 3-D picture. */
IB.letters = (scene, stage) => {
  const r = 0.82 * scene.reach, c = scene.centre;
  const spots = [['R', 1, 0, 0], ['L', -1, 0, 0], ['A', 0, 1, 0], ['P', 0, -1, 0], ['H', 0, 0, 1], ['F', 0, 0, -1]].map(([s, x, y, z]) => {
    const e = IB.make('span', { class: 'letter', 'aria-hidden': 'true' }, s);
    stage.append(e);
    return [e, [c[0] + r * x, c[1] + r * y, c[2] + r * z]];
  });
  scene.listeners.push(() => spots.forEach(([e, p]) => {
    const [x, y] = scene.project(p);
    e.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
  }));
};

IB.needles = (scene, needles, reach) => {
  scene.remove('needle');
  needles.forEach((n, i) => {
    const end = n.tip.map((t, a) => t + n.active * n.axis[a]);
    const hub = n.tip.map((t, a) => t + Math.max(n.active + 20, 1.5 * reach) * n.axis[a]);
    scene.set(`needle-${i}-active`, { mesh: IB.bar(n.tip, end, Math.max(n.radius, 0.9)), colour: n.selected ? [0.75, 0.1, 0.5] : [0.16, 0.18, 0.2] });
    scene.set(`needle-${i}-shaft`, { mesh: IB.bar(end, hub, Math.max(0.8 * n.radius, 0.7)), colour: n.selected ? [0.9, 0.5, 0.75] : [0.62, 0.66, 0.7] });
  });
};

IB.stage = (host, label, grid) => {
  const canvas = IB.make('canvas', { class: 'space', tabindex: 0, role: 'img', 'aria-label': label });
  const stage = IB.make('div', { class: 'stage' }, canvas);
  host.append(stage);
  const scene = new IB.Scene3d(canvas, IB.middle(grid), IB.reach(grid));
  if (!scene.works) {
    stage.replaceChildren(IB.make('p', { class: 'note' }, 'This browser has no WebGL 2: the slices and figures below say the same.'));
  } else {
    IB.letters(scene, stage);
    const view = (name, a, h) => IB.make('button', { type: 'button', onclick: () => { scene.camera.zoom = 1; scene.turn(a, h); } }, name);
    stage.append(IB.make('div', { class: 'views', role: 'group', 'aria-label': 'Look from' },
      view('front', 0, 0), view('right', Math.PI / 2, 0), view('left', -Math.PI / 2, 0), view('head', 0, 1.55), view('oblique', -0.6, 0.35)));
  }
  return scene;
};

IB.fills = (meta) => {
  const vessels = [[184, 75, 85], [138, 90, 158], [201, 123, 74]], around = [[241, 236, 228], [228, 224, 214], [217, 217, 207]];
  const fills = [];
  let v = 0, s = 0;
  for (const r of meta.regions) {
    fills[r.label] = r.role === 'organ' ? [228, 195, 176] : r.role === 'target' ? [221, 192, 98]
      : r.role === 'vessel' ? vessels[v++ % 3] : around[s++ % 3];
  }
  return fills;
};

/** The three slices of a scene; `field` gives what is shown, `clicked` is told of a new point. */
IB.slices = (host, meta, labels, anatomy, needles, field, start, dead) => {
  const outlines = [];
  if (dead) outlines.push({ values: dead, colour: IB.LINES[3].colour, dash: IB.LINES[3].dash, width: 2.6 });
  if (anatomy.target) outlines.push({ values: anatomy.target.belongs, colour: '#007a58', dash: [], width: 1.8 });
  for (const s of anatomy.spared) outlines.push({ values: s.belongs, colour: '#8a6d00', dash: [3, 3], width: 1.6 });
  const lines = meta.zones.map((z, n) => ({ level: z.level, ...IB.LINES[n % 4], width: z.lethal ? 2.6 : 1.5 }));
  const fills = IB.fills(meta), plain = [...fills], organ = meta.regions.find((r) => r.role === 'organ');
  const shapes = [...anatomy.vessels, ...anatomy.spared].map((s) => ({ values: s.belongs, fill: fills[s.region.label] }));
  if (anatomy.target) shapes.unshift({ values: anatomy.target.belongs, fill: fills[meta.regions.find(IB.isTarget).label] });
  if (organ) meta.regions.filter((r) => IB.isVessel(r) || IB.isTarget(r)).forEach((r) => { plain[r.label] = fills[organ.label]; });
  const data = { grid: meta.labels.grid, labels, plain, shapes, outlines, lines, needles, hot: meta.hot, edge: meta.zones[0].level };
  const slices = IB.PLANES.map((plane) => {
    const where = IB.make('output', {});
    const canvas = IB.make('canvas', { tabindex: 0, role: 'img', 'aria-label': `${plane.name} slice with isotherms; arrow keys move it` });
    host.append(IB.make('figure', { class: 'slice' }, canvas, IB.make('figcaption', {}, `${plane.name} `, where)));
    const slice = new IB.Slice(canvas, plane, data, field, start, (p) => slices.go(p));
    slice.caption = () => { where.textContent = `${'xyz'[plane.normal]} = ${(+slice.point[plane.normal].toFixed(1) || 0).toFixed(1)} mm`; };
    return slice;
  });
  slices.go = (p) => { slices.point = p; slices.forEach((s) => { s.point = p; s.caption(); s.draw(); }); };
  slices.redraw = () => slices.forEach((s) => s.draw());
  slices.go(start);
  return slices;
};

IB.legend = (classes) => IB.make('ul', { class: 'legend' }, ...classes.map((c) => {
  const key = IB.make('span', { class: 'key' });
  key.style.background = c.css || `rgb(${c.rgb.join()})`;
  return IB.make('li', {}, key, c.words);
}));

/** Groups whose clocks and cameras go together. */
IB.groups = {};

IB.Run = class {
  constructor(host, meta) { this.host = host; this.meta = meta; }

  async start() {
    const { host, meta } = this;
    this.volumes = await IB.load(meta);
    this.anatomy = IB.anatomy(meta, this.volumes.labels);
    this.group = IB.groups[host.dataset.group] ||= [];
    this.group.push(this);
    this.build();
    const end = meta.zones.length && meta.frames.times.findIndex((t) => t >= meta.lastFreeze);
    this.go(end >= 0 ? end : meta.frames.times.length - 1);
  }

  build() {
    const { host, meta, anatomy } = this;
    host.replaceChildren();
    this.scene = IB.stage(host, `3-D view of ${meta.title}: target, vessels, needles and isotherms. Arrow keys turn it, plus and minus zoom.`, meta.labels.grid);
    this.scene.onmove = (camera) => this.group.filter((o) => o !== this).forEach((o) => { o.scene.camera = { ...camera }; o.scene.draw(); });
    this.slider = IB.make('input', { type: 'range', min: 0, max: meta.frames.times.length - 1, step: 1, 'aria-label': 'time', oninput: () => this.all(+this.slider.value) });
    this.readout = IB.make('output', { class: 'clock' });
    this.button = IB.make('button', { type: 'button', class: 'play', onclick: () => this.play() }, '\u25b6 Play');
    // a film of one picture is a still
    host.append(IB.make('div', { class: 'time' }, ...(meta.frames.times.length > 1 ? [this.button, this.slider] : []), this.readout));
    const box = (name, prefix, on = true) => IB.make('label', {}, IB.make('input', { type: 'checkbox', ...(on ? { checked: '' } : {}), onchange: (e) => this.scene.show(prefix, e.target.checked) }), ` ${name}`);
    const shown = IB.make('fieldset', { class: 'shown' }, IB.make('legend', {}, 'Shown'));
    meta.zones.forEach((z, n) => {
      const l = box(z.name, `zone-${n}`);
      const key = IB.make('span', { class: 'key' });
      key.style.background = `rgb(${IB.LINES[n % 4].rgb.map((v) => Math.round(255 * v)).join()})`;
      l.insertBefore(key, l.lastChild);
      shown.append(l);
    });
    if (meta.dead) {
      const l = box(`dead by ${meta.law}`, 'dead'), key = IB.make('span', { class: 'key' });
      key.style.background = `rgb(${IB.LINES[3].rgb.map((v) => Math.round(255 * v)).join()})`;
      l.insertBefore(key, l.lastChild);
      shown.append(l);
    }
    if (anatomy.target) shown.append(box('target', 'target'));
    if (anatomy.vessels.length) shown.append(box('vessels', 'vessel'));
    if (anatomy.spared.length) shown.append(box('protected', 'spared'));
    shown.append(box('needles', 'needle'));
    shown.append(IB.make('label', {}, IB.make('input', { type: 'checkbox', onchange: (e) => this.knife(e.target.checked) }), ' cut open'));
    this.coldest = IB.make('input', { type: 'checkbox', onchange: () => this.go(this.at) });
    if (meta.frames.times.length > 1) shown.append(IB.make('label', {}, this.coldest, meta.hot ? ' hottest of the film' : ' coldest ever'));
    host.append(shown);
    this.solids();
    const row = IB.make('div', { class: 'slices' });
    host.append(row);
    this.slices = IB.slices(row, meta, this.volumes.labels, anatomy, () => meta.needles, () => this.field, meta.centre, this.volumes.dead);
    host.append(IB.make('p', { class: 'note' }, 'Click a slice to move the other two. The patient\u2019s right is on the left of axial and coronal slices. Drag the 3-D view to turn it.'));
  }

  solids() {
    const { scene, anatomy, meta } = this;
    if (!scene.works) return;
    if (anatomy.target) scene.set('target', { mesh: anatomy.target.mesh, colour: [0.86, 0.72, 0.26] });
    const fills = IB.fills(meta);
    anatomy.vessels.forEach((v, n) => scene.set(`vessel-${n}`, { mesh: v.mesh, colour: IB.rgb(fills[v.region.label]) }));
    anatomy.spared.forEach((v, n) => scene.set(`spared-${n}`, { mesh: v.mesh, colour: [0.55, 0.6, 0.35] }));
    if (meta.dead) scene.set('dead', { mesh: IB.isosurface(meta.dead.grid, this.volumes.dead, 0.5, false), colour: IB.LINES[3].rgb, alpha: 0.14, order: meta.hot ? -1 : 0.5 });
    IB.needles(scene, meta.needles, scene.reach);
  }

  /** Takes away what lies in front of the target, as seen now. */
  knife(on) {
    const f = this.scene.direction(), c = this.meta.centre;
    this.scene.cut = on ? [...f, f[0] * c[0] + f[1] * c[1] + f[2] * c[2]] : null;
    this.scene.draw();
  }

  all(n) {
    const time = this.meta.frames.times[n];
    this.group.forEach((o) => o.go(o === this ? n : o.nearest(time)));
  }

  nearest(time) {
    return this.meta.frames.times.reduce((best, t, n, all) => Math.abs(t - time) < Math.abs(all[best] - time) ? n : best, 0);
  }

  go(n) {
    const { meta } = this;
    this.at = n;
    this.slider.value = n;
    const time = meta.frames.times[n], ever = this.coldest.checked;
    const phase = meta.phases.find((p) => time > p.from && time <= p.to) || meta.phases[0];
    this.readout.textContent = ever || meta.frames.times.length === 1 ? (meta.hot ? 'hottest of the film' : 'coldest ever') : `${IB.clock(time)}${phase ? `, ${phase.kind}` : ''}`;
    this.slider.setAttribute('aria-valuetext', this.readout.textContent);
    this.field = ever ? { grid: meta.extreme.grid, values: this.volumes.lowest } : this.volumes.frame(n);
    if (this.scene.works) {
      meta.zones.forEach((z, i) => this.scene.set(`zone-${i}`, {
        mesh: IB.isosurface(this.field.grid, this.field.values, z.level, !meta.hot),
        colour: IB.LINES[i % 4].rgb, alpha: 0.26 + 0.1 * i, order: i,
      }));
    }
    this.slices.redraw();
    document.querySelectorAll('svg.chart').forEach((svg) => IB.cursor(svg, time));
  }

  play() {
    if (this.timer) { clearInterval(this.timer); this.timer = 0; this.button.textContent = '\u25b6 Play'; return; }
    this.button.textContent = '\u23f8 Pause';
    const last = this.meta.frames.times.length - 1;
    if (this.at === last) this.all(0);
    this.timer = setInterval(() => { if (this.at >= last) this.play(); else this.all(this.at + 1); }, 220);
  }
};

/** The line of the clock in a chart. */
IB.cursor = (svg, time) => {
  const line = svg.querySelector('.cursor'), d = svg.dataset;
  if (!line) return;
  const x = +d.x0 + (time - d.t0) / (d.t1 - d.t0) * (d.x1 - d.x0);
  line.setAttribute('x1', x); line.setAttribute('x2', x); line.style.display = x >= d.x0 && x <= d.x1 + 0.5 ? '' : 'none';
};

/** Target by margin, vessels and what is to be spared by the extreme temperature of their walls. */
IB.Margins = class {
  constructor(host, meta, run) { Object.assign(this, { host, meta, run }); }

  start() {
    const { host, meta, run } = this, { anatomy, volumes } = run;
    host.replaceChildren();
    const scene = this.scene = IB.stage(host, `3-D map of ${meta.title}: the margin on the target's surface, and the coldest temperature on the walls of vessels and protected structures.`, meta.labels.grid);
    if (scene.works) {
      const paint = (mesh, value, classes) => {
        const colours = new Float32Array(mesh.points.length);
        for (let p = 0; p < colours.length; p += 3) colours.set(IB.rgb(IB.classOf(classes, value(p)).rgb), p);
        return colours;
      };
      const extreme = (mesh) => (p) => {
        const [x, y, z] = [0, 1, 2].map((a) => mesh.points[p + a] + 0.75 * meta.labels.grid.h * mesh.normals[p + a]);
        return IB.sample(meta.extreme.grid, volumes.lowest, x, y, z);
      };
      if (anatomy.target && meta.margin) {
        const m = anatomy.target.mesh;
        scene.set('target', { mesh: m, colours: paint(m, (p) => IB.sample(meta.margin.grid, volumes.margin, m.points[p], m.points[p + 1], m.points[p + 2]), IB.MARGINS) });
      }
      anatomy.vessels.forEach((v, n) => scene.set(`vessel-${n}`, { mesh: v.mesh, colours: paint(v.mesh, extreme(v.mesh), IB.WALLS) }));
      anatomy.spared.forEach((v, n) => scene.set(`spared-${n}`, { mesh: v.mesh, colours: paint(v.mesh, extreme(v.mesh), IB.WALLS) }));
      IB.needles(scene, meta.needles, scene.reach);
    }
    const walls = IB.WALLS.filter((c) => meta.hot ? c.below > 0 : c.below <= 45);
    const parts = IB.make('fieldset', { class: 'shown' }, IB.make('legend', {}, 'Shown'));
    for (const [name, prefix] of [['target', 'target'], ['vessels', 'vessel'], ['protected', 'spared'], ['needles', 'needle']]) {
      if (![...scene.meshes.keys()].some((k) => k.startsWith(prefix))) continue;
      parts.append(IB.make('label', {}, IB.make('input', { type: 'checkbox', checked: '', onchange: (e) => scene.show(prefix, e.target.checked) }), ` ${name}`));
    }
    host.append(parts, IB.make('h3', {}, 'Margin on the target'), IB.legend(IB.MARGINS),
      IB.make('h3', {}, meta.hot ? 'Hottest the walls ever were' : 'Coldest the walls ever were'), IB.legend(walls));
  }
};

IB.start = async () => {
  const runs = {};
  for (const host of document.querySelectorAll('.scene')) {
    const meta = JSON.parse(document.getElementById(host.dataset.meta).textContent);
    const run = runs[host.dataset.meta] = new IB.Run(host, meta);
    try { await run.start(); } catch (e) {
      host.replaceChildren(IB.make('p', { class: 'note' }, `The views could not be drawn by this browser (${e.message}). The figures do not depend on them.`));
      throw e;
    }
  }
  for (const host of document.querySelectorAll('.margins')) {
    const run = runs[host.dataset.meta];
    if (run && run.anatomy) new IB.Margins(host, run.meta, run).start();
  }
  for (const svg of document.querySelectorAll('svg.chart')) {
    svg.addEventListener('click', (e) => {
      const d = svg.dataset, box = svg.getBoundingClientRect(), run = Object.values(runs)[0];
      if (!run) return;
      const x = (e.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
      const time = +d.t0 + (x - d.x0) / (d.x1 - d.x0) * (d.t1 - d.t0);
      run.all(run.nearest(time));
    });
  }
  window.iceball = { runs, ready: true };
};
