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

// A number as it is shown: six digits, and a true minus.
export function shown(number, digits = 6) {
  const size = Math.abs(number);
  const text = size === 0 ? "0" : size >= 1e-4 && size < 1e6 ? String(Number(number.toPrecision(digits))) : Number(number.toPrecision(digits - 2)).toExponential();
  return text.replace(/-/g, "−");
}

// A plot with axes inside a stage of this width and height: x and y give places, `line` draws numbers as a curve over its width.
export function plot(stage, { left = 40, top = 12, width, height, x: [x0, x1], y: [y0, y1], xLabel = "", yLabel = "" }) {
  const x = (number) => left + ((number - x0) / (x1 - x0)) * width;
  const y = (number) => top + ((y1 - Math.min(Math.max(number, y0 - (y1 - y0)), y1 + (y1 - y0))) / (y1 - y0)) * height;
  const clip = svg("clipPath", { id: `clip-${Math.random().toString(36).slice(2)}` }, svg("rect", { x: left, y: top, width, height }));
  const inside = svg("g", { "clip-path": `url(#${clip.id})` });
  const label = (px, py, text, anchor) => svg("text", { x: px, y: py, "text-anchor": anchor }, text);
  stage.append(clip, svg("rect", { x: left, y: top, width, height, class: "frame" }), inside,
    label(left, top + height + 14, shown(x0), "middle"), label(left + width, top + height + 14, shown(x1), "middle"),
    label(left + width / 2, top + height + 14, xLabel, "middle"),
    label(left - 5, top + height, shown(y0), "end"), label(left - 5, top + 9, shown(y1), "end"), label(left + 5, top + 12, yLabel, "start"));
  const points = (numbers) => Array.from(numbers, (number, i) => `${x(x0 + ((x1 - x0) * i) / (numbers.length - 1)).toFixed(1)},${y(number).toFixed(1)}`).join(" ");
  const curve = (style) => {
    const drawn = svg("polyline", { class: style });
    inside.append(drawn);
    return (numbers) => set(drawn, { points: points(numbers) });
  };
  return { x, y, inside, curve, at: (px, py) => [x0 + ((px - left) / width) * (x1 - x0), y1 - ((py - top) / height) * (y1 - y0)] };
}

// A plane of colours behind what a plot draws: `colour` makes red, green, blue and opacity of each of so many numbers, row by row.
export function plane(p, columns, rows, [x0, y0, x1, y1], colour) {
  const canvas = Object.assign(document.createElement("canvas"), { width: columns, height: rows });
  const context = canvas.getContext("2d"), pixels = context.createImageData(columns, rows);
  const image = svg("image", { x: x0, y: y0, width: x1 - x0, height: y1 - y0, preserveAspectRatio: "none" });
  p.inside.prepend(image);
  return (numbers) => {
    numbers.forEach((number, i) => pixels.data.set(colour(number), 4 * i));
    context.putImageData(pixels, 0, 0);
    set(image, { href: canvas.toDataURL() });
  };
}

// What is clicked on a plot, in its numbers.
export function clicked(stage, p, act) {
  stage.classList.add("clicked");
  stage.addEventListener("click", ({ clientX, clientY }) => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(stage.getScreenCTM().inverse());
    act(...p.at(x, y));
  });
}
