// Formulas in, MathML out, between record separators; D or I before each says
// display or inline. What Temml refuses comes back as "!" and its message.
// usage: node math.cjs FOLDER <formulas      Temml is in FOLDER/node_modules
const temml = require(require.resolve("temml", { paths: [process.argv[2]] }));

// Temml raises (ŷ - y)² above the hat, which the bracket holds; TeX hangs the
// power on the bracket itself, and so do we.
const closing = /^(.*)(<mo fence="true" form="postfix" stretchy="false">[)\]]<\/mo>)$/s;
const end = (text, from, tag) => {
  const tags = new RegExp(`<(/?)${tag}[ >]`, "g");
  tags.lastIndex = from;
  for (let depth = 0, found; (found = tags.exec(text)); ) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return found.index;
  }
};
const hang = (text) => {
  for (let at = -1; (at = text.indexOf("<msup><mrow>", at + 1)) >= 0; ) {
    const base = at + 12;
    const baseEnd = end(text, at + 6, "mrow");
    const parts = closing.exec(text.slice(base, baseEnd));
    const stop = end(text, at, "msup");
    if (parts)
      text = `${text.slice(0, at)}<mrow>${parts[1]}<msup>${parts[2]}${
        text.slice(baseEnd + 7, stop)}</msup></mrow>${text.slice(stop + 7)}`;
  }
  return text;
};

// A font has its prime raised already; a superscript raises it twice.
const primed = /<msup>(<mi[^>]*>[^<]*<\/mi>)((?:<mrow[^>]*>)?(?:<mo[^>]*tml-prime[^>]*>′<\/mo>)+(?:<\/mrow>)?)<\/msup>/g;
const prime = '<mo lspace="0em" rspace="0em">′</mo>';
const lower = (text) =>
  text.replace(primed, (_, base, primes) => `<mrow>${base}${prime.repeat(primes.split("′").length - 1)}</mrow>`);

const render = (formula) => {
  try {
    return lower(hang(temml.renderToString(formula.slice(1), {
      displayMode: formula[0] === "D",
      xml: true,
      throwOnError: true,
    })));
  } catch (error) {
    return "!" + error.message.replace(/\s+/g, " ");
  }
};
const formulas = require("fs").readFileSync(0, "utf8").split("\x1e");
process.stdout.write(formulas.map(render).join("\x1e"));
