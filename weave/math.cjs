// Formulas in, MathML out, between record separators; D or I before each says
// display or inline. What Temml refuses comes back as "!" and its message.
// usage: node math.cjs FOLDER <formulas      Temml is in FOLDER/node_modules
const temml = require(require.resolve("temml", { paths: [process.argv[2]] }));

// A font has its prime raised already, and a superscript would raise it twice;
// braces keep the gap behind a function's name from coming before its prime.
const macros = { "'": "\\prime" };
const named = (text) => text.replace(/\\[a-z]+(?=')/gi, "{$&}");
// Temml raises (ŷ - y)² above the hat, which the bracket holds; TeX hangs the
// power on the bracket itself, and so do we.
const hung = (text) => text.replace(/[)\]](?=\^)/g, "{$&}");
// It forgets the space that TeX has between a letter or a bracket and a function.
const spaced = (text) => text.replace(/(?<=[\w)}]\s*)(?=\\(ln|max|exp|tanh)\b)/g, "\\,");
const mathml = (formula, displayMode) =>
  temml.renderToString(spaced(hung(named(formula))), { displayMode, xml: true, throwOnError: true, macros });

// No browser breaks a formula. So a long one comes in pieces, which the page
// sets in as many lines as it needs: one on lines of its own
// breaks first at a \qquad, then before a relation, and only where that is not
// enough before an operator.
const gap = /^\\q?quad$/;
const relation = /^(=|<|>|\\(approx|le|ge|leftarrow))$/;
const operator = /^([+-]|\\(cdot|odot|pm))$/;

// Cuts a formula wherever `at` says so of a command or character that stands
// in no group, nor in brackets but big ones, and of what stands before it;
// drops what `drops` names.
const opens = (token, before) => /^(\{|\\begin|\\left)$/.test(token) || (token === "(" && !/igl$/.test(before));
const closes = (token, before) => /^(\}|\\end|\\right)$/.test(token) || (token === ")" && !/igr$/.test(before));
const cut = (formula, at, drops = /$^/) => {
  const pieces = [""];
  let depth = 0;
  let before = "";
  for (const token of formula.match(/\\[a-z]+|\\.|\s+|./gis) ?? []) {
    if (closes(token, before)) depth--;
    if (depth === 0 && at(token, before)) pieces.push("");
    if (depth > 0 || !drops.test(token)) pieces[pieces.length - 1] += token;
    if (opens(token, before)) depth++;
    if (token.trim()) before = token;
  }
  return pieces.filter((piece) => piece.trim());
};
const spans = (kind, pieces, form) => pieces.map((piece) => `<span class="${kind}">${form(piece)}</span>`).join("");

const parts = (formula) => cut(formula, (token) => gap.test(token), gap);
const sides = (part) => {
  let found = /^\s*(=|\\leftarrow)/.test(part) ? 1 : 0;
  return cut(part, (token) => relation.test(token) && found++ > 0);
};
const terms = (side) => cut(side, (token, before) =>
  operator.test(token) && before !== "" && !relation.test(before) && !/^[(,]$/.test(before));
// An empty group keeps what begins a piece from being taken for a sign.
const term = (piece) => mathml(`{}${piece}`, true).replace(/display="block"(.*?) style="[^"]*"/, 'displaystyle="true"$1');
const broken = (formula) =>
  spans("part", parts(formula), (part) => spans("side", sides(part), (side) => terms(side).map(term).join("")));
// In a line of text a long one is broken in the same places.
const inline = (formula) => {
  const pieces = formula.length > 32 ? sides(formula).flatMap(terms) : [formula];
  return pieces.map((piece, at) => mathml(at > 0 ? `{}${piece}` : piece, false)).join("");
};

// What is aligned in columns stays so where there is room, and is else broken
// row by row: there a pair of columns is a part.
const paired = (cells) => cells.map((cell, at) => (at % 2 ? cell : `\\qquad ${cell}`)).join("");
const display = (formula) => {
  const aligned = /^\s*\\begin\{aligned\}(.*)\\end\{aligned\}\s*$/s.exec(formula);
  if (!aligned) return broken(formula);
  const rows = aligned[1].split("\\\\").map((row) => {
    const kind = /^\s*&/.test(row) ? "row on" : "row"; // one that goes on from the last
    return `<span class="${kind}">${broken(paired(row.split("&")))}</span>`;
  });
  return `<span class="aligned">${mathml(formula, true)}</span><span class="unaligned">${rows.join("")}</span>`;
};

const render = (formula) => {
  try {
    return formula[0] === "D" ? display(formula.slice(1)) : inline(formula.slice(1));
  } catch (error) {
    return "!" + error.message.replace(/\s+/g, " ");
  }
};
const formulas = require("fs").readFileSync(0, "utf8").split("\x1e");
process.stdout.write(formulas.map(render).join("\x1e"));
