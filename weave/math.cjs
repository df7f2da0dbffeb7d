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

const render = (formula) => {
  try {
    return temml.renderToString(hung(named(formula.slice(1))), {
      displayMode: formula[0] === "D",
      xml: true,
      throwOnError: true,
      macros,
    });
  } catch (error) {
    return "!" + error.message.replace(/\s+/g, " ");
  }
};
const formulas = require("fs").readFileSync(0, "utf8").split("\x1e");
process.stdout.write(formulas.map(render).join("\x1e"));
