// What the table of the notation says, for scripts/terms.js: of each symbol,
// as the letters of its formula, the names in C. In a row with as many symbols
// as names (one "or" another counts as one) they go by position; else each
// symbol has all the names.
// usage: node notation.cjs index.html >notation.js
const page = require("fs").readFileSync(process.argv[2], "utf8");
const [, table = ""] =
  page.match(/id="notation".*?<tbody>(.*?)<\/tbody>/s) ?? [];
const letters = (html) => html.replace(/<[^>]*>|\s/g, "").replace(/&gt;/g, ">");

// A name is the beginning of its code, exp of exp(z); gradient->all[k] is
// gradient.all. What follows in brackets is a remark.
const named = (html) =>
  [...html.replace(/\s\(.*/s, "").matchAll(/<code>(.*?)<\/code>/gs)]
    .map(([, code]) => letters(code).replace("->", "."))
    .flatMap((code) => code.match(/^[A-Za-z_][\w.]*/) ?? []);

const names = {};
for (const row of table.split("</tr>")) {
  const cells = row.split("</td>");
  if (cells.length < 5) continue; // a table without names
  const inC = cells[3].split(",").map(named);
  letters(cells[0])
    .split(",")
    .forEach((symbol, at, { length }) => {
      names[symbol] = inC.length === length ? inC[at] : inC.flat();
    });
}
console.log(`const notation = ${JSON.stringify(names)};`);
