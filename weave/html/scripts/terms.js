// A term of a formula or a figure that is pointed at lights its name in the
// code of its section, and a name lights its terms. The pairs are those of the
// notation; a derivative is called by the names of its two symbols, of each
// the last, as L in dL_dw.

const namesOf = (symbol) => {
  const [, ...parts] = symbol.match(/^∂(.+)\/∂(.+)$/) ?? [];
  if (notation[symbol] || !parts.length) return notation[symbol] ?? [];
  const [above, below] = parts.map((part) => namesOf(part).at(-1));
  return above && below ? [`d${above}_d${below}`] : [];
};
const lettersOf = (node) =>
  node.textContent
    .normalize("NFD")
    .replace(/\u0302/g, "ˆ")
    .replace(/\s/g, "");
// Writes on parts of the page what they are in C.
const write = (parts, symbols) => {
  const names = [...new Set(symbols.flatMap(namesOf))].join(" ");
  if (names) for (const { dataset } of parts) dataset.inC = names;
};

// Which symbol a part of a formula is, the most exact reading first; none, if
// there are several in it. A layer belongs to its symbol, and so does a word
// below it; an index may; a power does not.
const layer = /^\(\d\)/;
const fractions = (above, below) =>
  symbolsOf(above).flatMap((a) => symbolsOf(below).map((b) => `∂${a}/∂${b}`));
function symbolsOf(node) {
  const [base, one, two] = node.children;
  const kind = node.localName;
  if (kind === "mi") return [lettersOf(node)];
  if (kind === "mover") return base.localName === "mi" ? [lettersOf(node)] : [];
  if (kind === "mfrac") {
    const [above, below] = [base, one].map(({ children: [sign, of, more] }) =>
      sign?.textContent === "∂" && !more ? of : null,
    );
    return above && below ? fractions(above, below) : [];
  }
  const scripts = { msub: [one], msup: [null, one], msubsup: [one, two] };
  const [below, above] = scripts[kind] ?? [];
  const [marks = ""] = (above && lettersOf(above).match(layer)) ?? [];
  if (!below && !marks) return [];
  const whole = symbolsOf(base).map((symbol) => symbol + marks);
  if (!below) return whole;
  const exact = whole.map((symbol) => symbol + lettersOf(below));
  return below.localName === "mtext" ? exact : [...exact, ...whole];
}
function nameTerms(node) {
  const inside = [...node.children];
  while (inside.length) {
    // in a line ∂L/∂w is five parts, and a prime is one behind its symbol
    const start = inside.slice(0, 4).map(lettersOf).join("");
    if (/^∂.+\/∂$/.test(start) && inside[4]) {
      const five = inside.splice(0, 5);
      write(five, fractions(five[1], five[4]));
      continue;
    }
    const parts = [inside.shift()];
    while (inside[0]?.matches(".tml-prime")) parts.push(inside.shift());
    const primes = parts.slice(1).map(lettersOf).join("");
    const symbols = symbolsOf(parts[0]);
    if (!symbols.length) nameTerms(parts[0]);
    write(
      parts,
      symbols.map((symbol) => symbol + primes),
    );
  }
}
// In a figure letters are in italics, with what stands above and below behind.
function nameLabels(text) {
  const pieces = [...text.querySelectorAll("tspan")];
  for (const piece of text.querySelectorAll("[font-style=italic]")) {
    const parts = [piece];
    let symbol = lettersOf(piece);
    let index = "";
    for (const next of pieces.slice(pieces.indexOf(piece) + 1)) {
      const letters = lettersOf(next);
      if (layer.test(letters)) symbol += letters.match(layer)[0];
      else if (/^[\dijkn]+$/.test(letters)) index = letters;
      else break;
      parts.push(next);
    }
    write(parts, [symbol + index, symbol]);
  }
}

// The names in a piece of code: { name, range }. A member goes without its
// owner, but for "all". The parts of a gradient are derivatives, and so is
// what deltas are gathered in. Files, commands and comments have no names.
const named =
  /\b(?:(\w+)(?:->|\.))*([A-Za-z_]\w*)(?=((?:\[\w+\])* \+?= dL_d)?)/g;
function namesIn(code) {
  const text = code.textContent;
  if (/^\S+\.[ch]$|(^| )--?[a-z]/.test(text) && !code.closest("pre")) return [];
  const nodes = [];
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  for (let from = 0; walker.nextNode(); from += walker.currentNode.length)
    nodes.unshift({ node: walker.currentNode, from });
  return [...text.matchAll(named)].flatMap((found) => {
    const [all, owner, word, gathers] = found;
    const to = found.index + all.length;
    const from = to - word.length;
    const [first, last] = [from, to - 1].map((at) =>
      nodes.find((one) => one.from <= at),
    );
    const { parentElement } = first.node;
    if (parentElement.closest(".comment, .string, .directive, .typed"))
      return [];
    const range = new Range();
    range.setStart(first.node, from - first.from);
    range.setEnd(last.node, to - last.from);
    if (word === "all") return [{ name: `${owner}.all`, range }];
    const isPart = owner === "gradient" || (gathers && !/^dL_/.test(word));
    return [{ name: isPart ? `dL_d${word}` : word, range }];
  });
}

// A section reaches to the next heading, and an exercise is one of its own. It
// is read when it is first pointed into.
const sections = new Map();
function sectionOf(element) {
  const exercise = element.closest(".exercise");
  const blocks = [...document.querySelector("main").children];
  const at = blocks.findIndex((block) => block.contains(element));
  const isHeading = ({ localName }) => localName === "h2";
  const from = Math.max(0, blocks.slice(0, at + 1).findLastIndex(isHeading));
  const key = exercise ?? blocks[from];
  if (sections.has(key)) return sections.get(key);
  const next = blocks.findIndex((block, at) => at > from && isHeading(block));
  const parts = exercise
    ? [exercise]
    : blocks.slice(from, next < 0 ? undefined : next);
  const all = (selector) =>
    parts.flatMap((part) => [...part.querySelectorAll(selector)]);
  all("math").forEach(nameTerms);
  all("figure svg text").forEach(nameLabels);
  const terms = all("[data-in-c]");
  const isKnown = new Set(
    terms.flatMap(({ dataset }) => dataset.inC.split(" ")),
  );
  const code = all("code:not(figcaption > code)")
    .flatMap(namesIn)
    .filter(({ name }) => isKnown.has(name));
  const section = { terms, code };
  sections.set(key, section);
  return section;
}

// What is lit: the names in C of a term, or the one that stands in the code.
let lit = { names: "" };
const isLit = (names, section) =>
  names === lit.names && section === lit.section;
function light(names, section) {
  if (isLit(names, section)) return;
  lit = { names, section };
  for (const term of document.querySelectorAll(".lit"))
    term.classList.remove("lit");
  CSS.highlights.delete("term");
  if (!names) return;
  const ranges = section.code
    .filter(({ name }) => names.split(" ").includes(name))
    .map(({ range }) => range);
  const terms = section.terms.filter(
    ({ dataset: { inC } }) => inC === names || inC.split(" ").includes(names),
  );
  // Code, formulas, figure: one of these alone has no counterpart.
  const drawn = terms.filter(({ localName }) => localName === "tspan").length;
  const kinds = [ranges.length, drawn, terms.length - drawn];
  if (kinds.filter(Boolean).length < 2) return;
  CSS.highlights.set("term", new Highlight(...ranges));
  for (const { classList } of terms) classList.add("lit");
}
// Lights what stands in an element, a name of the code if its range isThere.
function point(element, isThere, isAgain) {
  const place = element.closest("main :is(math, code, tspan)");
  if (!place) return light("");
  const section = sectionOf(place);
  const word = section.code.find(
    ({ range }) => place.contains(range.startContainer) && isThere(range),
  );
  const names = element.closest("[data-in-c]")?.dataset.inC ?? word?.name ?? "";
  light(isAgain && isLit(names, section) ? "" : names, section);
}
const under =
  ({ clientX: x, clientY: y }, reach) =>
  (range) =>
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        x > left - reach && x < right + reach && y > top && y < bottom,
    );

// By mouse; by a tap, and another; by the cursor that a browser shows on F7.
let isKey = false;
if (CSS.highlights) {
  addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    point(event.target, under(event, 0));
  });
  addEventListener("click", (event) => {
    if (event.pointerType === "touch")
      point(event.target, under(event, 4), true);
  });
  addEventListener("pointerdown", () => (isKey = false));
  addEventListener("keydown", ({ key }) => {
    isKey = true;
    if (key === "Escape") light("");
  });
  document.addEventListener("selectionchange", () => {
    const { isCollapsed, focusNode, focusOffset } = getSelection();
    if (!isKey || !isCollapsed || !focusNode?.parentElement) return;
    point(focusNode.parentElement, (range) =>
      range.isPointInRange(focusNode, focusOffset),
    );
  });
}
