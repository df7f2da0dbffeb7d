// What finds: the words of a text, how much each counts, passages. It makes the
// index (search.cjs), too, and so takes a query apart as it did the book.

// Words as they stand in a text: loss, dL_dW1, cross-entropy, --lr, 2.6, ŷ.
const word = /(?:--)?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-_.][\p{L}\p{N}\p{M}]+)*/gu;
const words = (text) => text.match(word) ?? [];

// Of a word what counts: without case and accents; ŷ is yhat, and β beta.
const greek =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi " +
  "omicron pi rho sigma sigma tau upsilon phi chi psi omega";
const plain = (one) =>
  one
    .toLowerCase()
    .normalize("NFD")
    .replace(/[α-ω]/g, (letter) => greek.split(" ")[letter.codePointAt() - 0x3b1])
    .replace(/^(\p{L}+)\u0302$/u, "$1hat")
    .replace(/\p{M}/gu, "");
// A name can be found by its parts as well.
const parts = (one) => [
  ...new Set([plain(one), ...plain(one).split(/[-_.]+/)]),
].filter(Boolean);

// Every section has these, and nobody looks for them.
const common = new Set(
  ("the an of and or in on at to by for from with as is are be it its this " +
    "that what which each how has").split(" "),
);

// In code, and of names themselves, the whole name is meant.
const whole = ["names", "code"];
const settings = {
  fields: ["title", "terms", "names", "also", "text", "code"],
  tokenize: (text, field) =>
    words(text).flatMap((one) => (whole.includes(field) ? plain(one) : parts(one))),
  processTerm: (term) => !common.has(term) && term,
  searchOptions: {
    boost: { title: 5, terms: 8, names: 6, also: 2, code: 0.5 },
    prefix: (term) => term.length > 1,
    fuzzy: (term) => /^[^\d-]{5,}$/.test(term) && 0.2,
    weights: { prefix: 0.5, fuzzy: 0.2 },
    bm25: { k: 1.2, b: 0.4, d: 0.5 },
  },
};

// A text in pieces: [text, whether it was looked for].
const marked = (text, terms) => {
  const pieces = [];
  let at = 0;
  for (const { 0: one, index } of text.matchAll(word)) {
    if (!parts(one).some((part) => terms.has(part))) continue;
    pieces.push([text.slice(at, index), false], [one, true]);
    at = index + one.length;
  }
  return [...pieces, [text.slice(at), false]].filter(([piece]) => piece);
};

// Of a long text, the passage that has most of what was looked for.
const passage = (text, terms) => {
  const long = 180;
  const hits = [...text.matchAll(word)].flatMap(({ 0: one, index }) => {
    const met = parts(one).filter((part) => terms.has(part));
    // learning_rate is no more than learning and rate
    return met.slice(met.length > 1).map((part) => ({ part, index }));
  });
  let [best, most] = [0, 0];
  for (const { index } of hits) {
    const near = hits.filter((hit) => hit.index >= index && hit.index < index + long - 60);
    const count = new Set(near.map(({ part }) => part)).size;
    if (count > most) [best, most] = [index, count];
  }
  const from = best < 60 ? 0 : text.indexOf(" ", best - 50) + 1;
  const to = from + long < text.length ? text.lastIndexOf(" ", from + long) : text.length;
  return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
};

// finder(INDEX, ENTRIES)(QUERY, MOST): how many places have all words of the
// query or, if none has, some; and the best of them, with title and passage in
// pieces. Of what a listing defines it tells what was looked for.
const finder = (index, entries) => (typed, most) => {
  const query = typed.replace(/^\s*\((\w+\.\d+)\)\s*$/, "equation $1"); // 2.6 is a section
  const ask = (tokenize, combineWith) => index.search(query, { tokenize, combineWith });
  const exactly = ask((text) => words(text).map(plain), "AND");
  const found = exactly.length ? exactly : ask((text) => words(text).flatMap(parts), "OR");
  const best = found.slice(0, most).map(({ id, terms }) => {
    const [href, title, place, text, names] = entries[id];
    const meant = new Set(terms);
    const meets = (name) => parts(name).some((part) => meant.has(part));
    const told = names.filter(meets).length ? names.filter(meets) : names;
    const shown = told.slice(0, 4).join(", ") + (told.length > 4 ? ", …" : "");
    return {
      href,
      place,
      title: marked([title, shown].filter(Boolean).join(" "), meant),
      passage: marked(passage(text, meant), meant),
    };
  });
  return { count: found.length, best };
};

if (typeof module === "object") module.exports = { settings, finder };
