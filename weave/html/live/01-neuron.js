// The moving figures of chapter 1.
import { figure } from "./figure.js";
import { plot, set, shown, svg } from "./drawing.js";

const rates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

figure("neuron", {
  inputs: {
    w: { least: -6, most: 6, book: 0.6 },
    b: { least: -6, most: 6, book: -0.2 },
    x: { least: -3, most: 3, book: 1.5 },
    y: { least: 0, most: 1, book: 1 },
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
      const [above, below] = [svg("text", { x, y: 22, "text-anchor": "middle" }), svg("text", { x, y: 90, "text-anchor": "middle", class: "blue" })];
      stage.append(svg("circle", { cx: x, cy: 52, r: 17, class: "node" }), svg("text", { x, y: 57, "text-anchor": "middle" }, ["w, b", "z", "ŷ", "L"][i]), above, below);
      if (i > 0) stage.append(svg("line", { x1: nodes[i - 1] + 17, y1: 52, x2: x - 17, y2: 52, class: "line" }));
      return [above, below];
    });
    return (n, { x }) => {
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
