// Writes what the pages of a chapter load when something of it is first run: a script that hands over its WebAssembly, compressed,
// since a page on disk can fetch no other file; and the files that its programs find there.
//
// usage: node pack.cjs STEM PROGRAM.wasm FIGURES.wasm FILE...
const { readFileSync } = require("node:fs");
const { deflateRawSync } = require("node:zlib");

const [stem, program, figures, ...files] = process.argv.slice(2);
const packed = (file) => deflateRawSync(readFileSync(file), { level: 9 }).toString("base64");
const texts = Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]));
const pack = { program: packed(program), figures: packed(figures), files: texts };
console.log(`live.packs[${JSON.stringify(stem)}] = ${JSON.stringify(pack)};`);
