// Writes what a page loads when something of a chapter is first run, its program or its figures: a script that hands over WebAssembly,
// compressed, since a page on disk can fetch no other file; and the files that a program finds there.
//
// usage: node pack.cjs NAME FILE.wasm FILE...
const { readFileSync } = require("node:fs");
const { deflateRawSync } = require("node:zlib");

const [name, wasm, ...files] = process.argv.slice(2);
const texts = Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]));
const pack = { wasm: deflateRawSync(readFileSync(wasm), { level: 9 }).toString("base64"), files: texts };
console.log(`live.packs[${JSON.stringify(name)}] = ${JSON.stringify(pack)};`);
