// The moving figures of chapter 2.
import { figure } from "./figure.js";
import { html, map, matrices, parameters, plot, set, shown, svg, text } from "./drawing.js";

const rates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 6, 10, 20, 50];
const drawn = { optional: true, least: -1000, most: 1000 };

figure("training", {
  inputs: {
    seed: { whole: true, least: 0, most: 999999, book: 1 },
    init: { choice: true, book: 0 },
    method: { choice: true, book: 0 },
    lr: { values: rates, book: 0.5 },
    bug: { choice: true, book: 0 },
    ...Object.fromEntries(parameters.map((name) => [name, drawn])),
  },
  fields: { title: "The start, where you change it", rows: matrices() },
  steps: { most: 10000, of: "epoch" },
  shows: [["loss.last", "L"], ["yhat.0", "ŷ 00"], ["yhat.1", "ŷ 01"], ["yhat.2", "ŷ 10"], ["yhat.3", "ŷ 11"], "solved",
    ["check.error", "check: error"], ["check.wrong", "check: wrong"]],
  tables: [{ title: "The parameters at this epoch", rows: matrices(), open: true }],
  stage: [[500, 262], [340, 176]],
  build(stage, { narrow }) {
    const draw = map(stage, { left: 20, top: 4, side: narrow ? 150 : 236 }, 48);
    const place = narrow ? { left: 198, width: 126, height: 150 } : { left: 294, width: 186, height: 236 };
    const p = plot(stage, { ...place, top: 4, x: [0, 1], y: [0, 1], xLabel: "epoch", yLabel: "L" });
    p.inside.append(...[0.25, 0.5].map((loss) => svg("line", { x1: p.x(0), x2: p.x(1), y1: p.y(loss), y2: p.y(loss), class: "frame" })));
    const curve = p.curve("line vermillion"), point = svg("circle", { r: 4, class: "dot" });
    p.inside.append(point);
    const cells = parameters.map((name) => stage.closest(".panel").querySelector(`[data-name="${name}"]`));
    return (n, inputs, step) => {
      draw(n.plane);
      curve(n.losses);
      p.end.textContent = shown(n.end);
      set(point, { cx: p.x(step / n.end), cy: p.y(n["loss.last"]) });
      cells.forEach((cell, k) => cell.classList.toggle("wrong", n.wrong[k] > 0));
    };
  },
  tells: (n, inputs, step) => `Epoch ${step}: the loss is ${shown(n["loss.last"])}, XOR is ${n.solved ? "" : "not "}solved. ${n["check.wrong"]
    ? `The gradient check finds ${n["check.wrong"]} of the 13 derivatives wrong: those by the parameters marked !.` : "The gradient check finds nothing wrong."}`,
  done: (n, { seed, init, method, bug, ...rest }) => n.solved > 0 && seed === 21 && init + method + bug === 0 && parameters.every((name) => rest[name] === null),
});

// What cancels but for rounding is 0, as in the text.
const short = (number, digits) => shown(Math.abs(number) < 1e-15 ? 0 : number, digits), four = (number) => short(number, 4);
const times = (...numbers) => numbers.map((number) => (number < 0 ? `(${four(number)})` : four(number))).join(" · ");
const plus = (...terms) => terms.join(" + ").replaceAll("+ −", "− ");
const three = (made) => [0, 1, 2].map(made);
const prime = (a) => `${four(a)} · (1 − ${four(a)})`;

// The pass of one row: what each step lights (blue where it goes back, without a point where it stays), and how it comes by each
// number. Formula and lines of C stand in the chapter.
const passes = [
  { lit: "x", numbers: () => [] },
  { lit: "x-h",
    numbers: (n, v) => three((j) => [`z1[${j}]`, plus(...[0, 1].map((i) => times(n[`x[${i}]`], v[`W1[${i}][${j}]`])), four(v[`b1[${j}]`]))]) },
  { lit: "h", numbers: (n) => three((j) => [`h[${j}]`, `σ(${four(n[`z1[${j}]`])})`]) },
  { lit: "h-y", numbers: (n, v) => [["z2", plus(...three((j) => times(n[`h[${j}]`], v[`W2[${j}]`])), four(v.b2))]] },
  { lit: "y", numbers: (n) => [["yhat", `σ(${four(n.z2)})`]] },
  { lit: "y-L", numbers: (n) => [["loss", `½ · (${four(n.yhat)} − ${n.y})²`]] },
  { lit: "y-L", back: true, numbers: (n) => [["dL_dyhat", `${four(n.yhat)} − ${n.y}`]] },
  { lit: "y", back: true, numbers: (n) => [["dyhat_dz2", prime(n.yhat)], ["dL_dz2", times(n.dL_dyhat, n.dyhat_dz2)]] },
  { lit: "h-y", back: true, stays: true,
    numbers: (n) => [...three((j) => [`dL_dW2[${j}]`, times(n.dL_dz2, n[`h[${j}]`])]), ["dL_db2", "dL_dz2"]] },
  { lit: "h-y", back: true, numbers: (n, v) => three((j) => [`dL_dh[${j}]`, times(n.dL_dz2, v[`W2[${j}]`])]) },
  { lit: "h", back: true,
    numbers: (n) => [...three((j) => [`dh_dz1[${j}]`, prime(n[`h[${j}]`])]),
      ...three((j) => [`dL_dz1[${j}]`, times(n[`dL_dh[${j}]`], n[`dh_dz1[${j}]`])])] },
  { lit: "x-h", back: true, stays: true,
    numbers: (n) => [...[0, 1].flatMap((i) => three((j) => [`dL_dW1[${i}][${j}]`, times(n[`dL_dz1[${j}]`], n[`x[${i}]`])])),
      ...three((j) => [`dL_db1[${j}]`, `dL_dz1[${j}]`])] },
];
const worked = [0.5, -0.4, 0.3, 0.2, 0.6, -0.7, 0.1, -0.2, 0.05, 0.4, -0.5, 0.6, -0.1];

figure("pass", {
  inputs: {
    row: { choice: true, stays: true, book: 3 },
    ...Object.fromEntries(parameters.map((name, k) => [name, { least: -1000, most: 1000, stays: true, book: worked[k] }])),
  },
  fields: { title: "The parameters", rows: matrices() },
  steps: { most: passes.length - 1, of: "step", wait: 900 },
  shows: [],
  tables: [{ title: "This row’s derivatives", rows: matrices("dL_d") }],
  stage: [[500, 300], [340, 276]],
  build(stage, { narrow, steps }) {
    const across = narrow ? [18, 124, 234, 312] : [40, 196, 350, 460], middle = narrow ? 140 : 152, apart = narrow ? 96 : 108;
    const layers = { x: [-0.5, 0.5], h: [-1, 0, 1], y: [0], L: [0] }, size = { x: 14, h: 24, y: 24, L: 24 };
    const pointed = { viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 5, markerHeight: 5, orient: "auto-start-reverse" };
    const tip = (id, style) => svg("marker", { ...pointed, id, class: style }, svg("path", { d: "M0 0 8 4 0 8z" }));
    stage.append(tip("tip-there", "tip"), tip("tip-back", "tip blue"));
    // Units are circles with a number that flows forward, one that flows back, and a name.
    const units = {}, arrows = [];
    Object.entries(layers).forEach(([kind, rows], column) => {
      units[kind] = rows.map((row, k) => {
        const x = across[column], y = middle + row * apart;
        const name = text(x, k === 2 ? y + 38 : y - size[kind] - 6, `${{ x: "x", h: "h", y: "ŷ", L: "L" }[kind]}${rows.length > 1 ? "₁₂₃"[k] : ""}`, "over");
        const circle = svg("circle", { cx: x, cy: y, r: size[kind] }), there = text(x, y + (kind === "h" || kind === "y" ? -1 : 4));
        return { x, y, kind, name, word: name.textContent, circle, there, back: text(x, y + 13, "", "blue") };
      });
    });
    for (const [from, to, named] of [["x", "h", (i, j) => `W1[${i}][${j}]`], ["h", "y", (j) => `W2[${j}]`], ["y", "L", () => ""]]) {
      units[from].forEach((tail, i) => units[to].forEach((head, j) => {
        const right = head.x - tail.x, down = head.y - tail.y, far = Math.hypot(right, down);
        const on = (part) => [tail.x + right * part, tail.y + down * part];
        const [[x1, y1], [x2, y2], [x, y]] = [on(size[from] / far), on(1 - size[to] / far), on(from === "x" ? 0.24 : 0.42)];
        arrows.push({ kind: `${from}-${to}`, weight: named(i, j), line: svg("line", { x1, y1, x2, y2 }), label: text(x, y + 4, "", "over") });
      }));
    }
    const all = Object.values(units).flat();
    stage.append(...arrows.map(({ line }) => line), ...all.flatMap(({ circle, there, back, name }) => [circle, there, back, name]), ...arrows.map(({ label }) => label));
    const explained = html("div", { class: "explained" });
    stage.closest(".panel").querySelector("fieldset").after(explained); // so that the buttons stay where they are

    return (n, v, step) => {
      const { lit, back, stays, numbers } = passes[step];
      const style = (kind) => (kind === lit ? `lit${back ? " blue" : ""}` : "");
      for (const { kind, circle } of all) set(circle, { class: `node ${style(kind)}` });
      for (const { kind, line, weight, label } of arrows) {
        const points = kind === lit && !stays;
        set(line, { class: `line ${style(kind)}`, "marker-end": points && !back ? "url(#tip-there)" : "", "marker-start": points && back ? "url(#tip-back)" : "" });
        label.textContent = weight && four(v[weight]);
      }
      // The number of the last of these steps that has come.
      const reached = (steps) => steps.findLast(([first]) => step >= first)?.[1];
      const say = (unit, there, back, named) => {
        const [forward, backward] = [reached(there), reached(back)];
        unit.there.textContent = forward === undefined ? "" : four(forward);
        unit.back.textContent = backward === undefined ? "" : short(backward, 3);
        unit.name.textContent = unit.word + named;
      };
      units.x.forEach((unit, i) => say(unit, [[0, n[`x[${i}]`]]], [], ""));
      units.h.forEach((unit, j) => say(unit, [[1, n[`z1[${j}]`]], [2, n[`h[${j}]`]]], [[9, n[`dL_dh[${j}]`]], [10, n[`dL_dz1[${j}]`]]],
        `, bias ${four(v[`b1[${j}]`])}`));
      say(units.y[0], [[3, n.z2], [4, n.yhat]], [[6, n.dL_dyhat], [7, n.dL_dz2]], `, bias ${four(v.b2)}`);
      say(units.L[0], [[5, n.loss]], [], `, target ${n.y}`);
      const found = (name) => html("data", { "data-name": name, value: n[name] }, short(n[name], 5));
      const lines = numbers(n, v).map(([name, way]) => html("div", {}, `${name} = ${way} = `, found(name)));
      explained.replaceChildren(...(steps[step - 1] ?? []), html("div", { class: "worked" }, ...lines));
    };
  },
  tells: (n, v, step) => {
    const found = {}; // dL_dz1: its three numbers
    for (const [name] of passes[step].numbers(n, v)) (found[name.split("[")[0]] ??= []).push(four(n[name]));
    return `${[`Step ${step} of 11`, ...Object.entries(found).map(([name, numbers]) => `${name} is ${numbers.join(", ")}`)].join("; ")}.`;
  },
  done: (n, v, step) => n["dL_dz1[1]"] === 0 && step >= 10,
});

// How many starts ended how: a square each.
figure("tally", {
  inputs: {
    init: { choice: true, book: 0 },
    method: { choice: true, book: 0 },
    lr: { values: rates, book: 0.5 },
    epochs: { values: [100, 200, 500, 1000, 2000, 5000, 10000], whole: true, book: 10000 },
    seed: { whole: true, least: 0, most: 999999, book: 1 },
  },
  steps: { most: 500, of: "starts", pace: (now) => (now < 100 ? 1 : 2) },
  shows: ["starts", "solved", "diverged", ["solved.share", "share"], ["solved.low", "from"], ["solved.high", "to"]],
  stage: [[500, 275], [340, 296]],
  build(stage, { narrow }) {
    const [side, high, left] = narrow ? [4, 8, 80] : [5, 6, 85], width = Math.ceil(500 / high) * side, band = (high + (narrow ? 2 : 1)) * side;
    const near = ["0", "1/3", "½", "2/3", "1", "–"]; // as many_starts.h counts them
    const tile = (style) => svg("pattern", { id: `tile-${style}`, width: side, height: side, patternUnits: "userSpaceOnUse" },
      svg("rect", { width: side - 1, height: side - 1, class: style }));
    const under = band + 4 * side;
    const bands = [0, 1, 2, 3, 4, 5].map((k) => {
      const top = k === 0 ? 0 : under + (k - 1) * band;
      const label = (down) => text(left - 8, top + down, "", "", "end");
      return { top, bar: svg("path", { fill: `url(#tile-${k === 0 ? "good" : "bad"})` }), name: label(12), count: label(26) };
    });
    const newest = svg("rect", { width: side + 1, height: side + 1, class: "newest" });
    const axis = under + 5 * band + 12, x = (share) => left + share * width;
    const line = (style) => svg("line", { class: style, y1: axis, y2: axis, x1: left, x2: left + width });
    const sure = line("interval"), point = svg("circle", { cy: axis, r: 3, class: "dot" });
    stage.append(tile("good"), tile("bad"), ...bands.flatMap(({ bar, name, count }) => [bar, name, count]), newest, line("frame"), sure, point,
      text(left, under - 6, "not solved, by the four answers (–: elsewhere)", "", "start"), text(left, axis + 17, "0", "", "start"),
      text(left + width / 2, axis + 17, "share solved, 95% interval"), text(left + width, axis + 17, "1", "", "end"));
    return (n) => {
      const place = (top, k) => [left + Math.floor(k / high) * side, top + (k % high) * side];
      [n.solved, ...n.counts].forEach((count, k) => {
        const { top, bar, name, count: said } = bands[k];
        const [x0, y0] = place(top, count);
        set(bar, { d: `M${left} ${top}V${top + high * side}H${x0}V${y0}h${y0 > top ? side : 0}V${top}z` });
        name.textContent = k === 0 ? "solved" : count > 0 ? Array.from(n.near.slice(4 * k - 4, 4 * k), (value) => near[value]).join(" ") : "";
        said.textContent = k === 0 || count > 0 ? count : "";
        if (k === n.newest) {
          const [px, py] = place(top, count - 1);
          set(newest, { x: px - 1, y: py - 1 });
        }
      });
      newest.style.display = n.newest < 0 ? "none" : "";
      set(sure, { x1: x(n["solved.low"]), x2: x(n["solved.high"]) });
      set(point, { cx: x(n["solved.share"]) });
    };
  },
  tells: (n) => `Of ${n.starts} starts ${n.solved} are solved; the interval goes from ${shown(n["solved.low"], 3)} to ${shown(n["solved.high"], 3)}.`,
  done: (n, { epochs, seed }) => n.starts >= 100 && n.solved === n.starts && epochs <= 500 && seed === 1,
});
