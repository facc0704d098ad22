// A small WebGL renderer: opaque meshes, nested translucent shells, turning by drag, touch and keys.
// docs/decisions says why it is not a library.
'use strict';

/** Whether the browser draws without a graphics device: smooth edges would cost more than all the rest. */
IB.drawsSlowly = () => {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return true;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
};

IB.Scene3d = class {
  constructor(canvas, centre, reach) {
    this.canvas = canvas;
    this.centre = centre;
    this.reach = reach;
    this.camera = { azimuth: -0.6, height: 0.35, zoom: 1 };
    this.meshes = new Map();
    this.cut = null;
    this.listeners = [];
    this.gl = canvas.getContext('webgl2', { antialias: !IB.drawsSlowly(), preserveDrawingBuffer: true, alpha: true });
    if (!this.gl) return;
    this.prepare();
    this.listen();
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  get works() { return !!this.gl; }

  prepare() {
    const gl = this.gl;
    const compile = (type, source) => {
      const shader = gl.createShader(type);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
      return shader;
    };
    const program = gl.createProgram();
    gl.attachShader(program, compile(gl.VERTEX_SHADER, `#version 300 es
      layout(location = 0) in vec3 point;
      layout(location = 1) in vec3 normal;
      layout(location = 2) in vec3 colour;
      uniform mat4 view; uniform mat4 lens;
      out vec3 n; out vec3 p; out vec3 c; out vec3 world;
      void main() {
        vec4 q = view * vec4(point, 1.0);
        n = mat3(view) * normal; p = q.xyz; c = colour; world = point;
        gl_Position = lens * q;
      }`));
    gl.attachShader(program, compile(gl.FRAGMENT_SHADER, `#version 300 es
      precision highp float;
      in vec3 n; in vec3 p; in vec3 c; in vec3 world;
      uniform float alpha; uniform vec4 knife;
      out vec4 shade;
      void main() {
        if (dot(knife.xyz, world) > knife.w) discard;
        vec3 eye = normalize(-p);
        vec3 m = normalize(n);
        float facing = abs(dot(m, eye));
        vec3 towards = dot(m, eye) < 0.0 ? -m : m;
        float light = 0.5 + 0.46 * max(0.0, dot(towards, normalize(vec3(-0.35, 0.6, 0.75)))) + 0.2 * max(0.0, towards.z);
        float shine = pow(max(0.0, dot(reflect(-eye, towards), normalize(vec3(-0.35, 0.6, 0.75)))), 24.0) * 0.18;
        float rim = alpha < 1.0 ? alpha + (1.0 - alpha) * 0.55 * pow(1.0 - facing, 2.5) : 1.0;
        shade = vec4((c * light + shine) * rim, rim);
      }`));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
    this.program = program;
    this.at = {};
    for (const name of ['view', 'lens', 'alpha', 'knife']) this.at[name] = gl.getUniformLocation(program, name);
  }

  /** Sets or replaces a mesh: {mesh, colour: [r, g, b] 0..1, colours?, alpha, visible, order}. */
  set(name, thing) {
    if (!this.gl) return;
    const gl = this.gl;
    const old = this.meshes.get(name);
    if (old) { old.buffers.forEach((b) => gl.deleteBuffer(b)); gl.deleteVertexArray(old.array); }
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    const buffers = [];
    const fill = (target, data) => {
      const buffer = gl.createBuffer();
      buffers.push(buffer);
      gl.bindBuffer(target, buffer);
      gl.bufferData(target, data, gl.STATIC_DRAW);
    };
    const floats = (slot, data) => {
      fill(gl.ARRAY_BUFFER, data);
      gl.enableVertexAttribArray(slot);
      gl.vertexAttribPointer(slot, 3, gl.FLOAT, false, 0, 0);
    };
    floats(0, thing.mesh.points);
    floats(1, thing.mesh.normals);
    if (thing.colours) floats(2, thing.colours);
    fill(gl.ELEMENT_ARRAY_BUFFER, thing.mesh.faces);
    gl.bindVertexArray(null);
    const visible = old ? old.visible : thing.visible !== false;
    this.meshes.set(name, { alpha: 1, order: 0, ...thing, array, buffers, visible, count: thing.mesh.faces.length });
    this.draw();
  }

  remove(prefix) {
    for (const [name, mesh] of this.meshes) {
      if (!name.startsWith(prefix)) continue;
      mesh.buffers.forEach((b) => this.gl.deleteBuffer(b));
      this.gl.deleteVertexArray(mesh.array);
      this.meshes.delete(name);
    }
    this.draw();
  }

  show(prefix, visible) {
    for (const [name, mesh] of this.meshes) if (name.startsWith(prefix)) mesh.visible = visible;
    this.draw();
  }

  draw() {
    if (this.gl && !this.asked) this.asked = requestAnimationFrame(() => { this.asked = 0; this.paint(); });
  }

  paint() {
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    const gl = this.gl, canvas = this.canvas;
    const scale = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(canvas.clientWidth * scale));
    const height = Math.max(1, Math.round(canvas.clientHeight * scale));
    if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.useProgram(this.program);
    gl.enable(gl.DEPTH_TEST);
    this.view = this.viewMatrix();
    this.lens = this.lensMatrix(width / height);
    gl.uniformMatrix4fv(this.at.view, false, this.view);
    gl.uniformMatrix4fv(this.at.lens, false, this.lens);
    gl.uniform4fv(this.at.knife, this.cut || [0, 0, 0, 1]);
    const shown = [...this.meshes.values()].filter((m) => m.visible && m.count);
    const one = (m) => {
      gl.bindVertexArray(m.array);
      if (!m.colours) gl.vertexAttrib3f(2, ...m.colour);
      gl.uniform1f(this.at.alpha, m.alpha);
      gl.drawElements(gl.TRIANGLES, m.count, gl.UNSIGNED_INT, 0);
    };
    gl.disable(gl.BLEND); gl.disable(gl.CULL_FACE); gl.depthMask(true);
    shown.filter((m) => m.alpha >= 1).forEach(one);
    // shells lie one inside the other: back sides from the outermost in, front sides from the innermost out
    const shells = shown.filter((m) => m.alpha < 1).sort((a, b) => a.order - b.order);
    gl.enable(gl.BLEND); gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA); gl.depthMask(false);
    gl.enable(gl.CULL_FACE);
    gl.cullFace(gl.FRONT); shells.forEach(one);
    gl.cullFace(gl.BACK); shells.reverse().forEach(one);
    gl.disable(gl.CULL_FACE); gl.depthMask(true);
    gl.bindVertexArray(null);
    this.listeners.forEach((f) => f());
  }

  /** The eye's direction from the centre; straight ahead is from the patient's front. */
  direction() {
    const { azimuth: a, height: e } = this.camera;
    return [Math.sin(a) * Math.cos(e), Math.cos(a) * Math.cos(e), Math.sin(e)];
  }

  viewMatrix() {
    const f = this.direction();
    const distance = 3.3 * this.reach / this.camera.zoom;
    const flat = Math.hypot(f[0], f[1]) || 1e-9;
    const right = [-f[1] / flat, f[0] / flat, 0];
    const up = [f[1] * right[2] - f[2] * right[1], f[2] * right[0] - f[0] * right[2], f[0] * right[1] - f[1] * right[0]];
    const dot = (v) => v[0] * this.centre[0] + v[1] * this.centre[1] + v[2] * this.centre[2];
    return new Float32Array([
      right[0], up[0], f[0], 0, right[1], up[1], f[1], 0, right[2], up[2], f[2], 0,
      -dot(right), -dot(up), -dot(f) - distance, 1]);
  }

  lensMatrix(aspect) {
    const near = 0.05 * this.reach, far = 12 * this.reach;
    const s = 1 / Math.tan(0.31) * Math.min(1, aspect);
    return new Float32Array([
      s / aspect, 0, 0, 0, 0, s, 0, 0,
      0, 0, (far + near) / (near - far), -1, 0, 0, 2 * far * near / (near - far), 0]);
  }

  /** Where a point is on the canvas, in CSS pixels, and how deep. */
  project(p) {
    const v = this.view, l = this.lens;
    const q = [0, 1, 2].map((r) => v[r] * p[0] + v[4 + r] * p[1] + v[8 + r] * p[2] + v[12 + r]);
    return [(l[0] * q[0] / -q[2] + 1) / 2 * this.canvas.clientWidth, (1 - l[5] * q[1] / -q[2]) / 2 * this.canvas.clientHeight, -q[2]];
  }

  /** Moves of the pointer by dx, dy [px] as a move in the plane that faces the eye at a point [mm]. */
  drag(p, dx, dy) {
    const depth = this.project(p)[2], v = this.view, l = this.lens;
    const a = 2 * dx / this.canvas.clientWidth * depth / l[0], b = -2 * dy / this.canvas.clientHeight * depth / l[5];
    return [0, 1, 2].map((c) => a * v[4 * c] + b * v[4 * c + 1]);
  }

  turn(azimuth, height) {
    this.camera.azimuth = azimuth;
    this.camera.height = Math.min(1.55, Math.max(-1.55, height));
    this.moved();
  }

  zoom(factor) {
    this.camera.zoom = Math.min(6, Math.max(0.4, this.camera.zoom * factor));
    this.moved();
  }

  moved() {
    if (this.onmove) this.onmove(this.camera);
    this.draw();
  }

  listen() {
    const canvas = this.canvas, down = new Map();
    let spread = 0;
    canvas.addEventListener('pointerdown', (e) => {
      if (this.grab && this.grab(e)) return;
      canvas.setPointerCapture(e.pointerId);
      down.set(e.pointerId, e);
    });
    canvas.addEventListener('pointermove', (e) => {
      const before = down.get(e.pointerId);
      if (!before) return;
      down.set(e.pointerId, e);
      if (down.size === 2) {
        const [a, b] = [...down.values()];
        const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
        if (spread) this.zoom(now / spread);
        spread = now;
      } else {
        this.turn(this.camera.azimuth + 0.008 * (e.clientX - before.clientX), this.camera.height + 0.008 * (e.clientY - before.clientY));
      }
    });
    for (const end of ['pointerup', 'pointercancel']) {
      canvas.addEventListener(end, (e) => { down.delete(e.pointerId); spread = 0; });
    }
    // a page that scrolls must go on scrolling over the picture
    canvas.addEventListener('wheel', (e) => {
      if (!e.ctrlKey && document.activeElement !== canvas) return;
      e.preventDefault();
      this.zoom(Math.exp(-0.0015 * e.deltaY));
    }, { passive: false });
    canvas.addEventListener('keydown', (e) => {
      const step = { ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] }[e.key];
      if (step) this.turn(this.camera.azimuth + step[0], this.camera.height + step[1]);
      else if (e.key === '+' || e.key === '=') this.zoom(1.15);
      else if (e.key === '-') this.zoom(1 / 1.15);
      else return;
      e.preventDefault();
    });
  }
};
