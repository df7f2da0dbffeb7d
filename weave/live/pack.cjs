// Writes what a page loads when something of a chapter is first run, its program or its figures: a script that hands over WebAssembly,
// compressed, since a page on disk can fetch no other file; and the files that a program finds there. Data that both have compiled in
// stands in a script of its own, and in place of it zeros; `data` tells where it belongs.
//
// usage: node pack.cjs NAME FILE.wasm FILE.txt... FILE.csv...; or for the data: node pack.cjs NAME FILE.csv
const { readFileSync } = require("node:fs");
const { basename } = require("node:path");
const { deflateRawSync } = require("node:zlib");

const [name, ...given] = process.argv.slice(2);
const ending = (end) => given.filter((file) => file.endsWith(end));
const numbersOf = (file) => Buffer.from(readFileSync(file, "utf8").split(",").filter((field) => field.trim()).map(Number));
const [wasm] = ending(".wasm"), data = {};
const bytes = wasm ? readFileSync(wasm) : numbersOf(given[0]);
for (const file of wasm ? ending(".csv") : []) {
  const numbers = numbersOf(file), at = bytes.indexOf(numbers);
  if (at < 0) continue;
  bytes.fill(0, at, at + numbers.length);
  data[`${basename(file, ".csv")}.data`] = at;
}
const files = Object.fromEntries(ending(".txt").map((file) => [file, readFileSync(file, "utf8")]));
const pack = { bytes: deflateRawSync(bytes, { level: 9 }).toString("base64"), data, files };
console.log(`live.packs[${JSON.stringify(name)}] = ${JSON.stringify(pack)};`);
