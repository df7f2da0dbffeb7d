// The moving figures of chapter 2.
import { figure } from "./figure.js";
import { map, matrices, parameters, plot, set, shown, svg } from "./drawing.js";

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
  shows: [["loss.last", "L"], ["yhat.0", "ŷ 00"], ["yhat.1", "ŷ 01"], ["yhat.2", "ŷ 10"], ["yhat.3", "ŷ 11"], "solved", ["check.error", "worst error"], ["check.wrong", "wrong slopes"]],
  tables: [{ title: "The parameters at this epoch", rows: matrices(), open: true }],
  stage: [[500, 262], [340, 176]],
  build(stage, { narrow }) {
    const draw = map(stage, { left: 20, top: 4, side: narrow ? 150 : 236 }, 48);
    const p = plot(stage, { left: narrow ? 198 : 294, top: 4, width: narrow ? 126 : 186, height: narrow ? 150 : 236, x: [0, 1], y: [0, 1], xLabel: "epoch", yLabel: "L" });
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
    ? `The gradient check finds ${n["check.wrong"]} of the 13 derivatives wrong: those by the parameters marked ✗.` : "The gradient check finds nothing wrong."}`,
  done: (n, { seed, init, method, bug, ...rest }) => n.solved > 0 && seed === 21 && init + method + bug === 0 && parameters.every((name) => rest[name] === null),
});
