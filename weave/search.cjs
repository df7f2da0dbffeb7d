// The index of the search: reads the pages, and writes a script that a page
// loads when its reader first searches: MiniSearch, html/find.js, what can be
// found, and the index of its words.
// usage: node search.cjs FOLDER PAGE.html... >SCRIPT    the packages are in FOLDER/node_modules
const { readFileSync } = require("fs");
const { basename, dirname, join } = require("path");
const [folder, ...pages] = process.argv.slice(2);
const found = (name) => require.resolve(name, { paths: [folder] });
const { parse } = require(found("parse5"));
const MiniSearch = require(found("minisearch"));
const { settings } = require("./html/find.js");

// What is asked of the elements of a page.
const children = (node) => node.childNodes ?? [];
const attribute = (node, name) =>
  node.attrs?.find((one) => one.name === name)?.value ?? "";
const is = (node, ...names) =>
  [node.tagName, ...attribute(node, "class").split(" ")]
    .some((name) => names.includes(name));
const all = (node, name) =>
  children(node).flatMap((child) =>
    [...(is(child, name) ? [child] : []), ...all(child, name)]);
const first = (node, name) => all(node, name)[0];

// A formula on a line: x_i, a/(b + c), ŷ.
const held = (text) => {
  const isOne = !/[\s/+−⋅]/.test(text) || /^\([^()]*\)$/.test(text);
  return isOne ? text : `(${text.trim()})`;
};
const formula = (node) => {
  const parts = children(node).map(formula);
  const [a, b, c] = parts;
  const line = parts.join("");
  switch (node.tagName) {
    case undefined: return node.value.replace("\u2061", " "); // behind ln
    case "mfrac": return `${held(a)}/${held(b)}`;
    case "msup": return `${a}^${held(b)}`;
    case "msub":
    case "munder": return `${a}_${held(b)}`;
    case "msubsup":
    case "munderover": return `${a}_${held(b)}^${held(c)}`;
    case "mover": return `${a}\u0302`.normalize("NFC");
    case "msqrt": return `√${held(line)}`;
    case "mo": return line.replace(/^[=+−<>≤≥≈∈×⊙⋅←]$/, " $& ").replace(",", ", ");
    case "mtd":
    case "mspace": return `${line} `;
    case "math": // no space behind a minus of one number, inside a bracket, before a comma
      return line
        .replace(/((?:^|[(=,⋅×^|]) *)− /g, "$1−")
        .replace(/(\() +| +(?=[,.;)])/g, "$1");
    default: return line;
  }
};

// At the end of these a word ends, too.
const block = /^(p|div|li|h\d|t[hrd]|d[td]|summary|section|fig\w+|pre|br)$/;
const said = (node) => {
  const inside = () => children(node).map(said).join("");
  const words = is(node, "math") ? formula(node) : node.value ?? inside();
  return block.test(node.tagName) ? `${words} ` : words;
};
const tidy = (text) => text.replace(/\s+/g, " ").trim();
const text = (node) => (node ? tidy(said(node)) : "");
const texts = (nodes) => [...new Set(nodes.map(text))];

// What does not belong to the text. Hints and solutions are not to be met by
// who looks for something else.
const unread = ["svg", "nav", "label", "input", "number", "note-mark", "lines",
  "stars", "guess", "hint", "solution"];

// What can be found: { href, title, place, text }, the names that a listing
// defines, and what else leads there: terms of the book's index, or `also`, if
// they stand first elsewhere; code. Then the terms: { name, links }.
const entries = [];
const terms = [];

function readPage(file, main) {
  let chapter, section, head;
  let entry = { text: "" }; // what stands before the title
  const enter = (id, title, place, more) => {
    entry = { href: id ? `${file}#${id}` : file, title, place, text: "", ...more };
    entries.push(entry);
    return entry;
  };
  const readAll = (node) => children(node).forEach(read);
  // An element with an entry of its own. Its title is made of its head.
  const apart = (node, itsHead, title, more) => {
    const before = [entry, head];
    const id = attribute(node, "id") || section.href.split("#")[1];
    enter(id, title, section.title, more);
    head = itsHead;
    readAll(node);
    [entry, head] = before;
  };

  const kinds = {
    h1(node) {
      const kicker = text(first(node.parentNode, "kicker"));
      section = enter("", text(node), kicker);
      chapter = [kicker, section.title].filter(Boolean).join(": ");
    },
    h2(node) {
      const title = text(node);
      section = enter(attribute(node, "id"), title, chapter, { also: title.match(/^\w+\.\d+/g) ?? [] });
    },
    exercise(node) {
      const title = first(node, "h3");
      apart(node, title, text(title), { also: ["hint", "solution"] });
    },
    correction(node) {
      apart(node, undefined, attribute(node, "aria-label"));
    },
    equation(node) {
      const number = first(node, "equation-number");
      if (!number) return readAll(node);
      apart(node, number, `Equation ${text(number).slice(1, -1)}`);
      entry.text += "…";
    },
    figure(node) {
      apart(node, first(node, "b"), text(first(node, "b")));
    },
    // A listing is read as the words of its comments. An option of a program
    // stands in a table in its code.
    listing(node) {
      const number = first(node, "b");
      const code = text(first(node, "pre"));
      const names = texts(all(node, "name")).filter((name) => !/^__/.test(name));
      const parts = names.join(" ").replaceAll("_", " ");
      apart(node, number, text(number), { names, code: `${code} ${parts}` });
      const href = `${file}#${attribute(node, "id")}`;
      const options = code.matchAll(/\{"([\w-]+)", OPTION_[^}]*"([^"]*)"\}/g);
      for (const [, name, help] of options)
        entries.push({ href, title: `--${name}`, place: section.title, text: help });
    },
    pre(node) {
      if (!entry.code) return readAll(node);
      const comments = all(node, "comment").map(text).join(" ");
      entry.text += ` ${comments.replace(/\/\*|\*\//g, "")}`;
    },
    // A term that has a place begins what is said of it.
    dl(node) {
      const before = entry;
      readAll(node);
      entry = before;
    },
    dt(node) {
      const place = children(node).find((child) => attribute(child, "id"));
      if (place) enter(attribute(place, "id"), text(node), section.title);
      else readAll(node);
    },
    tr(node) {
      const symbol = first(node, "td");
      if (symbol && section.href.endsWith("#notation"))
        apart(node, symbol, text(symbol), { also: texts(all(node, "code")) });
      else readAll(node);
    },
    index(node) {
      for (const item of all(node, "li")) {
        const links = all(item, "a").map((link) =>
          attribute(link, "href").replace(/^#/, `${file}#`));
        terms.push({ name: text(item.childNodes[0]), links });
      }
    },
  };
  const read = (node) => {
    if (node === head || is(node, ...unread)) return;
    const kind = Object.keys(kinds).findLast((name) => is(node, name));
    if (kind) kinds[kind](node);
    else if (is(node, "math") || node.value) entry.text += said(node);
    else readAll(node);
    if (block.test(node.tagName)) entry.text += " ";
  };
  readAll(main);
}
for (const page of pages)
  readPage(basename(page), first(parse(readFileSync(page, "utf8")), "main"));

// Several may have one address; the first is the place itself.
const at = new Map(entries.map((entry) => [entry.href, entry]).reverse());
for (const { name, links } of terms)
  links.forEach((link, i) => {
    (at.get(link)[i ? "also" : "terms"] ??= []).push(name);
  });

const index = new MiniSearch({
  ...settings,
  extractField: (entry, field) => entry[field]?.toString(),
});
index.addAll(entries.map((entry, id) => ({ ...entry, id })));
const told = entries.map(({ href, title, place, text, names }) =>
  [href, title, place, tidy(text), names ?? []]);

const file = (...path) => readFileSync(join(...path), "utf8");
const library = join(dirname(found("minisearch")), "../..");
const data = JSON.stringify({ index, told }).replace(/[\\']/g, "\\$&");
process.stdout.write(`/* MiniSearch, whose licence this is:

${file(library, "LICENSE.txt")}*/
${file(library, "dist/umd/index.js").replace(/^\/\/# sourceMapping.*/m, "")}
{
${file(__dirname, "html/find.js")}
const { index, told } = JSON.parse('${data}');
globalThis.searchBook = finder(MiniSearch.loadJS(index, settings), told);
}
`);
