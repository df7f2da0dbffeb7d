// The moving figures of chapter 1.
import { figure } from "./figure.js";
import { clicked, plane, plot, set, shown, svg, text } from "./drawing.js";

const rates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
const sample = { x: { least: -3, most: 3, book: 1.5 }, y: { least: 0, most: 1, book: 1 } };
// A neuron and its sample, as in the book.
const neuron = (far, more) => ({ w: { least: -far, most: far, ...more, book: 0.6 }, b: { least: -far, most: far, ...more, book: -0.2 }, ...sample });

figure("neuron", {
  inputs: {
    ...neuron(6),
    lr: { values: rates, book: 0.5 },
  },
  steps: { most: 1000, of: "step" },
  shows: ["w", "b", "z", ["yhat", "ŷ"], "L", ["dL_dyhat", "∂L/∂ŷ"], ["dyhat_dz", "∂ŷ/∂z"], ["dL_dz", "∂L/∂z"], ["dL_dw", "∂L/∂w"], ["dL_db", "∂L/∂b"]],
  stage: [[500, 300], [340, 300]],
  build(stage, { narrow }) {
    const [width, nodes] = narrow ? [285, [40, 120, 200, 290]] : [440, [60, 190, 320, 440]];
    const p = plot(stage, { left: 42, top: 120, width, height: 155, x: [-6, 6], y: [0, 0.5], xLabel: "w", yLabel: "L" });
    const curve = p.curve("line blue"), tangent = p.curve("line vermillion");
    const point = svg("circle", { r: 5, class: "dot" });
    p.inside.append(point);
    const said = nodes.map((x, i) => {
      const [above, below] = [text(x, 22), text(x, 90, "", "blue")];
      stage.append(svg("circle", { cx: x, cy: 52, r: 17, class: "node" }), text(x, 57, ["w, b", "z", "ŷ", "L"][i]), above, below);
      if (i > 0) stage.append(svg("line", { x1: nodes[i - 1] + 17, y1: 52, x2: x - 17, y2: 52, class: "line" }));
      return [above, below];
    });
    return (n) => {
      curve(n.curve);
      tangent(n.tangent);
      set(point, { cx: p.x(n.w), cy: p.y(n.L) });
      const forward = [`${shown(n.w, 3)}, ${shown(n.b, 3)}`, shown(n.z, 4), shown(n.yhat, 4), shown(n.L, 4)];
      const backward = [shown(n.dL_dw, 3), shown(n.dL_dz, 3), shown(n.dL_dyhat, 3), "1"];
      said.forEach(([above, below], i) => {
        above.textContent = forward[i];
        below.textContent = backward[i];
      });
    };
  },
  tells: (n) => `The loss is ${shown(n.L)}, and its slope by w ${shown(n.dL_dw)}.`,
  done: (n, { w, b }, step) => step === 1 && w === 0.6 && b === -0.2 && n.L < 0.001,
});

figure("bowl", {
  inputs: {
    ...neuron(5),
    lr: { values: rates, book: 0.5 },
  },
  steps: { most: 1000, of: "step" },
  shows: ["w", "b", "z", ["yhat", "ŷ"], "L", ["dL_dw", "∂L/∂w"], ["dL_db", "∂L/∂b"]],
  stage: [[500, 330], [340, 300]],
  build(stage, { change, narrow }) {
    const [left, side] = narrow ? [45, 265] : [115, 295];
    const p = plot(stage, { left, top: 8, width: side, height: side, x: [-5, 5], y: [-5, 5], xLabel: "w", yLabel: "b" });
    const [shades, shade] = plane(41, 41, { x: left, y: 8, width: side, height: side }, (height) => [0, 114, 178, 400 * height]);
    p.inside.append(shades);
    stage.append(text(left + side - 6, 22, "the darker, the larger the loss", "over", "end"));
    let walked, before;
    const [path, other] = ["vermillion", "grey"].map((colour) => svg("polyline", { class: `line ${colour}` }));
    const [start, now] = [4, 6].map((r) => svg("circle", { r, class: "dot" }));
    p.inside.append(other, path, start, now);
    clicked(stage, p, (w, b) => change({ w: Number(w.toFixed(2)), b: Number(b.toFixed(2)) }));
    return (n, { w, b }) => {
      shade(n.plane);
      // The path from the start before this one stays, to be compared.
      if (before && before !== `${w} ${b}`) set(other, { points: walked });
      before = `${w} ${b}`;
      walked = Array.from(n.path_w, (wi, i) => `${p.x(wi).toFixed(1)},${p.y(n.path_b[i]).toFixed(1)}`).join(" ");
      set(path, { points: walked });
      set(start, { cx: p.x(w), cy: p.y(b) });
      set(now, { cx: p.x(n.w), cy: p.y(n.b) });
    };
  },
  tells: (n, _, step) => `After ${step} steps w is ${shown(n.w)}, b ${shown(n.b)} and the loss ${shown(n.L)}.`,
  done: (n, { x, y, lr }, step) => step === 1000 && lr === 0.5 && x === 1.5 && y === 1 && n.L > 0.4,
});

figure("nudge", {
  inputs: neuron(6, { stays: true }),
  steps: { most: 44, of: "step", wait: 100 },
  shows: ["nudge", ["analytic", "∂L/∂w", 11], ["central", "nudged", 11], ["one_sided", "one-sided", 11], "error"],
  stage: [[500, 280], [340, 280]],
  build(stage, { narrow }) {
    const p = plot(stage, { left: 42, top: 8, width: narrow ? 285 : 445, height: 240, x: [-14.3, -0.9], y: [-15.7, 2],
      xTicks: [-14, -11, -8, -5, -2].map((at) => [at, shown(at)]), yTicks: [-15, -10, -5, 0].map((at) => [at, shown(at)]),
      yLabel: "powers of ten: the relative error, over the nudge" });
    stage.append(text(p.x(-2.6), p.y(-0.6), "one-sided", "", "end"), text(p.x(-2.4), p.y(-9), "central", "blue"));
    const central = p.curve("line blue"), oneSided = p.curve("line grey");
    const [dot, other] = [5, 4].map((r) => svg("circle", { r, class: "dot" }));
    p.inside.append(other, dot);
    return (n) => {
      central(n.central_curve.toReversed());
      oneSided(n.one_sided_curve.toReversed());
      set(dot, { cx: p.x(n.log_nudge), cy: p.y(n.log_error) });
      set(other, { cx: p.x(n.log_nudge), cy: p.y(n.log_error_one) });
    };
  },
  tells: (n) => `A nudge of ${shown(n.nudge)} gives ${shown(n.central, 10)}: off by ${shown(n.error, 3)} of the slope.`,
  done: (n, { w }, step, moving) => n.best === 1 && w >= 4 && !moving,
});
