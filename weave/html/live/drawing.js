// What the moving figures are drawn with.

// An element, of HTML or of SVG, with its attributes and what stands in it.
export function html(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
  set(element, attributes);
  element.append(...children);
  return element;
}

export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

export function text(x, y, words = "", style = "", anchor = "middle") {
  return svg("text", { x, y, class: style, "text-anchor": anchor }, words);
}

// A number as it is shown: six digits, and a true minus.
export function shown(number, digits = 6) {
  const size = Math.abs(number);
  const text = size === 0 ? "0" : size >= 1e-4 && size < 1e6 ? String(Number(number.toPrecision(digits))) : Number(number.toPrecision(digits - 2)).toExponential();
  return text.replace(/-/g, "−");
}

// A plot with axes inside a stage of this width and height: x and y give places, `curve` draws numbers as a curve over its width.
// Ticks are pairs of a number and what stands there; without any, the ends are named.
export function plot(stage, { left = 40, top = 12, width, height, x: [x0, x1], y: [y0, y1], xTicks, yTicks, xLabel = "", yLabel = "" }) {
  const x = (number) => left + ((number - x0) / (x1 - x0)) * width;
  const y = (number) => top + ((y1 - Math.min(Math.max(number, y0 - 99 * (y1 - y0)), y1 + 99 * (y1 - y0))) / (y1 - y0)) * height;
  const clip = svg("clipPath", { id: `clip-${Math.random().toString(36).slice(2)}` }, svg("rect", { x: left, y: top, width, height }));
  const inside = svg("g", { "clip-path": `url(#${clip.id})` });
  const end = text(left + width, top + height + 14, xTicks ? "" : shown(x1));
  stage.append(clip, svg("rect", { x: left, y: top, width, height, class: "frame" }), inside,
    end, ...(xTicks ?? [[x0, shown(x0)]]).map(([at, words]) => text(x(at), top + height + 14, words)),
    text(left + width / 2, top + height + 14, xLabel),
    ...(yTicks ?? [y0, y1].map((end) => [end, shown(end)])).map(([at, words]) => text(left - 5, Math.max(y(at) + 4, top + 9), words, "", "end")),
    text(left + 5, top + 12, yLabel, "", "start"));
  const point = (number, i, all) => (Number.isFinite(number) ? `${x(x0 + ((x1 - x0) * i) / (all.length - 1)).toFixed(1)},${y(number).toFixed(1)} ` : "");
  const points = (numbers) => Array.from(numbers, (number, i) => point(number, i, numbers)).join("");
  const curve = (style) => {
    const drawn = svg("polyline", { class: style });
    inside.append(drawn);
    return (numbers) => set(drawn, { points: points(numbers) });
  };
  return { x, y, inside, curve, end, at: (px, py) => [x0 + ((px - left) / width) * (x1 - x0), y1 - ((py - top) / height) * (y1 - y0)] };
}

// A plane of colours in a box, and its place in a drawing: `colour` makes red, green, blue and opacity of each of so many numbers, row
// by row, the uppermost first.
export function plane(columns, rows, box, colour) {
  const canvas = html("canvas", { width: columns, height: rows }), pen = canvas.getContext("2d");
  const picture = pen.createImageData(columns, rows);
  const draw = (numbers) => {
    numbers.forEach((number, i) => picture.data.set(colour(number), 4 * i));
    pen.putImageData(picture, 0, 0);
  };
  return [svg("foreignObject", box, canvas), draw];
}

// Where a pointer is, in the units of the stage.
export function pointed(stage, { clientX, clientY }) {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(stage.getScreenCTM().inverse());
  return [x, y];
}

// What is clicked on a plot, in its numbers.
export function clicked(stage, p, act) {
  stage.classList.add("clicked");
  stage.addEventListener("click", (event) => act(...p.at(...pointed(stage, event))));
}

// A map of the inputs from -1/4 to 5/4 in a square of the stage, with the four rows of XOR, filled where the target is 1. It draws
// answers, so many in a row, the uppermost row first: blue below 1/2, orange above, and the line of 1/2 (of a cell on whose edges it
// stands, from edge to edge).
export function map(stage, { left, top, side }, across) {
  let low, high;
  const hue = (name) => [1, 3, 5].map((at) => parseInt(getComputedStyle(stage).getPropertyValue(name).slice(at, at + 2), 16));
  const [shades, shade] = plane(across, across, { x: left, y: top, width: side, height: side },
    (answer) => [...(answer > 0.5 ? high : low), 400 * Math.abs(answer - 0.5)]);
  const line = svg("path", { class: "line" }), cell = side / across;
  const x = (x1) => left + cell / 2 + ((x1 + 0.25) / 1.5) * (side - cell), y = (x2) => top + side - (x(x2) - left);
  stage.append(shades, line,
    svg("rect", { x: left, y: top, width: side, height: side, class: "frame" }),
    ...[0, 1].flatMap((at) => [text(x(at), top + side + 14, at), text(left - 8, y(at) + 4, at)]),
    text(x(0.5), top + side + 14, "x₁"), text(left - 9, y(0.5) + 4, "x₂"));
  for (const [x1, x2] of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
    const at = { cx: x(x1), cy: y(x2) };
    stage.append(svg("circle", { ...at, r: 8, class: "halo" }), svg("circle", { ...at, r: 5, class: x1 === x2 ? "target" : "target full" }));
  }

  // Where the line of 1/2 crosses the edge from a corner to the next, if it does.
  const crossing = (answers, [c0, r0], [c1, r1]) => {
    const from = answers[r0 * across + c0] - 0.5, to = answers[r1 * across + c1] - 0.5, part = from / (from - to);
    const place = (first, last, start) => (start + (first + part * (last - first) + 0.5) * cell).toFixed(1);
    return from > 0 === to > 0 ? [] : [`${place(c0, c1, left)} ${place(r0, r1, top)}`];
  };
  const edges = (answers, c, r) => {
    const corners = [[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]];
    return corners.flatMap((corner, i) => crossing(answers, corner, corners[(i + 1) % 4]));
  };
  return (answers) => {
    [low, high] = [hue("--low"), hue("--high")];
    shade(answers);
    const path = [];
    for (let at = 0; at < across * (across - 1); at++) {
      const splits = (next) => answers[at + next] > 0.5 !== answers[at] > 0.5;
      if ((at + 1) % across && (splits(1) || splits(across) || splits(across + 1)))
        path.push(...edges(answers, at % across, Math.floor(at / across)).map((place, i) => (i % 2 ? "L" : "M") + place));
    }
    set(line, { d: path.join("") });
  };
}

// The parameters of a 2-3-1 network, and how they stand in tables.
const count = (n, name) => Array.from({ length: n }, (_, k) => `${name}[${k}]`);
export const parameters = [...count(3, "W1[0]"), ...count(3, "W1[1]"), ...count(3, "b1"), ...count(3, "W2"), "b2"];
export const matrices = (before = "") => {
  const named = parameters.map((name) => before + name);
  return [
    ["W1", ...named.slice(0, 3), "W2", named[9]],
    ["", ...named.slice(3, 6), "", named[10]],
    ["b1", ...named.slice(6, 9), "", named[11]],
    ["", "", "", "", "b2 ", named[12]], // with a space: a head
  ];
};
