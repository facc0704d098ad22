// The planning page: needles are dragged in slices and in 3-D, and the ice follows.
'use strict';

IB.Planning = class {
  constructor(host) {
    this.host = host;
    this.selected = 0;
    this.turn = 0;
    this.log = [];
  }

  async open(board) {
    this.board = board;
    this.labels = await IB.gunzip(IB.bytes(board.labelData));
    this.anatomy = IB.anatomy(board, this.labels);
    this.needles = board.needles.map((n) => ({ ...n, moved: false, chosen: null }));
    this.selected = 0;
    this.protocol = board.protocol; this.changedProtocol = false;
    this.vessels = '';
    this.field = { grid: board.labels.grid, values: new Float32Array(this.labels.length).fill(board.start) };
    this.build();
    this.needlesMoved(true);
  }

  build() {
    const { host, board, anatomy } = this;
    host.replaceChildren();
    const left = IB.make('section', {}), side = IB.make('div', { class: 'side' });
    host.append(IB.make('div', { class: 'work' }, left, side));
    left.append(IB.make('h2', {}, board.title));
    this.scene = IB.stage(left, `3-D view of ${board.title}. Drag a needle to move it, its end to turn it, the rest to look round.`, board.labels.grid);
    if (this.scene.works) {
      const fills = IB.fills(board);
      if (anatomy.target) this.scene.set('target', { mesh: anatomy.target.mesh, colour: [0.86, 0.72, 0.26] });
      anatomy.vessels.forEach((v, n) => this.scene.set(`vessel-${n}`, { mesh: v.mesh, colour: IB.rgb(fills[v.region.label]) }));
      anatomy.spared.forEach((v, n) => this.scene.set(`spared-${n}`, { mesh: v.mesh, colour: [0.55, 0.6, 0.35] }));
      this.scene.grab = (e) => this.grab(e, this.scene.canvas, (p) => this.scene.project(p), (p, dx, dy) => this.scene.drag(p, dx, dy));
    }
    const row = IB.make('div', { class: 'slices', style: 'margin-top:12px' });
    left.append(row);
    const shown = () => this.needles.map((n, i) => ({ ...n, selected: i === this.selected, handles: true }));
    this.slices = IB.slices(row, board, this.labels, anatomy, shown, () => this.field, board.centre);
    this.slices.forEach((s) => {
      s.grab = (e) => this.grab(e, s.canvas, (p) => s.pixel(p), (p, dx, dy) => {
        const d = [0, 0, 0];
        d[s.plane.u] = -dx / s.scale; d[s.plane.v] = -dy / s.scale;
        return d;
      });
    });
    left.append(IB.make('p', { class: 'note' }, 'Drag a needle\u2019s shaft or tip to move it, the ring at the end of its active zone to turn it about its tip. Click elsewhere in a slice to move the other two.'));
    this.results = IB.make('div', { 'aria-live': 'polite' });
    this.said = IB.make('p', { class: 'said', role: 'status' });
    side.append(IB.make('section', {}, IB.make('h2', {}, 'What it covers'), this.results, this.said));
    this.needleBox = IB.make('div', {});
    side.append(IB.make('section', {}, IB.make('h2', {}, 'Needles'), this.needleBox));
    side.append(this.plan(), this.files());
    this.drawNeedleBox();
  }

  plan() {
    const { board } = this;
    const protocol = IB.make('input', { value: this.protocol, 'aria-label': 'protocol', onchange: (e) => { this.protocol = e.target.value; this.changedProtocol = true; this.ask(); } });
    const vessels = IB.make('select', { onchange: (e) => { this.vessels = e.target.value; this.ask(); } },
      IB.make('option', { value: '' }, 'as the case says'), ...board.vessels.map((v) => IB.make('option', { value: v }, v)));
    this.protocolInput = protocol; this.vesselsSelect = vessels;
    return IB.make('section', {}, IB.make('h2', {}, 'Treatment'),
      IB.make('label', { class: 'row' }, IB.make('span', {}, 'protocol'), protocol),
      IB.make('label', { class: 'row' }, IB.make('span', {}, 'vessels'), vessels));
  }

  files() {
    const { board } = this;
    const list = IB.make('select', { 'aria-label': 'case to load' }, ...board.files.map((f) => IB.make('option', f === board.file ? { selected: '' } : {}, f)));
    const name = IB.make('input', { value: board.file.replace(/(\.ya?ml)?$/, '-plan.yaml'), 'aria-label': 'name to save as' });
    const load = IB.make('button', { type: 'button', onclick: async () => { const b = await this.post('load', { file: list.value }); if (b) this.open(b); } }, 'Load');
    const save = IB.make('button', { type: 'button', onclick: async () => {
      let answer = await this.post('save', { ...this.state(), file: name.value });
      if (!answer && this.taken && confirm(`${name.value} exists. Replace it?`)) answer = await this.post('save', { ...this.state(), file: name.value, replace: true });
      if (answer) this.say(answer.done);
    } }, 'Save');
    this.saveButton = save; this.saveName = name;
    return IB.make('section', {}, IB.make('h2', {}, 'Case file'),
      IB.make('label', { class: 'row' }, list, load), IB.make('label', { class: 'row' }, name, save));
  }

  drawNeedleBox() {
    const n = this.needles[this.selected];
    const number = (get, set, step) => IB.make('input', { type: 'number', step, value: get().toFixed(1), onchange: (e) => { const v = +e.target.value; if (Number.isFinite(v)) { set(v); n.moved = true; this.needlesMoved(true); } } });
    const tabs = IB.make('div', { class: 'tabs', role: 'group', 'aria-label': 'needle' }, ...this.needles.map((m, i) => IB.make('button', { type: 'button', 'aria-pressed': i === this.selected, onclick: () => { this.selected = i; this.needlesMoved(false); } }, m.name)),
      IB.make('button', { type: 'button', title: 'one needle more', onclick: () => this.add() }, '+'),
      ...(this.needles.length > 1 ? [IB.make('button', { type: 'button', title: 'remove this needle', onclick: () => { this.needles.splice(this.selected, 1); this.selected = 0; this.needlesMoved(true); } }, '\u2212')] : []));
    const kinds = this.board.probes.some((p) => p.name === n.probe) ? this.board.probes : [{ name: n.probe, active: n.active, radius: n.radius }, ...this.board.probes];
    const kind = IB.make('select', { onchange: (e) => { const p = kinds.find((k) => k.name === e.target.value); n.chosen = p.name; Object.assign(n, { probe: p.name, active: p.active, radius: p.radius }); this.needlesMoved(true); } },
      ...kinds.map((p) => IB.make('option', { value: p.name, ...(p.name === n.probe ? { selected: '' } : {}) }, p.name)));
    const tip = IB.make('div', { class: 'trio' }, ...[0, 1, 2].map((a) => number(() => n.tip[a], (v) => { n.tip = n.tip.map((t, b) => b === a ? v : t); }, 1)));
    // a direction as two angles: from the head's axis, and round it
    const angles = () => [Math.acos(Math.max(-1, Math.min(1, n.axis[2]))) * 180 / Math.PI, Math.atan2(n.axis[1], n.axis[0]) * 180 / Math.PI];
    const turn = (t, p) => { const a = t * Math.PI / 180, b = p * Math.PI / 180; n.axis = [Math.sin(a) * Math.cos(b), Math.sin(a) * Math.sin(b), Math.cos(a)]; };
    const axis = IB.make('div', { class: 'trio' }, number(() => angles()[0], (v) => turn(v, angles()[1]), 5), number(() => angles()[1], (v) => turn(angles()[0], v), 5));
    this.needleBox.replaceChildren(tabs,
      IB.make('label', { class: 'row' }, IB.make('span', {}, 'probe'), kind),
      IB.make('label', { class: 'row' }, IB.make('span', {}, 'tip [mm]'), tip),
      IB.make('label', { class: 'row' }, IB.make('span', {}, 'tilt, turn'), axis));
  }

  add() {
    const like = this.needles[this.selected];
    let name = 1;
    while (this.needles.some((m) => m.name === `needle ${name}`)) name++;
    this.needles.push({ ...like, name: `needle ${name}`, tip: [like.tip[0] + 8, like.tip[1], like.tip[2]], axis: [...like.axis], moved: true, chosen: this.board.probes.some((p) => p.name === like.probe) ? like.probe : this.board.probes[0].name });
    this.selected = this.needles.length - 1;
    this.needlesMoved(true);
  }

  end(n) { return n.tip.map((t, a) => t + n.active * n.axis[a]); }

  /** Takes hold of a needle near the pointer; false where there is none. */
  grab(e, canvas, project, move) {
    const box = canvas.getBoundingClientRect(), x = e.clientX - box.left, y = e.clientY - box.top;
    let best = null;
    this.needles.forEach((n, i) => {
      const tip = project(n.tip), end = project(this.end(n)), hub = project(n.tip.map((t, a) => t + (n.active + 25) * n.axis[a]));
      const near = (p) => Math.hypot(p[0] - x, p[1] - y);
      const toLine = (p, q) => { const d = [q[0] - p[0], q[1] - p[1]], l = d[0] ** 2 + d[1] ** 2 || 1; const t = Math.max(0, Math.min(1, ((x - p[0]) * d[0] + (y - p[1]) * d[1]) / l)); return Math.hypot(p[0] + t * d[0] - x, p[1] + t * d[1] - y); };
      const offers = [[near(end) - 4, 'turn'], [toLine(tip, hub), 'move']];
      for (const [distance, what] of offers) if (distance < 11 && (!best || distance < best.distance)) best = { distance, what, i };
    });
    if (!best) return false;
    e.preventDefault();
    this.selected = best.i;
    canvas.classList.add('grabbing');
    let last = [e.clientX, e.clientY];
    const n = this.needles[best.i];
    const moved = (m) => {
      const at = best.what === 'turn' ? this.end(n) : n.tip;
      const d = move(at, m.clientX - last[0], m.clientY - last[1]);
      last = [m.clientX, m.clientY];
      if (best.what === 'turn') {
        const to = at.map((v, a) => v + d[a] - n.tip[a]), length = Math.hypot(...to) || 1;
        n.axis = to.map((v) => v / length);
      } else n.tip = n.tip.map((t, a) => t + d[a]);
      n.moved = true;
      this.needlesMoved(true);
    };
    const up = () => { removeEventListener('pointermove', moved); removeEventListener('pointerup', up); removeEventListener('pointercancel', up); canvas.classList.remove('grabbing'); };
    addEventListener('pointermove', moved); addEventListener('pointerup', up); addEventListener('pointercancel', up);
    this.needlesMoved(false);
    return true;
  }

  needlesMoved(askAgain) {
    if (this.scene.works) IB.needles(this.scene, this.needles.map((n, i) => ({ ...n, selected: i === this.selected })), this.scene.reach);
    this.slices.redraw();
    this.drawNeedleBox();
    if (askAgain) this.ask();
  }

  state() {
    return {
      file: this.board.file, from: this.board.file,
      needles: this.needles.map((n) => ({ name: n.name, tip: n.tip, axis: n.axis, moved: n.moved, ...(n.chosen ? { probe: n.chosen } : {}) })),
      ...(this.changedProtocol ? { protocol: this.protocol } : {}), ...(this.vessels ? { vessels: this.vessels } : {}),
    };
  }

  async post(what, body) {
    this.taken = false;
    const response = await fetch(`api/${what}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    const answer = await response.json();
    if (answer.error) { this.taken = response.status === 409; this.say(answer.error.join(' '), true); return null; }
    return answer;
  }

  /** Asks for the ice of the needles as they are. While a first answer is awaited, the next question waits. */
  ask() {
    this.turn++;
    this.results.classList.add('stale');
    clearTimeout(this.idle);
    if (!this.waiting) this.run(2);
  }

  async run(spacing) {
    const turn = this.turn, asked = performance.now();
    if (this.control) this.control.abort();
    const control = this.control = new AbortController();
    this.waiting = spacing === 2;
    if (spacing === 2) this.say('computing\u2026');
    try {
      const response = await fetch('api/plan', { method: 'POST', signal: control.signal, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...this.state(), spacing_mm: spacing }) });
      const reader = response.body.getReader(), words = new TextDecoder();
      let text = '', first = true;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        text += words.decode(value, { stream: true });
        for (let cut = text.indexOf('\n'); cut >= 0; cut = text.indexOf('\n')) {
          const answer = JSON.parse(text.slice(0, cut));
          text = text.slice(cut + 1);
          // fine cells take long: their first part would be a step back
          if (answer.error || spacing === 2 || answer.part === 'whole') await this.show(answer, asked, turn);
          if (first && (answer.error || answer.part !== 'growing')) { first = false; this.waiting = false; if (turn !== this.turn) return this.run(2); }
        }
      }
      if (turn === this.turn && spacing === 2) this.idle = setTimeout(() => this.run(1), 1500);
    } catch (e) {
      if (e.name !== 'AbortError') this.say(`The engine did not answer (${e.message}). Is iceball serve still running?`, true);
    } finally {
      if (control === this.control) this.waiting = false;
    }
    if (turn !== this.turn && !this.waiting) this.run(2);
  }

  async show(answer, asked, turn) {
    if (answer.error) { this.say(answer.error.join(' '), true); return; }
    if (!answer.volume) return; // another page of this server asked something newer
    const { board } = this;
    this.field = { grid: answer.volume.grid, values: IB.lookup(await IB.gunzip(IB.bytes(answer.volume.data)), board.codes) };
    if (this.scene.works) {
      board.zones.forEach((z, i) => this.scene.set(`zone-${i}`, { mesh: IB.isosurface(this.field.grid, this.field.values, z.level, !board.hot), colour: IB.LINES[i % 4].rgb, alpha: 0.26 + 0.1 * i, order: i }));
      this.scene.paint();
    }
    this.slices.forEach((s) => s.paint());
    const entry = { part: answer.part, seconds: answer.seconds, spacing: answer.spacing_mm, milliseconds: performance.now() - asked };
    this.log.push(entry);
    // the frame after the next begins when this one is on the screen
    requestAnimationFrame(() => requestAnimationFrame(() => { entry.shown = performance.now() - asked; }));
    if (answer.part === 'growing') return;
    const figure = (name, value) => IB.make('div', { class: 'figure' }, IB.make('span', {}, name), IB.make('b', {}, value));
    const rows = [];
    if (answer.covered_percent !== undefined) {
      rows.push(figure('target', `${answer.covered_percent.toFixed(1)} %`));
      answer.margins.filter((m) => m.mm > 0).forEach((m) => rows.push(figure(`target + ${m.mm} mm`, `${m.covered_percent.toFixed(1)} %`)));
      if (answer.least_margin_mm !== null && answer.least_margin_mm !== undefined) rows.push(figure('least margin', `${answer.least_margin_mm.toFixed(1)} mm`));
    }
    board.zones.forEach((z, i) => rows.push(figure(`${board.hot ? 'above' : 'below'} ${z.name}`, `${answer.volumes_ml[i].toFixed(1)} ml`)));
    const what = answer.part === 'whole' ? 'whole protocol' : `first ${board.hot ? 'heating' : 'freeze'}, the rest follows`;
    if (board.hot && answer.covered_percent !== undefined) rows.push(IB.make('p', { class: 'note' }, 'Covered: hotter than 50 \u00b0C at some look; the laws of heat count in iceball simulate.'));
    this.results.replaceChildren(...rows);
    this.results.classList.toggle('stale', turn !== this.turn);
    this.say(`${answer.spacing_mm} mm, ${what}, ${(answer.seconds).toFixed(1)} s. ${answer.warnings.join(' ')}`);
  }

  say(text, wrong = false) { this.said.textContent = text; this.said.classList.toggle('wrong', wrong); }
};

IB.bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

IB.plan = async () => {
  const page = new IB.Planning(document.getElementById('board'));
  const board = await (await fetch('api/board')).json();
  await page.open(board);
  window.iceball = { page, ready: true };
};
