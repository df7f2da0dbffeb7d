// The moving figures of chapter 3.
import { figure } from "./figure.js";
import { clicks, plot, set, shown, svg } from "./drawing.js";

// Where one of several is now, in the colour of its line.
const ring = (style) => svg("circle", { r: 4, class: `ring ${style.split(" ")[0]}` });
const text = (x, y, words, anchor = "start") => svg("text", { x, y, "text-anchor": anchor }, words);
// A table of what is compared, a column each: of each these numbers.
const table = (compared, numbers) => ({
  columns: compared,
  rows: numbers.map(([label, name]) => [label, ...compared.map(([, , of]) => `${of}.${name}`)]),
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
      stage.append(text(40, top + 60, label, "end"));
      if (i === 0) clicks(stage, (x) => change({ z: Number(p.at(x, 0)[0].toFixed(1)) }));
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
