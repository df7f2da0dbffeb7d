// The moving figures of chapter 3.
import { figure } from "./figure.js";
import { clicked, matrices, plot, set, shown, svg, text } from "./drawing.js";

// Where one of several is now, in the colour of its line.
const ring = (style) => svg("circle", { r: 4, class: `ring ${style.split(" ")[0]}` });
// A table of what is compared, a column each: of each these numbers.
const table = (compared, numbers) => ({
  rows: [["", ...compared], ...numbers.map(([label, name]) => [label, ...compared.map(([, , of]) => `${of}.${name}`)])],
});

const losses = [["half the square", "ink", "half"], ["cross-entropy", "blue dashed", "bce"]];

figure("losses", {
  inputs: {
    z: { least: -10, most: 10, book: -8 },
    y: { choice: true, book: 1 },
    lr: { values: [0.1, 0.2, 0.5, 1, 2, 5], book: 1 },
  },
  steps: { most: 5000, of: "step" },
  tables: [table(losses, [["z", "z"], ["ŷ", "yhat"], ["L", "L"], ["∂L/∂z", "dL_dz"]])],
  shows: [],
  stage: [[500, 280], [340, 280]],
  build(stage, { change, narrow }) {
    const drawn = [["L", "L", "losses", [-0.4, 10]], ["∂L/∂z", "dL_dz", "slopes", [-1.1, 1.1]]].flatMap(([label, name, along, y], i) => {
      const top = [6, 146][i], yTicks = [[[0, "0"], [10, "10"]], [[-1, "−1"], [1, "1"]]][i];
      const p = plot(stage, { left: 46, top, width: narrow ? 285 : 440, height: 112, x: [-10, 10], y, yTicks, xLabel: "z" });
      stage.append(text(40, top + 60, label, "", "end"));
      if (i === 0) clicked(stage, p, (z) => change({ z: Number(z.toFixed(1)) }));
      return losses.map(([, style, of]) => {
        const curve = p.curve(`line ${style}`), now = ring(style);
        p.inside.append(now);
        return (n) => {
          curve(n[`${of}.${along}`]);
          set(now, { cx: p.x(n[`${of}.z`]), cy: p.y(n[`${of}.${name}`]) });
        };
      });
    });
    return (n) => drawn.forEach((draw) => draw(n));
  },
  tells(n) {
    const [half, bce] = ["half", "bce"].map((of) => `z = ${shown(n[`${of}.z`], 4)} with the slope ${shown(n[`${of}.dL_dz`], 3)}`);
    return `Half the square is at ${half}, cross-entropy at ${bce}.`;
  },
  done: (n, { y }, step) => step === 0 && y === 1 && n["half.dL_dz"] < -0.148,
});

// Lines over the plot p, each of which ends where one of several is now.
function trails(p, compared) {
  const drawn = compared.map(([, style, of]) => [of, svg("polyline", { class: `line ${style}` }), ring(style)]);
  p.inside.append(...drawn.map(([, line]) => line), ...drawn.map(([, , now]) => now));
  return (placesOf) => drawn.forEach(([of, line, now], at) => {
    const places = placesOf(of, at).map(([x, y]) => [p.x(x), p.y(y)]);
    set(line, { points: places.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ") });
    set(now, { cx: places.at(-1)[0], cy: places.at(-1)[1] });
  });
}
const row = (length, place) => Array.from({ length }, (_, i) => place(i));

const walks = [
  ["plain descent", "vermillion dash-dotted", "gd"], ["momentum", "blue dashed", "momentum"], ["RMS", "ink", "rms"], ["Adam", "green dotted", "adam"],
];

figure("valley", {
  inputs: {
    alpha: { label: "α", least: -10.5, most: 4.5, book: -9 },
    gamma: { label: "γ", least: -1.2, most: 1.2, book: 0.8 },
    lr: { values: [0.001, 0.002, 0.005, 0.01, 0.019, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.38, 0.5, 1], book: 0.019 },
    beta1: { label: "β₁", values: [0, 0.5, 0.8, 0.9, 0.95, 0.99], book: 0.9 },
    beta2: { label: "β₂", values: [0, 0.5, 0.9, 0.99, 0.999, 0.9999], book: 0.999 },
  },
  steps: { most: 200, of: "step", pace: () => 1 },
  tables: [table(walks, [["α", "alpha"], ["γ", "gamma"], ["f", "f"]])],
  shows: [["epsilon", "ε̂"]],
  stage: [[500, 270], [340, 250]],
  build(stage, { change, narrow }) {
    const size = narrow ? { width: 295, height: 222 } : { width: 455, height: 242 };
    const p = plot(stage, { left: 34, top: 6, ...size, x: [-10.5, 4.5], y: [-1.2, 1.2], xLabel: "α" });
    stage.append(text(28, 120, "γ", "", "end"));
    clicked(stage, p, (alpha, gamma) => change({ alpha: Number(alpha.toFixed(1)), gamma: Number(gamma.toFixed(2)) }));
    const rings = row(5, () => svg("ellipse", { cx: p.x(0), cy: p.y(0), class: "frame" }));
    p.inside.append(...rings);
    const trail = trails(p, walks);
    return (n) => {
      rings.forEach((it, i) => set(it, { rx: p.x(n.rings[2 * i]) - p.x(0), ry: p.y(0) - p.y(n.rings[2 * i + 1]) }));
      trail((of, w) => row(n.steps[w] + 1, (t) => n[`${of}.path`].slice(2 * t, 2 * t + 2)));
    };
  },
  tells(n, inputs, step) {
    const left = walks.map(([label, , of], w) => `${label} ${n.steps[w] < step ? `thrown out at step ${n.steps[w]}` : shown(n[`${of}.f`], 3)}`);
    return `Heights: ${left.join(", ")}.`;
  },
  done: (n, inputs, step) => step === 200 && n.steps[0] < step && walks.slice(1).every(([, , of]) => n[`${of}.f`] < 1e-6),
});

const racers = [
  ["descent, ½Σ", "ink", "gd-half"], ["descent, BCE", "blue dashed", "gd-bce"],
  ["Adam, ½Σ", "vermillion dash-dotted", "adam-half"], ["Adam, BCE", "green dotted", "adam-bce"],
];
const results = [["L", "loss.last"], ...["00", "01", "10", "11"].map((row, n) => [`ŷ\u00a0${row}`, `yhat.${n}`]), ["solved", "solved"]];

figure("four", {
  inputs: {
    seed: { least: 0, most: 9999, whole: true, book: 1 },
    init: { choice: true, book: 3 },
    lr_gd: { label: "lr, descent", values: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20], book: 0.5 },
    lr_adam: { label: "lr, Adam", values: [1e-4, 2e-4, 5e-4, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1], book: 0.01 },
    look: { label: "look at", choice: true, stays: true, book: 3 },
  },
  steps: { most: 10000, of: "epoch" },
  tables: [table(racers, results), { title: "The parameters of the one that is looked at", rows: matrices() }],
  shows: [],
  stage: [[500, 250], [340, 220]],
  build(stage, { narrow }) {
    const xTicks = ["1", "10", "100", "1,000", "10,000"].map((epoch, decades) => [decades, epoch]);
    const p = plot(stage, { left: 34, top: 6, width: narrow ? 290 : 450, height: narrow ? 192 : 222, x: [-0.06, 4.06], y: [-0.02, 0.7],
      xTicks, yTicks: [[0, "0"], [0.25, "¼"], [0.5, "½"]], yLabel: "half the sum of the squared errors, by epoch" });
    const trail = trails(p, racers);
    return (n) => trail((of) => row(n.drawn, (i) => [n.decades[i], n[`${of}.missed`][i]]));
  },
  tells(n) {
    const solved = racers.filter(([, , of]) => n[`${of}.solved`]).map(([label]) => label);
    return solved.length ? `Solved by: ${solved.join("; ")}.` : "None of the four has solved it.";
  },
  done: (n, inputs, epoch) => epoch === 10000 && n["gd-half.solved"] && n["gd-bce.solved"] && !n["adam-bce.solved"],
});
