// The worker that runs an answer with its checks, and tells what the judge has to know. Whoever started it ends it if it goes on for
// too long; what it has printed by then has been told.
import { Sink, Source, folder, run } from "./wasi.js";

const keep = 1 << 16, flood = 1 << 24, keyboard = 256, perProgram = 1 << 15; // bytes, as in tests/workbook
const ends = { exit: 0, printing: 1, computing: 3, writing: 4, abort: 5, division: 6, crash: 6 }; // answer_end, of workbook.h
class Flood extends Error {}
const written = (files) => [...files.dir.contents.keys()].filter((name) => name[0] !== ".");

// A run of an answer that is a whole program: how it ended, with what status, and what it printed. With an argument the text is a
// file that it is told of; without, standard input.
function runProgram(program, text, argument) {
  const told = argument !== undefined, printed = [], files = folder(told ? { ".start": text } : {});
  let left = new TextEncoder().encode(told ? "" : text);
  const input = new Source((size) => {
    const next = left.subarray(0, size);
    left = left.subarray(size);
    return next;
  });
  const out = new Sink((bytes) => {
    printed.push(...bytes.subarray(0, perProgram - printed.length));
    if (printed.length === perProgram) throw new Flood();
  });
  try {
    const { by, status = 0 } = run(program, ["program", ...(told ? [".start", argument] : [])], [input, out, new Sink(() => {}), files]);
    return { end: written(files).length ? "writing" : by, status, printed };
  } catch (error) {
    if (!(error instanceof Flood)) throw error;
    return { end: "printing", status: 0, printed };
  }
}

// late: the number of the program's run that went on for too long when this was run before.
onmessage = ({ data: { checks, program, late } }) => {
  const secret = crypto.getRandomValues(new Uint32Array(2)).join("-"), words = [], files = folder({}), decode = new TextDecoder();
  let said = "", length = 0, keys = 0, runs = 0, told = "", memory;
  const out = new Sink((bytes) => {
    if (length < keep) postMessage({ printed: bytes.slice(0, keep - length) });
    if ((length += bytes.length) >= flood) throw new Flood();
  });
  const typed = new Source((size) => new Uint8Array(-keys + (keys = Math.min(keys + size, keyboard))).fill(10)); // line breaks
  const once = new Source(() => new TextEncoder().encode(told ? "" : (told = secret)));
  const verdict = new Sink((bytes) => (said += decode.decode(bytes, { stream: true })));
  const stringAt = (at) => decode.decode(new Uint8Array(memory.buffer, at, new Uint8Array(memory.buffer).indexOf(0, at) - at));
  const worker = {
    there: () => Number(program !== undefined),
    run(text, argument, bytes, most, lengthAt, statusAt) {
      postMessage({ run: ++runs });
      const { end, status, printed } =
        runs === late ? { end: "computing", status: 0, printed: [] } : runProgram(program, stringAt(text), argument ? stringAt(argument) : undefined);
      new Uint8Array(memory.buffer).set(printed.map((byte) => byte || 63), bytes);
      new DataView(memory.buffer).setUint32(lengthAt, printed.length, true);
      new DataView(memory.buffer).setInt32(statusAt, status, true);
      postMessage({ run: 0 });
      return ends[end];
    },
  };
  try {
    words.push(run(checks, ["answer"], [typed, out, out, once, verdict, files], { worker }, (its) => (memory = its)).by);
  } catch (error) {
    if (!(error instanceof Flood)) return postMessage({ fault: String(error) });
    words.push("flood");
  }
  if (keys) words.push("keys");
  postMessage({ secret, said, words: [...words, ...written(files).map((name) => `file:${name}`)] });
};
