// The moving figures of chapter 4.
import { figure } from "./figure.js";
import { html, plot, pointed, set, shown, svg, text } from "./drawing.js";

const row = (length, place) => Array.from({ length }, (_, i) => place(i));
const digits = row(10, (k) => k);
const inks = row(64, (i) => `ink${i >> 3}${i & 7}`); // row and column

// Squares in rows of so many, each as wide as its number is large: full, or hollow where it is below 0.
function squares(stage, { left, top, cell, across, count, full }) {
  const all = row(count, () => svg("rect"));
  stage.append(svg("rect", { x: left, y: top, width: across * cell, height: (count / across) * cell, class: "frame" }), ...all);
  return (numbers, most) => all.forEach((square, i) => {
    const width = Math.min(1, Math.abs(numbers[i]) / most) * (cell - 3);
    const x = left + ((i % across) + 0.5) * cell - width / 2, y = top + (Math.floor(i / across) + 0.5) * cell - width / 2;
    set(square, { x, y, width, height: width, class: numbers[i] < 0 ? "line vermillion" : full });
  });
}

// A sheet to draw on, of 8 by 8 pixels. The pen has dots of a fourth of a pixel: as in the data, a pixel is how many of its sixteen dots
// have ink. What a pixel had before the pen came adds to that.
function sheet(stage, { left, top, cell }, { change, closed }) {
  const pixels = row(64, (i) => svg("rect", { x: left + (i % 8) * cell, y: top + Math.floor(i / 8) * cell, width: cell, height: cell, class: "full" }));
  const paper = svg("rect", { x: left, y: top, width: 8 * cell, height: 8 * cell, class: "sheet" });
  const cursor = svg("rect", { width: cell, height: cell, class: "cursor line vermillion" });
  const dots = new Int8Array(32 * 32); // 1 where the pen was last, -1 where the rubber was
  let ink = [], at = 27, rubs = false, last = null;
  stage.append(...pixels, paper, cursor);

  const dab = (x, y, changed) => {
    for (let down = Math.max(0, Math.ceil(y - 2.9)); down <= Math.min(31, y + 1.9); down++) {
      for (let along = Math.max(0, Math.ceil(x - 2.9)); along <= Math.min(31, x + 1.9); along++) {
        const dot = 32 * down + along, i = 8 * (down >> 2) + (along >> 2), more = rubs ? -1 : 1;
        if (Math.hypot(along + 0.5 - x, down + 0.5 - y) > 2.4 || dots[dot] === more) continue;
        dots[dot] = more;
        changed[inks[i]] = ink[i] = Math.min(16, Math.max(0, ink[i] + more));
      }
    }
  };
  const stroke = (event) => {
    const changed = {};
    for (const part of event.getCoalescedEvents?.().concat(event) ?? [event]) {
      const [x, y] = pointed(stage, part).map((place, i) => ((place - [left, top][i]) / cell) * 4), [x0, y0] = last ?? [x, y];
      const dabs = Math.ceil(2 * Math.hypot(x - x0, y - y0)) || 1;
      for (let d = 1; d <= dabs; d++) dab(x0 + ((x - x0) * d) / dabs, y0 + ((y - y0) * d) / dabs, changed);
      last = [x, y];
    }
    change(changed, "quietly");
  };
  const lift = () => {
    if (last) change({});
    last = null;
  };
  paper.addEventListener("touchstart", (event) => closed() || event.preventDefault()); // or the finger moves the page
  paper.addEventListener("pointerdown", (event) => {
    if (closed() || !event.isPrimary || event.button > 0) return;
    paper.setPointerCapture(event.pointerId);
    stroke(event);
  });
  paper.addEventListener("pointermove", (event) => last && event.isPrimary && stroke(event));
  paper.addEventListener("pointerup", lift);
  paper.addEventListener("pointercancel", lift);
  set(stage, { tabindex: 0, role: "application", "aria-label": "A sheet of 8 by 8 pixels: the arrow keys move, the space bar inks a pixel or wipes it" });
  const show = () => set(cursor, { x: left + (at % 8) * cell, y: top + Math.floor(at / 8) * cell });
  stage.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: at % 8 && -1, ArrowRight: at % 8 < 7 && 1, ArrowUp: at > 7 && -8, ArrowDown: at < 56 && 8, " ": 0 }[event.key];
    if (to === undefined || closed()) return;
    event.preventDefault();
    at += Number(to);
    show();
    if (event.key === " ") change({ [inks[at]]: (ink[at] = ink[at] < 16 ? 16 : 0) });
  });
  show();
  return {
    rub: (on) => (rubs = on),
    draw(numbers, untouched) {
      ink = [...numbers];
      if (untouched) dots.fill(0);
      pixels.forEach((pixel, i) => set(pixel, { "fill-opacity": ink[i] / 16 }));
    },
  };
}

figure("draw", {
  inputs: {
    seed: { least: 0, most: 9999, whole: true, book: 1 },
    row: { least: 0, most: 1797, whole: true, stays: true, empties: inks, book: 1438 },
    unit: { least: 1, most: 32, whole: true, stays: true, book: 1 },
    ...Object.fromEntries(inks.map((name, i) => [name, { label: `row ${1 + (i >> 3)}, column ${1 + (i & 7)}`, least: 0, most: 16, whole: true, stays: true, optional: true }])),
  },
  fields: { title: "The 64 pixels, from 0 to 16", rows: row(8, (r) => inks.slice(8 * r, 8 * r + 8)) },
  steps: { most: 40, of: "epoch", pace: () => 1 },
  tables: [{ title: "The ten probabilities", rows: row(5, (k) => [k, k + 5].flatMap((digit) => [`${digit} `, `p.${digit}`])) }],
  shows: ["answer", ["test_right", "right of 360"], ["unit.b", "unit’s bias"], ["unit.z", "unit’s z"], ["unit.a", "unit’s a"]],
  stage: [[500, 302], [340, 344]],
  build(stage, { change, narrow }) {
    const cell = narrow ? 20 : 22, top = 18, [left, middle] = [2, narrow ? 176 : 202];
    const panel = stage.closest(".panel"), controls = panel.querySelector("fieldset");
    const paper = sheet(stage, { left, top, cell }, { change, closed: () => controls.disabled });
    const saw = squares(stage, { left: middle, top, cell, across: 8, count: 64, full: "tip blue" });
    const units = narrow ? { left, top: 202, cell: 21, across: 16 } : { left: 406, top, cell, across: 4 };
    const hidden = squares(stage, { ...units, count: 32, full: "full" });
    const placeOf = (u) => ({ x: units.left + (u % units.across) * units.cell, y: units.top + Math.floor(u / units.across) * units.cell, width: units.cell, height: units.cell });
    const chosen = svg("rect", { class: "newest" }), sawTitle = text(middle + 4 * cell, 12);
    const bars = { top: narrow ? 268 : 224, height: 60, width: narrow ? 33.6 : 49 };
    const columns = digits.map((k) => {
      const x = left + (k + 0.5) * bars.width, bar = svg("rect", { x: x - 9, width: 18, class: "full" }), number = text(x, 0);
      stage.append(bar, number, text(x, bars.top + bars.height + 14, k));
      return { bar, number };
    });
    stage.append(chosen, text(left + 4 * cell, 12, "draw here"), sawTitle,
      text(units.left + (units.across * units.cell) / 2, units.top - 6, narrow ? "the 32 hidden units" : "hidden units"),
      svg("line", { x1: left, x2: left + 10 * bars.width, y1: bars.top + bars.height, y2: bars.top + bars.height, class: "frame" }));
    for (let u = 0; u < 32; u++) {
      const target = svg("rect", { ...placeOf(u), "fill-opacity": 0 });
      target.addEventListener("click", () => change({ unit: u + 1 }));
      stage.append(target);
    }
    const rubber = html("button", { type: "button", "aria-pressed": false }, "Rubber"), clean = html("button", { type: "button" }, "Clean sheet");
    rubber.addEventListener("click", () => (rubber.ariaPressed = paper.rub(rubber.ariaPressed !== "true")));
    clean.addEventListener("click", () => change({ row: 0 }));
    controls.prepend(html("div", { class: "buttons" }, rubber, clean));

    return (n, v) => {
      paper.draw(n.ink, inks.every((name) => v[name] === null));
      saw(n.saw, Math.max(...n.saw.map(Math.abs), 1e-9));
      hidden(n.hidden, 1);
      set(chosen, placeOf(v.unit - 1));
      sawTitle.textContent = `unit ${v.unit} saw (hollow: < 0)`;
      columns.forEach(({ bar, number }, k) => {
        const height = n[`p.${k}`] * bars.height;
        set(bar, { y: bars.top + bars.height - height, height });
        set(number, { y: bars.top + bars.height - height - 4, class: k === n.answer ? "answered" : "" });
        number.textContent = n[`p.${k}`].toFixed(2);
      });
    };
  },
  tells: (n, v, step) => `Epoch ${step}: the answer is ${n.answer}, with the probability ${shown(n[`p.${n.answer}`], 4)}.${n.label < 0 ? "" : ` Row ${v.row} is a ${n.label}.`}`,
  done: (n, v, step) => v.row === 0 && step === 40 && n.answer === 4 && n["p.4"] > 0.9,
});

figure("depth", {
  inputs: {
    layers: { label: "hidden layers", values: row(7, (l) => l), whole: true, book: 5 },
    units: { values: [4, 8, 16, 32], whole: true, book: 16 },
    activation: { choice: true, book: 0 },
    init: { choice: true, book: 0 },
    seed: { least: 0, most: 9999, whole: true, book: 1 },
  },
  steps: { most: 40, of: "epoch", pace: () => 1 },
  shows: [["gradient.first", "first layer"], ["gradient.last", "last layer"], ["ratio", "last / first"], ["test_accuracy", "test accuracy"], ["test_loss.last", "test loss"]],
  stage: [[500, 226], [340, 206]],
  build(stage, { narrow }) {
    const size = { top: 6, height: narrow ? 178 : 198 };
    const decades = [["1", 0], ["10⁻²", -2], ["10⁻⁴", -4], ["10⁻⁶", -6]].map(([words, at]) => [at, words]);
    const p = plot(stage, { ...size, left: 34, width: narrow ? 132 : 196, x: [0.5, 7.5], y: [-7, 0], xTicks: row(7, (l) => [l + 1, l + 1]), yTicks: decades,
      yLabel: narrow ? "gradient, by layer" : "gradient at the start, by layer" });
    const bars = row(7, (l) => {
      const name = svg("title"), bar = svg("rect", { x: p.x(l + 0.7), width: p.x(1.6) - p.x(1), class: "full" }, name);
      p.inside.append(bar);
      return { bar, name };
    });
    const q = plot(stage, { ...size, left: narrow ? 200 : 276, width: narrow ? 134 : 216, x: [0, 40], y: [0, 1], xLabel: "epoch", yLabel: "test accuracy" });
    const curve = q.curve("line vermillion"), now = svg("circle", { r: 4, class: "dot" });
    q.inside.append(now);
    return (n, v, step) => {
      bars.forEach(({ bar, name }, l) => {
        const there = l < n.depth;
        set(bar, { y: there ? p.y(n.decades[l]) : 0, height: there ? p.y(-7) - p.y(n.decades[l]) : 0 });
        name.textContent = there ? `layer ${l + 1}: ${n["gradient.W"][l]}` : "";
      });
      curve(n.accuracies);
      set(now, { cx: q.x(step), cy: q.y(n.test_accuracy) });
    };
  },
  tells: (n, v, step) => `At the start the last layer’s gradient is ${shown(n.ratio, 3)} times the first’s. Epoch ${step}: the test accuracy is ${shown(n.test_accuracy, 3)}.`,
  done: (n, v) => v.layers === 6 && v.activation === 0 && n.test_accuracy > 0.7,
});
